/* SPDX-License-Identifier: MIT */
/* Which numbers count at all. */
#ifndef PHIN_FIGURES_COUNT_H
#define PHIN_FIGURES_COUNT_H

#include "figures/quantity.h"

/* Whether năm at the token, which no number goes on with, is five and no year: năm người, not mỗi năm. */
int count_is_five(const struct scan *scan, size_t at);

/* Whether the number in the tokens [at, end), with the tail behind it, is meant as one: hai nước, not hai bên. */
int count_is_meant(const struct scan *scan, size_t at, size_t end, const struct number *number,
		   const struct tail *tail);

#endif
