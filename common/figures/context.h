/* SPDX-License-Identifier: MIT */
/* What the words around a figure say of it: modifiers, change and role, what is counted, what is measured. */
#ifndef PHIN_FIGURES_CONTEXT_H
#define PHIN_FIGURES_CONTEXT_H

#include "figures/reading.h"

/* Sets mods, change and role of readings[i] from the words around it and the readings before it in the window. */
void context_read(const struct scan *scan, struct reading *readings, size_t i);

/*
 * Sets `per` (of "mỗi tháng 9 triệu"), resolves "cùng kỳ năm trước" against the readings before, and takes from the
 * next of the `count` readings what both share.
 */
void context_link(const struct scan *scan, struct reading *readings, size_t i, size_t count);

/* Sets the modifiers of a figure by the words around it. Returns the token where the first of them begins. */
size_t mods_read(const struct scan *scan, struct reading *reading);

/* Sets change and role of readings[i], whose modifiers begin at `begin`, and the role of the figure that it began from. */
void change_read(const struct scan *scan, struct reading *readings, size_t i, size_t begin);

/* Sets noun and of. */
void noun_read(const struct scan *scan, struct reading *readings, size_t i);


/* Gives the numbers of a list the unit that stands behind the last one. To be called first, once for a window. */
void context_share_units(const struct scan *scan, struct reading *readings, size_t count);

#endif
