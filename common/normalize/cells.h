/* SPDX-License-Identifier: MIT */
/*
 * The slow path's workshop: a piece of text as cells, one a code point, each with the bytes of the source that it came
 * from and the rule that changed it. A pass reads the cells and pushes new ones; nobody but cells_put has to do with
 * offsets.
 */
#ifndef PHIN_CELLS_H
#define PHIN_CELLS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/edit.h"
#include "base/slice.h"
#include "normalize/rule.h"

/* What a code point may need; a pass runs if the piece holds one that it cares for. */
enum {
	CELL_AMPERSAND = 1,
	CELL_SPACE = 2,        /* white space of any kind, line ends too */
	CELL_INVISIBLE = 4,    /* controls, zero-width and format characters */
	CELL_MARK = 8,         /* not certainly in form C */
	CELL_LOOK_ALIKE = 16,
	CELL_TONE = 32,        /* a Vietnamese letter with a tone */
	CELL_TYPOGRAPHY = 64,  /* dashes, quotes, fullwidth forms, punctuation */
	CELL_MISREAD = 128,    /* what UTF-8 begins with that was read as another charset */
	CELL_STORED = 256,     /* Latin-1, but not Vietnamese: perhaps the bytes of another charset */
};

struct cell {
	uint32_t code_point;
	size_t begin, end;     /* of the source; an inserted cell has begin == end */
	const char *rule;      /* NULL: as it was */
	const char *gap;       /* the rule that removed the bytes before begin, if any are missing */
	int misread;           /* it may be a part of mojibake: no rule of good text may touch it */
};

struct cell_list {
	struct cell *list;
	size_t count, cap;
};

struct cells {
	struct cell_list in, out;
	unsigned needs;        /* CELL_ bits of all that was ever pushed */
	const char *gap;       /* removed since the last push */
	const char *tail;      /* removed at the end of the piece */
	struct slice source;   /* the whole text, for a look around */
	int looked_around;     /* sticky: a rule did so, at what may be changed itself */
	size_t begin, end;     /* the piece */
	int failed;            /* sticky: no memory */
};

unsigned cell_needs(uint32_t code_point);

/* Takes source[begin, end) apart. Bytes that are not UTF-8 become U+FFFD. */
void cells_take(struct cells *cells, struct slice source, size_t begin, size_t end);

/* Appends a cell to the output of the pass. */
void cells_push(struct cells *cells, const struct cell *cell);

/* The same with another code point, by this rule. */
void cells_push_changed(struct cells *cells, const struct cell *cell, uint32_t code_point, enum rule rule);

/* Inserts a code point that has no bytes of its own, behind the last cell pushed. */
void cells_push_inserted(struct cells *cells, uint32_t code_point, enum rule rule);

/* Leaves a cell out, by this rule. */
void cells_drop(struct cells *cells, const struct cell *cell, enum rule rule);

/* Pushes a cell that stands for in.list[first, last). */
void cells_push_merged(struct cells *cells, size_t first, size_t last, uint32_t code_point, enum rule rule);

/* Ends a pass: what was pushed is the input of the next. */
void cells_turn(struct cells *cells);

/* Whether any cell differs from the source. */
int cells_changed(const struct cells *cells);

/* Whether any cell was changed by this rule. */
int cells_have_rule(const struct cells *cells, enum rule rule);

/* Appends the cells to out, and what changed to edits; offsets in out are counted from out's beginning. */
void cells_put(const struct cells *cells, struct buf *out, struct edits *edits);

void cells_free(struct cells *cells);

#endif
