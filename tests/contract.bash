# SPDX-License-Identifier: MIT
# What contract.bats is made of: the programs there are, what tests/contract/programs.tsv says of them, and ways to run them.
# shellcheck shell=bash

bin=${PHIN_BIN:-$root/build/bin}
[ -z "${PHIN_FULL-}" ] || LIMIT=600
shim=$root/build/contract/shim.so
stream_py=$tests/contract/stream.py

programs() {
	local program
	for program in "$bin"/*; do
		[ -x "$program" ] && [ ! -d "$program" ] && basename "$program"
	done
}

# The table, read once; a program that is not in it reads and writes the stream.
declare -gA reads_of writes_of traits_of options_of
while IFS=$'\t' read -r program reads writes traits options; do
	case $program in '' | '#'*) continue ;; esac
	reads_of[$program]=$reads writes_of[$program]=$writes traits_of[$program]=$traits options_of[$program]=$options
done <"$tests/contract/programs.tsv"

reads() { echo "${reads_of[$1]:-stream}"; }
writes() { echo "${writes_of[$1]:-stream}"; }
has() { case ,${traits_of[$1]:--}, in *,"$2",*) ;; *) return 1 ;; esac; }
is_sanitized() { case $bin in *address*) ;; *) return 1 ;; esac; }

# input PROGRAM: the file of its proper input.
input() { echo "$BATS_FILE_TMPDIR/$(reads "$1")"; }

# start PROGRAM [ARGUMENT...]: runs it as the table wants it; SHIM holds the words for tests/contract/shim.c.
start() {
	local program=$1 options
	shift
	options=${options_of[$program]:--}
	[ "$options" != - ] || options=
	rm -f file
	# shellcheck disable=SC2086 # words
	if [ -n "${SHIM-}" ]; then
		env LD_PRELOAD="$shim" PHIN_SHIM="$SHIM" PHIN_SHIM_FIRED="$PWD/fired" "$program" ${options//FILE/file} "$@"
	else
		timeout "${LIMIT:-60}" "$program" ${options//FILE/file} "$@"
	fi
}

# result PROGRAM [ARGUMENT...]: like start; what a program wrote into a file follows on standard output.
result() {
	local status=0
	start "$@" || status=$?
	[ ! -e file ] || sqlite3 file .dump
	return "$status"
}

# expect STATUS COMMAND...: the exit status must be that one, or one of those separated by |; stderr goes to err, and
# complaints to descriptor 9, since standard output is somebody's.
expect() {
	local wanted=$1 status=0
	shift
	"$@" 2>err || status=$?
	echo "$status" >left
	case "|$wanted|" in
	*"|$status|"*) ;;
	*)
		{
			echo "'$*' left with $status, not $wanted; it said:"
			head -c 600 err
		} >&9
		return 1
		;;
	esac
}

# says TEXT: the last command that was expected said something on stderr, with TEXT in it.
says() {
	grep -q -e "$1" err || {
		echo "no '$1' in what it said:"
		head -c 600 err
		return 1
	}
}

# each FUNCTION PROGRAM...: calls it for every program in a folder of its own, each to its end; names those that fail.
each() {
	local check=$1 program failed=0
	shift
	for program in "$@"; do
		mkdir -p "$program"
		(
			trap - ERR DEBUG EXIT
			set -e +E
			cd "$program"
			exec 9>&1
			"$check" "$program"
		) >"$program.log" 2>&1 &
		wait $! || {
			echo "$program: not $check:"
			head -c 2000 "$program.log"
			failed=1
		}
		rm -rf "$program"
	done
	return "$failed"
}

# those PROPERTY...: programs for which a test such as `reads = stream` holds.
those() {
	local program
	for program in $(programs); do
		[ "$("$1" "$program")" != "$2" ] || echo "$program"
	done
}
