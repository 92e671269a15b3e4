/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "figures/date.h"
#include "figures/lunisolar.h"
#include "figures/quantity.h"

int year_at(const struct scan *scan, size_t at)
{
	long value = is_digits(scan, at) && token_len(scan, at) == 4 ? scan_digits_value(scan, at) : 0;
	/* 2.025 and 2025,5 are no years; nor is 1975 with letters on it. */
	size_t next = at + 1;
	int goes_on = is_glued(scan, next) &&
		      (is_word(scan, next) || ((is_mark(scan, next, ',') || is_mark(scan, next, '.')) &&
					       is_digits(scan, next + 1) && is_glued(scan, next + 1)));
	return value >= 1000 && value <= 2999 && !goes_on ? (int)value : 0;
}

/* "trước Công nguyên", "TCN" behind a year or a century. Returns at if there is none. */
static size_t read_era(const struct scan *scan, size_t at, int8_t *bc)
{
	*bc = 0;
	if (word_is(scan, at, "TCN")) {
		*bc = 1;
		return at + 1;
	}
	int before = word_is(scan, at, "trước");
	int after = word_is(scan, at, "sau");
	if ((!before && !after) || !is_word(scan, at + 1) || !is_word(scan, at + 2))
		return at;
	struct slice first = scan_word(scan, at + 1), second = scan_word(scan, at + 2);
	if (!(slice_is(first, "Công") || slice_is(first, "công")) ||
	    !(slice_is(second, "nguyên") || slice_is(second, "Nguyên")))
		return at;
	*bc = before;
	return at + 3;
}

