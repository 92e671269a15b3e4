/* SPDX-License-Identifier: MIT */
#include "figures/quantity.h"

#include <string.h>

/* % · phần trăm · điểm phần trăm · điểm % · %/năm is left to the rate. */
static size_t read_percent(const struct scan *scan, size_t at, struct tail *tail)
{
	int points = glue_at(scan, at) == GLUE_DIEM;
	size_t from = at + (size_t)points, end = 0;
	if (is_mark(scan, from, '%'))
		end = from + 1;
	else if (glue_at(scan, from) == GLUE_PHAN && number_is_hundred(scan, from + 1))
		end = from + 2;
	if (!end)
		return at;
	*tail = points ? (struct tail){KIND_PP, "pp", "percentage-points"}
		       : (struct tail){KIND_PERCENT, "%", "percent"};
	return end;
}

/* Words that are a currency and something else too ("3 bảng", "2 yên") need a magnitude or a large number before them. */
static int is_money(const struct scan *scan, size_t at, size_t end, const struct lex_entry *entry,
		    const struct number *number)
{
	int large = number->scale > 0 || number->separators;
	/* cộng 2,5đ: points of an examination */
	if (strcmp(entry->text, "đ") == 0 && number->scale == 0 && number->count == 1 &&
	    number->terms[0].fraction.len > 0 && number->terms[0].fraction.len < 3)
		return 0;
	/* thôn 5 Đồng Yên */
	if (entry->flags & LEX_NAME && scan->tokens[at].letters == CASE_CAPITAL && !large)
		return 0;
	/* 6 đồng tiền chủ chốt: currencies are counted; "500 đồng tiền mặt" are not */
	if (entry->flags & LEX_NAME && glue_at(scan, end) == GLUE_MONEY && !large) {
		long value = number_small(number);
		return value < 0 || value >= 100;
	}
	return !(entry->flags & LEX_COMMON) || !is_lower_word(scan, at) || number->scale >= 2 || number->separators ||
	       is_glued(scan, at);
}

/* độ is an angle beside vĩ, kinh, góc and the like, and where no weather is so hot. */
static int is_angle(const struct scan *scan, size_t at, const struct number *number)
{
	size_t from = at > 8 ? at - 8 : 0;
	for (size_t i = from; i <= at + 1 && i < scan->count; i++) {
		const struct lex_entry *angle = lex_at(scan, LEX_ANGLE, i, NULL);
		if (angle && (angle->value == 0 || i == at + 1))
			return 1;
	}
	long value = number_small(number);
	return value == 90 || value == 180 || value == 360;
}

/* "35 m 2 đất", "50 cm 3": crawls lose what was raised. Not "dài 5 m 2 bên". Returns the token behind it, or at. */
static size_t read_lost_power(const struct scan *scan, size_t at, struct tail *tail)
{
	static const char *const powers[][3] = {{"m", "m2", "m3"}, {"cm", "cm2", "cm3"}, {"km", "km2", "km3"}};
	long power = is_digits(scan, at) && token_len(scan, at) == 1 && !is_glued(scan, at)
			     ? scan_digits_value(scan, at)
			     : 0;
	int decimals = is_glued(scan, at + 1) && is_digits(scan, at + 2) && is_glued(scan, at + 2);
	if (power < 2 || power > 3 || decimals || is_mark(scan, at + 1, '%') ||
	    (is_word(scan, at + 1) && (is_glued(scan, at + 1) || counts_behind(scan, at + 1))))
		return at;
	for (size_t i = 0; i < sizeof powers / sizeof *powers; i++) {
		if (strcmp(tail->unit, powers[i][0]) != 0)
			continue;
		tail->unit = powers[i][power - 1];
		return at + 1;
	}
	return at;
}

