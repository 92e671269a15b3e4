/* SPDX-License-Identifier: MIT */
/* A place where a sentence may end, and whether it does. */
#ifndef PHIN_STOP_H
#define PHIN_STOP_H

#include <stddef.h>

#include "base/slice.h"
#include "segment/glyph.h"
#include "segment/lexicon.h"

enum stop_marks {
	STOP_DOT = 1 << 0,       /* one full stop */
	STOP_ELLIPSIS = 1 << 1,  /* … or dots in a row */
	STOP_QUESTION = 1 << 2,  /* ? or ! */
	STOP_FINAL = 1 << 3,     /* ends whatever stands behind: ./. that closes an official text, 。 */
};

/*
 *	… ở TP.HCM.”  Ông Nam …
 *	          ^^  ^
 *	        run|  next
 *	          closers end before `end`
 */
struct stop {
	const struct lexicon *lexicon;
	struct slice text;
	int *small;         /* whether the text has no capital; LETTERS_UNSEEN until somebody asks */
	size_t sentence;    /* where the sentence at hand begins */
	size_t run, marks_end;  /* the marks */
	size_t end;         /* behind closing quotes and brackets: where the sentence would end */
	size_t next;        /* the first thing behind that is no white space; text.len if there is none */
	unsigned marks;
	int quoted;         /* a quotation mark closes between marks_end and end */
	int line_break;     /* between end and next */
};

/* Whether the sentence ends at stop->end. */
int stop_ends_sentence(const struct stop *stop);

#endif
