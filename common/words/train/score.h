/* SPDX-License-Identifier: MIT */
/* A model held against labelled text. */
#ifndef PHIN_WORDS_SCORE_H
#define PHIN_WORDS_SCORE_H

#include "words/words.h"

struct score {
	size_t words;  /* in the data */
	size_t found;  /* by the model */
	size_t right;  /* with the same first and last character */
};

/* Finds the words of the sentences of a file, see labelled.h, and adds up. Returns 0, or -1 with errno. */
int score_file(struct score *score, struct words *words, const char *path);

#endif
