# SPDX-License-Identifier: MIT
load helper
load nightly

# Root passes by permissions; without its powers it does not.
powerless() {
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --inh-caps=-all --bounding-set=-all "$@"
	else
		"$@"
	fi
}

@test "counts add up, and what is put aside has its place, reason and bytes" {
	fill_inbox
	exits 1 nightly
	night=nights/2025-09-27
	in=$(jq .sources.documents_in $night/stats.json)
	kept=$(wc -l <$night/articles.jsonl)
	dropped=$(jq '[.[].dropped] | add' $night/stats.json)
	aside=$(jq '."to-jsonl".quarantined' $night/stats.json)
	[ "$in" -eq 12 ]
	[ "$in" -eq $((kept + dropped + aside)) ]
	jq -es 'any(.[]; (.place // "" | startswith("2025-09-27/a.jsonl:6:")) and (.raw | endswith("\"text\": \"nửa")))' \
		$night/quarantine.jsonl
	jq -es 'any(.[]; .code == "broken-file" and .place == "2025-09-27/cut.txt.gz")' $night/quarantine.jsonl
	same inbox/2025-09-27/cut.txt.gz $night/broken/2025-09-27/cut.txt.gz
	grep -q '^2025-09-27 *3 *12 ' out
}

@test "every document that was kept is in the database, its figures too" {
	fill_inbox
	exits 1 nightly
	cat nights/*/articles.jsonl | jq -r .id | sort >expected
	sqlite3 nights/phin.db 'select id from document' | sort >found
	same expected found
	[ "$(cat nights/*/figures.tsv | grep -vc '^id	')" -eq "$(sqlite3 nights/phin.db 'select count(*) from figure')" ]
}

@test "a finished night is left alone, byte for byte" {
	fill_inbox
	exits 1 nightly
	fingerprint nights >before
	exits 0 nightly
	grep -q '^nothing new' out
	fingerprint nights >after
	same before after
}

@test "made again with --backfill, a night comes out the same" {
	fill_inbox
	exits 1 nightly
	fingerprint nights >before
	exits 1 nightly --backfill
	fingerprint nights >after
	same before after
}

@test "many processes make the same bytes as one" {
	fill_inbox
	"$root/tests/bench/generate" 6M >articles
	split -n l/3 --additional-suffix=-2025-09-28.jsonl articles inbox/part-
	PHIN_JOBS=1 exits 1 nightly
	fingerprint nights >serial
	rm -rf nights
	PHIN_JOBS=4 exits 1 nightly
	fingerprint nights >parallel
	same serial parallel
}

@test "days that were missed are made up for; --since leaves older ones" {
	fill_inbox
	exits 1 nightly --since 2025-09-28
	[ ! -e nights/2025-09-27 ]
	[ -e nights/2025-09-28/files.tsv ]
	exits 1 nightly
	[ -e nights/2025-09-26/files.tsv ]
	[ -e nights/2025-09-27/files.tsv ]
}

@test "--dry-run says what would be done and does nothing" {
	fill_inbox
	exits 0 nightly --dry-run
	grep -q '^2025-09-26 new .* 5 files' out
	refute grep -q 'nothing new' out
	[ -z "$(find nights -name '20*')" ]
}

@test "files wait until they are whole" {
	mkdir inbox
	cp "$root/samples/storm.txt" inbox/2025-09-26.txt.part
	cp "$root/samples/storm.txt" inbox/.2025-09-26.txt
	gzip -c "$root/samples/storm.txt" | head -c 400 >inbox/2025-09-26.txt.gz
	cp "$root/samples/storm.txt" inbox/young-2025-09-26.txt
	PHIN_GIVE_UP=3600 PHIN_SETTLE=60 exits 0 nightly
	[ ! -e nights/2025-09-26 ]
	grep -q '^waiting *4 files' out
	mv inbox/2025-09-26.txt.part inbox/2025-09-26.txt
	gzip -nc "$root/samples/storm.txt" >inbox/2025-09-26.txt.gz
	PHIN_GIVE_UP=3600 exits 0 nightly
	[ "$(wc -l <nights/2025-09-26/files.tsv)" -eq 3 ]
	grep -q '^waiting *1 file:' out
}

@test "a file that is open for writing waits" {
	mkdir inbox
	exec 7>inbox/2025-09-26.txt
	echo 'Có 5 người.' >&7
	exits 0 nightly
	grep -q 'open for writing' out
	exec 7>&-
	exits 0 nightly
	[ -e nights/2025-09-26/files.tsv ]
}

