# SPDX-License-Identifier: MIT
load helper

golden=$tests/golden/normalize

# normalizes INPUT EXPECTED [OPTION...]: plain text in, plain text out; a second run changes nothing.
normalizes() {
	printf '%b\n' "$1" >in
	printf '%b\n' "$2" >expected
	shift 2
	exits 0 normalize "$@" in
	same expected out
	cp out again
	exits 0 normalize --check "$@" again
}

@test "plain text stays plain: every kind of debris in one article" {
	exits 0 normalize --explain=explained "$golden/debris.txt"
	same "$golden/debris.expected" out
	sed "s|^.*/debris.txt|debris.txt|" explained >places
	same "$golden/debris.explained" places
	exits 0 normalize --check out
}

@test "clean text passes byte for byte, in the stream without a record" {
	printf 'Tòa án Khánh Hòa – “quý khách”, thủy điện: 12,5%% của quả đất…\n  Lùi vào\n' >in
	exits 0 normalize in
	same in out
	from-text --id=name in >stream
	exits 0 normalize stream
	same stream out
}

@test "tone marks go where the style has them, in every case" {
	normalizes 'hoà HOÀ Hoà hOà thuỷ khoẻ hòan qúa gìa cuả tíếng úông xóong' \
		'hòa HÒA Hòa hÒa thủy khỏe hoàn quá già của tiếng uống xoóng'
	normalizes 'hòa THỦY khỏe hòan quý ngoài' 'hoà THUỶ khoẻ hoàn quý ngoài' --tone=new
	normalizes 'hoà hòan' 'hoà hòan' --tone=keep
}

@test "foreign words and what is not one syllable keep their marks" {
	normalizes 'Noé José café Mátxcơva Đắk Krông giặt gịa Ðórsson Москва Φ Noël Thúyy tiếng2 ñandú' \
		'Noé José café Mátxcơva Đắk Krông giặt gịa Ðórsson Москва Φ Noël Thúyy tiếng2 ñandú'
}

@test "look-alikes are replaced inside of Vietnamese words" {
	normalizes 'Ðà Nẵng Ðắk Lắk NÐ-CP 500ð ɖường nǎm Tо Ｖiệt' 'Đà Nẵng Đắk Lắk NĐ-CP 500đ đường năm To Việt'
}

@test "letters and marks compose in whatever order they were typed" {
	normalizes 'e\xcc\x81\xcc\x82 e\xcc\x82\xcc\x81 o\xcc\x9b\xcc\xa3 u\xcc\x81\xcc\x9b a\xcc\x80\xcc\x80 tho\xcc\x80a' 'ế ế ợ ứ à thòa'
}

@test "character references are resolved, escaped twice too, but not in a URL" {
	normalizes 'a &amp;amp;lt; &nbsp;b &#273; &#x1EBF; &hellip; &khong; http://a.vn/?x=1&copy;=2 AT&T' \
		'a < b đ ế … &khong; http://a.vn/?x=1&copy;=2 AT&T'
}

@test "options change typography, which is kept otherwise" {
	printf '“Một” – hai… ba\n' >in
	exits 0 normalize in
	same in out
	normalizes '“Một” – hai… ba . (x ) .NET Ａ１' '"Một" - hai... ba. (x) .NET A1' \
		--quotes=straight --dashes=hyphen --ellipsis=dots --punctuation=close --width=narrow
	normalizes '"Một" — hai... (ba)' '“Một” – hai… (ba)' --quotes=curly --dashes=en --ellipsis=sign
}

@test "in the stream offsets move and an alignment tells what was there" {
	printf '%%doc\t1\ta\nt\tp\tHoà  bình  50%%\nF\t13\t16\t50%%\tkind=percent\n%%end\n' >in
	printf '%%doc\t1\ta\nt\tp\tHòa bình 50%%\nA\t1\t4\tòa\tsrc=1-4\twas=oà\nA\t5\t5\t\tsrc=5-6\twas= \nF\t11\t14\t50%%\tkind=percent\nA\t11\t11\t\tsrc=12-13\twas= \n%%end\n' >expected
	exits 0 normalize in
	same expected out
}

@test "plain text and the stream agree but for id and places in the source" {
	for text in "$golden"/*.txt "$root"/samples/[!o]*.txt; do
		normalize "$text" | from-text | sed -e '1s/.*//' -e '/^A/d' -e 's/\tat=.*//' >plain
		from-text "$text" | normalize | sed -e '1s/.*//' -e '/^A/d' -e 's/\tat=.*//' >stream
		same plain stream
	done
}

@test "the header that a crawl left stays a header" {
	printf ' date 2025-09-26 Hoà bình.\n' >in
	normalize in | from-text | grep -q '^m.date."2025-09-26"'
}

@test "--check writes nothing and exits with 3 if anything would change" {
	echo 'hoà' >in
	exits 3 normalize --check in
	[ ! -s out ]
	echo 'hòa' >in
	exits 0 normalize --check in
	[ ! -s out ]
}

@test "--stats counts repairs by kind" {
	printf 'hoà  thuỷ &lt;\n' >in
	exits 0 normalize --stats=stats in
	jq -e '.repairs == {"entity":1,"space":1,"tone":2} and .documents_in == 1 and .documents_out == 1' stats
}

@test "invalid UTF-8 is replaced and told with its place" {
	printf 'một\nhai \xff ba\n' >in
	exits 0 normalize in
	grep -q 'in:2:5: warning: invalid UTF-8: 1 ' err
	printf 'một\nhai \xef\xbf\xbd ba\n' >expected
	same expected out
}
