/* SPDX-License-Identifier: MIT */
#include "base/edit.h"

#include <stdlib.h>

#include "base/list.h"

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
	if (LIST_RESERVE(edits->list, edits->cap, edits->count + 1) < 0) {
		edits->failed = 1;
		return;
	}
	edits->list[edits->count++] = (struct edit){src_begin, src_end, dst_begin, dst_end, rule};
}

/* The number of edits whose source begins before pos (or at it, if `at_too`). */
static size_t edits_before(const struct edits *edits, size_t pos, int at_too)
{
	size_t low = 0, high = edits->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		size_t begin = edits->list[middle].src_begin;
		if (begin < pos || (at_too && begin == pos))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t move_begin(const struct edits *edits, size_t pos)
{
	size_t n = edits_before(edits, pos, 1);
	if (n == 0)
		return pos;
	const struct edit *edit = &edits->list[n - 1];
	if (pos < edit->src_end)
		return edit->dst_begin;
	return pos - edit->src_end + edit->dst_end;
}

static size_t move_end(const struct edits *edits, size_t pos)
{
	size_t n = edits_before(edits, pos, 0);
	if (n == 0)
		return pos;
	const struct edit *edit = &edits->list[n - 1];
	return pos <= edit->src_end ? edit->dst_end : pos - edit->src_end + edit->dst_end;
}

void edits_move(const struct edits *edits, size_t *begin, size_t *end)
{
	size_t from = move_begin(edits, *begin), to = move_end(edits, *end);
	*begin = from < to ? from : to;
	*end = to;
}

void edits_compose(const struct edits *first, const struct edits *second, struct edits *both)
{
	size_t i = 0, j = 0;
	edits_reset(both);
	while (i < first->count || j < second->count) {
		const struct edit *p = first->list + i, *q = second->list + j;
		int p_begins = i < first->count && (j == second->count || p->dst_begin <= q->src_begin);
		size_t from = p_begins ? p->dst_begin : q->src_begin, to = p_begins ? p->dst_end : q->src_end;
		const char *rule = p_begins ? p->rule : q->rule;
		/* Behind the places before it, all shifts have added up. */
		size_t src = i ? from - first->list[i - 1].dst_end + first->list[i - 1].src_end : from;
		size_t dst = j ? from - second->list[j - 1].src_end + second->list[j - 1].dst_end : from;
		i += p_begins;
		j += !p_begins;
		for (;;) {
			if (i < first->count && first->list[i].dst_begin < to)
				p = &first->list[i++], to = to > p->dst_end ? to : p->dst_end;
			else if (j < second->count && (second->list[j].src_begin < to || second->list[j].src_begin == from))
				q = &second->list[j++], to = to > q->src_end ? to : q->src_end;
			else
				break;
		}
		size_t src_end = i ? to - first->list[i - 1].dst_end + first->list[i - 1].src_end : to;
		size_t dst_end = j ? to - second->list[j - 1].src_end + second->list[j - 1].dst_end : to;
		edits_add(both, src, src_end, dst, dst_end, rule);
	}
	both->failed |= first->failed | second->failed;
}

void edits_free(struct edits *edits)
{
	free(edits->list);
	*edits = (struct edits){0};
}
