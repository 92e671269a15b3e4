/* SPDX-License-Identifier: MIT */
/*
 * Two kinds of data join what is no matter of right and wrong in different ways: the treebank has "người ta" as one word
 * and "người dân" as two, the teachers of the silver text the other way round. Where what was labelled by hand (shown more
 * than once in an epoch) is clear about a pair of tokens, the rest is brought to it.
 */
#ifndef PHIN_WORDS_TRAIN_CONVENTION_H
#define PHIN_WORDS_TRAIN_CONVENTION_H

#include "words/train/corpus.h"

/* Changes the corpus; *changed is the number of gaps. Returns 0, or -1 without memory. */
int convention_apply(struct corpus *corpus, size_t *changed);

#endif
