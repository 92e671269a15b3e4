/* SPDX-License-Identifier: MIT */
/* Plain text that stays plain, as it comes in: for filters that rewrite lines and need not hold the document. */
#ifndef PHIN_PLAIN_INPUT_H
#define PHIN_PLAIN_INPUT_H

#include "base/input.h"
#include "base/slice.h"
#include "stream/reader.h"

/* Whether lines end in CRLF beside others that end in LF: an editor broke the latter, so the former end paragraphs. */
int plain_has_both_line_ends(struct slice text);

/*
 * Tells whether CRLF has a meaning, into *mixed, from the first bytes alone, however they come in: it has where the first line
 * ends in LF, or some do behind it. Only text in CRLF is waited for. Returns the state of the input.
 */
enum input_status plain_settle_line_ends(struct reader *reader, int *mixed);

/* Reads all of the input into its window, or a little more than max bytes: then INPUT_MORE or INPUT_FULL is returned. */
enum input_status plain_fill_whole(struct reader *reader, size_t max);

#endif
