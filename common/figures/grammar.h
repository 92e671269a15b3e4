/* SPDX-License-Identifier: MIT */
/* The rules of the grammar: which there are, what each may begin with, and the best reading at a token. */
#ifndef PHIN_FIGURES_GRAMMAR_H
#define PHIN_FIGURES_GRAMMAR_H

#include "figures/reading.h"

/* The grammar turned round: the rules, a bit each, that may begin with a word of the set, with that very word, with digits. */
struct grammar {
	uint32_t set_rules[LEX_SETS], glue_rules[GLUES], digit_rules;
	uint64_t sets; /* those with any rule */
};

void grammar_init(struct grammar *grammar);

/* Notes in every word of the vocabulary which rules may begin with it; again when words were added. */
void grammar_note(const struct grammar *grammar, struct vocabulary *vocabulary);

/*
 * The longest reading at the token by any rule. Returns the token behind it, 0 if nothing reads it. Where best->kind is
 * FIGURE_KINDS, it is no figure, but known to be none.
 */
size_t grammar_read(const struct grammar *grammar, const struct scan *scan, size_t at, struct reading *best);

#endif