size_t tail_read(const struct scan *scan, size_t at, const struct number *number, struct tail *tail)
{
	*tail = (struct tail){KIND_NUMBER, NULL, "number"};
	size_t end = read_percent(scan, at, tail), unit_end;
	if (end > at)
		return end;
	const struct lex_entry *money = lex_at(scan, LEX_CURRENCY, at, &end);
	if (money && money->code && is_money(scan, at, end, money, number)) {
		*tail = (struct tail){KIND_MONEY, money->code, "money"};
		/* "1 triệu đồng tiền Việt" */
		return end;
	}
	/* 6,4-inch, 500-kg: joined as English does */
	int joined = is_mark(scan, at, '-') && is_glued(scan, at) && is_glued(scan, at + 1) && is_word(scan, at + 1) &&
		     token_len(scan, at + 1) > 1 && scan->tokens[at + 1].letters == CASE_LOWER;
	const struct lex_entry *unit = lex_at(scan, LEX_UNIT, at + (size_t)joined, &unit_end);
	if (unit && unit->value == 1 && !joined) {
		*tail = (struct tail){KIND_MEASURE, is_angle(scan, at, number) ? "deg" : unit->code, "measure.degrees"};
		return unit_end;
	}
	if (unit && unit->code) {
		/* A unit in letters on more letters or digits is none: 5m3x, 3d. */
		int decimals = strcmp(unit->code, "m") == 0 || strcmp(unit->code, "kg") == 0;
		/* vòng 11 V-League */
		int name = scan_is_dash(scan, unit_end) && is_glued(scan, unit_end) && is_word(scan, unit_end + 1) &&
			   is_glued(scan, unit_end + 1);
		if (is_glued(scan, unit_end) &&
		    (name || is_word(scan, unit_end) ||
		     (is_digits(scan, unit_end) && !(decimals && token_len(scan, unit_end) <= 2))))
			return at;
		*tail = (struct tail){KIND_MEASURE, unit->code, "measure"};
		size_t power_end = read_lost_power(scan, unit_end, tail);
		return power_end > unit_end ? power_end : unit_end;
	}
	return at;
}

int unit_behind(const struct scan *scan, size_t at)
{
	struct number number;
	struct tail tail;
	number_set(&number, 1);
	/* đợt 1 năm 2021, tòa số 9 ngày 7/2: a date follows, no length of time */
	if (is_mark(scan, at, '%') || may_start(scan, at, LEX_SCALE) || glue_at(scan, at) == GLUE_PHAN ||
	    (!date_follows(scan, at) && lex_at(scan, LEX_DURATION, at, NULL)))
		return 1;
	/* "phòng 3 C" is no charge and "lớp 5 A" no current; "phiên bản 128 GB" is a size. */
	return tail_read(scan, at, &number, &tail) > at &&
	       !(tail.kind == KIND_MEASURE && !is_glued(scan, at) && scan->tokens[at].letters == CASE_UPPER &&
		 token_len(scan, at) == 1);
}

int counts_behind(const struct scan *scan, size_t at)
{
	int lower = scan->tokens[at].letters == CASE_LOWER;
	return unit_behind(scan, at) ||
	       (lower && (lex_at(scan, LEX_COUNTED, at, NULL) || glue_at(scan, at) == GLUE_AGE));
}

/* One step of a denominator: a unit, a noun, a word. Returns the token behind it, or at. */
static size_t read_per_step(const struct scan *scan, size_t at)
{
	static const enum lex_set sets[] = {LEX_UNIT, LEX_PER, LEX_DURATION, LEX_COUNTED};
	size_t best = at, end;
	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
		if (lex_at(scan, sets[i], at, &end) && end > best)
			best = end;
	if (best > at)
		return best;
	return is_word(scan, at) ? at + 1 : at;
}

/* /1 ha, /100 km, /24h: a rate goes by round numbers of a measure; 8 in "1,3GHz/8GB" is none. */
static int goes_by(const struct scan *scan, size_t at)
{
	if (!lex_at(scan, LEX_UNIT, at + 1, NULL) || lex_at(scan, LEX_DURATION, at + 1, NULL))
		return 1;
	struct slice digits = scan_word(scan, at);
	for (size_t i = 1; i < digits.len; i++)
		if (digits.ptr[i] != '0')
			return 0;
	return digits.ptr[0] == '1';
}

