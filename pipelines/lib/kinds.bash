# SPDX-License-Identifier: MIT
# Sourced: what files of articles are called, and what reads and opens them.
# shellcheck shell=bash

# The program that reads a file, by the end of its name without .gz, .zst, .xz, in capitals or not; fails if none does.
source_of() {
	local name
	name=$(plain_name "$1")
	case ${name,,} in
	*.jsonl | *.ndjson) echo from-jsonl ;;
	*.txt) echo from-text ;;
	*) return 1 ;;
	esac
}

is_compressed() {
	[[ ${1,,} == *.@(gz|zst|xz) ]]
}

plain_name() {
	if is_compressed "$1"; then echo "${1%.*}"; else echo "$1"; fi
}

# open_compressed FILE: its content on standard output; fails if it is broken or cut off.
open_compressed() {
	case ${1,,} in
	*.gz) gzip -dc ;;
	*.zst) zstd -dcq ;;
	*.xz) xz -dc ;;
	esac <"$1"
}