@test "a file that comes late has its night made again" {
	fill_inbox
	exits 1 nightly
	printf '{"id": "late", "text": "Thêm 7 người đến sau."}\n' >inbox/2025-09-27/late.jsonl
	exits 1 nightly
	[ "$(jq .sources.documents_in nights/2025-09-27/stats.json)" -eq 13 ]
	[ "$(sqlite3 nights/phin.db "select count(*) from document where id = 'late'")" -eq 1 ]
}

@test "a night is not made again of half its files" {
	fill_inbox
	exits 1 nightly
	fingerprint nights >before
	rm inbox/2025-09-27/a.jsonl
	exits 0 nightly
	printf '{"id": "late", "text": "Thêm 7 người đến sau."}\n' >inbox/2025-09-27/late.jsonl
	exits 1 nightly
	grep -q '2025-09-27: files that this finished night was made of are gone' err
	fingerprint nights >after
	same before after
}

@test "a file that cannot be read is put aside, and taken when it can" {
	fill_inbox
	chmod 000 inbox/2025-09-26/storm.txt
	powerless "$root/pipelines/nightly" || [ $? -eq 1 ]
	jq -es 'any(.[]; .code == "unreadable-file" and .place == "2025-09-26/storm.txt")' nights/2025-09-26/quarantine.jsonl
	chmod 644 inbox/2025-09-26/storm.txt
	exits 0 nightly
	[ "$(wc -l <nights/2025-09-26/articles.jsonl)" -eq 5 ]
	fingerprint nights >late
	rm -rf nights
	exits 1 nightly
	fingerprint nights >undisturbed
	same undisturbed late
}

@test "a document larger than may be held is put aside with its bytes" {
	mkdir inbox
	{
		printf '{"id": "large", "text": "'
		head -c 70000000 /dev/zero | tr '\0' a
		printf '"}\n{"id": "small", "text": "Có 5 người."}\n'
	} >inbox/2025-09-26.jsonl
	exits 1 nightly
	[ "$(wc -l <nights/2025-09-26/articles.jsonl)" -eq 1 ]
	[ "$(wc -c <nights/2025-09-26/quarantine.jsonl)" -gt 70000000 ]
}

@test "a second run is turned away while one works" {
	fill_inbox
	mkdir nights
	exec 7>nights/.lock
	flock 7
	exits 75 nightly
	grep -q 'another run has the lock' err
	exec 7>&-
	exits 1 nightly
}

@test "an output folder that cannot be written" {
	fill_inbox
	mkdir nights
	chmod 555 nights
	exits 73 powerless "$root/pipelines/nightly"
	grep -q 'cannot be written' err
	chmod 755 nights
}

@test "a database that somebody else has locked" {
	fill_inbox
	exits 1 nightly --since 2025-09-28
	coproc holder_of_lock { sqlite3 nights/phin.db; }
	holder=$holder_of_lock_PID
	echo 'begin exclusive; select 1;' >&"${holder_of_lock[1]}"
	read -r _ <&"${holder_of_lock[0]}"
	PHIN_SQLITE=--wait=0 exits 75 nightly
	[ ! -e nights/2025-09-27/files.tsv ]
	echo 'rollback;' >&"${holder_of_lock[1]}"
	eval "exec ${holder_of_lock[1]}>&-"
	wait "$holder" || true
	exits 1 nightly
	fingerprint nights >after
	rm -rf nights
	exits 1 nightly
	fingerprint nights >undisturbed
	same undisturbed after
}

@test "a clock that was set back loses nothing" {
	fill_inbox
	find inbox -type f -exec touch -d '+3 days' {} +
	exits 1 nightly
	grep -q 'written in the future' err
	[ "$(jq -s 'map(.sources.documents_in) | add' nights/*/stats.json)" -eq 19 ]
	exits 0 nightly
}

@test "SIGTERM ends a run at once, and the next one makes up for it" {
	fill_inbox
	exits 1 nightly
	fingerprint nights >undisturbed
	rm -rf nights
	setsid "$root/pipelines/nightly" >log 2>&1 &
	pid=$!
	until [ -e nights/.work/2025-09-26 ]; do sleep 0.01; done
	kill -TERM "$pid"
	status=0
	wait "$pid" || status=$?
	[ "$status" -eq 143 ]
	grep -q 'stopped by a signal' log
	exits 1 nightly
	fingerprint nights >after
	same undisturbed after
}

