# SPDX-License-Identifier: MIT
load helper

in=$BATS_TEST_DIRNAME/golden/table/in.phin

# documents FROM TO: documents of two paragraphs each, with sentences and figures, on stdout.
documents() {
	for i in $(seq "$1" "$2"); do
		printf '%%doc\t1\td%s\nm\tdate\t"2025-09-%02d"\nt\ttitle\tTin số %s\n' "$i" $((i % 28 + 1)) "$i"
		printf 't\tp\tPhường có 91 hộ. Đà Nẵng mưa.\nS\t0\t19\tPhường có 91 hộ.\nF\t14\t16\t91\tkind=number\tvalue=91\nS\t21\t36\tĐà Nẵng mưa.\n%%end\n'
	done | sed 's/^S	0	19/S	0	22/; s/^S	21	36/S	23	40/'
}

@test "documents, blocks, sentences, figures, metadata, views" {
	exits 0 to-sqlite db "$in"
	same /dev/null out
	sqlite3 -json db 'SELECT id, date, title, url, source, meta, length(text) AS characters FROM document' \
		'SELECT * FROM block' 'SELECT id, text, words FROM sentences ORDER BY number' \
		'SELECT id, sentence, kind, surface, value, amount, from_value, to_value, unit, first_day, last_day, start_at, end_at FROM figures ORDER BY id, start_at' >rows
	same "$tests/golden/sqlite/rows.json" rows
}

@test "the text is the one that to-jsonl writes, and offsets cut surfaces out of it" {
	exits 0 to-sqlite db "$in"
	sqlite3 db 'SELECT json_quote(text) FROM document' >texts
	to-jsonl "$in" | jq -c .text | same - texts
	[ "$(sqlite3 db 'SELECT count(*) FROM figure f JOIN document d ON d.number = f.document WHERE substr(d.text, start_at + 1, end_at - start_at) <> surface')" = 0 ]
	[ "$(sqlite3 db 'SELECT count(*) FROM figure')" = 11 ]
}

@test "search finds with marks, without marks, and tells what differs by marks" {
	printf '%%doc\t1\ta\nt\tp\tBão vào Đà Nẵng đêm qua.\nt\tp\tĐường Nguyễn Huệ\n%%end\n%%doc\t1\tb\nt\tp\tđã nặng lắm\n%%end\n' >docs
	exits 0 to-sqlite db docs
	find_ids() { sqlite3 db "SELECT id FROM sentences WHERE number IN (SELECT rowid FROM search WHERE search MATCH '$1')" | paste -s -d ' '; }
	[ "$(find_ids '"Đà Nẵng"')" = a ]
	[ "$(find_ids '"đà nẵng"')" = a ]
	[ "$(find_ids '"da nang"')" = "a b" ]
	[ "$(find_ids 'DUONG NGUYEN hue')" = a ]
	[ "$(find_ids '"nang da"')" = "" ]
}

@test "the date is what is read of it; what came is in meta" {
	printf '%%doc\t1\ta\nm\tdate\t20201101\n%%end\n%%doc\t1\tb\nm\tdate\t"1/11/2020 07:30"\n%%end\n%%doc\t1\tc\nm\tdate\tnull\n%%end\n' >docs
	exits 0 to-sqlite db docs
	sqlite3 -nullvalue - db "SELECT date, meta ->> 'date' FROM document" >rows
	printf '2020-11-01|20201101\n2020-11-01|1/11/2020 07:30\n-|-\n' | same - rows
}

@test "numbers are exact, and only numbers are amounts" {
	printf '%%doc\t1\ta\nt\tp\t1 2 3 4\nF\t0\t1\t1\tkind=number\tvalue=17.50\nF\t2\t3\t2\tkind=money\tvalue=9007199254740993\nF\t4\t5\t3\tkind=date\tvalue=2025\nF\t6\t7\t4\tkind=fraction\tvalue=2/3\n%%end\n' >docs
	exits 0 to-sqlite db docs
	sqlite3 db "SELECT value, amount, typeof(amount) FROM figure" >rows
	printf '17.50|17.5|real\n9007199254740993|9007199254740993|integer\n2025||null\n2/3||null\n' | same - rows
}

@test "run again, nothing changes, not a byte of the dump" {
	documents 1 30 >docs
	exits 0 to-sqlite db docs
	sqlite3 db .dump >first
	exits 0 to-sqlite --stats=s db docs
	sqlite3 db .dump | same first -
	jq -e '.documents_in == 30 and .documents_out == 30 and .unchanged == 30 and .added == 0' s
}

