/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"

/* Up to four numbers joined by - / . without white space (a dash between two days may have some). */
struct joined {
	long value[4];
	size_t digits[4];
	uint32_t mark[3];
	size_t count, end;
};

/* Behind ngày a dash may have white space: ngày 26 - 9 - 2025. */
static int joins(const struct scan *scan, size_t at, int may_space)
{
	int mark = is_mark(scan, at, '/') || is_mark(scan, at, '.') || scan_is_dash(scan, at);
	if (!mark || !is_digits(scan, at + 1) || token_len(scan, at + 1) > 4)
		return 0;
	return (is_glued(scan, at) && is_glued(scan, at + 1)) || (may_space && scan_is_dash(scan, at));
}

static void read_joined(const struct scan *scan, size_t at, int spaced, struct joined *joined)
{
	memset(joined, 0, sizeof *joined);
	joined->end = at;
	if (!is_digits(scan, at) || token_len(scan, at) > 4)
		return;
	for (size_t i = at;; i += 2) {
		joined->value[joined->count] = scan_digits_value(scan, i);
		joined->digits[joined->count++] = token_len(scan, i);
		joined->end = i + 1;
		/* "26 - 28/9": white space only before the first dash, and only if more follows. */
		int may_space = spaced || (joined->count == 1 && joins(scan, i + 3, 0) && !scan_is_dash(scan, i + 3));
		if (joined->count == 4 || !joins(scan, i + 1, may_space))
			break;
		joined->mark[joined->count - 1] = scan_is_dash(scan, i + 1) ? '-' : scan->tokens[i + 1].mark;
	}
}

static int full_year(const struct joined *joined, size_t i, int allow_two)
{
	if (joined->digits[i] == 4)
		return joined->value[i] >= 1000 && joined->value[i] <= 2999 ? (int)joined->value[i] : 0;
	/* 26/9/25: the last two figures; the century of the press. */
	if (allow_two && joined->digits[i] == 2)
		return (int)joined->value[i] + (joined->value[i] < 70 ? 2000 : 1900);
	return 0;
}

static int is_day(const struct joined *joined, size_t i)
{
	return joined->digits[i] <= 2 && joined->value[i] >= 1 && joined->value[i] <= 31;
}

static int is_month(const struct joined *joined, size_t i)
{
	return joined->digits[i] <= 2 && joined->value[i] >= 1 && joined->value[i] <= 12;
}

static int put_day(struct point *point, long day, long month, int year)
{
	point->first = (struct moment){.grain = GRAIN_DAY, .year = year, .month = (int)month, .day = (int)day};
	return moment_valid(&point->first);
}

static int put_days(struct point *point, long from, long to, long month, int year)
{
	if (from >= to || !put_day(point, to, month, year))
		return 0;
	point->last = point->first;
	point->is_range = 1;
	return put_day(point, from, month, year);
}

/* Which numbers of the join make a date; returns how many, or 0. The longest reading first. */
static size_t match_joined(const struct joined *j, struct point *point)
{
	/* 26-28/9/2025 */
	if (j->count == 4 && j->mark[0] == '-' && j->mark[1] == j->mark[2] && is_day(j, 0) && is_day(j, 1) &&
	    is_month(j, 2) && full_year(j, 3, 1) &&
	    put_days(point, j->value[0], j->value[1], j->value[2], full_year(j, 3, 1)))
		return 4;
	if (j->count >= 3) {
		/* 2025-09-26 */
		if (full_year(j, 0, 0) && j->mark[0] == '-' && j->mark[1] == '-' && is_month(j, 1) && is_day(j, 2))
			return put_day(point, j->value[2], j->value[1], full_year(j, 0, 0)) ? 3 : 0;
		int same = j->mark[0] == j->mark[1];
		/* 26-9-2025, 26/9/25, 26/9-2025 */
		if (is_day(j, 0) && is_month(j, 1) && full_year(j, 2, same && j->count == 3) &&
		    (same || j->digits[2] == 4))
			return put_day(point, j->value[0], j->value[1], full_year(j, 2, same)) ? 3 : 0;
		/* 26-28/9, 26-28-9, 26 và 27 are read by the caller */
		if (is_day(j, 0) && is_day(j, 1) && is_month(j, 2) && j->mark[0] == '-' && (!same || j->value[1] > 12))
			return put_days(point, j->value[0], j->value[1], j->value[2], 0) ? 3 : 0;
	}
	/* 26/9-28/9 stops at the dash: the caller makes a range of it. */
	if (j->count == 2 || (j->count >= 3 && j->mark[0] != '-' && j->mark[1] == '-'))
		return is_day(j, 0) && is_month(j, 1) && put_day(point, j->value[0], j->value[1], 0) ? 2 : 0;
	return 0;
}

