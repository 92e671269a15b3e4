/* SPDX-License-Identifier: MIT */
/*
 * What a rewriting stage did to a text: a list of edits, each the place in the source (before) and in the result
 * (after), in bytes, half-open, ordered, not overlapping. Whatever lies between two edits was copied as it stood.
 */
#ifndef PHIN_EDIT_H
#define PHIN_EDIT_H

#include <stddef.h>

struct edit {
	size_t src_begin, src_end;
	size_t dst_begin, dst_end;
	const char *rule;  /* a static name such as "tone" or "entity", for --explain and --stats */
};

struct edits {
	struct edit *list;
	size_t count, cap;
	int failed;  /* sticky: no memory */
};

/* Appends an edit; one that touches the last edit and has the same rule is joined to it. */
void edits_add(struct edits *edits, size_t src_begin, size_t src_end, size_t dst_begin, size_t dst_end,
	       const char *rule);

static inline void edits_reset(struct edits *edits)
{
	edits->count = 0;
	edits->failed = 0;
}

/*
 * Where edits move the span [*begin, *end) of the source: a border inside of an edited place goes to that place's
 * border, outwards, so that a span which an edit cuts is widened. Binary search: O(log count).
 */
void edits_move(const struct edits *edits, size_t *begin, size_t *end);

/*
 * What `first` (source to middle) and `second` (middle to result) did together, into `both`: places that overlap in the
 * middle become one, with the rule of the earlier.
 */
void edits_compose(const struct edits *first, const struct edits *second, struct edits *both);

void edits_free(struct edits *edits);

#endif
