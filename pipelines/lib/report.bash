# SPDX-License-Identifier: MIT
# Sourced by nightly: what a person and a monitor want to know of the run.
# shellcheck shell=bash disable=SC2154

# total KEY: over the nights of this run, of what the first program took, or the last one gave.
total() {
	[ ${#done_nights[@]} -gt 0 ] || {
		echo 0
		return
	}
	local day
	for day in "${done_nights[@]}"; do cat "$PHIN_OUT/$day/stats.json"; done | jq -s "map($1) | add // 0"
}

# Lines of the quarantines of this run's nights.
quarantined() {
	[ ${#done_nights[@]} -eq 0 ] && echo 0 && return
	(cd "$PHIN_OUT" && cat "${done_nights[@]/%//quarantine.jsonl}") | wc -l
}

night_line() {
	jq -r --arg day "$1" --arg files "$(wc -l <"$PHIN_OUT/$1/files.tsv")" \
		--arg aside "$(wc -l <"$PHIN_OUT/$1/quarantine.jsonl")" \
		--arg figures "$(($(wc -l <"$PHIN_OUT/$1/figures.tsv") - 1))" \
		'[$day, $files, .sources.documents_in, ."to-jsonl".documents_out, ([.[].dropped] | add),
			($aside | tonumber), $figures] | map(. // 0) | @tsv' "$PHIN_OUT/$1/stats.json" |
		awk -F '\t' '{ printf "%-12s %8s %10s %10s %10s %8s %10s\n", $1, $2, $3, $4, $5, $6, $7 }'
}

# Why records of a night were put aside, most frequent first: "9 no-text, 1 invalid-json".
reasons() {
	jq -r .code "$PHIN_OUT/$1/quarantine.jsonl" | sort | uniq -c | sort -k 1,1nr -k 2 |
		awk '{ printf "%s%d %s", (NR > 1 ? ", " : ""), $1, $2 }'
}

# One screen.
summary() {
	local day
	if [ ${#done_nights[@]} -gt 0 ]; then
		printf '%-12s %8s %10s %10s %10s %8s %10s\n' night files documents kept dropped aside figures
		for day in "${done_nights[@]:0:12}"; do night_line "$day"; done
		[ ${#done_nights[@]} -le 12 ] || echo "… and $((${#done_nights[@]} - 12)) more"
		for day in "${done_nights[@]:0:12}"; do
			[ ! -s "$PHIN_OUT/$day/quarantine.jsonl" ] || echo "aside        $PHIN_OUT/$day/quarantine.jsonl: $(reasons "$day")"
		done
		echo "database     $PHIN_OUT/phin.db"
		echo "report       $PHIN_OUT/${done_nights[-1]}/report.html"
	elif [ "$result" -gt 1 ]; then
		echo "no night was finished"
	elif [ -z "$dry_run" ] || [ -z "$(ls "$work/plan")" ]; then
		echo "nothing new in $PHIN_INBOX"
	fi
	if [ "$waiting" -gt 0 ]; then
		echo "waiting      $waiting file$([ "$waiting" -eq 1 ] || echo s):"
		head -n 5 "$work/waiting" | sed 's/^/             /; s/\t/: /'
	fi
}

# metric NAME HELP VALUE
metric() {
	printf '# HELP phin_nightly_%s %s\n# TYPE phin_nightly_%s gauge\nphin_nightly_%s %s\n' "$1" "$2" "$1" "$1" "$3"
}

# For Prometheus' textfile collector, whole or not at all. The last success is remembered when a run fails.
write_metrics() {
	local success metrics
	success=$(sed -n 's/^phin_nightly_last_success_timestamp_seconds //p' "$PHIN_METRICS" 2>/dev/null)
	[ "$1" -gt 1 ] || success=$(date +%s)
	metrics=$(
		metric last_run_timestamp_seconds 'When the last run ended.' "$(date +%s)"
		metric last_success_timestamp_seconds 'When a run last ended with status 0 or 1.' "${success:-0}"
		metric exit_status 'Exit status of the last run.' "$1"
		metric run_seconds 'Length of the last run.' "$SECONDS"
		metric nights 'Nights made in the last run.' "${#done_nights[@]}"
		metric documents_in 'Documents read in the last run.' "$(total .sources.documents_in)"
		metric documents_kept 'Documents delivered.' "$(total '."to-jsonl".documents_out')"
		metric documents_dropped 'Documents dropped on purpose.' "$(total '[.[].dropped] | add')"
		metric documents_quarantined 'Documents put aside.' "$(total '."to-jsonl".quarantined')"
		metric records_put_aside 'Lines of the quarantines: documents, and files that could not be read.' "$(quarantined)"
		metric files_waiting 'Files of the inbox that are not whole yet.' "$waiting"
		metric files_ignored 'Files of the inbox that no source reads.' "$ignored"
	)
	printf '%s\n' "$metrics" >"$PHIN_METRICS.new" && mv -f "$PHIN_METRICS.new" "$PHIN_METRICS"
}
