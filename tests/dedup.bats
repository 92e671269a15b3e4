# SPDX-License-Identifier: MIT
load helper

# ids: the ids of the documents in out, on one line.
ids() {
	grep '^%doc' out | cut -f 3 | paste -s -d ' '
}

# document ID TEXT [DATE] [TITLE]: a document of one paragraph on stdout.
document() {
	printf '%%doc\t1\t%s\n' "$1"
	[ -z "${3-}" ] || printf 'm\tdate\t"%s"\n' "$3"
	[ -z "${4-}" ] || printf 't\ttitle\t%s\n' "$4"
	printf 't\tp\t%s\n%%end\n' "$2"
}

# prose N [SEED]: N made-up syllables, the same for the same seed.
prose() {
	awk -v n="$1" -v x="${2-1}" 'BEGIN {
		split("đường phường giá mưa lúa vàng học tỉnh nhà sông biển cầu chợ thuế vốn điện nước bão tàu người", word, " ")
		for (i = 0; i < n; i++) { x = (x * 16807) % 2147483647; printf "%s%s", i ? " " : "", word[x % 20 + 1] (x % 7) }
	}'
}

@test "documents that differ pass, byte for byte" {
	{ document a "$(prose 200 1)" && document b "$(prose 200 2)" && document c 'Ngắn.' && document d 'Ngắn!!!x'; } >in
	exits 0 dedup in
	same in out
}

@test "an exact copy is dropped whatever its case, tone style, normalization form, marks and layout" {
	{
		document a 'Hòa Bình: giá điện, nước tăng.'
		document b 'HOÀ BÌNH GIÁ ĐIỆN NƯỚC TĂNG'
		printf '%%doc\t1\tc\nt\tp\tHo\xcc\x80a Bi\xcc\x80nh\nt\tp\tgia\xcc\x81 \xc4\x91ie\xcc\xa3\xcc\x82n “nu\xcc\x9bo\xcc\x9b\xcc\x81c” ta\xcc\x86ng\n%%end\n'
		document d 'Hóa Bình: giá điện, nước tăng.'
	} >in
	exits 0 dedup --report=report in
	[ "$(ids)" = "a d" ]
	printf 'id\tof\tsimilarity\thow\tblocks\nb\ta\t1.000\texact\t\nc\ta\t1.000\texact\t\n' | same - report
}

@test "a near copy is dropped: the threshold decides" {
	text=$(prose 300)
	{ document a "$text" && document b "$text $(prose 15 9)" && document c "$text $(prose 80 8)"; } >in
	exits 0 dedup --report=report in
	[ "$(ids)" = "a c" ]
	grep -q '^b	a	0.9[0-9][0-9]	near	$' report
	exits 0 dedup --threshold=70 --report=report in
	[ "$(ids)" = a ]
	exits 0 dedup --exact in
	[ "$(ids)" = "a b c" ]
}

@test "another headline over the same text is a near copy, over the same teaser it is not" {
	long=$(prose 120) teaser=$(prose 30 5)
	{
		document a "$long" '' 'Giá vàng tăng mạnh'
		document b "$long" '' 'Vàng lên đỉnh mới trong phiên chiều nay'
		document c "$teaser" '' 'Bản tin sáng: mưa lớn ở miền Trung, nhiều tuyến đường ngập sâu trong nước'
		document d "$teaser" '' 'Bản tin chiều: giá điện tăng từ tháng sau, người dân nói gì về cách tính mới'
	} >in
	exits 0 dedup in
	[ "$(ids)" = "a c d" ]
}

@test "what is dropped is said on stderr, or in --report, and goes to --rejected" {
	{ document a 'Một hai ba.' && document b 'một, hai, ba'; } >in
	exits 0 dedup --rejected=dropped --stats=s in
	grep -q "^dedup: note: document 'b' dropped: a copy of 'a', similarity 1.000$" err
	document b 'một, hai, ba' | same - dropped
	jq -e '.documents_in == 2 and .documents_out == 1 and .dropped == 1 and .quarantined == 0 and .exact == 1' s
}

