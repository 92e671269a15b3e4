/* SPDX-License-Identifier: MIT */
/* Lengths of time in more than one unit, added up in the smallest: 2 năm 6 tháng, 1 phút 31,367 giây, 2 giờ rưỡi. */
#include "figures/duration.h"

#include <string.h>

#include "figures/quantity.h"

/* How many of the smaller unit make one of the bigger. */
static const struct {
	const char *big, *small;
	unsigned factor;
} steps[] = {
	{"Y", "M", 12}, {"TH", "TM", 60}, {"TM", "TS", 60}, {"D", "TH", 24}, {"W", "D", 7},
};

enum { STEPS = sizeof steps / sizeof *steps };

int length_add_half(struct number *number, const char **period, const struct lex_entry *unit)
{
	long count = unit->value == 1 ? number_small(number) : -1;
	for (size_t i = 0; count >= 0 && i < STEPS; i++) {
		/* Half a week is no number of days. */
		if (strcmp(steps[i].big, *period) != 0 || steps[i].factor % 2)
			continue;
		number_set(number, (unsigned)count * steps[i].factor + steps[i].factor / 2);
		*period = steps[i].small;
		return 1;
	}
	if (number->count == NUMBER_TERMS)
		return 0;
	unsigned tenths = 5 * (unsigned)unit->value;
	number->terms[number->count++] = tenths % 10 ? (struct term){.small = tenths, .shift = -1}
						     : (struct term){.small = tenths / 10};
	return 1;
}

/* The whole part of a number of one term, 31 of 31,367; -1 of any other. */
static long whole_of(const struct number *number)
{
	struct number whole;
	if (number->count != 1 || number->negative)
		return -1;
	number_copy(&whole, number);
	whole.terms[0].fraction.len = 0;
	return number_small(&whole);
}

/* The next smaller unit with its count, decimals too: both in that unit. Returns the token behind, or at. */
static size_t read_smaller(const struct scan *scan, size_t at, struct number *number, const char **period)
{
	struct number more;
	size_t end, from = glue_at(scan, at) == GLUE_AND ? at + 1 : at;
	size_t count_end = is_digits(scan, from) || may_start(scan, from, LEX_DIGIT) || glue_at(scan, from) == GLUE_TEN
				   ? number_read(scan, from, &more)
				   : 0;
	const struct lex_entry *unit = count_end ? lex_at(scan, LEX_DURATION, count_end, &end) : NULL;
	long big = number_small(number), small = count_end ? whole_of(&more) : -1;
	if (!unit || unit->value != 1 || big < 0 || big > 1000000 || small < 0)
		return at;
	for (size_t i = 0; i < STEPS; i++) {
		if (strcmp(steps[i].big, *period) != 0 || strcmp(steps[i].small, unit->code) != 0 ||
		    small >= (long)steps[i].factor * 2)
			continue;
		number_set(number, (unsigned)big * steps[i].factor);
		number->terms[number->count++] = more.terms[0];
		*period = unit->code;
		return end;
	}
	return at;
}

/* 52 giây 38, 01 giây 335: hundredths or thousandths, of a time that was taken. Returns the token behind, or at. */
static size_t read_split_second(const struct scan *scan, size_t at, struct number *number, const char *period)
{
	size_t len = token_len(scan, at);
	if (strcmp(period, "TS") != 0 || !is_digits(scan, at) || (len != 2 && len != 3) || number_small(number) < 0 ||
	    glue_at(scan, at - 1) != GLUE_SECOND)
		return at;
	/* What is counted or dated behind the seconds: "sau 20 giây 15 người", "10 giây 20-9" */
	if (is_glued(scan, at + 1) && token_at(scan, at + 1)->kind == TOKEN_MARK && joins_digits(scan, at + 1))
		return at;
	if (is_digits(scan, at + 1) || counts_behind(scan, at + 1) || (is_word(scan, at + 1) && is_glued(scan, at + 1)))
		return at;
	number->terms[number->count++] = (struct term){.whole = scan_word(scan, at), .shift = -(int)len};
	return at + 1;
}

size_t length_read_more(const struct scan *scan, size_t at, struct number *number, const char **period)
{
	size_t end = at, next;
	while ((next = read_smaller(scan, end, number, period)) > end)
		end = next;
	return read_split_second(scan, end, number, *period);
}

/* Counts the length in a smaller unit. Returns 0 if the one is not made of the other. */
static int lower(struct number *number, const char *period, const char *smaller)
{
	long count = number_small(number), times = 1;
	for (size_t i = 0; i < STEPS && strcmp(period, smaller) != 0;) {
		int made = strcmp(steps[i].big, period) == 0;
		times *= made ? (long)steps[i].factor : 1;
		period = made ? steps[i].small : period;
		i = made ? 0 : i + 1;
	}
	if (strcmp(period, smaller) != 0)
		return 0;
	if (times == 1)
		return 1;
	if (count < 0 || count > 10000)
		return 0;
	number_set(number, (unsigned)(count * times));
	return 1;
}

size_t length_end_range(const struct scan *scan, size_t at, struct reading *reading)
{
	const char *period = reading->period;
	struct number to, from;
	number_copy(&to, &reading->to);
	number_copy(&from, &reading->from);
	size_t end = length_read_more(scan, at, &to, &period);
	if (end == at || !lower(&from, reading->period, period))
		return at;
	number_copy(&reading->to, &to);
	number_copy(&reading->from, &from);
	reading->period = period;
	return end;
}

size_t length_read_second(const struct scan *scan, size_t at, struct reading *reading)
{
	struct number from, to;
	size_t joint = joint_read(scan, at), unit_end;
	size_t second = !joint || scan_is_dash(scan, at) ? joint : mod_skip(scan, joint);
	size_t count_end = second ? number_read(scan, second, &to) : 0;
	const struct lex_entry *unit = count_end ? lex_at(scan, LEX_DURATION, count_end, &unit_end) : NULL;
	if (!unit || unit->value != 1)
		return at;
	const char *period = unit->code;
	size_t end = length_read_more(scan, unit_end, &to, &period);
	number_copy(&from, &reading->from);
	if (lower(&from, reading->period, period))
		reading->period = period;
	else if (!lower(&to, period, reading->period))
		return at;
	if (number_small(&from) < 0 || number_small(&from) >= number_small(&to))
		return at;
	number_copy(&reading->from, &from);
	number_copy(&reading->to, &to);
	reading->is_range = 1;
	return end;
}
