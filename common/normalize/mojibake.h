/* SPDX-License-Identifier: MIT */
/* Mojibake: UTF-8 that was read as something else. */
#ifndef PHIN_MOJIBAKE_H
#define PHIN_MOJIBAKE_H

#include "normalize/cells.h"

/* Whether there is anything to look at, in a piece of a line. */
int mojibake_suspected(const struct cells *cells);

/* Repairs what it can in the cells, which should be a line or a block: one place proves the other. Returns whether it did. */
int mojibake_repair(struct cells *cells);

/* Marks what may be mojibake, though nothing proves it, for the passes to leave it alone. Returns how many places. */
size_t mojibake_mark(struct cells *cells);

/*
 * Private to the two files: whether a cell may be what is left of a character that lost a byte; and the restoring of such in a line,
 * cells->in.list[begin, end), pushing all of it. Returns whether it restored any.
 */
int mojibake_may_be_left(const struct cell_list *in, size_t i);
int mojibake_restore(struct cells *cells, size_t begin, size_t end, int evidence);

/* Places that look like mojibake still. */
size_t mojibake_left(const struct cells *cells);

#endif
