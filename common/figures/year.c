/* SPDX-License-Identifier: MIT */
/* Years: năm 2025, năm nay, năm 179 trước Công nguyên, năm Ất Tỵ, 2020-2025. */
#include "figures/date.h"
#include "figures/lunisolar.h"

int year_at(const struct scan *scan, size_t at)
{
	long value = is_digits(scan, at) && token_len(scan, at) == 4 ? scan_digits_value(scan, at) : 0;
	/* 2.025 and 2025,5 are no years; nor is 1975 with letters on it. */
	size_t next = at + 1;
	int goes_on = is_glued(scan, next) && (is_word(scan, next) ||
					       (is_mark_of(scan, next, U",.+") && joins_digits(scan, next)));
	return value >= 1000 && value <= 2999 && !goes_on ? (int)value : 0;
}

/* "trước Công nguyên", "TCN" behind a year or a century. Returns at if there is none. */
size_t era_read(const struct scan *scan, size_t at, int8_t *bc)
{
	*bc = 0;
	size_t end;
	const struct lex_entry *era = lex_at(scan, LEX_ERA, at, &end);
	if (!era)
		return at;
	*bc = (int8_t)era->value;
	return end;
}

static size_t read_sexagenary(const struct scan *scan, size_t at, struct moment *year)
{
	size_t behind, end;
	const struct lex_entry *stem = lex_at(scan, LEX_CAN, at, &behind);
	const struct lex_entry *branch = stem ? lex_at(scan, LEX_CHI, behind, &end) : NULL;
	if (!branch || token_at(scan, at)->letters == CASE_LOWER || token_at(scan, behind)->letters == CASE_LOWER)
		return 0;
	/* The number may stand behind it in brackets, or in the date of the document. */
	if (is_mark(scan, end, '(') && year_at(scan, end + 1))
		year->year = year_at(scan, end + 1);
	else if (scan->has_date)
		year->year = sexagenary_year(stem->value, branch->value, scan->date.year);
	year->grain = GRAIN_YEAR;
	return sexagenary_year(stem->value, branch->value, 2000) ? end : 0;
}

size_t year_read(const struct scan *scan, size_t at, struct moment *year, int *unresolved)
{
	size_t end;
	*year = (struct moment){.grain = GRAIN_YEAR};
	*unresolved = 0;
	if (glue_at(scan, at) != GLUE_YEAR)
		return 0;
	if (year_at(scan, at + 1)) {
		year->year = year_at(scan, at + 1);
		return era_read(scan, at + 2, &year->bc);
	}
	/* năm 938, năm 43, năm 179 trước Công nguyên */
	long early = is_digits(scan, at + 1) && token_len(scan, at + 1) <= 4 ? scan_digits_value(scan, at + 1) : 0;
	if (early > 0 && (end = era_read(scan, at + 2, &year->bc)) > at + 2) {
		year->year = (int)early;
		return end;
	}
	if (early >= 100 && early < 1000 && token_len(scan, at + 1) == 3 &&
	    !(is_mark(scan, at + 2, '.') && is_glued(scan, at + 2)) && !may_start(scan, at + 2, LEX_SCALE)) {
		year->year = (int)early;
		return at + 2;
	}
	const struct lex_entry *relative = lex_at(scan, LEX_REL, at + 1, &end);
	if (relative && !relative->code) {
		*year = moment_relative(scan, GRAIN_YEAR, relative->value);
		*unresolved = !scan->has_date;
		return end;
	}
	end = read_sexagenary(scan, at + 1, year);
	*unresolved = end && year->year == 0;
	return end;
}

/* A year behind a month or quarter: /2025, -2025, năm 2025, năm nay. Returns at if there is none. */
size_t year_of_read(const struct scan *scan, size_t at, struct moment *moment)
{
	struct moment year;
	int unresolved;
	/* tháng 5- 2016 */
	int loose = scan_is_dash(scan, at) && is_glued(scan, at) && year_at(scan, at + 1) >= 1900;
	if ((is_mark(scan, at, '/') || is_mark(scan, at, '.') || scan_is_dash(scan, at)) && year_at(scan, at + 1) &&
	    (is_mark(scan, at, '/') || is_tight(scan, at) || loose)) {
		moment->year = year_at(scan, at + 1);
		return at + 2;
	}
	size_t from = is_mark(scan, at, ',') || glue_at(scan, at) == GLUE_OF ? at + 1 : at;
	size_t end = glue_at(scan, from) == GLUE_YEAR ? year_read(scan, from, &year, &unresolved) : 0;
	if (end && !year.bc && (from == at || year_at(scan, from + 1) || glue_at(scan, at) == GLUE_OF)) {
		/* "tháng 3 năm nay" without a document's date keeps its words and has no year. */
		moment->year = unresolved ? 0 : year.year;
		return end;
	}
	return at;
}

/* The two years of a period: 2020-2025, 2021 đến 2025, 2020-21. Returns the token behind them, or 0. */
size_t years_read(const struct scan *scan, size_t at, struct point *point)
{
	int first = year_at(scan, at), last;
	if (!first)
		return 0;
	size_t second = at + 2;
	if (!scan_is_dash(scan, at + 1) && glue_at(scan, at + 1) != GLUE_TO && !is_mark(scan, at + 1, '/'))
		return 0;
	if (glue_at(scan, second) == GLUE_YEAR)
		second++;
	last = year_at(scan, second);
	if (!last && is_digits(scan, second) && token_len(scan, second) == 2 && is_glued(scan, second) &&
	    !is_glued(scan, second + 1))
		last = first / 100 * 100 + (int)scan_digits_value(scan, second);
	if (last <= first || last - first > 200)
		return 0;
	point->is_range = 1;
	point->first = (struct moment){.grain = GRAIN_YEAR, .year = first};
	point->last = (struct moment){.grain = GRAIN_YEAR, .year = last};
	return second + 1;
}
