# SPDX-License-Identifier: MIT
# Loaded by every suite: the programs on PATH, a folder of its own for each test, and the comparison that keeps bytes.
# PHIN_BIN names the folder of the programs (a sanitizer build has its own).
# shellcheck shell=bash

tests=$BATS_TEST_DIRNAME
root=$(cd "$tests/.." && pwd)
export PATH="${PHIN_BIN:-$root/build/bin}:$PATH"

# What the tests' own shell and tools write is UTF-8 on any machine; the programs do not look at it (contract.bats).
export LC_ALL=C.UTF-8

setup() {
	cd "$BATS_TEST_TMPDIR" || return
}

# same EXPECTED ACTUAL: compares two files byte for byte and shows how they differ.
same() {
	diff -u "$1" "$2"
}

# Runs a command, its streams in files out and err, its exit status in $status.
try() {
	status=0
	"$@" >out 2>err || status=$?
}

# exits STATUS COMMAND...: runs a command and holds its exit status against the expected one.
exits() {
	local expected=$1
	shift
	try "$@"
	if [ "$status" -ne "$expected" ]; then
		printf 'exit status %s, expected %s; stderr:\n' "$status" "$expected"
		cat err
		return 1
	fi
}

# refute COMMAND...: the command must fail; `! command` is not looked at by Bats unless it stands last.
refute() {
	if "$@"; then
		printf 'this should have failed: %s\n' "$*"
		return 1
	fi
}
