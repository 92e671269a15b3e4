# SPDX-License-Identifier: MIT
# Files that a program writes beside standard output, and what --stats says where people read the output.
load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	printf '%%doc\t1\ta\nt\tp\tMột. Hai.\n%%end\n' >in
}

# spared COMMAND...: the command is refused, and the input is as it was.
spared() {
	cp in f
	exits 74 "$@"
	same in f
	grep -q 'f: error: a file that is read or written already' err
}

@test "a file that is read is not emptied to be written" {
	spared to-jsonl --quarantine=f f
	spared to-csv --quarantine=f f
	spared keep --rejected=f f
	spared normalize --explain=f f
	spared dedup --report=f f
	spared to-jsonl --stats=f f
	cp in f
	exits 74 to-jsonl --quarantine=f <f
	same in f
}

@test "two outputs are two files" {
	printf 'broken\n' | from-jsonl >bad || true
	exits 74 to-jsonl --quarantine=q --stats=q bad
	[ "$(wc -l <q)" -eq 1 ]
	exits 0 to-jsonl --stats=/dev/null --quarantine=/dev/null in
}

@test "segment --lines counts a document with an error as put aside" {
	printf '{"text":5}\n{"text":"Một. Hai."}\n' | from-jsonl >both || true
	exits 1 segment --lines --stats=counts both
	jq -e '.documents_in == 2 and .documents_out == 1 and .quarantined == 1' counts
}
