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

@test "a database that is kept is neither read as input nor emptied to be written" {
	exits 0 to-sqlite db in
	exits 0 dedup --state=state in
	cp db db.before
	cp state state.before
	for other in --quarantine=db --stats=db; do
		exits 74 to-sqlite "$other" db in
	done
	exits 74 to-sqlite db db
	exits 74 to-sqlite db <db
	grep -q '^to-sqlite: db: error: a file that is read or written already' err
	sqlite3 db .dump >dump
	sqlite3 db.before .dump | same - dump
	for other in --report=state --rejected=state --stats=state; do
		exits 74 dedup --state=state "$other" in
	done
	exits 74 dedup --state=state state
	sqlite3 state 'SELECT count(*) FROM document' | grep -qx 1
	exits 74 dedup --state=in in
	printf '%%doc\t1\ta\nt\tp\tMột. Hai.\n%%end\n' | same - in
}

@test "a database needs a name" {
	for name in '' folder/; do
		exits 74 to-sqlite "$name" in
		grep -q "^to-sqlite: $name: error: not the name of a file" err
		exits 74 dedup --state="$name" in
	done
	[ ! -e folder ]
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
