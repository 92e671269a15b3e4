/* SPDX-License-Identifier: MIT */
#include "segment/role.h"

#include <string.h>

#include "base/utf8.h"
#include "segment/glyph.h"
#include "segment/word.h"

/* In code points. Nine of ten headlines of news have under 90. */
enum {
	TITLE_MAX = 150,    /* a heading at the top */
	HEADING_MAX = 80,   /* a heading elsewhere */
	BODY_MIN = 60,      /* what stands under a heading */
	CREDIT_MAX = 60,    /* from a credit to the end of its caption */
	CAPTION_MAX = 300,
};

/* What a caption begins with. */
static const char *const caption_openers[] = {
	"Ảnh:", "Ảnh minh họa", "Ảnh minh hoạ", "(Ảnh", "Nguồn ảnh", "Hình minh họa", "Đồ họa:", "Video:", "Clip:",
};

/*
 * What its credit begins with: "Thầy trò trong ngày khai giảng. Ảnh: N.T". Each has a colon behind h, a or a blank, or a
 * bracket before Ả or ả: may_have_credit looks for no other.
 */
static const char *const caption_credits[] = {"Ảnh:", "Ảnh :", "(Ảnh", "(ảnh:", "Đồ họa:"};

/* Marks that begin an item: with a blank behind them, or right before the text. */
static const struct {
	uint32_t code_point;
	int glued;
} bullets[] = {
	{'-', 0}, {'*', 0}, {'+', 0}, {0x2013, 0}, {0x2014, 0},                  /* – — */
	{0x2022, 1}, {0xb7, 1}, {0x25aa, 1}, {0x25ab, 1}, {0x25a0, 1}, {0x25cf, 1}, {0x25cb, 1}, /* • · ▪ ▫ ■ ● ○ */
	{0x25ba, 1}, {0x25b6, 1}, {0x27a4, 1}, {0x2713, 1}, {0x2714, 1}, {0x2605, 1}, {0xf0b7, 1}, /* ► ▶ ➤ ✓ ✔ ★, Symbol's • */
};

/* "1", "12", "a", "IV": what may number an item. Returns its length, or 0. */
static size_t item_number(struct slice line)
{
	size_t at = 0;
	while (at < line.len && at < 3 && line.ptr[at] >= '0' && line.ptr[at] <= '9')
		at++;
	if (at > 0)
		return at;
	while (at < line.len && at < 5 && memchr("IVX", line.ptr[at], 3))
		at++;
	if (at > 0)
		return at;
	return line.len > 0 && line.ptr[0] >= 'a' && line.ptr[0] <= 'z' ? 1 : 0;
}

/* Whether a bullet and a text begin the line: "- Có", "•Có", not "-5 độ", "--" or "-". */
static int is_bulleted(struct slice line)
{
	uint32_t code_point;
	size_t len = (size_t)utf8_next(line.ptr, &code_point);
	size_t text = skip_space(line, len), next_len;
	enum glyph next = glyph_at(line, text, &next_len);
	if (next == GLYPH_NONE || next == GLYPH_DASH || next == GLYPH_SYMBOL)
		return 0;
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (bullets[i].code_point == code_point)
			return bullets[i].glued || text > len;
	return 0;
}

int role_is_item(struct slice line)
{
	if (line.len == 0)
		return 0;
	if (is_bulleted(line))
		return 1;
	size_t at = line.ptr[0] == '(';
	size_t number = item_number(slice_of(line.ptr + at, line.len - at));
	if (number == 0)
		return 0;
	int closes = at + number < line.len && line.ptr[at + number] == ')';
	int dotted = at == 0 && number < line.len && line.ptr[number] == '.' && (line.ptr[0] < 'a' || line.ptr[0] > 'z');
	size_t behind = at + number + 1;
	if (!closes && !dotted)
		return 0;
	return behind < line.len && skip_space(line, behind) > behind && skip_space(line, behind) < line.len;
}

static int begins_with(struct slice text, const char *word)
{
	return slice_has_prefix(text, slice_from_string(word));
}

