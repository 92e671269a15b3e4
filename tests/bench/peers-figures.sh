#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Figures beside other tools that read dates: rows of tests/figures with a document's date and dates of one day (the only
# kind that all of them know). How many days each reads rightly, and how long it takes. NODE_MODULES names a folder where
# chrono-node is installed (npm install chrono-node), PYTHON an interpreter that has dateparser (pip install dateparser); what
# is missing is said. Duckling has to be built from its Haskell sources: what it reads of the traps, by its own documentation
# and tests, stands in extract-figures' rows instead.
set -eu -o pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
python=${PYTHON:-python3}
modules=${NODE_MODULES:-$root/node_modules}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Document's date, sentence, surfaces and days: 2025-09-28 TAB sentence TAB surface|2025-09-26 …
awk -F'\t' '/^#/ || $1 == "-" { next }
	{
		days = ""
		for (i = 3; i <= NF; i++)
			if (split($i, part, "|") == 3 && part[2] == "date" && match(part[3], /value=[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/))
				days = days "\t" part[1] "|" substr(part[3], RSTART + 6, 10)
		if (days != "") print $1 "\t" $2 days
	}' "$root"/tests/figures/*.tsv >"$work/rows"

# right NAME: reads "row TAB day" lines and counts how many of the days wanted a tool has found in their rows.
right() {
	awk -F'\t' -v name="$1" -v seconds="$2" '
		NR == FNR { found[$1, $2] = 1; next }
		{ for (i = 3; i <= NF; i++) { total++; sub(/.*\|/, "", $i); right += (FNR, $i) in found } }
		END { printf "%-28s %4d of %d days right, %7.2f s\n", name, right, total, seconds }' "$work/found" "$work/rows"
}

# timed COMMAND...: its output goes to found, its time is printed.
timed() {
	/usr/bin/time -f %e -o "$work/time" "$@" >"$work/found"
	cat "$work/time"
}

awk -F'\t' '{ printf "%%doc\t1\t%d\nm\tdate\t\"%s\"\nt\tp\t%s\n%%end\n", NR, $1, $2 }' "$work/rows" >"$work/stream"
figures() {
	"$root/build/bin/extract-figures" --tsv --kinds=date "$work/stream" | awk -F'\t' 'NR > 1 { print $1 "\t" substr($7, 1, 10) }'
}
export -f figures
export root work
seconds=$(timed bash -c figures)
right extract-figures "$seconds"

cat >"$work/chrono.js" <<'EOF'
const chrono = require('chrono-node'), fs = require('fs');
const reader = chrono.vi || chrono;
fs.readFileSync(process.argv[2], 'utf8').trimEnd().split('\n').forEach((line, i) => {
	const [date, sentence] = line.split('\t');
	for (const r of reader.parse(sentence, new Date(date + 'T12:00:00Z'))) {
		const p = n => String(n).padStart(2, '0');
		console.log(`${i + 1}\t${r.start.get('year')}-${p(r.start.get('month'))}-${p(r.start.get('day'))}`);
	}
});
EOF
if command -v node >/dev/null && [ -d "$modules/chrono-node" ]; then
	seconds=$(NODE_PATH=$modules timed node "$work/chrono.js" "$work/rows")
	right "chrono-node" "$seconds"
else
	echo "chrono-node: not installed (npm install chrono-node)"
fi

cat >"$work/dates.py" <<'EOF'
import datetime, sys
from dateparser.search import search_dates
for i, line in enumerate(open(sys.argv[1], encoding='utf8'), 1):
    date, sentence = line.rstrip('\n').split('\t')[:2]
    base = datetime.datetime.fromisoformat(date)
    found = search_dates(sentence, languages=['vi'], settings={'RELATIVE_BASE': base, 'DATE_ORDER': 'DMY'}) or []
    for _, day in found:
        print(i, day.date().isoformat(), sep='\t')
EOF
if "$python" -c 'import dateparser' 2>/dev/null; then
	seconds=$(timed "$python" "$work/dates.py" "$work/rows")
	right "dateparser" "$seconds"
else
	echo "dateparser: not installed (pip install dateparser)"
fi
