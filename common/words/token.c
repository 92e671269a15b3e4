/* SPDX-License-Identifier: MIT */
#include "words/token.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "words/punctuation.h"
#include "words/split.h"
#include "words/spelling.h"

/* The longest run without white space that is looked at as a whole; what is longer is cut. */
enum { MAX_RUN = 4096 };

void tokens_init(void)
{
	symbols_init();
	punctuation_init();
}

size_t space_length_wide(const char *text, size_t at)
{
	uint32_t cp;
	int n = utf8_next(text + at, &cp);
	return code_point_is_space(cp) ? (size_t)n : 0;
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
 * alone, of at most 15 bytes, is kept, and is followed by a space, or by one mark and a space: finding the bytes again is
 * all there is to do.
 */
enum { KNOWN_BITS = 12 };

static struct known {
	uint64_t bytes[2];  /* 0 behind the last */
	uint32_t key;
	uint16_t onset, rime;
	uint8_t shape;
} known[1 << KNOWN_BITS];

/* What stands before a space and may be known. */
struct candidate {
	uint64_t bytes[2];
	size_t len;          /* of these bytes; 0: there are none, or more than 15 */
	int marked;          /* a mark of ASCII stands between them and the space */
	struct known *place;
};

/* The number of bytes before the first space in sixteen; 16 if there is none. */
#ifdef __SSE2__
static inline size_t bytes_to_space(const uint64_t bytes[2])
{
	__m128i sixteen = _mm_loadu_si128((const __m128i *)(const void *)bytes);
	unsigned spaces = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(sixteen, _mm_set1_epi8(' ')));
	return (size_t)__builtin_ctz(spaces | 1u << 16);
}
#else
static inline size_t bytes_to_space(const uint64_t bytes[2])
{
	const char *begin = (const char *)bytes, *space = memchr(begin, ' ', 16);
	return space ? (size_t)(space - begin) : 16;
}
#endif

/* A mark, or a symbol, of ASCII. */
static int is_ascii_mark(char byte)
{
	enum character_class class = symbol_class(symbols[(unsigned char)byte & 0x7f]);
	return !(byte & 0x80) && (class == CLASS_MARK || class == CLASS_OTHER);
}

#define ONES_8 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff

/* The bytes of text from `at` to the next space or the end, without a mark that ends them. */
static inline void look_up(const char *text, size_t len, size_t at, struct candidate *candidate)
{
	uint64_t *bytes = candidate->bytes;
	candidate->len = 0;
	candidate->marked = 0;
	if (len - at >= 16) {
		memcpy(bytes, text + at, 16);
	} else {
		memset(bytes, ' ', 16);
		memcpy(bytes, text + at, len - at);
	}
	size_t n = bytes_to_space(bytes);
	if (n == 0 || n == 16)
		return;
	candidate->marked = is_ascii_mark(text[at + n - 1]);
	n -= (size_t)candidate->marked;
	/* Behind them zeros: n bytes of ones and sixteen less n of zeros stand at keep + 16 - n. */
	static const unsigned char keep[32] = {ONES_8, ONES_8};
	uint64_t mask[2];
	memcpy(mask, keep + 16 - n, 16);
	bytes[0] &= mask[0];
	bytes[1] &= mask[1];
	uint64_t hash = (bytes[0] ^ bytes[1] * 0xff51afd7ed558ccdu) * 0x9e3779b97f4a7c15u;
	candidate->len = n;
	candidate->place = &known[hash >> (64 - KNOWN_BITS)];
}

static int is_known(const struct candidate *candidate)
{
	const struct known *place = candidate->place;
	return candidate->len > 0 && place->bytes[0] == candidate->bytes[0] && place->bytes[1] == candidate->bytes[1];
}

/* Spells the letters at text[at] into *token. Returns 0 if other characters are between them and the white space. */
static int spell(const char *text, size_t len, size_t at, const struct candidate *candidate, struct token *token)
{
	struct spelling spelling;
	enum character_class stop;
	size_t end = spell_letters(text, len, at, &spelling, &stop);
	int whole = candidate->len > 0 && end == at + candidate->len;
	if (spelling.letters == 0 || (stop != CLASS_SPACE && !whole))
		return 0;
	spelling_token(&spelling, at, end, token);
	if (whole)
		*candidate->place = (struct known){{candidate->bytes[0], candidate->bytes[1]},
						   token->key, token->onset, token->rime, token->shape};
	return 1;
}

/*
 * Makes a token of text[at], not white space, if it is letters alone, and one more of a mark behind them if `max` allows.
 * Returns how many; 0 if the run is more than that.
 */
static inline size_t cut_letters(const char *text, size_t len, size_t at, struct token *token, size_t max)
{
	struct candidate candidate;
	look_up(text, len, at, &candidate);
	if (is_known(&candidate)) {
		const struct known *place = candidate.place;
		*token = (struct token){at, at + candidate.len, place->key, place->onset, place->rime, place->shape, 1};
	} else if (!spell(text, len, at, &candidate, token)) {
		return 0;
	}
	if (!candidate.marked || token->end != at + candidate.len)
		return 1;
	if (!split_is_apart(text, len, at, token->end))
		return 0;
	if (max > 1)
		token[1] = split_mark(text, token->end);
	return max > 1 ? 2 : 1;
}

size_t tokens_cut(const char *text, size_t len, size_t at, struct token *tokens, size_t max, size_t *next)
{
	size_t count = 0;
	while (count < max) {
		for (size_t n; (n = space_length(text, len, at)) > 0; at += n)
			;
		if (at >= len)
			break;
		struct token *token = &tokens[count];
		size_t made = cut_letters(text, len, at, token, max - count);
		if (made > 0)
			at = token[made - 1].end;
		else
			made = split_run(text, len, at, run_end(text, len, at), token, max - count, &at);
		token->apart = 1;
		count += made;
	}
	*next = at;
	return count;
}
