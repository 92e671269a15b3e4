/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "figures/date.h"
#include "figures/lunisolar.h"

/* "âm lịch", "âl", "AL" behind a day. Returns the token behind it, or 0. */
static size_t read_lunar_mark(const struct scan *scan, size_t at)
{
	size_t from = is_mark(scan, at, '(') ? at + 1 : at;
	if (glue_at(scan, from) == GLUE_LUNAR)
		return at == from ? from + 1 : 0;
	if (at == from && glue_at(scan, from) == GLUE_MINUS && glue_at(scan, from + 1) == GLUE_SOLAR)
		return from + 2;
	return 0;
}

/* mùng 3 Tết, 30 Tết: the days of the feast. Returns 0, or the token behind it. */
static size_t read_tet(const struct scan *scan, size_t at, int mung, long day, int *month)
{
	if (glue_at(scan, at) != GLUE_TET)
		return 0;
	/* The 29th and 30th are of the twelfth month of the year before. */
	if (day >= 23 && day <= 30)
		*month = 12;
	else if (mung && day <= 10)
		*month = 1;
	else
		return 0;
	return at + 1;
}

/* The can-chi or the number of the year behind a lunar day; 0 is unknown. */
static size_t read_lunar_year(const struct scan *scan, size_t at, int *year)
{
	struct moment moment;
	int unresolved = 0;
	size_t behind, end = glue_at(scan, at) == GLUE_YEAR ? year_read(scan, at, &moment, &unresolved) : 0;
	*year = 0;
	if (end && moment.grain == GRAIN_YEAR && !unresolved) {
		*year = moment.year;
		return end;
	}
	const struct lex_entry *stem = lex_at(scan, LEX_CAN, at, &behind);
	const struct lex_entry *branch = stem ? lex_at(scan, LEX_CHI, behind, &end) : NULL;
	if (!branch || !scan_is_name(scan, at) || !scan_is_name(scan, behind))
		return at;
	*year = sexagenary_year(stem->value, branch->value, scan->has_date ? scan->date.year : 2010);
	return *year ? end : at;
}

/* The lunar day nearest to the document's date, as a civil one; left as XXXX-… by the lunar calendar without a date. */
static void put_lunar(const struct scan *scan, int year, int month, long day, enum direction direction,
		      struct point *point)
{
	struct date best = {0, 0, 0}, c;
	point->lunar = 1;
	point->first = (struct moment){.grain = GRAIN_DAY, .month = month, .day = (int)day};
	if (year) {
		if (lunar_to_civil(year, month, (int)day, 0, &c))
			point->first = moment_day(c);
		else
			point->unresolved = 1;
		return;
	}
	if (!scan->has_date)
		return;
	long d = calendar_days(scan->date);
	for (int y = scan->date.year - 2; y <= scan->date.year + 2; y++) {
		if (!lunar_to_civil(y, month, (int)day, 0, &c))
			continue;
		long ahead = calendar_days(c) - d, best_ahead = best.year ? calendar_days(best) - d : 0;
		int better = best.year == 0 || labs(ahead) < labs(best_ahead);
		if (best.year && direction == FUTURE && (ahead >= 0) != (best_ahead >= 0))
			better = ahead >= 0;
		if (best.year && direction == PAST && (ahead <= 0) != (best_ahead <= 0))
			better = ahead <= 0;
		if (better)
			best = c;
	}
	if (best.year)
		point->first = moment_day(best);
	else
		point->unresolved = 1;
}

/* The day: mùng 3, mùng ba, rằm, ngày 23, 10. Returns the token behind it, or 0. */
static size_t read_lunar_day(const struct scan *scan, size_t at, long *day, int *mung)
{
	struct number number;
	size_t from = at;
	while (glue_at(scan, from) == GLUE_DAY || glue_at(scan, from) == GLUE_HOM)
		from++;
	*mung = glue_at(scan, from) == GLUE_MUNG;
	if (glue_at(scan, from) == GLUE_RAM) {
		*day = 15;
		*mung = 1;
		return from + 1;
	}
	from += (size_t)*mung;
	size_t end = is_digits(scan, from) ? from + 1 : is_word(scan, from) ? number_read(scan, from, &number) : 0;
	*day = !end ? -1 : is_digits(scan, from) ? scan_digits_value(scan, from) : number_small(&number);
	return *day >= 1 && *day <= 30 ? end : 0;
}

