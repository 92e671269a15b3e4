# SPDX-License-Identifier: MIT
load helper

@test "one document a file, its text as blocks" {
	printf 'Một.\n\nHai.\n' >a.txt
	exits 0 from-text --id=name a.txt
	printf '%%doc\t1\ta\nt\tp\tMột.\nt\tp\tHai.\n%%end\n' >expected
	same expected out
}

@test "ids: the hash of the bytes, the file's name, its path" {
	mkdir -p tin/2025
	printf 'Một.\n' >tin/2025/a.b.txt
	from-text tin/2025/a.b.txt | head -n 1 >out
	grep -Eq '^%doc	1	[0-9a-f]{32}$' out
	from-text <tin/2025/a.b.txt | head -n 1 | same out -
	from-text --id=name tin/2025/a.b.txt | grep -q '^%doc	1	a\.b$'
	from-text --id=path tin/2025/a.b.txt | grep -q '^%doc	1	tin/2025/a\.b\.txt$'
	from-text --id=name <tin/2025/a.b.txt | head -n 1 | same out -
}

@test "the same text has the same id, another byte another one" {
	printf 'Một.\n' >a
	printf 'Một. \n' >b
	from-text a b a | grep '^%doc' >ids
	[ "$(sed -n 1p ids)" = "$(sed -n 3p ids)" ]
	[ "$(sed -n 1p ids)" != "$(sed -n 2p ids)" ]
}

@test "the header that a crawl glued to the first words is the date" {
	printf ' date 2025-09-26 Theo đồng chí Nam, phường có 91 tổ.\n' >in
	from-text in | sed 1d >out
	printf 'm\tdate\t"2025-09-26"\nt\tp\tTheo đồng chí Nam, phường có 91 tổ.\tat=17,17,17\n%%end\n' | same - out
	printf 'date 26-9 Theo\n' | from-text | grep -q '^t	p	date 26-9 Theo$'
}

@test "key: value lines are a header, a headline with a colon is none" {
	printf 'Title: Thu ngân sách\nDATE: 2025-09-26\nid: a17\nurl:  https://example.vn/a \n\nMột.\n' >in
	exits 0 from-text in
	printf '%%doc\t1\ta17\nm\tdate\t"2025-09-26"\nm\turl\t"https://example.vn/a"\nt\ttitle\tThu ngân sách\n' >expected
	head -n 4 out | same expected -
	grep -q '^t	p	Một\.' out
	printf 'Hà Nội: Bắt nhóm trộm xe\n\nMột.\n' | from-text | grep -q '^t	[a-z]*	Hà Nội: Bắt nhóm trộm xe$'
	! printf 'Title: Thu\nMột dòng.\n' | from-text | grep -q '^t	title' || false
}

@test "what looks like the stream is text here" {
	printf '%%doc\t1\tx\n%%end\n' >in
	exits 0 from-text in
	grep -qF 't	p	%doc\t1\tx' out
}

@test "bytes that are not UTF-8 become U+FFFD, with a warning" {
	printf 'Một \377 hai \341\272.\n' >in
	exits 0 from-text in
	grep -q '^t	p	Một � hai �\.$' out
	grep -q '^e	warning	plain-text	invalid-utf8	in:1:7	' out
}

@test "a file that is too large is put aside, the others are delivered" {
	yes 'Một dòng dài.' | head -c 10000 >big
	printf 'Hai.\n' >small
	exits 1 from-text --max-document=1K big small
	grep -q 'big: error: a document larger than 1024 bytes' err
	[ "$(grep -c '^%end' out)" -eq 2 ]
	mv out stream
	exits 1 to-jsonl --quarantine=bad.jsonl stream
	[ "$(wc -l <out)" -eq 1 ]
	jq -rj 'select(.code == "document-too-large") | .raw' bad.jsonl | same big -
}

@test "what is no text by its first bytes is put aside with its bytes and its name, the others are delivered" {
	printf 'Một.\n' >a.txt
	while IFS='|' read -r bytes what; do
		printf "$bytes" >b.txt
		exits 1 from-text a.txt b.txt a.txt
		[ "$(grep -c '^t	p	Một' out)" -eq 2 ]
		grep -q "^from-text: b.txt: error: not text but $what" err || { echo "$what" && cat err && false; }
		to-jsonl --quarantine=bad.jsonl out >good.jsonl 2>/dev/null || true
		[ "$(wc -l <good.jsonl)" -eq 2 ]
		jq -r 'select(.code == "not-text" and .place == "b.txt") | .raw_base64 // (.raw | @base64)' bad.jsonl | base64 -d | same b.txt -
	done <<'EOF'
\x1f\x8b\x08\x00abc\n|gzip data (zcat unpacks it)
\x28\xb5\x2f\xfdabc|Zstandard data (zstdcat unpacks it)
BZh91AY&SYabc|bzip2 data (bzcat unpacks it)
PK\x03\x04\x14\x00abc\n|a ZIP archive, as docx, xlsx, odt and epub are too
%%PDF-1.4\n%%\xe2\xe3\xcf\xd3\n|a PDF document (pdftotext makes text of it)
\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1abc|an old Office document (doc, xls, ppt)
{\\rtf1\\ansi abc}|an RTF document
\x89PNG\r\n\x1a\nabc|a PNG image
\xff\xd8\xff\xe0\x00\x10JFIF\x00|a JPEG image
GIF89aabc|a GIF image
SQLite format 3\x00abc|an SQLite database
EOF
}

@test "text that begins nearly so is text" {
	for text in 'PDF-1.4 là gì?' 'BM 25 tăng giá' 'BZh là tên' 'RIFF có 3 hộ' 'GIF là ảnh động' '{rtf} là thẻ' '{không phải JSON}' '["một", "hai"]' '{"một"} hai'; do
		printf '%s\n' "$text" >in
		exits 0 from-text in
		grep -qF "$text" out
	done
}

@test "JSON is not taken for prose; --plain takes it" {
	printf '\xef\xbb\xbf {"id": "a", "text": "Ngày 3-10\\nGặp"}\n' >in
	exits 1 from-text in
	grep -q '^from-text: in: error: not text but JSON (from-jsonl reads it; --plain reads it as text)$' err
	refute grep -q '^t' out
	exits 0 from-text --plain in
	grep -q '^t	p	{"id"' out
	printf '[{"id": "a"}, {"id": "b"}]\n' >in
	exits 1 from-text in
	grep -q 'jq -c' err
}

@test "what an input is does not hang on how its bytes come in" {
	printf '\x89PNG\r\n\x1a\nabc' >in
	from-text in >whole || true
	{ head -c 3 in && sleep 0.1 && tail -c +4 in | head -c 2 && sleep 0.1 && tail -c +6 in; } | from-text >parts || true
	grep -q '	not-text	' parts
	sed 's/	in	/	-	/' whole | same - parts
}
