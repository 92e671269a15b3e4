# SPDX-License-Identifier: MIT
# Sourced by nightly: the counts, the database, and the files put where people look for them.
# shellcheck shell=bash disable=SC2154

# Files that could not be read have no documents: they stand in the quarantine under their own names, with their bytes.
put_files_aside() {
	local name state
	while IFS=$'\t' read -r name _ _ state; do
		case $state in
		broken)
			mkdir -p "$night/new/broken/$(dirname -- "$name")"
			cp --reflink=auto -- "$PHIN_INBOX/$name" "$night/new/broken/$name" || return 74
			jq -cn --arg f "$name" '{place: $f, stage: "nightly", code: "broken-file",
				message: "broken, or cut off", file: ("broken/" + $f)}'
			;;
		unreadable)
			jq -cn --arg f "$name" '{place: $f, stage: "nightly", code: "unreadable-file", message: "cannot be read"}'
			;;
		esac
	done <"$work/plan/$day" >>"$night/new/quarantine.jsonl"
}

# One line of JSON: what every program said of itself, added up; times are the run's, not the night's, and stay out.
add_up() {
	grep -h '^{"program":' "$night/log" | jq -cSs '
		reduce .[] as $s ({}; reduce ("documents_in", "documents_out", "quarantined", "dropped") as $k
			(.; .[if ($s.program | startswith("from-")) then "sources" else $s.program end][$k] += $s[$k]))' >"$night/new/stats.json"
}

# Documents that go in come out, are put aside or are dropped on purpose, from each program to the next.
counts_agree() {
	jq -e '
		def same: all(.in == .out + .quarantined + .dropped);
		[.sources, .normalize, .segment, ."extract-figures", .dedup, .keep, ."to-jsonl"] | map(select(.)) as $chain
		| all($chain[]; .documents_in == .documents_out + .quarantined + .dropped)
		and all(range(1; $chain | length); $chain[. - 1].documents_out == $chain[.].documents_in)' \
		"$night/new/stats.json" >/dev/null
}

# Renames the night's files into place, each whole, the list of what they were made of last: without it the night counts
# as not done.
publish() {
	local final=$PHIN_OUT/$day file
	rm -rf "$final/broken" && mkdir -p "$final" || return 73
	cp "$work/plan/$day" "$night/files.tsv" || return 74
	find "$night/new" "$night/files.tsv" -type f -exec sync {} + || return 74
	for file in "$night"/new/* "$night/files.tsv"; do
		mv -fT "$file" "$final/${file##*/}" || return 74
	done
	sync "$final" "$PHIN_OUT"
}

# A night that is loaded again changes nothing in the database.
load_database() {
	# shellcheck disable=SC2086 # options are words
	to-sqlite $PHIN_SQLITE "$PHIN_OUT/phin.db" <"$night/night.phin" 2>>"$night/log"
}