/* Behind the day: tháng 3, tháng Giêng, /3, -3; *named if the month is one that only the lunar calendar has. */
static size_t read_lunar_month(const struct scan *scan, size_t at, int *month, int *named)
{
	size_t end;
	*named = 0;
	if (glue_at(scan, at) == GLUE_MONTH) {
		const struct lex_entry *name = lex_at(scan, LEX_MONTH_NAME, at + 1, &end);
		long number = token_len(scan, at + 1) <= 2 ? scan_digits_value(scan, at + 1) : -1;
		*named = name && name->code;
		*month = name ? name->value : (int)number;
		return name || (number >= 1 && number <= 12) ? (name ? end : at + 2) : 0;
	}
	int joined = (is_mark(scan, at, '/') || scan_is_dash(scan, at)) && is_tight(scan, at);
	*month = joined && token_len(scan, at + 1) <= 2 ? (int)scan_digits_value(scan, at + 1) : 0;
	return *month >= 1 && *month <= 12 ? at + 2 : 0;
}

/* 11 - 16 tháng Giêng: days of a lunar month. Returns the token behind it, or 0. */
static size_t read_lunar_days(const struct scan *scan, size_t at, struct point *point)
{
	int month, named;
	long from = is_digits(scan, at) && token_len(scan, at) <= 2 ? scan_digits_value(scan, at) : 0;
	size_t joint = from ? at + 1 : at;
	if (from < 1 || from > 30 || (!scan_is_dash(scan, joint) && glue_at(scan, joint) != GLUE_TO) ||
	    !is_digits(scan, joint + 1) || token_len(scan, joint + 1) > 2)
		return 0;
	long to = scan_digits_value(scan, joint + 1);
	size_t end = read_lunar_month(scan, joint + 2, &month, &named), mark = end ? read_lunar_mark(scan, end) : 0;
	if (!end || (!named && !mark) || to <= from || to > 30)
		return 0;
	struct point last = {0};
	put_lunar(scan, 0, month, from, direction_around(scan, at, end), point);
	put_lunar(scan, 0, month, to, direction_around(scan, at, end), &last);
	point->last = last.first;
	point->is_range = 1;
	point->rule = "date.lunar-range";
	return mark ? mark : end;
}

/* Most numbers are no day of any calendar: what stands right behind the digits, or the word itself, says so. */
static int may_be_lunar(const struct scan *scan, size_t at)
{
	int here = glue_at(scan, at), next = glue_at(scan, at + 1);
	if (!is_digits(scan, at))
		return here == GLUE_DAY || here == GLUE_HOM || here == GLUE_MUNG || here == GLUE_RAM || number_may_begin(scan, at);
	return next == GLUE_MONTH || next == GLUE_TET || next == GLUE_TO || is_mark(scan, at + 1, '/') ||
	       scan_is_dash(scan, at + 1);
}

size_t lunar_read(const struct scan *scan, size_t at, struct point *point)
{
	long day;
	int mung, month = 0, named = 0, year = 0;
	if (!may_be_lunar(scan, at))
		return 0;
	size_t end = read_lunar_days(scan, at, point), mark;
	if (end)
		return end;
	end = read_lunar_day(scan, at, &day, &mung);
	if (!end)
		return 0;
	size_t behind = read_tet(scan, end, mung, day, &month);
	if (!behind) {
		behind = read_lunar_month(scan, end, &month, &named);
		if (!behind)
			return 0;
		mark = read_lunar_mark(scan, behind);
		/* The fifteenth that is called rằm is one of the lunar calendar. */
		if (!mark && !named && glue_at(scan, end - 1) != GLUE_RAM)
			return 0;
		behind = mark ? mark : behind;
	}
	size_t year_end = read_lunar_year(scan, behind, &year);
	/* "10 tháng 3 năm 2025 âm lịch" */
	mark = read_lunar_mark(scan, year_end);
	behind = mark ? mark : year_end;
	put_lunar(scan, year, month, day, direction_around(scan, at, behind), point);
	point->rule = "date.lunar";
	return behind;
}
