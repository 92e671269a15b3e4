# SPDX-License-Identifier: MIT
# The words of segment: --words, --lexicon.
load helper

# The words of one line, in the `_` form.
words() {
	printf '%s\n' "$1" | segment --words --lines --paragraphs=line "${@:2}"
}

@test "words are a key of their sentence: lengths in bytes, and what lies between" {
	printf '%%doc\t1\ta\nt\tp\tNhà máy đạt 5%%. Ông Ba:  “Ừ”.\n%%end\n' >in
	exits 0 segment --words in
	printf '%%doc\t1\ta\nt\tp\tNhà máy đạt 5%%. Ông Ba:  “Ừ”.\n' >expected
	printf 'S\t0\t20\tNhà máy đạt 5%%.\twords=9,6,2+1\nS\t21\t41\tÔng Ba:  “Ừ”.\twords=4,2+1(2)3+3+3+1\n%%end\n' >>expected
	same expected out
}

@test "without --words there are none, and --words again replaces them" {
	printf 'Nhà máy mở cửa.\n' | segment --words >once
	exits 0 segment --words once
	same once out
	segment once >out
	! grep words= out
}

@test "--words --lines joins syllables with _ and parts tokens by one space" {
	printf 'Thủ tướng nói:  “Giá\u00a0xăng giảm 5%%”.\n\nHai.\n' >in
	exits 0 segment --words --lines in
	printf 'Thủ_tướng nói : “ Giá xăng giảm 5%% ” .\n\nHai .\n' >expected
	same expected out
}

@test "--words --lines: one _ stands for all the white space inside of a word, in lines of any length" {
	printf 'Thành\u00a0 phố  Hồ Chí  Minh có  nhà   máy .\n' >in
	exits 0 segment --words --lines in
	printf 'Thành_phố Hồ_Chí_Minh có nhà_máy .\n' >expected
	same expected out
	for i in $(seq 20000); do printf 'nhà  máy, '; done >in
	segment --words --lines in | tr _ ' ' >out
	sed 's/  / /g;s/,/ ,/g;s/ $//' in >expected
	echo >>expected
	same expected out
}

@test "--words=tsv: a word a line with its place, byte offsets of its block" {
	printf '%%doc\t1\ta\nt\tp\tĐi. Nhà máy.\nt\tp\tÀ!\n%%end\n' >in
	exits 0 segment --words=tsv in
	printf 'id\tblock\tsentence\tword\tstart\tend\ttext\na\t1\t1\t1\t0\t3\tĐi\na\t1\t1\t2\t3\t4\t.\n' >expected
	printf 'a\t1\t2\t1\t5\t14\tNhà máy\na\t1\t2\t2\t14\t15\t.\na\t2\t3\t1\t0\t2\tÀ\na\t2\t3\t2\t2\t3\t!\n' >>expected
	same expected out
}

@test "--words=conllu: sentences in CoNLL-U with SpaceAfter=No" {
	printf '%%doc\t1\ta\nt\tp\tNhà máy mở.\n%%end\n' >in
	exits 0 segment --words=conllu in
	{
		printf '# sent_id = a-1\n# text = Nhà máy mở.\n'
		printf '1\tNhà máy\t_\t_\t_\t_\t_\t_\t_\t_\n2\tmở\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n'
		printf '3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n'
	} >expected
	same expected out
}

@test "an unknown form is a usage error" {
	exits 2 segment --words=xml
}

@test "numbers, dates, units, addresses, hashtags and abbreviations stay whole" {
	[ "$(words 'Ngày 26-9-2025, TP.HCM chi 1.234,5 tỷ (12,5%) cho 43/2014/NĐ-CP.')" = \
		"Ngày 26-9-2025 , TP.HCM chi 1.234,5 tỷ ( 12,5% ) cho 43/2014/NĐ-CP ." ]
	[ "$(words 'Viết cho toa.soan@example.vn, xem https://example.vn/a?b=1 #songxanh')" = \
		"Viết cho toa.soan@example.vn , xem https://example.vn/a?b=1 #songxanh" ]
}

