/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <utf8proc.h>

#include "normalize/marks.h"
#include "normalize/passes.h"
#include "vietnamese/letter.h"

/*
 * Normalization form C (UAX #15), cluster by cluster: a character and all that follows which could combine with it. Most
 * clusters are a Vietnamese vowel with its marks, which have one meaning in any order: NFC alone leaves e + acute +
 * circumflex as two characters, and so did the tools that made "chiế́c" of "chiếc".
 */

static const utf8proc_property_t *property(uint32_t cp)
{
	return utf8proc_get_property((utf8proc_int32_t)cp);
}

static int is_hangul(uint32_t cp)
{
	return (cp >= 0x1100 && cp < 0x1200) || (cp >= 0xac00 && cp < 0xd7a4);
}

/* Whether it may combine with what stands before it. In utf8proc the second of a pair has the top bit in comb_index. */
static int joins_before(uint32_t before, uint32_t cp)
{
	if (cp < 0x300)
		return 0;
	if ((cp >= 0x1161 && cp <= 0x1175) || (cp >= 0x11a8 && cp <= 0x11c2))
		return is_hangul(before);
	const utf8proc_property_t *p = property(cp);
	return p->combining_class != 0 || (p->comb_index != UINT16_MAX && (p->comb_index & 0x8000));
}

/* The Vietnamese letter that a cluster makes; 0 if it makes none. */
static uint32_t vietnamese_letter(const struct cell *cells, size_t count, int *in_order)
{
	struct letter letter;
	if (!letter_parts(cells[0].code_point, &letter))
		return 0;
	*in_order = 1;
	for (size_t i = 1; i < count; i++)
		if (!mark_take(&letter, cells[i].code_point, in_order))
			return 0;
	return letter_compose(letter);
}

/* A code point with its place in the order of marks. */
struct ordered {
	uint32_t code_point, class;
	size_t at;
};

struct scratch {
	struct ordered *list;
	utf8proc_int32_t *points;
	size_t cap, count;
};

static int by_class(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;
	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* The longest canonical decomposition has four code points. */
enum { DECOMPOSED_MAX = 4 };

static int reserve(struct scratch *scratch, size_t count)
{
	if (count <= scratch->cap)
		return 0;
	free(scratch->list);
	free(scratch->points);
	scratch->list = calloc(count, sizeof *scratch->list);
	scratch->points = calloc(count, sizeof *scratch->points);
	scratch->cap = scratch->list && scratch->points ? count : 0;
	return scratch->cap ? 0 : -1;
}

/* Form D of the cluster, then form C of that, in scratch->points. A run of marks is sorted, however long it is. */
static int compose_any(const struct cell *cells, size_t count, struct scratch *scratch)
{
	size_t n = 0;
	if (reserve(scratch, count * DECOMPOSED_MAX) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		utf8proc_int32_t parts[DECOMPOSED_MAX];
		utf8proc_ssize_t len = utf8proc_decompose_char((utf8proc_int32_t)cells[i].code_point, parts, DECOMPOSED_MAX,
							       UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, NULL);
		for (utf8proc_ssize_t j = 0; j < len && j < DECOMPOSED_MAX; j++, n++)
			scratch->list[n] = (struct ordered){(uint32_t)parts[j], property((uint32_t)parts[j])->combining_class, n};
	}
	for (size_t from = 0; from < n;) {
		size_t to = from + 1;
		while (scratch->list[from].class && to < n && scratch->list[to].class)
			to++;
		if (to - from > 1)
			qsort(scratch->list + from, to - from, sizeof *scratch->list, by_class);
		from = to;
	}
	for (size_t i = 0; i < n; i++)
		scratch->points[i] = (utf8proc_int32_t)scratch->list[i].code_point;
	utf8proc_ssize_t len = utf8proc_normalize_utf32(scratch->points, (utf8proc_ssize_t)n, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	scratch->count = len > 0 ? (size_t)len : 0;
	return 0;
}

static int is_same(const struct cell *cells, size_t count, const struct scratch *scratch)
{
	if (count != scratch->count)
		return 0;
	for (size_t i = 0; i < count; i++)
		if (cells[i].code_point != (uint32_t)scratch->points[i])
			return 0;
	return 1;
}

static void push_cluster(struct cells *cells, size_t first, size_t last, struct scratch *scratch)
{
	const struct cell *in = cells->in.list + first;
	int in_order;
	uint32_t letter = last - first > 1 ? vietnamese_letter(in, last - first, &in_order) : 0;
	if (letter) {
		cells_push_merged(cells, first, last, letter, in_order ? RULE_COMPOSE : RULE_CLUSTER);
		return;
	}
	if (compose_any(in, last - first, scratch) < 0) {
		cells->failed = 1;
		return;
	}
	if (is_same(in, last - first, scratch)) {
		for (size_t i = first; i < last; i++)
			cells_push(cells, &cells->in.list[i]);
		return;
	}
	for (size_t i = 0; i < scratch->count; i++)
		if (i == 0)
			cells_push_merged(cells, first, last, (uint32_t)scratch->points[i], RULE_COMPOSE);
		else
			cells_push_inserted(cells, (uint32_t)scratch->points[i], RULE_COMPOSE);
}

void pass_compose(struct cells *cells, const struct normalize_policy *policy)
{
	struct scratch scratch = {0};
	(void)policy;
	for (size_t i = 0; i < cells->in.count;) {
		size_t end = i + 1;
		while (end < cells->in.count && !cells->in.list[i].misread && joins_before(cells->in.list[end - 1].code_point, cells->in.list[end].code_point))
			end++;
		uint32_t cp = cells->in.list[i].code_point;
		if (end == i + 1 && (cells->in.list[i].misread || cp < 0xc0 || property(cp)->decomp_seqindex == UINT16_MAX))
			cells_push(cells, &cells->in.list[i]);
		else
			push_cluster(cells, i, end, &scratch);
		i = end;
	}
	free(scratch.list);
	free(scratch.points);
}
