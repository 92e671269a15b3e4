/* SPDX-License-Identifier: MIT */
/* The words of a sentence as people feed them to other tools: a space between words, `_` between their syllables. */
#ifndef PHIN_SENTENCE_WORDS_H
#define PHIN_SENTENCE_WORDS_H

#include "base/buf.h"
#include "base/slice.h"

/*
 * Writes the words of a sentence into out, which it replaces, by the keys of its record (words=9,3,2,
 * bytes, white space between them). Returns 1, or 0 if there are none or they do not fit the sentence.
 */
int sentence_words(struct slice sentence, struct slice keys, struct buf *out);

#endif
