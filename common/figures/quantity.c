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
	if (entry->flags & LEX_POINTS && number->scale == 0 && number->count == 1 &&
	    number->terms[0].fraction.len > 0 && number->terms[0].fraction.len < 3)
		return 0;
	/* thôn 5 Đồng Yên */
	if (entry->flags & LEX_NAME && token_at(scan, at)->letters == CASE_CAPITAL && !large)
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
		if (angle && (angle->value == ANGLE_NEAR || i == at + 1))
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
	int decimals = joins_digits(scan, at + 1);
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
		return end;
	}
	/* 6,4-inch, 500-kg: joined as English does */
	int joined = is_mark(scan, at, '-') && is_tight(scan, at) && is_word(scan, at + 1) &&
		     token_len(scan, at + 1) > 1 && token_at(scan, at + 1)->letters == CASE_LOWER;
	const struct lex_entry *unit = lex_at(scan, LEX_UNIT, at + (size_t)joined, &unit_end);
	if (unit && unit->value == UNIT_DEGREES && !joined) {
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

int half_of_unit(const struct scan *scan, size_t at)
{
	const struct lex_entry *unit = glue_at(scan, at) == GLUE_HALF ? lex_at(scan, LEX_UNIT, at + 1, NULL) : NULL;
	return unit && unit->code && unit->value != UNIT_DEGREES && is_lower_word(scan, at + 1) && !is_glued(scan, at + 1);
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
	       !(tail.kind == KIND_MEASURE && !is_glued(scan, at) && token_at(scan, at)->letters == CASE_UPPER &&
		 token_len(scan, at) == 1);
}

int counts_behind(const struct scan *scan, size_t at)
{
	int lower = token_at(scan, at)->letters == CASE_LOWER;
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
		int number = is_digits(scan, from) && is_word(scan, from + 1) && goes_by(scan, from);
		/* 100 triệu đồng/mỗi công trình */
		size_t first = number || glue_at(scan, from) == GLUE_EACH ? from + 1 : from;
		end = read_per_step(scan, first);
		if (end == first)
			return at;
		end = skip_power(scan, end);
		while (is_mark(scan, end, '/') && is_word(scan, end + 1) && read_per_step(scan, end + 1) > end + 1)
			end = read_per_step(scan, end + 1);
		/* 120 mm/24h */
		*per = scan_text(scan, number && scan_digits_value(scan, from) != 1 ? from : first, end);
		return end;
	}
	if (glue_at(scan, at) == GLUE_EACH || glue_at(scan, at) == GLUE_ONE) {
		from = at + 1;
		int each = glue_at(scan, at) == GLUE_EACH;
		/* 3 lần mỗi 90 phút */
		if (each && is_digits(scan, from) && lex_at(scan, LEX_DURATION, from + 1, &end)) {
			*per = scan_text(scan, from, end);
			return end;
		}
		/* 50 ngàn đồng một cuốn sổ */
		const struct lex_entry *vessel = each ? NULL : lex_at(scan, LEX_COUNTED, from, &end);
		if (vessel && (vessel->value == COUNTED_CLASSIFIER || vessel->value == COUNTED_VESSEL)) {
			*per = scan_text(scan, from, end);
			return end;
		}
		if (!lex_at(scan, LEX_DURATION, from, &end) && !lex_at(scan, LEX_PER, from, &end) &&
		    !lex_at(scan, LEX_UNIT, from, &end) && !(each && lex_at(scan, LEX_PART, from, &end)) &&
		    !(each && lex_at(scan, LEX_COUNTED, from, &end)))
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

size_t mod_skip(const struct scan *scan, size_t at)
{
	size_t end;
	return lex_at(scan, LEX_MOD, at, &end) ? end : at;
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

/* sáu, bảy người: the comma within; not within "năm, sáu, bảy người". Returns the token of the second, or 0. */
static size_t skip_comma(const struct scan *scan, size_t at)
{
	int within = is_mark(scan, at + 1, ',') && is_glued(scan, at + 1) && !is_glued(scan, at + 2) &&
		     may_start(scan, at + 2, LEX_DIGIT) && !(at > 0 && is_mark(scan, at - 1, ','));
	return within && (lex_at(scan, LEX_COUNTED, at + 3, NULL) || lex_at(scan, LEX_SCALE, at + 3, NULL)) ? at + 2 : 0;
}

/* hai ba người: two digits in a row, the second one more than the first. */
size_t number_read_two_digits(const struct scan *scan, size_t at, struct reading *reading)
{
	const struct lex_entry *first = lex_at(scan, LEX_DIGIT, at, NULL);
	if (!first || first->value < 1 || (token_at(scan, at)->letters != CASE_LOWER && (at > 0 || first->value == 5)))
		return 0;
	size_t comma = skip_comma(scan, at), next = comma ? comma : at + 1;
	const struct lex_entry *second = lex_at(scan, LEX_DIGIT, next, NULL);
	if (!second)
		return 0;
	/* hai ba, ba bốn …, and by custom năm bảy, ba bảy */
	if (second->value != first->value + 1 && !(second->value == 7 && first->value == 5 && !comma))
		return 0;
	if (second->value == 5 && !lex_at(scan, LEX_COUNTED, next + 1, NULL))
		return 0;
	number_set(&reading->from, (unsigned)first->value);
	size_t end = number_read(scan, next, &reading->to);
	if (!end)
		return 0;
	reading->from.spelled = 1;
	/* hai ba trăm: the hundred is within the second number. */
	if (number_small(&reading->to) == 100L * second->value)
		number_shift(&reading->from, 2);
	else
		number_share_scale(&reading->from, &reading->to);
	reading->is_range = 1;
	return end;
}
