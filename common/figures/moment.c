/* SPDX-License-Identifier: MIT */
#include "figures/moment.h"

#include <stdlib.h>
#include <string.h>

struct moment moment_day(struct date date)
{
	return (struct moment){.grain = GRAIN_DAY, .year = date.year, .month = date.month, .day = date.day};
}

static long distance(struct date a, struct date b)
{
	return labs(calendar_days(a) - calendar_days(b));
}

/* Whether candidate c is better than the best so far, seen from the document's date d. */
static int is_better(struct date c, struct date best, struct date d, enum direction direction)
{
	long ahead = calendar_days(c) - calendar_days(d);
	long best_ahead = calendar_days(best) - calendar_days(d);
	if (direction == PAST && (ahead <= 0) != (best_ahead <= 0))
		return ahead <= 0;
	if (direction == FUTURE && (ahead >= 0) != (best_ahead >= 0))
		return ahead >= 0;
	return distance(c, d) < distance(best, d);
}

/* Of the years around, the one whose date lies nearest, on the side that the direction says. */
static struct date best_year(const struct moment *moment, struct date d, enum direction direction)
{
	struct date best = {0, 0, 0};
	/* A month is as near as its nearest day: the middle of it stands for it, the document's month is at hand. */
	int day = moment->day ? moment->day : moment->month == d.month ? d.day : 15;
	for (int year = d.year - 4; year <= d.year + 4; year++) {
		struct date c = {year, moment->month, day};
		if (!calendar_valid(year, c.month, c.day))
			continue;
		if (best.year == 0 || is_better(c, best, d, direction))
			best = c;
	}
	return best;
}

/*
 * A month, or a day of a month: of the years around, the nearest. 29-2 is looked for in leap years. What is near is
 * meant, whatever the words say: "hôm 16/4, ông nói sẽ …" in an article of 21 April is last week, not next year. Only
 * what is far lets đã and sẽ turn it (in 2,336 dates of dated news every one that they had turned by a year was wrong).
 */
static void resolve_year(struct moment *moment, struct date d, enum direction direction)
{
	enum { FAR = 100 };
	struct date best = best_year(moment, d, NEAREST);
	if (direction != NEAREST && distance(best, d) > FAR)
		best = best_year(moment, d, direction);
	moment->year = best.year;
}

/* A day of an unnamed month: of the months around, the nearest that has it. */
static void resolve_month(struct moment *moment, struct date d, enum direction direction)
{
	struct date best = {0, 0, 0};
	for (int step = -2; step <= 2; step++) {
		int months = d.year * 12 + d.month - 1 + step;
		struct date c = {months / 12, months % 12 + 1, moment->day};
		if (!calendar_valid(c.year, c.month, c.day))
			continue;
		if (best.year == 0 || is_better(c, best, d, direction))
			best = c;
	}
	moment->year = best.year;
	moment->month = best.month;
}

void moment_resolve(struct moment *moment, const struct scan *scan, enum direction direction)
{
	if (!scan->has_date || moment->year != 0)
		return;
	if (moment->month)
		resolve_year(moment, scan->date, direction);
	else if (moment->day)
		resolve_month(moment, scan->date, direction);
	else if (moment->quarter || moment->season)
		moment->year = scan->date.year;
}

int moment_valid(const struct moment *moment)
{
	if (moment->has_time &&
	    (moment->hour > 24 || moment->minute > 59 || (moment->hour == 24 && moment->minute > 0)))
		return 0;
	if (moment->month > 12 || moment->day > 31)
		return 0;
	/* Without a year, 29-2 may exist; without a month, any day up to 31. */
	if (moment->day && moment->month)
		return calendar_valid(moment->year ? moment->year : 2000, moment->month, moment->day);
	return 1;
}

