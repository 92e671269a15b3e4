/* SPDX-License-Identifier: MIT */
/* Numbers of telephones. */
#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"

/* How many digits a number has that begins so: 0[35789] mobile, 01 the old mobile, 02 a city, 1800 and 1900 services.
 */
static int phone_digits(struct slice digits)
{
	if (digits.len < 2 || digits.ptr[0] != '0')
		return 0;
	switch (digits.ptr[1]) {
	case '1':
		return 11;
	case '2':
		return digits.len == 10 ? 10 : 11;
	case '3':
	case '5':
	case '7':
	case '8':
	case '9':
		return 10;
	case '4':
	case '6':
		return 10;
	default:
		return 0;
	}
}

static int phone_joint(const struct scan *scan, size_t at)
{
	return is_mark_of(scan, at, U".-–)") && is_digits(scan, at + 1);
}

/* The digits of a telephone number. */
struct phone {
	char digits[16];
	size_t len;
};

static int phone_put(struct phone *phone, struct slice digits)
{
	if (digits.len > sizeof phone->digits - phone->len)
		return 0;
	memcpy(phone->digits + phone->len, digits.ptr, digits.len);
	phone->len += digits.len;
	return 1;
}

/* Takes groups, of so many digits at least, until `want` digits are full. Returns the token behind them, or 0. */
static size_t take_phone(const struct scan *scan, size_t at, size_t want, size_t shortest, struct phone *value)
{
	/* 02 - 06 - 10 - 13 - 20 are the balls of a draw: some group is longer */
	size_t end = at, longest = token_len(scan, at);
	value->len = 0;
	if (!phone_put(value, scan_word(scan, end++)))
		return 0;
	while (value->len < want) {
		size_t next = phone_joint(scan, end) ? end + 1 : end;
		if (!is_digits(scan, next) || token_len(scan, next) < shortest || value->len + token_len(scan, next) > want)
			return 0;
		if (next == end && token_at(scan, next)->begin - token_at(scan, next - 1)->end != 1)
			return 0;
		phone_put(value, scan_word(scan, next));
		longest = token_len(scan, next) > longest ? token_len(scan, next) : longest;
		end = next + 1;
	}
	return value->len == want && (longest > 2 || !scan_is_dash(scan, at + 1)) ? end : 0;
}

/* Whether a word before the token says that a telephone follows (ĐT: 9716 229), or another one stands there. */
static int is_called(const struct scan *scan, size_t at)
{
	enum { MARKS = 2 };
	size_t word = at;
	if (scan->last_kind == KIND_PHONE && scan->last_end > 0 && scan->last_end + 1 >= at)
		return 1;
	for (int n = 0; n < MARKS && word > 1 && token_at(scan, word - 1)->kind == TOKEN_MARK; n++)
		word--;
	return lex_before(scan, LEX_PHONE, word, NULL) != NULL;
}

/*
 * Behind such a word a number may be set in any groups, and its area left out: 04. 9716 229, 08 4 222 9669, 9320 566.
 * Returns the token behind it, or 0.
 */
static size_t take_called(const struct scan *scan, size_t at, struct phone *value)
{
	static const size_t with_area[] = {10, 11, 9}, local[] = {8, 7};
	int area = scan_word(scan, at).ptr[0] == '0' || slice_is(scan_word(scan, at), "84");
	const size_t *wants = area ? with_area : local;
	for (size_t i = 0; i < (area ? 3 : 2); i++) {
		size_t end = take_phone(scan, at, wants[i], 1, value);
		int more = is_glued(scan, end) && (is_word(scan, end) || (phone_joint(scan, end) && is_glued(scan, end + 1) && token_len(scan, end + 1) > 1));
		if (end && !more)
			return end;
	}
	return 0;
}

/*
 * ĐT: 01657 694 6742; Tel: 04. 3. 7366.491: what a word calls a telephone, and is none, is no number either.
 * Returns the token behind it, or 0.
 */
static size_t skip_called(const struct scan *scan, size_t at)
{
	enum { SHORTEST = 6 };
	size_t end = at, digits = 0;
	if (is_mark(scan, at, '(') || scan_word(scan, at).ptr[0] == '0')
		for (size_t i = at; is_digits(scan, i) || is_mark_of(scan, i, U"().-"); i++) {
			digits += is_digits(scan, i) ? token_len(scan, i) : 0;
			end = is_digits(scan, i) ? i + 1 : end;
		}
	return digits >= SHORTEST ? end : 0;
}

int phone_may_begin(const struct scan *scan, size_t at)
{
	if (!is_digits(scan, at))
		return is_digits(scan, at + 1);
	struct slice head = scan_word(scan, at);
	return head.ptr[0] == '0' || (head.ptr[0] == '1' && head.len >= 4) || (at > 0 && is_mark(scan, at - 1, '+')) ||
	       is_called(scan, at);
}

size_t rule_phone(const struct scan *scan, size_t at, struct reading *reading)
{
	struct phone value = {.len = 0};
	size_t end = 0, want = 0, first = at;
	if (is_mark(scan, at, '(') && is_digits(scan, at + 1) && is_mark(scan, at + 2, ')') && is_digits(scan, at + 3))
		first = at + 1;
	if (!is_digits(scan, first) || (first > 0 && number_is_inside_name(scan, first, first + 1) && first == at))
		return 0;
	struct slice head = scan_word(scan, first);
	if (head.len >= 8 && head.len <= 10 &&
	    (slice_has_prefix(head, SLICE("1900")) || slice_has_prefix(head, SLICE("1800")))) {
		reading->kind = KIND_PHONE;
		reading->rule = "phone.service";
		reading->literal = head;
		return first + 1;
	}
	/* 1800-6655; but 1400 - 1800 - 2500 từ */
	int apart = scan_is_dash(scan, first + 1) && !is_tight(scan, first + 1);
	int service = (slice_is(head, "1900") || slice_is(head, "1800")) && !apart;
	if (at > 0 && is_mark(scan, at - 1, '+') && is_glued(scan, at) && slice_has_prefix(head, SLICE("84")))
		want = 11;
	else
		want = (size_t)phone_digits(head);
	if (service) {
		for (want = 10; want >= 8 && !end; want--)
			end = take_phone(scan, first, want, 2, &value);
		/* "1900 2000" may be two years: a service number has four digits behind a space, and no year's. */
		if (end && year_at(scan, first + 1) >= 1900 && year_at(scan, first + 1) < 2100)
			end = 0;
	} else if (want) {
		end = take_phone(scan, first, want, 2, &value);
		if (!end && want == 11 && head.ptr[1] == '2')
			end = take_phone(scan, first, 10, 2, &value);
	}
	if (!end && is_called(scan, at)) {
		end = take_called(scan, first, &value);
		if (!end) {
			reading->rule = "not-a-figure";
			return skip_called(scan, at);
		}
	}
	if (end) {
		reading->kind = KIND_PHONE;
		reading->rule = "phone";
		reading->literal = arena_copy(scan->arena, slice_of(value.digits, value.len));
	}
	return end;
}
