/* SPDX-License-Identifier: MIT */
#include "words/token.h"

#include <string.h>

#include "words/split.h"
#include "words/spelling.h"

/* The longest run without white space that is looked at as a whole; what is longer is cut. */
enum { MAX_RUN = 4096 };

void tokens_init(void)
{
	symbols_init();
}

size_t space_length(const char *text, size_t len, size_t at)
{
	uint32_t cp;
	if (at >= len)
		return 0;
	int n = utf8_next(text + at, &cp);
	return code_point_is_space(cp) ? (size_t)n : 0;
}

static size_t skip_space(const char *text, size_t len, size_t at)
{
	uint32_t cp;
	for (int n; at < len; at += (size_t)n) {
		n = utf8_next(text + at, &cp);
		if (symbol_class(symbol_of(cp)) != CLASS_SPACE)
			break;
	}
	return at;
}

/* A code point inside of letters that has no code of its own. Kept apart: the fast loop's spelling stays in registers. */
static struct spelling spell_rare(struct spelling spelling, uint32_t cp, uint16_t symbol)
{
	if (symbol_class(symbol) == CLASS_ATTACHED)
		spelling_attach(&spelling, cp);
	else
		spelling_foreign(&spelling, cp, symbol);
	return spelling;
}

/* Goes over letters from `at`, spells them, and stops at the first code point that is none: its class goes to *stop. */
static inline size_t spell_letters(const char *text, size_t len, size_t at, struct spelling *result,
				   enum character_class *stop)
{
	struct spelling spelling = {0};
	*stop = CLASS_SPACE;
	while (at < len) {
		uint32_t cp;
		size_t n = (size_t)utf8_next(text + at, &cp);
		uint16_t symbol = symbol_of(cp);
		enum character_class class = symbol_class(symbol);
		if (class == CLASS_LETTER && symbol & SYMBOL_CODE) {
			spelling_letter(&spelling, symbol);
		} else if (class == CLASS_LETTER || class == CLASS_ATTACHED) {
			spelling = spell_rare(spelling, cp, symbol);
		} else {
			*stop = class;
			break;
		}
		at += n;
	}
	*result = spelling;
	return at;
}

/* Where the run of characters that begins at `at` ends: at white space, or when it is too long. */
static size_t run_end(const char *text, size_t len, size_t at)
{
	size_t limit = len - at > MAX_RUN ? at + MAX_RUN : len, end = at;
	while (end < limit) {
		uint32_t cp;
		int n = utf8_next(text + end, &cp);
		if (symbol_class(symbol_of(cp)) == CLASS_SPACE)
			break;
		end += (size_t)n;
	}
	return end;
}

/*
 * Syllables that were spelled before, by their bytes: two thousand make up nearly all of a text. Only what is letters
 * alone, of at most 15 bytes, and followed by a space is kept, so that finding the bytes again is all there is to do.
 */
enum { KNOWN_BITS = 11 };

static struct known {
	uint64_t bytes[2];  /* 0 behind the last */
	uint32_t key;
	uint16_t onset, rime;
	uint8_t shape;
} known[1 << KNOWN_BITS];

/* The lowest bit of the first byte that is a space is the lowest that is set (Hacker's Delight, 6-1); 0 if there is none. */
static uint64_t space_in(uint64_t bytes)
{
	uint64_t zero_at_space = bytes ^ 0x2020202020202020u;
	return (zero_at_space - 0x0101010101010101u) & ~zero_at_space & 0x8080808080808080u;
}

/*
 * The bytes of text from `at` to the next space, and where they may be known. Returns their number, or 0 if there are
 * more than 15 of them or the text ends before.
 */
static size_t look_up(const char *text, size_t len, size_t at, uint64_t bytes[2], struct known **place)
{
	if (len - at < 16)
		return 0;
	memcpy(bytes, text + at, 16);
	uint64_t space = space_in(bytes[0]);
	size_t n;
	if (space) {
		n = (size_t)__builtin_ctzll(space) / 8;
		bytes[0] &= ((uint64_t)1 << 8 * n) - 1;
		bytes[1] = 0;
	} else {
		space = space_in(bytes[1]);
		if (!space)
			return 0;
		size_t more = (size_t)__builtin_ctzll(space) / 8;
		bytes[1] &= ((uint64_t)1 << 8 * more) - 1;
		n = 8 + more;
	}
	uint64_t hash = (bytes[0] ^ bytes[1] * 0xff51afd7ed558ccdu) * 0x9e3779b97f4a7c15u;
	*place = &known[hash >> (64 - KNOWN_BITS)];
	return n;
}

static int is_known(const struct known *place, const uint64_t bytes[2])
{
	return place->bytes[0] == bytes[0] && place->bytes[1] == bytes[1];
}

size_t tokens_cut(const char *text, size_t len, size_t at, struct token *tokens, size_t max, size_t *next)
{
	size_t count = 0;
	while (count < max) {
		if (at < len && text[at] == ' ')
			at++;
		size_t begin = skip_space(text, len, at);
		if (begin >= len) {
			at = len;
			break;
		}
		struct known *place = NULL;
		uint64_t bytes[2];
		size_t first = count, n = look_up(text, len, begin, bytes, &place);
		if (n > 0 && is_known(place, bytes)) {
			at = begin + n;
			tokens[count++] = (struct token){begin, at, place->key, place->onset, place->rime, place->shape, 1};
			continue;
		}
		struct spelling spelling;
		enum character_class stop;
		size_t end = spell_letters(text, len, begin, &spelling, &stop);
		if (stop == CLASS_SPACE && spelling.letters > 0) {
			struct token *token = &tokens[count++];
			spelling_token(&spelling, begin, end, token);
			at = end;
			if (end - begin == n)
				*place = (struct known){{bytes[0], bytes[1]}, token->key, token->onset, token->rime, token->shape};
		} else {
			count += split_run(text, len, begin, run_end(text, len, begin), tokens + count, max - count, &at);
		}
		tokens[first].apart = 1;
	}
	*next = at;
	return count;
}
