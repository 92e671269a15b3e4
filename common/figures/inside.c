/* SPDX-License-Identifier: MIT */
/* Digits that are part of something that is no number: what stands on them on either side tells. */
#include "figures/quantity.h"

/* 400,000Bưu điện: a cell of a table that lost its border. */
static int is_cell(const struct scan *scan, size_t at, size_t end)
{
	return end >= at + 3 && is_mark(scan, end - 2, ',') && token_len(scan, end - 1) == 3 &&
	       token_at(scan, end)->letters == CASE_CAPITAL;
}

/* 'Em chưa 18': a quotation has opened that the mark behind the number closes. */
static int is_quoted(const struct scan *scan, size_t at)
{
	for (size_t i = at; i-- > 0;)
		if (is_mark_of(scan, i, U"'‘’") && !is_glued(scan, i) && is_glued(scan, i + 1))
			return 1;
	return is_mark_of(scan, 0, U"'‘’");
}

int number_has_suffix(const struct scan *scan, size_t at, size_t end)
{
	size_t unused;
	if (!is_glued(scan, end) || is_mark(scan, end, ',') || is_mark(scan, end, '.') || is_cell(scan, at, end))
		return 0;
	if (is_word(scan, end)) {
		const struct lex_entry *unit = lex_at(scan, LEX_UNIT, end, &unused),
				       *money = lex_at(scan, LEX_CURRENCY, end, &unused);
		if (token_at(scan, end)->letters == CASE_LOWER && token_len(scan, end) > 1 &&
		    lex_at(scan, LEX_COUNTED, end, &unused))
			return 0;
		return !(unit && unit->code) && !(money && money->code) && !lex_at(scan, LEX_DURATION, end, &unused);
	}
	/* 4-3-3, a formation */
	if (scan_is_dash(scan, end) && is_glued(scan, end + 1) && is_digits(scan, end + 1) &&
	    scan_is_dash(scan, end + 2) && joins_digits(scan, end + 2))
		return 1;
	if (is_mark_of(scan, end, U"-/_"))
		/* 57-NQ, 5-Series, 3/A; not "5-Tỷ lệ" without its space, which is rare */
		return is_glued(scan, end + 1) && is_word(scan, end + 1) &&
		       (token_at(scan, end + 1)->letters == CASE_UPPER ||
			(is_mark(scan, end, '-') && token_at(scan, end + 1)->letters != CASE_LOWER)) &&
		       !lex_at(scan, LEX_CURRENCY, end + 1, NULL);
	/* 14.40’, 2'-FL: minutes, or a place in a molecule */
	if (is_prime(scan, end))
		return !is_quoted(scan, at);
	/* 7:30, 2+2, 4×4 */
	return is_mark_of(scan, end, U":+×") && is_glued(scan, end + 1) && is_digits(scan, end + 1);
}

/* RAM 4/6GB, 120/80 mmHg, 1.3GHz/8GB: behind a slash a measure in two, or another one. */
static int is_second_measure(const struct scan *scan, size_t at, size_t end)
{
	struct number number;
	struct tail tail;
	number_set(&number, 1);
	int half = at > 2 && ((is_digits(scan, at - 2) && !is_glued(scan, at - 2)) ||
			      lex_before(scan, LEX_UNIT, at - 1, NULL));
	return half && tail_read(scan, end, &number, &tail) > end && tail.kind == KIND_MEASURE;
}

/* 17 mã tăng/9 mã giảm, 6 vụ/6 đối tượng: behind what another number counts. */
static int is_second_count(const struct scan *scan, size_t at, size_t end)
{
	return is_lower_word(scan, at - 2) && !is_glued(scan, at - 2) && scan->last_kind == KIND_NUMBER && counts_behind(scan, end);
}

/* Whether the mark that the number stands on makes it part of another thing, whatever stands before the mark. */
static int is_behind_sign(uint32_t mark)
{
	static const uint32_t signs[] = {'#', '@', '_', '\\', '=', '&'};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (mark == signs[i])
			return 1;
	return 0;
}

/* Brackets that the number stands on: 7-6(4) a tie-break, (ISC)2 a name, [1] a note. */
static int is_in_odd_brackets(const struct scan *scan, size_t at, size_t end, uint32_t mark)
{
	if (mark == '[')
		return is_mark(scan, end, ']');
	if (!is_glued(scan, at - 1))
		return 0;
	if (mark == '(')
		return at > 1 && is_digits(scan, at - 2);
	return mark == ')' && end == at + 1 && token_len(scan, at) == 1 && !counts_behind(scan, end);
}

/* The number behind a mark that stands on a word or on digits: Km15+500, ASEAN+3, TShU-1-7, 1.25.3, 12/5. */
static int is_joined(const struct scan *scan, size_t at, uint32_t mark)
{
	int word = is_word(scan, at - 2), digits = is_digits(scan, at - 2);
	if (mark == '+' || mark == 0xd7)
		return word || digits;
	if (mark == '.' || mark == ',')
		return digits || (word && mark == '.' &&
				  (token_at(scan, at - 2)->letters != CASE_LOWER && token_len(scan, at - 2) <= 3));
	if (mark == '-' && digits && at > 3 && is_glued(scan, at - 2) && is_mark(scan, at - 3, '-') &&
	    is_glued(scan, at - 3))
		return is_word(scan, at - 4);
	if (mark == '-' || mark == 0x2013)
		return word;
	return (mark == '/' || mark == ':') && (word || digits);
}

int number_is_inside_name(const struct scan *scan, size_t at, size_t end)
{
	if (number_has_suffix(scan, at, end))
		return 1;
	if (at == 0 || !is_glued(scan, at) || !is_digits(scan, at))
		return 0;
	uint32_t mark = token_at(scan, at - 1)->mark;
	/* thứ 2/34: the number behind an ordinal */
	if (mark == '/' && scan->last_kind == KIND_ORDINAL && scan->last_end == at - 1 && at > 1)
		return 0;
	/* A telephone number and an amount, run together. */
	if (scan->last_kind == KIND_PHONE && scan->last_end + 1 >= at && scan->last_end > 0)
		return 0;
	/* A word with its space lost before the number ("là20,5 triệu") is seen by its case; U23, A321 by theirs. */
	if (is_word(scan, at - 1))
		return token_at(scan, at - 1)->letters != CASE_LOWER || token_len(scan, at - 1) < 2;
	if (is_behind_sign(mark) || is_in_odd_brackets(scan, at, end, mark))
		return 1;
	if (at > 1 && mark == '-' && !is_glued(scan, at - 1) && number_is_behind_name(scan, at - 1))
		return 1;
	if (at < 2 || !is_glued(scan, at - 1) || (mark == '/' && (is_second_measure(scan, at, end) || is_second_count(scan, at, end))))
		return 0;
	return is_joined(scan, at, mark);
}
