# SPDX-License-Identifier: MIT
# Every ```console block of the README is run, in the order of the page and in one folder; what it shows is what must come.
# A command stands behind "$ " and goes on behind "> "; a line "…" in the output stands for any lines.
load helper

# Splits the README's blocks into files: 001.command, 001.expected, …
split_blocks() {
	awk '
		/^```console$/ { inside = 1; next }
		/^```$/ { inside = 0; next }
		!inside { next }
		/^\$ / { n++; part = sprintf("%03d.", n); print substr($0, 3) >(part "command"); printf "" >(part "expected"); next }
		/^> / { print substr($0, 3) >(part "command"); next }
		{ print >(part "expected") }
	' "$root/README.md"
}

# as_shown EXPECTED ACTUAL: the same but for what "…" stands for.
as_shown() {
	if ! grep -qx '…' "$1"; then
		same "$1" "$2"
		return
	fi
	sed '/^…$/,$d' "$1" >head.expected
	sed '1,/^…$/d' "$1" >tail.expected
	head -n "$(wc -l <head.expected)" "$2" >head.actual
	tail -n "$(wc -l <tail.expected)" "$2" >tail.actual
	same head.expected head.actual && same tail.expected tail.actual
}

# Compiles the filter that the README shows whole.
build_example() {
	sed -n '/^```c$/,/^```$/p' "$root/README.md" | sed '1d; $d' >find-hashtags.c
	# shellcheck disable=SC2046 # flags
	cc -Wall -Wextra -Werror -I"$root/common" -D_GNU_SOURCE -DPHIN_VERSION='"0"' -o find-hashtags find-hashtags.c \
		"$root/build/libphin.a" $(pkg-config --libs libutf8proc libpcre2-8 jansson libxxhash)
}

@test "what the README shows is what comes" {
	ln -s "$root/samples" samples
	ln -s "$root/pipelines" pipelines
	build_example
	PATH=$PWD:$root/pipelines:$PATH
	split_blocks
	[ -e 001.command ]
	failed=0
	for command in *.command; do
		if ! bash -e -o pipefail "$command" >actual 2>err || ! as_shown "${command%.command}.expected" actual; then
			failed=1
			cat "$command" err
		fi
	done
	[ "$failed" -eq 0 ]
}

@test "what the README shows of the demo is what it prints" {
	sh "$root/pipelines/demo" >actual
	sed -n '/^    [0-9]* articles, /,/^The same set-up/p' "$root/README.md" | sed -n 's/^    //p' | grep -v '^ *…$' >shown
	[ "$(wc -l <shown)" -gt 20 ]
	# "…" at the end of a line stands for the rest of it.
	while IFS= read -r line; do
		case $line in
		*…) grep -qF -- "${line%…}" actual || return 1 ;;
		*) grep -qxF -- "$line" actual || return 1 ;;
		esac
	done <shown
}

@test "every program has its line in the README's table" {
	for program in "$root"/filters/*.c; do
		name=$(basename "$program" .c)
		case $name in train-*) continue ;; esac
		grep -q "^| \`$name\` |" "$root/README.md"
	done
}
