/* SPDX-License-Identifier: MIT */
/* What two figures of a sentence have to do with each other. */
#include "figures/context.h"

#include <string.h>

#include "figures/quantity.h"

void context_read(const struct scan *scan, struct reading *readings, size_t i)
{
	size_t begin = mods_read(scan, &readings[i]);
	change_read(scan, readings, i, begin);
}

/* mỗi tháng 9 triệu; mỗi người 500.000 đồng: the denominator stands before. */
static void read_per_before(const struct scan *scan, struct reading *reading)
{
	size_t at = reading->begin, unit_begin;
	if (reading->per.len || (reading->kind != KIND_MONEY && reading->kind != KIND_MEASURE &&
				  reading->kind != KIND_PERCENT && reading->kind != KIND_PP))
		return;
	const struct lex_entry *mod = lex_before(scan, LEX_MOD, at, &unit_begin);
	if (mod)
		at = unit_begin;
	/* mỗi năm từ 400 - 500 triệu đồng */
	if (reading->is_range && at > 0 && glue_at(scan, at - 1) == GLUE_FROM)
		at--;
	static const enum lex_set sets[] = {LEX_DURATION, LEX_PER, LEX_COUNTED};
	for (size_t i = 0; i < sizeof sets / sizeof *sets && !reading->per.len; i++)
		if (lex_before(scan, sets[i], at, &unit_begin) && unit_begin > 0 &&
		    glue_at(scan, unit_begin - 1) == GLUE_EACH)
			reading->per = scan_text(scan, unit_begin, at);
}

/* Whether a word or a mark joins two figures of a list: 46 và 53 triệu đồng, 64/128 GB; 4, 5 năm. */
static int is_listed(const struct scan *scan, const struct reading *reading, const struct reading *next, int goes_on)
{
	size_t at = reading->end;
	if (at + 1 != next->begin)
		return 0;
	if (glue_at(scan, at) == GLUE_AND || glue_at(scan, at) == GLUE_OR)
		return 1;
	if (is_mark(scan, at, '/') && is_glued(scan, at))
		return next->kind == KIND_MEASURE;
	long first = number_small(&reading->from), second = number_small(&next->from);
	return is_mark(scan, at, ',') && (goes_on || (first > 0 && second == first + 1));
}

/* Whether the figure has a unit that numbers before it can share. */
static int has_unit_to_share(const struct scan *scan, const struct reading *reading)
{
	if (reading->is_range || reading->literal.len || reading->from.spelled)
		return 0;
	if (reading->kind != KIND_DURATION)
		return reading->kind == KIND_MONEY || reading->kind == KIND_MEASURE || reading->kind == KIND_PERCENT;
	const struct lex_entry *unit = lex_before(scan, LEX_DURATION, reading->end, NULL);
	return unit && unit->value == 1 && number_small(&reading->from) == scan_digits_value(scan, reading->begin);
}

/*
 * "kỳ hạn 2 và 3 tháng", "46 và 53 triệu đồng": numbers of a list whose unit stands behind the last one; not "tuổi 17
 * và 356 ngày".
 */
void context_share_units(const struct scan *scan, struct reading *readings, size_t count)
{
	int goes_on = 0;
	for (size_t i = count; i-- > 1;) {
		struct reading *reading = &readings[i - 1], *next = &readings[i];
		int plain = reading->kind == KIND_NUMBER && reading->counts && !reading->is_range &&
			    !reading->from.spelled && reading->from.scale == 0 && !reading->per.len;
		int aged = reading->begin > 0 && glue_at(scan, reading->begin - 1) == GLUE_AGE;
		goes_on = plain && !aged && (goes_on || has_unit_to_share(scan, next)) &&
			  is_listed(scan, reading, next, goes_on);
		if (!goes_on)
			continue;
		reading->kind = next->kind;
		reading->unit = next->unit;
		reading->period = next->period;
		reading->per = next->per;
		reading->rule = next->rule;
		reading->counts = 0;
		number_share_scale(&reading->from, &next->from);
	}
}

