# SPDX-License-Identifier: MIT
load helper
export PATH="$root/pipelines:$PATH"

@test "articles: reads text, JSON Lines and archives in the order of names, passes over what it does not know" {
	mkdir -p in/b
	printf 'Một.\n' >in/a.txt
	printf '{"id": "two", "text": "Hai."}\n' | gzip >in/b/two.jsonl.gz
	printf 'Ba.\n' | zstd -q -o in/c.txt.zst
	printf 'Bốn.\n' | xz >in/d.txt.xz
	printf 'x' >in/e.pdf
	exits 0 articles in
	grep '^t' out | cut -f 3 >found
	printf 'Một.\nHai.\nBa.\nBốn.\n' >expected
	same expected found
	grep -q 'in/e.pdf: note: .* passed over' err
}

@test "articles: the place of a bad record names its file, also in an archive" {
	printf '{"id": "good", "text": "Một."}\n{bad\n' | gzip >a.jsonl.gz
	exits 1 articles a.jsonl.gz
	grep -q '^e	error	from-jsonl	[a-z-]*	a.jsonl:2:2	' out
}

@test "articles: a cut archive is refused before a byte of it passes" {
	printf 'Một hai ba bốn năm.\n' | gzip | head -c 20 >a.txt.gz
	exits 65 articles a.txt.gz
	[ ! -s out ]
	grep -q 'a.txt.gz: error: broken, or cut off' err
}

@test "articles: options for the sources" {
	printf '{"ma": "x1", "noi_dung": "Một."}\n' >a.jsonl
	FROM_JSONL='--text=noi_dung --id=ma' exits 0 articles a.jsonl
	grep -q '^%doc	1	x1$' out
}

@test "articles: a file with a strange name, and one that is not there" {
	printf 'Một.\n' >'-a b.txt'
	exits 0 articles '-a b.txt'
	grep -q '^t	p	Một\.$' out
	exits 66 articles none.txt
}

@test "articles: a compressed file that is named by way of its parents is not opened over its neighbours" {
	mkdir -p here/deep temp
	printf 'Một bài báo.\n' | gzip >here/a.txt.gz
	echo precious >here/a.txt
	cd here/deep
	TMPDIR=$OLDPWD/temp exits 0 articles ../../here/a.txt.gz ../a.txt.gz "$OLDPWD/here/a.txt.gz" "/$OLDPWD/here/deep/../a.txt.gz"
	[ "$(grep -c '^%doc' out)" -eq 4 ]
	cd "$OLDPWD"
	echo precious | same - here/a.txt
	[ -z "$(ls temp)" ]
}

@test "articles: a file and a folder whose names begin with a hyphen" {
	mkdir -- -d
	printf 'Một.\n' >-d/a.txt
	printf 'Hai.\n' >-x.txt
	printf 'Ba.\n' | gzip >-y.txt.gz
	exits 0 articles -d -x.txt -y.txt.gz
	[ "$(grep -c '^%doc' out)" -eq 3 ]
}

@test "articles: what a file is may be written in capitals" {
	printf 'Một.\n' >A.TXT
	printf 'Hai.\n' | gzip >B.Txt.GZ
	exits 0 articles A.TXT B.Txt.GZ
	[ "$(grep -c '^%doc' out)" -eq 2 ]
	[ ! -s err ]
}

@test "pipelines tell how they are used" {
	for pipeline in articles figures-table corpus follow nightly; do
		exits 0 "$pipeline" --help
		grep -q "^usage: $pipeline " out
		grep -q "^$pipeline: [a-z]" out
		[ ! -s err ]
	done
	exits 2 articles
	grep -q '^usage: articles ' err
	printf 'Một.\n' >--help
	exits 0 articles -- --help
	grep -q '^t	p	Một' out
}

@test "figures-table: FROM_TEXT=--id=path names the file in every row" {
	mkdir in
	printf 'Có 91 xã.\n' >in/a.txt
	printf 'Có 92 xã.\n' >in/b.txt
	FROM_TEXT=--id=path exits 0 figures-table in
	cut -d , -f 1 out | tr '\n' ' ' >ids
	[ "$(cat ids)" = 'id in/a.txt in/b.txt ' ]
}

@test "figures-table: a folder becomes a CSV table" {
	mkdir in
	printf 'date: 2025-09-28\n\nPhường có 91 tổ chức Đảng.\n' >in/a.txt
	exits 0 figures-table in
	head -n 1 out | grep -q '^id,date,.*surface,value'
	grep -q ',number,91,91,' out
}

@test "corpus: copies, short texts and other languages stay out, and are counted" {
	mkdir in
	cp "$root"/samples/storm.txt in/a.txt
	sed 's/^title: .*/title: Tin bão chép lại/' "$root"/samples/storm.txt >in/b.txt
	printf 'Ngắn quá.\n' >in/c.txt
	printf 'The quick brown fox jumps over the lazy dog and all the others watch it with their mouths open, %s.\n' \
		'for it is the first time that they have seen such a thing in the whole of their lives, and it will be the last' \
		'so they said to one another, when the fox was gone and the dog had turned over to sleep on its other side' >in/d.txt
	exits 0 corpus in
	grep -q '^corpus: 4 documents: 1 in another language, 1 too short, 1 seen before, 0 unreadable; 1 written$' err
	[ "$(grep -c 'tâm bão ở khoảng' out)" -eq 1 ]
}

@test "follow: figures of a sentence that holds every phrase, with marks or without; --new shows each once" {
	articles "$root"/samples/{harvest,prices-and-shares}.txt | normalize | segment | extract-figures | to-sqlite news.db
	exits 0 follow news.db 'xuat khau' gạo
	grep -q '^2025-11-20	Đồng Bằng	3,7 tỷ USD	money	3700000000	USD	' out
	exits 0 follow --new shown news.db "giá vàng miếng"
	[ -s out ]
	exits 0 follow --new shown news.db "giá vàng miếng"
	[ ! -s out ]
	exits 0 follow news.db 'không có"; câu '\''nào'
	[ ! -s out ]
	sqlite3 other.db 'create table other (a)'
	exits 74 follow other.db gạo
	grep -q '^follow: other.db: error: .* a database of to-sqlite' err
}

@test "follow: a range has two bounds, one, or no value is known" {
	printf 'Giá gạo 5 đến 7 tỷ đồng hôm qua.\n' | segment | extract-figures | to-sqlite news.db
	sqlite3 news.db "update figure set value = null"
	follow news.db gạo | cut -f 3,5 >out
	printf '5 đến 7 tỷ đồng\t5000000000..7000000000\nhôm qua\t\n' >expected
	same expected out
}

@test "follow: a row is a line, whatever is in the texts and in ~/.sqliterc" {
	printf '%%doc\t1\ta\nm\tsource\t"b\\\\tc"\nt\tp\tgiá 12\\nđồng\\t\\r\nF\t5\t7\t12\tkind=number\tvalue=12\tof=x\\ny\n%%end\n' | to-sqlite hostile.db
	printf '.headers on\n.mode box\n' >.sqliterc
	HOME=$PWD exits 0 follow hostile.db giá
	printf '\tb c\t12\tnumber\t12\t\tx y\tgiá 12 đồng  \n' | same - out
}

@test "no pipeline has the name of a command of the system, which it would hide where pipelines/ is on the path" {
	for pipeline in "$root"/pipelines/*; do
		[ ! -f "$pipeline" ] || refute env PATH=/usr/bin:/bin:/usr/sbin:/sbin which "${pipeline##*/}"
	done
}
