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
	uint32_t triple[RUN_TOKENS + 3];     /* one more: that of the last two tokens and the edge */
	uint32_t four[RUN_TOKENS + 3];
	/* lexicon_level of these windows; 0 where a gap inside is not open, and beyond the last token. */
	uint8_t level2[RUN_TOKENS + 3], level3[RUN_TOKENS + 3], level4[RUN_TOKENS + 3];
};

/* The windows of count tokens, count <= RUN_TOKENS. */
void features_windows(struct features *features, const struct token *tokens, size_t count);

/* The levels, from the model's lexicon. */
void features_levels(struct features *features, const struct model *model, size_t count);

/* The weights that score an open gap beside its rows: indexes into the model's tables. */
struct gap {
	uint32_t shapes, lexicon, echo, chain;
};

static inline unsigned echo_of(const struct token *a, const struct token *b)
{
	return (unsigned)(a->onset && a->onset == b->onset) | (unsigned)(a->rime && a->rime == b->rime) << 1;
}

/* Of the gap before token i, i > 0. */
static inline struct gap features_gap(const struct features *features, const struct token *tokens, size_t count, size_t i)
{
	const uint8_t *l2 = features->level2, *l3 = features->level3, *l4 = features->level4;
	uint32_t pair = tokens[i - 1].shape * SHAPES_OF_WORDS + tokens[i].shape;
	unsigned before = i > 1 ? tokens[i - 2].shape : (unsigned)SHAPE_EDGE;
	unsigned behind = i + 1 < count ? tokens[i + 1].shape : (unsigned)SHAPE_EDGE;
	/* Windows across the gap: 2 tokens, 3 ending here or with the next, 4; then those beside it. */
	unsigned words = l2[i] | (l3[i] > 0) << 2 | (l3[i + 1] > 0) << 3 | ((l4[i] | l4[i + 1] | l4[i + 2]) > 0) << 4 |
			 (l2[i - 1] > 0) << 5 | (l2[i + 1] > 0) << 6 | (l3[i - 1] > 0) << 7 | (l3[i + 2] > 0) << 8;
	return (struct gap){
		.shapes = (pair * SHAPES + before) * SHAPES + behind,
		.lexicon = pair * 512 + words,
		.echo = pair * 16 + (echo_of(&tokens[i - 1], &tokens[i]) << 2 | l2[i]),
		.chain = pair * 8 + ((unsigned)(l3[i] > 0) | (l2[i] > 0) << 1 | (l2[i - 1] > 0) << 2),
	};
}

#endif
