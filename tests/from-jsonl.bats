# SPDX-License-Identifier: MIT
load helper

# stream LINE [OPTION...]: what from-jsonl makes of a line.
stream() {
	local line=$1
	shift
	printf '%s\n' "$line" | from-jsonl "$@"
}

@test "every field in its place: text, title, id, and metadata in order, as written" {
	exits 0 from-jsonl "$tests/golden/from-jsonl/in.jsonl"
	same "$tests/golden/from-jsonl/out.phin" out
}

@test "numbers come out digit by digit" {
	numbers='[12.50,1.10,-0,1e400,1E+05,123456789012345678901234567890,0.1000000000000000055511151231257827]'
	stream "{\"n\":$numbers,\"text\":\"x\"}" | to-jsonl | grep -qF "\"meta\":{\"n\":$numbers}"
}

@test "fields by other names and by JSON Pointer; the others stay as they are" {
	line='{"_id":17,"a/b":{"c~d":["x","Có 91 tổ."]},"head":"Tin","published":"2025-09-26","date":"hôm qua","text":"khác"}'
	stream "$line" --text='/a~1b/c~0d/1' --title=head --id=_id --date=published >out
	cat >expected <<-'END'
		%doc	1	17
		m	id	17
		m	date	"2025-09-26"
		m	a/b	{"c~d":["x","Có 91 tổ."]}
		m	date	"hôm qua"
		m	text	"khác"
		t	title	Tin
		t	p	Có 91 tổ.
		%end
	END
	same expected out
	to-jsonl out | jq -c '[.id,.date,.meta.date,.meta.text]' >got
	echo '[17,"2025-09-26","hôm qua","khác"]' | same - got
}

@test "documents without an id have the hash of their line" {
	for line in '{"text":"x"}' '{"text":"x","id":null}' '{"text":"x","id":""}' '{"text":"x","id":{}}'; do
		stream "$line" | head -n 1 | grep -Eq '^%doc	1	[0-9a-f]{32}$'
	done
	[ "$(stream '{"text":"x"}' | head -n 1)" = "$(stream '{"text":"x"}' | head -n 1)" ]
	[ "$(stream '{"text":"x"}' | head -n 1)" != "$(stream '{"text":"x","n":1}' | head -n 1)" ]
}

@test "a bad line keeps its number and its bytes, and the run goes on" {
	printf '{"text":"một"}\n{"text":"h\377i\001"\n\n[1]\n{"text":7}\n"x"\n{"text":"a","text":"b"}\n{}\n{"text":"ba"}' >in
	exits 1 from-jsonl in
	mv out stream
	cat >expected <<-'END'
		from-jsonl: in:2:11: error: invalid UTF-8
		from-jsonl: in:4:1: error: an array, not an object (jq -c '.[]' makes lines of its elements)
		from-jsonl: in:5:1: error: a text that is no string
		from-jsonl: in:6:1: error: not an object
		from-jsonl: in:7:1: error: a field that is read stands twice
		from-jsonl: in:8:1: error: no field with the text (--text names it)
	END
	same expected err
	exits 1 to-jsonl --quarantine=bad.jsonl stream
	jq -r .text out | paste -s -d ' ' | grep -q '^một ba$'
	jq -r .place bad.jsonl | paste -s -d ' ' | grep -q '^in:2:11 in:4:1 in:5:1 in:6:1 in:7:1 in:8:1$'
	sed -n 2p in | tr -d '\n' >line
	jq -r 'select(.place == "in:2:11") | .raw_base64' bad.jsonl | base64 -d | same line -
	jq -rj 'select(.place == "in:7:1") | .raw' bad.jsonl | grep -qFx '{"text":"a","text":"b"}'
	exits 1 from-jsonl --strict in
	[ "$(grep -c '^%end' out)" -eq 2 ]
}