/* đồng/m 2: the raised letter of the unit, as crawls leave it. Returns the token behind it, or at. */
static size_t skip_power(const struct scan *scan, size_t at)
{
	struct tail tail = {KIND_MEASURE, "m", ""};
	return slice_is(scan_word(scan, at - 1), "m") ? read_lost_power(scan, at, &tail) : at;
}

size_t per_read(const struct scan *scan, size_t at, struct slice *per)
{
	size_t from = at, end = at;
	if (is_mark(scan, at, '/')) {
		from = at + 1;
		/* 20 triệu đồng/1 ha, /100 km */
		size_t first = is_digits(scan, from) && is_word(scan, from + 1) && goes_by(scan, from) ? from + 1 : from;
		end = read_per_step(scan, first);
		if (end == first)
			return at;
		end = skip_power(scan, end);
		while (is_mark(scan, end, '/') && is_word(scan, end + 1) && read_per_step(scan, end + 1) > end + 1)
			end = read_per_step(scan, end + 1);
		*per = scan_text(scan, first, end);
		return end;
	}
	if (glue_at(scan, at) == GLUE_EACH || glue_at(scan, at) == GLUE_ONE) {
		from = at + 1;
		int each = glue_at(scan, at) == GLUE_EACH;
		if (!lex_at(scan, LEX_DURATION, from, &end) && !lex_at(scan, LEX_PER, from, &end) &&
		    !lex_at(scan, LEX_UNIT, from, &end) && !(each && lex_at(scan, LEX_COUNTED, from, &end)))
			return at;
		/* "5 triệu đồng một năm qua" and "một lần" are none. */
		size_t unused;
		if (glue_at(scan, at) == GLUE_ONE &&
		    (glue_at(scan, from) == GLUE_TIMES || lex_at(scan, LEX_FORTH, end, &unused)))
			return at;
		*per = scan_text(scan, from, end);
		return end;
	}
	return at;
}

size_t joint_read(const struct scan *scan, size_t at)
{
	if (scan_is_dash(scan, at))
		return at + 1;
	/* từ 5km cho tới 42km */
	size_t to = glue_at(scan, at) == GLUE_FOR ? at + 1 : at;
	return glue_at(scan, to) == GLUE_TO ? to + 1 : 0;
}

/* The whole part of what stands before the magnitude: 21000 of "21.000 tỷ". */
static long before_scale(const struct number *number)
{
	struct number count;
	number_clear(&count);
	count.count = 1;
	count.terms[0] = number->terms[0];
	count.terms[0].fraction.len = 0;
	count.terms[0].shift = 0;
	return number_small(&count);
}

/* "5 đến 10 triệu", "20.500-21.000 tỷ" share it; "200.000 tới 6,5 triệu" begins with a number in full. */
void number_share_scale(struct number *first, const struct number *second)
{
	long value = number_small(first);
	/* 16-17.000 đồng: the thousands are written once */
	long last = second->scale == 0 && second->separators && !first->separators ? number_small(second) : 0;
	if (last % 1000 == 0 && last / 1000 > value && value >= 10)
		number_shift(first, 3);
	if (first->scale == 0 && second->scale > 0 && (value < 1000 || value <= before_scale(second)))
		number_shift(first, second->scale);
}

/* 400,000Bưu điện: a cell of a table that lost its border. */
static int is_cell(const struct scan *scan, size_t at, size_t end)
{
	return end >= at + 3 && is_mark(scan, end - 2, ',') && token_len(scan, end - 1) == 3 &&
	       scan->tokens[end].letters == CASE_CAPITAL;
}

