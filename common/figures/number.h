/* SPDX-License-Identifier: MIT */
/*
 * Numbers as they are written: digits with separators, words, magnitudes, and mixtures. A number is kept as the sum of
 * shifted pieces of the text ("2 tỷ 350 triệu" is 2·10^9 + 350·10^6) and added up only when it is printed, digit by
 * digit, so that no size is too large and no decimal is lost.
 */
#ifndef PHIN_FIGURES_NUMBER_H
#define PHIN_FIGURES_NUMBER_H

#include <string.h>

#include "base/arena.h"
#include "base/slice.h"
#include "figures/scan.h"

enum { NUMBER_TERMS = 12 };

struct term {
	struct slice whole, fraction; /* digits; separators between them are skipped */
	unsigned small;		      /* the value where whole.ptr is NULL */
	int shift;		      /* power of ten */
};

struct number {
	size_t count;
	int scale;			 /* the power of the last magnitude; 0 if there is none */
	uint8_t negative;
	uint8_t spelled;		 /* begins with a word, not with digits */
	uint8_t bare;			 /* a magnitude without a count: chục, trăm */
	uint8_t tight;			 /* its magnitude stands on its digits: 150k */
	uint8_t vague;			 /* mười mấy: tens and some more */
	uint8_t separators;		 /* of its digits: thousands or decimals */
	struct term terms[NUMBER_TERMS]; /* the first `count`; the others are not even zero */
};

/* What number_read found at a token; `at` is no token where nothing is remembered. */
struct number_memo {
	size_t at, end;
	struct number number;
};

/* Makes it nothing. */
static inline void number_clear(struct number *number)
{
	memset(number, 0, offsetof(struct number, terms));
}

/*
 * Reads digits with their separators: 2.952, 1.234,56, 4,110.55, 101 300 000. Returns the token behind them, or 0 where
 * they are no number (1.25.3).
 */
size_t number_read_digits(const struct scan *scan, size_t at, struct number *number);

/* Whether trăm stands at the token. */
int number_is_hundred(const struct scan *scan, size_t at);

/* Whether a point or comma stands at the token that separates digits: 2.952. */
int number_is_separator(const struct scan *scan, size_t at);

/* Whether a number can begin at the token: asked first, for most rules try where none can. */
static inline int number_may_begin(const struct scan *scan, size_t at)
{
	const uint64_t sets = 1ull << LEX_DIGIT | 1ull << LEX_SCALE;
	const struct token *token = token_at(scan, at);
	return token->kind == TOKEN_DIGITS || token->word->starts & sets || token->mark == '-' || token->mark == 0x2212 ||
	       token->glue == GLUE_TEN || token->glue == GLUE_HALF || token->glue == GLUE_MINUS;
}

/* Whether the dash before the digits joins them to a name: Covid -19. */
int number_is_behind_name(const struct scan *scan, size_t dash);

/* number_read where number_may_begin. */
size_t number_read_here(const struct scan *scan, size_t at, struct number *number);

/* Reads the longest number that begins at the token. Returns the token behind it, or 0. */
static inline size_t number_read(const struct scan *scan, size_t at, struct number *number)
{
	if (number_may_begin(scan, at))
		return number_read_here(scan, at, number);
	number_clear(number);
	return 0;
}

/* Where the longest number at the token ends, 0 if there is none. It is remembered for the rules that read it. */
size_t number_end(const struct scan *scan, size_t at);

/* Copies what is used of a number. */
static inline void number_copy(struct number *to, const struct number *from)
{
	memcpy(to, from, offsetof(struct number, terms) + from->count * sizeof *from->terms);
}

/* Multiplies by a power of ten. */
void number_shift(struct number *number, int power);

/* The number as an exact decimal, in the arena or as the text has it. len 0 without memory. */
struct slice number_print(const struct number *number, struct arena *arena);

/* The number if it is a whole one from 0 to 999,999,999; else -1. */
long number_small(const struct number *number);

/* Whether the second is more than the first, as far as small numbers go; large ones are believed. */
int number_ascends(const struct number *first, const struct number *second);

/* Two numbers joined by a mark, in the arena: 2/3, 2-1. */
struct slice number_join(long a, char mark, long b, struct arena *arena);

/* A number from a small value. */
void number_set(struct number *number, unsigned value);

/* A Roman numeral in capitals, 1 to 3999, written as it should be. Returns its value, or 0. */
int number_roman(struct slice word);

#endif
