#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Words beside other segmenters: megabytes of text a second, one core, plain text in, words out. PYTHON names an interpreter
# that has pyvi and underthesea (pip install pyvi underthesea); what it lacks is said. The first argument is the folder with
# the inputs of tests/bench (plain.txt), or a text file.
set -eu -o pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
text=${1:?the folder with the inputs, or a file}
[ -f "$text" ] || text=$1/plain.txt
python=${PYTHON:-python3}

# speed NAME FILE COMMAND...: the best of three runs, in MB/s of user time and of the clock.
speed() {
	local name=$1 file=$2
	shift 2
	for _ in 1 2 3; do
		/usr/bin/time -f '%U %e' "$@" 2>&1 >/dev/null <"$file" | tail -n 1
	done | awk -v name="$name" -v bytes="$(wc -c <"$file")" '
		NR == 1 || $1 < user { user = $1 }
		NR == 1 || $2 < clock { clock = $2 }
		END { printf "%-28s %8.2f MB/s of user time, %8.2f by the clock\n", name,
			bytes / 1e6 / (user > 0 ? user : 0.01), bytes / 1e6 / (clock > 0 ? clock : 0.01) }'
}

speed 'iconv -f utf8 -t utf8' "$text" iconv -f utf8 -t utf8
speed 'segment --lines' "$text" "$root/build/bin/segment" --lines
speed 'segment --words --lines' "$text" "$root/build/bin/segment" --words --lines
# The others are hundreds of times slower: a hundred kilobytes, and their start-up is in it.
small=$(mktemp)
trap 'rm -f "$small"' EXIT
head -c 100000 "$text" | iconv -c -f utf8 -t utf8 >"$small"
for peer in pyvi underthesea; do
	if "$python" -c "import $peer" 2>/dev/null; then
		speed "$peer" "$small" "$python" "$root/common/words/train/label.py" "$peer"
	else
		echo "$peer: not installed"
	fi
done