@test "--keep: the first, the longest or the newest stays, in the order in which they came" {
	text=$(prose 200)
	{
		document a "$text" 2025-09-02
		document x "$(prose 90 7)" 2025-01-01
		document b "$text và thêm" 2025-09-01
		document c "$text" 2025-09-03
	} >in
	exits 0 dedup --keep=first in
	[ "$(ids)" = "a x" ]
	exits 0 dedup --keep=longest in
	[ "$(ids)" = "x b" ]
	exits 0 dedup --keep=newest in
	[ "$(ids)" = "x c" ]
}

@test "--keep=newest reads dates that are written in other ways" {
	text=$(prose 200)
	{
		document a "$text" 20250902
		document b "$text" 3/9/2025
		document c "$text" 2025-09-01
	} >in
	exits 0 dedup --keep=newest in
	[ "$(ids)" = b ]
}

@test "a run can be repeated: the same output and report, with every --keep" {
	text=$(prose 200)
	{
		document a "$text" 2025-09-02
		document b "$text và thêm" 2025-09-01
		document b "$text và thêm nữa" 2025-09-04
		document c "$(prose 80 4)" 2025-09-03
		document c "$(prose 80 4)" 2025-09-03
	} >in
	for keep in first longest newest; do
		exits 0 dedup --keep=$keep --state=state.$keep --report=report in
		mv out first
		mv report report.first
		exits 0 dedup --keep=$keep --state=state.$keep --report=report --stats=s in
		same first out
		same report.first report
		jq -e '.documents_in == .documents_out + .dropped' s
	done
}

@test "what earlier runs let pass stays; an id that was seen is itself again" {
	text=$(prose 200)
	document a "$text" >one
	{ document b "$text rất dài" && document a "$text mới" && document c "$(prose 200 3)"; } >two
	exits 0 dedup --state=state --keep=longest one
	exits 0 dedup --state=state --keep=longest --report=report two
	[ "$(ids)" = "a c" ]
	grep -q '^b	a	' report
	exits 0 dedup --state=state one
	same one out
}

@test "a run that died is repeated: the same bytes as without the accident" {
	for i in $(seq 40); do document "d$i" "$(prose 120 $((i % 25 + 1)))"; done >in
	dedup --state=whole in >expected 2>/dev/null
	for cut in 1 7 13 25 39; do
		rm -f state*
		# The input ends with a document that has no end: what came before is judged.
		exits 65 dedup --state=state <<<"$(awk -v n="$cut" '/^%doc/ { i++ } i <= n' in && echo '%doc	1	half')"
		exits 0 dedup --state=state in
		same expected out
	done
}

@test "a killed run leaves a state that the next one reads" {
	for i in $(seq 60); do document "d$i" "$(prose 120 $((i % 37 + 1)))"; done >in
	dedup --state=whole in >expected 2>/dev/null
	for pause in 0.02 0.05 0.1; do
		{ cat in && sleep 5; } | dedup --state=state >/dev/null 2>&1 &
		sleep "$pause"
		kill -9 $! 2>/dev/null || true
		wait $! 2>/dev/null || true
		exits 0 dedup --state=state in
		same expected out
		sqlite3 state 'PRAGMA integrity_check' | grep -qx ok
	done
}

@test "paragraphs that many documents have are left out, with what stands under them; titles, data and the last stay" {
	for i in 1 2 3; do
		printf '%%doc\t1\td%s\nt\ttitle\tTin vắn hôm nay\nt\tp\t%s\nt\tp\tMời bạn đọc gửi bài.\nS\t0\t30\tMời bạn đọc gửi bài.\nt\tp\t12\n%%end\n' "$i" "$(prose 60 "$i")"
	done >in
	printf '%%doc\t1\td4\nt\tp\tMời bạn đọc gửi bài.\n%%end\n' >>in
	exits 0 dedup --blocks=3 --report=report --stats=s in
	sed '/^%doc	1	d4/,$!{/Mời bạn đọc/d}' in | same - out
	printf 'id\tof\tsimilarity\thow\tblocks\nd1\t\t\tblocks\t1\nd2\t\t\tblocks\t1\nd3\t\t\tblocks\t1\n' | same - report
	jq -e '.blocks_cut == 3' s
}

