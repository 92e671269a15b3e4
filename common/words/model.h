/* SPDX-License-Identifier: MIT */
/*
 * The model of words: a linear one, whose weights and lexicon the trainer makes (train/, `make train`) and which is
 * linked into the library as it stands in words.model; MODEL.md beside it names its data, their licences and its scores.
 *
 * Between two tokens that white space parts the model gives a score: above 0 they are one word. The score is a sum of
 * - rows: 4 weights for each syllable, pair and triple, found by a hash of their keys. Anchored at token i they go to the
 *   gaps before the tokens i-1, i, i+1, i+2: what is a right neighbour of one gap is a left neighbour of the next;
 * - sides: each of the two syllables beside the gap, with what the lexicon knows of the windows that go over it, and with
 *   the shapes of both: how far the lexicon, and how far capitals, are to be trusted beside this syllable;
 * - shapes: the shapes of the two tokens on either side;
 * - lexicon: which windows of 2 to 4 tokens around the gap are words of the lexicon, and how sure;
 * - echo: whether the two share onset or rime (mịt mùng, thăm thẳm);
 * - chain: when the gap before was joined too.
 */
#ifndef PHIN_WORDS_MODEL_H
#define PHIN_WORDS_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "words/token.h"

enum {
	MODEL_VERSION = 2,
	ROW_BITS = 18,
	SIDE_BITS = 18,
	LEXICON_BITS = 14,
	/* Shapes that words are made of come first in enum shape; of two: an index. */
	SHAPES_OF_WORDS = SHAPE_STOP,
	SHAPE_PAIRS = SHAPES_OF_WORDS * SHAPES_OF_WORDS,
	SHAPE_WEIGHTS = SHAPE_PAIRS * SHAPES * SHAPES,
	LEXICON_WEIGHTS = SHAPE_PAIRS * 512,
	ECHO_WEIGHTS = SHAPE_PAIRS * 16,
	CHAIN_WEIGHTS = SHAPE_PAIRS * 8,
};

#define MODEL_MAGIC "phinword"

/*
 * Weights of rows and sides are kept in 8 bits: twice as many find room, and fewer share a place. The four of a row hold
 * ROW_ZERO more than they are, so that rows add up without signs.
 */
enum { SMALL_LIMIT = 127, ROW_ZERO = 128, SIDE_LINE_BITS = 6 };
typedef uint32_t row;
typedef uint16_t row_sum __attribute__((vector_size(8)));

/* Eight entries of the lexicon with the same upper bits of their hash: 14 other bits of it, 2 bits how sure; 0 none. */
typedef uint16_t bucket __attribute__((vector_size(16)));


struct model {
	char magic[8];           /* MODEL_MAGIC */
	uint32_t version;
	uint32_t words;          /* in the lexicon */
	row rows[1 << ROW_BITS];
	int8_t sides[1 << SIDE_BITS];
	int16_t shapes[SHAPE_WEIGHTS];
	int16_t lexicon_weights[LEXICON_WEIGHTS];
	int16_t echo[ECHO_WEIGHTS];
	int16_t chain[CHAIN_WEIGHTS];
	bucket lexicon[1 << LEXICON_BITS];
};

/* The model that is linked in; NULL if it is not one of this version. */
const struct model *model_linked(void);

/* Hashes of windows are chained: that of "a b c" is made of that of "a b" and of c. */
static inline uint32_t window_hash(uint32_t hash, uint32_t key)
{
	return (uint32_t)(((uint64_t)hash * 0x9e3779b97f4a7c15u + key) * 0xff51afd7ed558ccdu >> 32);
}

static inline uint32_t row_of_token(uint32_t key)
{
	return key * 0x85ebca6bu >> (32 - ROW_BITS);
}

static inline uint32_t row_of_window(uint32_t hash)
{
	return hash >> (32 - ROW_BITS);
}

/* The four weights of a row, in the order 0, 2, 1, 3. */
static inline row_sum row_wide(row four)
{
	return (row_sum)((four & 0x00ff00ff) | (uint64_t)(four & 0xff00ff00) << 24);
}

/* All sides of a syllable stand within 64 bytes, a line of the cache; `what` says which of them. */
static inline uint32_t side_of_token(uint32_t key, uint32_t what)
{
	return (key * 0xc2b2ae35u >> (32 - SIDE_BITS)) ^ (what * 0x9e3779b1u >> (32 - SIDE_LINE_BITS));
}

static inline uint32_t lexicon_bucket(uint32_t hash)
{
	return hash * 0x9e3779b1u >> (32 - LEXICON_BITS);
}

static inline uint16_t lexicon_entry(uint32_t hash, unsigned level)
{
	return (uint16_t)((hash & 0x3fff) << 2 | level);
}

/* How sure a word is, in any of four 16-bit lanes; 0 if it is not in the lexicon. */
static inline uint64_t lexicon_find_level(const struct model *model, uint32_t hash)
{
	typedef uint64_t halves __attribute__((vector_size(16)));
	bucket entries = model->lexicon[lexicon_bucket(hash)];
	bucket same = (bucket)((entries & 0xfffc) == lexicon_entry(hash, 0));
	halves found = (halves)(entries & same & 3);
	return found[0] | found[1];
}

static inline unsigned lexicon_fold_level(uint64_t level)
{
	level |= level >> 32;
	return (level | level >> 16) & 3;
}

/* How sure a word is: 0 for none; 1 was seen a few times, 2 often, 3 often and mostly joined. Without a branch: many pairs are words, and none can be foretold. */
static inline unsigned lexicon_level(const struct model *model, uint32_t hash)
{
	return lexicon_fold_level(lexicon_find_level(model, hash));
}

/*
 * Words of 3 and 4 tokens stand in the lexicon twice, under two hashes. 28 bits of a hash are not enough for them: one
 * window in five thousand would be taken for some word, and a long word that is none spoils all it goes over.
 */
static inline uint32_t lexicon_second(uint32_t hash)
{
	return hash * 0x85ebca6bu + 0x27d4eb2fu;
}

static inline unsigned lexicon_level_long(const struct model *model, uint32_t hash)
{
	uint64_t level = lexicon_find_level(model, hash);
	return level && lexicon_find_level(model, lexicon_second(hash)) ? lexicon_fold_level(level) : 0;
}

#endif
