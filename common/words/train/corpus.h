/* SPDX-License-Identifier: MIT */
/* Sentences with their words, as the trainer needs them: tokens, and which gaps between them are inside of a word. */
#ifndef PHIN_WORDS_CORPUS_H
#define PHIN_WORDS_CORPUS_H

#include <stddef.h>
#include <stdint.h>

#include "words/token.h"

struct example {
	uint32_t key;
	uint16_t onset, rime;
	uint8_t shape, apart, joined; /* joined: to the token before, in the data */
};

struct sentence_range {
	size_t first, count;  /* of the examples */
	unsigned copies;      /* how often it is shown in an epoch */
	int counted;          /* its words go into the lexicon */
};

struct corpus {
	struct example *examples;
	struct sentence_range *sentences;
	size_t count, cap, sentence_count, sentence_cap;
};

/* Adds the sentences of a file, see labelled.h; some once more without diacritics. Returns 0, or -1 with errno. */
int corpus_read(struct corpus *corpus, const char *path, unsigned copies);

void corpus_free(struct corpus *corpus);

#endif
