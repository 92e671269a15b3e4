# SPDX-License-Identifier: MIT
# Other compilers and other ways to link: what the README promises of them.
load ../helper

# build DIR ARGUMENT...: the programs and the test programs in build/DIR, then the main job by them against the ordinary ones.
build() {
	local bin=build/$1/bin
	cd "$BATS_TEST_DIRNAME/../.." || return
	make -s -j "$(nproc)" B="build/$1" WERROR=1 "${@:2}" all test-programs
	"$bin/normalize" samples/*.txt | "$bin/segment" --words | "$bin/extract-figures" | "$bin/to-jsonl" >"$BATS_TEST_TMPDIR/other"
	build/bin/normalize samples/*.txt | build/bin/segment --words | build/bin/extract-figures | build/bin/to-jsonl >"$BATS_TEST_TMPDIR/ours"
	cmp "$BATS_TEST_TMPDIR/other" "$BATS_TEST_TMPDIR/ours"
	[ -s "$BATS_TEST_TMPDIR/ours" ]
}

@test "clang builds everything without a warning, and its programs give the same bytes" {
	command -v clang >/dev/null || skip "no clang here"
	build clang CC=clang
}

@test "a static build holds no shared library, and its programs give the same bytes" {
	build static LDFLAGS=-static
	run ldd build/static/bin/to-sqlite
	[[ $output == *"not a dynamic executable"* ]]
}
