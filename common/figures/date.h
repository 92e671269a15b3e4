/* SPDX-License-Identifier: MIT */
/* The parts of the grammar of dates, each in a file of its own: clock.c, day.c, period.c, date.c. */
#ifndef PHIN_FIGURES_DATE_H
#define PHIN_FIGURES_DATE_H

#include "figures/moment.h"
#include "figures/reading.h"

struct clock {
	int hour, minute;
	int sure; /* 1 with minutes: few durations look like this; 2 without the word phút: none does */
};

/* Reads a clock time at the token; returns the token behind it, or 0. */
size_t clock_read(const struct scan *scan, size_t at, struct clock *clock);

/* Puts the clock time into the moment, the part of the day (or NULL) deciding between morning and evening. */
void clock_set(struct moment *moment, const struct clock *clock, const struct lex_entry *part);

/* What a rule for a point or a period found. */
struct point {
	struct moment first, last; /* `last` where is_range */
	const char *edge, *part, *type;
	const char *rule;
	int unresolved; /* hôm qua without a document's date */
	uint8_t is_range;
	uint8_t bare; /* without a word that makes it a date: 26-9, 2/3 */
	uint8_t has_day_word;
	uint8_t lunar;
};

/* A day: ngày 26-9, sáng 21/4, thứ Tư, hôm qua, mùng 3 Tết, 7h30 ngày 3-10. Returns the token behind it, or 0. */
size_t day_read(const struct scan *scan, size_t at, struct point *point);

/* Digits joined as a date: 26-9, 26/9/2025, 26.9.25. Returns the token behind it, or 0. */
size_t day_read_digits(const struct scan *scan, size_t at, struct point *point);

/* A weekday: thứ Năm, thứ Năm tuần trước, chủ nhật vừa qua. Returns the token behind it, or 0. */
size_t weekday_read(const struct scan *scan, size_t at, struct point *point);

/* A lunar day: mùng 3 Tết, rằm tháng Giêng, 10 tháng 3 âm lịch, 23 tháng Chạp. */
size_t lunar_read(const struct scan *scan, size_t at, struct point *point);

/* A month, quarter, year, decade, century, half, term: period.c. */
size_t period_read(const struct scan *scan, size_t at, struct point *point);

/* năm 2025, năm nay, năm Ất Tỵ, 2025 behind a slash or năm. Returns the token behind it, or 0. */
size_t year_read(const struct scan *scan, size_t at, struct moment *year, int *unresolved);

/* tháng 9, tháng 9-2025, tháng Năm, tháng này. */
size_t month_read(const struct scan *scan, size_t at, struct point *point);

/* A year of four digits, 1000 to 2999; 0 if the token is none. */
int year_at(const struct scan *scan, size_t at);

/* Reads a period of N months or the like at the edge of a year: 9 tháng đầu năm, 3 tháng còn lại của năm. */
size_t part_of_year_read(const struct scan *scan, size_t at, struct point *point);

/* Which way the words around turn a date without a year. */
enum direction direction_around(const struct scan *scan, size_t begin, size_t end);

#endif
