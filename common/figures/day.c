/* SPDX-License-Identifier: MIT */
/* A day of the calendar with the words around it: its part, its weekday, its clock time. */
#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"

/* A date behind a weekday or hôm nay says the same day: it wins. "sáng nay 22/4", "thứ Bảy, ngày 3/10". */
static size_t read_apposition(const struct scan *scan, size_t at, struct point *point)
{
	struct point day = {0};
	size_t from = is_mark(scan, at, ',') && point->rule && strcmp(point->rule, "date.weekday") == 0 ? at + 1 : at;
	int word = glue_at(scan, from) == GLUE_DAY;
	size_t end = day_read_number(scan, from + (size_t)word, word, &day);
	if (!end || day.is_range)
		return at;
	point->first = day.first;
	point->unresolved = 0;
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

static int is_figurative(const struct scan *scan, size_t at, const struct lex_entry *day)
{
	const struct lex_entry *before = lex_before(scan, LEX_NOT_TODAY, at, NULL);
	if (before && before->value == ANY_DAY)
		return 1;
	/* "ngày hôm nay": the words before ngày count. */
	size_t from = at > 1 && glue_at(scan, at - 1) == GLUE_DAY ? at - 1 : at;
	int long_form = from < at || glue_at(scan, at) == GLUE_DAY;
	before = day->value == 0 && !day->code ? lex_before(scan, LEX_NOT_TODAY, from, NULL) : NULL;
	return before && (before->value == OUR_TIMES || long_form);
}

/* July 08, 2004 3:01 AM. Returns the token behind it, or 0. */
static size_t read_english(const struct scan *scan, size_t at, struct point *point)
{
	struct clock clock;
	size_t day, clock_end;
	const struct lex_entry *month = lex_at(scan, LEX_MONTH_ENGLISH, at, &day);
	if (!month || !is_digits(scan, day) || token_len(scan, day) > 2)
		return 0;
	size_t year = is_mark(scan, day + 1, ',') ? day + 2 : day + 1;
	if (!year_at(scan, year) || !point_set_day(point, scan_digits_value(scan, day), month->value, year_at(scan, year)))
		return 0;
	point->rule = "date.english";
	clock_end = clock_read(scan, year + 1, &clock);
	if (!clock_end || !clock.sure)
		return year + 1;
	clock_set(&point->first, &clock, NULL);
	return clock_end;
}

/* hôm nay, tối qua, ngày mai */
static size_t read_relative_day(const struct scan *scan, size_t at, size_t end, const struct lex_entry *relative,
				struct point *point)
{
	if ((relative->code && relative->code[0] == '?') || is_figurative(scan, at, relative))
		return 0;
	point->first = moment_relative(scan, GRAIN_DAY, relative->value);
	point->unresolved = !scan->has_date;
	point->first.grain = GRAIN_DAY;
	point->part = relative->code ? relative->code : point->part;
	point->rule = "date.relative-day";
	return read_apposition(scan, end, point);
}

/* có hôm 9 - 10 giờ tối mới về: hours, of some day */
static int is_some_evening(const struct scan *scan, size_t at, size_t from)
{
	struct clock clock;
	return glue_at(scan, at) == GLUE_HOM && is_digits(scan, from) && scan_is_dash(scan, from + 1) &&
	       clock_read(scan, from + 2, &clock);
}

/* Behind a part of the day, which makes up for what the day alone lacks. "tối 26" is still too little. */
static size_t read_day_of_part(const struct scan *scan, size_t at, struct point *point)
{
	if (!is_digits(scan, at))
		return 0;
	/* sáng 20- 5 */
	if (scan_is_dash(scan, at + 1) && is_glued(scan, at + 1) && day_read_joined(scan, at, 1, point) == at + 3)
		return at + 3;
	/* rạng sáng 11 và 12/2 */
	struct point other = *point;
	if (day_read_number(scan, at, 1, &other) != at + 1 || !other.first.month || other.is_range)
		return 0;
	*point = other;
	return at + 1;
}

static size_t read_bare_day(const struct scan *scan, size_t at, int after_part, struct point *point)
{
	size_t end;
	int word;
	const struct lex_entry *relative = lex_at(scan, LEX_REL_DAY, at, &end);
	if (relative)
		return read_relative_day(scan, at, end, relative, point);
	if ((end = read_english(scan, at, point)) != 0)
		return end;
	size_t from = skip_day_words(scan, at, &word);
	if (word && is_some_evening(scan, at, from))
		return 0;
	word |= !word && day_goes_on(scan, at);
	if ((end = lunar_read(scan, at, point)) != 0)
		return end;
	if ((end = weekday_read(scan, from, point)) != 0)
		return read_apposition(scan, end, point);
	end = day_read_number(scan, from, word, point);
	if (!end && after_part)
		end = read_day_of_part(scan, from, point);
	point->bare = !word && !after_part && point->rule && strcmp(point->rule, "date.digits") == 0;
	return end;
}

/* Puts the clock time at `from` behind the day that ends at `at`. Returns the token behind it, or at. */
static size_t read_hour(const struct scan *scan, size_t at, size_t from, struct point *point)
{
	struct clock clock;
	size_t end = clock_read(scan, from, &clock);
	if (!end || joint_read(scan, end))
		return at;
	clock_set(&point->first, &clock, NULL);
	point->bare = 0;
	return end;
}

/* 02/11/2024 - 07:31: as a page is stamped. Returns the token behind it, or at. */
static size_t read_stamp(const struct scan *scan, size_t at, struct point *point)
{
	size_t from = is_mark_of(scan, at, U",|") || scan_is_dash(scan, at) ? at + 1 : at;
	/* 14/10 - 23:00: without its year in a list of matches */
	int dated = point->first.year || (from > at && is_mark(scan, at - 2, '/') && !is_glued(scan, from));
	/* 3/2, 20h: Guinea - Senegal: what opens a line */
	if (at == 3 && is_mark(scan, at, ',') && is_mark(scan, 1, '/') && glue_at(scan, from + 1) == GLUE_HOUR_TIGHT)
		return read_hour(scan, at, from, point);
	if (!dated || point->first.grain != GRAIN_DAY || !is_digits(scan, at - 1) || !is_digits(scan, from) ||
	    !is_mark(scan, from + 1, ':'))
		return at;
	return read_hour(scan, at, from, point);
}

/* Behind a day: its clock time ("ngày 17/4/2021 từ 6-7h sáng", "ngày 3-10 lúc 19h"). */
static size_t read_clock_behind(const struct scan *scan, size_t at, struct point *point)
{
	struct clock clock, until;
	size_t from = is_mark(scan, at, ',') ? at + 1 : at, end, part_end;
	int glue = glue_at(scan, from);
	if (glue != GLUE_FROM && glue != GLUE_AT)
		return read_stamp(scan, at, point);
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
	/* "5h30, sáng 23-10" */
	if (clock_end && is_mark(scan, from, ',') && may_start(scan, from + 1, LEX_PART))
		from++;
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
	if (point->is_range)
		return end;
	return point->bare ? read_stamp(scan, end, point) : read_clock_behind(scan, end, point);
}
