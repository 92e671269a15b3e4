/* SPDX-License-Identifier: MIT */
/* Words among cells: runs of letters of any script, with the marks that did not compose. */
#ifndef PHIN_NORMALIZE_WORDS_H
#define PHIN_NORMALIZE_WORDS_H

#include "normalize/cells.h"

/* The end of the word that begins at list[from]; from if none begins there. */
size_t word_end(const struct cell_list *list, size_t from);

/* Whether a part of list[first, last) may be mojibake. */
int word_is_misread(const struct cell_list *list, size_t first, size_t last);

/*
 * The word of the source beside the bytes [begin, end), with nothing but white space or hyphens between: before them or
 * behind. Empty if there is none. So a rule sees what is not in its piece; that it did is noted in the cells.
 */
struct slice neighbour_before(struct cells *cells, size_t begin);
struct slice neighbour_behind(struct cells *cells, size_t end);

#endif
