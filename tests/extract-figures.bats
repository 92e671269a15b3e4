# SPDX-License-Identifier: MIT
load helper

@test "a block keeps its text and gets F records with byte offsets" {
	printf '%%doc\t1\ta\nm\tdate\t"2025-09-28"\nt\tp\tThu gần 340 tỷ đồng.\n%%end\n' >in
	exits 0 extract-figures in
	printf '%%doc\t1\ta\nm\tdate\t"2025-09-28"\nt\tp\tThu gần 340 tỷ đồng.\nF\t10\t26\t340 tỷ đồng\tkind=money\tvalue=340000000000\tunit=VND\tmod=nearly\n%%end\n' >expected
	same expected out
}

@test "running twice gives the same records" {
	printf 'Ngày 26-9, thu 5 tỷ đồng.\n' | extract-figures --date=2025-09-28 >once
	exits 0 extract-figures --date=2025-09-28 once
	same once out
}

@test "the date of the metadata wins over --date" {
	printf '%%doc\t1\ta\nm\tdate\t"2026-01-05T08:00:00+07:00"\nt\tp\tngày 28-12\n%%end\n' >in
	exits 0 extract-figures --date=2020-01-01 --tsv in
	grep -q 2025-12-28 out
}

@test "a date without a year stays open without a document's date" {
	printf 'Họp ngày 26-9, rồi nghỉ hôm qua.\n' | extract-figures --tsv >out
	grep -q XXXX-09-26 out
	! grep -q 'hôm qua.*20[0-9][0-9]-' out
}

@test "--kinds chooses, and refuses a kind that is not known" {
	printf 'Thu 5 tỷ đồng từ 20 hộ.\n' >in
	exits 0 extract-figures --kinds=money --tsv in
	[ "$(tail -n +2 out | cut -f 6)" = money ]
	exits 2 extract-figures --kinds=mony in
	grep -q 'no such kind' err
}

@test "--tsv has a header and the same columns in every line" {
	printf 'Thu 5 tỷ đồng từ 20 hộ trong 3 tháng đầu năm.\n' >in
	exits 0 extract-figures --tsv --date=2025-09-28 in
	[ "$(awk -F'\t' '{ print NF }' out | sort -u)" = 19 ]
	[ "$(head -n 1 out | cut -f 1-8)" = "$(printf 'id\tblock\tbegin\tend\ttext\tkind\tvalue\tfrom')" ]
}

@test "--explain names a rule for every figure" {
	printf 'Ngày 26-9, thu 5 tỷ đồng.\n' >in
	exits 0 extract-figures --explain in
	[ "$(grep -c '^F.*rule=' out)" = 2 ]
	printf 'Hội chợ mở từ ngày 26-27 tháng 9, như ở thế kỷ trước.\n' >in
	exits 0 extract-figures --explain in
	[ "$(grep -c '^F.*rule=date' out)" = 2 ]
}

@test "--list prints tables with a source and a meaning in every line, and names instead of the program's own numbers" {
	exits 0 extract-figures --list
	[ "$(head -n 1 out)" = "$(printf 'table\tphrase\tcode\tvalue\tsource\tflags\tmeaning')" ]
	grep -q "$(printf '^modifier\tkhoảng\t\tabout\t')" out
	grep -q "$(printf '^magnitude\ttỷ\t\t9\t')" out
	grep -q "$(printf '^change\tgiảm\t\tdown\t')" out
	grep -Pq '^unit\tMB\t[^\t]*\t\t[^\t]*\tcased\t' out
	grep -q "$(printf '^currency\tđồng\tVND')" out
	[ "$(awk -F'\t' 'NF != 7 || $5 == "" || $7 == ""' out | wc -l)" = 0 ]
}

@test "numbers of any size are exact" {
	printf '123.456.789.012.345.678.901.234.567 tỷ đồng\n' >in
	exits 0 extract-figures --tsv in
	grep -q "$(printf '\t123456789012345678901234567000000000\t')" out
}

@test "every invented expression of tests/figures is read as its row says" {
	"$tests/figures/check" extract-figures >rows || {
		cat rows
		return 1
	}
}

@test "--rules adds units, currencies and kinds with patterns" {
	printf '# own\nunit\tbao tải\tbag\ncurrency\tkwacha\tZMW\nkind\tplate\t\\b(?<value>\\d{2}[A-Z])-\\d{3}\\.\\d{2}\\b\n' >own.tsv
	printf 'Xe 51F-123.45 chở 20 bao tải giá 300 kwacha.\n' >in
	exits 0 extract-figures --rules=own.tsv --tsv in
	tail -n +2 out | cut -f 5-7,10 >cells
	printf '51F-123.45\tplate\t51F\t\n20 bao tải\tmeasure\t20\tbag\n300 kwacha\tmoney\t300\tZMW\n' >expected
	same expected cells
}