int number_has_suffix(const struct scan *scan, size_t at, size_t end)
{
	size_t unused;
	if (!is_glued(scan, end) || is_cell(scan, at, end))
		return 0;
	if (is_word(scan, end)) {
		const struct lex_entry *unit = lex_at(scan, LEX_UNIT, end, &unused),
				       *money = lex_at(scan, LEX_CURRENCY, end, &unused);
		if (scan->tokens[end].letters == CASE_LOWER && token_len(scan, end) > 1 &&
		    lex_at(scan, LEX_COUNTED, end, &unused))
			return 0;
		return !(unit && unit->code) && !(money && money->code) && !lex_at(scan, LEX_DURATION, end, &unused);
	}
	/* 4-3-3, a formation */
	if (scan_is_dash(scan, end) && is_glued(scan, end + 1) && is_digits(scan, end + 1) &&
	    scan_is_dash(scan, end + 2) && is_glued(scan, end + 2) && is_digits(scan, end + 3) &&
	    is_glued(scan, end + 3))
		return 1;
	if (is_mark(scan, end, '-') || is_mark(scan, end, '/') || is_mark(scan, end, '_'))
		/* 57-NQ, 5-Series, 3/A; not "5-Tỷ lệ" without its space, which is rare */
		return is_glued(scan, end + 1) && is_word(scan, end + 1) &&
		       (scan->tokens[end + 1].letters == CASE_UPPER ||
			(is_mark(scan, end, '-') && scan->tokens[end + 1].letters != CASE_LOWER)) &&
		       !may_start(scan, end + 1, LEX_CURRENCY);
	/* 7:30, 2+2, 4×4 */
	return (is_mark(scan, end, ':') || is_mark(scan, end, '+') || is_mark(scan, end, 0xd7)) && is_glued(scan, end + 1) &&
	       is_digits(scan, end + 1);
}

int number_is_inside_name(const struct scan *scan, size_t at, size_t end)
{
	if (number_has_suffix(scan, at, end))
		return 1;
	if (at == 0 || !is_glued(scan, at) || !is_digits(scan, at))
		return 0;
	uint32_t mark = scan->tokens[at - 1].mark;
	/* 7-6(4), a tie-break */
	if (mark == '(' && is_glued(scan, at - 1) && at > 1 && is_digits(scan, at - 2))
		return 1;
	/* (ISC)2 */
	if (mark == ')' && is_glued(scan, at - 1) && end == at + 1)
		return token_len(scan, at) == 1 && !counts_behind(scan, end);
	/* Km15+500, 2+2, ASEAN+3, 4×4 */
	if ((mark == '+' || mark == 0xd7) && at > 1 && is_glued(scan, at - 1) &&
	    (is_digits(scan, at - 2) || is_word(scan, at - 2)))
		return 1;
	/* [1], a note */
	if (mark == '[' && is_mark(scan, end, ']'))
		return 1;
	/* RAM 4/6GB, 120/80 mmHg: a measure in two */
	struct number number;
	struct tail tail;
	number_set(&number, 1);
	if (mark == '/' && at > 2 && is_digits(scan, at - 2) && !is_glued(scan, at - 2) &&
	    tail_read(scan, end, &number, &tail) > end && tail.kind == KIND_MEASURE)
		return 0;
	/* TShU-1-7 */
	if (mark == '-' && at > 3 && is_glued(scan, at - 1) && is_digits(scan, at - 2) && is_glued(scan, at - 2) &&
	    is_mark(scan, at - 3, '-') && is_glued(scan, at - 3) && is_word(scan, at - 4))
		return 1;
	/* thứ 2/34: the number behind an ordinal */
	if (mark == '/' && scan->last_kind == KIND_ORDINAL && scan->last_end == at - 1 && at > 1)
		return 0;
	/* A telephone number and an amount, run together. */
	if (scan->last_kind == KIND_PHONE && scan->last_end + 1 >= at && scan->last_end > 0)
		return 0;
	/* A word with its space lost before the number ("là20,5 triệu") is seen by its case; U23, A321 by theirs. */
	if (is_word(scan, at - 1))
		return scan->tokens[at - 1].letters != CASE_LOWER || token_len(scan, at - 1) < 2;
	if (mark == '#' || mark == '@' || mark == '_' || mark == '\\' || mark == '=' || mark == '&')
		return 1;
	if (at < 2 || !is_glued(scan, at - 1))
		return 0;
	int word = is_word(scan, at - 2), digits = is_digits(scan, at - 2);
	if (mark == '.' || mark == ',')
		return digits || (word && mark == '.' &&
				  (scan->tokens[at - 2].letters != CASE_LOWER && token_len(scan, at - 2) <= 3));
	if (mark == '-' || mark == 0x2013)
		return word;
	return (mark == '/' || mark == ':') && (word || digits);
}
