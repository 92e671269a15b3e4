/* SPDX-License-Identifier: MIT */
/* Fractions, multiples, scores, ordinals. */
#include <stdio.h>
#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"

/* Joins two numbers with a mark as a literal value in the arena: 2/3, 2-1. */
static struct slice join_values(const struct scan *scan, long a, char mark, long b)
{
	char text[48];
	int len = snprintf(text, sizeof text, "%ld%c%ld", a, mark, b);
	return arena_copy(scan->arena, slice_of(text, (size_t)len));
}

/* một phần ba, 2 phần 3 */
static size_t read_spelled_fraction(const struct scan *scan, size_t at, struct reading *reading)
{
	struct number above, below;
	size_t middle = number_read(scan, at, &above);
	if (!middle || glue_at(scan, middle) != GLUE_PHAN || word_is(scan, middle + 1, "trăm"))
		return 0;
	const struct lex_entry *quarter = lex_at(scan, LEX_UNIT_DIGIT, middle + 1, NULL);
	const struct lex_entry *digit = quarter ? quarter : lex_at(scan, LEX_DIGIT, middle + 1, NULL);
	size_t end = quarter ? middle + 2 : number_read(scan, middle + 1, &below);
	long a = number_small(&above), b = !end ? -1 : digit && end == middle + 2 ? digit->value : number_small(&below);
	if (a < 1 || b < 2)
		return 0;
	reading->literal = join_values(scan, a, '/', b);
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
	    (is_word(scan, end) || ((is_mark(scan, end, '/') || is_mark(scan, end, '-') || is_mark(scan, end, '.')) &&
				    is_glued(scan, end + 1) && (is_digits(scan, end + 1) || is_word(scan, end + 1)))))
		return 0;
	int counted = lex_at(scan, LEX_COUNTED, end, NULL) || glue_at(scan, end) == GLUE_NUMBER_SIGN;
	if ((a > b && !counted) || scan_is_name(scan, end))
		return 0;
	reading->literal = join_values(scan, a, '/', b);
	return end;
}

/* "quá nửa", "gần nửa số hộ": nửa behind a modifier, or before what it is a half of. */
static int is_half_behind(const struct scan *scan, size_t at)
{
	if (glue_at(scan, at) != GLUE_HALF || at == 0 || may_start(scan, at + 1, LEX_SCALE) ||
	    may_start(scan, at + 1, LEX_DURATION) || may_start(scan, at + 1, LEX_EDGE))
		return glue_at(scan, at) == GLUE_HALF && glue_at(scan, at + 1) == GLUE_NUMBER_SIGN;
	return lex_before(scan, LEX_MOD, at, NULL) != NULL || glue_at(scan, at + 1) == GLUE_NUMBER_SIGN;
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
	if (half) {
		reading->rule = "fraction.half";
		reading->literal = slice_from_string(half->code);
		/* "một nửa triệu" is a number. */
		return may_start(scan, end, LEX_SCALE) ? 0 : end;
	}
	if (is_word(scan, at) && !may_start(scan, at, LEX_DIGIT) && glue_at(scan, at) != GLUE_TEN)
		return 0;
	end = read_spelled_fraction(scan, at, reading);
	reading->rule = end ? "fraction.words" : "fraction.digits";
	return end ? end : read_digit_fraction(scan, at, reading);
}

/* The factor behind gấp or before lần: đôi, rưỡi, a number, a range. Returns the token behind it, or 0. */
static size_t read_factor(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t joint, end;
	if (glue_at(scan, at) == GLUE_DOUBLE) {
		number_set(&reading->from, 2);
		return at + 1;
	}
	const struct lex_entry *four = lex_at(scan, LEX_UNIT_DIGIT, at, NULL);
	if (four && four->value == 4) {
		number_set(&reading->from, 4);
		return at + 1;
	}
	end = number_read(scan, at, &reading->from);
	if (!end || reading->from.bare)
		return 0;
	joint = joint_read(scan, end);
	struct number first;
	number_copy(&first, &reading->from);
	size_t second = joint ? number_read(scan, joint, &reading->to) : 0;
	if (second && number_small(&first) < number_small(&reading->to)) {
		reading->is_range = 1;
		return second;
	}
	/* hai ba lần */
	const struct lex_entry *next = lex_at(scan, LEX_DIGIT, end, NULL);
	if (next && next->value == number_small(&first) + 1 && glue_at(scan, end + 1) == GLUE_TIMES) {
		number_set(&reading->to, (unsigned)next->value);
		reading->is_range = 1;
		return end + 1;
	}
	return end;
}