/* Whether any credit may stand in the text: a colon behind h, a or a blank, or a bracket before Ả or ả. */
static int may_have_credit(struct slice text)
{
	const char *end = text.ptr + text.len, *at;
	for (at = text.ptr; at < end && (at = memchr(at, ':', (size_t)(end - at))); at++)
		if (at > text.ptr && (at[-1] == 'h' || at[-1] == 'a' || at[-1] == ' '))
			return 1;
	for (at = text.ptr; at < end && (at = memchr(at, '(', (size_t)(end - at))); at++)
		if (at + 1 < end && (unsigned char)at[1] == 0xe1)
			return 1;
	return 0;
}

/* Whether the line begins as a caption does, or ends with the credit of one. */
static int reads_like_caption(struct slice line)
{
	for (size_t i = 0; i < sizeof caption_openers / sizeof *caption_openers; i++)
		if (line.ptr[0] == caption_openers[i][0] && begins_with(line, caption_openers[i]))
			return 1;
	/* A code point takes at most four bytes; what the cut leaves of one matches nothing. */
	struct slice tail = line.len > 4 * CREDIT_MAX ? slice_of(line.ptr + line.len - 4 * CREDIT_MAX, 4 * CREDIT_MAX) : line;
	if (!may_have_credit(tail))
		return 0;
	for (size_t i = 0; i < sizeof caption_credits / sizeof *caption_credits; i++) {
		const char *credit = memmem(tail.ptr, tail.len, caption_credits[i], strlen(caption_credits[i]));
		if (credit && utf8_count(credit, (size_t)(line.ptr + line.len - credit)) <= CREDIT_MAX)
			return 1;
	}
	return 0;
}

static int is_caption(struct slice line)
{
	return line.len <= 4 * CAPTION_MAX && reads_like_caption(line) && utf8_count(line.ptr, line.len) <= CAPTION_MAX;
}

/* Whether the line could head something: short, begun like a title, without a final stop. */
static int could_head(struct slice line, int first)
{
	size_t len, most = first ? TITLE_MAX : HEADING_MAX;
	enum glyph begin = glyph_at(line, 0, &len), end = glyph_before(line, line.len, &len);
	if (begin == GLYPH_LOWER || begin == GLYPH_PUNCTUATION || begin == GLYPH_OPEN)
		return 0;
	if (end == GLYPH_STOP && !first)
		return 0;
	if (line.len > 4 * most || utf8_count(line.ptr, line.len) > most || memchr(line.ptr, '\n', line.len))
		return 0;
	if (end == GLYPH_STOP)
		return (line.ptr[line.len - 1] == '?' || line.ptr[line.len - 1] == '!');
	return end != GLYPH_PUNCTUATION || line.ptr[line.len - 1] == '%';
}

/* Whether it is a text that a heading may stand above. */
static int is_body(struct slice text)
{
	size_t len;
	enum glyph end = glyph_before(text, text.len, &len);
	return (text.len >= 4 * BODY_MIN || utf8_count(text.ptr, text.len) >= BODY_MIN) &&
	       (end == GLYPH_STOP || end == GLYPH_PUNCTUATION || end == GLYPH_CLOSE_QUOTE || end == GLYPH_QUOTE ||
		end == GLYPH_CLOSE);
}

void role_assign(struct slice text, struct layout *layout)
{
	/* Backwards, so that what follows is known: a heading heads a text, a list, or one more heading that does. */
	int heads = 0;
	for (size_t i = layout->count; i-- > 0;) {
		struct layout_block *block = &layout->blocks[i];
		struct slice inside = slice_of(text.ptr + block->begin, block->end - block->begin);
		int may_head = heads;
		heads = 0;
		block->role = "p";
		if (role_is_item(inside)) {
			block->role = "li";
			heads = 2;
		} else if (is_caption(inside)) {
			block->role = "caption";
			heads = may_head;
		} else if (may_head && could_head(inside, i == 0)) {
			block->role = "h";
			heads = may_head - 1;
		} else if (is_body(inside)) {
			heads = 2;
		}
	}
}
