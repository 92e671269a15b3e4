# SPDX-License-Identifier: MIT
# Loaded by the suites of nightly: an inbox of three days, and ways to look at what came out.
# shellcheck shell=bash disable=SC2154

export PATH="$root/pipelines:$PATH"
export PHIN_INBOX=inbox PHIN_OUT=nights PHIN_SETTLE=0 PHIN_GIVE_UP=0
unset FROM_TEXT FROM_JSONL PHIN_KEEP PHIN_DEDUP

# An inbox with three days: text, JSON Lines with a broken one, archives, a truncated one, an old charset.
fill_inbox() {
	mkdir -p inbox/2025-09-26 inbox/2025-09-27
	cp "$root"/samples/{party-meeting,storm,old-charset-tcvn3,mojibake,decomposed-nfd}.txt inbox/2025-09-26/
	{
		cat "$root/samples/briefs.jsonl"
		printf '{"id": "broken", "text": "nửa\n'
		printf '{"id": "tb-106", "date": "2025-09-27", "text": "Thêm 12 hộ dân được cấp nước sạch."}\n'
	} >inbox/2025-09-27/a.jsonl
	sed 's/tb-10/tc-10/; s/Tin Bảy Giờ/Báo Chép Lại/' "$root/samples/briefs.jsonl" | gzip -n >inbox/2025-09-27/b.jsonl.gz
	gzip -nc "$root/samples/harvest.txt" | head -c 500 >inbox/2025-09-27/cut.txt.gz
	zstd -q -c "$root/samples/budget-report.txt" >inbox/chieu-20250928.txt.zst
	printf '{"id": "odd", "text": "Byte lạ \377 ở đây, 5 người."}\n' >inbox/odd-2025-09-28.jsonl
}

# What a night must leave alike, whoever was killed on the way: every file but the metrics (times) and the two databases,
# then what the database says. Its row numbers depend on the order of nights, the index's inner pages on history.
fingerprint() {
	(cd "$1" && find . -type f ! -name 'phin.prom' ! -name '.lock' ! -name '*.db*' -print0 | sort -z | xargs -0 sha256sum)
	sqlite3 "$1/phin.db" 'pragma integrity_check' 'select id, hash, date, title, meta, text from document order by id' \
		'select id, text, words from sentences order by id, text' \
		'select * from figures order by id, start_at, end_at' \
		"insert into search (search) values ('integrity-check')"
}
