/* SPDX-License-Identifier: MIT */
#include "normalize/words.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "vietnamese/letter.h"

static int belongs_to_word(uint32_t cp)
{
	if (cp < 0x80)
		return letter_is_letter(cp);
	return letter_is_letter(cp) || utf8proc_get_property((utf8proc_int32_t)cp)->combining_class != 0;
}

size_t word_end(const struct cell_list *list, size_t from)
{
	while (from < list->count && belongs_to_word(list->list[from].code_point))
		from++;
	return from;
}

int word_is_misread(const struct cell_list *list, size_t first, size_t last)
{
	while (first < last && !list->list[first].misread)
		first++;
	return first < last;
}

/* A word longer than this is none that a rule asks about. */
enum { WORD_MAX_BYTES = 64 };

/* The length of the white space or hyphen that begins at the byte. */
static size_t gap_at(struct slice source, size_t at)
{
	if (at < source.len && memchr(" \t\r\n-", source.ptr[at], 5))
		return 1;
	return at + 1 < source.len && memcmp(source.ptr + at, "\xc2\xa0", 2) == 0 ? 2 : 0;
}

struct slice neighbour_before(struct cells *cells, size_t begin)
{
	struct slice source = cells->source;
	size_t end = begin;
	uint32_t code_point;
	cells->looked_around = 1;
	for (;;) {
		size_t gap = end > 0 && gap_at(source, end - 1) == 1 ? 1 : end > 1 && gap_at(source, end - 2) == 2 ? 2 : 0;
		if (gap == 0)
			break;
		end -= gap;
	}
	if (end == begin)
		return slice_of(NULL, 0);
	size_t at = end;
	while (at > 0 && end - at < WORD_MAX_BYTES) {
		size_t from = at - 1;
		while (from > 0 && at - from < 4 && ((unsigned char)source.ptr[from] & 0xc0) == 0x80)
			from--;
		if (utf8_decode(source.ptr + from, at - from, &code_point) != (int)(at - from) || !belongs_to_word(code_point))
			break;
		at = from;
	}
	return slice_of(source.ptr + at, end - at);
}

struct slice neighbour_behind(struct cells *cells, size_t end)
{
	struct slice source = cells->source;
	size_t begin = end, gap;
	uint32_t code_point;
	cells->looked_around = 1;
	while ((gap = gap_at(source, begin)) > 0)
		begin += gap;
	if (begin == end)
		return slice_of(NULL, 0);
	size_t at = begin;
	while (at < source.len && at - begin < WORD_MAX_BYTES) {
		int n = utf8_decode(source.ptr + at, source.len - at, &code_point);
		if (n < 0 || !belongs_to_word(code_point))
			break;
		at += (size_t)n;
	}
	return slice_of(source.ptr + begin, at - begin);
}
