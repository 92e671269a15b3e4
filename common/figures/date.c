/* SPDX-License-Identifier: MIT */
#include "figures/date.h"
#include "figures/lunisolar.h"
#include "figures/quantity.h"

#include <string.h>

static int has_lex(const struct scan *scan, enum lex_set set, size_t before)
{
	return lex_before(scan, set, before, NULL) != NULL;
}

/* A holiday's name somewhere in the five words before. */
static const struct lex_entry *holiday_before(const struct scan *scan, size_t at)
{
	for (size_t n = 0; n < 3 && n < at; n++) {
		const struct lex_entry *holiday = lex_before(scan, LEX_HOLIDAY, at - n, NULL);
		if (holiday)
			return holiday;
	}
	return NULL;
}

/* "(3/3)" behind chiều nay or ngày Lễ độc thân: brackets say which day that is. */
static int is_bracketed_day(const struct scan *scan, size_t at, size_t end)
{
	enum { NEAR = 6 };
	if (at == 0 || !is_mark(scan, at - 1, '(') || !is_mark(scan, end, ')'))
		return 0;
	if (scan->last_kind == KIND_DATE && scan->last_end == at - 1)
		return 1;
	for (size_t n = 2; n <= NEAR && n <= at && is_word(scan, at - n); n++)
		if (glue_at(scan, at - n) == GLUE_DAY || word_is(scan, at - n, "nay") || word_is(scan, at - n, "mai"))
			return 1;
	return 0;
}

/* Whether a pair of day and month without a word is a date by what stands around. */
static int pair_is_date(const struct scan *scan, size_t at, size_t end, const struct point *point)
{
	int dot = is_mark(scan, at + 1, '.');
	/* Nothing but the date, as a caption or a cell; or a list of days that goes on. */
	if (at == 0 && (end == scan->count || (is_mark(scan, end, ':') && !is_digits(scan, end + 1))))
		return 1;
	if (is_bracketed_day(scan, at, end))
		return 1;
	if (holiday_before(scan, at))
		return 1;
	if (dot)
		return 0;
	/* khởi chiếu 3/10 tới */
	const struct lex_entry *relative = lex_at(scan, LEX_REL, end, NULL);
	if (relative && !relative->code &&
	    (strcmp(relative->text, "tới") == 0 || strcmp(relative->text, "này") == 0 || strstr(relative->text, "vừa")))
		return 1;
	/* từ 2-3 khúc: what follows without a mark is counted */
	if (at > 0 && glue_at(scan, at - 1) == GLUE_FROM && !is_mark(scan, at + 1, '/') && is_word(scan, end) &&
	    scan->tokens[end].letters == CASE_LOWER && !lex_at(scan, LEX_STOP, end, NULL))
		return 0;
	if (has_lex(scan, LEX_DATE_BEFORE, at) && !may_start(scan, end, LEX_UNIT) &&
	    !may_start(scan, end, LEX_CURRENCY) && !may_start(scan, end, LEX_SCALE) &&
	    !lex_at(scan, LEX_COUNTED, end, NULL) && glue_at(scan, end) != GLUE_NUMBER_SIGN)
		return 1;
	if (at > 0 && is_mark(scan, at - 1, '(') && is_mark(scan, end, ')') && point->first.day > point->first.month)
		return 1;
	return is_mark(scan, at + 1, '/') && point->first.day > 12 && !lex_at(scan, LEX_COUNTED, end, NULL) &&
	       glue_at(scan, end) != GLUE_NUMBER_SIGN;
}

/* A bare 26-9 needs words around it; with a year it is a date by itself. */
static int accept_bare(const struct scan *scan, size_t at, size_t end, const struct point *point)
{
	/* 11-24/11 is nothing but days. */
	return !point->bare || point->is_range || point->first.year != 0 || pair_is_date(scan, at, end, point);
}

/* tháng 9/2025 without tháng: 9/2019. */
static size_t read_bare_month(const struct scan *scan, size_t at, struct point *point)
{
	long month = is_digits(scan, at) && token_len(scan, at) <= 2 ? scan_digits_value(scan, at) : 0;
	/* 6.2019 is no number: its point would have three digits behind it. */
	int joined = is_mark(scan, at + 1, '/') || is_mark(scan, at + 1, '-') || is_mark(scan, at + 1, '.');
	if (month < 1 || month > 12 || !joined || !is_glued(scan, at + 1) || !is_glued(scan, at + 2))
		return 0;
	int year = year_at(scan, at + 2);
	if (year < 1900 || year > 2100 ||
	    (is_glued(scan, at + 3) && (is_mark(scan, at + 3, '/') || is_mark(scan, at + 3, '-'))))
		return 0;
	if (is_mark(scan, at + 1, '-') && !has_lex(scan, LEX_DATE_BEFORE, at))
		return 0;
	point->first = (struct moment){.grain = GRAIN_MONTH, .year = year, .month = (int)month};
	point->rule = "date.month-digits";
	return at + 3;
}

