/* SPDX-License-Identifier: MIT */
/* The lexicon as it is learnt: how often a window of tokens is a word in the data, and how often it stands there at all. */
#ifndef PHIN_WORDS_COUNTS_H
#define PHIN_WORDS_COUNTS_H

#include "words/model.h"
#include "words/train/corpus.h"

struct count_entry {
	uint32_t hash;       /* of the window; 0: the slot is free */
	uint32_t words;      /* times it is one word */
	uint32_t windows;    /* times it stands in the data, with open gaps */
	uint8_t tokens;
	uint8_t common;      /* seen in lower case: not a name alone */
};

struct counts {
	struct count_entry *slots;
	size_t count, cap;
};

/* Counts the words of 2 to 4 tokens. Returns 0, or -1 without memory. */
int counts_learn(struct counts *counts, const struct corpus *corpus);

/*
 * How sure a word is, 0 to 3, as the model will hold it. `own` is 1 where the sentence at hand has the window as a word
 * itself: it is left out, so that the trainer sees words as new as they will be in other text.
 */
unsigned counts_level(const struct counts *counts, uint32_t hash, unsigned own);

/* Puts the lexicon into the model, the surest words first. Returns how many found their place taken. */
size_t counts_store(const struct counts *counts, struct model *model);

void counts_free(struct counts *counts);

#endif
