/* SPDX-License-Identifier: MIT */
/*
 * The layout of plain text: where its blocks begin and end, and what they are. Crawls and archives have paragraphs on a
 * line each, paragraphs apart by blank lines, and lines wrapped at a fixed width with or without blank lines.
 */
#ifndef PHIN_LAYOUT_H
#define PHIN_LAYOUT_H

#include <stddef.h>

#include "base/slice.h"

enum layout_mode {
	LAYOUT_AUTO,    /* unwrap where lines are wrapped, else line */
	LAYOUT_BLANK,   /* blank lines end a paragraph; its lines are joined */
	LAYOUT_LINE,    /* a line is a paragraph */
	LAYOUT_UNWRAP,  /* blank lines and lines that end early end a paragraph; its lines are joined */
};

struct layout_block {
	size_t begin, end;  /* bytes of the text; no blanks or line breaks at either end */
	const char *role;   /* "p", "h" (heading), "li" (list item) or "caption" */
	int join;           /* line breaks inside are to become spaces */
};

struct layout {
	struct layout_block *blocks;
	size_t count, cap;
};

/*
 * Fills out->blocks with the blocks of valid UTF-8, in order; whatever is not in a block is white space. List items
 * ("- …", "1. …", "a) …") begin blocks in every mode. Linear in the length of the text; out is reused if it was used
 * before. Returns 0, or -1 without memory.
 */
int layout_blocks(struct slice text, enum layout_mode mode, struct layout *out);

void layout_free(struct layout *layout);

#endif
