/* SPDX-License-Identifier: MIT */
#include "figures/token.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "vietnamese/letter.h"

enum byte_class { BYTE_MARK, BYTE_SPACE, BYTE_DIGIT, BYTE_LOWER, BYTE_UPPER, BYTE_MORE };

static const uint8_t byte_class[256] = {
	[0 ... 8] = BYTE_MARK,	    [9 ... 13] = BYTE_SPACE,	[' '] = BYTE_SPACE,	     ['0' ... '9'] = BYTE_DIGIT,
	['a' ... 'z'] = BYTE_LOWER, ['A' ... 'Z'] = BYTE_UPPER, [0x80 ... 0xff] = BYTE_MORE,
};

static int is_wide_space(uint32_t cp)
{
	return cp == 0xa0 || cp == 0x85 || (cp >= 0x2000 && cp <= 0x200d) || cp == 0x2028 || cp == 0x2029 ||
	       cp == 0x202f || cp == 0x205f || cp == 0x3000 || cp == 0xfeff || cp == 0xad;
}

/* Hats and tones as combining marks: U+0300 ̀ 0301 ́ 0302 ̂ 0303 ̃ 0306 ̆ 0309 ̉ 031b ̛ 0323 ̣. */
static int combining(uint32_t cp, int *hat, int *tone)
{
	*hat = HAT_NONE;
	*tone = TONE_NGANG;
	switch (cp) {
	case 0x300:
		*tone = TONE_HUYEN;
		return 1;
	case 0x301:
		*tone = TONE_SAC;
		return 1;
	case 0x303:
		*tone = TONE_NGA;
		return 1;
	case 0x309:
		*tone = TONE_HOI;
		return 1;
	case 0x323:
		*tone = TONE_NANG;
		return 1;
	case 0x302:
		*hat = HAT_CIRCUMFLEX;
		return 1;
	case 0x306:
		*hat = HAT_BREVE;
		return 1;
	case 0x31b:
		*hat = HAT_HORN;
		return 1;
	default:
		return cp >= 0x300 && cp < 0x370;
	}
}

static inline uint64_t mix(uint64_t hash, uint64_t unit)
{
	return (hash ^ unit) * 0x9e3779b97f4a7c15u;
}

/* State of a word that is being read: its letters without tones, and the tones beside, wherever they stood. */
struct word {
	uint64_t hash;
	uint32_t pending; /* the letter before, which a combining hat may still change */
	uint32_t tones;
	size_t letters, upper;
};

static inline void word_letter(struct word *word, uint32_t unit, unsigned upper)
{
	word->hash = mix(word->hash, word->pending);
	word->pending = unit;
	word->upper += upper;
	word->letters++;
}

/* The letters of Vietnamese above ASCII, taken apart once: unit, tone << 12, upper << 15; 0 is none. */
enum { PARTS_END = 0x1f00 };
static uint16_t parts[PARTS_END];

const struct lex_word lex_unknown;

void token_init(void)
{
	struct letter letter;
	for (uint32_t cp = 0x80; cp < PARTS_END && !parts[0x1ef9]; cp++)
		if (letter_parts(cp, &letter))
			parts[cp] = (uint16_t)((unsigned)letter.base | (unsigned)letter.hat << 8 |
					       (unsigned)letter.tone << 12 | (unsigned)letter.upper << 15);
}

/* Takes a code point above ASCII into the word. Returns 0 if it does not belong to one. */
static int word_more(struct word *word, uint32_t cp)
{
	int hat, tone;
	unsigned part = cp < PARTS_END ? parts[cp] : 0;
	if (part) {
		word_letter(word, part & 0xfff, part >> 15);
		word->tones = word->tones * 8 + (part >> 12 & 7);
		return 1;
	}
	if (word->pending && combining(cp, &hat, &tone)) {
		word->pending |= (uint32_t)hat << 8;
		word->tones = word->tones * (tone ? 8 : 1) + (uint32_t)tone;
		return 1;
	}
	if (cp < 0xc0 || !letter_is_letter(cp))
		return 0;
	word_letter(word, letter_lower(cp) | 1u << 24, (unsigned)letter_is_upper(cp));
	return 1;
}

