/* SPDX-License-Identifier: MIT */
#include "stream/docdate.h"

#include <string.h>

/* A run of digits: its value, or -1 if it is longer than eight; *at moves behind it. */
static long take_number(struct slice text, size_t *at, size_t *len)
{
	long value = 0;
	size_t from = *at;
	for (; *at < text.len && text.ptr[*at] >= '0' && text.ptr[*at] <= '9'; ++*at)
		if (*at - from < 8)
			value = value * 10 + (text.ptr[*at] - '0');
	*len = *at - from;
	return *len > 8 ? -1 : value;
}

static int take_mark(struct slice text, size_t *at, char *mark)
{
	if (*at >= text.len || (text.ptr[*at] != '-' && text.ptr[*at] != '/' && text.ptr[*at] != '.'))
		return 0;
	*mark = text.ptr[(*at)++];
	return 1;
}

/* Three numbers joined by the same mark, or eight digits in a row, at the place. */
static int parse_at(struct slice text, size_t at, struct date *date)
{
	long n[3];
	size_t len[3];
	char first, second;
	n[0] = take_number(text, &at, &len[0]);
	if (len[0] == 8) {
		*date = (struct date){(int)(n[0] / 10000), (int)(n[0] / 100 % 100), (int)(n[0] % 100)};
		return date->year >= 1900 && date->year <= 2100 && calendar_valid(date->year, date->month, date->day);
	}
	if (!take_mark(text, &at, &first))
		return 0;
	n[1] = take_number(text, &at, &len[1]);
	if (!take_mark(text, &at, &second) || first != second)
		return 0;
	n[2] = take_number(text, &at, &len[2]);
	if (len[1] < 1 || len[1] > 2)
		return 0;
	if (len[0] == 4 && len[2] >= 1 && len[2] <= 2)
		*date = (struct date){(int)n[0], (int)n[1], (int)n[2]};
	else if (len[2] == 4 && len[0] >= 1 && len[0] <= 2)
		*date = (struct date){(int)n[2], (int)n[1], (int)n[0]};
	else
		return 0;
	return calendar_valid(date->year, date->month, date->day);
}

int docdate_parse(struct slice text, struct date *date)
{
	for (size_t at = 0; at < text.len; at++) {
		if (text.ptr[at] < '0' || text.ptr[at] > '9')
			continue;
		if (parse_at(text, at, date))
			return 1;
		while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
			at++;
	}
	return 0;
}

struct slice docdate_text(struct slice text, char room[CALENDAR_ISO_LEN])
{
	struct date date;
	if (!docdate_parse(text, &date))
		return text;
	calendar_iso(date, room);
	int is_iso = text.len >= CALENDAR_ISO_LEN && memcmp(text.ptr, room, CALENDAR_ISO_LEN) == 0;
	return is_iso ? text : slice_of(room, CALENDAR_ISO_LEN);
}