@test "every line of the JSON suite has the fate that the manual states" {
	for file in "$tests"/json/valid/*.json "$tests"/json/beyond/*.json; do
		{ printf '{"text":"x","v":' && tr '\n' ' ' <"$file" && echo '}'; } >in
		case $file in
		*depth-2047.json | *depth-2048-empty.json) exits 1 from-jsonl in ;;
		*)
			exits 0 from-jsonl in
			case $file in *depth-*) ;; *) to-jsonl out | jq . >/dev/null ;; esac
			;;
		esac
	done
	for file in "$tests"/json/invalid/*.json; do
		{ printf '{"text":"x","v":' && tr '\n' ' ' <"$file" && echo '}'; } >in
		case $file in
		*/string-newline.json) ;; # is a space here
		*/string-escape-newline.json) exits 1 from-jsonl in ;;
		*/trailing-comma-after.json) exits 1 from-jsonl in ;;
		*) exits 1 from-jsonl in ;;
		esac
		[ "${file##*/}" = string-newline.json ] || grep -q '^e	error	from-jsonl	invalid-json	in:1:' out
	done
}

@test "a string of many megabytes passes; a line over --max-line does not" {
	{ printf '{"text":"' && yes 'Ty le dung han.' | tr '\n' ' ' | head -c 5000000 && printf '","id":"a"}\n{"text":"x","id":"b"}\n'; } >in
	exits 0 from-jsonl in
	exits 1 from-jsonl --max-line=1M in
	grep -q '^e	error	from-jsonl	line-too-long	in:1:1	' out
	mv out stream
	exits 1 to-jsonl --quarantine=bad.jsonl stream
	jq -r .id out | grep -qx b
	head -n 1 in | tr -d '\n' >line
	jq -rj .raw bad.jsonl | same line -
}

@test "text has its paragraphs, and tells where they were" {
	stream '{"text":"Một câu.\n\n\nHai câu."}' >out
	grep -q '^t	p	Hai câu\.	at=14,11,11$' out || { cat out; false; }
	to-jsonl --source-offsets out | jq -c '.blocks[1] | [.start, .source_start, .source_end]' | grep -qFx '[10,11,19]'
}

@test "what to-jsonl wrote is the document again; what does not fit is put aside" {
	cp "$tests/golden/to-jsonl/in.phin" in
	to-jsonl in >o.jsonl 2>err || [ $? -eq 1 ]
	exits 0 from-jsonl o.jsonl
	to-jsonl out | same o.jsonl -
	for edit in '.text += "x"' '.figures[0].end += 1' '.figures[0].surface = "y"' '.blocks[0].start = -1' \
		'.figures[0].end = 99999' 'del(.blocks)' '.blocks = {}' '.offsets = "mile"' '.records = ["%end"]' \
		'.records = ["x\ny"]' '.figures[0]["a\tb"] = "c"' '.blocks[1].start += 1' 'del(.text)'; do
		head -n 1 o.jsonl | jq -c "$edit" >in
		exits 1 from-jsonl in || { echo "$edit"; false; }
		grep -q '^e	error	from-jsonl	not-restorable	' out
	done
}

@test "folded: a document a line" {
	printf '{"text":"a\\n\\nb"}\n{"text":"c"}\n{"te\n' >in
	exits 1 from-jsonl --folded in
	[ "$(wc -l <out)" -eq 3 ]
	tr '\036' '\n' <out >unfolded
	from-jsonl in 2>err | same - unfolded
}

@test "takes back every key of a figure, and annotations of others with a type of their own" {
	printf '%%doc\t1\ta\nt\tp\tNhiệm kỳ 2021-2026 bắt đầu.\nF\t0\t22\tNhiệm kỳ 2021-2026\tkind=date\tfrom=2021\tto=2026\ttype=term\n' >in
	printf 'H\t0\t22\tNhiệm kỳ 2021-2026\ttype=q\n%%end\n' >>in
	to-jsonl in >object
	jq -e '.figures[0].type == "term" and .annotations[0].record == "H" and .annotations[0].type == "q"' object
	from-jsonl object >out
	same in out
}

@test "a compressed file is one document put aside, with what unpacks it, and the others are delivered" {
	printf '{"text":"Một."}\n' >a
	printf '{"text":"Hai."}\n{"text":"Ba."}\n' | gzip -n >b
	exits 1 from-jsonl a b a
	[ "$(cat err)" = 'from-jsonl: b: error: not text but gzip data (zcat unpacks it)' ]
	mv out docs
	exits 1 to-jsonl --quarantine=bad docs
	[ "$(wc -l <out)" -eq 2 ]
	jq -r .raw_base64 bad | base64 -d | same b -
}
