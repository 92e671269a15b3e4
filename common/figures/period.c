/* SPDX-License-Identifier: MIT */
/* Periods of the calendar by their names: quarters, terms, school years, halves, seasons; đầu, giữa, cuối of one. */
#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"

/* quý III/2025, quý 1 năm nay, quý này; Q3/2025, but Q3 without a year is a district. */
static size_t read_quarter(const struct scan *scan, size_t at, struct point *point)
{
	size_t end;
	const struct lex_entry *relative = lex_at(scan, LEX_REL, at + 1, &end);
	point->rule = "date.quarter";
	if (relative && !relative->code) {
		point->first = moment_relative(scan, GRAIN_QUARTER, relative->value);
		point->unresolved = !scan->has_date;
		return end;
	}
	long value = is_digits(scan, at + 1) ? scan_digits_value(scan, at + 1) : number_roman(scan_word(scan, at + 1));
	if (!is_digits(scan, at + 1) && !is_word(scan, at + 1))
		return 0;
	const struct lex_entry *digit = lex_at(scan, LEX_DIGIT, at + 1, NULL);
	if (value == 0 && digit && digit->value != 5)
		value = digit->value;
	if (value < 1 || value > 4)
		return 0;
	point->first = (struct moment){.grain = GRAIN_QUARTER, .quarter = (int)value};
	end = year_of_read(scan, at + 2, &point->first);
	return token_len(scan, at) == 1 && end == at + 2 ? 0 : end;
}

/* năm học trước, năm học này: the school year begins in September. */
static size_t read_relative_school_year(const struct scan *scan, size_t at, struct point *point)
{
	size_t end;
	const struct lex_entry *relative = lex_at(scan, LEX_REL, at, &end);
	if (!relative || relative->code)
		return 0;
	point->is_range = 1;
	point->first = moment_relative(scan, GRAIN_YEAR, relative->value);
	point->unresolved = !scan->has_date;
	point->type = "school-year";
	/* In spring this year's began in the last; the one before is compared with the one to come. */
	if (scan->has_date && scan->date.month < 8 && relative->value >= 0)
		point->first.year--;
	point->last = point->first;
	point->last.year++;
	return end;
}

static size_t read_named_period(const struct scan *scan, size_t at, struct point *point)
{
	size_t behind, end;
	const struct lex_entry *period = lex_at(scan, LEX_PERIOD, at, &behind);
	if (!period)
		return 0;
	point->rule = "date.period";
	size_t from = behind;
	if (is_mark(scan, from, '(') || glue_at(scan, from) == GLUE_FROM)
		from++;
	if (glue_at(scan, from) == GLUE_YEAR)
		from++;
	if (from > behind + (size_t)(is_mark(scan, behind, '(')) && is_mark(scan, behind, '('))
		return 0;
	end = years_read(scan, from, point);
	if (end) {
		/* những năm 2015-2020 are years, not a named period */
		point->type = period->value ? NULL : period->code;
		return end;
	}
	return strcmp(period->code, "school-year") == 0 ? read_relative_school_year(scan, behind, point) : 0;
}

static size_t read_week(const struct scan *scan, size_t at, struct point *point)
{
	size_t end;
	const struct lex_entry *relative = lex_at(scan, LEX_REL, at + 1, &end);
	if (!relative || relative->code)
		return 0;
	point->rule = "date.week";
	point->first = moment_relative(scan, GRAIN_WEEK, relative->value);
	point->unresolved = !scan->has_date;
	return end;
}

static size_t read_year_period(const struct scan *scan, size_t at, struct point *point)
{
	size_t end = years_read(scan, at + 1, point);
	point->rule = "date.year";
	if (end)
		return end;
	return year_read(scan, at, &point->first, &point->unresolved);
}

static size_t read_unit_of_calendar(const struct scan *scan, size_t at, struct point *point)
{
	size_t end;
	switch (glue_at(scan, at)) {
	case GLUE_MONTH:
		return month_read(scan, at, point);
	case GLUE_QUARTER:
		return read_quarter(scan, at, point);
	case GLUE_WEEK:
		return read_week(scan, at, point);
	case GLUE_CENTURY:
		return century_read(scan, at, point);
	case GLUE_YEAR:
		end = read_named_period(scan, at, point);
		return end ? end : read_year_period(scan, at, point);
	default:
		end = decade_read(scan, at, point);
		return end ? end : read_named_period(scan, at, point);
	}
}

