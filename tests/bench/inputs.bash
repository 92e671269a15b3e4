# SPDX-License-Identifier: MIT
# Sourced by the benchmarks: which program reads what, and those inputs made once, each stage's from the one before.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export PATH="$root/build/bin:$PATH" LC_ALL=C

# have PROGRAM...: all of them are built.
have() {
	local program
	for program in "$@"; do
		[ -x "$root/build/bin/$program" ] || return 1
	done
}

# make_inputs FOLDER SIZE: articles.jsonl (or $BENCH_INPUT), and what the stages make of it.
make_inputs() {
	local into=$1 size=$2
	mkdir -p "$into"
	if [ -n "${BENCH_INPUT-}" ]; then
		cp "$BENCH_INPUT" "$into/articles.jsonl"
	else
		"$root/tests/bench/generate" "$size" >"$into/articles.jsonl"
	fi
	jq -r '.text + "\n"' "$into/articles.jsonl" >"$into/plain.txt"
	local last=articles.jsonl stage
	for stage in from-jsonl normalize segment extract-figures; do
		have "$stage" || continue
		"$stage" <"$into/$last" >"$into/$stage.out" || return
		last=$stage.out
	done
	cp "$into/$last" "$into/figures.out"
}

# command_of PROGRAM: prints the command to measure and the input it reads, with a TAB between.
command_of() {
	case $1 in
	from-text) printf '%s\tplain.txt\n' 'from-text --max-document=4G' ;;
	from-jsonl) printf '%s\tarticles.jsonl\n' from-jsonl ;;
	normalize) printf '%s\tfrom-jsonl.out\n' normalize ;;
	segment-words) printf '%s\tnormalize.out\n' 'segment --words' ;;
	segment | keep | dedup) printf '%s\tnormalize.out\n' "$1" ;;
	extract-figures) printf '%s\tsegment.out\n' extract-figures ;;
	to-sqlite) printf '%s\tfigures.out\n' 'to-sqlite :memory:' ;;
	to-sqlite-no-search) printf '%s\tfigures.out\n' 'to-sqlite --no-search :memory:' ;;
	to-*) printf '%s\tfigures.out\n' "$1" ;;
	*) return 1 ;;
	esac
}

# Every program there is, in the order of a pipeline; segment also with --words, to-sqlite also without its search index.
programs() {
	local program name
	for program in from-text from-jsonl normalize segment segment-words extract-figures keep dedup \
		to-jsonl to-tsv to-csv to-sqlite to-sqlite-no-search to-html; do
		name=${program%-words}
		have "${name%-no-search}" && echo "$program"
	done
}
