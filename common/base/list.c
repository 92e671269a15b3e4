/* SPDX-License-Identifier: MIT */
#include "base/list.h"

#include <stdint.h>
#include <string.h>

#include "base/large.h"

#define LIST_MIN 64

int list_grow(void *list, size_t *cap, size_t count, size_t size)
{
	size_t room = *cap * 2 > LIST_MIN ? *cap * 2 : LIST_MIN;
	void *items;
	/* memcpy, for a pointer to any type may not be read as one to void. */
	memcpy(&items, list, sizeof items);
	if (room < count)
		room = count;
	items = room > SIZE_MAX / size ? NULL : large_realloc(items, room * size);
	if (!items)
		return -1;
	memcpy(list, &items, sizeof items);
	*cap = room;
	return 0;
}
