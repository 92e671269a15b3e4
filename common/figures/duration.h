/* SPDX-License-Identifier: MIT */
/* Units of time behind a number (LEX_DURATION). */
#ifndef PHIN_FIGURES_DURATION_H
#define PHIN_FIGURES_DURATION_H

#include "figures/reading.h"

/* Behind a duration: qua, tới, trước; not "trước khi". Returns the token behind it, or at. */
size_t duration_read_forth(const struct scan *scan, size_t at);

/* Whether what seems a unit of time is the first word of a noun: một tiếng nổ, hai tiếng súng. */
int duration_is_noun(const struct scan *scan, size_t at);
/* The unit behind 1/2 where that is half of one, 1/2 giờ; 0 if it is none. */
size_t duration_half_end(const struct scan *scan, size_t at);

/* Turns the count of a unit into one of its period: 2 quý 6 (months), 3 thập kỷ 30 (years). */
void duration_scale(struct number *number, const struct lex_entry *unit);

/* Gives the reading the unit's period, and its count in it: 2 quý is P6M, 3 thập kỷ P30Y. */
void duration_set_unit(struct reading *reading, const struct lex_entry *unit);

/*
 * rưỡi or nửa: half a unit more, counted in the next smaller one where there is one; of a quarter and of a decade it is
 * months and years as they are. Returns 0 if there is no room. (length.c)
 */
int length_add_half(struct number *number, const char **period, const struct lex_entry *unit);

/* What a length goes on with in smaller units: 2 năm 6 tháng, 3 giờ 01 phút 01 giây 335. Returns the token behind. */
size_t length_read_more(const struct scan *scan, size_t at, struct number *number, const char **period);

/* 7 tới 8 năm 6 tháng: what the second end of a range goes on with; both ends are counted in the smaller unit then. */
size_t length_end_range(const struct scan *scan, size_t at, struct reading *reading);

/* 7 năm 6 tháng đến 8 năm: the second end of a range behind a first in more than one unit. */
size_t length_read_second(const struct scan *scan, size_t at, struct reading *reading);

#endif
