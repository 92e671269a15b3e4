# SPDX-License-Identifier: MIT
# Makes the completions of a program from its own option table:
#     PROGRAM --option-table | awk -F '\t' -v shell=bash|zsh|fish -v name=NAME -f completions.awk
# A line of the table: letter, name, argument, choices (with spaces between), help.

# In single quotes, for a shell: it's becomes 'it'\''s'.
function quoted(text) {
	gsub(/\047/, "\047\\\047\047", text)
	return "\047" text "\047"
}

# zsh gives colons and brackets a meaning of their own.
function zsh_text(text) {
	gsub(/\[|\]|:|\\/, "\\\\&", text)
	return text
}

function is_file(argument) {
	return argument ~ /FILE|DIR|PATH/
}

function bash_option(letter, option, argument, choices,    pattern) {
	words = words " --" option (argument == "" || argument ~ /^\[/ ? "" : "=")
	if (argument == "" || argument ~ /^\[/)
		return
	pattern = (letter == "" ? "" : "-" letter " | ") "--" option
	if (choices != "")
		cases = cases sprintf("\t%s) COMPREPLY=($(compgen -W %s -- \"$cur\")); return ;;\n", pattern, quoted(choices))
	else
		cases = cases sprintf("\t%s) %sreturn ;;\n", pattern,
			is_file(argument) ? "COMPREPLY=($(compgen -f -- \"$cur\")); " : "")
}

function zsh_option(letter, option, argument, choices, help,    rest) {
	rest = "[" zsh_text(help) "]"
	if (argument != "") {
		sub(/^\[=/, "", argument)
		sub(/\]$/, "", argument)
		rest = rest ":" argument ":" (choices != "" ? "(" choices ")" : is_file(argument) ? "_files" : " ")
	}
	if (letter != "")
		lines = lines " \\\n\t" quoted("-" letter rest)
	lines = lines " \\\n\t" quoted("--" option ($3 == "" ? "" : $3 ~ /^\[/ ? "=-" : "=") rest)
}

function fish_option(letter, option, argument, choices, help) {
	printf "complete -c %s%s -l %s", name, letter == "" ? "" : " -s " letter, option
	if (choices != "")
		printf " %s -a %s", argument ~ /^\[/ ? "-f" : "-x", quoted(choices)
	else if (argument != "" && argument !~ /^\[/)
		printf is_file(argument) ? " -r" : " -x"
	printf " -d %s\n", quoted(help)
}

shell == "bash" { bash_option($1, $2, $3, $4) }
shell == "zsh" { zsh_option($1, $2, $3, $4, $5) }
shell == "fish" { fish_option($1, $2, $3, $4, $5) }

END {
	identifier = "_phin_" name
	gsub(/[^A-Za-z0-9_]/, "_", identifier)
	if (shell == "bash")
		printf "# bash completion for %s, made from its option table\n%s() {\n" \
			"\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n" \
			"\tif [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD - 2]}; fi\n" \
			"\tcase $prev in\n%s\tesac\n" \
			"\tif [[ $cur == -* ]]; then\n\t\tCOMPREPLY=($(compgen -W %s -- \"$cur\"))\n" \
			"\t\t[[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace 2>/dev/null\n" \
			"\telse\n\t\tCOMPREPLY=($(compgen -f -- \"$cur\"))\n\tfi\n}\ncomplete -o filenames -F %s %s\n",
			name, identifier, cases, quoted(substr(words, 2)), identifier, name
	if (shell == "zsh")
		printf "#compdef %s\n_arguments -s%s \\\n\t\047*:file:_files\047\n", name, lines
}
