/* SPDX-License-Identifier: MIT */
#include "figures/lexer.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The first n bytes of eight as they lie in memory, and of sixteen. */
#define LOW(n) ((n) <= 0 ? 0 : ~UINT64_C(0) >> 8 * ((8 - (n)) & 7))
#define FIRST(n) (BYTE_ORDER == LITTLE_ENDIAN ? LOW(n) : ~LOW(8 - (n)))
#define MASK(n) {{FIRST((n) < 8 ? (n) : 8), FIRST((n) < 8 ? 0 : (n) - 8)}}

const struct token_key lexer_masks[LEXER_KEY_BYTES + 1] = {
	MASK(0), MASK(1), MASK(2),  MASK(3),  MASK(4),	MASK(5),  MASK(6),  MASK(7),
	MASK(8), MASK(9), MASK(10), MASK(11), MASK(12), MASK(13), MASK(14), MASK(15),
};

/* Bits for those of the sixteen bytes that are breaks. */
#ifdef __SSE2__
static unsigned breaks_of(const char *bytes)
{
	const __m128i sixteen = _mm_loadu_si128((const __m128i *)(const void *)bytes);
	/* Without the bit of case, 'a' to 'z' are the bytes less than 26 above 'a'; letters above ASCII have bit 7. */
	const __m128i above_a = _mm_sub_epi8(_mm_or_si128(sixteen, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
	const __m128i ascii = _mm_cmpeq_epi8(_mm_min_epu8(above_a, _mm_set1_epi8(25)), above_a);
	return ~(unsigned)_mm_movemask_epi8(_mm_or_si128(ascii, sixteen)) & 0xffff;
}
#else
static unsigned breaks_of(const char *bytes)
{
	unsigned breaks = 0;
	for (unsigned i = 0; i < 16; i++) {
		unsigned char byte = (unsigned char)bytes[i], small = byte | 0x20;
		breaks |= (unsigned)(byte < 0x80 && (small < 'a' || small > 'z')) << i;
	}
	return breaks;
}
#endif

/* Takes the piece of the text that begins at the place. */
static void load_piece(struct lexer *lexer, size_t begin)
{
	size_t left = lexer->text.len - begin;
	size_t len = left < LEXER_PIECE ? left : LEXER_PIECE, more = 2 * LEXER_KEY_BYTES;
	size_t copied = left < len + more ? left : len + more;
	char *piece = lexer->piece + 1;
	if (copied > 0)
		memcpy(piece, lexer->text.ptr + begin, copied);
	memset(piece + copied, 0, len + 2 * more - copied);
	piece[-1] = begin > 0 ? lexer->text.ptr[begin - 1] : ' ';
	for (size_t i = 0; i < len + more; i += 16) {
		uint16_t bits = htole16((uint16_t)breaks_of(piece + i));
		memcpy(lexer->breaks + i / 8, &bits, sizeof bits);
	}
	lexer->piece_begin = begin;
	lexer->piece_len = len;
}

/* A key has so many places, side by side. The fast way looks at the first of them alone. */
enum { PLACES = 4 };

/* Where nothing is kept the key is 0, and so it is of what has none: it must not be found where it would be kept. */
static void bar_none(struct lexer *lexer)
{
	for (size_t i = 0; i < PLACES; i++) {
		struct known_token *none = &lexer->known[lexer_place((struct token_key){{0, 0}}) ^ i];
		if (none->key.half[0] == 0)
			none->key.half[1] = 1;
	}
}

void lexer_begin(struct lexer *lexer, struct slice text)
{
	lexer->text = text;
	load_piece(lexer, 0);
	bar_none(lexer);
}

void lexer_forget(struct lexer *lexer)
{
	memset(lexer->known, 0, sizeof lexer->known);
	memset(lexer->digit, 0, sizeof lexer->digit);
	memset(lexer->digits, 0, sizeof lexer->digits);
	bar_none(lexer);
}

/* No NUL, no white space, and no digits, which are too various to be kept. */
static int may_have_key(unsigned char byte)
{
	return byte > ' ' ? byte < '0' || byte > '9' : byte > 0 && byte != ' ' && (byte < '\t' || byte > '\r');
}

static struct token_key key_at(const struct lexer *lexer, size_t at)
{
	size_t from = at - lexer->piece_begin;
	const char *bytes = lexer->piece + 1 + from;
	if (!may_have_key((unsigned char)*bytes))
		return (struct token_key){{0, 0}};
	return lexer_key(bytes, lexer_len(lexer, from, 0));
}

/* What is kept of the token, or NULL. It goes back to its first place, for it is likely to be said again. */
static const struct known_token *find_known(struct lexer *lexer, struct token_key key)
{
	struct known_token *known = &lexer->known[lexer_place(key)];
	for (size_t i = 0; i < PLACES; i++) {
		struct known_token *other = &lexer->known[lexer_place(key) ^ i], found;
		if (!lexer_is_kept(other, key))
			continue;
		found = *other;
		*other = *known;
		*known = found;
		return known;
	}
	return NULL;
}

/* Keeps the token at the first place of its key. What was there goes to one that is free, or to the last. */
static void keep(struct lexer *lexer, struct token_key key, const struct token *token)
{
	size_t first = lexer_place(key), free = 0;
	struct known_token *known = &lexer->known[first];
	while (free < PLACES - 1 && lexer->known[first ^ free].key.half[0])
		free++;
	lexer->known[first ^ free] = *known;
	memcpy(&known->word, &token->word, sizeof *token - offsetof(struct token, word));
	known->key = key;
	known->len = (uint8_t)(token->end - token->begin);
}

static unsigned digit_at(const struct lexer *lexer, size_t at)
{
	return at < lexer->text.len ? (unsigned)(unsigned char)lexer->text.ptr[at] - '0' : 10;
}

/*
 * Where the word of the digits at the place is noted, if they are one or two: most numbers of a text, but too short for a
 * key, which a break ends. *len is how many they are. NULL for others.
 */
static const struct lex_word **short_digits(struct lexer *lexer, size_t at, size_t *len)
{
	unsigned first = digit_at(lexer, at), second = digit_at(lexer, at + 1);
	if (first > 9 || (second <= 9 && digit_at(lexer, at + 2) <= 9))
		return NULL;
	*len = second <= 9 ? 2 : 1;
	return second <= 9 ? &lexer->digits[10 * first + second] : &lexer->digit[first];
}

/* The token at that very place from the vocabulary, or of short digits from what was noted. */
static void read_new(struct lexer *lexer, size_t begin, struct token *token)
{
	size_t len = 0, behind = begin;
	const struct lex_word **word = short_digits(lexer, begin, &len);
	if (word && *word) {
		*token = (struct token){.begin = begin, .end = begin + len, .word = *word, .begins = 1,
					.kind = TOKEN_DIGITS, .letters = CASE_LOWER, .glue = (*word)->glue};
		return;
	}
	vocabulary_next(lexer->vocabulary, lexer->text, &behind, token);
	if (word)
		*word = token->word;
}

int lexer_read(struct lexer *lexer, size_t at, struct token *token)
{
	size_t begin = token_skip_space(lexer->text, at);
	if (begin == lexer->text.len)
		return 0;
	if (begin - lexer->piece_begin >= lexer->piece_len)
		load_piece(lexer, begin);
	struct token_key key = key_at(lexer, begin);
	const struct known_token *known = key.half[0] ? find_known(lexer, key) : NULL;
	if (known)
		lexer_take(known, begin, token);
	else
		read_new(lexer, begin, token);
	token->glued = begin == at && begin > 0;
	if (!known && key.half[0])
		keep(lexer, key, token);
	return 1;
}
