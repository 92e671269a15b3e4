/* SPDX-License-Identifier: MIT */
/* --explain: every repair as a line, "a.txt:3:17 TAB tone TAB hoà TAB hòa", escaped as in the stream. */
#ifndef PHIN_EXPLAIN_H
#define PHIN_EXPLAIN_H

#include "base/diag.h"
#include "base/edit.h"
#include "base/output.h"
#include "base/slice.h"

/* One repair. */
void explain_line(struct output *out, struct place place, const char *rule, struct slice before, struct slice after);

/*
 * Calls `take` with every edit of a source that begins at `place`, and its own place: input, line, and byte of the line, from
 * 1 on.
 */
void explain_places(const struct edits *edits, struct slice source, struct place place,
		    void (*take)(void *context, const struct edit *edit, struct place place), void *context);

#endif
