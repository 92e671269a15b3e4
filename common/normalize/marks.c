/* SPDX-License-Identifier: MIT */
#include "normalize/marks.h"

#include "base/utf8.h"
#include "normalize/rule.h"

enum { FIRST_MARK = 0x300, LAST_MARK = 0x341 };

/* Tones and hats from U+0300 to U+0341; U+0340 and U+0341 are older names of the grave and the acute. */
static const struct {
	unsigned char tone, hat;
} marks[LAST_MARK - FIRST_MARK + 1] = {
	[0x300 - FIRST_MARK] = {TONE_HUYEN, 0}, [0x301 - FIRST_MARK] = {TONE_SAC, 0},
	[0x302 - FIRST_MARK] = {0, HAT_CIRCUMFLEX}, [0x303 - FIRST_MARK] = {TONE_NGA, 0},
	[0x306 - FIRST_MARK] = {0, HAT_BREVE}, [0x309 - FIRST_MARK] = {TONE_HOI, 0},
	[0x31b - FIRST_MARK] = {0, HAT_HORN}, [0x323 - FIRST_MARK] = {TONE_NANG, 0},
	[0x340 - FIRST_MARK] = {TONE_HUYEN, 0}, [0x341 - FIRST_MARK] = {TONE_SAC, 0},
};

int mark_take(struct letter *letter, uint32_t mark, int *in_order)
{
	if (mark < FIRST_MARK || mark > LAST_MARK)
		return 0;
	unsigned char tone = marks[mark - FIRST_MARK].tone, hat = marks[mark - FIRST_MARK].hat;
	if ((!tone && !hat) || (tone && letter->tone && letter->tone != tone) || (hat && letter->hat && letter->hat != hat))
		return 0;
	/* A mark twice; a hat above a tone that is above too. Horns and dots below have an order of their own. */
	if ((tone && letter->tone) || (hat && letter->hat))
		*in_order = 0;
	if (hat && hat != HAT_HORN && letter->tone && letter->tone != TONE_NANG)
		*in_order = 0;
	letter->tone = tone ? tone : letter->tone;
	letter->hat = hat ? hat : letter->hat;
	return 1;
}

/* The valid character that ends at text[at]: stores it and returns where it begins; `at` if there is none. */
static size_t character_before(struct slice text, size_t at, uint32_t *code_point)
{
	size_t begin = at;
	while (begin > 0 && at - begin < 4 && ((unsigned char)text.ptr[begin - 1] & 0xc0) == 0x80)
		begin--;
	if (begin == 0)
		return at;
	begin--;
	return utf8_decode(text.ptr + begin, at - begin, code_point) == (int)(at - begin) ? begin : at;
}

/* A mark in the text: CC 80 to CD BF. */
static int is_mark_at(struct slice text, size_t at)
{
	return at + 1 < text.len && ((unsigned char)text.ptr[at] | 1) == 0xcd && ((unsigned char)text.ptr[at + 1] & 0xc0) == 0x80;
}

void marks_compose(struct slice text, struct buf *out, struct edits *edits)
{
	size_t copied = 0;
	const char *found;
	for (size_t at = 0; (found = memchr(text.ptr + at, 0xcc, text.len - at));) {
		uint32_t base, mark;
		struct letter letter;
		size_t first = (size_t)(found - text.ptr), begin = character_before(text, first, &base);
		int in_order = 1, fits = begin < first && begin >= copied && letter_parts(base, &letter);
		for (at = first; is_mark_at(text, at); at += 2) {
			utf8_next(text.ptr + at, &mark);
			fits = fits && mark_take(&letter, mark, &in_order);
		}
		/* A byte CC that begins no mark. */
		at += at == first;
		uint32_t composed = fits ? letter_compose(letter) : 0;
		if (!composed)
			continue;
		char bytes[4];
		buf_put(out, text.ptr + copied, begin - copied);
		size_t len = (size_t)utf8_encode(composed, bytes), from = out->len;
		buf_put(out, bytes, len);
		edits_add(edits, begin, at, from, out->len, rule_info[in_order ? RULE_COMPOSE : RULE_CLUSTER].name);
		copied = at;
	}
	buf_put(out, text.ptr + copied, text.len - copied);
}