static size_t read_joined_day(const struct scan *scan, size_t at, int spaced, struct point *point)
{
	struct joined joined;
	/* One number alone is no date: there must be a mark behind it. */
	if (!is_digits(scan, at) || scan->tokens[at + 1].kind != TOKEN_MARK)
		return 0;
	/* Two tokens of digits touch only where the window has cut a cell that was run together (extract.c). */
	if (at > 0 && is_glued(scan, at) && is_word(scan, at - 1))
		return 0;
	read_joined(scan, at, spaced, &joined);
	size_t used = match_joined(&joined, point);
	if (used == 0)
		return 0;
	size_t end = at + 2 * used - 1;
	/* Something more on it makes it another thing: 26/9/NĐ-CP, 5-10%. */
	int cell = point->first.year && is_word(scan, end) && scan->tokens[end].letters == CASE_CAPITAL;
	if (is_glued(scan, end) && !cell &&
	    (is_word(scan, end) || is_mark(scan, end, '%') || (is_mark(scan, end, '/') && is_glued(scan, end + 1))))
		return 0;
	point->rule = "date.digits";
	return end;
}

size_t day_read_digits(const struct scan *scan, size_t at, struct point *point)
{
	return read_joined_day(scan, at, 0, point);
}

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
	if (joined && is_glued(scan, at) && is_glued(scan, at + 1) && year_at(scan, at + 1)) {
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
	if (!put_day(point, day, month.first.month, month.first.year))
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
	if (counted && counted->value == 2)
		return 1;
	return may_start(scan, at, LEX_SCALE) || lex_at(scan, LEX_CURRENCY, at, &end) ||
	       lex_at(scan, LEX_DURATION, at, &end) || glue_at(scan, at) == GLUE_TIMES ||
	       lex_at(scan, LEX_UNIT, at, &end) || is_mark(scan, at, '%') ||
	       ((is_mark(scan, at, ',') || is_mark(scan, at, '.')) && is_glued(scan, at) && is_digits(scan, at + 1) &&
		is_glued(scan, at + 1)) ||
	       (is_word(scan, at) && is_glued(scan, at));
}

/* A day by its number alone, behind a word that says so. */
static size_t read_day_number(const struct scan *scan, size_t at, struct point *point)
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
	if ((is_mark(scan, at + 1, '/') || scan_is_dash(scan, at + 1)) && is_glued(scan, at + 1) &&
	    is_digits(scan, at + 2) && is_glued(scan, at + 2)) {
		struct point range = {0};
		long last = scan_digits_value(scan, at + 2);
		size_t behind = scan_is_dash(scan, at + 1) ? read_month_behind(scan, at + 3, last, &range) : 0;
		if (!behind || !put_days(point, day, last, range.first.month, range.first.year))
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
	    !put_days(point, day, last.first.day, last.first.month, last.first.year))
		return 0;
	point->rule = "date.words";
	return end;
}

static size_t read_numbered_day(const struct scan *scan, size_t at, int word, struct point *point)
{
	size_t end = day_read_digits(scan, at, point);
	if (word && (!end || !point->is_range)) {
		struct point spaced = {0};
		size_t spaced_end = read_joined_day(scan, at, 1, &spaced);
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
		end = word ? read_day_number(scan, at, point)
			   : read_month_behind(scan, at + 1, scan_digits_value(scan, at), point);
		return end;
	}
	return word ? read_spelled_day(scan, at, point) : 0;
}