/* "từ 5 triệu lên 10 triệu USD": what seemed đồng by its neighbours has the currency of the next. */
static void share_currency(const struct scan *scan, struct reading *readings, size_t i)
{
	struct reading *reading = &readings[i], *next = reading + 1;
	int beside = reading->rule && strcmp(reading->rule, "money.beside") == 0;
	int rise = is_rise_to(scan, reading->end);
	/* từ 1,8 tỷ lên 2,7 tỷ USD: nothing but money grows into money */
	int amount = rise && reading->kind == KIND_NUMBER && reading->from.scale >= 6;
	if (!(beside || amount) || reading->end + 1 != next->begin || next->kind != KIND_MONEY || next->is_range)
		return;
	if (rise || glue_at(scan, reading->end) == GLUE_AND || glue_at(scan, reading->end) == GLUE_OR) {
		reading->kind = KIND_MONEY;
		reading->unit = next->unit;
		reading->counts = 0;
	}
}

/* The period that the sentence speaks of, a year earlier. */
static void shift_year(struct reading *reading, const struct reading *period, int years)
{
	reading->is_range = period->is_range;
	reading->first = period->first;
	reading->last = period->last;
	reading->first.year -= years;
	reading->last.year -= years;
}

/* cùng kỳ năm trước: of the months, the quarter or the month that the sentence named before. */
static void resolve_same_period(const struct scan *scan, struct reading *readings, size_t i)
{
	struct reading *reading = &readings[i];
	if (!reading->rule || strcmp(reading->rule, "date.same-period") != 0 || reading->unresolved)
		return;
	for (size_t k = i; k-- > 0;) {
		const struct reading *period = &readings[k];
		int months = period->is_range && period->first.grain == GRAIN_MONTH;
		if (period->kind != KIND_DATE || period->unresolved || period->type || period->first.has_time ||
		    period->first.year <= reading->first.year)
			continue;
		if (period->edge ||
		    (!months && period->first.grain != GRAIN_QUARTER && period->first.grain != GRAIN_MONTH))
			continue;
		shift_year(reading, period, period->first.year - reading->first.year);
		return;
	}
	(void)scan;
}

/* "tăng 17 lần, giảm 16 lần": what does both has gone up and down so often; nothing is multiplied. */
static void count_changes(const struct scan *scan, struct reading *readings, size_t i)
{
	enum { NEAR = 4 };
	struct reading *up = &readings[i], *down = up + 1;
	if (up->kind != KIND_MULTIPLE || down->kind != KIND_MULTIPLE || up->begin == 0 || down->begin > up->end + NEAR)
		return;
	const struct lex_entry *first = lex_before(scan, LEX_CHANGE, up->begin, NULL);
	const struct lex_entry *second = lex_before(scan, LEX_CHANGE, down->begin, NULL);
	int both = first && second && first->value + second->value == CHANGE_UP + CHANGE_DOWN &&
		   first->value != second->value;
	for (size_t k = 0; both && k < 2; k++) {
		if (glue_at(scan, up[k].end - 1) != GLUE_TIMES)
			continue;
		up[k].kind = KIND_NUMBER;
		up[k].rule = "number";
		up[k].counts = 1;
		up[k].end--;
	}
}

/* nhiệm kỳ 2010-2015 và 2015-2020: what the first range of years is, the next one is too. */
static void share_type(const struct scan *scan, const struct reading *reading, struct reading *next)
{
	int joined = reading->end + 1 == next->begin &&
		     (is_mark(scan, reading->end, ',') || glue_at(scan, reading->end) == GLUE_AND);
	if (joined && reading->kind == KIND_DATE && next->kind == KIND_DATE && reading->is_range && next->is_range &&
	    next->first.grain == GRAIN_YEAR && !next->type)
		next->type = reading->type;
}

void context_link(const struct scan *scan, struct reading *readings, size_t i, size_t count)
{
	read_per_before(scan, &readings[i]);
	resolve_same_period(scan, readings, i);
	if (i + 1 < count) {
		share_currency(scan, readings, i);
		count_changes(scan, readings, i);
		share_type(scan, &readings[i], &readings[i + 1]);
	}
}
