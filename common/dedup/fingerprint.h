/* SPDX-License-Identifier: MIT */
/*
 * What is left of a document to tell its duplicates by: its words (dedup/words.h).
 *
 * content: a hash of all words in order, equal for equal texts. sketch: the smallest hashes of the text's shingles (three
 * words in a row), a bottom-k sketch (Broder 1997; Cohen and Kaplan 2007), by which the Jaccard similarity of two sets of
 * shingles is estimated, and exact where both have no more than SKETCH_MAX. bands: hashes of groups of minima, of which
 * similar documents share at least one (locality-sensitive hashing: Indyk and Motwani 1998).
 *
 * A state keeps all three: who changes how they come about gives its schema (index.c) another version.
 */
#ifndef PHIN_FINGERPRINT_H
#define PHIN_FINGERPRINT_H

#include <stdint.h>

#include "stream/document.h"

enum {
	SKETCH_MAX = 128,
	SHINGLE_WORDS = 3,
	BANDS = 20,
	BAND_ROWS = 4,
	BINS = BANDS * BAND_ROWS,
	BODY_MIN = 64,   /* shingles: a body that has fewer is judged with its title, for many have the same teaser */
	NEAR_MIN = 10,   /* shingles: a text that has fewer has no near duplicates */
	CONTENT_LEN = 16,
};

struct fingerprint {
	unsigned char content[CONTENT_LEN];
	size_t words;                  /* none: nothing to tell it by */
	uint32_t sketch[SKETCH_MAX];   /* ascending, distinct */
	size_t count;                  /* of the sketch; 0 where near duplicates are not looked for */
	int64_t bands[BANDS];
};

/* Room for the words of a document, kept from one to the next. */
struct word_list {
	struct buf all, body;   /* uint64_t hashes: of everything, of the blocks that are no title */
	struct buf block;       /* of one text alone */
};

/*
 * Takes the fingerprint of a document. Near duplicates are told by the blocks that are no title (the same agency copy
 * under another headline), or by everything where these are short. With content_only nothing else is made. Returns 0, or -1 without memory.
 */
int fingerprint_document(const struct document *document, int content_only, struct word_list *words,
			 struct fingerprint *fingerprint);

/* The hash of one text's words, for blocks, and how many it has: list->block holds them then. */
uint64_t fingerprint_text(struct slice text, struct word_list *list, size_t *words);

void word_list_free(struct word_list *words);

/*
 * Estimates the Jaccard similarity of two sketches, of the smallest hashes of both together the share that both have, in
 * thousandths; -1 if it is below `least`, which is soon told.
 */
int sketch_similarity(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count, int least);

/* Whether the first hashes of a sketch of b_count, its head, show already that it will be -1. */
int sketch_is_other(const uint32_t *a, size_t a_count, const uint32_t *head, size_t head_len, size_t b_count, int least);

#endif
