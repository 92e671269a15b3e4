# SPDX-License-Identifier: MIT
load helper

golden=$BATS_TEST_DIRNAME/golden/to-jsonl
object() { python3 "$tests/contract/object.py" "$root/filters/to-jsonl.schema.json" "$@"; }

@test "a document of everything, in every unit, valid by the schema" {
	for unit in codepoint byte utf16; do
		exits 1 to-jsonl --source-offsets --offsets=$unit --quarantine=bad.jsonl "$golden/in.phin"
		same "$golden/$unit.jsonl" out
		object <out
	done
	same "$golden/bad.jsonl" bad.jsonl
}

@test "offsets hold over the samples: text[start:end] is the surface, the source's offsets lead to the source" {
	for file in "$root"/samples/*.txt; do
		from-text --id=name "$file"
	done >stream
	# The text as it came, as far as it was UTF-8 then.
	for unit in codepoint byte utf16; do
		normalize stream | segment | extract-figures | to-jsonl --offsets=$unit --source-offsets >out
		[ "$(wc -l <out)" -eq "$(grep -c '^%end' stream)" ]
		object <out
	done
	python3 - stream >came.jsonl <<-'END'
		import json, random
		rng = random.Random(5)
		words = 'Phường có 91 tổ  chức. Tho\u0301c 98%\u200b, hoà &amp; 2.952\u00a0người; 26-9 😀 e\u0302\u0301'.split(' ')
		for n in range(300):
		    text = '\n\n'.join(' '.join(rng.choice(words) for _ in range(12)) for _ in range(3))
		    print(json.dumps({'id': 'r%d' % n, 'title': 'Tin  91', 'text': text}, ensure_ascii=bool(n % 2)))
	END
	for unit in codepoint byte utf16; do
		from-jsonl came.jsonl | normalize | segment | extract-figures | to-jsonl --offsets=$unit --source-offsets >out
		object came.jsonl <out
	done
}

@test "the first of two dates is the date, the second is metadata; an id is what it was" {
	printf '%%doc\t1\t7\nm\tdate\t1\nm\tdate\t2\nm\tid\t"x"\nm\tid\t7\n%%end\n' | to-jsonl >out
	echo '{"phin":1,"id":7,"date":1,"meta":{"date":2,"id":"x"},"text":"","blocks":[],"sentences":[],"figures":[],"warnings":[]}' | same - out
}

@test "a long id is named as far as a message takes it, in whole characters" {
	id=x$(printf 'đ%.0s' $(seq 40))
	printf '%%doc\t1\t%s\ne\terror\tx\tbad\t\tno good\n%%end\n' "$id" >in
	exits 1 to-jsonl in
	grep -q "^to-jsonl: error: document '${id:0:32}' put aside" err
}

@test "a document that is not in order is put aside, with what is wrong and where" {
	while IFS='|' read -r records message; do
		printf "%%doc\t1\tx\n$records\n%%end\n%%doc\t1\tok\n%%end\n" >in
		exits 1 to-jsonl --quarantine=bad.jsonl in || {
			cat in
			return 1
		}
		[ "$(jq -r .id out)" = ok ]
		[ "$(jq -r .id bad.jsonl)" = x ]
		jq -r '.place + ": " + .message' bad.jsonl | grep -qFx "$message" || {
			cat bad.jsonl
			return 1
		}
		{ jq -rj '.stream // empty' bad.jsonl && jq -r '.stream_base64 // empty' bad.jsonl | base64 -d; } >back
		head -n "$(wc -l <back)" in | same - back
	done <<-'END'
		m\tk\t{|in:2: metadata that is not JSON
		m\tk|in:2: metadata of fewer than three fields
		t\tp\ta\\qb|in:2: an unknown escape
		t\tp|in:2: a block of fewer than three fields
		t\tp\tab\377|in:2: invalid UTF-8
		S\t0\t0\t|in:2: an annotation without a block
		t\tp\tế\nS\t0\t1\t|in:3: an offset inside of a code point
		t\tp\tabc\nS\t0\t4\tabc|in:3: offsets outside of the block
		t\tp\tabc\nS\t2\t1\t|in:3: offsets outside of the block
		t\tp\tabc\nS\t0\t1|in:3: an annotation of fewer than four fields
		t\tp\tabc\nS\t0\tx\ta|in:3: an offset that is no number
		t\tp\tabc\nF\t0\t3\tabc\nS\t0\t2\tac|in:4: an annotation whose text is not what stands at its offsets
		t\tp\tabc\nS\t0\t1\ta\tk=\\z|in:3: an unknown escape
		later\t\001|in:2: a control byte in a record
		later\t\377|in:2: a record that is not UTF-8
		r\tx|in:3: raw bytes in a document without an error
	END
}

@test "--strict stops at the first error, a good document before it is delivered" {
	printf '%%doc\t1\ta\n%%end\n%%doc\t1\tb\ne\terror\ts\tc\tp\tm\n%%end\n%%doc\t1\tc\n%%end\n' >in
	exits 1 to-jsonl --strict in
	[ "$(jq -r .id out)" = a ]
	grep -qF "document 'b' put aside: s: m, at p" err
}

@test "the half of a document goes to the quarantine, with everything that came" {
	printf '%%doc\t1\ta\n%%end\n%%doc\t1\tb\nt\tp\tMột.\nS\t0\t6\tMột.\nt\tp\tHa' >in
	exits 65 to-jsonl --quarantine=bad.jsonl in
	[ "$(jq -r .id out)" = a ]
	[ "$(jq -r '.id + .code' bad.jsonl)" = btruncated ]
	jq -rj .stream bad.jsonl >back
	sed -n 3,5p in | same - back
}

@test "a document larger than --max-document goes by, whole, into the quarantine" {
	{ printf '%%doc\t1\tbig\n' && yes $'t\tp\tMột dòng dài.' | head -n 300 && printf '%%end\n%%doc\t1\tok\n%%end\n'; } >in
	exits 1 to-jsonl --max-document=10K --quarantine=bad.jsonl in
	[ "$(jq -r .id out)" = ok ]
	jq -r .stream_base64 bad.jsonl | base64 -d >back
	head -n 302 in | same - back
	{ printf '%%doc\t1\tbig\nt\tp\t' && yes 'dài' | tr '\n' ' ' | head -c 9000 && printf '\nx\ty\n%%end\n'; } >in
	exits 1 to-jsonl --max-line=1K --quarantine=bad.jsonl in
	jq -r .stream_base64 bad.jsonl | base64 -d | same in -
}

@test "documents in are documents out and quarantined" {
	exits 1 to-jsonl --stats=stats.json "$golden/in.phin"
	jq -ce '[.documents_in, .documents_out, .quarantined, .dropped] == [3, 2, 1, 0]' stats.json
}
