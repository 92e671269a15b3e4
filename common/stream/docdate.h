/* SPDX-License-Identifier: MIT */
/* The date of a document as crawls give it: 2025-09-26, 20210329, 2025-09-26T07:30:00+07:00, 26/09/2025, 26-9-2025. */
#ifndef PHIN_DOCDATE_H
#define PHIN_DOCDATE_H

#include "base/calendar.h"
#include "base/slice.h"

/*
 * Reads the date out of the text; words around it ("Thứ Ba, 26/9/2025 | 07:30 (GMT+7)") do no harm. A day and a month
 * stand in this order, as everywhere in Vietnam. Returns 1, or 0 if no plain date is there: never a guess.
 */
int docdate_parse(struct slice text, struct date *date);

/*
 * The date as a text that compares and sorts with others: as it stands if it begins with YYYY-MM-DD (a time may follow),
 * else the day that docdate_parse reads, in `room`, else as it stands.
 */
struct slice docdate_text(struct slice text, char room[CALENDAR_ISO_LEN]);

#endif
