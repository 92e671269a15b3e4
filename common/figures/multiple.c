/* SPDX-License-Identifier: MIT */
/* Multiples: gấp 3 lần, tăng gấp đôi, 30x. */
#include <string.h>

#include "figures/quantity.h"

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
	if (token_at(scan, at + 1)->letters == CASE_UPPER && token_at(scan, at)->letters == CASE_LOWER && is_word(scan, at + 1))
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
	/* gấp ba, tăng gấp 2 so với, gấp 2 hiệu suất; "gấp 3 con hạc" folds them */
	int folds = unit_behind(scan, end) ||
		    (lex_at(scan, LEX_COUNTED, end, NULL) && !lex_before(scan, LEX_CHANGE, at, NULL));
	return end == at + 2 && (!is_digits(scan, at + 1) || !folds) ? end : 0;
}

/* bằng 10 lần mức lương, nhân 20 lần điểm; "chỉ bằng một lần đi khám" counts */
static int is_times_of(const struct scan *scan, size_t begin, size_t at)
{
	return glue_at(scan, begin - 1) == GLUE_TIMES_OF && glue_at(scan, at) != GLUE_ONE &&
	       scan_digits_value(scan, at) != 1;
}

/* "mỗi phút anh gây áp lực 45,6 lần", "16,1 lần bắn phá mỗi trận": a count with decimals, in each of something. */
static int is_average(const struct scan *scan, size_t at, size_t end)
{
	enum { NEAR = 9 };
	if (lex_before(scan, LEX_CHANGE, at, NULL) || lex_before(scan, LEX_MOD, at, NULL))
		return 0;
	for (size_t n = 1; n <= NEAR && n <= at && !is_mark_of(scan, at - n, U".;("); n++) {
		if (glue_at(scan, at - n) == GLUE_GAP || glue_at(scan, at - n) == GLUE_TIMES_OF)
			return 0;
		if (glue_at(scan, at - n) == GLUE_EACH)
			return 1;
	}
	for (size_t n = 1; n <= NEAR && is_word(scan, end + n); n++)
		if (glue_at(scan, end + n) == GLUE_EACH)
			return 1;
	return 0;
}

/* Whether the words before make "3 lần" a multiple and not a count: gấp hơn, tăng, cao hơn, lớn gấp. */
static int is_multiplied(const struct scan *scan, size_t at)
{
	size_t begin = at;
	const struct lex_entry *mod = lex_before(scan, LEX_MOD, at, &begin), *change;
	if (!mod)
		begin = at;
	/* 1,8 lần lương; but "3,3 lần mỗi 90 phút" counts */
	size_t times = number_end(scan, at);
	if (glue_at(scan, at) == GLUE_ONE || glue_at(scan, times + 1) == GLUE_EACH || is_mark(scan, times + 1, '/'))
		return 0;
	if (is_mark(scan, at + 1, ',') && joins_digits(scan, at + 1) && !may_start(scan, at + 3, LEX_SCALE))
		return !is_average(scan, at, times);
	/* làm tăng nguy cơ mắc bệnh lên 48 lần */
	for (size_t back = 2; back <= 8 && back < at && is_rise_to(scan, begin - (begin > 0)); back++)
		if ((change = lex_before(scan, LEX_CHANGE, at - back, NULL)) != NULL && change->value == CHANGE_UP)
			return 1;
	/* cao hơn bình thường 5 lần */
	for (size_t back = 1; back <= 3 && back < at; back++) {
		change = lex_before(scan, LEX_CHANGE, at - back, NULL);
		if (change && change->flags & LEX_COMPARES)
			return 1;
		if (!is_word(scan, at - back))
			break;
	}
	for (int step = 0; step < 2 && begin > 0; step++, begin--) {
		change = lex_before(scan, LEX_CHANGE, begin, NULL);
		/* bị hạ tới 4 lần: knocked down, so often */
		if (change && begin > 1 && glue_at(scan, begin - 2) == GLUE_SUFFER)
			return 0;
		if (glue_at(scan, begin - 1) == GLUE_GAP || change || is_times_of(scan, begin, at) ||
		    lex_before(scan, LEX_CHANGE, at, NULL))
			return 1;
		const struct lex_entry *near = lex_before(scan, LEX_MOD, begin, NULL);
		if (!is_rise_to(scan, begin - 1) && !lex_before(scan, LEX_CHANGE_LEAD, begin, NULL) &&
		    !(near && near->value == MOD_NEARLY))
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
	int alone = end == at + 1 && !(at > 0 && number_is_separator(scan, at - 1));
	int decimals = end == at + 3 && token_len(scan, at) < 3;
	int cross = glue_at(scan, end) == GLUE_CROSS && is_lower_word(scan, end) && is_glued(scan, end);
	return (alone || decimals) && is_digits(scan, at) && cross && !is_digits(scan, end + 1) &&
	       !(is_glued(scan, end + 1) && is_word(scan, end + 1)) &&
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
	/* giảm 6 lần tiêm: a count */
	size_t noun_end;
	if (end && lex_at(scan, LEX_COUNTED, end, &noun_end) && noun_end > end + 1)
		return 0;
	if (!end || glue_at(scan, end) != GLUE_TIMES || !is_multiplied(scan, at))
		return end && !reading->is_range && is_zoom(scan, at, end) ? end + 1 : 0;
	return read_half_more(scan, end + 1, &reading->from);
}
