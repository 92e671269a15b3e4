/* SPDX-License-Identifier: MIT */
/*
 * common/figures/lunisolar.h: the first day of Tết in years when the calendars of Hanoi and Beijing differ (1985, 2007,
 * 2030) and others, after the published Vietnamese calendars; and properties that hold for every year.
 */
#include "figures/lunisolar.h"
#include "check.h"

static void check_day(int year, int month, int day, int leap, int y, int m, int d)
{
	struct date date = {0, 0, 0};
	int found = lunar_to_civil(year, month, day, leap, &date);
	if (!found || date.year != y || date.month != m || date.day != d)
		printf("lunar %d-%d-%d: %04d-%02d-%02d, expected %04d-%02d-%02d\n", year, month, day, date.year,
		       date.month, date.day, y, m, d);
	CHECK(found && date.year == y && date.month == m && date.day == d);
}

/* Every lunar year has 12 or 13 months of 29 or 30 days, begins where the last one ends, and at most one month twice.
 */
static void check_years(void)
{
	struct date first, next;
	for (int year = LUNAR_FIRST; year < LUNAR_LAST; year++) {
		int days = 0, leaps = 0;
		for (int month = 1; month <= 12; month++) {
			int plain = lunar_month_days(year, month, 0), leap = lunar_month_days(year, month, 1);
			CHECK(plain == 29 || plain == 30);
			CHECK(leap == 0 || leap == 29 || leap == 30);
			days += plain + leap;
			leaps += leap > 0;
		}
		CHECK(leaps <= 1);
		CHECK(lunar_to_civil(year, 1, 1, 0, &first) && lunar_to_civil(year + 1, 1, 1, 0, &next));
		CHECK(calendar_days(next) - calendar_days(first) == days);
	}
}

int main(void)
{
	struct date date;
	check_day(1968, 1, 1, 0, 1968, 1, 29);
	check_day(1985, 1, 1, 0, 1985, 1, 21);
	check_day(2007, 1, 1, 0, 2007, 2, 17);
	check_day(2030, 1, 1, 0, 2030, 2, 2);
	check_day(2020, 1, 1, 0, 2020, 1, 25);
	check_day(2021, 1, 1, 0, 2021, 2, 12);
	check_day(2023, 1, 1, 0, 2023, 1, 22);
	check_day(2024, 1, 1, 0, 2024, 2, 10);
	check_day(2025, 1, 1, 0, 2025, 1, 29);
	check_day(2025, 3, 10, 0, 2025, 4, 7);
	check_day(2025, 8, 15, 0, 2025, 10, 6);
	check_day(2023, 2, 1, 1, 2023, 3, 22);
	check_day(2025, 6, 1, 1, 2025, 7, 25);
	CHECK(!lunar_to_civil(2025, 5, 1, 1, &date));
	CHECK(!lunar_to_civil(2024, 1, 30, 0, &date) == (lunar_month_days(2024, 1, 0) == 29));
	CHECK(!lunar_to_civil(1800, 1, 1, 0, &date));
	CHECK(sexagenary_year(1, 5, 2024) == 2025);
	CHECK(sexagenary_year(0, 0, 2000) == 1984);
	CHECK(sexagenary_year(0, 1, 2000) == 0);
	check_years();
	return check_status();
}
