# SPDX-License-Identifier: MIT
# Sourced by every pipeline with its name, operands and arguments: --help prints them and the comment at its head.
# shellcheck shell=bash

# usage_of "NAME OPERANDS" ARGUMENT...
usage_of() {
	usage="usage: $1"
	case ${2-} in
	-h | --help)
		echo "$usage" && sed -n '3,/^[^#]/ s/^# \{0,1\}//p' "$0"
		exit
		;;
	esac
}

usage_error() {
	echo "$usage" >&2
	exit 2
}
