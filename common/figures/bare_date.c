/* SPDX-License-Identifier: MIT */
/* Days and months in digits without a word that says so: 26-9, 2/3, 9/2025. What stands around decides. */
#include <string.h>

#include "figures/date.h"
#include "figures/duration.h"
#include "figures/quantity.h"

/* A holiday's name somewhere in the five words before. */
const struct lex_entry *holiday_before(const struct scan *scan, size_t at)
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
	/* Ngày Kỹ năng lao động Việt Nam - 4/10 */
	int dash = at > 1 && scan_is_dash(scan, at - 1) && !is_glued(scan, at - 1) && !is_glued(scan, at) &&
		   is_word(scan, at - 2);
	if (!dash && (at == 0 || !is_mark(scan, at - 1, '(') || !is_mark(scan, end, ')')))
		return 0;
	if (scan->last_kind == KIND_DATE && scan->last_end == at - 1)
		return 1;
	for (size_t n = 2; n <= NEAR + 2 * (size_t)dash && n <= at && is_word(scan, at - n); n++) {
		int glue = glue_at(scan, at - n);
		if (glue == GLUE_DAY && (!dash || token_at(scan, at - n)->letters == CASE_CAPITAL))
			return 1;
		if (glue == GLUE_NOW || glue == GLUE_TOMORROW)
			return 1;
	}
	return 0;
}

/* Ngày Chiến thắng 9/5: a day of a name. */
static int is_named_day(const struct scan *scan, size_t at)
{
	enum { NEAR = 7 };
	for (size_t n = 2; n <= NEAR && n <= at && is_word(scan, at - n + 1); n++)
		if (glue_at(scan, at - n) == GLUE_DAY)
			return token_at(scan, at - n)->letters == CASE_CAPITAL &&
			       token_at(scan, at - n + 1)->letters == CASE_CAPITAL;
	return 0;
}

/* "hôm nay, 2/11,": the same day in digits, between commas. */
static int is_day_again(const struct scan *scan, size_t at, size_t end)
{
	if (at < 2 || !is_mark(scan, at - 1, ',') || is_word(scan, end))
		return 0;
	return glue_at(scan, at - 2) == GLUE_NOW || glue_at(scan, at - 2) == GLUE_TOMORROW ||
	       (scan->last_is_day && scan->last_end == at - 1);
}

/* Whether a pair in brackets is a day: (24/11); Ulsan (24/11), Daegu (28/11) và Jeonbuk (1/12). */
static int is_day_in_brackets(const struct scan *scan, size_t at, size_t end, const struct point *point)
{
	if (at == 0 || !is_mark(scan, at - 1, '(') || !is_mark(scan, end, ')'))
		return 0;
	/* kết thúc trận đấu (6-4); but chiều tối và đêm (8-2) */
	int score = scan->last_kind == KIND_SCORE || (token_len(scan, at) == 1 && token_len(scan, at + 2) == 1);
	if (scan_is_dash(scan, at + 1) && score && !lex_before(scan, LEX_PART, at - 1, NULL))
		return 0;
	return point->first.day > point->first.month ||
	       (is_mark(scan, at + 1, '/') && scan->last_is_day && is_mark(scan, scan->last_end, ')'));
}

/* các ngày 28/11 (lượt đi) và 1/12 (lượt về): the next one behind what stands in brackets. */
static int is_next_day(const struct scan *scan, size_t at)
{
	enum { LONGEST = 5 };
	if (!scan->last_is_day || scan->last_end == 0 || !is_mark(scan, scan->last_end, '(') ||
	    !is_mark(scan, at + 1, '/'))
		return 0;
	for (size_t end = scan->last_end; end < scan->last_end + LONGEST && end + 2 <= at; end++)
		if (is_mark(scan, end, ')'))
			return end + 2 == at && (is_mark(scan, end + 1, ',') || glue_at(scan, end + 1) == GLUE_AND);
	return 0;
}

/* tỷ số từ 3-2 trở lên; sau 5-10 hoặc 15-20 chập: a dash between what are no day and month. */
static int is_other_pair(const struct scan *scan, size_t at, size_t end)
{
	if (!scan_is_dash(scan, at + 1) || at == 0)
		return 0;
	return (glue_at(scan, at - 1) == GLUE_FROM && lex_before(scan, LEX_SCORE, at - 1, NULL)) ||
	       (glue_at(scan, end) == GLUE_OR && is_digits(scan, end + 1) && scan_is_dash(scan, end + 2));
}

/* giảm đến 2/3, chiếm tới 3/4 */
static int is_share_reached(const struct scan *scan, size_t at, const struct point *point)
{
	return at > 1 && glue_at(scan, at - 1) == GLUE_TO && is_mark(scan, at + 1, '/') &&
	       point->first.day < point->first.month &&
	       (lex_before(scan, LEX_CHANGE, at - 1, NULL) || lex_before(scan, LEX_LINK, at - 1, NULL));
}

