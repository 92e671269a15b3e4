# SPDX-License-Identifier: MIT
load helper

# ids: the ids of the documents in out, on one line.
ids() {
	grep '^%doc' out | cut -f 3 | paste -s -d ' '
}

# Three documents in three languages, with metadata and figures.
make_documents() {
	cat >in <<'EOF'
%doc	1	a
m	source	"Báo Ví Dụ"
m	date	"2025-09-26"
m	views	12.50
t	p	Phường có 91 tổ chức Đảng, trong đó phần lớn trực thuộc Đảng ủy.
F	14	16	91	kind=number	value=91
%end
%doc	1	b
m	date	"2025-10-01T07:30"
m	source	null
t	p	The city will spend 5 million dollars on the road that was closed.
X	0	3	The	made=by	hand
F	20	37	5 million dollars	kind=money	value=5000000	unit=USD
%end
%doc	1	c
t	p	La ciudad gastará mucho dinero en la carretera.
%end
EOF
}

@test "without a condition every document passes, byte for byte" {
	make_documents
	exits 0 keep in
	same in out
}

@test "metadata: there, equal, unequal, matching, compared" {
	make_documents
	while IFS='|' read -r condition expected; do
		exits 0 keep --meta="$condition" in
		[ "$(ids)" = "$expected" ] || { echo "$condition: $(ids)" && false; }
	done <<'EOF'
source|a
date|a b
source=Báo Ví Dụ|a
source!=Báo Ví Dụ|b c
source~^báo|
source~^Báo\s\w+|a
source!~Ví|b c
date>=2025-10|b
date<=2025-09-26|a
date>2025-09-26|b
date<2025-09-26|
views=12.50|a
id=c|c
none=|
EOF
}

@test "dates are compared as they are read, whichever way they are written" {
	printf '%%doc\t1\ta\nm\tdate\t20201101\n%%end\n%%doc\t1\tb\nm\tdate\t"Thứ Hai, 2/11/2020 | 07:30"\n%%end\n' >in
	printf '%%doc\t1\tc\nm\tdate\t"2020-11-03T07:30"\n%%end\n%%doc\t1\td\nm\tdate\t"hôm nay"\n%%end\n' >>in
	while IFS='|' read -r condition expected; do
		exits 0 keep --meta="$condition" in
		[ "$(ids)" = "$expected" ] || { echo "$condition: $(ids)" && false; }
	done <<'EOF'
date>=2020-11-02|b c d
date<2020-11-02|a
date<3/11/2020|a b
date>=20201102|b c d
date=2020-11-01|a
date=20201101|a
date!=1/11/2020|b c d
date~^2020|a c
date=hôm nay|d
EOF
}

@test "several conditions must all hold; --invert turns the verdict round" {
	make_documents
	exits 0 keep --meta=date --meta='date<2025-10' in
	[ "$(ids)" = a ]
	exits 0 keep --invert --meta=date --meta='date<2025-10' in
	[ "$(ids)" = "b c" ]
}

@test "languages are told apart" {
	make_documents
	exits 0 keep --language=vi in
	[ "$(ids)" = a ]
	exits 0 keep --language=en,other in
	[ "$(ids)" = "b c" ]
}

@test "Vietnamese without marks, and with its marks apart, is Vietnamese" {
	printf 'Phuong co chin muoi mot to chuc Dang, phan lon truc thuoc Dang uy phuong.\n' >bare.txt
	printf 'Thu nga\xcc\x82n sa\xcc\x81ch \xc4\x91a\xcc\xa3t ga\xcc\x82\xcc\x80n ba tra\xcc\x86m ty\xcc\x89.\n' >apart.txt
	exits 0 keep --language=vi bare.txt apart.txt
	[ "$(grep -c ^%doc out)" -eq 2 ]
}