/* A date behind a weekday or hôm nay says the same day: it wins. "sáng nay 22/4", "thứ Bảy, ngày 3/10". */
static size_t read_apposition(const struct scan *scan, size_t at, struct point *point)
{
	struct point day = {0};
	size_t from = is_mark(scan, at, ',') && point->rule && strcmp(point->rule, "date.weekday") == 0 ? at + 1 : at;
	int word = glue_at(scan, from) == GLUE_DAY;
	size_t end = read_numbered_day(scan, from + (size_t)word, word, &day);
	if (!end || day.is_range)
		return at;
	point->first = day.first;
	point->unresolved = 0;
	point->has_day_word = 1;
	return end;
}

/* The words before the number of a day: ngày, hôm, mùng, ngày mùng. */
static size_t skip_day_words(const struct scan *scan, size_t at, int *word)
{
	int glue = glue_at(scan, at);
	*word = 0;
	while (glue == GLUE_DAY || glue == GLUE_HOM || glue == GLUE_MUNG) {
		*word = 1;
		glue = glue_at(scan, ++at);
	}
	return at;
}

/* "ngày 26 và 27-9", "22, 23 và 24-9": a day that goes on with a list of days. */
static int goes_on_with_list(const struct scan *scan, size_t at)
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

static int is_figurative(const struct scan *scan, size_t at, const struct lex_entry *day)
{
	/* mấy hôm nay, suốt hôm qua: no day */
	if (at > 0 && is_word(scan, at - 1) &&
	    (slice_is(scan_word(scan, at - 1), "mấy") || slice_is(scan_word(scan, at - 1), "Mấy") ||
	     slice_is(scan_word(scan, at - 1), "bữa")))
		return 1;
	/* "ngày hôm nay": the words before ngày count. */
	size_t from = at > 1 && glue_at(scan, at - 1) == GLUE_DAY ? at - 1 : at;
	int long_form = from < at || strcmp(day->text, "ngày hôm nay") == 0;
	const struct lex_entry *before =
		from > 0 && day->value == 0 && !day->code ? lex_before(scan, LEX_NOT_TODAY, from, NULL) : NULL;
	return before && (before->value == 0 || long_form);
}

static size_t read_bare_day(const struct scan *scan, size_t at, int after_part, struct point *point)
{
	size_t end;
	int word;
	const struct lex_entry *relative = lex_at(scan, LEX_REL_DAY, at, &end);
	if (relative) {
		if ((relative->code && relative->code[0] == '?') || is_figurative(scan, at, relative))
			return 0;
		point->first = moment_relative(scan, GRAIN_DAY, relative->value);
		point->unresolved = !scan->has_date;
		point->first.grain = GRAIN_DAY;
		point->part = relative->code ? relative->code : point->part;
		point->rule = "date.relative-day";
		point->has_day_word = 1;
		return read_apposition(scan, end, point);
	}
	size_t from = skip_day_words(scan, at, &word);
	int listed = !word && goes_on_with_list(scan, at);
	word |= listed;
	if ((end = lunar_read(scan, at, point)) != 0)
		return end;
	if ((end = weekday_read(scan, from, point)) != 0) {
		point->has_day_word = 1;
		return read_apposition(scan, end, point);
	}
	end = read_numbered_day(scan, from, word, point);
	/* "sáng 20- 5": a part of the day makes up for the white space */
	if (!end && after_part && is_digits(scan, from) && scan_is_dash(scan, from + 1) && is_glued(scan, from + 1) &&
	    read_joined_day(scan, from, 1, point) == from + 3)
		end = from + 3;
	/* "tối 26", a part of the day and a number, is too little. */
	point->has_day_word = word || after_part;
	point->bare = !point->has_day_word && point->rule && strcmp(point->rule, "date.digits") == 0;
	return end;
}

