/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#define CHUNK_BYTES ((size_t)256 << 10)

struct arena_chunk {
	struct arena_chunk *next;
	size_t len, cap;
	alignas(max_align_t) char bytes[];
};

static struct arena_chunk *new_chunk(size_t cap)
{
	if (cap > SIZE_MAX / 2)
		return NULL;
	struct arena_chunk *chunk = malloc(sizeof *chunk + cap);
	if (chunk)
		*chunk = (struct arena_chunk){.cap = cap};
	return chunk;
}

void *arena_alloc(struct arena *arena, size_t len)
{
	struct arena_chunk *chunk = arena->current;
	size_t rounded = (len + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	if (!chunk || chunk->cap - chunk->len < rounded) {
		struct arena_chunk **link = chunk ? &chunk->next : &arena->first;
		if (!*link || (*link)->cap < rounded) {
			struct arena_chunk *fresh = new_chunk(rounded > CHUNK_BYTES ? rounded : CHUNK_BYTES);
			if (!fresh) {
				arena->failed = 1;
				return NULL;
			}
			fresh->next = *link;
			*link = fresh;
		}
		chunk = arena->current = *link;
		chunk->len = 0;
	}
	void *bytes = chunk->bytes + chunk->len;
	chunk->len += rounded;
	arena->used += rounded;
	return bytes;
}

struct slice arena_copy(struct arena *arena, struct slice bytes)
{
	char *copy = arena_alloc(arena, bytes.len);
	if (!copy)
		return slice_of("", 0);
	if (bytes.len > 0)
		memcpy(copy, bytes.ptr, bytes.len);
	return slice_of(copy, bytes.len);
}

void arena_reset(struct arena *arena)
{
	struct arena_chunk **link = &arena->first;
	while (*link) {
		struct arena_chunk *chunk = *link;
		if (chunk->cap > CHUNK_BYTES) {
			*link = chunk->next;
			free(chunk);
		} else {
			link = &chunk->next;
		}
	}
	arena->current = arena->first;
	if (arena->first)
		arena->first->len = 0;
	arena->used = 0;
	arena->failed = 0;
}

void arena_free(struct arena *arena)
{
	while (arena->first) {
		struct arena_chunk *next = arena->first->next;
		free(arena->first);
		arena->first = next;
	}
	*arena = (struct arena){0};
}
