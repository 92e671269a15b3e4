/* SPDX-License-Identifier: MIT */
#include "normalize/cells.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/list.h"
#include "base/utf8.h"
#include "normalize/invisible.h"
#include "normalize/look_alike.h"
#include "vietnamese/letter.h"

static int is_typography(uint32_t cp)
{
	if (cp < 0x80)
		return cp != 0 && strchr("\"'.,;:!?)]}-`", (int)cp) != NULL;
	return (cp >= 0x2010 && cp <= 0x203a) || cp == 0xab || cp == 0xbb || (cp >= 0xff00 && cp <= 0xffef);
}

/* The first bytes of UTF-8 in Vietnamese, as Latin-1, windows-1258 and MacRoman show them. Sorted. */
static int may_be_misread(uint32_t cp)
{
	static const uint16_t firsts[] = {
		0xb7, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xcc, 0xe1, 0xe2, 0xf0, 0x102, 0x192, 0x394, 0x201a, 0x2206, 0x221a, 0x2248,
	};
	for (size_t i = 0; i < sizeof firsts / sizeof *firsts && firsts[i] <= cp; i++)
		if (firsts[i] == cp)
			return 1;
	return 0;
}

unsigned cell_needs(uint32_t cp)
{
	struct letter letter;
	unsigned needs = (is_typography(cp) ? CELL_TYPOGRAPHY : 0) | (may_be_misread(cp) ? CELL_MISREAD : 0);
	if (cp == '&')
		return CELL_AMPERSAND;
	if (space_kind(cp) != SPACE_NOT)
		return CELL_SPACE;
	if (is_invisible(cp))
		return CELL_INVISIBLE;
	if (cp < 0x80)
		return needs;
	if (letter_parts(cp, &letter))
		return needs | (letter.tone ? CELL_TONE : 0);
	if (cp > 0xa0 && cp < 0x100)
		needs |= CELL_STORED;
	if (look_alike_of(cp))
		needs |= CELL_LOOK_ALIKE;
	const utf8proc_property_t *p = utf8proc_get_property((utf8proc_int32_t)cp);
	int is_jamo = cp >= 0x1100 && cp < 0x1200;
	if (p->combining_class || p->decomp_seqindex != UINT16_MAX || p->comb_index != UINT16_MAX || is_jamo)
		needs |= CELL_MARK;
	return needs;
}

static struct cell *room(struct cells *cells, struct cell_list *list)
{
	if (LIST_RESERVE(list->list, list->cap, list->count + 1) < 0) {
		cells->failed = 1;
		return NULL;
	}
	return &list->list[list->count++];
}

void cells_push(struct cells *cells, const struct cell *cell)
{
	struct cell *new = room(cells, &cells->out);
	if (!new)
		return;
	*new = *cell;
	if (cells->gap)
		new->gap = cells->gap;
	cells->gap = NULL;
}

void cells_push_changed(struct cells *cells, const struct cell *cell, uint32_t code_point, enum rule rule)
{
	struct cell changed = *cell;
	if (changed.code_point != code_point) {
		changed.code_point = code_point;
		changed.rule = changed.rule ? changed.rule : rule_info[rule].name;
		cells->needs |= cell_needs(code_point);
	}
	cells_push(cells, &changed);
}

void cells_push_inserted(struct cells *cells, uint32_t code_point, enum rule rule)
{
	size_t count = cells->out.count;
	size_t at = count ? cells->out.list[count - 1].end : cells->begin;
	struct cell inserted = {code_point, at, at, rule_info[rule].name, NULL, 0};
	/* Bytes that were left out in between stay a gap of whatever comes next. */
	const char *gap = cells->gap;
	cells->gap = NULL;
	cells->needs |= cell_needs(code_point);
	cells_push(cells, &inserted);
	cells->gap = gap;
}

void cells_drop(struct cells *cells, const struct cell *cell, enum rule rule)
{
	/* The first reason counts: that of a cell left out before, else the rule that changed this one earlier. */
	if (!cells->gap && (cell->begin < cell->end || cell->gap))
		cells->gap = cell->rule ? cell->rule : rule_info[rule].name;
}

void cells_push_merged(struct cells *cells, size_t first, size_t last, uint32_t code_point, enum rule rule)
{
	struct cell merged = cells->in.list[first];
	merged.code_point = code_point;
	merged.end = cells->in.list[last - 1].end;
	for (size_t i = first + 1; i < last && !merged.rule; i++)
		merged.rule = cells->in.list[i].rule;
	if (!merged.rule)
		merged.rule = rule_info[rule].name;
	cells->needs |= cell_needs(code_point);
	cells_push(cells, &merged);
}

void cells_turn(struct cells *cells)
{
	struct cell_list out = cells->out;
	cells->out = cells->in;
	cells->out.count = 0;
	cells->in = out;
	if (cells->gap)
		cells->tail = cells->gap;
	cells->gap = NULL;
}

void cells_take(struct cells *cells, struct slice source, size_t begin, size_t end)
{
	cells->source = source;
	cells->begin = begin;
	cells->end = end;
	cells->needs = 0;
	cells->gap = cells->tail = NULL;
	cells->out.count = 0;
	for (size_t at = begin; at < end;) {
		struct cell cell = {.begin = at};
		int n = utf8_decode(source.ptr + at, end - at, &cell.code_point);
		if (n < 0)
			cell.rule = rule_info[RULE_INVALID_UTF8].name;
		at += (size_t)(n < 0 ? -n : n);
		cell.end = at;
		cells->needs |= cell_needs(cell.code_point);
		cells_push(cells, &cell);
	}
	cells_turn(cells);
}

int cells_changed(const struct cells *cells)
{
	size_t end = cells->begin;
	for (size_t i = 0; i < cells->in.count; i++) {
		const struct cell *cell = &cells->in.list[i];
		if (cell->rule || cell->begin != end)
			return 1;
		end = cell->end;
	}
	return end != cells->end;
}

int cells_have_rule(const struct cells *cells, enum rule rule)
{
	for (size_t i = 0; i < cells->in.count; i++)
		if (cells->in.list[i].rule == rule_info[rule].name)
			return 1;
	return 0;
}

/* Whether the bytes are those that stand in the source already: a rule touched it and left it as it was. */
static int is_as_it_was(const struct cells *cells, const struct cell *cell, const char *bytes, size_t len)
{
	return cell->end - cell->begin == len && memcmp(cells->source.ptr + cell->begin, bytes, len) == 0;
}

void cells_put(const struct cells *cells, struct buf *out, struct edits *edits)
{
	size_t end = cells->begin;
	for (size_t i = 0; i < cells->in.count; i++) {
		const struct cell *cell = &cells->in.list[i];
		char bytes[4];
		if (cell->begin > end)
			edits_add(edits, end, cell->begin, out->len, out->len, cell->gap);
		size_t len = (size_t)utf8_encode(cell->code_point, bytes), from = out->len;
		buf_put(out, bytes, len);
		if (cell->rule && !is_as_it_was(cells, cell, bytes, len))
			edits_add(edits, cell->begin, cell->end, from, out->len, cell->rule);
		end = cell->end;
	}
	if (end < cells->end)
		edits_add(edits, end, cells->end, out->len, out->len, cells->tail);
}

void cells_free(struct cells *cells)
{
	free(cells->in.list);
	free(cells->out.list);
	*cells = (struct cells){0};
}
