/* SPDX-License-Identifier: MIT */
/* common/base/edit.h: spans move with the text; those that an edit cuts are widened. */
#include "base/edit.h"
#include "check.h"

static struct edits edits;

static int moves(size_t begin, size_t end, size_t to_begin, size_t to_end)
{
	edits_move(&edits, &begin, &end);
	if (begin != to_begin || end != to_end)
		printf("  to %zu-%zu, not %zu-%zu\n", begin, end, to_begin, to_end);
	return begin == to_begin && end == to_end;
}

int main(void)
{
	CHECK(moves(3, 7, 3, 7));
	/*	source 0123456789abcdef
	 *	       ..XX..--..    .. (+ at c)
	 *	XX -> Y; 67 deleted; "++" inserted before c */
	edits_add(&edits, 2, 4, 2, 3, "replace");
	edits_add(&edits, 6, 8, 5, 5, "delete");
	edits_add(&edits, 12, 12, 9, 11, "insert");
	CHECK(edits.count == 3);
	CHECK(moves(0, 2, 0, 2));
	CHECK(moves(0, 3, 0, 3));
	CHECK(moves(3, 4, 2, 3));
	CHECK(moves(2, 4, 2, 3));
	CHECK(moves(3, 3, 2, 3));
	CHECK(moves(4, 6, 3, 5));
	CHECK(moves(4, 7, 3, 5));
	CHECK(moves(6, 8, 5, 5));
	CHECK(moves(7, 9, 5, 6));
	CHECK(moves(8, 12, 5, 9));
	CHECK(moves(12, 16, 11, 15));
	CHECK(moves(11, 13, 8, 12));
	CHECK(moves(12, 12, 9, 9));
	CHECK(moves(0, 16, 0, 15));
	/* Neighbours of one rule are one edit; of two rules two. */
	edits_reset(&edits);
	edits_add(&edits, 0, 1, 0, 2, "a");
	edits_add(&edits, 1, 2, 2, 4, "a");
	edits_add(&edits, 2, 3, 4, 4, "b");
	CHECK(edits.count == 2 && edits.list[0].src_end == 2 && edits.list[0].dst_end == 4);
	CHECK(moves(1, 2, 0, 4));
	CHECK(moves(2, 4, 4, 5));
	edits_free(&edits);
	return check_status();
}
