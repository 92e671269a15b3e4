/* SPDX-License-Identifier: MIT */
/* What comes again and again (TIMEX3's SET): mỗi ngày, hằng năm, hai năm một lần. */
#include "figures/date.h"
#include "figures/duration.h"
#include "figures/quantity.h"

/* mỗi ngày, hằng năm */
static size_t read_each(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end, more_end;
	int glue = glue_at(scan, at);
	size_t from = at + 1;
	number_set(&reading->from, 1);
	if (glue == GLUE_EACH && (is_digits(scan, from) || may_start(scan, from, LEX_DIGIT)) &&
	    glue_at(scan, from) != GLUE_YEAR) {
		from = number_read(scan, from, &reading->from);
		if (!from)
			return 0;
	}
	const struct lex_entry *unit = lex_at(scan, LEX_DURATION, from, &end);
	/* hàng tiếng, hàng giờ: a vague length; từng giờ từng phút, a manner of speaking, never comes here */
	if (!unit || end != from + 1 || glue_at(scan, from) == GLUE_HOUR_TIGHT)
		return 0;
	/* khách hàng ngày càng tăng */
	if (lex_at(scan, LEX_LABEL_AFTER, from, &more_end) && more_end > from + 1)
		return 0;
	/* tăng lên hàng tiếng, chờ hàng giờ: a length, too; but "hàng ngày, hàng giờ" */
	int again = scan->last_kind == KIND_SET && scan->last_end > 0 && scan->last_end + 1 >= at;
	if (glue == GLUE_EVERY && (glue_at(scan, from) == GLUE_HOURS || (glue_at(scan, from) == GLUE_HOUR && !again)))
		return 0;
	/* kéo dài hàng tuần, mất hàng tháng */
	const struct lex_entry *length = glue == GLUE_EVERY ? lex_before(scan, LEX_CLOCK_BEFORE, at, NULL) : NULL;
	/* vài tuần tới hàng tháng */
	int until = glue == GLUE_EVERY && at > 1 && glue_at(scan, at - 1) == GLUE_TO &&
		    lex_before(scan, LEX_DURATION, at - 1, NULL);
	if (until || (length && length->value == CLOCK_LENGTH_VAGUE))
		return 0;
	/* hàng năm trời, hàng năm nay: a length, long and vague */
	int past = glue_at(scan, end) == GLUE_SKY || glue_at(scan, end) == GLUE_NOW;
	if (glue == GLUE_EVERY && past)
		return 0;
	if (glue_at(scan, from) == GLUE_QUARTER && is_word(scan, end) && number_roman(scan_word(scan, end)))
		return 0;
	if (year_at(scan, end) || (glue_at(scan, from) == GLUE_YEAR && glue_at(scan, end) == GLUE_STUDY))
		return 0;
	duration_set_unit(reading, unit);
	reading->rule = "set.each";
	return end;
}

/* ngày 1 lần, hai năm một lần, 5 năm/lần, mỗi năm một lần */
static size_t read_times_per(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end, from = at;
	struct number times;
	int counted =
		is_digits(scan, at) || (may_start(scan, at, LEX_DIGIT) && lex_at(scan, LEX_DURATION, at + 1, NULL));
	/* cứ vài ngày một lần: how often it does not say */
	if (!counted && at > 0 && (lex_before(scan, LEX_FEW, at, NULL) || glue_at(scan, at - 1) == GLUE_MANY))
		return 0;
	number_set(&reading->from, 1);
	if (counted) {
		from = glue_at(scan, at) == GLUE_YEAR ? at + 1 : number_read(scan, at, &reading->from);
		if (glue_at(scan, at) == GLUE_YEAR)
			number_set(&reading->from, 5);
	}
	/* 3-4 ngày một lần */
	size_t joint = counted && from ? joint_read(scan, from) : 0;
	size_t second = joint && is_digits(scan, joint) ? number_read(scan, joint, &reading->to) : 0;
	if (second && number_ascends(&reading->from, &reading->to)) {
		reading->is_range = 1;
		from = second;
	}
	const struct lex_entry *unit = from ? lex_at(scan, LEX_DURATION, from, &end) : NULL;
	if (!unit || (reading->is_range && unit->value != 1))
		return 0;
	if (is_mark(scan, end, '/') && glue_at(scan, end + 1) == GLUE_TIMES && counted) {
		duration_set_unit(reading, unit);
		reading->rule = "set.times";
		return end + 2;
	}
	size_t times_end = is_digits(scan, end) || may_start(scan, end, LEX_DIGIT) ? number_read(scan, end, &times) : 0;
	if (!times_end || glue_at(scan, times_end) != GLUE_TIMES || number_small(&times) < 1)
		return 0;
	/* ngày 2-3 lần is read here too; "tháng 5 lần" hardly occurs */
	if (counted && number_small(&times) != 1)
		return 0;
	duration_set_unit(reading, unit);
	reading->rule = "set.times";
	return times_end + 1;
}

size_t rule_set(const struct scan *scan, size_t at, struct reading *reading)
{
	reading->kind = KIND_SET;
	int glue = glue_at(scan, at);
	if (glue == GLUE_EACH || glue == GLUE_EVERY)
		return read_each(scan, at, reading);
	if (at > 0 && glue_at(scan, at - 1) == GLUE_EACH)
		return 0;
	if (!is_digits(scan, at) && !may_start(scan, at, LEX_DURATION) && !may_start(scan, at, LEX_DIGIT))
		return 0;
	return read_times_per(scan, at, reading);
}
