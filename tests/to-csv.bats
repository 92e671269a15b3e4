# SPDX-License-Identifier: MIT
load helper

meta=url,source,views,kind,note,tags

@test "figures, sentences and documents as RFC 4180 has them" {
	exits 0 to-csv --meta=$meta "$tests/golden/table/in.phin"
	same "$tests/golden/table/figures.csv" out
	exits 0 to-csv --sentences --meta=$meta "$tests/golden/table/in.phin"
	same "$tests/golden/table/sentences.csv" out
	exits 0 to-csv --documents --meta=$meta "$tests/golden/table/in.phin"
	same "$tests/golden/table/documents.csv" out
}

@test "quotes what needs it: commas, quotes, line breaks, spaces at the ends, the empty text" {
	printf '%%doc\t1\ta,b\nm\tx\t"a\\\\"b"\nm\ty\t" c "\nm\tz\t""\nt\tp\tmột\\nhai\n%%end\n' >in
	exits 0 to-csv --documents --no-header --meta=x,y,z,none in
	printf '"a,b",,"a""b"," c ","",,,1,0,0,7,"một\nhai"\r\n' >expected
	same expected out
}

@test "ends lines with LF alone for --lf, begins with a BOM for --bom, once" {
	exits 0 to-csv --lf --bom --sentences "$tests/golden/table/in.phin"
	{ printf '\357\273\277' && to-csv --sentences "$tests/golden/table/in.phin" | tr -d '\r'; } >expected
	same expected out
}

@test "a text that looks like --null stands in quotes" {
	printf '%%doc\t1\tNA\n%%end\n' >in
	exits 0 to-csv --documents --no-header --null=NA in
	printf '"NA",NA,NA,0,0,0,0,""\r\n' | same - out
}

@test "sqlite3 .import --csv reads every field back" {
	to-csv --documents --meta=$meta "$tests/golden/table/in.phin" >in.csv
	sqlite3 :memory: '.import --csv in.csv d' '.mode json' "select id, tags, text from d where id <> 'rỗng'" >rows
	to-jsonl "$tests/golden/table/in.phin" >docs
	jq -c '.[] | .text' rows >texts
	jq -c 'select(.id != "rỗng") | .text' docs | same - texts
	[ "$(jq -c '.[0].tags | fromjson' rows)" = '["thu, chi","ngân sách"]' ]
}

@test "sqlite3 adds up money exactly" {
	to-csv "$tests/golden/table/in.phin" >in.csv
	sqlite3 :memory: '.import --csv in.csv f' "select sum(cast(value as integer)) from f where kind = 'money'" >sum
	echo 340005500000 | same - sum
}

@test "a sentence as long as a table stands beside each figure only as far as it concerns it" {
	{
		printf 'NGÀY SỐ TIỀN '
		for i in {1..3000}; do printf 'Bạn đọc %04d giúp %d nghìn đồng; ' "$i" "$i"; done
	} >in.txt
	segment in.txt | extract-figures --kinds=money >figures
	[ "$(grep -c '^F' figures)" -eq 3000 ]
	to-csv figures >out
	[ "$(wc -l <out)" -eq "$(($(grep -c '^F' figures) + 1))" ]
	[ "$(wc -c <out)" -lt 8000000 ]
	grep ',1000 nghìn đồng,' out >row
	grep -q '… [^ ].*Bạn đọc 1000 giúp 1000 nghìn đồng;.* …' row
	grep -qE '^[^,]*..NGÀY SỐ TIỀN Bạn.* giúp 1 nghìn đồng;.* …' <(sed -n 2p out)
	segment in.txt | to-csv --sentences --no-header >out
	[ "$(wc -l <out)" -eq 1 ]
	grep -q 'giúp 3000 nghìn đồng;' out
}

@test "a table without a row says what may have been forgotten" {
	printf 'Có 91 xã.\n' >in.txt
	exits 0 to-csv in.txt
	[ "$(cat err)" = "to-csv: note: no document has a figure; extract-figures finds them" ]
	exits 0 to-csv --sentences in.txt
	[ "$(cat err)" = "to-csv: note: no document has a sentence; segment finds them" ]
	exits 0 to-csv </dev/null
	[ ! -s err ]
}
