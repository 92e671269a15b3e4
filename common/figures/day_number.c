/* SPDX-License-Identifier: MIT */
/* A day by its number, its month and year behind it, in words, or lent by the days that a list goes on with. */
#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"

/* The year behind a day and a month: năm 2025, năm nay, /2025. Returns at if there is none. */
static size_t read_year_behind(const struct scan *scan, size_t at, struct moment *moment)
{
	struct moment year;
	int unresolved = 0;
	size_t from = is_mark(scan, at, ',') ? at + 1 : at;
	size_t end =
		glue_at(scan, from) == GLUE_YEAR && moment->year == 0 ? year_read(scan, from, &year, &unresolved) : 0;
	/* "tháng 3 năm nay" without a document's date keeps its words and has no year. */
	if (end && year.grain == GRAIN_YEAR) {
		moment->year = unresolved ? 0 : year.year;
		return end;
	}
	int joined = is_mark(scan, at, '/') || scan_is_dash(scan, at);
	if (joined && is_tight(scan, at) && year_at(scan, at + 1)) {
		moment->year = year_at(scan, at + 1);
		return at + 2;
	}
	return at;
}

/* "26 tháng 9 năm 2025", "26 tháng này": behind a day. */
static size_t read_month_behind(const struct scan *scan, size_t at, long day, struct point *point)
{
	if (glue_at(scan, at) != GLUE_MONTH)
		return 0;
	/* "ngày 26 tháng này" is a day, "3 tháng qua" a length. */
	int said = at > 1 && (glue_at(scan, at - 2) == GLUE_DAY || glue_at(scan, at - 2) == GLUE_MUNG);
	if (!said && lex_at(scan, LEX_REL, at + 1, NULL))
		return 0;
	struct point month = {0};
	size_t end = month_read(scan, at, &month);
	if (!end || month.is_range || month.unresolved || month.lunar || month.first.grain != GRAIN_MONTH)
		return 0;
	if (!point_set_day(point, day, month.first.month, month.first.year))
		return 0;
	point->rule = "date.words";
	return end;
}

/*
 * A day alone lends the month from the days listed behind it: "ngày 26 và 27-9", "26, 27 và 28-9-2025", "từ ngày 26 đến
 * 28-9".
 */
static void borrow_month(const struct scan *scan, size_t at, struct point *point)
{
	struct point next;
	for (size_t step = 0; step < 8; step++) {
		int glue = glue_at(scan, at);
		if (!(is_mark(scan, at, ',') || glue == GLUE_AND || glue == GLUE_TO || scan_is_dash(scan, at)))
			return;
		at++;
		while (may_start(scan, at, LEX_PART) || glue_at(scan, at) == GLUE_DAY)
			at++;
		memset(&next, 0, sizeof next);
		size_t end = day_read_digits(scan, at, &next);
		if (!end && is_digits(scan, at))
			end = read_month_behind(scan, at + 1, scan_digits_value(scan, at), &next);
		if (end) {
			read_year_behind(scan, end, &next.first);
			point->first.month = next.first.month;
			point->first.year = next.first.year;
			if (!moment_valid(&point->first))
				point->first.month = point->first.year = 0;
			return;
		}
		if (!is_digits(scan, at) || token_len(scan, at) > 2)
			return;
		at++;
	}
}

/* Whether what follows makes "ngày 8" a count a day (ngày 8 tiếng, ngày 2 lần). */
static int counts_after(const struct scan *scan, size_t at)
{
	size_t end;
	const struct lex_entry *counted = lex_at(scan, LEX_COUNTED, at, &end);
	/* ngày 1 thang */
	if (counted && counted->value == COUNTED_VESSEL)
		return 1;
	return may_start(scan, at, LEX_SCALE) || lex_at(scan, LEX_CURRENCY, at, &end) ||
	       lex_at(scan, LEX_DURATION, at, &end) || glue_at(scan, at) == GLUE_TIMES ||
	       lex_at(scan, LEX_UNIT, at, &end) || is_mark(scan, at, '%') ||
	       ((is_mark(scan, at, ',') || is_mark(scan, at, '.')) && joins_digits(scan, at)) ||
	       (is_word(scan, at) && is_glued(scan, at));
}

