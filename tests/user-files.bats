# SPDX-License-Identifier: MIT
# Files that a user writes for a program: rules, abbreviations, words. What holds for each of them.
load helper

# each CHECK: runs CHECK with the program and its option, and a rule that it takes.
each() {
	"$1" 'extract-figures --rules' 'unit\tbao tải\tbag'
	"$1" 'segment --lines --abbreviations' 'Bv. name'
	"$1" 'segment --words --lines --lexicon' 'gia vang\t+'
}

# use STATUS OPTION: runs the program with the file.
use() {
	# shellcheck disable=SC2086  # the program and its options
	exits "$1" $2=file in
}

windows_file() {
	printf '%b' "# một\n$2\n" >file
	use 0 "$1"
	mv out plain
	printf '%b' "\0357\0273\0277# một\r\n$2\r\n" >file
	use 0 "$1"
	same plain out
}

refused() {
	printf '# một\nab\377\n' >file
	use 2 "$1"
	grep -q '^[a-z-]*: file:2:3: error: invalid UTF-8$' err
	printf '# một\nbao\0tải\n' >file
	use 2 "$1"
	grep -q '^[a-z-]*: file:2:4: error: a NUL byte$' err
	yes '' | head -c $((64 * 1024 * 1024 + 1)) >file
	use 2 "$1"
	grep -q '^[a-z-]*: file: error: larger than 64 MiB$' err
	rm file
	use 74 "$1"
	grep -q '^[a-z-]*: file: error: No such file' err
	mkdir file
	use 74 "$1"
	rmdir file
}

@test "a byte order mark and carriage returns change nothing" {
	printf 'Bv. Bạch Mai nhận 5 bao tải gia vang.\n' >in
	each windows_file
}

@test "what is not UTF-8, too large or not there is refused with its place" {
	: >in
	each refused
}
