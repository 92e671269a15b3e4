/* SPDX-License-Identifier: MIT */
/* The words of a sentence: tokens cut by rules (words/token.h), joined by the model (words/model.h). */
#ifndef PHIN_WORDS_H
#define PHIN_WORDS_H

#include <stddef.h>

#include "base/slice.h"
#include "words/user_lexicon.h"

/* Bytes [begin, end) of the text. A word may hold white space. */
struct word {
	size_t begin, end;
	size_t tokens;  /* that it is made of; 1: no white space is in it */
};

/* White space inside of a word: bytes [begin, end) of the text. */
struct joint {
	size_t begin, end;
};

struct words {
	struct word *list;
	size_t count, cap;
	struct joint *joints;  /* of all words, in order */
	size_t joint_count, joint_cap;
	const struct model *model;
	struct words_scratch *scratch;
};

/*
 * Makes ready, with a model or, where it is NULL, with the one that is linked in. Returns NULL, or what is wrong: no
 * memory, or a linked model that this build cannot read.
 */
const char *words_init(struct words *words, const struct model *model);

/*
 * Finds the words of a sentence of valid UTF-8. They stand in order, and what lies between them is white space, so that
 * together they give the sentence back. `user` may be NULL. Returns 0, or -1 without memory. Linear in the length.
 */
int words_find(struct words *words, const struct user_lexicon *user, struct slice sentence);

void words_free(struct words *words);

#endif
