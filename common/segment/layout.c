/* SPDX-License-Identifier: MIT */
#include "segment/layout.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/utf8.h"
#include "segment/glyph.h"
#include "segment/role.h"

/* A line that is not blank, and how it stands to the one before. */
struct line {
	size_t begin, end;       /* without the blanks around it */
	size_t indent;           /* bytes of blanks before it; a tab counts as eight */
	unsigned char apart;     /* blank lines stand before it, or it is the first */
	unsigned char indented;  /* by two and more */
	unsigned char carriage;  /* the line break before it is CR LF */
	unsigned char lower;     /* goes on in the middle of a sentence: with a lower-case letter, no stop before it */
	unsigned char item;
};

struct lines {
	struct line *list;
	size_t count, cap;
};

/* Lines are wrapped at widths between these, in the unit of counting. */
enum { LENGTH_MAX = 160, WIDTH_MIN = 30 };

/* How lines are wrapped. */
struct wrap {
	int ragged;        /* no width fits nine of ten lines */
	int by_bytes;      /* the width counts bytes, as fold does, not code points */
	size_t width;      /* the line and the next word would have been longer, where a line was wrapped */
	int blank_ends;    /* paragraphs stand apart; lines that end early do not end one */
	int sentence_ends; /* a full line that ends a sentence rather ends its paragraph too */
};

static int ends_sentence(struct slice text, const struct line *line)
{
	size_t len, at = line->end;
	enum glyph glyph = glyph_before(text, at, &len);
	while (at - len > line->begin && (glyph == GLYPH_CLOSE || glyph == GLYPH_CLOSE_QUOTE || glyph == GLYPH_QUOTE)) {
		at -= len;
		glyph = glyph_before(text, at, &len);
	}
	return glyph == GLYPH_STOP;
}

/* Whether a list may stand behind the line. */
static int leads_to_item(struct slice text, const struct line *line)
{
	return ends_sentence(text, line) || memchr(":;", text.ptr[line->end - 1], 2);
}

/* "thành phố", not "iPhone 16". */
static unsigned char begins_lower(struct slice line)
{
	size_t len, second;
	return glyph_at(line, 0, &len) == GLYPH_LOWER && glyph_at(line, len, &second) != GLYPH_UPPER;
}

static struct line *new_line(struct lines *lines)
{
	return LIST_RESERVE(lines->list, lines->cap, lines->count + 1) < 0 ? NULL : &lines->list[lines->count++];
}

static size_t indentation(const char *text, size_t begin, size_t at)
{
	size_t columns = 0;
	for (; begin < at; begin++)
		columns += text[begin] == '\t' ? 8 : 1;
	return columns;
}

/* Returns 0, or -1 without memory. */
static int find_lines(struct slice text, struct lines *lines)
{
	int apart = 1, carriage = 0;
	for (size_t at = 0; at < text.len;) {
		const char *newline = memchr(text.ptr + at, '\n', text.len - at);
		size_t stop = newline ? (size_t)(newline - text.ptr) : text.len, begin = at, end = stop;
		int ends_carriage = stop > at && text.ptr[stop - 1] == '\r';
		while (begin < end && byte_is_blank(text.ptr[begin]))
			begin++;
		while (end > begin && byte_is_blank(text.ptr[end - 1]))
			end--;
		if (begin < end) {
			struct line *line = new_line(lines);
			if (!line)
				return -1;
			struct slice inside = slice_of(text.ptr + begin, end - begin);
			size_t indent = indentation(text.ptr, at, begin);
			*line = (struct line){begin, end, indent, (unsigned char)apart, indent >= 2, (unsigned char)carriage,
					      begins_lower(inside),
					      (unsigned char)role_is_item(inside)};
			if (line->lower && lines->count > 1)
				line->lower = !ends_sentence(text, line - 1);
		}
		apart = begin == end;
		carriage = ends_carriage;
		at = stop + 1;
	}
	return 0;
}

/* Whether line i goes on in line i + 1 beyond doubt. */
static int surely_goes_on(const struct lines *lines, size_t i)
{
	const struct line *next = &lines->list[i + 1];
	return next->lower && !next->apart && !next->item;
}

