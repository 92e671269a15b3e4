/* SPDX-License-Identifier: MIT */
/* What a number is worth: its pieces added up, digit by digit, exact at any size; small ones as integers; Roman ones.
 */
#include <stdio.h>
#include <string.h>

#include "figures/number.h"

/* The digits of a term, most significant first, and how many of them are decimals. */
struct digits {
	const char *ptr;
	size_t len, decimals;
};

static size_t copy_digits(struct slice from, char *to)
{
	size_t n = 0;
	for (size_t i = 0; i < from.len; i++)
		if (from.ptr[i] >= '0' && from.ptr[i] <= '9')
			to[n++] = from.ptr[i];
	return n;
}

static size_t small_digits(unsigned value, char *to)
{
	char reversed[16];
	size_t n = 0, len;
	do
		reversed[n++] = (char)('0' + value % 10);
	while (value /= 10);
	for (len = 0; len < n; len++)
		to[len] = reversed[n - 1 - len];
	return n;
}

static size_t term_room(const struct term *term)
{
	return term->whole.len + term->fraction.len + 16;
}

static int term_digits(const struct term *term, struct arena *arena, struct digits *digits)
{
	char *room = arena_alloc(arena, term_room(term));
	if (!room)
		return -1;
	digits->ptr = room;
	digits->decimals = 0;
	if (!term->whole.ptr) {
		digits->len = small_digits(term->small, room);
		return 0;
	}
	digits->len = copy_digits(term->whole, room);
	digits->decimals = copy_digits(term->fraction, room + digits->len);
	digits->len += digits->decimals;
	return 0;
}

/* Adds the digits into sum, which has its point after `point` places. */
static void add_digits(char *sum, long point, const struct digits *digits, int shift)
{
	long place = point + (long)digits->decimals - shift - 1; /* of the last digit */
	int carry = 0;
	for (size_t i = digits->len; i > 0 || carry; place--) {
		int value = sum[place] + carry + (i > 0 ? digits->ptr[i - 1] - '0' : 0);
		i -= i > 0;
		carry = value > 9;
		sum[place] = (char)(value - (carry ? 10 : 0));
	}
}

/* Digits that stand as they are to be printed: 340, not 2.952 nor 05. */
static int is_printed(const struct number *number)
{
	const struct term *term = &number->terms[0];
	if (number->count != 1 || number->negative || !term->whole.ptr || term->fraction.len > 0 || term->shift != 0 ||
	    (term->whole.ptr[0] == '0' && term->whole.len > 1))
		return 0;
	for (size_t i = 0; i < term->whole.len; i++)
		if (term->whole.ptr[i] < '0' || term->whole.ptr[i] > '9')
			return 0;
	return term->whole.len > 0;
}

struct slice number_print(const struct number *number, struct arena *arena)
{
	if (is_printed(number))
		return number->terms[0].whole;
	struct digits digits[NUMBER_TERMS];
	long whole = 1, decimals = 0;
	for (size_t i = 0; i < number->count; i++) {
		if (term_digits(&number->terms[i], arena, &digits[i]) < 0)
			return slice_of(NULL, 0);
		long places = (long)digits[i].len - (long)digits[i].decimals + number->terms[i].shift;
		long rest = (long)digits[i].decimals - number->terms[i].shift;
		whole = places > whole ? places : whole;
		decimals = rest > decimals ? rest : decimals;
	}
	long point = whole + 1, len = point + decimals;
	/* One place for a carry, one each for the sign and the point. */
	char *sum = arena_alloc(arena, (size_t)len), *out = arena_alloc(arena, (size_t)len + 2), *to = out;
	if (!sum || !out)
		return slice_of(NULL, 0);
	memset(sum, 0, (size_t)len);
	for (size_t i = 0; i < number->count; i++)
		add_digits(sum, point, &digits[i], number->terms[i].shift);
	if (number->negative)
		*to++ = '-';
	long at = 0;
	while (at < point - 1 && sum[at] == 0)
		at++;
	for (; at < len; at++) {
		if (at == point)
			*to++ = '.';
		*to++ = (char)('0' + sum[at]);
	}
	return slice_of(out, (size_t)(to - out));
}

void number_shift(struct number *number, int power)
{
	for (size_t i = 0; i < number->count; i++)
		number->terms[i].shift += power;
}

void number_set(struct number *number, unsigned value)
{
	number_clear(number);
	number->count = 1;
	number->terms[0] = (struct term){.small = value};
}

long number_small(const struct number *number)
{
	long total = 0;
	if (number->negative)
		return -1;
	for (size_t i = 0; i < number->count; i++) {
		const struct term *term = &number->terms[i];
		long value = term->small;
		if (term->fraction.len > 0 || term->shift < 0 || term->shift > 9 || term->whole.len > 15)
			return -1;
		for (size_t k = 0; k < term->whole.len; k++)
			if (term->whole.ptr[k] >= '0' && term->whole.ptr[k] <= '9')
				value = value * 10 + (term->whole.ptr[k] - '0');
		for (int k = 0; k < term->shift && value < 1000000000L; k++)
			value *= 10;
		total += value;
		if (value >= 1000000000L || total >= 1000000000L)
			return -1;
	}
	return total;
}

int number_ascends(const struct number *first, const struct number *second)
{
	long a = number_small(first), b = number_small(second);
	return a < 0 || b < 0 || a < b;
}

struct slice number_join(long a, char mark, long b, struct arena *arena)
{
	char text[48];
	int len = snprintf(text, sizeof text, "%ld%c%ld", a, mark, b);
	return arena_copy(arena, slice_of(text, (size_t)len));
}

int number_roman(struct slice word)
{
	static const struct {
		const char *text;
		int value;
	} steps[] = {
		{"M", 1000}, {"CM", 900}, {"D", 500}, {"CD", 400}, {"C", 100}, {"XC", 90}, {"L", 50},
		{"XL", 40},  {"X", 10},	  {"IX", 9},  {"V", 5},	   {"IV", 4},  {"I", 1},
	};
	int value = 0;
	size_t at = 0;
	if (word.len == 0 || !memchr("MDCLXVI", word.ptr[0], 7))
		return 0;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		size_t len = strlen(steps[i].text);
		int most = len == 2 || steps[i].text[0] == 'D' || steps[i].text[0] == 'L' || steps[i].text[0] == 'V'
				   ? 1
				   : 3;
		for (int n = 0; n < most && word.len - at >= len && memcmp(word.ptr + at, steps[i].text, len) == 0;
		     n++) {
			value += steps[i].value;
			at += len;
		}
	}
	return at == word.len ? value : 0;
}
