# SPDX-License-Identifier: MIT
load helper

# Both use the built tree; make must find nothing to do, or there are sanitizer programs under test: then plain ones serve.
installs() {
	DESTDIR=$PWD/root "$root/pipelines/packaging/install" "$@"
}

@test "install puts programs, manuals and completions in place; uninstall leaves nothing" {
	PREFIX=/usr installs install
	./root/usr/bin/from-text --version
	[ -s root/usr/share/bash-completion/completions/from-text ]
	[ -s root/usr/share/zsh/site-functions/_from-text ]
	[ -s root/usr/share/fish/vendor_completions.d/from-text.fish ]
	PREFIX=/usr installs uninstall
	find root ! -type d >left
	[ ! -s left ]
}

@test "the manifest names every file that install made" {
	PREFIX=/opt/phin PROGRAM_PREFIX=phin- installs install
	(cd root && find . ! -type d) | sed 's/^\.//' | sort >found
	sort root/opt/phin/share/phin/manifest >named
	same named found
}

@test "with a prefix, programs keep their plain names in lib/phin" {
	PREFIX=/usr PROGRAM_PREFIX=phin- installs install
	[ ! -e root/usr/bin/segment ]
	printf 'Một.\n' | ./root/usr/lib/phin/from-text | grep -q '^t.p.Một\.$'
	printf 'Một.\n' | ./root/usr/bin/phin-from-text >plain
	printf 'Một.\n' | from-text >expected
	same expected plain
}

@test "uninstall without a manifest says so" {
	mkdir root
	exits 1 installs uninstall
	grep -q 'nothing is installed here' err
}

# completions SHELL PROGRAM: as they are installed.
completions() {
	"$2" --option-table | awk -F '\t' -v shell="$1" -v name="$2" -f "$root/pipelines/packaging/completions.awk"
}

@test "bash completes options, choices and files" {
	completions bash to-jsonl >completion
	touch some-file
	cat >ask <<-'EOF'
		. ./completion
		for words in "to-jsonl --off" "to-jsonl --offsets = by" "to-jsonl -o u" "to-jsonl some"; do
			COMP_WORDS=($words)
			COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
			COMPREPLY=()
			_phin_to_jsonl
			echo "${COMPREPLY[@]}"
		done
	EOF
	bash ask >answers
	printf '%s\n' --offsets= byte utf16 some-file >expected
	same expected answers
}

@test "every program has completions that its shell can read" {
	for program in "$root"/build/bin/*; do
		completions bash "${program##*/}" >completion
		bash -n completion
		for shell in zsh fish; do
			completions "$shell" "${program##*/}" >"completion.$shell"
			[ -s "completion.$shell" ]
			! command -v "$shell" >/dev/null || "$shell" --no-exec completion."$shell"
		done
	done
}

@test "installed pipelines find their filters, whatever the prefix" {
	PREFIX=/usr PROGRAM_PREFIX=phin- installs install
	mkdir inbox
	cp "$root/samples/storm.txt" inbox/2025-09-28.txt
	clean_path=/usr/local/bin:/usr/bin:/bin
	env -u PHIN_BIN PATH=$clean_path PHIN_SETTLE=0 PHIN_OUT=nights ./root/usr/bin/phin-nightly
	[ "$(wc -l <nights/2025-09-28/articles.jsonl)" -eq 1 ]
	env -u PHIN_BIN PATH=$clean_path ./root/usr/bin/phin-figures-table inbox >figures.csv
	grep -q '103-133 km/h' figures.csv
	[ -s root/usr/share/man/man7/phin-pipelines.7 ]
	[ -e root/usr/share/man/man1/phin-nightly.1 ]
}
