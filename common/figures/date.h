/* SPDX-License-Identifier: MIT */
/*
 * The parts of the grammar of dates, each in a file of its own. Every reader reads at the token, fills what it found and
 * returns the token behind it, or 0.
 */
#ifndef PHIN_FIGURES_DATE_H
#define PHIN_FIGURES_DATE_H

#include "figures/moment.h"
#include "figures/reading.h"

struct clock {
	int hour, minute;
	int seconds; /* as those of a moment */
	int sure; /* 1 with minutes: few durations look like this; 2 without the word phút: none does */
};

/* A clock time. (clock.c) */
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
	uint8_t lunar;
};

/* A day: ngày 26-9, sáng 21/4, thứ Tư, hôm qua, mùng 3 Tết, 7h30 ngày 3-10. (day.c) */
size_t day_read(const struct scan *scan, size_t at, struct point *point);

/* Digits joined as a date: 26-9, 26/9/2025, 26.9.25; `spaced`: with white space around a dash. (day_digits.c) */
size_t day_read_joined(const struct scan *scan, size_t at, int spaced, struct point *point);
size_t day_read_digits(const struct scan *scan, size_t at, struct point *point);

/* A day by its number; `word`: behind ngày, hôm or mùng. (day_number.c) */
size_t day_read_number(const struct scan *scan, size_t at, int word, struct point *point);

/* Whether a list of days goes on with the number at the token: "ngày 26 và 27-9". */
int day_goes_on(const struct scan *scan, size_t at);

/* A weekday: thứ Năm, thứ Năm tuần trước, chủ nhật vừa qua. (weekday.c) */
size_t weekday_read(const struct scan *scan, size_t at, struct point *point);

/* A lunar day: mùng 3 Tết, rằm tháng Giêng, 10 tháng 3 âm lịch, 23 tháng Chạp. (lunar.c) */
size_t lunar_read(const struct scan *scan, size_t at, struct point *point);

/* A part of the calendar: quý III, nhiệm kỳ 2025-2030, nửa đầu năm, mùa hè 2024, and those below. (period.c) */
size_t period_read(const struct scan *scan, size_t at, struct point *point);

/* tháng 9, tháng 9-2025, tháng Năm, tháng này. (month.c) */
size_t month_read(const struct scan *scan, size_t at, struct point *point);

/* thế kỷ XXI, thế kỷ thứ 3 trước Công nguyên; thập niên 90, những năm 1970-1980. (century.c) */
size_t century_read(const struct scan *scan, size_t at, struct point *point);
size_t decade_read(const struct scan *scan, size_t at, struct point *point);

/* A year of four digits, 1000 to 2999; 0 if the token is none. (year.c) */
int year_at(const struct scan *scan, size_t at);

/* năm 2025, năm nay, năm Ất Tỵ. */
size_t year_read(const struct scan *scan, size_t at, struct moment *year, int *unresolved);

/* The year behind a month or a quarter: /2025, -2025, năm 2025, năm nay. Returns at if there is none. */
size_t year_of_read(const struct scan *scan, size_t at, struct moment *moment);

/* Two years: 2020-2025, 2021 đến 2025, 2020-21. */
size_t years_read(const struct scan *scan, size_t at, struct point *point);

/* "trước Công nguyên", "TCN" behind a year or a century. Returns at if there is none. */
size_t era_read(const struct scan *scan, size_t at, int8_t *bc);

/* A period of N months or the like at the edge of a year: 9 tháng đầu năm, 3 tháng còn lại của năm. (part_of_year.c) */
size_t part_of_year_read(const struct scan *scan, size_t at, struct point *point);

/* Without a word that says so: a year, years; a month with its year, one of a list. (bare_year.c, bare_date.c) */
size_t bare_year_read(const struct scan *scan, size_t at, struct point *point);
size_t bare_years_read(const struct scan *scan, size_t at, struct point *point);
size_t bare_month_read(const struct scan *scan, size_t at, struct point *point);
size_t listed_month_read(const struct scan *scan, size_t at, struct point *point);

/* thế kỷ 19 và 20, thập niên 80 và 90: what a list of centuries or decades goes on with. */
size_t listed_age_read(const struct scan *scan, size_t at, struct point *point);

/* Whether the bare day and month in the tokens [at, end) is a date by what stands around; of any point that is bare. */
int bare_day_is_date(const struct scan *scan, size_t at, size_t end, const struct point *point);
int bare_date_is_meant(const struct scan *scan, size_t at, size_t end, const struct point *point);

/* A holiday's name in the words before, or NULL. */
const struct lex_entry *holiday_before(const struct scan *scan, size_t at);

/* Any of these: the longest. (date.c) */
size_t point_read(const struct scan *scan, size_t at, struct point *point);

/* A range that begins with the point `first`, which ends at `end`: its second end behind a joint. (date_range.c) */
size_t point_read_range(const struct scan *scan, size_t at, size_t end, struct point *first, struct point *range);

/* Sets a day, or the days of a range within a month. Returns whether there are such days. */
int point_set_day(struct point *point, long day, long month, int year);
int point_set_days(struct point *point, long from, long to, long month, int year);

/* Which way the words around the tokens [begin, end) turn a date without a year. (resolve.c) */
enum direction direction_around(const struct scan *scan, size_t begin, size_t end);

/* Gives the point in these tokens the parts that it lacks; a range within a year, both its ends. */
void point_resolve(const struct scan *scan, size_t begin, size_t end, struct point *point);
void point_resolve_range(const struct scan *scan, size_t begin, size_t end, struct point *range);

/* Makes the day lunar where a holiday of the lunar calendar before it says so: Giỗ Tổ Hùng Vương 10-3. */
void point_make_lunar(const struct scan *scan, size_t at, struct point *point);

#endif
