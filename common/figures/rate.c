/* SPDX-License-Identifier: MIT */
/* Rates of what is counted: 2.706 khách/giờ, 3 lần mỗi tuần. The noun stands between the number and its denominator. */
#include "figures/quantity.h"

/* 500 khách mỗi ngày, 3 lần mỗi tuần; but "hai mẹ con mỗi ngày đi bộ". The noun ends at `end`. */
static size_t read_counted_each(const struct scan *scan, size_t at, size_t end, struct reading *reading)
{
	int times = glue_at(scan, end - 1) == GLUE_TIMES, each = glue_at(scan, end) == GLUE_EACH;
	size_t unit = each && is_digits(scan, end + 1) ? end + 2 : end + 1;
	if ((!each && glue_at(scan, end) != GLUE_ONE) || !may_start(scan, unit, LEX_DURATION) ||
	    may_start(scan, at, LEX_DURATION))
		return at;
	struct slice per;
	size_t behind = per_read(scan, end, &per);
	const struct lex_entry *stop = lex_at(scan, LEX_STOP, behind, NULL);
	if (behind == end || (is_word(scan, behind) && !times && !(stop && stop->value == STOP_NAME)))
		return at;
	reading->per = per;
	reading->noun = scan_text(scan, at, end);
	return behind;
}

size_t rate_read_counted(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end = at;
	if (!is_lower_word(scan, at) || is_glued(scan, at))
		return at;
	const struct lex_entry *noun = lex_at(scan, LEX_COUNTED, at, &end);
	if (!noun)
		end = at + 1;
	struct slice per;
	size_t each_end = noun ? read_counted_each(scan, at, end, reading) : at;
	if (each_end > at)
		return each_end;
	/* 4,5 triệu người /ngày: white space is lost and found easily before a unit of time; 2 khách/1 phòng,
	 * but 6 vụ/6 đối tượng */
	int one = is_digits(scan, end + 1) && scan_digits_value(scan, end + 1) == 1 && is_word(scan, end + 2);
	if (!is_mark(scan, end, '/') || !(is_word(scan, end + 1) || one) ||
	    !(is_glued(scan, end) || may_start(scan, end + 1, LEX_DURATION)))
		return at;
	/* 13 tỉnh/thành phố: the one or the other */
	if (lex_at(scan, LEX_PLACE, at, NULL) && lex_at(scan, LEX_PLACE, end + 1, NULL))
		return at;
	size_t behind = per_read(scan, end, &per);
	if (behind == end)
		return at;
	reading->per = per;
	reading->noun = scan_text(scan, at, end);
	return behind;
}