@test "a document that changed is replaced, in the index too" {
	documents 1 5 >docs
	exits 0 to-sqlite db docs
	sed 's/Phường có 91/Phường có 92/; s/91	kind=number	value=91/92	kind=number	value=92/' docs >changed
	exits 0 to-sqlite --stats=s db changed
	jq -e '.updated == 5' s
	[ "$(sqlite3 db "SELECT count(*) FROM search WHERE search MATCH '91'")" = 0 ]
	[ "$(sqlite3 db "SELECT count(*) FROM search WHERE search MATCH '92'")" = 5 ]
	[ "$(sqlite3 db 'SELECT count(DISTINCT value), count(*), max(value) FROM figure')" = '1|5|92' ]
	sqlite3 db "INSERT INTO search (search) VALUES ('integrity-check')" 'PRAGMA integrity_check' 'PRAGMA foreign_key_check' | grep -qx ok
	exits 0 to-sqlite fresh changed
	for table in document block figure; do
		sqlite3 db "SELECT * FROM $table" >rows
		sqlite3 fresh "SELECT * FROM $table" | cut -d '|' -f 1,2 >rows.fresh
		cut -d '|' -f 1,2 rows | same - rows.fresh
	done
}

@test "killed at any moment, the next run makes the same database" {
	documents 1 3000 >docs
	to-sqlite whole docs
	sqlite3 whole .dump >expected
	for pause in 0.01 0.03 0.06 0.1 0.15 0.2; do
		rm -f db*
		to-sqlite db docs &
		sleep "$pause"
		kill -9 $! 2>/dev/null || true
		wait $! 2>/dev/null || true
		exits 0 to-sqlite db docs
		sqlite3 db .dump | same expected -
		sqlite3 db "INSERT INTO search (search) VALUES ('integrity-check')" 'PRAGMA integrity_check' | grep -qx ok
	done
}

@test "documents with an error go to the quarantine, the others in" {
	{ documents 1 1 && printf '%%doc\t1\tbad\ne\terror\tx\tbad\t\tno good\n%%end\n' && documents 2 2; } >docs
	exits 1 to-sqlite --quarantine=q --stats=s db docs
	[ "$(jq -r .id q)" = bad ]
	[ "$(sqlite3 db 'SELECT group_concat(id) FROM document')" = d1,d2 ]
	jq -e '.documents_in == 3 and .documents_out == 2 and .quarantined == 1' s
}

@test "input that breaks off: what came whole is in, the half is not" {
	{ documents 1 2 && printf '%%doc\t1\thalf\nt\tp\tNửa\n'; } >docs
	exits 65 to-sqlite db docs
	[ "$(sqlite3 db 'SELECT group_concat(id) FROM document')" = d1,d2 ]
	[ "$(sqlite3 db "SELECT count(*) FROM search WHERE search MATCH 'phuong'")" = 2 ]
}

@test "warnings and records of unknown types come along" {
	printf '%%doc\t1\ta\ne\twarning\tx\tcode\tin:1\tmind\nt\tp\tHà Nội\nX\t0\t9\tHà Nội\tname=place\n%%end\n' >docs
	exits 0 to-sqlite db docs
	[ "$(sqlite3 db 'SELECT stage, code, place, message FROM warning')" = 'x|code|in:1|mind' ]
	[ "$(sqlite3 db 'SELECT type, start_at, end_at, keys FROM annotation')" = 'X|0|6|name=place' ]
}

@test "--schema prints what makes the database" {
	exits 0 to-sqlite --schema
	sqlite3 made <out
	exits 0 to-sqlite db "$in"
	sqlite3 db .schema >schema
	sqlite3 made .schema | same schema -
}

@test "a new database in a folder that may not be written is told with the folder and the reason" {
	mkdir shut
	to-sqlite shut/old </dev/null
	chmod 555 shut
	# root may write anywhere, unless that is taken from it
	mortal=()
	[ "$(id -u)" -ne 0 ] || mortal=(setpriv --bounding-set=-dac_override,-dac_read_search)
	for db in new old; do
		exits 74 "${mortal[@]}" to-sqlite shut/$db </dev/null
		[ "$(cat err)" = "to-sqlite: shut/$db: error: the folder 'shut' cannot be written: Permission denied" ]
	done
	chmod 755 shut
}

@test "a database that is locked, of somebody else, read-only, or none: said plainly, exit 74" {
	sqlite3 other 'CREATE TABLE t (x)'
	exits 74 to-sqlite other "$in"
	grep -q 'other: error: a database, but not a database of to-sqlite' err
	exits 74 to-sqlite missing/db "$in"
	grep -q "missing/db: error: the folder 'missing' cannot be written: No such file" err
	exits 0 to-sqlite db "$in"
	(echo 'BEGIN IMMEDIATE;'; sleep 3) | sqlite3 db &
	sleep 0.5
	exits 74 to-sqlite --wait=0 db "$in"
	grep -q 'db: error: locked by another program; waited 0 seconds (--wait)' err
	exits 0 to-sqlite --wait=20 db "$in"
	wait
	exits 2 to-sqlite
	exits 2 to-sqlite --memory=1K db
}

