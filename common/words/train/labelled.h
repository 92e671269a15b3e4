/* SPDX-License-Identifier: MIT */
/* Labelled text: sentences with their words, from files in CoNLL-U or in the `_` form, with the spacing of print. */
#ifndef PHIN_WORDS_LABELLED_H
#define PHIN_WORDS_LABELLED_H

#include "base/buf.h"

/* What a byte of the text is. */
enum { BYTE_INSIDE = 1 /* a space inside of a word */, BYTE_BEGINS = 2 /* the first of a word */ };

struct labelled {
	struct buf text, bytes;  /* of one length */
	int glued;               /* nothing is put before the next word */
	int quoted;              /* an ASCII quotation mark is open */
};

/*
 * Reads a file: CoNLL-U if its name ends in .conllu, else a sentence a line, tokens parted by a space, the syllables of a
 * word by `_`. The text is given back the spacing of print: marks follow the word before them, brackets hold what is in
 * them; LBKT and RBKT of the treebank are brackets. Calls take() for every sentence, until it returns nonzero. Returns
 * 0, what take() returned, or -1 with errno.
 */
int labelled_read(const char *path, int (*take)(void *context, const struct labelled *sentence), void *context);

/* The sentence without diacritics: "đường" is "duong". */
void labelled_strip(const struct labelled *sentence, struct labelled *plain);

void labelled_free(struct labelled *sentence);

#endif
