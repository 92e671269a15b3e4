# SPDX-License-Identifier: MIT
# The manual says what the programs do: every page is clean, names the options that there are, and its examples run.
load helper

bin=${PHIN_BIN:-$root/build/bin}

# Sources of the pages; those of programs that are built.
pages() {
	local page name
	for page in "$root"/filters/*.1 "$root"/common/*/*.[57] "$root"/pipelines/*.[157]; do
		[ -e "$page" ] || continue
		name=$(basename "${page%.*}")
		case $page in
		*/filters/*) [ ! -x "$bin/$name" ] || echo "$page" ;;
		*) echo "$page" ;;
		esac
	done
}

@test "every program has its manual, and mandoc has nothing to say about it" {
	for program in "$bin"/*; do
		case ${program##*/} in train-*) continue ;; esac # makes models, for those who build phin
		[ -e "$root/filters/${program##*/}.1" ] || {
			echo "no manual: ${program##*/}"
			return 1
		}
	done
	pages | xargs mandoc -Tlint -Wwarning
}

@test "every manual has the sections that are due, in their order" {
	for page in $(pages); do
		case $page in *.1) ;; *) continue ;; esac
		sed -n 's/^\.Sh //p' "$page" | paste -s -d , >found
		grep -Eqx 'NAME,SYNOPSIS,DESCRIPTION(,OPTIONS)?(,FILES)?(,ENVIRONMENT)?,EXIT STATUS(,FILES)?,EXAMPLES,DIAGNOSTICS,SEE ALSO(,STANDARDS)?(,HISTORY)?(,CAVEATS)?(,BUGS)?' found || {
			echo "${page##*/}: $(cat found)"
			return 1
		}
	done
}

# options_of PAGE: "letter name argument choices" for every option in its OPTIONS, as --option-table has them.
options_of() {
	awk '
		/^\.Sh/ { inside = $0 == ".Sh OPTIONS" }
		/^\.Bl/ { depth++ } /^\.El/ { depth-- }
		inside && depth == 1 && /^\.It Fl/ {
			letter = name = argument = choices = ""
			optional = 0
			n = split($0, word, " ")
			for (i = 3; i <= n; i++) {
				if (word[i] == "," && argument != "") { argument = argument ","; continue }
				if (word[i] == "Fl" || word[i] == "Ns" || word[i] == "=" || word[i] == "," || word[i] == "|") continue
				if (word[i] == "Op") { optional = 1; continue }
				if (word[i] == "Ar") { argument = argument word[++i]; continue }
				if (word[i] == "Cm") { while (++i <= n) if (word[i] != "|") choices = choices (choices ? " " : "") word[i]; continue }
				if (word[i] ~ /^-/) name = substr(word[i], 2); else letter = word[i]
			}
			print letter "\t" name "\t" (optional ? "[=" argument "]" : argument) "\t" choices
		}' "$1"
}

@test "the manual names every option with its letter, argument and choices, and no other" {
	for page in $(pages); do
		case $page in */filters/*) ;; *) continue ;; esac
		program=$(basename "$page" .1)
		"$bin/$program" --option-table | cut -f 1-4 | sort >there
		# The manual has the choices in the place of the argument, or, of a list, the argument; choices that the program
		# checks by itself stand in the manual alone.
		options_of "$page" | awk -F '\t' -v OFS='\t' '
			NR == FNR { argument[$2] = $3; choices[$2] = $4; next }
			$4 == "" { $4 = choices[$2] }
			$4 != "" && ($2 in argument) { $3 = choices[$2] == $4 && $3 !~ /[A-Z]/ ? argument[$2] : $3 }
			choices[$2] == "" && $4 != "" { $3 = argument[$2]; $4 = "" }
			{ print }' there - | sort >told
		diff -u told there || {
			echo "^ $program: - in the manual, + in the program"
			return 1
		}
	done
}

@test "the synopsis is that of --help" {
	for page in $(pages); do
		case $page in */filters/*) ;; *) continue ;; esac
		program=$(basename "$page" .1)
		"$bin/$program" --help | sed -n '1s/^Usage: //p' >there
		sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/p' "$page" | sed -e '1d;$d' |
			sed -e "s/^\.Nm.*/$program/" -e 's/^\.Op Ar \(.*\)/[\1]/' -e 's/^\.Op \(.*\)/[\1]/' -e 's/^\.Ar //' | paste -s -d ' ' >told
		diff -u told there
		"$bin/$program" --help | sed -n "2s/^$program: //p" | grep -q .
	done
}

# examples_of PAGE: its examples as they are printed, one a file example.N in this folder.
examples_of() {
	mandoc -Tutf8 -Owidth=400 "$1" | sed $'s/.\b//g' | awk '
		/^[A-Z]/ { inside = $0 ~ /^EXAMPLES/ }
		inside && /^           / { sub(/^ +/, ""); text = text $0 "\n"; next }
		text { n++; printf "%s", text > ("example." n); text = "" }
		END { if (text) printf "%s", text > ("example." n + 1) }'
}

@test "every example runs" {
	for page in $(pages); do
		mkdir -p "${page##*/}"
		cd "${page##*/}"
		examples_of "$page"
		ln -s "$root/samples" samples
		# Pipelines under the names that they have when they are installed.
		mkdir bin
		for pipeline in "$root"/pipelines/*; do
			[ ! -f "$pipeline" ] || [ ! -x "$pipeline" ] || ln -s "$pipeline" "bin/phin-${pipeline##*/}"
		done
		# What the examples read under names of their own: an article, lines of JSON, the stream.
		for name in $(cat example.* 2>/dev/null | grep -Eo '(^|[ =<])[a-z0-9-]+\.(txt|jsonl|phin)' | tr -d ' =<' | sort -u); do
			case $name in
			*.txt) cp samples/storm.txt "$name" ;;
			*.phin) from-text samples/storm.txt samples/harvest.txt >"$name" ;;
			*) cp samples/briefs.jsonl "$name" ;;
			esac
		done
		for example in example.*; do
			[ -e "$example" ] || continue
			# A line of a crontab is none for the shell; "$ " shows what a person types, where there is more to it.
			! grep -Eq '^([0-9*/,-]+ ){5}|^\$ ' "$example" || continue
			# Other people's tools need not be here, nor their servers.
			for tool in duckdb mlr xan datasette chromium; do
				! grep -qw "$tool" "$example" || command -v "$tool" >/dev/null || continue 2
			done
			! grep -qw psql "$example" || [ -n "${PGHOST-}" ] || continue
			status=0
			PATH=$PWD/bin:$PATH timeout 60 bash -o pipefail "$example" >out 2>err || status=$?
			[ "$status" -eq 0 ] || {
				echo "${page##*/}: this does not run (exit status $status):"
				cat "$example" err
				return 1
			}
		done
		cd ..
	done
}

@test "phin(7) lists the programs that there are, each once" {
	sed -n 's/^\.It Xr //p' "$root/common/stream/phin.7" | tr ',' '\n' | sed -n 's/^ *\(Xr \)*\([a-z-]*\) 1 *$/\2/p' | sort >listed
	for source in "$root"/filters/*.c; do basename "$source" .c; done | sort >there
	same there listed
}
