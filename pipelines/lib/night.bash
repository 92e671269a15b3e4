# SPDX-License-Identifier: MIT
# Sourced by nightly: one night, from the files of its day to what is published.
# shellcheck shell=bash disable=SC2154

# worst STATUS...: the highest; a program that lost its reader (141, SIGPIPE) only says that another one died.
worst() {
	printf '%s\n' "$@" | sort -n | awk '$1 != 141 || !status { status = $1 } END { print status }'
}

# take_in CHUNK: the files named in it, as the stream with everything read; runs as a process of its own.
take_in() {
	local files
	mapfile -t files <"$1"
	cd "$PHIN_INBOX" || return 74
	{
		articles "${files[@]}" | normalize --stats | segment --stats | extract-figures --stats >"$1.phin"
		worst "${PIPESTATUS[@]}" >"$1.status"
	} 2>"$1.log"
}

# A chunk is about four megabytes; what comes out does not depend on where it ends.
cut_chunks() {
	mkdir "$night/chunks"
	awk -F '\t' -v to="$night/chunks/" '$4 == "taken" {
		if (n == 0 || bytes > 4e6 || files >= 1000) { bytes = files = 0; close(chunk); chunk = sprintf("%s%06d", to, ++n) }
		bytes += $2; files++
		print $1 >chunk
	}' "$work/plan/$day"
}

# All files of the day, on all processors, and in their order again.
take_in_all() {
	export PHIN_INBOX
	cut_chunks
	find "$night/chunks" -type f -print0 | sort -z |
		xargs -0 -r -n 1 -P "$PHIN_JOBS" bash -c "$(declare -f take_in worst); take_in \"\$1\"" take_in || return 74
	cat "$night"/chunks/*.log >>"$night/log" 2>/dev/null
	# shellcheck disable=SC2046 # numbers
	return "$(worst 0 $(cat "$night"/chunks/*.status 2>/dev/null))"
}

# The chunks in their order, as one stream.
chunks() {
	local chunk
	for chunk in "$night"/chunks/*.phin; do
		[ ! -e "$chunk" ] || cat "$chunk" || return
	done
}

# Drops what was seen before and what is not wanted; which documents these are stands in one list.
sift() {
	# shellcheck disable=SC2086 # options are words
	{
		chunks | dedup --state="$PHIN_OUT/seen.db" --report="$night/new/dropped.tsv" --stats $PHIN_DEDUP |
			keep --stats $PHIN_KEEP --rejected="$night/unwanted.phin" >"$night/night.phin"
		set -- "$(worst "${PIPESTATUS[@]}")"
		[ "$1" -le 1 ] || return "$1"
		awk -F '\t' '$1 == "%doc" { print $3 "\t\t\tkeep\t" }' "$night/unwanted.phin" >>"$night/new/dropped.tsv" || return 74
		return "$1"
	} 2>>"$night/log"
}

# A page holds what a browser can bear: the first PHIN_REPORT documents, and its title says so.
write_report() {
	local documents title=$day
	documents=$(grep -c '^%doc' "$night/night.phin")
	[ "$documents" -le "$PHIN_REPORT" ] || title="$day ($PHIN_REPORT/$documents)"
	awk -v most="$PHIN_REPORT" '/^%doc/ && ++n > most { exit } { print }' "$night/night.phin" | to-html --title="$title"
}

# Every sink reads the same stream. Documents with errors are the first one's business: to-jsonl puts them aside.
write_tables() {
	local pids=() pid status=0
	local in=$night/night.phin
	to-jsonl --quarantine="$night/new/quarantine.jsonl" --stats <"$in" >"$night/new/articles.jsonl" 2>>"$night/log" &
	pids+=($!)
	to-tsv --meta="${PHIN_META:-url,source}" <"$in" >"$night/new/figures.tsv" 2>/dev/null &
	pids+=($!)
	to-tsv --documents --meta="${PHIN_META:-url,source}" <"$in" >"$night/new/documents.tsv" 2>/dev/null &
	pids+=($!)
	write_report >"$night/new/report.html" 2>/dev/null &
	pids+=($!)
	for pid in "${pids[@]}"; do
		wait "$pid" || status=$(worst "$status" $?)
	done
	return "$status"
}
