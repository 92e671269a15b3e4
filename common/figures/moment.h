/* SPDX-License-Identifier: MIT */
/*
 * A point or a period of the calendar as the text gives it, and its resolution against the document's date. Printed as
 * TIMEX3 values (ISO 24617-1): 2025-09-26T19:00, 2025-09, 2025-Q3, 2025-W39, 199 for a decade, 20 for a century,
 * XXXX-09-26 where the year cannot be known.
 */
#ifndef PHIN_FIGURES_MOMENT_H
#define PHIN_FIGURES_MOMENT_H

#include "base/arena.h"
#include "base/calendar.h"
#include "figures/scan.h"

enum grain {
	GRAIN_NONE,
	GRAIN_CENTURY,
	GRAIN_DECADE,
	GRAIN_YEAR,
	GRAIN_QUARTER,
	GRAIN_MONTH,
	GRAIN_WEEK,
	GRAIN_DAY,
	GRAIN_TIME
};

/* Kept small: rules clear and copy many. */
struct moment {
	const char *season; /* SP, SU, FA, WI */
	int year; /* 0: not known; for a century or a decade its number (20, 199); of a week the ISO year */
	int16_t day; /* 0, as the next: not given; whatever digits said until moment_valid has looked at it */
	int8_t bc;
	int8_t quarter, month, week;
	int8_t weekday; /* of a day without a date: 1 Monday to 7 */
	int8_t has_time, hour, minute;
	int8_t seconds; /* one more than there are; 0: not given */
	uint8_t grain; /* enum grain */
};

/* Turns a date without a year: where the words around say so. */
enum direction { NEAREST, PAST, FUTURE };

/*
 * Gives the moment the year (and the month, where only a day is given) that the document's date implies. Without one,
 * or with the parts given already, it stays as it is. "28-12" on 2026-01-05 is 2025-12-28.
 */
void moment_resolve(struct moment *moment, const struct scan *scan, enum direction direction);

/* Whether the parts given make a date that exists. */
int moment_valid(const struct moment *moment);

/* Before (-1), the same (0) or after (1), by the parts that both have; 0 if either has no year. */
int moment_compare(const struct moment *a, const struct moment *b);

/* The value, in the arena; len 0 without memory. */
struct slice moment_print(const struct moment *moment, struct arena *arena);

/* The document's date as a moment of the grain, moved by `distance` of that grain. */
struct moment moment_relative(const struct scan *scan, enum grain grain, int distance);

/* A whole day. */
struct moment moment_day(struct date date);

#endif