@test "--blocks counts over all runs, and a run that is repeated is cut as it was" {
	for i in 1 2 3; do
		printf '%%doc\t1\td%s\nt\tp\t%s\nt\tp\tMời bạn đọc gửi bài.\n%%end\n' "$i" "$(prose 60 "$i")" >"in$i"
	done
	exits 0 dedup --blocks=2 --state=state in1
	same in1 out
	exits 0 dedup --blocks=2 --state=state in2
	grep -v Mời in2 | same - out
	exits 0 dedup --blocks=2 --state=state in1
	same in1 out
}

@test "documents with an error and those that are too large pass, in their order, held or not" {
	text=$(prose 30)
	{
		document a "$text"
		printf '%%doc\t1\tbad\ne\terror\tx\tbad\t\tno good\n%%end\n'
		document b "$text"
		printf '%%doc\t1\tlarge\n' && for _ in $(seq 40); do printf 't\tp\t%s\n' "$(prose 30)"; done && printf '%%end\n'
		document c "$(prose 30 2)"
	} >in
	for keep in first longest; do
		exits 1 dedup --keep=$keep --max-document=4096 --stats=s in
		[ "$(ids)" = "a bad large c" ]
		grep -q '^e	error	dedup	document-too-large' out
		jq -e '.documents_in == 5 and .documents_out == 4 and .dropped == 1' s
	done
}

@test "input that ends inside of a document: what came before is judged, the half goes on without an end" {
	{ document a 'Một hai ba.' && document b 'Một hai ba!' && printf '%%doc\t1\tc\nt\tp\tNửa\n'; } >in
	for keep in first longest; do
		exits 65 dedup --keep=$keep in
		{ document a 'Một hai ba.' && printf '%%doc\t1\tc\nt\tp\tNửa\n'; } | same - out
	done
}

@test "documents without words are copies of nothing" {
	{ document a '***' && document b '***' && printf '%%doc\t1\tc\n%%end\n'; } >in
	exits 0 dedup in
	same in out
}

@test "a state that is locked, of somebody else, or no database: said plainly, exit 74, no output" {
	sqlite3 other 'CREATE TABLE t (x)'
	exits 74 dedup --state=other </dev/null
	grep -q 'other: error: a database, but not a state of dedup' err
	echo 'no database at all, but long enough to be looked at by SQLite, which wants a header' >text
	exits 74 dedup --state=text </dev/null
	grep -q 'text: error: is not an SQLite database' err
	exits 74 dedup --state=missing/state </dev/null
	grep -q "missing/state: error: the folder 'missing' cannot be written: No such file" err
	document a 'Một hai ba.' >in
	exits 0 dedup --state=state in
	(echo 'BEGIN IMMEDIATE;'; sleep 3) | sqlite3 state &
	sleep 0.5
	exits 74 dedup --state=state --wait=0 in
	grep -q 'state: error: locked by another program; waited 0 seconds (--wait)' err
	exits 0 dedup --state=state --wait=20 in
	wait
}

@test "the state is readable while a run goes on" {
	document a 'Một hai ba.' >in
	exits 0 dedup --state=state in
	{ document b 'Bốn năm sáu.' && sleep 1; } | dedup --state=state >/dev/null &
	sleep 0.4
	sqlite3 state 'SELECT count(*) FROM document' >count
	grep -qx '[12]' count
	wait
}

@test "wrong options are refused" {
	for option in --threshold=59 --threshold=101 --keep=last --blocks=1 --blocks=x --memory=1K; do
		exits 2 dedup "$option" </dev/null
	done
	exits 2 dedup --keep=last </dev/null
	grep -q '^dedup: error: --keep=last: first, longest or newest is wanted$' err
	exits 2 dedup --memory=1K </dev/null
	grep -q '^dedup: error: --memory=1K: a number from 1M to 1024G is wanted$' err
}

@test "a state of another version is refused, and told from one of somebody else" {
	document a 'Một hai ba.' >in
	exits 0 dedup --state=state in
	sqlite3 state 'PRAGMA user_version = 1' >/dev/null
	exits 74 dedup --state=state in
	grep -q 'state: error: a state of dedup of version 1; this program writes version 2' err
	same /dev/null out
}
