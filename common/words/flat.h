/* SPDX-License-Identifier: MIT */
/* Words for people and for other tools: flat text instead of records. */
#ifndef PHIN_WORDS_FLAT_H
#define PHIN_WORDS_FLAT_H

#include "base/output.h"
#include "words/words.h"

/* Where a sentence stands. */
struct words_place {
	struct slice document;     /* its id, as it stands in the stream */
	size_t block, sentence;    /* from 1; sentences count within the document */
	size_t begin;              /* of the sentence, bytes of its block */
};

/*
 * The sentence on a line: words parted by a space, white space inside of a word written `_`. The form that PhoBERT and
 * fastText models were trained on.
 */
void words_put_line(struct output *out, struct slice sentence, const struct words *words);

/* A word a line, with its place; words_put_tsv_head writes the names of the columns. */
void words_put_tsv_head(struct output *out);
void words_put_tsv(struct output *out, const struct words_place *place, struct slice sentence, const struct words *words);

/* CoNLL-U (universaldependencies.org/format.html), the columns that segmentation fills. */
void words_put_conllu(struct output *out, const struct words_place *place, struct slice sentence,
		      const struct words *words);

#endif
