/* SPDX-License-Identifier: MIT */
/*
 * Tokens with what the vocabulary knows of them, fast. A text says the same few thousand words again and again: what
 * one is, its place in the vocabulary and its case, is worked out once and kept under its bytes. Finding it again is
 * done here in the header, for it is asked of every token of a text. Where the next token begins must be known soon, for
 * all else waits for it: it is told by bits that were made for a piece of the text at once.
 */
#ifndef PHIN_FIGURES_LEXER_H
#define PHIN_FIGURES_LEXER_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "figures/token.h"
#include "figures/vocabulary.h"

enum { LEXER_WORDS_LOG2 = 15, LEXER_WORDS = 1 << LEXER_WORDS_LOG2, LEXER_KEY_BYTES = 16, LEXER_PIECE = 4096 };

/*
 * A token by the bytes that decide it, padded with NULs: all up to the next break, an ASCII that is no letter, be they
 * "tháng" or "“Tôi"; or the break alone. 0: the token has no key, for it is digits, or too long.
 */
struct token_key {
	uint64_t half[2];
};

/* Half a line of the cache; from `word` on as struct token is, with the length where that has `glued`. */
struct known_token {
	struct token_key key;
	const struct lex_word *word;
	uint32_t mark : 31, begins : 1;
	uint8_t kind, letters, glue, len;
};
_Static_assert(sizeof(struct token) - offsetof(struct token, word) == 16 &&
		       offsetof(struct token, glued) - offsetof(struct token, word) ==
			       offsetof(struct known_token, len) - offsetof(struct known_token, word),
	       "a known token is copied as it is");

/* All zero to begin with, but for the vocabulary; to be emptied with lexer_forget when words are added to that. */
struct lexer {
	struct known_token known[LEXER_WORDS];
	/* What the vocabulary knows of one digit and of two, by their value; NULL: not asked yet. */
	const struct lex_word *digit[10], *digits[100];
	const struct vocabulary *vocabulary;
	struct slice text;
	/* The piece at hand: at any of its places stand a space and a key, or NULs behind the end of the text. */
	size_t piece_begin, piece_len;
	char piece[1 + LEXER_PIECE + 4 * LEXER_KEY_BYTES]; /* the byte before it first; a space before the text */
	/* A bit for each of its own bytes, the lowest first: it is a break. */
	uint8_t breaks[(LEXER_PIECE + 4 * LEXER_KEY_BYTES) / 8 + 8];
};

/* Begins a text of valid UTF-8, which must stay. */
void lexer_begin(struct lexer *lexer, struct slice text);

void lexer_forget(struct lexer *lexer);

/* The token at or after the place, whatever stands there; what was not known is kept. Returns 0 at the end. */
int lexer_read(struct lexer *lexer, size_t at, struct token *token);

/* Masks of the first bytes of a key; as many as LEXER_KEY_BYTES are none. */
extern const struct token_key lexer_masks[LEXER_KEY_BYTES + 1];

/* The bytes behind the space at the place, if one is there, to the next break, 1 if the first is one; LEXER_KEY_BYTES if there are as many or more. */
static inline unsigned lexer_len(const struct lexer *lexer, size_t at, size_t space)
{
	uint64_t bits;
	memcpy(&bits, lexer->breaks + at / 8, sizeof bits);
	bits = le64toh(bits) >> at % 8 >> space | 1u << LEXER_KEY_BYTES;
	return (unsigned)__builtin_ctzll(bits) + (bits & 1);
}

static inline struct token_key lexer_key(const char *bytes, size_t len)
{
	struct token_key key;
	memcpy(&key, bytes, sizeof key);
	key.half[0] &= lexer_masks[len].half[0];
	key.half[1] &= lexer_masks[len].half[1];
	return key;
}

static inline size_t lexer_place(struct token_key key)
{
	return (key.half[0] ^ key.half[1]) * 0x9e3779b97f4a7c15u >> (64 - LEXER_WORDS_LOG2);
}

static inline int lexer_is_kept(const struct known_token *known, struct token_key key)
{
	return ((known->key.half[0] ^ key.half[0]) | (known->key.half[1] ^ key.half[1])) == 0;
}

/* Fills in the token that is known and stands at `begin`, but for `glued`. */
static inline void lexer_take(const struct known_token *known, size_t begin, struct token *token)
{
	memcpy(&token->word, &known->word, sizeof *token - offsetof(struct token, word));
	token->begin = begin;
	token->end = begin + known->len;
}

/*
 * The token at or after *at if it is known and at most a space stands before it; *at is behind it then. Returns 0 if it is
 * not known.
 */
static inline int lexer_read_known(const struct lexer *lexer, size_t *at, struct token *token)
{
	size_t from = *at - lexer->piece_begin;
	if (from >= lexer->piece_len)
		return 0;
	size_t space = lexer->piece[1 + from] == ' ';
	const char *bytes = lexer->piece + 1 + from + space;
	unsigned len = lexer_len(lexer, from, space);
	struct token_key key = lexer_key(bytes, len);
	const struct known_token *known = &lexer->known[lexer_place(key)];
	if (!lexer_is_kept(known, key))
		return 0;
	lexer_take(known, *at + space, token);
	token->glued = bytes[-1] != ' ';
	/*
	 * Most tokens are all of their key. To guess it, and to be wrong now and then, is faster than to wait for what is
	 * known; the compiler must not see that both say the same.
	 */
	size_t end = *at + space + len;
	if (__builtin_expect(known->len != len, 0)) {
		__asm__ volatile("");
		end = token->end;
	}
	*at = end;
	return 1;
}

/* As vocabulary_next; token->end is where to go on. */
static inline int lexer_next(struct lexer *lexer, size_t at, struct token *token)
{
	return lexer_read_known(lexer, &at, token) || lexer_read(lexer, at, token);
}

#endif
