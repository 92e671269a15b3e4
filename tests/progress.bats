# SPDX-License-Identifier: MIT
# --progress, which every program has.
load helper

# on_terminal COMMAND...: runs it with a terminal as standard error, the descriptors else as they are; what came on the
# terminal goes to file terminal.
on_terminal() {
	python3 - "$@" <<'EOF'
import os, pty, subprocess, sys
ours, theirs = pty.openpty()
process = subprocess.Popen(sys.argv[1:], stdin=open("in", "rb"), stdout=open("out", "wb"), stderr=theirs)
os.close(theirs)
said = b""
while True:
    try:
        some = os.read(ours, 4096)
    except OSError:
        break
    if not some:
        break
    said += some
process.wait()
open("terminal", "wb").write(said)
sys.exit(process.returncode)
EOF
}

documents() {
	for i in $(seq "$1"); do printf '%%doc\t1\td%s\nt\tp\tBài số %s.\n%%end\n' "$i" "$i"; done
}

@test "bytes, share and documents on a terminal; the output is not touched" {
	documents 500 >in
	for program in keep dedup to-jsonl to-tsv segment; do
		exits 0 on_terminal "$program" --progress in
		grep -q "$program: 1[0-9]\.[0-9] kB of 1[0-9]\.[0-9] kB (100%), 500 documents, [0-9.]* [kM]B/s" terminal
		mv out with
		exits 0 "$program" in
		same out with
	done
}

@test "one document is one" {
	documents 1 >in
	exits 0 on_terminal keep --progress in
	grep -q ', 1 document, ' terminal
}

@test "from a pipe the share is not known" {
	documents 500 >in
	exits 0 on_terminal sh -c 'cat in | keep --progress'
	grep -q 'keep: 1[0-9]\.[0-9] kB, 500 documents, ' terminal
}

@test "a message wipes the line and is whole" {
	{ documents 5 && printf '%%doc\t1\tbad\ne\terror\tx\tbad\t\tno good\n%%end\n'; } >in
	exits 1 on_terminal to-jsonl --progress
	tr '\r' '\n' <terminal | sed 's/\x1b\[K//' | grep -qx "to-jsonl: error: document 'bad' put aside: x: no good"
}

@test "where standard error is no terminal nothing is said" {
	documents 5 >in
	exits 0 keep --progress in
	same /dev/null err
	same in out
}

@test "the counts of --stats add up, for every program" {
	{ documents 40 && printf '%%doc\t1\tbad\ne\terror\tx\tbad\t\tno good\n%%end\n' && documents 3; } >in
	for program in normalize segment extract-figures keep dedup to-jsonl to-tsv to-csv to-html; do
		"$program" --stats=s in >out 2>err || [ $? -eq 1 ]
		jq -e '.documents_in == 44 and .documents_in == .documents_out + .quarantined + .dropped and .bytes_in > 0' s
	done
	to-sqlite --stats=s db in 2>err || [ $? -eq 1 ]
	jq -e '.documents_in == 44 and .documents_out == 43 and .quarantined == 1' s
	jq -e '.dropped == 0' s
	jq -n -r 'range(5) | {id: "d\(.)", text: "Bài số \(.)."} | tojson' >in.jsonl
	echo '{broken' >>in.jsonl
	from-jsonl --stats=s in.jsonl >out 2>err || [ $? -eq 1 ]
	jq -e '.documents_in == 6 and .documents_in == .documents_out + .quarantined + .dropped' s
	from-text --plain --stats=s <in.jsonl >out
	jq -e '.documents_in == 1 and .documents_out == 1' s
}
