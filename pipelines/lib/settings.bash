# SPDX-License-Identifier: MIT
# Sourced by nightly: its settings, from the environment or shell assignments in CONFIG, and whether they can be meant.
# shellcheck shell=bash

settings_error() {
	say "error: $*"
	exit 2
}

# Sources the file, and says what it sets that no setting is called: a name written wrongly would do nothing. A line that
# fails ("PHIN_OUT = x" runs PHIN_OUT) is found by a first reading, for what follows would hide it.
# shellcheck disable=SC1090
read_config() {
	local before name path
	if ! { [ -f "$1" ] && [ -r "$1" ]; }; then settings_error "$(printf %q "$1"): no file that can be read"; fi
	path=$(realpath "$1")
	(
		set -e
		. "$path"
	)
	# shellcheck disable=SC2181 # with "(...) ||" set -e would have no effect
	[ $? -eq 0 ] || settings_error "$1: not every line is an assignment, NAME=VALUE"
	before=" $(compgen -v PHIN_ | tr '\n' ' ')"
	. "$path"
	for name in $(compgen -v PHIN_); do
		case $before$known_settings in *" $name "*) ;; *) say "warning: $1: there is no setting $name" ;; esac
	done
}

known_settings=' PHIN_INBOX PHIN_OUT PHIN_SETTLE PHIN_GIVE_UP PHIN_JOBS PHIN_WAIT PHIN_METRICS PHIN_REPORT PHIN_META '
known_settings+='PHIN_KEEP PHIN_DEDUP PHIN_SQLITE PHIN_BIN '

# Gives every setting its value.
settle() {
	: "${PHIN_INBOX:=inbox}"    # what the crawler drops
	: "${PHIN_OUT:=out}"        # a folder a night, phin.db, phin.prom
	: "${PHIN_SETTLE:=60}"      # seconds that a file must have been left alone
	: "${PHIN_GIVE_UP:=21600}"  # seconds after which a broken archive will not become whole any more
	: "${PHIN_JOBS:=$(nproc)}"
	: "${PHIN_WAIT:=0}"         # seconds to wait for another run to end
	: "${PHIN_METRICS:=$PHIN_OUT/phin.prom}"
	: "${PHIN_REPORT:=2000}"    # documents on the page to look at
	: "${PHIN_META:=url,source}" # metadata that become columns of the tables
	: "${PHIN_KEEP=}" "${PHIN_DEDUP=}" "${PHIN_SQLITE=}" # options for keep, dedup and to-sqlite
	local name
	for name in PHIN_SETTLE PHIN_GIVE_UP PHIN_JOBS PHIN_WAIT PHIN_REPORT; do
		[[ ${!name} =~ ^[0-9]{1,9}$ ]] || settings_error "$name: $(printf %q "${!name}") is no number"
	done
}