static size_t read_sexagenary(const struct scan *scan, size_t at, struct moment *year)
{
	size_t behind, end;
	const struct lex_entry *stem = lex_at(scan, LEX_CAN, at, &behind);
	const struct lex_entry *branch = stem ? lex_at(scan, LEX_CHI, behind, &end) : NULL;
	if (!branch || scan->tokens[at].letters == CASE_LOWER || scan->tokens[behind].letters == CASE_LOWER)
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
		return read_era(scan, at + 2, &year->bc);
	}
	/* năm 938, năm 43, năm 179 trước Công nguyên */
	long early = is_digits(scan, at + 1) && token_len(scan, at + 1) <= 4 ? scan_digits_value(scan, at + 1) : 0;
	if (early > 0 && (end = read_era(scan, at + 2, &year->bc)) > at + 2) {
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
static size_t read_year_of(const struct scan *scan, size_t at, struct moment *moment)
{
	struct moment year;
	int unresolved;
	if ((is_mark(scan, at, '/') || is_mark(scan, at, '.') || scan_is_dash(scan, at)) && year_at(scan, at + 1) &&
	    (is_glued(scan, at) == is_glued(scan, at + 1) && (is_glued(scan, at) || is_mark(scan, at, '/')))) {
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

/* "tháng năm" is May, not "ngày tháng năm sinh", "3 tháng năm nay", "mỗi tháng một lần". */
static int is_month_word(const struct scan *scan, size_t at, size_t end)
{
	if (glue_at(scan, end) == GLUE_YEAR || is_mark(scan, end, '/'))
		return 1;
	if (glue_at(scan, at) != GLUE_YEAR || is_digits(scan, end) || lex_at(scan, LEX_REL, end, NULL) ||
	    lex_at(scan, LEX_CAN, end, NULL) || lex_at(scan, LEX_COUNTED, end, NULL) || may_start(scan, end, LEX_SCALE))
		return 0;
	if (word_is(scan, end, "sinh"))
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
	int lower = scan->tokens[at].letters == CASE_LOWER;
	if (lower && (name->value == 1 || name->value == 5) && !name->code && !is_month_word(scan, at, end))
		return 0;
	if (lower && at >= 2 && (glue_at(scan, at - 2) == GLUE_EACH || glue_at(scan, at - 2) == GLUE_EVERY))
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
	size_t end = read_year_of(scan, at + 2, &point->last);
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
	return read_year_of(scan, end, &point->first);
}

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
	end = read_year_of(scan, at + 2, &point->first);
	return token_len(scan, at) == 1 && end == at + 2 ? 0 : end;
}

/* thế kỷ XXI, thế kỷ thứ 3 trước Công nguyên, thập niên 90, thập niên 1990, những năm 80 */
static size_t read_century(const struct scan *scan, size_t at, struct point *point)
{
	if (!is_word(scan, at + 1) ||
	    (!slice_is(scan_word(scan, at + 1), "kỷ") && !slice_is(scan_word(scan, at + 1), "kỉ")))
		return 0;
	point->rule = "date.century";
	size_t from = at + 2;
	if (glue_at(scan, from) == GLUE_ORDER)
		from++;
	long value = is_digits(scan, from) ? scan_digits_value(scan, from)
		     : is_word(scan, from) ? number_roman(scan_word(scan, from))
					   : 0;
	if (is_word(scan, from) &&
	    (slice_is(scan_word(scan, from), "này") || slice_is(scan_word(scan, from), "trước"))) {
		int before = slice_is(scan_word(scan, from), "trước");
		point->first = moment_relative(scan, GRAIN_CENTURY, before ? -1 : 0);
		point->unresolved = !scan->has_date;
		return from + 1;
	}
	if (value < 1 || value > 30)
		return 0;
	point->first = (struct moment){.grain = GRAIN_CENTURY, .year = (int)value - 1};
	size_t end = read_era(scan, from + 1, &point->first.bc);
	if (point->first.bc)
		point->first.year = (int)value - 1;
	return end;
}

static size_t read_decade(const struct scan *scan, size_t at, struct point *point)
{
	size_t from = at;
	if (glue_at(scan, at) == GLUE_THOSE && glue_at(scan, at + 1) == GLUE_YEAR) {
		from = at + 2;
	} else if (glue_at(scan, at) == GLUE_DECADE && is_word(scan, at + 1) &&
		   slice_is(scan_word(scan, at + 1), "niên")) {
		from = at + 2;
		if (glue_at(scan, from) == GLUE_YEAR)
			from++;
	} else {
		return 0;
	}
	/* những năm 1970-1980 */
	int first = year_at(scan, from), last = scan_is_dash(scan, from + 1) ? year_at(scan, from + 2) : 0;
	if (last > first && first % 10 == 0 && last % 10 == 0) {
		point->rule = "date.decades";
		point->is_range = 1;
		point->first = (struct moment){.grain = GRAIN_DECADE, .year = first / 10};
		point->last = (struct moment){.grain = GRAIN_DECADE, .year = last / 10};
		return from + 3;
	}
	long value = is_digits(scan, from) ? scan_digits_value(scan, from) : 0;
	size_t len = is_digits(scan, from) ? token_len(scan, from) : 0;
	if (value % 10 != 0 || !(len == 2 || (len == 4 && year_at(scan, from))) || (len == 2 && value == 0))
		return 0;
	int decade = len == 4 ? (int)value / 10 : (int)value / 10 + (value >= 30 ? 190 : 200);
	size_t behind = glue_at(scan, from + 1) == GLUE_OF ? from + 2 : from + 1;
	struct point century = {0};
	size_t end = glue_at(scan, behind) == GLUE_CENTURY ? read_century(scan, behind, &century) : 0;
	/* Without a date nobody knows which century is the last one: the decade as people say it stands. */
	if (end && len == 2 && !century.unresolved)
		decade = century.first.year * 10 + (int)value / 10;
	point->rule = "date.decade";
	point->first = (struct moment){.grain = GRAIN_DECADE, .year = decade};
	return end ? end : from + 1;
}

/* The two years of a period: 2020-2025, 2021 đến 2025, 2020-21. Returns the token behind them, or 0. */
static size_t read_years(const struct scan *scan, size_t at, struct point *point)
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
	end = read_years(scan, from, point);
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
	size_t end = read_years(scan, at + 1, point);
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
		return read_century(scan, at, point);
	case GLUE_YEAR:
		end = read_named_period(scan, at, point);
		return end ? end : read_year_period(scan, at, point);
	default:
		end = read_decade(scan, at, point);
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
	static const char *const words[] = {"nhiều", "suốt", "mấy", "vài", "cả", "Nhiều", "Suốt", "Mấy", "Vài", "bao"};
	if (glue_at(scan, at) == GLUE_THOSE || is_digits(scan, at))
		return 1;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (word_is(scan, at, words[i]))
			return 1;
	return 0;
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