@test "others read while a run goes on" {
	documents 1 1 >docs
	exits 0 to-sqlite db docs
	{ documents 2 2 && sleep 1; } | to-sqlite db &
	sleep 0.5
	[ "$(sqlite3 db 'SELECT count(*) FROM document')" = 2 ]
	wait
}

@test "--no-search leaves the index to a later run, which brings it up to date" {
	documents 1 3 >three
	documents 4 5 >more
	exits 0 to-sqlite --no-search db three
	[ "$(sqlite3 db "SELECT count(*) FROM sentence")" -gt 0 ]
	[ "$(sqlite3 db "SELECT count(*) FROM search_docsize")" = 0 ]
	sed 's/91/92/g' three >changed
	exits 0 to-sqlite --no-search db changed
	exits 0 to-sqlite db more
	[ "$(sqlite3 db "SELECT count(*) FROM search WHERE search MATCH '92'")" = 3 ]
	[ "$(sqlite3 db "SELECT count(*) FROM search WHERE search MATCH '91'")" = 2 ]
	sqlite3 db "INSERT INTO search (search) VALUES ('integrity-check')" 'PRAGMA integrity_check' | grep -qx ok
}

@test "a new database gets its figures' indexes when a document is replaced, or at the end; a killed run's, with the next" {
	documents 1 40 >docs
	{ documents 1 20 && documents 1 20 | sed 's/91/92/g' && documents 21 40; } >twice
	for option in --no-search --strict; do
		for input in docs twice /dev/null; do
			rm -f db*
			exits 0 to-sqlite $option db $input
			sqlite3 db "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1" >indexes
			printf 'figure_day\nfigure_kind\nsentence_document\n' | same - indexes
			sqlite3 db 'PRAGMA integrity_check' | grep -qx ok
		done
	done
	sqlite3 db 'DROP INDEX figure_kind' 'DROP INDEX figure_day'
	exits 0 to-sqlite db docs
	exits 0 to-sqlite db docs
	[ "$(sqlite3 db "SELECT count(*) FROM sqlite_schema WHERE name IN ('figure_kind', 'figure_day')")" = 2 ]
	[ "$(sqlite3 db "SELECT count(*) FROM figure INDEXED BY figure_day WHERE first_day > ''")" = 0 ]
}

@test "sentences are numbered as SQLite numbers rows, and figures name theirs" {
	{ documents 1 30 && documents 3 5 | sed 's/91/93/g' && documents 30 30 | sed 's/91/94/g'; } >docs
	exits 0 to-sqlite db docs
	exits 0 to-sqlite db <(documents 30 33)
	[ "$(sqlite3 db 'SELECT count(*) FROM figure')" = 33 ]
	sqlite3 db 'SELECT count(*) FROM figure f JOIN sentence s ON s.number = f.sentence AND s.document = f.document
		AND instr(s.text, f.surface) > 0 AND s.start_at <= f.start_at AND f.end_at <= s.end_at' | grep -qx 33
}

@test "more sentences than the full-text index gathers in memory are found all the same" {
	documents 1 6000 >docs
	exits 0 to-sqlite --memory=1M db docs
	exits 0 to-sqlite large docs
	sqlite3 db "SELECT rowid FROM search WHERE search MATCH 'phuong OR nang'" >some
	[ "$(wc -l <some)" = 12000 ]
	sqlite3 large "SELECT rowid FROM search WHERE search MATCH 'phuong OR nang'" | same some -
	sqlite3 db "INSERT INTO search (search) VALUES ('integrity-check')"
}

@test "documents without an id do not take each other's place, and are known again" {
	printf '%%doc\t1\t\nt\tp\tMột\n%%end\n%%doc\t1\nt\tp\tHai\n%%end\n%%doc\t1\t\nt\tp\tMột\n%%end\n' >docs
	exits 0 to-sqlite --stats=s db docs
	sqlite3 db 'SELECT length(id), text FROM document ORDER BY number' >rows
	printf '32|Một\n32|Hai\n' | same - rows
	exits 0 to-sqlite --stats=s db docs
	jq -e '.unchanged == 3' s
}