/* A year of our times that nothing follows which it could count, and nothing before that makes it a number. */
static int is_plain_year(const struct scan *scan, size_t at)
{
	int year = year_at(scan, at);
	if (year < 1930 || year > 2050 || at == 0)
		return 0;
	size_t end;
	const struct lex_entry *stop = lex_at(scan, LEX_STOP, at - 1, &end);
	if (stop && end == at && stop->value == 1)
		return 0;
	if (lex_before(scan, LEX_MOD, at, NULL) || lex_before(scan, LEX_LABEL, at, NULL) ||
	    lex_before(scan, LEX_CHANGE, at, NULL))
		return 0;
	const struct token *before = &scan->tokens[at - 1];
	if (before->kind == TOKEN_MARK)
		return before->mark == '(' || (before->mark == ',' && is_mark(scan, at + 1, ')')) ||
		       (before->mark == ',' && scan->last_kind == KIND_DATE && scan->last_end == at - 1);
	return before->kind == TOKEN_WORD && !is_glued(scan, at) && !lex_before(scan, LEX_LINK, at, NULL) &&
	       !may_start(scan, at - 1, LEX_CURRENCY);
}

static size_t put_year(struct point *point, int year, size_t at)
{
	point->first = (struct moment){.grain = GRAIN_YEAR, .year = year};
	point->rule = "date.bare-year";
	return at + 1;
}

/* A bare year, where nothing can be counted by it: "so với 2019", "Luật Biển 1982", "SN 1969", "(1975)". */
static size_t read_bare_year(const struct scan *scan, size_t at, struct point *point)
{
	int year = year_at(scan, at);
	if (year < 1900 || year > 2099)
		return 0;
	int before = at > 0 ? glue_at(scan, at - 1) : 0;
	int name = at > 0 && scan_is_name(scan, at - 1);
	int open = !is_word(scan, at + 1) || scan->tokens[at + 1].letters != CASE_LOWER ||
		   lex_at(scan, LEX_STOP, at + 1, NULL);
	int function = before == GLUE_FROM || before == GLUE_TO || before == GLUE_OF || before == GLUE_BORN ||
		       before == GLUE_AND || before == GLUE_GENERAL || before == GLUE_AT;
	/* World Cup 2022 khu vực châu Á: a name and its year, whatever follows; a round number could count */
	name |= at > 0 && scan->tokens[at - 1].letters == CASE_MIXED;
	if (year >= 1990 && year <= 2035 && name && year % 100 != 0)
		return put_year(point, year, at);
	if (year >= 1990 && year <= 2035 && at > 1 && name && scan_is_name(scan, at - 2))
		return put_year(point, year, at);
	/* Grand i10 2017 */
	if (year >= 1990 && year <= 2035 && at > 1 && is_digits(scan, at - 1) && is_glued(scan, at - 1) &&
	    is_word(scan, at - 2) && !is_glued(scan, at))
		return put_year(point, year, at);
	/* xe đời 2009; các năm 2018 và 2019 */
	int listed = scan->last_end > 0 && scan->last_end == at - 1 && scan->last_is_year &&
		     (before == GLUE_AND || before == GLUE_OR);
	if (listed || (at > 0 && word_is(scan, at - 1, "đời")))
		return put_year(point, year, at);
	/* Luật Đấu thầu 2023 quy định: a count would have its point, 2.023 */
	if (year >= 1990 && year <= 2035 && year % 100 != 0 && at > 1 && is_word(scan, at - 2) &&
	    is_word(scan, at - 1) && lex_at(scan, LEX_COUNTED, at + 1, NULL) && is_plain_year(scan, at) &&
	    !lex_before(scan, LEX_STOP, at, NULL))
		return put_year(point, year, at);
	if (before == GLUE_NUMBER_SIGN || may_start(scan, at + 1, LEX_CURRENCY) || may_start(scan, at + 1, LEX_SCALE) ||
	    (may_start(scan, at + 1, LEX_UNIT) && !word_is(scan, at + 2, "còn")) ||
	    lex_at(scan, LEX_COUNTED, at + 1, NULL) || is_mark(scan, at + 1, '%'))
		return 0;
	/* "kỳ thi quốc gia 2020 dựa trên": what follows is no noun that is counted. */
	int ours = year >= 1990 && year <= 2035 && at > 1 && is_word(scan, at - 2) && is_word(scan, at - 1);
	if ((open || ours) && is_plain_year(scan, at))
		return put_year(point, year, at);
	int brackets = at > 0 && is_mark(scan, at - 1, '(') &&
		       (is_mark(scan, at + 1, ')') || is_mark(scan, at + 1, ',') || is_mark(scan, at + 1, '-'));
	static const char *const of_year[] = {"với", "cho",  "sinh", "hè",  "mùa", "xuân",
					      "hạn", "giải", "kỳ",   "bản", "hệ",  "khóa"};
	int compared = 0;
	for (size_t k = 0; at > 1 && k < sizeof of_year / sizeof *of_year; k++)
		compared |= word_is(scan, at - 1, of_year[k]);
	if (!brackets && !(open && name) && !function && !(compared && open) && before != GLUE_BORN)
		return 0;
	/* "Có 1975 người" never comes here; "và 2000 người" does. */
	if (function && !open && before != GLUE_BORN)
		return 0;
	return put_year(point, year, at);
}