/* lễ 1/5 năm nay; "5/5 là ngày" */
static int is_day_by_next(const struct scan *scan, size_t end)
{
	int glue = glue_at(scan, end), next = glue_at(scan, end + 1);
	return (glue == GLUE_IS && next == GLUE_DAY) || (glue == GLUE_YEAR && next == GLUE_NOW);
}

/* Whether a pair of day and month without a word is a date by what stands around. */
int bare_day_is_date(const struct scan *scan, size_t at, size_t end, const struct point *point)
{
	int dot = is_mark(scan, at + 1, '.');
	/* 7-6 (10-3): a tie-break */
	if (scan->last_kind == KIND_SCORE && scan->last_end > 0 && scan->last_end + 1 == at)
		return 0;
	if (duration_half_end(scan, at) || is_other_pair(scan, at, end))
		return 0;
	if (is_next_day(scan, at))
		return 1;
	/* Nothing but the date, as a caption or a cell; or a list of days that goes on. */
	if (at == 0 && (end == scan->count || (is_mark(scan, end, ':') && !is_digits(scan, end + 1))))
		return 1;
	/* 1/2, 23h30: Milan - Roma */
	struct clock clock;
	if (at == 0 && is_mark(scan, end, ',') && clock_read(scan, end + 1, &clock))
		return 1;
	if (is_bracketed_day(scan, at, end) || is_day_again(scan, at, end) || is_named_day(scan, at))
		return 1;
	if (holiday_before(scan, at))
		return 1;
	if (is_share_reached(scan, at, point))
		return 0;
	/* "hạn nộp hồ sơ: 1/9" */
	size_t said = at > 0 && is_mark(scan, at - 1, ':') ? at - 1 : at;
	const struct lex_entry *before = lex_before(scan, LEX_DATE_BEFORE, said, NULL);
	if (is_day_by_next(scan, end))
		return 1;
	if (dot && !(before && before->value == DATE_BEFORE_POINT))
		return 0;
	/* khởi chiếu 3/10 tới */
	const struct lex_entry *relative = lex_at(scan, LEX_REL, end, NULL);
	if (relative && relative->flags & LEX_STRONG)
		return 1;
	/* từ 2-3 khúc: what follows without a mark is counted */
	if (at > 0 && glue_at(scan, at - 1) == GLUE_FROM && !is_mark(scan, at + 1, '/') && is_word(scan, end) &&
	    token_at(scan, end)->letters == CASE_LOWER && !lex_at(scan, LEX_STOP, end, NULL))
		return 0;
	if (before && !may_start(scan, end, LEX_UNIT) &&
	    !may_start(scan, end, LEX_CURRENCY) && !may_start(scan, end, LEX_SCALE) &&
	    !lex_at(scan, LEX_COUNTED, end, NULL) && glue_at(scan, end) != GLUE_NUMBER_SIGN)
		return 1;
	if (is_day_in_brackets(scan, at, end, point))
		return 1;
	/* 11/11 - 25/11 */
	int day = point->first.day > 12 || (point->is_range && point->last.day > 12);
	return is_mark(scan, at + 1, '/') && day && !lex_at(scan, LEX_COUNTED, end, NULL) &&
	       glue_at(scan, end) != GLUE_NUMBER_SIGN;
}

/* A bare 26-9 needs words around it; with a year it is a date by itself. */
int bare_date_is_meant(const struct scan *scan, size_t at, size_t end, const struct point *point)
{
	/* 11-24/11 is nothing but days. */
	return !point->bare || point->is_range || point->first.year != 0 || bare_day_is_date(scan, at, end, point);
}

/* tháng 9/2025 without tháng: 9/2019. */
size_t bare_month_read(const struct scan *scan, size_t at, struct point *point)
{
	long month = is_digits(scan, at) && token_len(scan, at) <= 2 ? scan_digits_value(scan, at) : 0;
	/* 6.2019 is no number: its point would have three digits behind it. */
	int joined = is_mark_of(scan, at + 1, U"/-.");
	if (month < 1 || month > 12 || !joined || !is_glued(scan, at + 1) || !is_glued(scan, at + 2))
		return 0;
	int year = year_at(scan, at + 2);
	if (year < 1900 || year > 2100 ||
	    (is_glued(scan, at + 3) && (is_mark(scan, at + 3, '/') || is_mark(scan, at + 3, '-'))))
		return 0;
	if (is_mark(scan, at + 1, '-') && !lex_before(scan, LEX_DATE_BEFORE, at, NULL))
		return 0;
	point->first = (struct moment){.grain = GRAIN_MONTH, .year = year, .month = (int)month};
	point->rule = "date.month-digits";
	return at + 3;
}

/* tháng 11 và 12, tháng 7, 8 năm 2016: a month that goes on with a list of months. */
size_t listed_month_read(const struct scan *scan, size_t at, struct point *point)
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
	int more = joins_digits(scan, end);
	int closed = is_word(scan, end) ? lex_at(scan, LEX_STOP, end, NULL) != NULL && !is_glued(scan, end)
					: !is_digits(scan, end) && !is_mark(scan, end, '%') &&
						  !is_mark(scan, end, '/') && !scan_is_dash(scan, end);
	return closed && !more && !counts_behind(scan, end) ? end : 0;
}
