/* SPDX-License-Identifier: MIT */
#include "figures/lexer.h"

#include <endian.h>
#include <string.h>

/* The same byte in all eight of a word. */
#define EIGHT(byte) (0x0101010101010101u * (byte))

/* Bytes that a token can begin with and white space cannot: neither ASCII's nor the leads of any beyond (token.c). */
static inline int is_no_space(unsigned char byte)
{
	return byte > ' ' && byte != 0xc2 && byte != 0xe2 && byte != 0xe3 && byte != 0xef;
}

static inline size_t skip_space(struct slice text, size_t at)
{
	size_t next = at < text.len && text.ptr[at] == ' ' ? at + 1 : at;
	if (next < text.len && is_no_space((unsigned char)text.ptr[next]))
		return next;
	return token_skip_space(text, next);
}

/*
 * How many of the eight bytes, the first in the lowest bits, are letters of ASCII or no ASCII. Added to a byte with bit
 * 7 clear, 0x1f carries into that bit from 'a' on and 5 behind 'z'.
 */
static inline unsigned word_bytes(uint64_t bytes)
{
	uint64_t small = (bytes & EIGHT(0x7f)) | EIGHT(0x20);
	uint64_t letters = ((small + EIGHT(0x1f)) & ~(small + EIGHT(5))) | bytes;
	uint64_t others = ~letters & EIGHT(0x80);
	return others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
}

static inline uint64_t first_bytes(uint64_t bytes, unsigned count)
{
	return count == 8 ? bytes : bytes & (((uint64_t)1 << 8 * count) - 1);
}

/*
 * The bytes that decide what token stands there: all up to the next ASCII that is no letter, be they "tháng" or "“Tôi";
 * or that one alone. Returns 0 where they are too many, a NUL, or digits, which are too various to be kept.
 */
static inline int make_key(struct slice text, size_t at, uint64_t key[2])
{
	char padded[LEXER_KEY_BYTES] = {0};
	const char *bytes = text.ptr + at;
	if (*bytes >= '0' && *bytes <= '9')
		return 0;
	if (text.len - at < sizeof padded)
		bytes = memcpy(padded, bytes, text.len - at);
	memcpy(key, bytes, sizeof padded);
	key[0] = le64toh(key[0]);
	unsigned count = word_bytes(key[0]);
	if (count < 8) {
		key[0] = first_bytes(key[0], count ? count : 1);
		key[1] = 0;
		return key[0] != 0;
	}
	key[1] = le64toh(key[1]);
	count = word_bytes(key[1]);
	key[1] = first_bytes(key[1], count);
	return count < 8;
}

static inline struct known_token *place_of(struct lexer *lexer, const uint64_t key[2])
{
	uint64_t hash = (key[0] ^ key[1] * 0xd1b54a32d192ed03u) * 0x9e3779b97f4a7c15u;
	return &lexer->known[hash >> (64 - LEXER_WORDS_LOG2)];
}

static __attribute__((noinline)) int read_token(const struct lexer *lexer, struct slice text, size_t *at,
						struct token *token)
{
	int found = token_next(text, at, token);
	if (found)
		vocabulary_mark(lexer->vocabulary, token);
	return found;
}

/* What stands at the beginning of the text, to be kept. */
static __attribute__((noinline)) void learn(const struct lexer *lexer, struct slice text, const uint64_t key[2],
					    struct known_token *known)
{
	size_t end = 0;
	memcpy(known->key, key, sizeof known->key);
	read_token(lexer, text, &end, &known->token);
}

int lexer_next(struct lexer *lexer, struct slice text, size_t *at, struct token *token)
{
	uint64_t key[2];
	size_t begin = skip_space(text, *at);
	if (begin == text.len || !make_key(text, begin, key))
		return read_token(lexer, text, at, token);
	struct known_token *known = place_of(lexer, key);
	if (known->key[0] != key[0] || known->key[1] != key[1])
		learn(lexer, slice_of(text.ptr + begin, text.len - begin), key, known);
	*token = known->token;
	token->glued = begin == *at && begin > 0;
	token->begin = begin;
	token->end = *at = begin + known->token.end;
	return 1;
}

void lexer_forget(struct lexer *lexer)
{
	memset(lexer->known, 0, sizeof lexer->known);
}
