/* SPDX-License-Identifier: MIT */
#include "base/edit.h"

#include <stdlib.h>

void edits_add(struct edits *edits, size_t src_begin, size_t src_end, size_t dst_begin, size_t dst_end,
	       const char *rule)
{
	if (edits->failed)
		return;
	if (edits->count > 0) {
		struct edit *last = &edits->list[edits->count - 1];
		if (last->src_end == src_begin && last->dst_end == dst_begin && last->rule == rule) {
			last->src_end = src_end;
			last->dst_end = dst_end;
			return;
		}
	}
	if (edits->count == edits->cap) {
		size_t cap = edits->cap ? edits->cap * 2 : 64;
		struct edit *list = reallocarray(edits->list, cap, sizeof *list);
		if (!list) {
			edits->failed = 1;
			return;
		}
		edits->list = list;
		edits->cap = cap;
	}
	edits->list[edits->count++] = (struct edit){src_begin, src_end, dst_begin, dst_end, rule};
}

void edits_free(struct edits *edits)
{
	free(edits->list);
	*edits = (struct edits){0};
}
