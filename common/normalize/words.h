/* SPDX-License-Identifier: MIT */
/* Words among cells: runs of letters of any script, with the marks that did not compose. */
#ifndef PHIN_NORMALIZE_WORDS_H
#define PHIN_NORMALIZE_WORDS_H

#include "normalize/cells.h"

/* The end of the word that begins at list[from]; from if none begins there. */
size_t word_end(const struct cell_list *list, size_t from);

#endif
