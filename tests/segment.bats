# SPDX-License-Identifier: MIT
load helper

golden=$tests/golden/segment

@test "marks sentences with offsets in bytes" {
	printf '%%doc\t1\ta\nt\tp\tÔng Ba ở TP. Huế. Anh C. im lặng.\n%%end\n' >in
	exits 0 segment in
	printf '%%doc\t1\ta\nt\tp\tÔng Ba ở TP. Huế. Anh C. im lặng.\nS\t0\t22\tÔng Ba ở TP. Huế.\nS\t23\t40\tAnh C. im lặng.\n%%end\n' >expected
	same expected out
}

@test "replaces sentences that were there and keeps every other record" {
	printf '%%doc\t1\ta\nm\tx\t1\nt\tp\tMột. Hai.\nS\t0\t6\tMột.\twords=5\nF\t0\t5\tMột\tkind=number\nZ\t7\t10\tHai\ny\tz\n%%end\n' >in
	exits 0 segment in
	printf '%%doc\t1\ta\nm\tx\t1\nt\tp\tMột. Hai.\nS\t0\t6\tMột.\nF\t0\t5\tMột\tkind=number\nS\t7\t11\tHai.\nZ\t7\t10\tHai\ny\tz\n%%end\n' >expected
	same expected out
}

@test "a title is one sentence, whatever stands in it" {
	printf '%%doc\t1\ta\nt\ttitle\tVì sao? Vì mưa. Vì gió!\n%%end\n' >in
	exits 0 segment in
	[ "$(grep -c ^S out)" -eq 1 ]
}

@test "--lines prints a sentence a line, an empty line between blocks, two between documents" {
	printf 'Một. Hai.\n\nBa!\n' >a.txt
	printf 'Bốn\n' >b.txt
	exits 0 segment --lines a.txt b.txt
	printf 'Một.\nHai.\n\nBa!\n\n\nBốn\n' >expected
	same expected out
}

@test "--lines says what was wrong with a text, as the stream would" {
	printf 'Một hai.\n%.0s' {1..99} >big.txt
	exits 1 segment --lines --max-document=256 big.txt
	[ ! -s out ]
	[ "$(cat err)" = 'segment: big.txt: error: a document larger than 256 bytes (--max-document)' ]
	printf 'Mot \xff hai\n' >bad.txt
	exits 0 segment --lines --from=utf-8 bad.txt
	[ "$(cat err)" = 'segment: bad.txt:1:5: warning: invalid UTF-8: byte 0xff replaced by U+FFFD' ]
	exits 1 segment --words=tsv --max-document=256 big.txt
	grep -q -- --max-document err
}

@test "--abbreviations adds to what is known" {
	printf 'Anh đến BV. Bạch Mai. Chị ở lại.\n' >in
	exits 0 segment --lines in
	[ "$(wc -l <out)" -eq 3 ]
	printf '# của tôi\nBV.\tname # bệnh viện\n' >own
	exits 0 segment --lines --abbreviations=own in
	printf 'Anh đến BV. Bạch Mai.\nChị ở lại.\n' >expected
	same expected out
}

@test "--abbreviations names line and column of what is wrong" {
	printf '\nBV. nam\n' >own
	exits 2 segment --abbreviations=own /dev/null
	grep -q "^segment: own:2:5: error: unknown class 'nam', not one of name number place city .* link$" err
	printf 'BV.\n' >own
	exits 2 segment --abbreviations=own /dev/null
	[ "$(cat err)" = "segment: own:1:1: error: no class behind the abbreviation" ]
	exits 74 segment --abbreviations=missing /dev/null
}

@test "--list-abbreviations prints a file that --abbreviations takes and that changes nothing" {
	exits 0 segment --list-abbreviations
	grep -qP '^TS\.\tname\t# |^ts\.\tname\t# tiến sĩ' out
	cp out known
	sed '/^#/d; /^$/d' "$golden/cases.txt" | tr -d '|' >in
	segment --lines --plain --paragraphs=line in >expected
	exits 0 segment --lines --plain --paragraphs=line --abbreviations=known in
	same expected out
}

@test "cases that decide: every invented block is cut where its bars are" {
	sed '/^#/d; /^$/d' "$golden/cases.txt" >cases
	tr -d '|' <cases >in
	exits 0 segment --lines --plain --paragraphs=line in
	# A sentence a line, an empty line between blocks.
	sed '1!s/^/|/; s/|/\n/g' cases | sed '/./s/^ *//; s/ *$//' >expected
	same expected out
}

@test "sentences and what lies between give every block back" {
	sed '/^#/d; /^$/d' "$golden/cases.txt" | tr -d '|' >in
	exits 0 segment --plain --paragraphs=line in
	LC_ALL=C awk -F'\t' '
		/^t/ { text = $3; at = 0 }
		/^S/ { if (substr(text, at + 1, $2 - at) ~ /[^ ]/ || substr(text, $2 + 1, $3 - $2) != $4) bad++; at = $3; n++ }
		/^%end/ || /^t/ { if (last != "" && substr(last, end + 1) ~ /[^ ]/) bad++ }
		{ last = text; end = at }
		END { exit bad > 0 || n < 250 }
	' out
}

@test "line breaks inside a block end sentences" {
	printf '%%doc\t1\ta\nt\tp\tMột dòng\\nhai dòng. Ba\\n\\n\n%%end\n' >in
	exits 0 segment in
	grep ^S out | cut -f 2- >got
	printf '0\t11\tMột dòng\n12\t22\thai dòng.\n23\t25\tBa\n' >expected
	same expected got
}

@test "decomposed text has the sentences of composed text" {
	sed '/^#/d; /^$/d' "$golden/cases.txt" | tr -d '|' >in
	python3 -c 'import sys, unicodedata as u; sys.stdout.write(u.normalize("NFD", sys.stdin.read()))' <in >nfd
	segment --lines --plain --paragraphs=line nfd >out
	python3 -c 'import sys, unicodedata as u; sys.stdout.write(u.normalize("NFC", sys.stdin.read()))' <out >got
	segment --lines --plain --paragraphs=line in >expected
	same expected got
}

@test "megabytes of marks, quotes, blanks and brackets are no trouble" {
	local piece
	for piece in '.' '"' '. "' "'" '. ' '(' 'A. ' '. - ' '1. ' 'TP. ' 'Ảnh: A. ' '.A' '! "' '(. A) '; do
		awk -v piece="$piece" 'BEGIN { for (i = 0; i < 300000; i++) printf "%s", piece; print " A" }' >in
		# A quarter of a second is enough where time grows with the length, an hour is not where it grows with its square.
		exits 0 timeout 60 segment --lines in
	done
	{ printf '.'; head -c 1000000 /dev/zero | tr '\0' '"'; printf ' A. '; head -c 1000000 /dev/zero | tr '\0' ' '; printf 'B\n'; } >in
	exits 0 timeout 60 segment --lines in
}

@test "--lines says of an input that is no text what it is, and goes on" {
	printf 'Một. Hai.\n' >a
	gzip -nc a >b
	exits 1 segment --lines b a
	printf 'Một.\nHai.\n' | same - out
	[ "$(cat err)" = 'segment: b: error: not text but gzip data (zcat unpacks it)' ]
}
