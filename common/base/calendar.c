/* SPDX-License-Identifier: MIT */
#include "base/calendar.h"

/* Years begin in March here, so that the leap day is the last of its year. */
long calendar_days(struct date date)
{
	long year = date.year - (date.month <= 2);
	long era = (year >= 0 ? year : year - 399) / 400;
	long year_of_era = year - era * 400;
	long day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
	long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

struct date calendar_date(long days)
{
	days += 719468;
	long era = (days >= 0 ? days : days - 146096) / 146097;
	long day_of_era = days - era * 146097;
	long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (int)((5 * day_of_year + 2) / 153);
	struct date date = {
		.year = (int)(year_of_era + era * 400) + (month >= 10),
		.month = month < 10 ? month + 3 : month - 9,
		.day = (int)(day_of_year - (153 * month + 2) / 5 + 1),
	};
	return date;
}

int calendar_month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month < 1 || month > 12 ? 0 : days[month - 1] + (month == 2 && leap);
}

/* 4 January is always in week 1 (ISO 8601); 1970-01-01 was a Thursday. */
static long first_monday(int year)
{
	long day = calendar_days((struct date){year, 1, 4});
	long since_monday = ((day + 3) % 7 + 7) % 7;
	return day - since_monday;
}

long calendar_week(int year, int week, int *ok)
{
	long monday = first_monday(year) + 7L * (week - 1);
	*ok = week >= 1 && monday < first_monday(year + 1);
	return monday;
}

void calendar_iso(struct date date, char out[CALENDAR_ISO_LEN])
{
	int parts[] = {date.year / 100, date.year % 100, date.month, date.day};
	static const int at[] = {0, 2, 5, 8};
	for (int i = 0; i < 4; i++) {
		out[at[i]] = (char)('0' + parts[i] / 10 % 10);
		out[at[i] + 1] = (char)('0' + parts[i] % 10);
	}
	out[4] = out[7] = '-';
}

int calendar_valid(int year, int month, int day)
{
	return year >= 1 && year <= 9999 && day >= 1 && day <= calendar_month_days(year, month);
}

int calendar_weekday(long days)
{
	/* 1970-01-01 was a Thursday. */
	return (int)(((days + 3) % 7 + 7) % 7) + 1;
}

int calendar_iso_week(long days, int *iso_year)
{
	/* The week belongs to the year of its Thursday. */
	long thursday = days + 4 - calendar_weekday(days);
	*iso_year = calendar_date(thursday).year;
	return (int)((thursday - calendar_days((struct date){*iso_year, 1, 1})) / 7) + 1;
}