/* A day by its number alone, behind a word that says so. */
static size_t read_day_alone(const struct scan *scan, size_t at, struct point *point)
{
	long day = scan_digits_value(scan, at);
	if (day < 1 || day > 31 || token_len(scan, at) > 2)
		return 0;
	size_t end = read_month_behind(scan, at + 1, day, point);
	if (end)
		return end;
	if (counts_after(scan, at + 1))
		return 0;
	/* "ngày 1-2" was refused as a date: not a day either. */
	if ((is_mark(scan, at + 1, '/') || scan_is_dash(scan, at + 1)) && joins_digits(scan, at + 1)) {
		struct point range = {0};
		long last = scan_digits_value(scan, at + 2);
		size_t behind = scan_is_dash(scan, at + 1) ? read_month_behind(scan, at + 3, last, &range) : 0;
		if (!behind || !point_set_days(point, day, last, range.first.month, range.first.year))
			return 0;
		point->rule = "date.words";
		return behind;
	}
	point->first = (struct moment){.grain = GRAIN_DAY, .day = (int)day};
	borrow_month(scan, at + 1, point);
	point->rule = "date.day";
	return at + 1;
}

/* ngày hai mươi sáu tháng chín */
static size_t read_spelled_day(const struct scan *scan, size_t at, struct point *point)
{
	struct number number;
	size_t end = is_word(scan, at) && !may_start(scan, at, LEX_SCALE) ? number_read(scan, at, &number) : 0;
	long day = end ? number_small(&number) : -1;
	if (day < 1 || day > 31)
		return 0;
	return read_month_behind(scan, end, day, point);
}

/* "từ 11 đến 13/5": the month stands on the last day only. */
static size_t read_days_from(const struct scan *scan, size_t at, struct point *point)
{
	struct point last = {0};
	long day = token_len(scan, at) <= 2 ? scan_digits_value(scan, at) : 0;
	if (at == 0 || glue_at(scan, at - 1) != GLUE_FROM || glue_at(scan, at + 1) != GLUE_TO ||
	    !is_digits(scan, at + 2))
		return 0;
	size_t end = day_read_digits(scan, at + 2, &last);
	if (!end || last.is_range || counts_behind(scan, end) || glue_at(scan, end) == GLUE_NUMBER_SIGN || day < 1 ||
	    !point_set_days(point, day, last.first.day, last.first.month, last.first.year))
		return 0;
	point->rule = "date.words";
	return end;
}

size_t day_read_number(const struct scan *scan, size_t at, int word, struct point *point)
{
	size_t end = day_read_digits(scan, at, point);
	if (word && (!end || !point->is_range)) {
		struct point spaced = {0};
		size_t spaced_end = day_read_joined(scan, at, 1, &spaced);
		if (spaced_end > end && !spaced.is_range && !counts_after(scan, spaced_end)) {
			*point = spaced;
			end = spaced_end;
		}
	}
	if (end && !point->is_range && point->first.year == 0 && word)
		return read_year_behind(scan, end, &point->first);
	if (end)
		return end;
	if (is_digits(scan, at) && !word && (end = read_days_from(scan, at, point)) != 0)
		return end;
	if (is_digits(scan, at)) {
		end = word ? read_day_alone(scan, at, point)
			   : read_month_behind(scan, at + 1, scan_digits_value(scan, at), point);
		return end;
	}
	return word ? read_spelled_day(scan, at, point) : 0;
}

/* "ngày 26 và 27-9", "22, 23 và 24-9": a day that goes on with a list of days. */
int day_goes_on(const struct scan *scan, size_t at)
{
	if (at == 0 || scan->last_end == 0 || !scan->last_is_day || scan->last_end != at - 1 || !is_digits(scan, at))
		return 0;
	if (!is_mark(scan, at - 1, ',') && glue_at(scan, at - 1) != GLUE_AND)
		return 0;
	struct point day = {0};
	if (day_read_digits(scan, at, &day))
		return 1;
	/* A day alone must lead on to one with a month. */
	day.first = (struct moment){.grain = GRAIN_DAY, .day = (int)scan_digits_value(scan, at)};
	borrow_month(scan, at + 1, &day);
	return day.first.month != 0;
}
