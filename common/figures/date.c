/* SPDX-License-Identifier: MIT */
/* The rule of dates: what may begin one, and the longest of its readings. */
#include "base/clear.h"
#include "figures/date.h"

size_t point_read(const struct scan *scan, size_t at, struct point *point)
{
	/* Those for all that may begin a date, then those for digits alone. */
	enum { ANYWHERE = 3, ALL = 8 };
	static size_t (*const rules[ALL])(const struct scan *, size_t, struct point *) = {
		day_read,	 part_of_year_read, period_read,       bare_month_read,
		bare_years_read, bare_year_read,    listed_month_read, listed_age_read,
	};
	size_t best_end = 0, count = is_digits(scan, at) ? ALL : ANYWHERE;
	clear_bytes(point, sizeof *point);
	for (size_t i = 0; i < count; i++) {
		struct point found;
		clear_bytes(&found, sizeof found);
		size_t end = rules[i](scan, at, &found);
		if (end > best_end && moment_valid(&found.first)) {
			*point = found;
			best_end = end;
		}
	}
	return best_end;
}

/* từ ngày X trở đi */
static size_t read_onward(const struct scan *scan, size_t end, struct point *point)
{
	int onward = glue_at(scan, end) == GLUE_UPWARD && glue_at(scan, end + 1) == GLUE_GO;
	return onward && !point->is_range ? end + 2 : 0;
}

static void fill(struct reading *reading, const struct point *point)
{
	reading->kind = KIND_DATE;
	reading->rule = point->rule;
	reading->is_range = point->is_range;
	reading->first = point->first;
	reading->last = point->last;
	reading->unresolved = point->unresolved;
	reading->edge = point->edge;
	reading->part = point->part;
	reading->type = point->type;
	reading->lunar = point->lunar;
}

/* Whether a word of the grammar stands there that is one of these. */
static int is_one_of(const struct scan *scan, size_t at, uint64_t glues)
{
	return (glues & glue_bit(token_at(scan, at)->glue)) != 0;
}

/* What begins with digits: a year, a day that a list goes on with, or what the next token makes a day or a time. */
static int digits_may_begin(const struct scan *scan, size_t at)
{
	const uint64_t behind = GLUE(MONTH) | GLUE(DAY) | GLUE(HOUR) | GLUE(HOUR_TIGHT) | GLUE(TO) | GLUE(TET) |
				GLUE(SLASH) | GLUE(DASH) | GLUE(COLON);
	if (token_len(scan, at) == 4 || may_start(scan, at + 1, LEX_ERA) || ((scan->last_is_day || scan->last_is_month || scan->last_age) && scan->last_end + 1 == at))
		return 1;
	if (is_one_of(scan, at + 1, behind) || (is_one_of(scan, at + 1, GLUE(STOP)) && is_digits(scan, at + 2)))
		return 1;
	size_t end = number_end(scan, at);
	return end && is_one_of(scan, end, GLUE(MONTH) | GLUE(DAY));
}

/* đầu, cuối, giữa: of a part of the calendar. */
static int edge_may_begin(const struct scan *scan, size_t at)
{
	const uint64_t units = GLUE(MONTH) | GLUE(QUARTER) | GLUE(WEEK) | GLUE(CENTURY) | GLUE(YEAR) | GLUE(THOSE) |
			       GLUE(DECADE);
	size_t end;
	return lex_at(scan, LEX_EDGE, at, &end) &&
	       (is_one_of(scan, end, units) || may_start(scan, end, LEX_PERIOD) || year_at(scan, end));
}

int date_may_begin(const struct scan *scan, size_t at)
{
	const uint64_t sets = SET(PART) | SET(WEEKDAY) | SET(PERIOD) | SET(REL_DAY) | SET(SAME) | SET(SEASON) | SET(MONTH_ENGLISH);
	const uint64_t glues = GLUE(DAY) | GLUE(HOM) | GLUE(MUNG) | GLUE(RAM) | GLUE(MONTH) | GLUE(YEAR) |
			       GLUE(QUARTER) | GLUE(WEEK) | GLUE(DECADE) | GLUE(HALF);
	const uint64_t behind = GLUE(HOUR) | GLUE(MONTH) | GLUE(DAY) | GLUE(TET) | GLUE(SLASH) | GLUE(DASH);
	uint64_t starts = token_starts(token_at(scan, at));
	if (is_digits(scan, at))
		return digits_may_begin(scan, at);
	if (starts & sets || is_one_of(scan, at, glues))
		return 1;
	/* thế kỷ */
	if (is_one_of(scan, at, GLUE(CENTURY)))
		return (int)(token_at(scan, at + 1)->word->seconds >> LEX_DURATION & 1);
	if (starts & SET(EDGE) && edge_may_begin(scan, at))
		return 1;
	size_t end = number_end(scan, at);
	return end && is_one_of(scan, end, behind);
}

/* "tháng 7, 8 và 9/2016": the year at the end of the list of months; 0 if there is none. */
static int year_of_list(const struct scan *scan, size_t at)
{
	enum { MONTHS = 11 };
	for (size_t n = 0; n < MONTHS; n++, at += 2) {
		if (!is_mark(scan, at, ',') && glue_at(scan, at) != GLUE_AND)
			return 0;
		if (!is_digits(scan, at + 1) || token_len(scan, at + 1) > 2)
			return 0;
		if (glue_at(scan, at + 2) == GLUE_YEAR || (is_mark(scan, at + 2, '/') && is_glued(scan, at + 2)))
			return year_at(scan, at + 3);
	}
	return 0;
}

size_t rule_date(const struct scan *scan, size_t at, struct reading *reading)
{
	struct point point, range;
	/* tổ chức lần đầu năm nay */
	if (at > 0 && glue_at(scan, at - 1) == GLUE_TIMES && may_start(scan, at, LEX_EDGE))
		return 0;
	size_t end = point_read(scan, at, &point);
	if (!end)
		return 0;
	struct point first = point;
	size_t range_end = point_read_range(scan, at, end, &first, &range);
	if (range_end &&
	    (!range.bare || bare_day_is_date(scan, at, range_end, &range) || glue_at(scan, at - (at > 0)) == GLUE_FROM)) {
		fill(reading, &range);
		return range_end;
	}
	if (!bare_date_is_meant(scan, at, end, &point))
		return 0;
	if (point.first.grain == GRAIN_MONTH && point.first.year == 0 && !point.is_range)
		point.first.year = year_of_list(scan, end);
	if (!point.is_range)
		point_resolve(scan, at, end, &point);
	else if (point.first.year == 0 && !point.unresolved)
		point_resolve_range(scan, at, end, &point);
	point_make_lunar(scan, at, &point);
	fill(reading, &point);
	size_t onward = read_onward(scan, end, &point);
	if (onward) {
		reading->is_range = 1;
		reading->open_to = 1;
	}
	return onward ? onward : end;
}
