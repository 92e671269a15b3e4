# SPDX-License-Identifier: MIT
load helper

meta=url,source,views,kind,note,tags

@test "a figure a row, with its document, sentence, keys, days and offsets" {
	exits 0 to-tsv --meta=$meta "$tests/golden/table/in.phin"
	same "$tests/golden/table/figures.tsv" out
}

@test "a sentence a row, its words joined by _" {
	exits 0 to-tsv --sentences --meta=$meta "$tests/golden/table/in.phin"
	same "$tests/golden/table/sentences.tsv" out
}

@test "a document a row" {
	exits 0 to-tsv --documents --meta=$meta "$tests/golden/table/in.phin"
	same "$tests/golden/table/documents.tsv" out
}

@test "every row has as many fields as the header" {
	for table in figures sentences documents; do
		awk -F '\t' 'NR == 1 { n = NF } NF != n { exit 1 }' "$tests/golden/table/$table.tsv"
	done
}

@test "offsets cut the surface out of the text, in code points, bytes and UTF-16" {
	printf '%%doc\t1\ta\nt\tp\t😀 có 91 tổ\nF\t9\t11\t91\tkind=number\tvalue=91\n%%end\n' >in
	for unit in codepoint:5:7 byte:9:11 utf16:6:8; do
		exits 0 to-tsv --no-header --offsets="${unit%%:*}" in
		cut -f 21,22 out | tr '\t' ':' >offsets
		echo "${unit#*:}" | same - offsets
	done
}

@test "where there is no value --null stands, and a text of that form is told from it" {
	printf '%%doc\t1\ta\nm\tnote\t"\\\\\\\\N"\nm\tnothing\tnull\n%%end\n' >in
	exits 0 to-tsv --documents --null='\N' --meta=note,nothing,missing in
	printf 'a\t\\N\t\\\\N\t\\N\t\\N\t\\N\t0\t0\t0\t0\t\n' >expected
	tail -n 1 out | same expected -
}

@test "--meta=title is the block that is the title, else metadata; --documents has a column for it" {
	{
		printf '%%doc\t1\ta\nm\ttitle\t"Khác"\nt\ttitle\tThu được 12 tỷ\\n đồng\nt\tp\tCó 91 tổ.\nF\t4\t6\t91\tkind=number\n%%end\n'
		printf '%%doc\t1\tb\nm\ttitle\t"Tin vắn"\nt\tp\tCó 91 tổ.\nF\t4\t6\t91\tkind=number\n%%end\n'
		printf '%%doc\t1\tc\nm\ttitle\t2025\nt\tp\tCó 91 tổ.\nF\t4\t6\t91\tkind=number\n%%end\n'
		printf '%%doc\t1\td\nm\ttitle\tnull\nt\tp\tCó 91 tổ.\nF\t4\t6\t91\tkind=number\n%%end\n'
	} >in
	exits 0 to-tsv --meta=title --null=- in
	cut -f 1,3,6 out >titles
	printf 'id\ttitle\tsurface\na\tThu được 12 tỷ\\n đồng\t91\nb\tTin vắn\t91\nc\t2025\t91\nd\t-\t91\n' | same - titles
	exits 0 to-tsv --documents --meta=title --null=- in
	cut -f 1,3,4 out >titles
	printf 'id\tmeta_title\ttitle\na\tKhác\tThu được 12 tỷ\\n đồng\nb\tTin vắn\tTin vắn\nc\t2025\t2025\nd\t-\t-\n' | same - titles
}

@test "the date is what is read of it; --meta=date is what came" {
	printf '%%doc\t1\ta\nm\tdate\t20201101\n%%end\n%%doc\t1\tb\nm\tdate\t"hôm nay"\n%%end\n%%doc\t1\tc\nm\tdate\t"2020-11-03T07:30"\n%%end\n' >in
	exits 0 to-tsv --documents --meta=date in
	cut -f 1-3 out >dates
	printf 'id\tdate\tmeta_date\na\t2020-11-01\t20201101\nb\thôm nay\thôm nay\nc\t2020-11-03T07:30\t2020-11-03T07:30\n' | same - dates
}

@test "no document: the header alone; with --no-header nothing" {
	exits 0 to-tsv --sentences </dev/null
	printf 'id\tdate\tnumber\trole\tsentence\twords\tstart\tend\n' | same - out
	exits 0 to-tsv --no-header </dev/null
	same /dev/null out
}

@test "plain text is a document without figures" {
	printf 'Một đoạn.\n' >a.txt
	exits 0 to-tsv --documents --no-header a.txt
	printf '1\t9\tMột đoạn.\n' >expected
	cut -f 4,7,8 out | same expected -
}

@test "a document with an error is put aside, the others are written" {
	printf '%%doc\t1\ta\ne\terror\tx\tbad\t\tno good\n%%end\n%%doc\t1\tb\n%%end\n' >in
	exits 1 to-tsv --documents --no-header --quarantine=q --stats=s in
	[ "$(cut -f 1 out)" = b ]
	[ "$(jq -r .id q)" = a ]
	jq -e '.documents_in == 2 and .documents_out == 1 and .quarantined == 1 and .rows == 1' s
}

@test "wrong words= lengths give no words, never a broken letter" {
	printf '%%doc\t1\ta\nt\tp\tĐi\nS\t0\t3\tĐi\twords=1,2\n%%end\n' >in
	exits 0 to-tsv --sentences --no-header in
	[ "$(cut -f 6 out)" = "" ]
}

@test "refuses two tables at once, a name twice, an empty name" {
	exits 2 to-tsv --sentences --documents </dev/null
	exits 2 to-tsv --meta=url --meta=url </dev/null
	exits 2 to-tsv --meta=url,,date </dev/null
}

@test "a table without a row says what may have been forgotten" {
	printf 'Có 91 xã.\n' >in.txt
	exits 0 to-tsv in.txt
	[ "$(cat err)" = "to-tsv: note: no document has a figure; extract-figures finds them" ]
	exits 0 to-tsv --sentences in.txt
	[ "$(cat err)" = "to-tsv: note: no document has a sentence; segment finds them" ]
	exits 0 to-tsv </dev/null
	[ ! -s err ]
}
