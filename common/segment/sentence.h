/* SPDX-License-Identifier: MIT */
/*
 * Sentences of Vietnamese news text by rules. Only bytes where a sentence can end are looked at (. ! ? …, a line break);
 * whether it does is told by the words around them and the tables of segment/lexicon.h. Linear in the length of the text.
 */
#ifndef PHIN_SENTENCE_H
#define PHIN_SENTENCE_H

#include <stddef.h>

#include "base/slice.h"
#include "segment/lexicon.h"

/* Bytes [begin, end) of the block's text, white space around it left out. */
struct sentence {
	size_t begin, end;
};

struct sentences {
	struct sentence *list;
	size_t count, cap;
};

/*
 * Finds the sentences of a block of valid UTF-8. They stand in order, and what lies between them is white space, so that
 * together they give the block back exactly. A block of role `title` is one sentence. Returns 0, or -1 without memory.
 */
int sentences_find(struct sentences *sentences, const struct lexicon *lexicon, struct slice role, struct slice text);

void sentences_free(struct sentences *sentences);

#endif
