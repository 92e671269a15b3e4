/* SPDX-License-Identifier: MIT */
/* Combining marks upon Vietnamese letters. */
#ifndef PHIN_MARKS_H
#define PHIN_MARKS_H

#include "base/buf.h"
#include "base/edit.h"
#include "base/slice.h"
#include "vietnamese/letter.h"

/*
 * Puts a combining mark upon a letter taken apart, whatever was put there before. *in_order is cleared where form C would
 * not have made the same of it: a mark twice, a hat above a tone. Returns 0 if it is no mark of Vietnamese, or contradicts
 * what is there (two tones, two hats).
 */
int mark_take(struct letter *letter, uint32_t mark, int *in_order);

/*
 * The fast way through decomposed text: composes every letter with marks of Vietnamese behind it and copies all else, into
 * out and edits. What needs a closer look is left for the passes.
 */
void marks_compose(struct slice text, struct buf *out, struct edits *edits);

#endif
