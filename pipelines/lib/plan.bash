# SPDX-License-Identifier: MIT
# Sourced by nightly: what is in the inbox, what of it is whole, and which nights have to be made of it.
# shellcheck shell=bash disable=SC2154

declare -A known            # files of finished nights: "name TAB size TAB mtime" -> state
declare -A being_written
declare -i waiting=0 ignored=0

# A file's state, size and time stand in its night's files.tsv: what was found whole once is not tested again.
recall_finished() {
	local list name size mtime state rest
	for list in "$PHIN_OUT"/????-??-??/files.tsv; do
		[ -e "$list" ] || continue
		while IFS=$'\t' read -r name size mtime state rest; do
			known["$name	$size	$mtime"]=$state
		done <"$list"
	done
}

# Files of the inbox that a process (one that we may look at) has open for writing: the last digit of its flags is 1 or 2.
find_writers() {
	local link file
	while IFS= read -r -d '' link && IFS= read -r -d '' file; do
		if grep -qs '^flags:.*[12]$' "${link/\/fd\//\/fdinfo\/}"; then being_written["$file"]=yes; fi
	done < <(find /proc/[0-9]*/fd -lname "$(realpath "$PHIN_INBOX")/*" -printf '%p\0%l\0' 2>/dev/null)
}

# day_of NAME MTIME-DAY
day_of() {
	if [[ /$1/ =~ [^0-9](20[0-9]{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12][0-9]|3[01])[^0-9] ]]; then
		echo "${BASH_REMATCH[1]}-${BASH_REMATCH[2]}-${BASH_REMATCH[3]}"
	else
		echo "$2"
	fi
}

# wait_for NAME REASON
wait_for() {
	waiting+=1
	printf '%s\t%s\n' "$1" "$2" >>"$work/waiting"
}

# state_of NAME SIZE MTIME: prints taken, broken or unreadable, or "waiting: why".
state_of() {
	local path=$PHIN_INBOX/$1 age=$((now - ${3%.*}))
	local before=${known["$1	$2	$3"]-}
	if ! [ -r "$path" ]; then
		echo unreadable
	elif [ "$before" = taken ] || [ "$before" = broken ]; then
		echo "$before"
	elif [ -n "${being_written["$(realpath "$path")"]-}" ]; then
		echo "waiting: open for writing"
	elif [ "$age" -ge 0 ] && [ "$age" -lt "$PHIN_SETTLE" ]; then
		echo "waiting: written less than $PHIN_SETTLE seconds ago"
	elif is_compressed "$1" && ! open_compressed "$path" >/dev/null 2>&1; then
		[ "$age" -ge "$PHIN_GIVE_UP" ] && echo broken || echo "waiting: not whole"
	else
		[ "$age" -ge 0 ] || say "warning: $1 was written in the future: is the clock right?"
		echo taken
	fi
}

# plan_file NAME SIZE MTIME MTIME-DAY: a line in the plan of its day, or in the list of what waits.
plan_file() {
	local state day
	case ${1##*/} in
	.* | *~ | *.part | *.partial | *.tmp | *.temp | *.crdownload | *.swp)
		wait_for "$1" 'a temporary name'
		return
		;;
	esac
	local why='no source here reads such a name'
	if [[ $1 == *[[:cntrl:]]* ]]; then why='a control character in its name'; fi
	if [[ $1 == *[[:cntrl:]]* ]] || ! source_of "$1" >/dev/null; then
		ignored+=1
		say "note: $(printf %q "$1") is passed over: $why"
		return
	fi
	day=$(day_of "$1" "$4")
	[[ ! $day < $since ]] || return 0
	state=$(state_of "$1" "$2" "$3")
	case $state in
	waiting:*) wait_for "$1" "${state#waiting: }" ;;
	*) printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$state" >>"$work/plan/$day" ;;
	esac
}

# Reads the whole inbox.
make_plan() {
	local size mtime day name
	mkdir -p "$work/plan"
	: >"$work/waiting"
	recall_finished
	find_writers
	now=$(date +%s)
	while IFS=$'\t' read -r -d '' size mtime day name; do
		plan_file "$name" "$size" "$mtime" "$day"
	done < <(find "$PHIN_INBOX/" -type f -printf '%s\t%T@\t%TY-%Tm-%Td\t%P\0' || echo failed >"$work/find-failed")
	for day in "$work"/plan/*; do
		[ ! -e "$day" ] || sort -o "$day" "$day"
	done
}

# night_is DAY: prints finished, new, changed, or gone if files that a finished night was made of are not there any more
# beside new ones (a night is not made again of half its files).
night_is() {
	local before=$PHIN_OUT/$1/files.tsv
	if ! [ -e "$before" ]; then
		echo new
	elif [ -z "$(cut -f 1-4 "$before" | sort | comm -13 - "$work/plan/$1")" ] && [ -z "$backfill" ]; then
		echo finished
	elif [ -n "$(join -t $'\t' -v 1 <(cut -f 1 "$before" | sort) <(cut -f 1 "$work/plan/$1" | sort))" ]; then
		echo gone
	else
		echo changed
	fi
}