/* Behind a day: its clock time ("ngày 17/4/2021 từ 6-7h sáng", "ngày 3-10 lúc 19h"). */
static size_t read_clock_behind(const struct scan *scan, size_t at, struct point *point)
{
	struct clock clock, until;
	size_t from = is_mark(scan, at, ',') ? at + 1 : at, end, part_end;
	int glue = glue_at(scan, from);
	if (glue != GLUE_FROM && glue != GLUE_AT)
		return at;
	from++;
	/* 6-7h: the hour before the dash has no h. */
	long hour = is_digits(scan, from) && scan_is_dash(scan, from + 1) ? scan_digits_value(scan, from) : -1;
	int range = hour >= 0 && (end = clock_read(scan, from + 2, &until)) != 0 && hour < until.hour;
	if (range)
		clock = (struct clock){.hour = (int)hour};
	else if (!(end = clock_read(scan, from, &clock)) || glue == GLUE_FROM)
		return at;
	const struct lex_entry *part = lex_at(scan, LEX_PART, end, &part_end);
	clock_set(&point->first, &clock, part);
	if (range) {
		point->last = point->first;
		clock_set(&point->last, &until, part);
		point->is_range = 1;
	}
	if (part)
		point->part = part->code;
	return part ? part_end : end;
}

/* 8h, and 8h đến 10h, 19h-21h: a time before the day, or a range of them. Returns the token behind it, or 0. */
static size_t read_clock_before(const struct scan *scan, size_t at, struct clock *from, struct clock *until, int *range)
{
	size_t end = clock_read(scan, at, from);
	size_t joint = end ? joint_read(scan, end) : 0;
	size_t range_end = joint ? clock_read(scan, joint, until) : 0;
	*range = range_end != 0;
	return range_end ? range_end : end;
}

size_t day_read(const struct scan *scan, size_t at, struct point *point)
{
	struct clock clock, until;
	size_t end, from = at;
	int range;
	size_t clock_end = read_clock_before(scan, at, &clock, &until, &range);
	if (clock_end)
		from = clock_end;
	const struct lex_entry *relative = lex_at(scan, LEX_REL_DAY, from, &end);
	const struct lex_entry *part = relative ? NULL : lex_at(scan, LEX_PART, from, &end);
	if (part)
		from = end;
	/* "19h ngày 3-10", also "19h, ngày 3-10" and "19h của ngày 3-10" */
	if (clock_end && (is_mark(scan, from, ',') || glue_at(scan, from) == GLUE_OF))
		from++;
	if (part)
		point->part = part->code;
	end = read_bare_day(scan, from, part != NULL || clock_end != 0, point);
	if (!end || (clock_end && point->is_range))
		return 0;
	if (clock_end) {
		struct lex_entry said = {NULL, point->part, 0, 0};
		if (point->part && point->part[0] != 'M')
			said.value = 12;
		if (range) {
			point->last = point->first;
			clock_set(&point->last, &until, part ? part : &said);
			point->is_range = 1;
		}
		clock_set(&point->first, &clock, part ? part : &said);
		/* "7h sáng nay" has its time, whatever the day. */
		if (point->unresolved && point->first.grain == GRAIN_DAY)
			point->unresolved = 0;
		point->rule = "date.clock-day";
		return end;
	}
	return point->is_range || point->bare ? end : read_clock_behind(scan, end, point);
}

enum direction direction_around(const struct scan *scan, size_t begin, size_t end)
{
	enum { BEFORE = 10, BEHIND = 14 };
	size_t behind;
	const struct lex_entry *entry = lex_at(scan, LEX_REL, end, &behind);
	if (entry && !entry->code && entry->value != 0)
		return entry->value > 0 ? FUTURE : PAST;
	for (size_t n = 1; n <= BEFORE && n <= begin; n++)
		if ((entry = lex_at(scan, LEX_FUTURE, begin - n, NULL)) != NULL)
			return entry->value > 0 ? FUTURE : PAST;
	for (size_t i = end; i < scan->count && i < end + BEHIND; i++)
		if ((entry = lex_at(scan, LEX_FUTURE, i, NULL)) != NULL)
			return entry->value > 0 ? FUTURE : PAST;
	return NEAREST;
}
