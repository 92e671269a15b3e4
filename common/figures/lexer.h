/* SPDX-License-Identifier: MIT */
/*
 * Tokens with what the vocabulary knows of them, fast. A text says the same few thousand words again and again: what
 * one is, its hash, its case and what it may begin, is worked out once and kept under its bytes. Finding it again is
 * done here in the header, for it is asked of every token of a text.
 */
#ifndef PHIN_FIGURES_LEXER_H
#define PHIN_FIGURES_LEXER_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "figures/token.h"
#include "figures/vocabulary.h"

enum { LEXER_WORDS_LOG2 = 13, LEXER_KEY_BYTES = 16 };

/*
 * A token by the bytes that decide it, padded with NULs: all up to the next ASCII that is no letter, be they "tháng" or
 * "“Tôi"; or that one alone.
 */
struct token_key {
	uint64_t first, second; /* eight bytes each, the first one in the lowest bits */
};

/* The token's `end` is its length. */
struct known_token {
	struct token_key key; /* 0: nothing is kept here */
	struct token token;
};

/* All zero to begin with, but for the vocabulary; to be emptied with lexer_forget when words are added to that. */
struct lexer {
	const struct vocabulary *vocabulary;
	struct known_token known[1 << LEXER_WORDS_LOG2];
};

/* 1 for bytes that may begin a key: no NUL, no digits, which are too various to be kept, and no white space. */
extern const uint8_t lexer_begins_key[256];

/* As lexer_next, of whatever stands there; what was not known is kept. */
int lexer_read(struct lexer *lexer, struct slice text, size_t *at, struct token *token);

void lexer_forget(struct lexer *lexer);

/* The same byte in all eight of a word. */
#define EIGHT(byte) (0x0101010101010101u * (byte))

/*
 * Bit 7 of those of the eight bytes that are ASCII and no letter. Added to a byte whose bit 7 is clear, 0x1f carries
 * into that bit from 'a' on, and 5 behind 'z'.
 */
static inline uint64_t lexer_breaks(uint64_t bytes)
{
	uint64_t small = (bytes & EIGHT(0x7f)) | EIGHT(0x20);
	uint64_t letters = ((small + EIGHT(0x1f)) & ~(small + EIGHT(5))) | bytes;
	return ~letters & EIGHT(0x80);
}

/* A mask of the bytes before the first break; of all if there is none. */
static inline uint64_t lexer_mask(uint64_t breaks)
{
	return ((breaks & -breaks) >> 7) - 1;
}

/* The key at sixteen readable bytes. Returns 0 where the word goes on behind them. */
static inline int lexer_key(const char *bytes, struct token_key *key)
{
	uint64_t eight;
	memcpy(&eight, bytes, sizeof eight);
	eight = le64toh(eight);
	uint64_t breaks = lexer_breaks(eight);
	/* A mark breaks at once: it is its own key. */
	key->first = eight & (lexer_mask(breaks) | 0xff);
	key->second = 0;
	if (breaks)
		return 1;
	memcpy(&eight, bytes + sizeof eight, sizeof eight);
	eight = le64toh(eight);
	breaks = lexer_breaks(eight);
	key->second = eight & lexer_mask(breaks);
	return breaks != 0;
}

static inline struct known_token *lexer_place(struct lexer *lexer, struct token_key key)
{
	uint64_t hash = (key.first + key.second * 0xd1b54a32d192ed03u) * 0x9e3779b97f4a7c15u;
	return &lexer->known[hash >> (64 - LEXER_WORDS_LOG2)];
}

static inline void lexer_take(const struct known_token *known, size_t begin, size_t *at, struct token *token)
{
	*token = known->token;
	token->glued = begin == *at && begin > 0;
	token->begin = begin;
	token->end = *at = begin + known->token.end;
}

/* As token_next and vocabulary_mark together. */
static inline int lexer_next(struct lexer *lexer, struct slice text, size_t *at, struct token *token)
{
	struct token_key key;
	size_t begin = *at + (*at < text.len && text.ptr[*at] == ' ');
	if (text.len - begin < LEXER_KEY_BYTES || !lexer_begins_key[(unsigned char)text.ptr[begin]] ||
	    !lexer_key(text.ptr + begin, &key))
		return lexer_read(lexer, text, at, token);
	const struct known_token *known = lexer_place(lexer, key);
	if (known->key.first != key.first || known->key.second != key.second)
		return lexer_read(lexer, text, at, token);
	lexer_take(known, begin, at, token);
	return 1;
}

#endif