int moment_compare(const struct moment *a, const struct moment *b)
{
	int left[] = {a->year, a->quarter, a->month, a->week, a->day, a->has_time ? a->hour * 60 + a->minute : 0};
	int right[] = {b->year, b->quarter, b->month, b->week, b->day, b->has_time ? b->hour * 60 + b->minute : 0};
	if (a->year == 0 || b->year == 0 || a->bc || b->bc)
		return 0;
	if (a->grain <= GRAIN_DECADE || b->grain <= GRAIN_DECADE)
		return 0;
	for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
		if (left[i] != right[i] && ((left[i] && right[i]) || i == 5))
			return left[i] < right[i] ? -1 : 1;
	}
	return 0;
}

/* The last `width` digits of the value, which is not negative. Returns the place behind them, as all the next do. */
static char *put_digits(char *to, int value, int width)
{
	for (int place = width; place-- > 0; value /= 10)
		to[place] = (char)('0' + value % 10);
	return to + width;
}

/* A part of the date, or an X for each of its digits where it is not known. */
static char *put_part(char *to, int value, int width)
{
	if (value)
		return put_digits(to, value, width);
	memset(to, 'X', (size_t)width);
	return to + width;
}

static char *put_day(char *to, const struct moment *m)
{
	if (m->weekday && !m->year)
		return put_digits(stpcpy(to, "XXXX-WXX-"), m->weekday, 1);
	to = put_part(to, m->year, 4);
	*to++ = '-';
	to = put_part(to, m->month, 2);
	*to++ = '-';
	return put_part(to, m->day, 2);
}

static char *put_year(char *to, const struct moment *m)
{
	if (m->bc && m->year)
		to = stpcpy(to, "BC");
	return put_part(to, m->year, 4);
}

static char *put_calendar(char *to, const struct moment *m)
{
	switch (m->grain) {
	case GRAIN_CENTURY:
		return put_digits(m->bc ? stpcpy(to, "BC") : to, m->year, 2);
	case GRAIN_DECADE:
		return put_digits(to, m->year, 3);
	case GRAIN_QUARTER:
		return put_digits(stpcpy(put_year(to, m), "-Q"), m->quarter, 1);
	case GRAIN_MONTH:
		return put_digits(stpcpy(put_year(to, m), "-"), m->month, 2);
	case GRAIN_WEEK:
		return put_digits(stpcpy(put_year(to, m), "-W"), m->week, 2);
	case GRAIN_DAY:
		return put_day(to, m);
	case GRAIN_YEAR:
		to = put_year(to, m);
		return m->season ? stpcpy(stpcpy(to, "-"), m->season) : to;
	default:
		return to;
	}
}

struct slice moment_print(const struct moment *moment, struct arena *arena)
{
	char text[48], *to = put_calendar(text, moment);
	if (moment->has_time) {
		*to++ = 'T';
		to = put_digits(to, moment->hour, 2);
		*to++ = ':';
		to = put_digits(to, moment->minute, 2);
		if (moment->seconds) {
			*to++ = ':';
			to = put_digits(to, moment->seconds - 1, 2);
		}
	}
	return arena_copy(arena, slice_of(text, (size_t)(to - text)));
}

struct moment moment_relative(const struct scan *scan, enum grain grain, int steps)
{
	struct moment m = {.grain = grain};
	if (!scan->has_date)
		return m;
	struct date d = scan->date;
	long serial = calendar_days(d);
	int months = d.year * 12 + d.month - 1 + steps;
	int quarters = d.year * 4 + (d.month - 1) / 3 + steps;
	switch (grain) {
	case GRAIN_DAY:
		return moment_day(calendar_date(serial + steps));
	case GRAIN_WEEK:
		m.week = calendar_iso_week(serial + 7L * steps, &m.year);
		return m;
	case GRAIN_MONTH:
		m.year = months / 12;
		m.month = months % 12 + 1;
		return m;
	case GRAIN_QUARTER:
		m.year = quarters / 4;
		m.quarter = quarters % 4 + 1;
		return m;
	case GRAIN_DECADE:
		m.year = d.year / 10 + steps;
		return m;
	case GRAIN_CENTURY:
		m.year = d.year / 100 + steps;
		return m;
	default:
		m.year = d.year + steps;
		return m;
	}
}
