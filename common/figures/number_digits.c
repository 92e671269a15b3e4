/* SPDX-License-Identifier: MIT */
/* Numbers in digits, their separators told apart: thousands, decimals, none. */
#include <string.h>

#include "figures/number.h"

/* A run of digits and separators: d0 s1 d1 … sn dn, all glued. */
struct run {
	size_t first, last; /* tokens of d0 and dn */
	size_t separators;
	uint32_t first_mark, last_mark;
	int mixed;     /* how often the separator changes */
	int thousands; /* every group but the first, and but the last, has three digits */
	int last_three;
};

int number_is_separator(const struct scan *scan, size_t at)
{
	return (is_mark(scan, at, '.') || is_mark(scan, at, ',')) && joins_digits(scan, at);
}

static void take_run(const struct scan *scan, size_t at, struct run *run)
{
	*run = (struct run){.first = at, .last = at, .thousands = 1};
	for (; number_is_separator(scan, run->last + 1); run->last += 2) {
		uint32_t mark = token_at(scan, run->last + 1)->mark;
		if (run->separators == 0)
			run->first_mark = mark;
		else {
			run->mixed += mark != run->last_mark;
			run->thousands &= token_len(scan, run->last) == 3;
		}
		run->last_mark = mark;
		run->separators++;
	}
	run->last_three = token_len(scan, run->last) == 3;
}

/* Where the decimals of the run begin: the token of its last group, or 0 if it has none; -1 if it is no number. */
static long decimals_of(const struct scan *scan, const struct run *run)
{
	size_t head = token_len(scan, run->first);
	int zero_head = scan->text.ptr[token_at(scan, run->first)->begin] == '0';
	int groups = run->last_three && head <= 3 && !zero_head;
	if (run->separators == 0)
		return 0;
	if (run->separators == 1) {
		if (groups && run->first_mark == '.')
			return 0;
		/* 2312500,000: a code and an amount that a table has run together */
		if (run->last_three && head > 3 && memcmp(scan_word(scan, run->last).ptr, "000", 3) == 0)
			return -1;
		/* 12,178 is 12.178, but 500,000 is foreign style: nobody writes three decimals that are all nought. */
		if (groups && memcmp(scan_word(scan, run->last).ptr, "000", 3) == 0)
			return 0;
		return (long)run->last;
	}
	if (!run->thousands || head > 3 || zero_head)
		return -1;
	if (run->mixed == 0)
		return run->last_three ? 0 : -1;
	return run->mixed == 1 && run->first_mark != run->last_mark ? (long)run->last : -1;
}

/* Whether one space, breaking or not, and nothing else stands before the token. */
static int after_one_space(const struct scan *scan, size_t at)
{
	size_t from = token_at(scan, at - 1)->end, len = token_at(scan, at)->begin - from;
	return (len == 1 && scan->text.ptr[from] == ' ') ||
	       (len == 2 && memcmp(scan->text.ptr + from, "\xc2\xa0", 2) == 0);
}

/* 101 300 000: groups of three behind single spaces. One group alone needs a unit of money behind it. */
static size_t spaced_groups(const struct scan *scan, size_t at)
{
	size_t last = at;
	if (token_len(scan, at) > 3 || scan->text.ptr[token_at(scan, at)->begin] == '0')
		return at;
	while (is_digits(scan, last + 1) && token_len(scan, last + 1) == 3 && after_one_space(scan, last + 1))
		last++;
	if (number_is_separator(scan, last + 1) || (is_digits(scan, last + 1) && last > at))
		return at;
	return last - at >= 2 || (last > at && may_start(scan, last + 1, LEX_CURRENCY)) ? last : at;
}

size_t number_read_digits(const struct scan *scan, size_t at, struct number *number)
{
	struct run run;
	if (!is_digits(scan, at))
		return 0;
	number_clear(number);
	number->terms[0] = (struct term){.small = 0};
	number->count = 1;
	take_run(scan, at, &run);
	long decimals = decimals_of(scan, &run);
	if (decimals < 0)
		return 0;
	if (run.separators == 0)
		run.last = spaced_groups(scan, at);
	number->separators = run.last > run.first;
	if (decimals == 0) {
		number->terms[0].whole = scan_text(scan, at, run.last + 1);
	} else {
		number->terms[0].whole = scan_text(scan, at, run.last - 1);
		number->terms[0].fraction = scan_word(scan, run.last);
	}
	return run.last + 1;
}