/* 2021-2025 without a word for the period. */
static size_t read_bare_years(const struct scan *scan, size_t at, struct point *point)
{
	int joined = scan_is_dash(scan, at + 1) ||
		     (glue_at(scan, at + 1) == GLUE_TO && at > 0 && glue_at(scan, at - 1) == GLUE_FROM);
	int first = year_at(scan, at), last = joined ? year_at(scan, at + 2) : 0;
	/* mùa bóng 2023-24, 2023/24: the next year by its last two digits */
	int short_year = (scan_is_dash(scan, at + 1) || is_mark(scan, at + 1, '/')) && is_digits(scan, at + 2) &&
			 is_glued(scan, at + 1) && is_glued(scan, at + 2) && token_len(scan, at + 2) == 2 &&
			 !(is_glued(scan, at + 3) && (is_word(scan, at + 3) || is_digits(scan, at + 4)));
	if (short_year && first >= 1950 && scan_digits_value(scan, at + 2) == (first + 1) % 100)
		last = first + 1;
	if (first < 1800 || last <= first || last > 2100 || may_start(scan, at + 3, LEX_CURRENCY) ||
	    may_start(scan, at + 3, LEX_SCALE) || may_start(scan, at + 3, LEX_UNIT) ||
	    lex_at(scan, LEX_COUNTED, at + 3, NULL) || is_mark(scan, at + 3, '%'))
		return 0;
	point->is_range = 1;
	point->first = (struct moment){.grain = GRAIN_YEAR, .year = first};
	point->last = (struct moment){.grain = GRAIN_YEAR, .year = last};
	point->rule = "date.years";
	return at + 3;
}

/* tháng 11 và 12, tháng 7, 8 năm 2016: a month that goes on with a list of months. */
static size_t read_listed_month(const struct scan *scan, size_t at, struct point *point)
{
	size_t end = at + 1;
	if (!scan->last_is_month || scan->last_end == 0 || scan->last_end + 1 != at || token_len(scan, at) > 2 ||
	    !(is_mark(scan, at - 1, ',') || glue_at(scan, at - 1) == GLUE_AND || glue_at(scan, at - 1) == GLUE_OR))
		return 0;
	point->first = (struct moment){.grain = GRAIN_MONTH, .month = (int)scan_digits_value(scan, at)};
	point->rule = "date.month-list";
	if (point->first.month < 1 || point->first.month > 12)
		return 0;
	if (glue_at(scan, end) == GLUE_YEAR && year_at(scan, end + 1)) {
		point->first.year = year_at(scan, end + 1);
		return end + 2;
	}
	int more = is_glued(scan, end) && is_digits(scan, end + 1) && is_glued(scan, end + 1);
	int closed = is_word(scan, end) ? lex_at(scan, LEX_STOP, end, NULL) != NULL && !is_glued(scan, end)
					: !is_digits(scan, end) && !is_mark(scan, end, '%') &&
						  !is_mark(scan, end, '/') && !scan_is_dash(scan, end);
	return closed && !more && !counts_behind(scan, end) ? end : 0;
}

