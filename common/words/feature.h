/* SPDX-License-Identifier: MIT */
/* What the model looks at in a run of tokens; the decoder and the trainer share it. */
#ifndef PHIN_WORDS_FEATURE_H
#define PHIN_WORDS_FEATURE_H

#include "words/model.h"

/* Tokens that are looked at together at most; in longer runs the decoder goes on with the next. */
enum { RUN_TOKENS = 512 };

/* By the gap before token i; the windows end at token i. Gap 0 is the beginning. */
struct features {
	uint8_t open[RUN_TOKENS + 3];        /* white space alone parts two tokens that are no marks: a word may go on */
	uint32_t pair[RUN_TOKENS + 3];       /* hashes of 2, 3, 4 tokens, across gaps of any kind */
	uint32_t triple[RUN_TOKENS + 3];
	uint32_t four[RUN_TOKENS + 3];
	uint8_t level2[RUN_TOKENS + 3];      /* lexicon_level of these windows; 0 where a gap inside is not open */
	uint8_t level3[RUN_TOKENS + 3];
	uint8_t level4[RUN_TOKENS + 3];
	uint32_t token_row[RUN_TOKENS + 3];  /* rows anchored at token i */
	uint32_t pair_row[RUN_TOKENS + 3];   /* of tokens i-1, i */
	uint32_t triple_row[RUN_TOKENS + 3]; /* of tokens i-1, i, i+1 */
	uint32_t shapes[RUN_TOKENS + 3];     /* indexes into the model's tables, where the gap is open */
	uint32_t lexicon[RUN_TOKENS + 3];
	uint32_t echo[RUN_TOKENS + 3];
	uint32_t chain[RUN_TOKENS + 3];
};

/* The windows and rows of count tokens, count <= RUN_TOKENS. */
void features_windows(struct features *features, const struct token *tokens, size_t count);

/* The levels, from the model's lexicon. */
void features_levels(struct features *features, const struct model *model, size_t count);

/* The indexes, from tokens and levels. */
void features_indexes(struct features *features, const struct token *tokens, size_t count);

#endif