/*
 * Where some lines that begin with a lower-case letter stand alike, and other lines do not, the others begin paragraphs
 * as surely as behind a blank line: first lines that are indented, and line breaks written CR LF by the system where the
 * author's editor broke lines with a bare LF.
 */
static void set_apart(struct lines *lines)
{
	size_t lower = 0, indented = 0, carriage = 0;
	for (size_t i = 1; i < lines->count; i++) {
		const struct line *line = &lines->list[i];
		if (!line->lower || line->apart || line->item)
			continue;
		lower++;
		indented += line->indented;
		carriage += line->carriage;
	}
	for (size_t i = 1; lower > 0 && i < lines->count; i++) {
		struct line *line = &lines->list[i];
		line->apart |= (line->indented && indented * 10 < lower) || (line->carriage && carriage * 10 < lower);
	}
}

static size_t length(struct slice text, const struct line *line, int by_bytes)
{
	return line->indent + (by_bytes ? line->end - line->begin : utf8_count(text.ptr + line->begin, line->end - line->begin));
}

static size_t first_word(struct slice text, const struct line *line, int by_bytes)
{
	size_t end = line->begin;
	while (end < line->end && !byte_is_blank(text.ptr[end]))
		end++;
	return by_bytes ? end - line->begin : utf8_count(text.ptr + line->begin, end - line->begin);
}

/* What the line would have come to with the first word of the next. */
static size_t with_next(struct slice text, const struct line *line, int by_bytes)
{
	return length(text, line, by_bytes) + 1 + first_word(text, line + 1, by_bytes);
}

/*
 * The width at which the lines that surely go on were wrapped: none of them is longer, each would be with the next word.
 * Where there is no such width, that of which the fewest lines say otherwise; their number is returned.
 */
static size_t measure(struct slice text, const struct lines *lines, int by_bytes, size_t *width)
{
	uint32_t longer[LENGTH_MAX + 2] = {0}, fitting[LENGTH_MAX + 2] = {0};
	size_t against = 0, least;
	for (size_t i = 0; i + 1 < lines->count; i++) {
		if (!surely_goes_on(lines, i))
			continue;
		size_t len = length(text, &lines->list[i], by_bytes), sum = with_next(text, &lines->list[i], by_bytes);
		if (len > LENGTH_MAX)
			continue;
		longer[len]++;
		fitting[sum <= LENGTH_MAX ? sum : LENGTH_MAX + 1]++;
		against++;
	}
	/* From width 0, which all lines exceed, upwards. */
	least = against + 1;
	for (size_t w = 0; w <= LENGTH_MAX; w++) {
		against = against - longer[w] + fitting[w];
		if (against < least) {
			least = against;
			*width = w;
		}
	}
	return least;
}

/*
 * Whether lines are wrapped. Of the breaks without a blank line two thirds go on with a lower-case letter in wrapped
 * text, and one in a hundred in text with a paragraph a line; between the two lies text full of names, which is wrapped
 * if hardly a line is longer than those that go on. And these are of about one length, which the lines of a list of
 * ingredients are not.
 */
static int is_wrapped(struct slice text, const struct lines *lines)
{
	size_t breaks = 0, going_on = 0, full = 0, over = 0, width = 0;
	for (size_t i = 0; i + 1 < lines->count; i++) {
		breaks += !lines->list[i + 1].apart;
		going_on += (size_t)surely_goes_on(lines, i);
	}
	if (going_on == 0 || going_on * 10 < breaks)
		return 0;
	measure(text, lines, 0, &width);
	for (size_t i = 0; i + 1 < lines->count; i++) {
		over += length(text, &lines->list[i], 0) > width + width / 8;
		full += surely_goes_on(lines, i) && with_next(text, &lines->list[i], 0) * 10 >= width * 6;
	}
	if (width < WIDTH_MIN || full * 10 < going_on * 7)
		return 0;
	return going_on * 3 >= breaks || over * 10 < lines->count;
}

/* Sentences that end inside of a line: a mark, a blank, a capital. */
static size_t count_inner_ends(struct slice text, const struct line *line)
{
	size_t count = 0, len;
	for (size_t at = line->begin + 1; at + 1 < line->end; at++)
		if (byte_is_blank(text.ptr[at]) && memchr(".!?\"\xa6\x9d", text.ptr[at - 1], 6))
			count += glyph_at(text, at + 1, &len) == GLYPH_UPPER;
	return count;
}