/* rưỡi behind lần or gấp: 2 lần rưỡi. */
static size_t read_half_more(const struct scan *scan, size_t at, struct number *number)
{
	if (glue_at(scan, at) != GLUE_HALF_MORE || number->count == NUMBER_TERMS)
		return at;
	number->terms[number->count++] = (struct term){.small = 5, .shift = -1};
	return at + 1;
}

/* gấp 3 lần, gấp đôi, gấp rưỡi, gấp 3-4 lần; "gấp hơn 3 lần" is read from the number. */
static size_t read_gap(const struct scan *scan, size_t at, struct reading *reading)
{
	/* phanh gấp BA (Brake Assistant) */
	if (scan->tokens[at + 1].letters == CASE_UPPER && scan->tokens[at].letters == CASE_LOWER && is_word(scan, at + 1))
		return 0;
	if (glue_at(scan, at + 1) == GLUE_HALF_MORE) {
		number_set(&reading->from, 1);
		return read_half_more(scan, at + 1, &reading->from);
	}
	size_t end = read_factor(scan, at + 1, reading);
	if (!end)
		return 0;
	if (glue_at(scan, end) == GLUE_TIMES)
		return read_half_more(scan, end + 1, &reading->from);
	/* "gấp ba" alone, "gấp 2," : no noun behind the digits. */
	return end == at + 2 && (!is_digits(scan, at + 1) || !is_word(scan, end)) ? end : 0;
}

/* Whether the words before make "3 lần" a multiple and not a count: gấp hơn, tăng, cao hơn, lớn gấp. */
static int is_multiplied(const struct scan *scan, size_t at)
{
	size_t begin = at;
	const struct lex_entry *mod = lex_before(scan, LEX_MOD, at, &begin), *change;
	if (!mod)
		begin = at;
	/* làm tăng nguy cơ mắc bệnh lên 48 lần */
	for (size_t back = 2; back <= 8 && back < at && glue_at(scan, begin - (begin > 0)) == GLUE_RISE_TO; back++)
		if ((change = lex_before(scan, LEX_CHANGE, at - back, NULL)) != NULL && change->value == CHANGE_UP)
			return 1;
	/* cao hơn bình thường 5 lần */
	for (size_t back = 1; back <= 3 && back < at; back++) {
		change = lex_before(scan, LEX_CHANGE, at - back, NULL);
		if (change && strstr(change->text, "hơn"))
			return 1;
		if (!is_word(scan, at - back))
			break;
	}
	for (int step = 0; step < 2 && begin > 0; step++, begin--) {
		change = lex_before(scan, LEX_CHANGE, begin, NULL);
		/* bị hạ tới 4 lần: knocked down, so often */
		if (change && begin > 1 && word_is(scan, begin - 2, "bị"))
			return 0;
		if (glue_at(scan, begin - 1) == GLUE_GAP || change || lex_before(scan, LEX_CHANGE, at, NULL))
			return 1;
		if (glue_at(scan, begin - 1) != GLUE_TO && glue_at(scan, begin - 1) != GLUE_RISE_TO &&
		    !word_is(scan, begin - 1, "gần") && !word_is(scan, begin - 1, "thêm"))
			return 0;
	}
	return 0;
}

/* 3x, 30x: a factor of enlargement; 3x4 is a measure. */
static int is_zoom(const struct scan *scan, size_t at, size_t end)
{
	/* 8x and 9x are people born in those years. */
	if (token_len(scan, at) == 1 && scan_digits_value(scan, at) >= 7)
		return 0;
	return end == at + 1 && is_digits(scan, at) && word_is(scan, end, "x") && is_glued(scan, end) &&
	       !is_digits(scan, end + 1) && !(is_glued(scan, end + 1) && is_word(scan, end + 1)) &&
	       !(at > 0 && is_glued(scan, at) && (is_word(scan, at - 1) || scan_is_dash(scan, at - 1)));
}

size_t rule_multiple(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end;
	reading->kind = KIND_MULTIPLE;
	reading->rule = "multiple";
	if (glue_at(scan, at) == GLUE_GAP)
		return read_gap(scan, at, reading);
	if (!is_digits(scan, at) && !may_start(scan, at, LEX_DIGIT) && glue_at(scan, at) != GLUE_TEN &&
	    !may_start(scan, at, LEX_SCALE))
		return 0;
	end = read_factor(scan, at, reading);
	if (!end || glue_at(scan, end) != GLUE_TIMES || !is_multiplied(scan, at))
		return end && !reading->is_range && is_zoom(scan, at, end) ? end + 1 : 0;
	return read_half_more(scan, end + 1, &reading->from);
}

