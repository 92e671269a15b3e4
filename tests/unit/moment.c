/* SPDX-License-Identifier: MIT */
/* common/figures/moment.h: dates without a year find the nearest one, or the one that the words ask for. */
#include "figures/moment.h"
#include "check.h"
#include "stream/docdate.h"

static struct arena arena;

static int resolves(struct date document, int day, int month, enum direction direction, const char *value)
{
	struct scan scan = {.has_date = document.year != 0, .date = document};
	struct moment moment = {.grain = day ? GRAIN_DAY : GRAIN_MONTH, .month = month, .day = day};
	moment_resolve(&moment, &scan, direction);
	struct slice got = moment_print(&moment, &arena);
	if (!slice_is(got, value))
		printf("%.*s, expected %s\n", (int)got.len, got.ptr, value);
	return slice_is(got, value);
}

static void check_resolver(void)
{
	struct date september = {2025, 9, 28}, new_year = {2026, 1, 5}, eve = {2025, 12, 30}, none = {0, 0, 0};
	CHECK(resolves(september, 26, 9, NEAREST, "2025-09-26"));
	CHECK(resolves(new_year, 28, 12, NEAREST, "2025-12-28"));
	CHECK(resolves(eve, 5, 1, FUTURE, "2026-01-05"));
	/* What is near is meant, whatever the words say; what is far is turned by them. */
	CHECK(resolves(september, 5, 10, PAST, "2025-10-05"));
	CHECK(resolves(september, 20, 9, FUTURE, "2025-09-20"));
	CHECK(resolves(september, 15, 2, NEAREST, "2026-02-15"));
	CHECK(resolves(september, 15, 2, PAST, "2025-02-15"));
	CHECK(resolves(september, 15, 4, FUTURE, "2026-04-15"));
	CHECK(resolves(september, 28, 9, PAST, "2025-09-28"));
	CHECK(resolves(september, 29, 2, NEAREST, "2024-02-29"));
	CHECK(resolves(new_year, 0, 12, NEAREST, "2025-12"));
	CHECK(resolves(new_year, 31, 0, NEAREST, "2025-12-31"));
	CHECK(resolves(none, 26, 9, NEAREST, "XXXX-09-26"));
	CHECK(resolves(none, 26, 0, NEAREST, "XXXX-XX-26"));
}

static void check_relative(void)
{
	struct scan scan = {.has_date = 1, .date = {2021, 1, 3}};
	CHECK(slice_is(moment_print(&(struct moment){.grain = GRAIN_DECADE, .year = 199}, &arena), "199"));
	struct moment week = moment_relative(&scan, GRAIN_WEEK, 0);
	CHECK(slice_is(moment_print(&week, &arena), "2020-W53"));
	struct moment quarter = moment_relative(&scan, GRAIN_QUARTER, -1);
	CHECK(slice_is(moment_print(&quarter, &arena), "2020-Q4"));
	struct moment month = moment_relative(&scan, GRAIN_MONTH, -1);
	CHECK(slice_is(moment_print(&month, &arena), "2020-12"));
	struct moment day = moment_relative(&scan, GRAIN_DAY, -3);
	CHECK(slice_is(moment_print(&day, &arena), "2020-12-31"));
}

static int parses(const char *text, int year, int month, int day)
{
	struct date date = {0, 0, 0};
	return docdate_parse(slice_from_string(text), &date) && date.year == year && date.month == month &&
	       date.day == day;
}

static int has_text(const char *text, const char *expected)
{
	char room[CALENDAR_ISO_LEN];
	return slice_is(docdate_text(slice_from_string(text), room), expected);
}

static void check_document_dates(void)
{
	struct date date;
	CHECK(parses("2025-09-26", 2025, 9, 26));
	CHECK(parses("20210329", 2021, 3, 29));
	CHECK(parses("2025-09-26T07:30:00+07:00", 2025, 9, 26));
	CHECK(parses("26/09/2025 07:30", 2025, 9, 26));
	CHECK(parses("Thứ Sáu, 26-9-2025 | 07:30 (GMT+7)", 2025, 9, 26));
	CHECK(!docdate_parse(SLICE("1758844800"), &date));
	CHECK(!docdate_parse(SLICE("31/4/2025"), &date));
	CHECK(!docdate_parse(SLICE("hôm nay"), &date));
	CHECK(!docdate_parse(SLICE("26/9/25"), &date));
	CHECK(has_text("20201101", "2020-11-01"));
	CHECK(has_text("Thứ Sáu, 26-9-2025 | 07:30 (GMT+7)", "2025-09-26"));
	CHECK(has_text("2025-9-6", "2025-09-06"));
	CHECK(has_text("2025-09-26T07:30:00+07:00", "2025-09-26T07:30:00+07:00"));
	CHECK(has_text("2025-09", "2025-09"));
	CHECK(has_text("hôm nay", "hôm nay"));
	CHECK(has_text("", ""));
}

int main(void)
{
	check_resolver();
	check_relative();
	check_document_dates();
	CHECK(!moment_valid(&(struct moment){.year = 2025, .month = 4, .day = 31}));
	CHECK(!moment_valid(&(struct moment){.has_time = 1, .hour = 24, .minute = 1}));
	arena_free(&arena);
	return check_status();
}
