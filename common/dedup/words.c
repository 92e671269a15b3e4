/* SPDX-License-Identifier: MIT */
#include "dedup/words.h"

#include "base/utf8.h"
#include "vietnamese/letter.h"
#include "vietnamese/mark.h"

/*
 * What a code point is in a word: bits 0 to 23 its letter without case and tone, TONE_SHIFT and above the tone; 0 is no
 * part of a word. A Vietnamese letter is its base and hat, any other FOREIGN and the code point of its lower case.
 */
enum { HAT_SHIFT = 8, FOREIGN = 1 << 23, TONE_SHIFT = 24, LETTER_MASK = (1 << TONE_SHIFT) - 1 };

static uint32_t find_unit(uint32_t code_point)
{
	struct letter letter;
	if (code_point - '0' < 10)
		return code_point;
	if (letter_parts(code_point, &letter))
		return (uint32_t)(unsigned char)letter.base | (uint32_t)letter.hat << HAT_SHIFT |
		       (uint32_t)letter.tone << TONE_SHIFT;
	return code_point >= 0x80 && letter_is_letter(code_point) ? FOREIGN | letter_lower(code_point) : 0;
}

/* The blocks that nearly all letters are of, looked up once: Basic Latin to Latin Extended-B, Latin Extended Additional. */
enum { LOW_END = 0x250, HIGH_BEGIN = 0x1e00, HIGH_END = 0x1f00 };
static uint32_t low[LOW_END], high[HIGH_END - HIGH_BEGIN];

static void fill_units(void)
{
	for (uint32_t i = 0; i < LOW_END; i++)
		low[i] = find_unit(i);
	for (uint32_t i = HIGH_BEGIN; i < HIGH_END; i++)
		high[i - HIGH_BEGIN] = find_unit(i);
}

static inline uint32_t unit_of(uint32_t code_point)
{
	if (code_point < LOW_END)
		return low[code_point];
	if (code_point - HIGH_BEGIN < HIGH_END - HIGH_BEGIN)
		return high[code_point - HIGH_BEGIN];
	return find_unit(code_point);
}

/* Hashes a letter into a word; its product is folded, for a power of an odd number alone repeats itself in long words. */
static inline uint64_t put_letter(uint64_t hash, uint32_t letter)
{
	hash = (hash ^ letter) * 0x9e3779b97f4a7c15u;
	return hash ^ (hash >> 29);
}

/*
 * Reads the word whose first letter, `unit` in len bytes, is at s. Returns where it ends. The last letter waits, for a
 * combining mark may still change it: "e", U+0302, U+0301 is ế; the tone counts for the word, wherever it stands.
 */
static const char *read_word(const char *s, const char *end, int len, uint32_t unit, uint64_t *word)
{
	uint64_t hash = 0;
	uint32_t letter = 0, tone = 0, code_point = 0;
	for (;;) {
		const struct mark *mark;
		if (unit) {
			hash = put_letter(hash, letter);
			letter = unit & LETTER_MASK;
			tone |= unit >> TONE_SHIFT;
		} else if (code_point >= 0x300 && (mark = mark_find(code_point))) {
			letter |= (uint32_t)mark->hat << HAT_SHIFT;
			tone |= mark->tone;
		} else {
			break;
		}
		s += len;
		if (s == end)
			break;
		len = utf8_next(s, &code_point);
		unit = unit_of(code_point);
	}
	*word = hash_mix(put_letter(hash, letter) ^ (uint64_t)tone << 56);
	return s;
}

void word_hashes(struct slice text, struct buf *hashes)
{
	const char *s = text.ptr, *end = text.ptr + text.len;
	if (!low['0'])
		fill_units();
	while (s < end) {
		uint32_t code_point;
		uint64_t word;
		int len = utf8_next(s, &code_point);
		uint32_t unit = unit_of(code_point);
		if (!unit) {
			s += len;
			continue;
		}
		s = read_word(s, end, len, unit, &word);
		buf_put(hashes, &word, sizeof word);
	}
}
