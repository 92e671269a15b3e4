/* SPDX-License-Identifier: MIT */
/* Days in digits joined by marks: 26-9, 26/9/2025, 26.9.25, 26-28/9/2025, 2025-09-26. */
#include <string.h>

#include "figures/date.h"

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
	return is_tight(scan, at) || (may_space && scan_is_dash(scan, at));
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
		joined->mark[joined->count - 1] = scan_is_dash(scan, i + 1) ? '-' : token_at(scan, i + 1)->mark;
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

int point_set_day(struct point *point, long day, long month, int year)
{
	point->first = (struct moment){.grain = GRAIN_DAY, .year = year, .month = (int)month, .day = (int)day};
	return moment_valid(&point->first);
}

int point_set_days(struct point *point, long from, long to, long month, int year)
{
	if (from >= to || !point_set_day(point, to, month, year))
		return 0;
	point->last = point->first;
	point->is_range = 1;
	return point_set_day(point, from, month, year);
}

/* Which numbers of the join make a date; returns how many, or 0. The longest reading first. */
static size_t match_joined(const struct joined *j, struct point *point)
{
	/* 26-28/9/2025 */
	if (j->count == 4 && j->mark[0] == '-' && j->mark[1] == j->mark[2] && is_day(j, 0) && is_day(j, 1) &&
	    is_month(j, 2) && full_year(j, 3, 1) &&
	    point_set_days(point, j->value[0], j->value[1], j->value[2], full_year(j, 3, 1)))
		return 4;
	if (j->count >= 3) {
		/* 2025-09-26 */
		if (full_year(j, 0, 0) && j->mark[0] == '-' && j->mark[1] == '-' && is_month(j, 1) && is_day(j, 2))
			return point_set_day(point, j->value[2], j->value[1], full_year(j, 0, 0)) ? 3 : 0;
		int same = j->mark[0] == j->mark[1];
		/* 26-9-2025, 26/9/25, 26/9-2025 */
		if (is_day(j, 0) && is_month(j, 1) && full_year(j, 2, same && j->count == 3) &&
		    (same || j->digits[2] == 4))
			return point_set_day(point, j->value[0], j->value[1], full_year(j, 2, same)) ? 3 : 0;
		/* 26-28/9, 26-28-9, 26 và 27 are read by the caller */
		if (is_day(j, 0) && is_day(j, 1) && is_month(j, 2) && j->mark[0] == '-' && (!same || j->value[1] > 12))
			return point_set_days(point, j->value[0], j->value[1], j->value[2], 0) ? 3 : 0;
	}
	/* 26/9-28/9 stops at the dash: the caller makes a range of it. */
	if (j->count == 2 || (j->count >= 3 && j->mark[0] != '-' && j->mark[1] == '-'))
		return is_day(j, 0) && is_month(j, 1) && point_set_day(point, j->value[0], j->value[1], 0) ? 2 : 0;
	return 0;
}

size_t day_read_joined(const struct scan *scan, size_t at, int spaced, struct point *point)
{
	struct joined joined;
	/* One number alone is no date: there must be a mark behind it. */
	if (!is_digits(scan, at) || token_at(scan, at + 1)->kind != TOKEN_MARK)
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
	/* 12/10/2016TRINH THI: a cell that lost its border */
	int upper = token_at(scan, end)->letters == CASE_UPPER && token_len(scan, end) > 1 && token_len(scan, end - 1) == 4;
	int cell = point->first.year && is_word(scan, end) && (upper || token_at(scan, end)->letters == CASE_CAPITAL);
	if (is_glued(scan, end) && !cell &&
	    (is_word(scan, end) || is_mark(scan, end, '%') || (is_mark(scan, end, '/') && is_glued(scan, end + 1))))
		return 0;
	point->rule = "date.digits";
	return end;
}

size_t day_read_digits(const struct scan *scan, size_t at, struct point *point)
{
	return day_read_joined(scan, at, 0, point);
}
