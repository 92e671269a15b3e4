/* SPDX-License-Identifier: MIT */
/*
 * Days of the proleptic Gregorian calendar, years 0 to 9999, counted from 1970-01-01. After H. Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
 */
#ifndef PHIN_CALENDAR_H
#define PHIN_CALENDAR_H

struct date {
	int year, month, day;
};

enum { CALENDAR_ISO_LEN = 10 };

/* Days since 1970-01-01; the date must exist. */
long calendar_days(struct date date);
struct date calendar_date(long days);

/* Days of the month; 0 if there is no such month. */
int calendar_month_days(int year, int month);

/* The Monday of an ISO 8601 week, in days since 1970-01-01; *ok is 0 if the year has no such week. */
long calendar_week(int year, int week, int *ok);

/* Whether there is such a day, years 1 to 9999. */
int calendar_valid(int year, int month, int day);

/* 1 Monday to 7 Sunday. */
int calendar_weekday(long days);

/* The ISO 8601 week of a day, and the year that it belongs to. */
int calendar_iso_week(long days, int *iso_year);

/* Writes YYYY-MM-DD without a terminating NUL. */
void calendar_iso(struct date date, char out[CALENDAR_ISO_LEN]);

#endif