@test "NUL, where SQL would stop, is U+FFFD; offsets hold, ids are told apart and known again" {
	printf '%%doc\t1\ta\\x00b\nm\ttitle\t"x\\\\u0000y"\nt\tp\tM\\x00ột hai ba\nF\t11\t13\tba\tkind=number\tvalue=3\n%%end\n%%doc\t1\ta\nt\tp\tok\n%%end\n' >docs
	exits 0 to-sqlite db docs
	exits 0 to-sqlite --stats=s db docs
	jq -e '.unchanged == 2' s
	sqlite3 db 'SELECT id, title, text FROM document' >rows
	printf 'a\xef\xbf\xbdb|x\xef\xbf\xbdy|M\xef\xbf\xbdột hai ba\na||ok\n' | same - rows
	[ "$(sqlite3 db 'SELECT substr(d.text, start_at + 1, end_at - start_at) FROM figure JOIN document d ON d.number = document')" = ba ]
	[ "$(sqlite3 db "SELECT count(*) FROM search WHERE search MATCH 'hai'")" = 1 ]
}

@test "what is no number, or larger than any, is no amount" {
	{
		printf '%%doc\t1\ta\nt\tp\t1 2 3 4\n'
		printf 'F\t0\t1\t1\tkind=number\tvalue=1.2.3\nF\t2\t3\t2\tkind=number\tvalue=-\n'
		printf 'F\t4\t5\t3\tkind=number\tvalue=%s\nF\t6\t7\t4\tkind=number\tvalue=-0.5\n%%end\n' "$(printf '9%.0s' $(seq 400))"
	} >docs
	exits 0 to-sqlite db docs
	sqlite3 db 'SELECT typeof(amount), amount FROM figure' >rows
	printf 'null|\nnull|\nnull|\nreal|-0.5\n' | same - rows
}

@test "several write one database at the same time, new or not" {
	for i in 1 2 3 4; do documents $((i * 100)) $((i * 100 + 60)) >"docs$i"; done
	for round in first second; do
		for i in 1 2 3 4; do to-sqlite db "docs$i" 2>"err$i" & done
		wait
		for i in 1 2 3 4; do same /dev/null "err$i"; done
		[ "$(sqlite3 db 'SELECT count(*) FROM document')" = 244 ]
		[ "$(sqlite3 db "SELECT count(*) FROM search WHERE search MATCH 'phuong'")" = 244 ]
		[ "$(sqlite3 db 'SELECT count(*) FROM figure f JOIN sentence s ON s.number = f.sentence AND s.document = f.document')" = 244 ]
		sqlite3 db "INSERT INTO search (search) VALUES ('integrity-check')" 'PRAGMA integrity_check' | grep -qx ok
		sed -i "s/91/92/g" docs?
	done
}

@test "a database of another version, one that lost a table, one that is damaged: said plainly, left as it was" {
	documents 1 2 >docs
	exits 0 to-sqlite db docs
	sqlite3 db 'PRAGMA user_version = 9' >/dev/null
	exits 74 to-sqlite db docs
	grep -q 'db: error: a database of to-sqlite of version 9; this program writes version 1' err
	sqlite3 db 'PRAGMA user_version = 1' 'DROP TABLE figure'
	exits 74 to-sqlite db docs
	grep -q 'db: error: no such table: figure' err
	exits 0 to-sqlite large <(documents 1 200)
	dd if=/dev/zero of=large bs=4096 seek=4 count=8 conv=notrunc status=none
	exits 74 to-sqlite large docs <(documents 1 200)
	grep -q 'large: error: is damaged' err
}

@test "a disk that fills up: said plainly; with room again the next run makes the same database" {
	shim=$root/build/contract/shim.so
	[ "$root/build/bin/to-sqlite" = "$(command -v to-sqlite)" ] && [ -e "$shim" ] || skip 'a sanitizer build is not for the shim'
	documents 1 700 >docs
	to-sqlite whole docs
	sqlite3 whole .dump >expected
	for bytes in 1 5000 50000 100000 200000 300000; do
		rm -f db* fired
		exits 74 env LD_PRELOAD="$shim" PHIN_SHIM="full=$bytes" PHIN_SHIM_FIRED="$PWD/fired" to-sqlite db docs
		[ -e fired ]
		grep -q '^to-sqlite: db: error: ' err
		exits 0 to-sqlite db docs
		sqlite3 db .dump | same expected -
	done
}

@test "of a document of very many figures each has its sentence" {
	{
		printf '%%doc\t1\ta\nt\tp\tMột hai\nS\t0\t9\tMột hai\n'
		yes 'F	6	9	hai	kind=number	value=2' | head -n 100000
		printf '%%end\n'
	} >docs
	exits 0 to-sqlite --no-search db docs
	[ "$(sqlite3 db 'SELECT count(*), count(DISTINCT sentence), max(ordinal) FROM figure')" = '100000|1|99999' ]
}
