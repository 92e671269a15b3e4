/* SPDX-License-Identifier: MIT */
/*
 * Vietnamese, English or another language: told from whole words, by which of them are Vietnamese syllables and which
 * are function words of English. Made for documents; a text of a few words is a guess.
 */
#ifndef PHIN_LANGUAGE_H
#define PHIN_LANGUAGE_H

#include <stddef.h>

#include "base/slice.h"

enum language { LANGUAGE_OTHER, LANGUAGE_VI, LANGUAGE_EN, LANGUAGES };

/* "other", "vi" and "en" (BCP 47), then NULL. */
extern const char *const language_names[LANGUAGES + 1];

struct language_counts {
	size_t words;      /* runs of letters */
	size_t syllables;  /* that are one Vietnamese syllable */
	size_t marked;     /* syllables with a letter that is not ASCII */
	size_t english;    /* function words of English */
};

/* Adds up the words of composed, validated text. */
void language_count(struct slice text, struct language_counts *counts);

enum language language_of(const struct language_counts *counts);

#endif
