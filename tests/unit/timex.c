/* SPDX-License-Identifier: MIT */
/* common/table/timex.h: every form of a TIMEX3 date has its first and last day; what is no date has none. */
#include "check.h"
#include "table/timex.h"

static const struct {
	const char *value, *first, *last;
} dates[] = {
	{"2025-09-26", "2025-09-26", "2025-09-26"},
	{"2025-09-26T19:00", "2025-09-26", "2025-09-26"},
	{"2024-02", "2024-02-01", "2024-02-29"},
	{"1900-02", "1900-02-01", "1900-02-28"},
	{"2000-02-29", "2000-02-29", "2000-02-29"},
	{"2025", "2025-01-01", "2025-12-31"},
	{"0938", "0938-01-01", "0938-12-31"},
	{"2025-Q3", "2025-07-01", "2025-09-30"},
	{"2025-Q1", "2025-01-01", "2025-03-31"},
	{"2025-H2", "2025-07-01", "2025-12-31"},
	{"2025-W39", "2025-09-22", "2025-09-28"},
	{"2026-W01", "2025-12-29", "2026-01-04"},
	{"2020-W53", "2020-12-28", "2021-01-03"},
	{"199", "1990-01-01", "1999-12-31"},
	{"20", "2000-01-01", "2099-12-31"},
};

static const char *const others[] = {
	"", "2", "P18M", "PT30M", "T07:30", "XXXX-09-26", "BC02", "2025-13", "2025-02-29", "2025-00", "2025-09-00", "2025-09-31",
	"2025-Q5", "2025-Q0", "2025-Q33", "2025-W00", "2025-W53", "2025-W1", "2025-SU", "2025-", "2025-9-6", "20250926",
	"2025-09-26x", "2025-09x26", "-2025", "2025-09-2", "340000000000",
};

static void check_days(void)
{
	struct date date = {0, 1, 1};
	for (long days = calendar_days(date); days < calendar_days((struct date){9999, 12, 31}); days++) {
		struct date same = calendar_date(days);
		CHECK(same.year == date.year && same.month == date.month && same.day == date.day);
		CHECK(calendar_days(same) == days);
		if (++date.day > calendar_month_days(date.year, date.month)) {
			date.day = 1;
			date.year += ++date.month > 12;
			date.month = date.month > 12 ? 1 : date.month;
		}
	}
}

int main(void)
{
	struct timex_days days;
	char iso[CALENDAR_ISO_LEN];
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		CHECK(timex_days(slice_from_string(dates[i].value), &days));
		calendar_iso(days.first, iso);
		CHECK(memcmp(iso, dates[i].first, sizeof iso) == 0);
		calendar_iso(days.last, iso);
		CHECK(memcmp(iso, dates[i].last, sizeof iso) == 0);
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		CHECK(!timex_days(slice_from_string(others[i]), &days));
	CHECK(calendar_days((struct date){1970, 1, 1}) == 0);
	check_days();
	return check_status();
}