@test "--mark-language writes metadata behind the other, and leaves a mark that is there" {
	make_documents
	exits 0 keep --mark-language in
	grep '^m	lang' out >marks
	printf 'm\tlang\t"vi"\nm\tlang\t"en"\nm\tlang\t"other"\n' | same - marks
	grep -v '^m	lang' out | same in -
	mv out again
	exits 0 keep --mark-language again
	[ "$(grep -c '^m	lang' out)" -eq 3 ]
	printf '%%doc\t1\ta\nm\tlang\t"fr"\nt\tp\tXin chào các bạn.\n%%end\n' >marked
	exits 0 keep --mark-language marked
	same marked out
}

@test "length in characters, of the blocks joined by a blank line" {
	printf '%%doc\t1\ta\nt\tp\tĐã\nt\tp\tđủ\n%%end\n' >in
	exits 0 keep --min-characters=6 --max-characters=6 in
	same in out
	exits 0 keep --min-characters=7 in
	same /dev/null out
	exits 0 keep --max-characters=5 in
	same /dev/null out
}

@test "kinds of figures and how many" {
	make_documents
	exits 0 keep --kinds=money,percent in
	[ "$(ids)" = b ]
	exits 0 keep --min-figures=1 in
	[ "$(ids)" = "a b" ]
	exits 0 keep --kinds=number --min-figures=2 in
	[ "$(ids)" = "" ]
}

@test "what does not pass goes to --rejected as it came, and the counts add up" {
	make_documents
	exits 0 keep --language=vi --rejected=others --stats=s in
	exits 0 keep --language=en,other in
	same out others
	jq -e '.documents_in == 3 and .documents_out == 1 and .dropped == 2 and .quarantined == 0' s
	jq -e '.languages == {other: 1, vi: 1, en: 1}' s
}

@test "a document with an error passes whatever the conditions" {
	printf '%%doc\t1\ta\ne\terror\tx\tbad\t\tno good\nt\tp\tA\n%%end\n' >in
	exits 0 keep --language=vi --meta=none in
	same in out
}

@test "an error that is found here is written down, and the exit status is 1" {
	printf '%%doc\t1\ta\nt\tp\tMột\nF\t0\t3\tHai\n%%end\n%%doc\t1\tb\n%%end\n' >in
	exits 1 keep --meta=none in
	grep -q '^e	error	keep	malformed	' out
	[ "$(ids)" = a ]
	exits 1 keep --strict --meta=none in
}

@test "a document larger than --max-document passes with an error, whole" {
	{ printf '%%doc\t1\ta\n' && for i in $(seq 100); do printf 't\tp\tĐoạn %s\n' "$i"; done && printf '%%end\n'; } >in
	exits 1 keep --max-document=512 --meta=none in
	grep -v '^e	error	keep	document-too-large' out | same in -
}

@test "a record longer than --max-line passes in a document with an error" {
	{ printf '%%doc\t1\ta\nt\tp\t' && head -c 1000000 /dev/zero | tr '\0' a && printf '\n%%end\n%%doc\t1\tb\n%%end\n'; } >in
	exits 1 keep --max-line=64K in
	grep -v '^e	error	keep	document-too-large' out | same in -
}

@test "a document without its end goes on without it, and the exit status is 65" {
	printf '%%doc\t1\ta\nt\tp\tMột\n' >in
	exits 65 keep in
	same in out
}

@test "folded documents stay folded" {
	printf '%%doc\t1\ta\036t\tp\tXin chào\036%%end\n' >in
	exits 0 keep --mark-language in
	printf '%%doc\t1\ta\036m\tlang\t"vi"\036t\tp\tXin chào\036%%end\n' | same - out
}

@test "a wrong choice is answered with the right ones" {
	exits 2 keep --language=fr </dev/null
	grep -q '^keep: error: --language=fr: no such language: other, vi or en is wanted$' err
	exits 2 keep --paragraphs=some </dev/null
	grep -q '^keep: error: --paragraphs=some: auto, blank, line or unwrap is wanted$' err
}

@test "wrong conditions are refused" {
	for option in --meta= --meta==x --meta='a!b' --meta='url~(' --language=fr --language= --kinds=; do
		exits 2 keep "$option" </dev/null
	done
}
