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
	/* At i + 2, LEXICON_… of the gap before token i: what the lexicon knows of the windows around it. */
	uint16_t lexicon[RUN_TOKENS + 3];
};

/*
 * Twelve bits of a gap. Nine are an index of the model's: how sure a word the 2 tokens beside the gap are (two bits), whether 3
 * that end here or with the next are a word, or 4 across the gap, or 2 or 3 that lie beside it. Three more say again what
 * counts when the gap before is joined, too.
 */
enum {
	LEXICON_LEVEL = 3, LEXICON_3_HERE = 1 << 2, LEXICON_3_NEXT = 1 << 3, LEXICON_4 = 1 << 4,
	LEXICON_2_BEFORE = 1 << 5, LEXICON_2_BEHIND = 1 << 6, LEXICON_3_BEFORE = 1 << 7, LEXICON_3_BEHIND = 1 << 8,
	LEXICON_INDEX = (1 << 9) - 1,
	LEXICON_HERE = (1 << 5) - 1,  /* the windows that go over the gap */
	LEXICON_CHAIN_SHIFT = 9,
	LEXICON_CHAIN_3 = 1 << 9, LEXICON_CHAIN_2 = 1 << 10, LEXICON_CHAIN_2_BEFORE = 1 << 11,
};

/* What a word that ends at token i is to the gaps before the tokens i-2, i-1, i, i+1: a lane of 16 bits each. */
#define LEXICON_LANES(after, behind, here, next) \
	((uint64_t)(after) | (uint64_t)(behind) << 16 | (uint64_t)(here) << 32 | (uint64_t)(next) << 48)
#define LEXICON_WORD_2 LEXICON_LANES(0, LEXICON_2_BEHIND, LEXICON_CHAIN_2, LEXICON_2_BEFORE | LEXICON_CHAIN_2_BEFORE)
#define LEXICON_WORD_3 \
	LEXICON_LANES(LEXICON_3_BEHIND, LEXICON_3_NEXT, LEXICON_3_HERE | LEXICON_CHAIN_3, LEXICON_3_BEFORE)
#define LEXICON_WORD_4 LEXICON_LANES(LEXICON_4, LEXICON_4, LEXICON_4, 0)

/*
 * Notes the lexicon_level of the windows of 2, 3 and 4 tokens that end at token i, 0 where a gap inside is not open. Called
 * for each token in order, then for two beyond the last with levels of 0; *lanes is 0 at first: of each token they move on
 * by one, and the lowest, to which no later token adds, is done.
 */
static inline void features_note(struct features *features, uint64_t *lanes, size_t i, unsigned level2, unsigned level3,
				 unsigned level4)
{
	*lanes = *lanes >> 16 | (uint64_t)level2 << 32 | (level2 > 0) * LEXICON_WORD_2 | (level3 > 0) * LEXICON_WORD_3 |
		 (level4 > 0) * LEXICON_WORD_4;
	features->lexicon[i] = (uint16_t)*lanes;
}

/* The windows of count tokens, count <= RUN_TOKENS. */
void features_windows(struct features *features, const struct token *tokens, size_t count);

/* What the model's lexicon says of them. */
void features_levels(struct features *features, const struct model *model, size_t count);

/* The weights that score an open gap beside its rows: indexes into the model's tables. */
struct gap {
	uint32_t shapes, lexicon, echo, chain;
	uint32_t sides[4]; /* of the left and the right syllable: by the lexicon's windows over the gap, by the shapes */
};

/* Without branches: no syllable foretells the next. */
static inline unsigned echo_of(const struct token *a, const struct token *b)
{
	unsigned onset = (unsigned)((a->onset != 0) & (a->onset == b->onset));
	unsigned rime = (unsigned)((a->rime != 0) & (a->rime == b->rime));
	return onset | rime << 1;
}

/* Of the gap before token i, i > 0. */
static inline struct gap features_gap(const struct features *features, const struct token *tokens, size_t count, size_t i)
{
	uint32_t pair = tokens[i - 1].shape * SHAPES_OF_WORDS + tokens[i].shape;
	unsigned before = i > 1 ? tokens[i - 2].shape : (unsigned)SHAPE_EDGE;
	unsigned behind = i + 1 < count ? tokens[i + 1].shape : (unsigned)SHAPE_EDGE;
	uint32_t words = features->lexicon[i + 2];
	/* The two lowest bits tell the four sides apart. */
	uint32_t known = (words & LEXICON_HERE) << 2, shown = (pair << 2 | (words & LEXICON_LEVEL)) << 2;
	uint32_t left = tokens[i - 1].key, right = tokens[i].key;
	return (struct gap){
		.shapes = (pair * SHAPES + before) * SHAPES + behind,
		.lexicon = pair * 512 + (words & LEXICON_INDEX),
		.echo = pair * 16 + (echo_of(&tokens[i - 1], &tokens[i]) << 2 | (words & LEXICON_LEVEL)),
		.chain = pair * 8 + (words >> LEXICON_CHAIN_SHIFT),
		.sides = {side_of_token(left, known), side_of_token(right, known | 1), side_of_token(left, shown | 2),
			  side_of_token(right, shown | 3)},
	};
}

#endif
