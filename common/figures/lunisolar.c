/* SPDX-License-Identifier: MIT */
/*
 * New moons and the sun's longitude by J. Meeus, "Astronomical Formulae for Calculators" (1979), ch. 32 and 18,
 * accurate to minutes over the years wanted; the rules of the calendar as Hồ Ngọc Đức describes them in "Computing the
 * Vietnamese lunar calendar": month 11 holds the winter solstice, a month without a principal term is intercalary.
 */
#include "figures/lunisolar.h"

#include <math.h>

/* Julian day number of 1970-01-01 (the day that begins at midnight of the civil date). */
#define UNIX_JDN 2440588
#define RAD (3.14159265358979323846 / 180)
#define SYNODIC 29.530588853
#define MOON_EPOCH 2415021.076998695 /* new moon 0, January 1900 */

/* The instant of new moon k, Julian days UT. */
static double new_moon(int k)
{
	double t = k / 1236.85, t2 = t * t, t3 = t2 * t;
	double mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 +
		      0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t2) * RAD);
	double m = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RAD;
	double p = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RAD;
	double f = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RAD;
	double c = (0.1734 - 0.000393 * t) * sin(m) + 0.0021 * sin(2 * m) - 0.4068 * sin(p) + 0.0161 * sin(2 * p) -
		   0.0004 * sin(3 * p) + 0.0104 * sin(2 * f) - 0.0051 * sin(m + p) - 0.0074 * sin(m - p) +
		   0.0004 * sin(2 * f + m) - 0.0004 * sin(2 * f - m) - 0.0006 * sin(2 * f + p) +
		   0.0010 * sin(2 * f - p) + 0.0005 * sin(2 * p + m);
	double delta = -0.000278 + 0.000265 * t + 0.000262 * t2;
	return mean + c - delta;
}

/* The Julian day number of the day on which new moon k falls in Hanoi. */
static long new_moon_day(int k)
{
	return (long)floor(new_moon(k) + 0.5 + 7.0 / 24);
}

/* Which twelfth of the ecliptic the sun is in when the day begins in Hanoi: 9 begins at the winter solstice. */
static int sun_twelfth(long jdn)
{
	double t = ((double)jdn - 0.5 - 7.0 / 24 - 2451545.0) / 36525, t2 = t * t;
	double m = (357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * RAD;
	double longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t2 +
			   (1.914600 - 0.004817 * t - 0.000014 * t2) * sin(m) + (0.019993 - 0.000101 * t) * sin(2 * m) +
			   0.000290 * sin(3 * m);
	return (int)((longitude - 360 * floor(longitude / 360)) / 30);
}

/* The first day of month 11, which holds the winter solstice of the civil year. */
static long month_eleven(int year)
{
	long last = calendar_days((struct date){year, 12, 31}) + UNIX_JDN;
	int k = (int)floor(((double)last - 2415021) / SYNODIC);
	long day = new_moon_day(k);
	return sun_twelfth(day) >= 9 ? new_moon_day(k - 1) : day;
}

/* Of the thirteen months from new moon k, the first in which the sun enters no new twelfth. */
static int leap_offset(int k)
{
	int i = 1, last, arc = sun_twelfth(new_moon_day(k + i));
	do {
		last = arc;
		i++;
		arc = sun_twelfth(new_moon_day(k + i));
	} while (arc != last && i < 14);
	return i - 1;
}

/* The number of the new moon that begins the month. Returns 0 if there is no such month. */
static int lunar_month(int year, int month, int leap, int *k)
{
	if (year < LUNAR_FIRST || year > LUNAR_LAST || month < 1 || month > 12)
		return 0;
	int solstice_year = month < 11 ? year - 1 : year;
	long from = month_eleven(solstice_year), to = month_eleven(solstice_year + 1);
	int offset = (month + 1) % 12;
	*k = (int)floor(0.5 + ((double)from - MOON_EPOCH) / SYNODIC);
	if (to - from > 365) {
		int leap_at = leap_offset(*k);
		int leap_number = (leap_at + 9) % 12 + 1; /* the number of the month that the intercalary one repeats */
		if (leap && month != leap_number)
			return 0;
		if (leap || offset >= leap_at)
			offset++;
	} else if (leap) {
		return 0;
	}
	*k += offset;
	return 1;
}

int lunar_month_days(int year, int month, int leap)
{
	int k;
	return lunar_month(year, month, leap, &k) ? (int)(new_moon_day(k + 1) - new_moon_day(k)) : 0;
}

int lunar_to_civil(int year, int month, int day, int leap, struct date *date)
{
	int k;
	if (day < 1 || !lunar_month(year, month, leap, &k) || day > new_moon_day(k + 1) - new_moon_day(k))
		return 0;
	*date = calendar_date(new_moon_day(k) + day - 1 - UNIX_JDN);
	return 1;
}

int sexagenary_year(int stem, int branch, int near)
{
	/* Year 4 was Giáp Tý; stem and branch are both even or both odd. */
	for (int year = near - 30; year < near + 30; year++)
		if (((year - 4) % 10 + 10) % 10 == stem && ((year - 4) % 12 + 12) % 12 == branch)
			return year;
	return 0;
}
