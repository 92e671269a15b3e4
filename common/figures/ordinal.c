/* SPDX-License-Identifier: MIT */
/* Ordinals: thứ ba, lần thứ XIV, lần 2, the minute of a match. */
#include "figures/quantity.h"

/* 3, ba, nhất, nhì, XI behind thứ or lần thứ. Returns the token behind it, or 0. */
static size_t read_rank(const struct scan *scan, size_t at, int roman, struct number *number)
{
	const struct lex_entry *rank = lex_at(scan, LEX_RANK, at, NULL);
	if (rank) {
		number_set(number, (unsigned)rank->value);
		return at + 1;
	}
	int value = roman && is_word(scan, at) ? number_roman(scan_word(scan, at)) : 0;
	if (value) {
		number_set(number, (unsigned)value);
		return at + 1;
	}
	const struct lex_entry *four = lex_at(scan, LEX_UNIT_DIGIT, at, NULL),
			       *digit = lex_at(scan, LEX_DIGIT, at, NULL);
	size_t end = number_read(scan, at, number);
	if (end > at + 1)
		return number->separators && number_small(number) < 0 ? 0 : end;
	if (four && four->value == 4)
		digit = four;
	if (digit && digit->value > 0) {
		number_set(number, (unsigned)digit->value);
		return at + 1;
	}
	return end;
}

static size_t read_minute_of_match(const struct scan *scan, size_t at, struct reading *reading)
{
	long minute = is_digits(scan, at) ? scan_digits_value(scan, at) : -1;
	/* phút 89 và 94 */
	int listed = at > 1 && scan->last_kind == KIND_ORDINAL && scan->last_end == at - 1 &&
		     (glue_at(scan, at - 1) == GLUE_AND || is_mark(scan, at - 1, ',')) && is_digits(scan, at - 2);
	int said = at > 0 && glue_at(scan, at - 1) == GLUE_MINUTE && !(at > 1 && is_digits(scan, at - 2));
	if ((!said && !listed) || minute < 1 || minute > 130 ||
	    (token_at(scan, at + 1)->letters == CASE_LOWER && lex_at(scan, LEX_COUNTED, at + 1, NULL)))
		return 0;
	size_t end = at + 1;
	/* 90+3 */
	if (is_mark(scan, end, '+') && is_digits(scan, end + 1)) {
		reading->literal = scan_text(scan, at, end + 2);
		end += 2;
	}
	if (may_start(scan, end, LEX_SCALE) || glue_at(scan, end) == GLUE_SECOND || is_mark(scan, end, '%'))
		return 0;
	number_set(&reading->from, (unsigned)minute);
	reading->rule = "ordinal.minute";
	return end;
}

/* Whether "lần" at the token is itself counted: 20 lần, nhiều lần; but not Covid-19 lần 1. */
static int is_counted_time(const struct scan *scan, size_t at)
{
	if (at == 0)
		return 0;
	if (is_digits(scan, at - 1))
		return !(at > 2 && scan_is_dash(scan, at - 2) && is_glued(scan, at - 1));
	return glue_at(scan, at - 1) == GLUE_MANY || may_start(scan, at - 1, LEX_DIGIT);
}

/* lần 2, lần II: not "lần 20 triệu", not "nhiều lần 5 người". */
static size_t read_numbered_time(const struct scan *scan, size_t at, struct reading *reading)
{
	struct tail tail;
	size_t number = at + 1, end = at + 2;
	if (!is_digits(scan, number) && !(is_word(scan, number) && number_roman(scan_word(scan, number))))
		return 0;
	if (read_rank(scan, number, 1, &reading->from) != end || token_len(scan, number) > 3 ||
	    is_counted_time(scan, at))
		return 0;
	if (tail_read(scan, end, &reading->from, &tail) > end || lex_at(scan, LEX_COUNTED, end, NULL) ||
	    may_start(scan, end, LEX_SCALE) || lex_at(scan, LEX_DURATION, end, NULL))
		return 0;
	if ((is_mark(scan, end, '/') && is_glued(scan, end)) || number_is_inside_name(scan, number, end))
		return 0;
	return end;
}

int ordinal_may_begin(const struct scan *scan, size_t at)
{
	return !is_digits(scan, at) || (at > 0 && (glue_at(scan, at - 1) == GLUE_MINUTE ||
						   (scan->last_kind == KIND_ORDINAL && scan->last_end == at - 1)));
}

size_t rule_ordinal(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t from, end, range_end;
	reading->kind = KIND_ORDINAL;
	reading->rule = "ordinal";
	if (is_digits(scan, at))
		return read_minute_of_match(scan, at, reading);
	if (glue_at(scan, at) == GLUE_TIMES && glue_at(scan, at + 1) == GLUE_ORDER)
		return read_rank(scan, at + 2, 1, &reading->from);
	if (glue_at(scan, at) == GLUE_TIMES && glue_at(scan, at + 1) != GLUE_ORDER)
		return read_numbered_time(scan, at, reading);
	if (glue_at(scan, at) != GLUE_ORDER)
		return 0;
	from = at + 1;
	end = read_rank(scan, from, 1, &reading->from);
	/* phút thứ 90+3 */
	if (end == from + 1 && is_digits(scan, from) && is_mark(scan, end, '+') && is_glued(scan, end) &&
	    is_digits(scan, end + 1)) {
		reading->literal = scan_text(scan, from, end + 2);
		end += 2;
	}
	/* vị trí thứ 3-6 */
	if (end == from + 1 && is_digits(scan, from) && scan_is_dash(scan, end) && joins_digits(scan, end) &&
	    (range_end = number_read(scan, end + 1, &reading->to)) &&
	    number_small(&reading->from) < number_small(&reading->to)) {
		reading->is_range = 1;
		return range_end;
	}
	return end;
}
