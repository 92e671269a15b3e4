# SPDX-License-Identifier: MIT
load helper

@test "one document a file, its text as blocks" {
	printf 'Một.\n\nHai.\n' >a.txt
	exits 0 from-text --id=name a.txt
	printf '%%doc\t1\ta\nt\tp\tMột.\nt\tp\tHai.\n%%end\n' >expected
	same expected out
}