@test "a full disk: nothing of the night is published, and the next run makes up for it" {
	unshare -rm true 2>/dev/null || skip 'no name space to mount in'
	fill_inbox
	"$root/tests/bench/generate" 1M >inbox/2025-09-28.jsonl
	cat >in-small-space <<-'EOF'
		mkdir nights && mount -t tmpfs -o size=2M none nights || exit 99
		"$1"
		[ $? -eq 74 ] || exit 98
		[ ! -e nights/2025-09-28/files.tsv ] || exit 97
		grep -q '^phin_nightly_exit_status 74$' nights/phin.prom || exit 93
		mount -o remount,size=64M nights || exit 96
		"$1"
		[ $? -eq 1 ] || exit 95
		[ -e nights/2025-09-28/files.tsv ] || exit 94
		grep -q '^phin_nightly_exit_status 1$' nights/phin.prom
	EOF
	exits 0 unshare -rm sh in-small-space "$root/pipelines/nightly"
	refute grep -q 'report.bash' err
}

@test "the report holds as many documents as it may" {
	fill_inbox
	PHIN_REPORT=2 exits 1 nightly
	[ "$(grep -o '<article' nights/2025-09-26/report.html | wc -l)" -eq 2 ]
	grep -q '<title>2025-09-26 (2/5)</title>' nights/2025-09-26/report.html
	grep -q '<title>2025-09-28</title>' nights/2025-09-28/report.html
}

@test "settings that cannot be meant are told before anything is done" {
	fill_inbox
	PHIN_SETTLE=1m exits 2 nightly
	[ "$(cat err)" = "nightly: error: PHIN_SETTLE: 1m is no number" ]
	PHIN_OUT=inbox/out exits 2 nightly
	grep -q '^nightly: error: PHIN_OUT lies in PHIN_INBOX' err
	exits 2 nightly nowhere.conf
	[ "$(cat err)" = "nightly: error: nowhere.conf: no file that can be read" ]
	printf 'PHIN_KEEP = --language=vi\nPHIN_META=url\n' >spaced.conf
	exits 2 nightly spaced.conf
	grep -q '^nightly: error: spaced.conf: not every line is an assignment' err
	printf 'PHIN_INBOX=inbox\r\n' >crlf.conf
	exits 74 nightly crlf.conf
	[ "$(cat err)" = "nightly: error: PHIN_INBOX: no folder \$'inbox\\r'" ]
	printf 'PHIN_KEPE=--language=vi\n' >misspelt.conf
	exits 0 nightly --dry-run misspelt.conf
	[ "$(cat err)" = "nightly: warning: misspelt.conf: there is no setting PHIN_KEPE" ]
	PHIN_KEEP=--langauge=vi exits 2 nightly
	grep -q "^keep: error: unknown option '--langauge'" err
	[ ! -e nights/2025-09-26 ]
}

@test "a state that is damaged is no crash" {
	fill_inbox
	exits 1 nightly --since 2025-09-28
	truncate -s 5000 nights/seen.db
	exits 74 nightly
	grep -q '^dedup: .*seen.db: error: ' err
	refute grep -q xargs err
	grep -q '^no night was finished$' out
}

@test "why records were put aside, and which documents were dropped" {
	fill_inbox
	PHIN_KEEP='--meta=source!~Bảy' exits 1 nightly
	grep -q '^aside  *[^ ]*/nights/2025-09-27/quarantine.jsonl: 1 broken-file, 1 invalid-json$' out
	[ "$(grep -c '^tb-10[0-9]			keep	$' nights/2025-09-27/dropped.tsv)" -eq 5 ]
	[ "$(($(wc -l <nights/2025-09-27/dropped.tsv) - 1))" -eq "$(jq '[.[].dropped] | add' nights/2025-09-27/stats.json)" ]
}

@test "metrics that cannot be written" {
	fill_inbox
	PHIN_METRICS=nowhere/phin.prom exits 74 nightly --since 2025-09-29
	[ "$(cat err)" = "nightly: error: nowhere/phin.prom (PHIN_METRICS) cannot be written" ]
}

@test "metrics are whole and say how the run ended" {
	fill_inbox
	exits 1 nightly
	grep -q '^phin_nightly_exit_status 1$' nights/phin.prom
	grep -q '^phin_nightly_documents_in 19$' nights/phin.prom
	grep -vE '^# (HELP|TYPE) phin_nightly_[a-z_]+ .|^phin_nightly_[a-z_]+ [0-9]+$' nights/phin.prom >strange || true
	[ ! -s strange ]
}
