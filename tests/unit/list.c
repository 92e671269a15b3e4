/* SPDX-License-Identifier: MIT */
/* common/base/list.h: what is in the array stays, and room is asked for a few times only. */
#include <stdlib.h>

#include "base/list.h"
#include "check.h"

int main(void)
{
	int *list = NULL;
	size_t cap = 0, moves = 0;
	for (size_t i = 0; i < 100000; i++) {
		size_t before = cap;
		CHECK(LIST_RESERVE(list, cap, i + 1) == 0 && cap > i);
		moves += cap != before;
		list[i] = (int)i;
	}
	CHECK(moves < 16);
	for (size_t i = 0; i < 100000; i++)
		CHECK(list[i] == (int)i);
	free(list);
	return check_status();
}