/* Whether the line ends early: the first word of the next would have fitted. */
static int ends_early(struct slice text, const struct line *line, const struct wrap *wrap)
{
	return with_next(text, line, wrap->by_bytes) <= wrap->width;
}

static void measure_wrap(struct slice text, const struct lines *lines, struct wrap *wrap)
{
	size_t width_bytes, blank = 0, early = 0, inner = 0, sure = 0;
	*wrap = (struct wrap){0};
	size_t against = measure(text, lines, 0, &wrap->width);
	/* Bytes are more than code points in Vietnamese: only a clearly better fit speaks for them. */
	size_t against_bytes = against > 0 ? measure(text, lines, 1, &width_bytes) : against;
	if (against_bytes * 2 < against) {
		wrap->by_bytes = 1;
		wrap->width = width_bytes;
		against = against_bytes;
	}
	for (size_t i = 0; i + 1 < lines->count; i++) {
		const struct line *line = &lines->list[i];
		inner += count_inner_ends(text, line);
		sure += (size_t)surely_goes_on(lines, i);
		if (line[1].apart)
			blank++;
		else if (!line[1].lower && ends_early(text, line, wrap))
			early++;
	}
	wrap->ragged = against * 10 > sure;
	wrap->blank_ends = blank * 2 >= early && blank > 0;
	wrap->sentence_ends = early > inner;
}

/*
 * Whether, in wrapped text, line i + 1 goes on with the paragraph of line i. A line that ends early ends a paragraph. A
 * full one that ends a sentence may or may not: a paragraph's last line is full as often as a sentence inside ends with
 * the line (one in fourteen), so that it is decided by which of the two there are more of, paragraphs or sentences inside.
 */
static int goes_on(struct slice text, const struct lines *lines, size_t i, const struct wrap *wrap)
{
	const struct line *line = &lines->list[i], *next = line + 1;
	int early = ends_early(text, line, wrap);
	if (next->apart)
		return 0;
	/* "… mùa 2016", "- 2017 …": a dash or a number that came to the beginning of a line is no item. */
	if (next->item)
		return !leads_to_item(text, line) && (!early || wrap->ragged);
	if (next->lower || wrap->blank_ends)
		return 1;
	if (early)
		return wrap->ragged && !ends_sentence(text, line);
	return !(wrap->sentence_ends && ends_sentence(text, line));
}

static int put_block(struct layout *out, size_t begin, size_t end, int join)
{
	if (LIST_RESERVE(out->blocks, out->cap, out->count + 1) < 0)
		return -1;
	out->blocks[out->count++] = (struct layout_block){begin, end, "p", join};
	return 0;
}

static int put_blocks(struct slice text, const struct lines *lines, enum layout_mode mode, struct layout *out)
{
	struct wrap wrap = {0};
	if (mode == LAYOUT_UNWRAP)
		measure_wrap(text, lines, &wrap);
	for (size_t i = 0, last; i < lines->count; i = last + 1) {
		for (last = i; last + 1 < lines->count; last++) {
			const struct line *next = &lines->list[last + 1];
			if (mode == LAYOUT_UNWRAP ? !goes_on(text, lines, last, &wrap)
						  : mode == LAYOUT_LINE || next->apart || next->item)
				break;
		}
		if (put_block(out, lines->list[i].begin, lines->list[last].end, last > i) < 0)
			return -1;
	}
	return 0;
}

int layout_blocks(struct slice text, enum layout_mode mode, struct layout *out)
{
	struct lines lines = {0};
	out->count = 0;
	int failed = find_lines(text, &lines);
	if (!failed && (mode == LAYOUT_AUTO || mode == LAYOUT_UNWRAP))
		set_apart(&lines);
	if (!failed && mode == LAYOUT_AUTO)
		mode = is_wrapped(text, &lines) ? LAYOUT_UNWRAP : LAYOUT_LINE;
	if (!failed)
		failed = put_blocks(text, &lines, mode, out);
	if (!failed)
		role_assign(text, out);
	free(lines.list);
	return failed;
}

void layout_free(struct layout *layout)
{
	free(layout->blocks);
	*layout = (struct layout){0};
}
