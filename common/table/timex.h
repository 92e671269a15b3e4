/* SPDX-License-Identifier: MIT */
/*
 * The first and the last day that a TIMEX3 value (ISO-TimeML) speaks of, so that a database can compare dates of any
 * grain: 2025-Q3 is 2025-07-01 to 2025-09-30.
 */
#ifndef PHIN_TIMEX_H
#define PHIN_TIMEX_H

#include "base/calendar.h"
#include "base/slice.h"

struct timex_days {
	struct date first, last;
};

/*
 * Reads a date: a day (with or without a time), month, quarter, half, ISO week, year, decade (199) or century (20).
 * Returns 1, or 0 for what is no place in the calendar: durations, sets, bare times, XXXX-…, years BC, 2025-02-30.
 */
int timex_days(struct slice value, struct timex_days *days);

enum { TIMEX_FIRST = 1, TIMEX_LAST = 2 };

/*
 * The days of a figure of kind date, by the keys of its record, as YYYY-MM-DD: of a range from its first to its last, and
 * either may be open. Returns which are known, 0 for other kinds.
 */
int timex_figure(struct slice keys, char first[CALENDAR_ISO_LEN], char last[CALENDAR_ISO_LEN]);

#endif