@test "--rules: what may be measured is measured in numbers, money and percents" {
	printf 'measured\tchỉ số lòng dân\n' >own.tsv
	printf 'Chỉ số lòng dân đạt 1.250. Chỉ số lòng dân đạt 12%%. Chỉ số lòng dân đạt 5 triệu đồng.\n' >in
	exits 0 extract-figures --rules=own.tsv --tsv in
	[ "$(tail -n +2 out | cut -f 19 | uniq -c | tr -s ' ')" = ' 3 chỉ số lòng dân' ]
}
@test "--rules: a pattern that takes a text again from every place gives up" {
	printf 'kind\ttwice\t(\\w+)\\s\\1\\d\n' >own.tsv
	{ printf '%0300000d' 0 | tr 0 a && printf 'b nặng 5 kg\n'; } >in
	exits 0 timeout 20 extract-figures --rules=own.tsv in
	grep -q 'rule-limit' out
	grep -q '5 kg' out
}
@test "--rules says where a rule is wrong" {
	printf 'unit\tbao tải\tbag\nkind\tplate\t(abc\n' >own.tsv
	exits 2 extract-figures --rules=own.tsv /dev/null
	grep -q 'own.tsv:2:.*pattern: missing closing parenthesis' err
	printf 'units\tbao tải\tbag\n' >own.tsv
	exits 2 extract-figures --rules=own.tsv /dev/null
	grep -q 'own.tsv:1:1: error: no such rule' err
	printf 'unit\tbao tải\tbag\tmore\n' >own.tsv
	exits 2 extract-figures --rules=own.tsv /dev/null
	grep -q 'own.tsv:1:19: error: a field too many' err
	printf 'kind\tbyte\tx\\C\n' >own.tsv
	exits 2 extract-figures --rules=own.tsv /dev/null
	grep -q 'own.tsv:1:[0-9]*: error: pattern: .*\\C' err
	exits 74 extract-figures --rules=missing.tsv /dev/null
}

@test "a pattern that would search for ever gives up with a warning" {
	printf 'kind\tbad\t(a+)+$\n' >own.tsv
	printf 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab 5 kg\n' >in
	exits 0 extract-figures --rules=own.tsv in
	grep -q 'rule-limit' out
	grep -q '5 kg' out
}

@test "where a document has two dates the first is its date, as everywhere" {
	printf '{"date":"2020-01-01","published":"2021-05-05","text":"Sáng 3-10, phường họp."}\n' >in.jsonl
	from-jsonl --date=published in.jsonl >in
	exits 0 extract-figures --tsv in
	grep -q '	2021-10-03	' out
	to-tsv --documents in | cut -f 2 | tail -n 1 | grep -qx 2021-05-05
}

@test "a message about plain text names the line of the text" {
	printf 'kind\tbad\t(a+)+$\n' >own.tsv
	long=$(printf '%040d' 0 | tr 0 a)
	printf 'Title: %sb\nDate: 2025-09-26\n\nMột.\n\n%sb 5 kg\nHai.\n' "$long" "$long" >in
	for option in --stats=s --tsv; do
		exits 0 extract-figures $option --paragraphs=line --rules=own.tsv in
		printf 'extract-figures: in:%s: warning: the pattern of kind bad gave up at its limit\n' 1 6 | same - err
	done
}

@test "an article, every kind in it" {
	exits 0 extract-figures --tsv "$tests/golden/extract-figures/article.txt"
	cut -f 2- out >cells
	same "$tests/golden/extract-figures/article.tsv" cells
}

@test "an article with its sentences, and the rule of every figure" {
	normalize "$tests/golden/extract-figures/article.txt" | segment | extract-figures --explain | grep -v '^%doc' >stream
	same "$tests/golden/extract-figures/article.stream" stream
}

@test "a megabyte of one word or one number takes no longer for its length" {
	awk 'BEGIN { for (i = 0; i < 500000; i++) printf "1."; print "" }' >ones
	awk 'BEGIN { for (i = 0; i < 250000; i++) printf "hai "; print "" }' >words
	exits 0 timeout 60 extract-figures --tsv ones
	exits 0 timeout 60 extract-figures --tsv words
}

@test "the sentences of segment are what a figure is read in" {
	printf 'Doanh thu ước đạt 20.500-21.000 tỷ đồng. Năm năm qua, họ chờ.\n' | segment | extract-figures | grep '^F' | cut -f 4- >out
	printf '%s\t' '20.500-21.000 tỷ đồng' kind=money from=20500000000000 to=21000000000000 unit=VND >expected
	printf 'mod=about\tof=doanh thu\nNăm năm qua\tkind=duration\tvalue=P5Y\n' >>expected
	same expected out
	exits 0 "$tests/figures/check" sh -c 'segment | extract-figures'
}
