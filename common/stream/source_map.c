/* SPDX-License-Identifier: MIT */
#include "stream/source_map.h"

#include <stdlib.h>

#include "base/list.h"
#include "stream/align.h"
#include "stream/record.h"

void source_map_document(struct source_map *map, const struct document *document, enum text_unit unit)
{
	map->document = document;
	map->unit = unit;
	map->expected = 0;
}

void source_map_free(struct source_map *map)
{
	edits_free(&map->edits);
	buf_free(&map->scratch);
	free(map->deltas);
	*map = (struct source_map){0};
}

/* at=BYTES,CODEPOINTS,UTF16: the one of the map's unit. Returns 1, or 0 if there is none. */
static int block_place(const struct source_map *map, size_t *place)
{
	struct slice at;
	if (!keys_find(map->block->keys, "at", &at))
		return 0;
	int skip = map->unit == UNIT_BYTE ? 0 : map->unit == UNIT_CODE_POINT ? 1 : 2;
	for (;;) {
		const char *comma = memchr(at.ptr, ',', at.len);
		size_t len = comma ? (size_t)(comma - at.ptr) : at.len;
		if (skip-- == 0)
			return field_size(slice_of(at.ptr, len), place) == 0;
		if (!comma)
			return 0;
		at = slice_of(comma + 1, at.len - len - 1);
	}
}

/* Takes one `A` record: offsets of the edit are relative to the block. */
static int add_edit(struct source_map *map, const struct document_annotation *a, long long *delta)
{
	size_t src_begin, src_end;
	struct annotation plain = {.keys = a->keys};
	struct slice was = {"", 0};
	const struct edit *last = map->edits.count ? &map->edits.list[map->edits.count - 1] : NULL;
	if (alignment_source(&plain, &src_begin, &src_end) < 0)
		return 0;
	/* One that lies in another is a stranger's. */
	if (last && (a->begin - map->block->begin < last->src_end || src_begin < last->dst_end))
		return 0;
	buf_reset(&map->scratch);
	if (keys_find(a->keys, "was", &was) && field_unescape(was, &map->scratch, &was) < 0)
		return -1;
	/* A rule of its own keeps it from being joined to its neighbour, which would lose the deltas between. */
	edits_add(&map->edits, a->begin - map->block->begin, a->end - map->block->begin, src_begin, src_end,
		  (const char *)a);
	*delta += (long long)count_units(map->unit, was.ptr, was.len);
	*delta -= (long long)count_units(map->unit, map->document->text.ptr + a->begin, a->end - a->begin);
	if (map->edits.failed || LIST_RESERVE(map->deltas, map->delta_cap, map->edits.count) < 0)
		return -1;
	map->deltas[map->edits.count - 1] = *delta;
	return 0;
}

int source_map_block(struct source_map *map, const struct document_block *block)
{
	const struct document *document = map->document;
	long long delta = 0;
	map->block = block;
	map->known_byte = block->begin;
	map->known_count = 0;
	edits_reset(&map->edits);
	for (size_t i = block->first; i < block->first + block->count; i++)
		if (slice_is(document->annotations[i].type, "A") && add_edit(map, &document->annotations[i], &delta) < 0)
			return -1;
	int is_title = slice_is(block->role, "title");
	if (!block_place(map, &map->base))
		map->base = is_title ? 0 : map->expected;
	/* A title is a field of its own: the text counts from 0 whether there is one or not. */
	if (!is_title) {
		size_t here = count_units(map->unit, document->text.ptr + block->begin, block->end - block->begin);
		map->expected = (size_t)((long long)(map->base + here) + delta) + 2;
	}
	return 0;
}

/* Units of the block's text before a byte of the document's text; cheap where positions rise. */
static size_t units_before(struct source_map *map, size_t byte)
{
	const char *text = map->document->text.ptr;
	if (byte < map->known_byte)
		map->known_count -= count_units(map->unit, text + byte, map->known_byte - byte);
	else
		map->known_count += count_units(map->unit, text + map->known_byte, byte - map->known_byte);
	map->known_byte = byte;
	return map->known_count;
}

/* How many edits end before the byte (of the block), or at it. */
static size_t edits_until(const struct edits *edits, size_t byte)
{
	size_t low = 0, high = edits->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (edits->list[middle].src_end <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The place in the source of a byte of the block that has n edits before it and does not lie inside of one. */
static size_t source_place(struct source_map *map, size_t byte, size_t n)
{
	size_t units = units_before(map, map->block->begin + byte);
	return (size_t)((long long)(map->base + units) + (n ? map->deltas[n - 1] : 0));
}

void source_map_span(struct source_map *map, size_t begin, size_t end, size_t *source_begin, size_t *source_end)
{
	const struct edits *edits = &map->edits;
	size_t from = begin - map->block->begin, to = end - map->block->begin;
	size_t first = edits_until(edits, from), last = edits_until(edits, to);
	/* A border inside of an edit goes to the edit's border, outwards. */
	if (first < edits->count && edits->list[first].src_begin < from)
		from = edits->list[first].src_begin;
	if (last < edits->count && edits->list[last].src_begin < to)
		to = edits->list[last++].src_end;
	*source_begin = source_place(map, from, first);
	/* What was deleted right behind the span (an edit that is empty here) is not the span's, though it ends there. */
	while (last > first && edits->list[last - 1].src_begin == to && edits->list[last - 1].src_end == to)
		last--;
	*source_end = source_place(map, to, last);
}
