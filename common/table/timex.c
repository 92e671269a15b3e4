/* SPDX-License-Identifier: MIT */
#include "table/timex.h"

#include "stream/record.h"

/* The number in count digits at text[at]; -1 if they are not all digits. */
static int digits(struct slice text, size_t at, size_t count)
{
	int number = 0;
	if (text.len < at + count)
		return -1;
	for (size_t i = at; i < at + count; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return -1;
		number = number * 10 + (text.ptr[i] - '0');
	}
	return number;
}

static int years(int first, int last, struct timex_days *days)
{
	days->first = (struct date){first, 1, 1};
	days->last = (struct date){last, 12, 31};
	return 1;
}

static int months(int year, int first, int last, struct timex_days *days)
{
	days->first = (struct date){year, first, 1};
	days->last = (struct date){year, last, calendar_month_days(year, last)};
	return 1;
}

/* Parts of a year that are whole months: the letter before the number, how many months each has, how many there are. */
static const struct {
	char letter;
	int months, count;
} parts[] = {
	{'Q', 3, 4},  /* quarter: ISO-TimeML */
	{'H', 6, 2},  /* half: ISO-TimeML */
};

/* What stands behind YYYY-, from text[5] on. */
static int part_of_year(struct slice text, int year, struct timex_days *days)
{
	int number = digits(text, 6, 1);
	for (size_t i = 0; i < sizeof parts / sizeof *parts && text.len == 7; i++)
		if (text.ptr[5] == parts[i].letter && number >= 1 && number <= parts[i].count)
			return months(year, (number - 1) * parts[i].months + 1, number * parts[i].months, days);
	if (text.len == 8 && text.ptr[5] == 'W' && digits(text, 6, 2) > 0) {
		int exists;
		long monday = calendar_week(year, digits(text, 6, 2), &exists);
		days->first = calendar_date(monday);
		days->last = calendar_date(monday + 6);
		return exists;
	}
	return 0;
}

int timex_days(struct slice value, struct timex_days *days)
{
	int number = digits(value, 0, value.len < 4 ? value.len : 4);
	if (number < 0 || value.len < 2)
		return 0;
	if (value.len == 2)
		return years(number * 100, number * 100 + 99, days);
	if (value.len == 3)
		return years(number * 10, number * 10 + 9, days);
	if (value.len == 4)
		return years(number, number, days);
	if (value.len < 7 || value.ptr[4] != '-')
		return 0;
	int month = digits(value, 5, 2), day;
	if (month < 0)
		return part_of_year(value, number, days);
	if (calendar_month_days(number, month) == 0)
		return 0;
	if (value.len == 7)
		return months(number, month, month, days);
	day = value.ptr[7] == '-' ? digits(value, 8, 2) : -1;
	if (day < 1 || day > calendar_month_days(number, month) || (value.len > 10 && value.ptr[10] != 'T'))
		return 0;
	days->first = days->last = (struct date){number, month, day};
	return 1;
}

int timex_figure(struct slice keys, char first[CALENDAR_ISO_LEN], char last[CALENDAR_ISO_LEN])
{
	struct slice value;
	struct timex_days days;
	int known = 0;
	/* A lunar date (calendar=lunar) has the day of this calendar as its value, or XXXX where that is not known. */
	if (!keys_find(keys, "kind", &value) || !slice_is(value, "date"))
		return 0;
	if ((keys_find(keys, "value", &value) || keys_find(keys, "from", &value)) && timex_days(value, &days)) {
		calendar_iso(days.first, first);
		known |= TIMEX_FIRST;
	}
	if ((keys_find(keys, "value", &value) || keys_find(keys, "to", &value)) && timex_days(value, &days)) {
		calendar_iso(days.last, last);
		known |= TIMEX_LAST;
	}
	return known;
}