static size_t read_point(const struct scan *scan, size_t at, struct point *point)
{
	/* Those for all that may begin a date, then those for digits alone. */
	enum { ANYWHERE = 3, ALL = 7 };
	static size_t (*const rules[ALL])(const struct scan *, size_t, struct point *) = {
		day_read,	 part_of_year_read, period_read,       read_bare_month,
		read_bare_years, read_bare_year,    read_listed_month,
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

/* What joins the two ends of a range. Returns the token behind it, or 0. */
static size_t read_joint(const struct scan *scan, size_t at)
{
	int comma = is_mark(scan, at, ',');
	if (comma)
		at++;
	if (glue_at(scan, at) == GLUE_TO)
		at++;
	else if (!comma && scan_is_dash(scan, at))
		at++;
	else if (is_word(scan, at) && glue_at(scan, at + 1) == GLUE_TO && slice_is(scan_word(scan, at), "cho"))
		at += 2;
	else
		return 0;
	while (is_word(scan, at) && (slice_is(scan_word(scan, at), "hết") || slice_is(scan_word(scan, at), "suốt")))
		at++;
	return at;
}

/* What only one end of the range says holds for both. */
static void share(struct moment *first, struct moment *last)
{
	if (first->grain == GRAIN_DAY && first->month == 0 && last->month) {
		first->month = last->month;
		first->year = first->year ? first->year : last->year;
	}
	if (last->grain == GRAIN_DAY && last->month == 0)
		last->month = first->month;
	if (first->year == 0 && last->year && first->grain >= GRAIN_QUARTER) {
		first->year = last->year;
		if (moment_compare(first, last) > 0)
			first->year--;
	}
}

static int same_sort(const struct moment *a, const struct moment *b)
{
	if (a->grain == b->grain)
		return 1;
	/* cuối những năm 70 tới suốt thập niên 90; tháng 5 đến 6-9 */
	if (a->weekday || b->weekday)
		return a->weekday && b->weekday;
	return (a->grain == GRAIN_YEAR && b->grain == GRAIN_DECADE) ||
	       (a->grain == GRAIN_DAY && b->grain == GRAIN_MONTH) ||
	       (a->grain == GRAIN_MONTH && b->grain == GRAIN_DAY) ||
	       (a->grain == GRAIN_MONTH && b->grain == GRAIN_YEAR) ||
	       (a->grain == GRAIN_YEAR && b->grain == GRAIN_MONTH);
}

static void resolve_point(const struct scan *scan, size_t begin, size_t end, struct point *point)
{
	if (!point->unresolved && !point->first.weekday && (point->first.grain >= GRAIN_QUARTER || point->first.season))
		moment_resolve(&point->first, scan, direction_around(scan, begin, end));
}

/* Two ends that lie in one year: of the years around, one that has both ("7-29/2": a leap year). */
static void resolve_range(const struct scan *scan, size_t begin, size_t end, struct point *range)
{
	struct moment first = range->first;
	resolve_point(scan, begin, end, range);
	range->last.year = range->first.year;
	if (moment_valid(&range->last))
		return;
	range->first = range->last;
	range->first.year = 0;
	resolve_point(scan, begin, end, range);
	range->last = range->first;
	range->first = first;
	range->first.year = range->last.year;
}

/* A bare end behind a joint: "26 đến 28-9" has its month from the other; "ngày 14/4 đến 19/4". */
static size_t read_range(const struct scan *scan, size_t at, size_t end, struct point *first, struct point *range)
{
	struct point second;
	size_t from = read_joint(scan, end);
	if (!from || first->is_range)
		return 0;
	size_t last_end = read_point(scan, from, &second);
	if (!last_end || second.is_range || second.unresolved != first->unresolved ||
	    !same_sort(&first->first, &second.first))
		return 0;
	share(&first->first, &second.first);
	if (!moment_valid(&first->first) || !moment_valid(&second.first))
		return 0;
	/* The end is resolved, the beginning is the nearest before it. */
	if (first->first.year)
		second.first.year = second.first.year ? second.first.year : first->first.year;
	resolve_point(scan, at, last_end, &second);
	if (first->first.year == 0 && second.first.year) {
		first->first.year = second.first.year;
		if (moment_compare(&first->first, &second.first) > 0)
			first->first.year--;
	} else if (moment_compare(&first->first, &second.first) > 0) {
		second.first.year++;
	}
	if (moment_compare(&first->first, &second.first) >= 0 && first->first.year && first->first.grain > GRAIN_DECADE)
		return 0;
	/* The year that one end took from the other may lack its 29-2. */
	if (!moment_valid(&first->first) || !moment_valid(&second.first))
		return 0;
	*range = *first;
	range->last = second.first;
	range->is_range = 1;
	range->edge = NULL;
	range->part = first->part && second.part && strcmp(first->part, second.part) == 0 ? first->part : NULL;
	range->bare = first->bare && second.bare && first->first.year == 0;
	range->rule = "date.range";
	return last_end;
}

/* từ ngày X trở đi */
static size_t read_onward(const struct scan *scan, size_t end, struct point *point)
{
	int onward = glue_at(scan, end) == GLUE_UPWARD && is_word(scan, end + 1) &&
		     (slice_is(scan_word(scan, end + 1), "đi") || slice_is(scan_word(scan, end + 1), "lại"));
	return onward && !point->is_range && slice_is(scan_word(scan, end + 1), "đi") ? end + 2 : 0;
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

/* A holiday of the lunar calendar before the day makes it lunar: Giỗ Tổ Hùng Vương 10-3. */
static void make_lunar(const struct scan *scan, size_t at, struct point *point)
{
	const struct lex_entry *holiday = holiday_before(scan, at);
	struct date civil;
	if (!holiday || !holiday->code || point->first.grain != GRAIN_DAY || point->is_range || point->first.year == 0)
		return;
	if (point->first.month * 100 + point->first.day != holiday->value)
		return;
	point->lunar = 1;
	if (lunar_to_civil(point->first.year, point->first.month, point->first.day, 0, &civil))
		point->first = moment_day(civil);
}

/* Whether a word of the grammar stands there that is one of these. */
static int is_one_of(const struct scan *scan, size_t at, uint64_t glues)
{
	return (int)(glues >> glue_at(scan, at) & 1);
}

/* What begins with digits: a year, a day that a list goes on with, or what the next token makes a day or a time. */
static int digits_may_begin(const struct scan *scan, size_t at)
{
	const uint64_t behind = GLUE(MONTH) | GLUE(DAY) | GLUE(HOUR) | GLUE(HOUR_TIGHT) | GLUE(TO) | GLUE(TET) |
				GLUE(SLASH) | GLUE(DASH) | GLUE(COLON);
	if (token_len(scan, at) == 4 || ((scan->last_is_day || scan->last_is_month) && scan->last_end + 1 == at))
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
	const uint64_t sets = SET(PART) | SET(WEEKDAY) | SET(PERIOD) | SET(REL_DAY) | SET(SAME) | SET(SEASON);
	const uint64_t glues = GLUE(DAY) | GLUE(HOM) | GLUE(MUNG) | GLUE(RAM) | GLUE(MONTH) | GLUE(YEAR) |
			       GLUE(QUARTER) | GLUE(WEEK) | GLUE(DECADE) | GLUE(HALF);
	const uint64_t behind = GLUE(HOUR) | GLUE(MONTH) | GLUE(DAY) | GLUE(TET) | GLUE(SLASH) | GLUE(DASH);
	uint64_t starts = token_starts(&scan->tokens[at]);
	if (is_digits(scan, at))
		return digits_may_begin(scan, at);
	if (starts & sets || is_one_of(scan, at, glues))
		return 1;
	/* thế kỷ */
	if (is_one_of(scan, at, GLUE(CENTURY)))
		return (int)(scan->tokens[at + 1].word->seconds >> LEX_DURATION & 1);
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
	size_t end = read_point(scan, at, &point);
	if (!end)
		return 0;
	struct point first = point;
	size_t range_end = read_range(scan, at, end, &first, &range);
	if (range_end &&
	    (!range.bare || pair_is_date(scan, at, range_end, &range) || glue_at(scan, at - (at > 0)) == GLUE_FROM)) {
		fill(reading, &range);
		return range_end;
	}
	if (!accept_bare(scan, at, end, &point))
		return 0;
	if (point.first.grain == GRAIN_MONTH && point.first.year == 0 && !point.is_range)
		point.first.year = year_of_list(scan, end);
	if (!point.is_range)
		resolve_point(scan, at, end, &point);
	else if (point.first.year == 0 && !point.unresolved)
		resolve_range(scan, at, end, &point);
	make_lunar(scan, at, &point);
	fill(reading, &point);
	size_t onward = read_onward(scan, end, &point);
	if (onward) {
		reading->is_range = 1;
		reading->open_to = 1;
	}
	return onward ? onward : end;
}