/* The letters of ASCII from the place on: most of any text, so in registers. */
static inline size_t ascii_letters(struct slice text, size_t at, struct word *word)
{
	uint64_t hash = word->hash;
	uint32_t pending = word->pending;
	size_t upper = word->upper, begin = at;
	for (; at < text.len; at++) {
		unsigned char byte = (unsigned char)text.ptr[at], class = byte_class[byte];
		if (class != BYTE_LOWER && class != BYTE_UPPER)
			break;
		hash = mix(hash, pending);
		pending = byte | 0x20;
		upper += class == BYTE_UPPER;
	}
	word->hash = hash;
	word->pending = pending;
	word->upper = upper;
	word->letters += at - begin;
	return at;
}

static size_t word_end(struct slice text, size_t at, struct word *word)
{
	for (;;) {
		uint32_t cp;
		at = ascii_letters(text, at, word);
		if (at >= text.len || (unsigned char)text.ptr[at] < 0x80)
			return at;
		int n = utf8_next(text.ptr + at, &cp);
		if (!word_more(word, cp))
			return at;
		at += (size_t)n;
	}
}

static enum token_case case_of(const struct word *word, const char *text)
{
	uint32_t first;
	if (word->upper == 0)
		return CASE_LOWER;
	if (word->upper == 1) {
		utf8_next(text, &first);
		if (letter_is_upper(first))
			return CASE_CAPITAL;
	}
	return word->upper == word->letters ? CASE_UPPER : CASE_MIXED;
}

static int take_word(struct slice text, size_t *at, struct token *token, uint64_t *hash)
{
	struct word word = {0};
	size_t end = word_end(text, *at, &word);
	if (end == *at)
		return 0;
	token->kind = TOKEN_WORD;
	token->begin = *at;
	*hash = mix(mix(word.hash, word.pending), 0x10000u + word.tones);
	token->letters = (uint8_t)case_of(&word, text.ptr + *at);
	token->end = *at = end;
	return 1;
}

static void take_digits(struct slice text, size_t *at, struct token *token, uint64_t *hash)
{
	*hash = 0xd1b54a32d192ed03u; /* apart from words and marks */
	token->kind = TOKEN_DIGITS;
	token->begin = *at;
	for (; *at < text.len && byte_class[(unsigned char)text.ptr[*at]] == BYTE_DIGIT; ++*at)
		*hash = mix(*hash, (uint64_t)text.ptr[*at]);
	token->end = *at;
}

size_t token_skip_space(struct slice text, size_t at)
{
	while (at < text.len) {
		unsigned char byte = (unsigned char)text.ptr[at];
		uint32_t cp;
		if (byte_class[byte] == BYTE_SPACE) {
			at++;
			continue;
		}
		if (byte_class[byte] != BYTE_MORE)
			break;
		int n = utf8_next(text.ptr + at, &cp);
		if (!is_wide_space(cp))
			break;
		at += (size_t)n;
	}
	return at;
}

int token_next(struct slice text, size_t *at, struct token *token, uint64_t *hash)
{
	size_t begin = token_skip_space(text, *at);
	token->glued = begin == *at && begin > 0;
	*at = begin;
	if (begin >= text.len)
		return 0;
	token->word = &lex_unknown;
	token->mark = 0;
	token->begins = 0;
	token->glue = 0;
	token->letters = CASE_LOWER;
	unsigned char byte = (unsigned char)text.ptr[begin];
	if (byte_class[byte] == BYTE_DIGIT) {
		take_digits(text, at, token, hash);
		return 1;
	}
	if (byte_class[byte] != BYTE_MARK && take_word(text, at, token, hash))
		return 1;
	token->kind = TOKEN_MARK;
	token->begin = begin;
	uint32_t mark;
	*at += (size_t)utf8_next(text.ptr + begin, &mark);
	token->mark = mark & 0x1fffff;
	token->end = *at;
	*hash = mix(0x8cb92ba72f3d8dd7u, mark);
	return 1;
}
