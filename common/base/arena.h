/* SPDX-License-Identifier: MIT */
/* Memory for one document: copies that stay where they are until the arena is reset, which keeps the memory. */
#ifndef PHIN_ARENA_H
#define PHIN_ARENA_H

#include <stddef.h>

#include "base/slice.h"

struct arena {
	struct arena_chunk *first, *current;
	size_t used;   /* bytes given out since the last reset */
	int failed;    /* sticky: no memory */
};

/* Room for len bytes, aligned for any object; NULL without memory. */
void *arena_alloc(struct arena *arena, size_t len);

/* A copy of the bytes; an empty slice without memory (arena->failed tells). */
struct slice arena_copy(struct arena *arena, struct slice bytes);

/* Forgets everything; keeps the memory but for chunks that one huge document needed. */
void arena_reset(struct arena *arena);
void arena_free(struct arena *arena);

#endif
