# SPDX-License-Identifier: MIT
# What holds for every program there is, whoever wrote it: how it meets the system, bad input, and the rest of the pipeline.
# tests/contract/programs.tsv says what is to be known of a program. PHIN_FULL=1 takes sizes that need minutes.
load helper
load contract

setup_file() {
	# shellcheck disable=SC2034 # for contract.bash
	root=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	cp "$BATS_TEST_DIRNAME"/contract/inputs/* "$BATS_FILE_TMPDIR"
	python3 "$BATS_TEST_DIRNAME/contract/stream.py" random 7 30 >"$BATS_FILE_TMPDIR/stream"
	# Enough to fill any pipe and buffer, of every kind.
	python3 "$BATS_TEST_DIRNAME/contract/stream.py" random 11 2000 >"$BATS_FILE_TMPDIR/stream.many"
	local kind
	for kind in text jsonl html warc; do
		[ -e "$BATS_FILE_TMPDIR/$kind" ] || continue
		awk -v RS='\001' '{ for (i = 0; i < 2000; i++) printf "%s", $0 }' "$BATS_FILE_TMPDIR/$kind" >"$BATS_FILE_TMPDIR/$kind.many"
	done
}

# ---- the input that it is for

well() {
	expect 0 result "$1" <"$(input "$1")" >out
	[ -s out ]
	if [ "$(writes "$1")" = stream ]; then
		python3 "$stream_py" check <out
	fi
}
@test "takes its proper input, says nothing of errors, and what is to be the stream is the stream" {
	each well $(programs)
}

# ---- options

options() {
	expect 0 "$1" --help >out
	head -n 1 out | grep -q "^Usage: $1 \[OPTION ...\]"
	grep -q -e '--version' out
	expect 0 "$1" --version >out
	grep -Eq "^$1 \(phin\) [0-9]+\.[0-9]+\.[0-9]+$" out
	expect 0 "$1" --option-table >out
	grep -q "^h	help		" out
	for bad in --no-such-option -? --help=x --max-line --max-line=x --max-line=1; do
		expect 2 "$1" $bad >out </dev/null
		says "$1: error: "
		[ ! -s out ]
	done
	expect 0 "$1" -h >out
}
@test "--help, --version, and exit 2 for what is no option" {
	each options $(programs)
}

# ---- the two ends

full() {
	for option in --help --version; do
		expect 74 "$1" $option >/dev/full
		says "$1: error: standard output: No space left on device"
	done
	[ "$(writes "$1")" != file ] || return 0
	expect 74 start "$1" <"$(input "$1")" >/dev/full
	says "No space left on device"
}
@test "a full device is an error, for --help and --version too" {
	each full $(programs)
}

closed() {
	expect 74 start "$1" <&- >out
	says "$1: "
	for option in --help --version; do
		expect 74 "$1" $option >&-
		says "standard output"
	done
	[ "$(writes "$1")" != file ] || return 0
	expect 74 start "$1" <"$(input "$1")" >&-
	says "standard output"
	cp "$(input "$1")" in
	expect 74 start "$1" in <&- >&-
	cmp in "$(input "$1")"
	expect 0 start "$1" in <&- 2>/dev/null >out
}
@test "closed standard input and output are errors" {
	each closed $(programs)
}

unreadable() {
	result "$1" <"$(input "$1")" >expected
	cp "$(input "$1")" in
	result "$1" in >expected || true
	expect 74 result "$1" missing in >out
	says "missing: error: No such file or directory"
	cmp expected out
	expect 74 result "$1" . in >out
	says "Is a directory"
	cmp expected out
}
@test "a missing file and a directory are errors, and the other files are read" {
	each unreadable $(programs)
}

early() {
	local status
	[ "$(writes "$1")" != file ] || return 0
	for ignored in '' PIPE; do
		# shellcheck disable=SC2016
		status=$(trap '' $ignored; timeout 60 bash -c '
			. "$0"; . "$1"; cd "$2"
			start "$3" <"$4" 2>err | head -c 10 >/dev/null
			echo ${PIPESTATUS[0]}' "$tests/helper.bash" "$tests/contract.bash" "$PWD" "$1" "$(input "$1").many")
		if [ "$status" != 141 ]; then
			echo "left with '$status' (SIGPIPE ignored: '$ignored')"
			cat err
			return 1
		fi
	done
}
@test "a reader that leaves early ends it by SIGPIPE, whether its parent ignored that or not" {
	each early $(programs)
}

prompt() {
	local waited=0
	case $(reads "$1") in stream | jsonl) ;; *) return 0 ;; esac
	case $(writes "$1") in file | page) return 0 ;; esac
	mkfifo fifo
	start "$1" <fifo >out 2>err &
	exec 3>fifo
	head -n 1 "$(input "$1").many" >line
	if [ "$(reads "$1")" = stream ]; then
		python3 "$stream_py" random 3 3 >line
	fi
	cat line >&3
	start "$1" <line >expected 2>err
	while ! cmp -s out expected && [ "$waited" -lt 200 ]; do
		sleep 0.05
		waited=$((waited + 1))
	done
	cmp out expected
	exec 3>&-
	wait
}
@test "a document that came is answered before the next one comes" {
	each prompt $(programs)
}

# ---- the system's bad days

shimmed() {
	is_sanitized && skip "the shim does not go with the sanitizers"
	[ -e "$shim" ]
}

interrupted() {
	result "$1" <"$(input "$1")" >expected
	for words in eintr=2 'eintr=3 short=random'; do
		SHIM=$words expect 0 result "$1" <"$(input "$1")" >out
		cmp expected out
	done
}
@test "an interrupted system call is taken up again" {
	shimmed
	each interrupted $(programs)
}

failing_calls() {
	for words in read=1:5 'short=1 read=20:5'; do
		rm -f fired
		SHIM=$words expect 74 start "$1" <"$(input "$1")" >out
		[ -e fired ]
		says "Input/output error"
	done
	[ "$(writes "$1")" != file ] || return 0
	for words in write=1:28 'short=1 write=20:28'; do
		rm -f fired
		SHIM=$words expect 74 start "$1" <"$(input "$1")" >out
		[ -e fired ]
		says "No space left on device"
	done
}
@test "a read that fails and a write that fails are errors" {
	shimmed
	each failing_calls $(programs)
}

short_calls() {
	result "$1" <"$(input "$1")" >expected
	for words in short=1 short=random; do
		SHIM=$words expect 0 result "$1" <"$(input "$1")" >out
		cmp expected out
	done
}
@test "reads and writes of one byte, or of any number, give the same output" {
	shimmed
	each short_calls $(programs)
}

# Out of memory is said, or was of no consequence; a crash, silence, or a short output with a good status is neither.
failing_memory() {
	local n=1 status
	result "$1" <"$(input "$1")" >expected
	while [ "$n" -lt 100000 ]; do
		for on in '' +; do
			rm -f fired
			status=0
			SHIM="malloc=$n$on" result "$1" <"$(input "$1")" >out 2>err || status=$?
			if [ ! -e fired ]; then
				[ "$status" -eq 0 ] && cmp expected out
				return
			fi
			case $status in
			74) [ -s err ] || [ "$(writes "$1")" = file ] ;;
			0) cmp expected out ;;
			*) false ;;
			esac || {
				echo "allocation $n$on failed: status $status; it said:"
				head -c 300 err
				return 1
			}
		done
		# One after another where everything begins, then in growing steps.
		n=$((n < 150 ? n + 1 : n + n / 10))
	done
}
@test "an allocation that fails is an error, or makes no difference, whichever it is" {
	shimmed
	each failing_memory $(programs)
}

# ---- documents of any size

# huge KIND BYTES: a document of that size in one line.
huge() {
	local text='Tỷ lệ đúng hạn trên 98 phần trăm. ' size
	size=$(printf %s "$text" | wc -c)
	case $1 in
	stream) printf '%%doc\t1\thuge\nt\tp\t' ;;
	jsonl) printf '{"text":"' ;;
	html) printf '<html><body><p>' ;;
	esac
	yes "$text" | tr -d '\n' | head -c $(($2 / size * size))
	case $1 in
	stream) printf '\n%%end\n' ;;
	jsonl) printf '"}\n' ;;
	html) printf '</p></body></html>\n' ;;
	esac
}

# bounded KIB COMMAND...: under a limit of memory, but for a sanitizer, which needs all of it.
bounded() {
	local kib=$1
	shift
	(
		is_sanitized || ulimit -v "$kib"
		"$@"
	)
}

huge_line() {
	local bytes=20000000 limit=1M kib=200000
	[ "$(reads "$1")" != warc ] || return 0
	[ -z "${PHIN_FULL-}" ] || { bytes=1000000000 limit=64M kib=1000000; }
	huge "$(reads "$1")" "$bytes" >huge
	bounded "$kib" expect '1|65' start "$1" --max-line=$limit --max-document=$limit <huge >out
	rm -f huge out
}
@test "a line longer than --max-line takes no memory, and the document is put aside" {
	each huge_line $(programs)
}

huge_document() {
	local documents=200000 limit=1M kib=200000
	case $(reads "$1") in stream) ;; *) return 0 ;; esac
	[ -z "${PHIN_FULL-}" ] || { documents=6000000 limit=64M kib=1000000; }
	bounded "$kib" expect '0|1' start "$1" --max-document=$limit < <(
		printf '%%doc\t1\tlong\n'
		yes $'t\tp\tTỷ lệ đúng hạn trên 98 phần trăm.' | head -n "$documents"
		printf '%%end\n'
	) >out
	case $(writes "$1") in
	stream | text) [ "$(grep -c '^t' out)" -eq "$documents" ] ;;
	esac
}
@test "a document of very many blocks passes, or is put aside, in little memory" {
	each huge_document $(programs)
}

very_many() {
	local documents=20000
	case $(reads "$1") in stream) ;; *) return 0 ;; esac
	[ -z "${PHIN_FULL-}" ] || documents=1000000
	bounded 200000 expect 0 start "$1" --stats=stats < <(
		seq "$documents" | awk '{ print "%doc\t1\t" $0 "\n%end" }'
	) >out
	grep -q "\"documents_in\":$documents," stats
	[ "$(writes "$1")" != stream ] || has "$1" across || [ "$(grep -c '^%end' out)" -eq "$documents" ]
}
@test "very many empty documents are counted, in little memory" {
	each very_many $(programs)
}

# ---- what comes in

# whole PROGRAM FILE [OPTION...]: status and output are in order, whatever the input was: no document lost, and UTF-8, but
# for records of a stream that were not and pass through.
whole() {
	local program=$1 in=$2 left
	shift 2
	expect '0|1|65' result "$program" --stats=stats "$@" <"$in" >out
	left=$(cat left)
	case "$(reads "$program") $(writes "$program") $*" in
	"stream stream " | "stream text ") ;;
	*) iconv -f utf8 -t utf8 <out >/dev/null ;;
	esac
	[ "$left" -ne 65 ] || return 0
	awk -v RS=, -F '[:}]' '
		/documents_in|documents_out|quarantined|dropped/ { count[$1] = $2 }
		END {
			in_all = count["\"documents_in\""]
			out_all = count["\"documents_out\""] + count["\"quarantined\""] + count["\"dropped\""]
			exit in_all != out_all
		}' stats || {
		cat stats
		return 1
	}
}

empty() {
	expect 0 result "$1" </dev/null >out
	case $(writes "$1") in stream | text | json) [ ! -s out ] ;; esac
	expect 0 start "$1" --stats=stats </dev/null >out
	grep -q '"documents_in":0,' stats
}
@test "empty input is no documents" {
	each empty $(programs)
}

line_ends() {
	result "$1" <"$(input "$1")" >expected
	head -c -1 "$(input "$1")" >in
	case $(reads "$1") in
	stream | jsonl)
		expect 0 result "$1" <in >out
		cmp expected out
		sed 's/$/\r/' "$(input "$1")" >in
		expect 0 result "$1" <in >out
		[ "$(reads "$1")" != stream ] || cmp expected out
		(printf '\357\273\277' && cat "$(input "$1")") >in
		expect 0 result "$1" <in >out
		cmp expected out
		;;
	*)
		whole "$1" in
		sed 's/$/\r/' "$(input "$1")" >in
		whole "$1" in
		(printf '\357\273\277' && cat "$(input "$1")") >in
		whole "$1" in
		;;
	esac
}
@test "a missing last newline, CRLF and a byte order mark make no difference" {
	each line_ends $(programs)
}

any_bytes() {
	local byte
	for byte in 0 1 2 3 4 5 6 7 10 11 12 13 14 16 20 30 31 32 33 34 35 36 37 177 200 205 237 240 300 355 376 377 \
		302\\200 302\\205 302\\237 355\\240\\200 364\\220\\200\\200 357\\277\\276; do
		printf "Một \\$byte hai.\n\nBa\\$byte\n" >in
		whole "$1" in --plain
		whole "$1" in
		case $(reads "$1") in
		stream)
			printf "%%doc\t1\tx\\$byte\nm\tk\t\"\\$byte\"\nt\tp\tMột \\$byte hai.\nX\t0\t3\tMộ\tk=\\$byte\ny\t\\$byte\n%%end\n" >in
			whole "$1" in
			;;
		jsonl)
			printf "{\"id\":\"\\$byte\",\"k\\$byte\":1,\"text\":\"Một \\$byte hai.\"}\n" >in
			whole "$1" in
			;;
		esac
	done
	head -c 20000 /dev/urandom >in
	whole "$1" in
	whole "$1" in --plain
}
@test "no byte upsets it: NUL, C0 and C1, what is not UTF-8" {
	each any_bytes $(programs)
}

# Whoever makes a document of plain text says what was replaced; whoever gets the document does not say it again.
replaced_is_said() {
	[ "$(reads "$1")" = stream ] || return 0
	printf 'Một \xff hai.\n' >bad
	expect 0 start "$1" --plain --from=utf-8 bad >out
	says "$1: bad:1:.*: warning: invalid UTF-8: "
	[ "$(grep -vc ': note: ' err)" -eq 1 ]
	from-text bad >made 2>said
	expect 0 start "$1" made >out
	[ "$(grep -vc ': note: ' err)" -eq 0 ]
}
@test "what was replaced in plain text is said once, with its place, by who read it" {
	each replaced_is_said $(programs)
}

# A short stream, cut everywhere: what was not whole is never delivered, nor told as a good end.
cut_anywhere() {
	local size at expected wanted
	printf '%%doc\t1\ta\nm\tdate\t"2025-09-26"\nt\tp\tCó 91 tổ.\nS\t0\t12\tCó 91 tổ.\n%%end\n%%doc\t1\tb\nt\tp\tHai.\n%%end\n' >whole
	[ "$2" = unfolded ] || {
		python3 "$stream_py" fold <whole >folded
		mv folded whole
	}
	size=$(wc -c <whole)
	for ((at = 1; at < size; at++)); do
		head -c "$at" whole >in
		expected=$(tr '\036' '\n' <in | grep -c '^%end$') || true
		wanted='1|65'
		case $(tail -c 5 in | tr '\036\n' '..') in .%end | %end.) wanted=0 ;; esac
		expect "$wanted" start "$1" --stats=stats <in >out || {
			echo "cut at $at of $size"
			return 1
		}
		grep -q "\"documents_out\":$expected," stats || has "$1" across || {
			echo "cut at $at of $size: $(cat stats)"
			return 1
		}
		[ "$(writes "$1")" != stream ] || [ "$(tr '\036' '\n' <out | grep -c '^%end$')" -eq "$expected" ]
	done
}
cut_unfolded() { cut_anywhere "$1" unfolded; }
cut_folded() { cut_anywhere "$1" folded; }
@test "a stream cut at any byte is never taken for whole" {
	each cut_unfolded $(those reads stream)
}
@test "a folded stream cut at any byte is never taken for whole" {
	each cut_folded $(those reads stream)
}

refused() {
	printf '%%doc\t2\tx\n%%end\n' >in
	expect 65 start "$1" <in >out
	says 'version'
	printf 'F\t0\t2\t91\tkind=number\n' >in
	expect 65 start "$1" <in >out
	says 'outside of any document'
	whole "$1" in --plain
}
@test "another version and a record out of any document are refused, --plain overrides" {
	each refused $(those reads stream)
}

# ---- the rest of the pipeline

folding() {
	result "$1" <"$(input "$1")" >expected
	python3 "$stream_py" fold <"$(input "$1")" >in
	expect 0 result "$1" <in >out
	case $(writes "$1") in
	stream | text)
		[ "$(wc -l <out)" -eq "$(grep -c '^%end$' expected)" ]
		python3 "$stream_py" unfold <out >unfolded
		mv unfolded out
		;;
	esac
	cmp expected out
}
@test "folded in, folded out, and the same document" {
	each folding $(those reads stream)
}

survival() {
	case $(writes "$1") in stream | text) ;; *) return 0 ;; esac
	for seed in 1 2 3 4; do
		python3 "$stream_py" random "$seed" 100 >in
		expect 0 start "$1" <in >out
		python3 "$stream_py" check <out
		if has "$1" across || has "$1" drops; then
			python3 "$stream_py" survive in out drops
		else
			python3 "$stream_py" survive in out
		fi
	done
}
@test "records and keys that it does not know come through, their offsets moved with the text" {
	each survival $(those reads stream)
}

again() {
	case $(writes "$1") in stream | text) ;; *) return 0 ;; esac
	start "$1" <"$(input "$1")" >once
	expect 0 start "$1" <once >twice
	cmp once twice
}
@test "run again, it changes nothing" {
	each again $(those reads stream)
}

pieces() {
	local header=0 first=1
	! has "$1" across || return 0
	case $(writes "$1") in file | page) return 0 ;; table) header=1 ;; esac
	start "$1" <"$(input "$1")" >expected 2>err
	case $(reads "$1") in
	stream) awk -v RS='%end\n' '{ printf "%s%%end\n", $0 > sprintf("piece.%03d", NR) }' "$(input "$1")" ;;
	jsonl) split -l 1 -d "$(input "$1")" piece. ;;
	*) return 0 ;;
	esac
	for piece in piece.*; do
		start "$1" <"$piece" 2>err | if [ "$header$first" = 10 ]; then tail -n +2; else cat; fi
		first=0
	done >out
	cmp expected out
}
@test "the input split at every document, run apart and joined, gives the same bytes" {
	each pieces $(programs)
}

in_parallel() {
	! has "$1" across || return 0
	case $(writes "$1") in stream | text | json) ;; *) return 0 ;; esac
	start "$1" <"$(input "$1").many" >expected 2>err
	parallel -k --pipe --block 100k --recstart '%doc\t1\t' --recend '\n%end\n' "$1" <"$(input "$1").many" >out 2>err
	cmp expected out
}
@test "GNU parallel cuts the stream safely" {
	each in_parallel $(those reads stream)
}

languages() {
	(unset LC_ALL LANG LC_CTYPE && result "$1" <"$(input "$1")" >expected)
	for name in C vi_VN.UTF-8 tr_TR.UTF-8 nowhere; do
		LC_ALL=$name expect 0 result "$1" <"$(input "$1")" >out
		cmp expected out
	done
}
@test "the locale makes no difference" {
	each languages $(programs)
}

@test "to-jsonl and from-jsonl undo each other, in every unit" {
	for seed in 1 2 3 4 5; do
		python3 "$stream_py" random "$seed" 300 >in
		python3 "$stream_py" canonical <in >expected
		for unit in codepoint byte utf16; do
			to-jsonl --offsets=$unit in >out.jsonl
			from-jsonl out.jsonl >out
			same expected out
			to-jsonl --offsets=$unit out >again.jsonl
			same out.jsonl again.jsonl
		done
	done
}
