/* SPDX-License-Identifier: MIT */
/* Fractions: 2/3, một phần ba, quá nửa. */
#include "figures/duration.h"
#include "figures/quantity.h"

/* một phần ba, 2 phần 3 */
static size_t read_spelled_fraction(const struct scan *scan, size_t at, struct reading *reading)
{
	struct number above, below;
	size_t middle = number_read(scan, at, &above);
	if (!middle || glue_at(scan, middle) != GLUE_PHAN || number_is_hundred(scan, middle + 1))
		return 0;
	/* khen từ phần 1 phần 2 */
	if (at > 0 && glue_at(scan, at - 1) == GLUE_PHAN)
		return 0;
	const struct lex_entry *quarter = lex_at(scan, LEX_UNIT_DIGIT, middle + 1, NULL);
	const struct lex_entry *digit = quarter ? quarter : lex_at(scan, LEX_DIGIT, middle + 1, NULL);
	size_t end = quarter ? middle + 2 : number_read(scan, middle + 1, &below);
	long a = number_small(&above), b = !end ? -1 : digit && end == middle + 2 ? digit->value : number_small(&below);
	if (a < 1 || b < 2)
		return 0;
	reading->literal = number_join(a, '/', b, scan->arena);
	return end;
}

/* 24, 2.952: a whole number by digits before or behind a slash; -1 if there is none. */
static long read_whole(const struct scan *scan, size_t at, size_t *end)
{
	struct number number;
	if (!is_digits(scan, at))
		return -1;
	if (!is_mark(scan, at + 1, '.') || !is_glued(scan, at + 1)) {
		*end = at + 1;
		return scan_digits_value(scan, at);
	}
	*end = number_read_digits(scan, at, &number);
	/* The stop of the sentence is no separator. */
	return *end && !number.terms[0].fraction.len ? number_small(&number) : -1;
}

/* 2/3, 15/24, 1.500/4.000: no day of the calendar, no address, no code. */
static size_t read_digit_fraction(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t slash, end;
	if (!is_digits(scan, at) || !(is_mark(scan, at + 1, '/') || is_mark(scan, at + 1, '.')))
		return 0;
	long a = read_whole(scan, at, &slash), b;
	if (a < 1 || !is_mark(scan, slash, '/') || !is_glued(scan, slash) || !is_glued(scan, slash + 1) ||
	    number_is_inside_name(scan, at, slash) || (b = read_whole(scan, slash + 1, &end)) < 2)
		return 0;
	if (is_glued(scan, end) &&
	    (is_word(scan, end) || (is_mark(scan, end, ',') && joins_digits(scan, end)) || (is_mark_of(scan, end, U"/-.") &&
				    is_glued(scan, end + 1) && (is_digits(scan, end + 1) || is_word(scan, end + 1)))))
		return 0;
	int counted = lex_at(scan, LEX_COUNTED, end, NULL) || glue_at(scan, end) == GLUE_NUMBER_SIGN;
	/* 334/335: the counter of a gallery */
	if (at == 0 && end == scan->count)
		return 0;
	/* 1/100 triệu máy: one in so many */
	if (a == 1 && lex_at(scan, LEX_SCALE, end, NULL))
		return 0;
	/* 13/4 cảnh báo: a day that a crawl has glued, no more than all of them */
	if ((a > b && (!counted || (a <= 31 && b <= 12))) || scan_is_name(scan, end))
		return 0;
	reading->literal = number_join(a, '/', b, scan->arena);
	return end;
}

/* "quá nửa", "gần nửa số hộ": nửa behind a modifier, or before what it is a half of. */
static int is_half_behind(const struct scan *scan, size_t at)
{
	if (glue_at(scan, at) != GLUE_HALF)
		return 0;
	/* nửa số hộ */
	if (glue_at(scan, at + 1) == GLUE_NUMBER_SIGN)
		return 1;
	/* quá nửa đêm: midnight; nửa triệu, nửa lít and nửa năm are read by their units */
	int other = may_start(scan, at + 1, LEX_PART) || may_start(scan, at + 1, LEX_SCALE) || half_of_unit(scan, at) ||
		    may_start(scan, at + 1, LEX_DURATION) || may_start(scan, at + 1, LEX_EDGE);
	return at > 0 && !other && lex_before(scan, LEX_MOD, at, NULL) != NULL;
}

size_t rule_fraction(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end;
	reading->kind = KIND_FRACTION;
	if (is_half_behind(scan, at)) {
		reading->rule = "fraction.half";
		reading->literal = slice_from_string("1/2");
		return at + 1;
	}
	const struct lex_entry *half = lex_at(scan, LEX_FRACTION, at, &end);
	/* tìm được “một nửa”: a husband */
	if (half && at > 0 && is_mark_of(scan, at - 1, U"\"“") && is_mark_of(scan, end, U"\"”"))
		return 0;
	if (half) {
		reading->rule = "fraction.half";
		reading->literal = slice_from_string(half->code);
		/* "một nửa triệu" is a number. */
		return may_start(scan, end, LEX_SCALE) ? 0 : end;
	}
	if (is_word(scan, at) && !may_start(scan, at, LEX_DIGIT) && glue_at(scan, at) != GLUE_TEN)
		return 0;
	/* 1/2 giờ is half an hour */
	if (duration_half_end(scan, at))
		return rule_duration(scan, at, reading);
	end = read_spelled_fraction(scan, at, reading);
	reading->rule = end ? "fraction.words" : "fraction.digits";
	return end ? end : read_digit_fraction(scan, at, reading);
}
