#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Sentences a line from plain text: segment beside ICU's break iterator, and iconv for scale. Best of five, in seconds.
set -eu -o pipefail
# shellcheck source=inputs.bash
. "$(dirname "$0")/inputs.bash"

input=$1/plain.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# best NAME COMMAND...: the shortest of five runs.
best() {
	local name=$1
	shift
	for _ in 1 2 3 4 5; do
		/usr/bin/time -f %e -o "$work/time" "$@" <"$input" >/dev/null
		cat "$work/time"
	done | sort -n | head -n 1 | awk -v name="$name" -v bytes="$(wc -c <"$input")" \
		'{ printf "%-28s %6.2f s %8.1f MB/s\n", name, $1, ($1 > 0 ? bytes / 1e6 / $1 : 0) }'
}

best "iconv -f utf8 -t utf8" iconv -f utf8 -t utf8
best "segment" segment --plain
best "segment --lines" segment --plain --lines
# shellcheck disable=SC2046 # flags are words
if pkg-config --exists icu-uc icu-i18n 2>/dev/null &&
	cc -O2 -o "$work/icu" "$root/tests/eval/sentences/icu.c" $(pkg-config --cflags --libs icu-uc icu-i18n); then
	best "ICU sentences" "$work/icu" lines
else
	echo "ICU sentences: not installed (libicu-dev)"
fi