@test "composed and decomposed text, old and new tone style, give the same words" {
	text='Ủy ban nhân dân thành phố Hòa Bình đề nghị các sở khỏe mạnh thúc đẩy kinh tế'
	words "$text" >expected
	python3 -c 'import sys, unicodedata; print(unicodedata.normalize("NFD", sys.argv[1]))' "$text" >nfd
	segment --words --lines nfd >decomposed
	python3 -c 'import unicodedata; print(unicodedata.normalize("NFC", open("decomposed").read()), end="")' >out
	same expected out
	words "${text//Hòa/Hoà}" | sed 's/Hoà/Hòa/' >out
	same expected out
	words "$(sed 's/Ủy/Uỷ/;s/khỏe/khoẻ/;s/thúc/thúc/' <<<"$text")" | sed 's/Uỷ/Ủy/;s/khoẻ/khỏe/' >out
	same expected out
}

@test "capitals and text without diacritics are read as well" {
	[ "$(words 'THỦ TƯỚNG YÊU CẦU KIỂM TRA NHÀ MÁY')" = "THỦ_TƯỚNG YÊU_CẦU KIỂM_TRA NHÀ_MÁY" ]
	[ "$(words 'Thu tuong yeu cau kiem tra')" = "Thu_tuong yeu_cau kiem_tra" ]
}

@test "--lexicon: what must hold together does, what must not does not" {
	[ "$(words 'Anh học máy và học sinh.')" = "Anh học máy và học_sinh ." ]
	printf '# riêng\nhọc máy\nhọc_sinh\t-\n' >own
	[ "$(words 'Anh học máy và học sinh.' --lexicon=own)" = "Anh học_máy và học sinh ." ]
}

@test "--lexicon: what is wrong is said with its line" {
	printf 'nhà máy\nmột , hai\n' >own
	exits 2 segment --words --lexicon=own
	[ "$(cat err)" = "segment: own:2: error: a mark in a word: words are joined over white space only" ]
	exits 74 segment --words --lexicon=none
}

@test "words pass to-jsonl as pairs of offsets and come back" {
	printf 'Nhà máy ở “Đông” mở.\n' | segment --words >in
	exits 0 to-jsonl in
	[ "$(jq -c '.sentences[0].words' out)" = "[[0,7],[8,9],[10,11],[11,15],[15,16],[17,19],[19,20]]" ]
	[ "$(jq -r '.text as $t | .sentences[0].words[0] | $t[.[0]:.[1]]' out)" = "Nhà máy" ]
	for unit in codepoint byte utf16; do
		to-jsonl --offsets=$unit in | from-jsonl | grep ^S >out
		grep ^S in >expected
		same expected out
	done
}

@test "words= that does not fit its sentence is left out by to-jsonl" {
	printf '%%doc\t1\ta\nt\tp\tMột hai.\nS\t0\t10\tMột hai.\twords=5,30\n%%end\n' >in
	exits 0 to-jsonl in
	[ "$(jq '.sentences[0] | has("words")' out)" = false ]
}

@test "words and the white space between them give the text back" {
	printf 'Giá  5.000 đồng/kg \u00a0 ở TP.HCM,“ba”😀 x\u200by.\n' >in
	segment --words=tsv in | tail -n +2 | cut -f7 | tr -d '\n _' >joined
	tr -d ' \n' <in | sed 's/\xc2\xa0//g;s/\xe2\x80\x8b//g' >expected
	sed 's/\xc2\xa0//g;s/\xe2\x80\x8b//g' joined >out
	same expected out
}

@test "the trainer gives the same model for the same data, and one that knows them" {
	for i in 1 2 3 4 5 6; do
		printf 'nhà_máy mở cửa hôm_nay , công_nhân đến nhà_máy .\nhôm_nay công_nhân nghỉ ở nhà .\n'
	done >data
	trainer=$(dirname "$(dirname "$(command -v segment)")")/train-words
	exits 0 "$trainer" --output=one --test=data 2:data
	grep -q 'F1 100.00' out
	exits 0 "$trainer" --output=two 2:data
	cmp one two
}

@test "the model is what its recipe makes of its data" {
	trainer=$root/build/train-words
	data=${PHIN_DATA:-$root/../shared/data}
	texts=$root/build/words
	if ! [ -s "$texts/silver.txt" ] || ! [ -s "$texts/news.txt" ] || ! [ -s "$data/ud/vi_vtb-ud-train.conllu" ]; then
		skip "the labelled text is not at hand (make train makes it)"
	fi
	exits 0 "$trainer" --output=model "10:$data/ud/vi_vtb-ud-train.conllu" "10:$data/ud/vi_vtb-ud-dev.conllu" \
		"1:$texts/silver.txt" "1:$texts/news.txt"
	cmp model "$root/common/words/words.model"
}
