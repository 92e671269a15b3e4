/* SPDX-License-Identifier: MIT */
/* Months: tháng 9, tháng 9-2025, tháng Năm, tháng 5-7/2025, tháng này. */
#include "figures/date.h"
#include "figures/quantity.h"

/* "tháng năm" is May, not "ngày tháng năm sinh", "3 tháng năm nay", "mỗi tháng một lần". */
static int is_month_word(const struct scan *scan, size_t at, size_t end)
{
	if (glue_at(scan, end) == GLUE_YEAR || is_mark(scan, end, '/'))
		return 1;
	if (glue_at(scan, at) != GLUE_YEAR || is_digits(scan, end) || lex_at(scan, LEX_REL, end, NULL) ||
	    lex_at(scan, LEX_CAN, end, NULL) || lex_at(scan, LEX_COUNTED, end, NULL) || may_start(scan, end, LEX_SCALE))
		return 0;
	if (glue_at(scan, end) == GLUE_BIRTH)
		return 0;
	return at < 2 || !(is_digits(scan, at - 2) || glue_at(scan, at - 2) == GLUE_DAY ||
			   may_start(scan, at - 2, LEX_DIGIT) || glue_at(scan, at - 2) == GLUE_TEN);
}

/* The number of a month: 9, 09, chín, Giêng. Returns the token behind it, or 0. */
static size_t read_month_number(const struct scan *scan, size_t at, int *month, int *lunar)
{
	size_t end;
	*lunar = 0;
	if (is_digits(scan, at)) {
		long value = token_len(scan, at) <= 2 ? scan_digits_value(scan, at) : -1;
		*month = (int)value;
		/* tháng 1,5 and tháng 12% are none. */
		int goes_on = is_glued(scan, at + 1) &&
			      (is_word(scan, at + 1) || is_mark(scan, at + 1, '%') ||
			       ((is_mark(scan, at + 1, ',') || is_mark(scan, at + 1, '.')) && is_digits(scan, at + 2) &&
				is_glued(scan, at + 2) && !year_at(scan, at + 2)));
		return value >= 1 && value <= 12 && !goes_on ? at + 1 : 0;
	}
	const struct lex_entry *name = lex_at(scan, LEX_MONTH_NAME, at, &end);
	if (!name)
		return 0;
	/* "tháng năm" in lower case is May only with a year or the like; "mỗi tháng một lần" is none. */
	int lower = token_at(scan, at)->letters == CASE_LOWER;
	if (lower && (name->value == 1 || name->value == 5) && !name->code && !is_month_word(scan, at, end))
		return 0;
	if (lower && at >= 2 && is_each(scan, at - 2))
		return 0;
	*month = name->value;
	/* tháng Giêng is said of January too; tháng Chạp of the lunar month only. */
	*lunar = name->code != NULL && name->value == 12;
	return end;
}

/* 5-7/2025, 5 - 7-2025: months joined. */
static size_t read_month_range(const struct scan *scan, size_t at, int month, struct point *point)
{
	long last = scan_is_dash(scan, at) && is_digits(scan, at + 1) && token_len(scan, at + 1) <= 2
			    ? scan_digits_value(scan, at + 1)
			    : 0;
	/* tháng 10 -11 is one, tháng 10 -11% none */
	if (last <= month || last > 12 || (is_glued(scan, at) && !is_glued(scan, at + 1)) ||
	    (glue_at(scan, at + 2) != GLUE_YEAR && counts_behind(scan, at + 2)))
		return 0;
	point->first.month = month;
	point->last = point->first;
	point->last.month = (int)last;
	point->is_range = 1;
	size_t end = year_of_read(scan, at + 2, &point->last);
	point->first.year = point->last.year;
	return end;
}

size_t month_read(const struct scan *scan, size_t at, struct point *point)
{
	size_t end;
	int month, lunar;
	point->rule = "date.month";
	point->first = (struct moment){.grain = GRAIN_MONTH};
	if (glue_at(scan, at) != GLUE_MONTH)
		return 0;
	const struct lex_entry *relative = lex_at(scan, LEX_REL, at + 1, &end);
	if (relative && !relative->code) {
		point->first = moment_relative(scan, GRAIN_MONTH, relative->value);
		point->unresolved = !scan->has_date;
		return end;
	}
	end = read_month_number(scan, at + 1, &month, &lunar);
	if (!end)
		return 0;
	size_t range_end = read_month_range(scan, end, month, point);
	if (range_end)
		return range_end;
	point->first.month = month;
	size_t from = is_mark(scan, end, '(') ? end + 1 : end;
	int marked = glue_at(scan, from) == GLUE_MINUS && glue_at(scan, from + 1) == GLUE_SOLAR;
	point->lunar = lunar || marked;
	if (point->lunar) {
		/* A lunar month is no civil one: it is marked, and its value left out. */
		point->unresolved = 1;
		return marked && from == end ? end + 2 : end;
	}
	return year_of_read(scan, end, &point->first);
}
