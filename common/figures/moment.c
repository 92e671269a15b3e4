/* SPDX-License-Identifier: MIT */
#include "figures/moment.h"

#include <stdio.h>
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

static int print_day(const struct moment *m, char *to, size_t room)
{
	char year[8] = "XXXX", month[4] = "XX", day[4] = "XX";
	if (m->weekday && !m->year)
		return snprintf(to, room, "XXXX-WXX-%d", m->weekday % 10);
	if (m->year)
		snprintf(year, sizeof year, "%04d", m->year % 10000);
	if (m->month)
		snprintf(month, sizeof month, "%02d", m->month % 100);
	if (m->day)
		snprintf(day, sizeof day, "%02d", m->day % 100);
	return snprintf(to, room, "%s-%s-%s", year, month, day);
}

static int print_calendar(const struct moment *m, char *to, size_t room)
{
	char year[12] = "XXXX";
	if (m->year)
		snprintf(year, sizeof year, m->bc ? "BC%04d" : "%04d", m->year % 10000);
	switch (m->grain) {
	case GRAIN_CENTURY:
		return snprintf(to, room, m->bc ? "BC%02d" : "%02d", m->year % 100);
	case GRAIN_DECADE:
		return snprintf(to, room, "%03d", m->year % 1000);
	case GRAIN_QUARTER:
		return snprintf(to, room, "%s-Q%d", year, m->quarter);
	case GRAIN_MONTH:
		return snprintf(to, room, "%s-%02d", year, m->month % 100);
	case GRAIN_WEEK:
		return snprintf(to, room, "%s-W%02d", year, m->week % 100);
	case GRAIN_DAY:
		return print_day(m, to, room);
	case GRAIN_YEAR:
		return snprintf(to, room, m->season ? "%s-%s" : "%s", year, m->season);
	default:
		return 0;
	}
}

struct slice moment_print(const struct moment *moment, struct arena *arena)
{
	char text[48];
	int len = print_calendar(moment, text, sizeof text);
	if (moment->has_time)
		len += snprintf(text + len, sizeof text - (size_t)len, "T%02d:%02d", moment->hour % 100,
				moment->minute % 100);
	return arena_copy(arena, slice_of(text, (size_t)len));
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
