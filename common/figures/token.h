/* SPDX-License-Identifier: MIT */
/*
 * Text as tokens: runs of letters, runs of ASCII digits, single other code points; white space is a flag of what
 * follows it. "75m² đất" is 75 · m · ² · đất, the middle two glued. A window of tokens is about a sentence, never more
 * than TOKEN_MAX, so that memory is constant whatever the block.
 */
#ifndef PHIN_FIGURES_TOKEN_H
#define PHIN_FIGURES_TOKEN_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum token_kind { TOKEN_END, TOKEN_WORD, TOKEN_DIGITS, TOKEN_MARK };

enum { TOKEN_MAX = 512 };

enum token_case { CASE_LOWER, CASE_CAPITAL, CASE_UPPER, CASE_MIXED };

/* What the vocabulary knows of a token: bit n of the masks speaks of set n (vocabulary.h). */
struct lex_word {
	uint64_t hash;
	uint64_t starts;  /* a phrase may begin with it */
	uint64_t alone;	  /* it is a phrase by itself */
	uint64_t seconds; /* a phrase may have it second */
	uint64_t ends;	  /* a phrase may end with it */
	uint32_t id;	  /* its number, from 1 on; 0 of what stands in no phrase */
	uint32_t first;	  /* where the phrases that begin with it are found, one place for each set (vocabulary.c) */
	/* A bit for each rule of the grammar that may begin with it, or have it behind the number that it begins with. */
	uint32_t rules, behind;
	uint8_t glue;	  /* enum glue of a word that the grammar knows by name */
};

/* What stands in no phrase. */
extern const struct lex_word lex_unknown;

/* Kept small, for a text has many: half a line of the cache. */
struct token {
	size_t begin, end; /* bytes of the text */
	const struct lex_word *word;
	uint32_t mark : 31;  /* the code point of a mark, else 0 */
	uint32_t begins : 1; /* a figure may begin with it: digits, or a word with rules */
	uint8_t kind;	 /* enum token_kind */
	uint8_t letters; /* enum token_case of a word */
	uint8_t glue;	 /* the word's */
	uint8_t glued;	 /* no white space before */
};

/* How many tokens that are none stand on both sides of a window, so that a reader may look a little over its edges. */
enum { TOKENS_AROUND = 2 };

/* No token: what stands around a window. */
static inline struct token token_none(size_t at)
{
	return (struct token){.begin = at, .end = at, .word = &lex_unknown};
}

/* Puts the tokens there that stand on one side of a window. */
static inline void tokens_bound(struct token *tokens, size_t at)
{
	for (size_t i = 0; i < TOKENS_AROUND; i++)
		tokens[i] = token_none(at);
}

/* Makes the table of letters; call before any other function. */
void token_init(void);

/* The first byte from the place on that is no white space, of whatever kind; the text's length if there is none. */
size_t token_skip_space(struct slice text, size_t at);

/*
 * Takes the token at or after *at in valid UTF-8, *at behind it; as a word it is unknown (vocabulary_next knows it).
 * Returns 0 at the end. *hash is equal for words that differ in case or in where the tone stands only (Hòa, hoà), by
 * composed or combining marks alike; of digits and marks, their own.
 */
int token_next(struct slice text, size_t *at, struct token *token, uint64_t *hash);

#endif
