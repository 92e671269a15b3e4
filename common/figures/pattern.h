/* SPDX-License-Identifier: MIT */
/* A pattern of the user's (PCRE2) and its matches in a text, one after another, in time that grows with the text. */
#ifndef PHIN_FIGURES_PATTERN_H
#define PHIN_FIGURES_PATTERN_H

#include <stddef.h>

#include "base/slice.h"

struct pattern;

struct pattern_fault {
	size_t offset; /* into the source */
	char text[120];
};

/* Compiles the source, valid UTF-8. Returns NULL with *fault; its text is empty where memory has run out. */
struct pattern *pattern_new(struct slice source, struct pattern_fault *fault);
void pattern_free(struct pattern *pattern);

/* The number of the group of that name, from 1 on; 0 if there is none. */
int pattern_group_number(const struct pattern *pattern, const char *name);

/* Begins a text of valid UTF-8, which must stay. */
void pattern_begin(struct pattern *pattern, struct slice text);

/*
 * The next match that begins at the place or behind it and is not empty. Returns 1, 0 if there is none, or -1 where the
 * pattern gave up: then there are no more in this text.
 */
int pattern_search(struct pattern *pattern, size_t at, struct slice *match);

/* What the group took in the match just found; len 0 if nothing. */
struct slice pattern_group(const struct pattern *pattern, int number);

#endif
