/* SPDX-License-Identifier: MIT */
/* The lunisolar calendar of Vietnam (UTC+7), and the cycle of sixty. */
#ifndef PHIN_FIGURES_LUNISOLAR_H
#define PHIN_FIGURES_LUNISOLAR_H

#include "base/calendar.h"

/* Lunar years for which the calendar is computed. */
enum { LUNAR_FIRST = 1900, LUNAR_LAST = 2100 };

/*
 * The civil date of a day of the Vietnamese lunar calendar. `leap` asks for the intercalary month of that number.
 * Returns 1, or 0 if there is no such day. Lunar 1985-01-01 is 1985-01-21.
 */
int lunar_to_civil(int year, int month, int day, int leap, struct date *date);

/* Days of the month, 29 or 30; 0 if there is none. */
int lunar_month_days(int year, int month, int leap);

/*
 * The year nearest to `near` whose name in the cycle of sixty is stem (0 Giáp) and branch (0 Tý); 0 if the two never
 * meet. Ất Tỵ near 2024 is 2025.
 */
int sexagenary_year(int stem, int branch, int near);

#endif
