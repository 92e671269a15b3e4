/* SPDX-License-Identifier: MIT */
/* What two figures of a sentence have to do with each other. */
#include "figures/context.h"

#include <string.h>

void context_read(const struct scan *scan, struct reading *readings, size_t i)
{
	size_t begin = mods_read(scan, &readings[i]);
	change_read(scan, readings, i, begin);
}

/* mỗi tháng 9 triệu; mỗi người 500.000 đồng: the denominator stands before. */
static void read_per_before(const struct scan *scan, struct reading *reading)
{
	size_t at = reading->begin, unit_begin;
	if (reading->per.len || (reading->kind != KIND_MONEY && reading->kind != KIND_MEASURE))
		return;
	const struct lex_entry *mod = lex_before(scan, LEX_MOD, at, &unit_begin);
	if (mod)
		at = unit_begin;
	if (lex_before(scan, LEX_DURATION, at, &unit_begin) && unit_begin > 0 &&
	    glue_at(scan, unit_begin - 1) == GLUE_EACH)
		reading->per = scan_text(scan, unit_begin, at);
}

/* "từ 5 triệu lên 10 triệu USD": what seemed đồng by its neighbours has the currency of the next. */
static void share_currency(const struct scan *scan, struct reading *readings, size_t i)
{
	struct reading *reading = &readings[i], *next = reading + 1;
	if (!reading->rule || strcmp(reading->rule, "money.beside") != 0 || reading->end + 1 != next->begin ||
	    next->kind != KIND_MONEY || next->is_range)
		return;
	if (is_rise_to(scan, reading->end) || glue_at(scan, reading->end) == GLUE_AND ||
	    glue_at(scan, reading->end) == GLUE_OR)
		reading->unit = next->unit;
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

void context_link(const struct scan *scan, struct reading *readings, size_t i, size_t count)
{
	read_per_before(scan, &readings[i]);
	resolve_same_period(scan, readings, i);
	if (i + 1 < count) {
		share_currency(scan, readings, i);
		count_changes(scan, readings, i);
	}
}