/* nửa đầu năm (nay, 2025), nửa cuối năm: from and to in months. */
static size_t read_half(const struct scan *scan, size_t at, struct point *point)
{
	size_t end;
	int unresolved = 0;
	const struct lex_entry *edge = lex_at(scan, LEX_EDGE, at + 1, &end);
	if (!edge || !edge->code || edge->code[0] == 'M' || glue_at(scan, end) != GLUE_YEAR)
		return 0;
	struct moment year;
	size_t year_end = year_read(scan, end, &year, &unresolved);
	if (!year_end) {
		year = moment_relative(scan, GRAIN_YEAR, 0);
		unresolved = !scan->has_date;
		year_end = end + 1;
	}
	point->rule = "date.half";
	point->is_range = 1;
	point->unresolved = unresolved;
	int second = edge->code[0] == 'E';
	point->first = (struct moment){.grain = GRAIN_MONTH, .year = year.year, .month = second ? 7 : 1};
	point->last = (struct moment){.grain = GRAIN_MONTH, .year = year.year, .month = second ? 12 : 6};
	return year_end;
}

/* mùa hè năm ngoái, mùa hè 2024, mùa hè vừa rồi; "mùa hè" alone is none. */
static size_t read_season(const struct scan *scan, size_t at, struct point *point)
{
	size_t from, end;
	int unresolved = 0;
	const struct lex_entry *season = lex_at(scan, LEX_SEASON, at, &from);
	if (!season)
		return 0;
	point->rule = "date.season";
	point->first = (struct moment){.grain = GRAIN_YEAR};
	if (year_at(scan, from)) {
		point->first.year = year_at(scan, from);
		end = from + 1;
	} else if (glue_at(scan, from) == GLUE_YEAR) {
		end = year_read(scan, from, &point->first, &unresolved);
	} else {
		const struct lex_entry *relative = lex_at(scan, LEX_REL, from, &end);
		if (!relative || relative->code)
			return 0;
		/* Which one it was only the months that have passed could tell. */
		point->unresolved = relative->value != 0 || !scan->has_date;
		point->first = moment_relative(scan, GRAIN_YEAR, 0);
	}
	point->unresolved |= unresolved;
	point->first.season = season->code;
	return end;
}

/* cùng kỳ năm trước: resolved against the sentence when it is read. Bare "cùng kỳ" is none. */
static size_t read_same_period(const struct scan *scan, size_t at, struct point *point)
{
	size_t from, end;
	if (!lex_at(scan, LEX_SAME, at, &from))
		return 0;
	if (glue_at(scan, from) == GLUE_OF)
		from++;
	end = glue_at(scan, from) == GLUE_YEAR ? year_read(scan, from, &point->first, &point->unresolved) : 0;
	point->rule = "date.same-period";
	return end;
}

/* những, các, vài, mấy, nhiều, suốt, cả before a period that "nay" or "trước" would place. */
static int is_vague_before(const struct scan *scan, size_t at)
{
	/* con số 40.000 tuần trước: then */
	int counted = is_digits(scan, at) && !(at > 1 && number_is_separator(scan, at - 1));
	/* từ ngàn năm trước: thousands of them; but giá 5 triệu năm ngoái */
	int thousands = may_start(scan, at, LEX_SCALE) && glue_at(scan, at + 1) == GLUE_YEAR && !is_digits(scan, at - 1);
	return glue_at(scan, at) == GLUE_THOSE || counted || thousands || lex_at(scan, LEX_SOME_BEFORE, at, NULL);
}

size_t period_read(const struct scan *scan, size_t at, struct point *point)
{
	size_t from, end;
	if (may_start(scan, at, LEX_SAME))
		return read_same_period(scan, at, point);
	if (may_start(scan, at, LEX_SEASON) && (end = read_season(scan, at, point)) != 0)
		return end;
	if (glue_at(scan, at) == GLUE_HALF)
		return read_half(scan, at, point);
	const struct lex_entry *edge = lex_at(scan, LEX_EDGE, at, &from);
	/* "những năm qua", "các tuần tới": no period that one could name. */
	if (at > 0 && lex_at(scan, LEX_REL, at + 1, NULL) && is_vague_before(scan, at - 1))
		return 0;
	/* năm này qua năm khác */
	if (glue_at(scan, at + 1) == GLUE_THIS && may_start(scan, at + 2, LEX_FORTH))
		return 0;
	if (!edge)
		return read_unit_of_calendar(scan, at, point);
	if (!edge->code)
		return 0;
	end = read_unit_of_calendar(scan, from, point);
	/* đầu 2013 */
	int year = end ? 0 : year_at(scan, from);
	if (year >= 1900 && year <= 2100 && !counts_behind(scan, from + 1)) {
		point->first = (struct moment){.grain = GRAIN_YEAR, .year = year};
		point->rule = "date.year";
		end = from + 1;
	}
	/* Neither "cuối năm" alone nor "đầu giai đoạn 2021-2025" gets an edge of a range. */
	if (!end || point->is_range)
		return 0;
	point->edge = edge->code;
	return end;
}
