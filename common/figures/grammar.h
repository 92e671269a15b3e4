/* SPDX-License-Identifier: MIT */
/* The rules of the grammar: which there are, what each may begin with, and the best reading at a token. */
#ifndef PHIN_FIGURES_GRAMMAR_H
#define PHIN_FIGURES_GRAMMAR_H

#include "figures/reading.h"

/* The grammar turned round: from what stands at a place to the rules, a bit each. */
struct grammar {
	uint32_t set_rules[LEX_SETS], glue_rules[GLUES]; /* that may begin with it */
	uint32_t set_behind[LEX_SETS], glue_behind[GLUES]; /* that may have it behind their number */
	uint32_t digit_rules;				   /* that may begin with digits */
	uint32_t open_rules;				   /* that may have anything behind their number */
	uint64_t sets;					   /* those with any rule */
	int asks_all; /* for tests: what stands behind a number, and may_begin, are not looked at */
};

void grammar_init(struct grammar *grammar);

/* Notes in every word of the vocabulary which rules may begin with it; again when words were added. */
void grammar_note(const struct grammar *grammar, struct vocabulary *vocabulary);

/*
 * Whether any rule begins with what stands at the token, by this word and the next: quick, to be asked first. Most words
 * that begin a phrase of some rule have another word behind them than the phrase.
 */
static inline int grammar_may_read(const struct grammar *grammar, const struct token *token)
{
	return (token->kind == TOKEN_DIGITS) | (grammar->glue_rules[token->glue] != 0) |
	       ((token_starts(token) & grammar->sets) != 0);
}

/*
 * The longest reading at the token by any rule. Returns the token behind it, 0 if nothing reads it. Where best->kind is
 * FIGURE_KINDS, it is no figure, but known to be none.
 */
size_t grammar_read(const struct grammar *grammar, const struct scan *scan, size_t at, struct reading *best);

#endif
