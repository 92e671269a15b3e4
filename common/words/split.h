/* SPDX-License-Identifier: MIT */
/* A run of characters without white space, cut into tokens: marks apart, numbers, addresses and abbreviations whole. */
#ifndef PHIN_WORDS_SPLIT_H
#define PHIN_WORDS_SPLIT_H

#include "words/token.h"

/*
 * Cuts the run text[begin, end) into at most `max` tokens, max > 0; text[0, len) is all there is. Returns how many, at
 * least one; *next is the end of the last.
 */
size_t split_run(const char *text, size_t len, size_t begin, size_t end, struct token *tokens, size_t max,
		 size_t *next);

/*
 * The run that most often holds a mark, cut without a look at each of its characters: letters text[begin, at), then one
 * mark of ASCII, then white space or the end. Whether the mark is a token of its own ("xong.", not "TP."); and the token.
 */
int split_is_apart(const char *text, size_t len, size_t begin, size_t at);
struct token split_mark(const char *text, size_t at);

#endif