/* Any word of a match in the sentence, or near. */
static int score_word_near(const struct scan *scan, size_t at, size_t end, size_t reach)
{
	size_t first = at > reach ? at - reach : 0, last = end + reach < scan->count ? end + reach : scan->count;
	for (size_t i = first; i < last; i++)
		if (may_start(scan, i, LEX_SCORE) && lex_at(scan, LEX_SCORE, i, NULL))
			return 1;
	return 0;
}

/* "Scotland 1-3 Bồ Đào Nha": the two sides. */
static int is_between_names(const struct scan *scan, size_t at)
{
	return at > 0 && is_word(scan, at - 1) && scan->tokens[at - 1].letters != CASE_LOWER && is_word(scan, at + 3) &&
	       !is_glued(scan, at + 3) && scan->tokens[at + 3].letters != CASE_LOWER && token_len(scan, at) <= 2 &&
	       token_len(scan, at + 2) <= 2;
}

size_t rule_score(const struct scan *scan, size_t at, struct reading *reading)
{
	struct tail tail;
	struct number number;
	if (!is_digits(scan, at) || token_len(scan, at) > 3 || !is_digits(scan, at + 2) || token_len(scan, at + 2) > 3)
		return 0;
	int dash = scan_is_dash(scan, at + 1), colon = is_mark(scan, at + 1, ':');
	if ((!dash && !colon) || is_glued(scan, at + 1) != is_glued(scan, at + 2) ||
	    number_is_inside_name(scan, at, at + 3))
		return 0;
	if (is_glued(scan, at + 3) && !is_mark(scan, at + 3, '.') && !is_mark(scan, at + 3, ',') &&
	    !is_mark(scan, at + 3, ')') && !is_mark(scan, at + 3, ';') && !is_mark(scan, at + 3, '!') &&
	    !is_mark(scan, at + 3, '?') && !is_mark(scan, at + 3, ':') && !is_mark(scan, at + 3, '"') &&
	    !is_mark(scan, at + 3, 0x201d))
		return 0;
	if (is_glued(scan, at + 3) && is_digits(scan, at + 4) && is_glued(scan, at + 4))
		return 0;
	long a = scan_digits_value(scan, at), b = scan_digits_value(scan, at + 2);
	number_set(&number, (unsigned)b);
	if (a > 199 || b > 199 || (!is_glued(scan, at + 1) && colon) ||
	    tail_read(scan, at + 3, &number, &tail) > at + 3 || may_start(scan, at + 3, LEX_SCALE))
		return 0;
	/* 1-2 could be a range: a word of the match must be at hand; 2-1 could not. */
	if (!is_between_names(scan, at) && !score_word_near(scan, at, at + 3, a < b || colon ? 12 : 60))
		return 0;
	if (lex_at(scan, LEX_COUNTED, at + 3, NULL) && a < b)
		return 0;
	reading->kind = KIND_SCORE;
	reading->rule = "score";
	reading->literal = join_values(scan, a, '-', b);
	return at + 3;
}

/* 3, ba, nhất, nhì, XI behind thứ or lần thứ. Returns the token behind it, or 0. */
static size_t read_rank(const struct scan *scan, size_t at, int roman, struct number *number)
{
	if (word_is(scan, at, "nhất") || word_is(scan, at, "Nhất") || word_is(scan, at, "nhì") ||
	    word_is(scan, at, "NHẤT")) {
		number_set(number, scan_word(scan, at).len > 4 ? 1 : 2);
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
	if ((!said && !listed) || minute < 1 || minute > 130 || lex_at(scan, LEX_COUNTED, at + 1, NULL))
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
	return word_is(scan, at - 1, "nhiều") || may_start(scan, at - 1, LEX_DIGIT);
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
	if (end == from + 1 && is_digits(scan, from) && scan_is_dash(scan, end) && is_glued(scan, end) &&
	    is_digits(scan, end + 1) && is_glued(scan, end + 1) &&
	    (range_end = number_read(scan, end + 1, &reading->to)) &&
	    number_small(&reading->from) < number_small(&reading->to)) {
		reading->is_range = 1;
		return range_end;
	}
	return end;
}
