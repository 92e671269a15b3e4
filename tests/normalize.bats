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
	for text in "$golden"/*.txt "$root"/samples/*.txt; do
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
	grep -q 'in:2:5: warning: invalid UTF-8: 1 place replaced by U+FFFD$' err
	printf 'một\nhai \xef\xbf\xbd ba\n' >expected
	same expected out
}

@test "text in every legacy charset is read, detected or by --from" {
	text='Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc: đường lối đổi mới'
	echo "$text" >expected
	echo "$text" | iconv -f utf-8 -t VISCII >viscii
	echo "$text" | iconv -f utf-8 -t UTF-16 >utf-16
	echo "$text" | iconv -f utf-8 -t UTF-16LE >utf-16le
	echo "$text" | iconv -f utf-8 -t UTF-16BE >utf-16be
	echo "$text" | iconv -f utf-8 -t CP1258 >windows-1258
	echo "$text" | iconv -f utf-8 -t TCVN5712-1 >tcvn3
	echo "C\xf6\xe5ng h\xf4a x\xe4 h\xf6\xe5i" >/dev/null
	printf 'Co\xe4ng ho\xf8a xa\xf5 ho\xe4i chu\xfb ngh\xf3a Vie\xe4t Nam, \xf1o\xe4c la\xe4p t\xf6\xef do ha\xefnh phu\xf9c: \xf1\xf6\xf4\xf8ng lo\xe1i \xf1o\xe5i m\xf4\xf9i\n' >vni
	printf 'C\xf6\xe5ng ho\xe2a xa\xe4 h\xf6\xe5i chu\xe3 ngh\xf4a Vi\xef\xe5t Nam, \xe0\xf6\xe5c l\xea\xe5p t\xfb\xe5 do ha\xe5nh phu\xe1c: \xe0\xfb\xfa\xe2ng l\xf6\xebi \xe0\xf6\xedi m\xfa\xe1i\n' >bkhcm2
	printf 'C\xb6ng h\xd2a x\xe3 h\xb6i ch\xfb ngh\xefa Vi\x8ct Nam, \xc7\xb6c l\xc6p t\xbf do h\xe5nh ph\xfac: \xc7\xdc\xa9ng l\xd3i \xc7\xb0i m\xa7i\n' >vps
	echo "Co^.ng ho\`a xa~ ho^.i chu? nghi~a Vie^.t Nam, ddo^.c la^.p tu+. do ha.nh phu'c: ddu+o+\`ng lo^'i ddo^?i mo+'i" >viqr
	for charset in viscii utf-16 utf-16le utf-16be windows-1258 tcvn3 vni bkhcm2 viqr; do
		exits 0 normalize --from=$charset $charset
		same expected out || { echo $charset; return 1; }
		exits 0 normalize $charset
		same expected out || { echo "$charset, detected"; return 1; }
	done
}

@test "TCVN3's capitals, which its fonts of capitals make, come from their neighbours" {
	printf 'C\xe9NG H\xdfA X\xb7 H\xe9I, B\xd0 \xa7\xe9i\n' >in
	exits 0 normalize --from=tcvn3 in
	echo 'CỘNG HÒA XÃ HỘI, Bé Đội' >expected
	same expected out
}

@test "other languages in windows-1252, and a bad byte in UTF-8, are no Vietnamese charset" {
	printf 'Le pr\xe9sident a d\xe9clar\xe9 qu\x92\xe0 l\x92\xe9t\xe9\n' >in
	exits 0 normalize in
	echo 'Le président a déclaré qu’à l’été' >expected
	same expected out
	printf 'Nhà nước \xe0 và pháp luật\n' >in
	exits 0 normalize in
	echo 'Nhà nước � và pháp luật' >expected
	same expected out
}

@test "other languages in UTF-8 are no bytes of another charset" {
	printf '%s\n' 'Il file può essere letto: può contenere righe, può anche essere vuoto; chi scrive può aggiungere altro.' \
		'În acest fișier, în fiecare rând, în toate cazurile, în mod normal.' \
		'Filen læses på ny, så den står på den rette plads, så længe på linje to.' >in
	exits 0 normalize in
	same in out
}

@test "an unknown charset is refused" {
	exits 2 normalize --from=klingon
}

@test "bytes of a legacy charset that were stored as UTF-8 are decoded, in text and in the stream" {
	for text in 'Céng hßa x· héi chñ nghÜa ViÖt Nam' 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam'; do
		echo "$text" >in
		echo 'Cộng hòa xã hội chủ nghĩa Việt Nam' >expected
		exits 0 normalize in
		same expected out
		printf '%%doc\t1\ta\nt\tp\t%s\n%%end\n' "$text" >in
		normalize in | grep ^t | cut -f3 >out
		same expected out
	done
}

@test "stored legacy bytes are decoded word by word, whatever signs and right words stand among them" {
	printf 'C\xc3\xa9ng h\xc3\x9fa x\xc2\xb7 h\xc3\xa9i chñ ngh\xc3\x9ca Vi\xc3\x96t Nam l\xc2\xb5 m\xc3\xa9t n\xc2\xad\xc3\xadc cò. ' >legacy
	{
		cat legacy
		echo '👍 → 5 ≥ 3 − Đà'
		cat legacy
		printf 'Một\xe2\x80\x8b e\xcc\x81m \xef\xbb\xbfnữa\n'
		cat legacy
		echo 'Café Crème, tháng ba, hoà bình'
	} >in
	right='Cộng hòa xã hội chủ nghĩa Việt Nam là một nước cũ.'
	printf '%s\n' "$right 👍 → 5 ≥ 3 − Đà" "$right Một ém nữa" "$right Café Crème, tháng ba, hòa bình" >expected
	exits 0 normalize in
	same expected out
	exits 0 normalize --check out
	from-text --paragraphs=line in | normalize | grep ^t | cut -f3 >out
	same expected out
}

@test "a paragraph of stored legacy bytes in a text that is right otherwise is decoded" {
	right='Hội nghị bàn về đường sắt tốc độ cao, với nhiều ý kiến trái ngược của các đại biểu đến từ miền Trung và Tây Nguyên.'
	{
		echo "$right $right"
		printf 'H\xc3\xa9i ngh\xc3\x9e b\xc2\xb5n v\xc3\x92 \xc2\xae\xc2\xad\xc3\xaang s\xc2\xbet\n'
	} >in
	printf '%s\n' "$right $right" 'Hội nghị bàn về đường sắt' >expected
	exits 0 normalize in
	same expected out
	from-text --paragraphs=line in | normalize | grep ^t | cut -f3 >out
	same expected out
}

@test "UTF-8 read as another charset, once and twice, is read again" {
	text='Hà Nội là thủ đô của nước Việt Nam, được xây từ năm 1010.'
	printf '%s\n' "$text" "$text" "$text" "$text" >expected
	{
		echo "$text" | iconv -f latin1 -t utf-8
		echo "$text" | iconv -f latin1 -t utf-8 | iconv -f latin1 -t utf-8
		echo "$text" | iconv -f macintosh -t utf-8
		echo "$text" | iconv -f latin1 -t utf-8 | sed 's/\xc2\xa0/ /g; s/  / /g'
	} >in
	exits 0 normalize in
	same expected out
	[ ! -s err ]
}

@test "mojibake of one word only is recognised by the syllable that it makes" {
	cat >in <<-'END'
		Nguyá»…n
		Viá»‡t
		buá»“n
		ông nÃ³i vậy
		giáo sÆ° Hà
		Ä‘i chợ
	END
	printf 'LÃ\xc2\xa0o, toÃ\xc2\xa0n\n' >>in
	printf '%s\n' Nguyễn Việt buồn 'ông nói vậy' 'giáo sư Hà' 'đi chợ' 'Lào, toàn' >expected
	exits 0 normalize in
	same expected out
}

@test "giặt gịa keeps its tone across any white space and a hyphen" {
	printf 'Giặt  gịa, giặt\xc2\xa0gịa, giặt-gịa, giặt\ngịa, cái gịa\n' >in
	printf 'Giặt gịa, giặt gịa, giặt-gịa, giặt\ngịa, cái giạ\n' >expected
	exits 0 normalize in
	same expected out
}

@test "a word that is right already stays where the bytes around it are decoded" {
	echo 'Céng hßa x· héi chñ nghÜa ViÖt Nam, hoà ca, (bình an)' >in
	echo 'Cộng hòa xã hội chủ nghĩa Việt Nam, hòa ca, (bình an)' >expected
	exits 0 normalize in
	same expected out
}

@test "what may be mojibake, or may not, is left as it is: no tone moves in it" {
	printf '%s\n' 'x tiá»p yá»… qua' 'CÁC XÃ¹' 'NHÂ®' 'diện tích 100 m², 200 m², 300 m² và 5°C' 'NÀNG MÃ® VÀ MÃ™' 'BẢNG MÃ©' '2√π và 3√π' '√∞ + √∞' 'x√≥ y√≥' \
		'Giá ≈£100 (trước ≈£200)' >in
	exits 0 normalize in
	same in out
	echo '«xã hội hoá», tíêng' | normalize >out
	echo '«xã hội hóa», tiếng' | same - out
}

@test "nothing touches what may be mojibake and is not proven, and it is told" {
	for text in 'Ã\xc2\xa0 đẹp' 'tiá»p theo' 'mai sÆ kia'; do
		printf "$text\n" >in
		exits 0 normalize in
		same in out
		grep -q 'warning: 1 place' err
	done
	printf 'CÁC XÃ\xc2\xa0HỘI, quảĂn\n' >in
	exits 0 normalize in
	echo 'CÁC XÃ HỘI, quảĂn' | same - out
	[ ! -s err ]
}

@test "a stray Â before a sign is a part of that sign" {
	echo 'Nhiệt độ 5Â°C trên 100 mÂ², Â©2020' >in
	echo 'Nhiệt độ 5°C trên 100 m², ©2020' >expected
	exits 0 normalize in
	same expected out
}

@test "the mark of a foreign name stays where the name has it" {
	normalizes 'più Noé Boé Moá phuý, Anna Loé, Loé sáng, goá phụ, Hoá học' 'più Noé Boé Moá phuý, Anna Loé, Lóe sáng, góa phụ, Hóa học'
}

@test "two marks in one word are one, unless the word may be two" {
	normalizes 'hòà ngòài tíếng qúý chúý thủở chủÔng' 'hòa ngoài tiếng quý chúý thủở chủÔng'
}

@test "đ is meant behind a price, ă is not in Chinese" {
	normalizes '100.000 ð, nǎm nay, gǎn xiè' '100.000 đ, năm nay, gǎn xiè'
}

@test "a zero-width space before a URL was a space" {
	normalizes 'TPHCM\xe2\x80\x8bwww.a.vn, kiế\xe2\x80\x8bn.\xe2\x80\x8bTheo' 'TPHCM www.a.vn, kiến. Theo'
}

@test "a URL needs no scheme, its references stay" {
	normalizes 'vnexpress.net/a?x=1&amp;y=2 A&amp;B 50/100?&amp;' 'vnexpress.net/a?x=1&amp;y=2 A&B 50/100?&'
}

@test "--punctuation=close leaves code and scores alone, --quotes=curly sees what is open" {
	normalizes 'if [ ! -e x ] .\nlet x = 5 . \ntỷ số 2 : 1 .' 'if [ ! -e x ] .\nlet x = 5 .\ntỷ số 2 : 1.' --punctuation=close
	normalizes '“"x"” ("y")' '““x”” (“y”)' --quotes=curly
}

@test "a line that follows mojibake is looked at as a whole" {
	printf 'BÃ¡nh tráº£ng ngon.\nÃ” Phong kháº³ng Ä‘á»‹nh.\nG20.\n' >in
	printf 'Bánh trảng ngon.\nÔ Phong khẳng định.\nG20.\n' >expected
	exits 0 normalize in
	same expected out
}

@test "mojibake that lost its no-break spaces is restored, and words it glued are parted" {
	printf 'BÃ¡o cÃ¡o tÃ i chÃ­nh lÃ má»\xc2\x99t, vÃ 5.540 tá»· nÃ y\nXÃ HỘI «cá» ý\n' >in
	printf 'Báo cáo tài chính là một, và 5.540 tỷ này\nXÃ HỘI «cá» ý\n' >expected
	exits 0 normalize in
	same expected out
}

@test "mojibake that cannot be restored stays and is told" {
	printf '%%doc\t1\ta\nt\tp\tLá» hội vÃ chá» cá»§a Huáº¿ á» má»©c\n%%end\n' >in
	exits 0 normalize in
	grep -q '^e.warning.normalize.misread.in:2:1.* places may be' out
	grep -q 'in:2:1: warning: ' err
	grep '^t' out | grep -q 'Lá»'
}

@test "--explain tells of the charset, and places go on behind what was ASCII" {
	for i in $(seq 20000); do echo 'nothing but ASCII'; done >in
	printf 'C\xe9ng h\xdfa x\xb7 h\xe9i  ch\xf1 ngh\xdca\n' >>in
	exits 0 normalize --explain=explained in
	grep -q '^in:[1-9][0-9]*:1.charset.tcvn3.utf-8$' explained
	grep -q '^in:20001:23.space' explained
	printf 'Một hai\nC\xc3\xa9ng h\xc3\x9fa x\xc2\xb7 héi  hoà chñ ngh\xc3\x9ca\n' >in
	exits 0 normalize --explain=explained in
	printf 'in:2:%s\n' '1\tcharset\tCéng\tCộng' '7\tcharset\thßa\thòa' '12\tcharset\tx·\txã' '16\tcharset\théi\thội' \
		'21\tspace\t \t' '23\ttone\toà\tòa' '27\tcharset\tchñ\tchủ' '32\tcharset\tnghÜa\tnghĩa' |
		sed 's/\\t/\t/g' | same - explained
}

@test "whether CRLF stays is told by the text, not by how it comes in" {
	printf 'a\r\nb\nc\r\n' >in
	exits 0 normalize in
	same in out
	{ printf 'a\r\n'; sleep 0.2; printf 'b\nc\r\n'; } | normalize >out
	same in out
	{ printf 'a\r\n'; sleep 0.2; printf 'b\r\n'; } | normalize >out
	printf 'a\nb\n' | same - out
}

@test "--list names repairs and charsets" {
	exits 0 normalize --list
	grep -q '^charset.tcvn3' out
	grep -q '^repair.tone' out
}

@test "U+0085 ends a line, but not where it is a byte of mojibake" {
	printf 'Lá»\xc2\x85 há»\xc2\x99i\xc2\x85hÃ¡t\xe2\x80\xa8Má»\xc2\x85' >in
	printf 'Lễ hội\nhát\nMễ' >expected
	exits 0 normalize in
	same expected out
	from-text in | normalize | grep ^t | cut -f3 >out
	printf 'Lễ hội\nhát\nMễ\n' >expected
	same expected out
}

@test "mojibake that lost only what windows-1252 leaves open is not read as another word" {
	printf 'Má»—i khi giá» trưa qua, BÃ¢y giá» thÃ¬ khác.\n' >in
	exits 0 normalize in
	grep -q 'Mỗi khi giá» ' out
	grep -q 'Bây giá» thì' out
	printf 'BÃ i thÆ¡ Äá»©c dá»‹ch sang tiáº¿ng Viá»‡t.\n' | normalize 2>err | same - <(echo 'Bài thơ Đức dịch sang tiếng Việt.')
}

@test "a line that is too long to be held is cut where nothing is lost" {
	python3 -c "print('a' + 'ế' * 60000)" >letters
	normalize --max-line=64k letters | same - letters
	python3 -c "print('ab cd ' * 30000 + 'e')" >blanks
	normalize --max-line=64k blanks | same - blanks
}

@test "--punctuation=close looks at a run of blanks once, and a quoted URL keeps its references" {
	python3 -c "print('a' + ' ' * 300000 + '.')" | normalize --punctuation=close | same - <(echo 'a.')
	echo '"www.a.vn/?a=1&amp;b"' | normalize --quotes=curly >once
	normalize --quotes=curly once | same - once
}

@test "what is no text is named and passed over; the other inputs are mended" {
	printf 'Một  hai.\n' >a
	gzip -nc a >b
	printf '{"text":"Ba."}\n' >c
	exits 1 normalize --stats=s a b c a
	printf 'Một hai.\nMột hai.\n' | same - out
	grep -q '^normalize: b: error: not text but gzip data (zcat unpacks it)$' err
	grep -q '^normalize: c: error: not text but JSON' err
	jq -e '.documents_in == 4 and .documents_out == 2 and .quarantined == 2' s
	exits 0 normalize --plain c
	same c out
}
