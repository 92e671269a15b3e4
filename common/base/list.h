/* SPDX-License-Identifier: MIT */
/* Arrays that grow: a pointer and its capacity, kept from record to record, so that memory is asked for a few times. */
#ifndef PHIN_LIST_H
#define PHIN_LIST_H

#include <stddef.h>

/* The part of LIST_RESERVE that meets a full array; `list` is the address of the pointer to its items. */
int list_grow(void *list, size_t *cap, size_t count, size_t size);

/*
 * Makes room for `count` items in all; growth is geometric. Returns 0, or -1 without memory: the items then stay where
 * they are.
 */
#define LIST_RESERVE(list, cap, count) \
	((count) <= (cap) ? 0 : list_grow(&(list), &(cap), (count), sizeof *(list)))

#endif
