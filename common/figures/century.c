/* SPDX-License-Identifier: MIT */
/* Centuries and decades: thế kỷ XXI, thế kỷ thứ 3 trước Công nguyên, thập niên 90, những năm 1970-1980. */
#include "figures/date.h"

/* thế kỷ XXI, thế kỷ thứ 3 trước Công nguyên, thập niên 90, thập niên 1990, những năm 80 */
size_t century_read(const struct scan *scan, size_t at, struct point *point)
{
	if (!is_word(scan, at + 1) ||
	    (!slice_is(scan_word(scan, at + 1), "kỷ") && !slice_is(scan_word(scan, at + 1), "kỉ")))
		return 0;
	point->rule = "date.century";
	size_t from = at + 2;
	if (glue_at(scan, from) == GLUE_ORDER)
		from++;
	long value = is_digits(scan, from) ? scan_digits_value(scan, from)
		     : is_word(scan, from) ? number_roman(scan_word(scan, from))
					   : 0;
	if (is_word(scan, from) &&
	    (slice_is(scan_word(scan, from), "này") || slice_is(scan_word(scan, from), "trước"))) {
		int before = slice_is(scan_word(scan, from), "trước");
		point->first = moment_relative(scan, GRAIN_CENTURY, before ? -1 : 0);
		point->unresolved = !scan->has_date;
		return from + 1;
	}
	if (value < 1 || value > 30)
		return 0;
	point->first = (struct moment){.grain = GRAIN_CENTURY, .year = (int)value - 1};
	size_t end = era_read(scan, from + 1, &point->first.bc);
	if (point->first.bc)
		point->first.year = (int)value - 1;
	return end;
}

size_t decade_read(const struct scan *scan, size_t at, struct point *point)
{
	size_t from = at;
	if (glue_at(scan, at) == GLUE_THOSE && glue_at(scan, at + 1) == GLUE_YEAR) {
		from = at + 2;
	} else if (glue_at(scan, at) == GLUE_DECADE && is_word(scan, at + 1) &&
		   slice_is(scan_word(scan, at + 1), "niên")) {
		from = at + 2;
		if (glue_at(scan, from) == GLUE_YEAR)
			from++;
	} else {
		return 0;
	}
	/* những năm 1970-1980 */
	int first = year_at(scan, from), last = scan_is_dash(scan, from + 1) ? year_at(scan, from + 2) : 0;
	if (last > first && first % 10 == 0 && last % 10 == 0) {
		point->rule = "date.decades";
		point->is_range = 1;
		point->first = (struct moment){.grain = GRAIN_DECADE, .year = first / 10};
		point->last = (struct moment){.grain = GRAIN_DECADE, .year = last / 10};
		return from + 3;
	}
	long value = is_digits(scan, from) ? scan_digits_value(scan, from) : 0;
	size_t len = is_digits(scan, from) ? token_len(scan, from) : 0;
	if (value % 10 != 0 || !(len == 2 || (len == 4 && year_at(scan, from))) || (len == 2 && value == 0))
		return 0;
	int decade = len == 4 ? (int)value / 10 : (int)value / 10 + (value >= 30 ? 190 : 200);
	size_t behind = glue_at(scan, from + 1) == GLUE_OF ? from + 2 : from + 1;
	struct point century = {0};
	size_t end = glue_at(scan, behind) == GLUE_CENTURY ? century_read(scan, behind, &century) : 0;
	/* Without a date nobody knows which century is the last one: the decade as people say it stands. */
	if (end && len == 2 && !century.unresolved)
		decade = century.first.year * 10 + (int)value / 10;
	point->rule = "date.decade";
	point->first = (struct moment){.grain = GRAIN_DECADE, .year = decade};
	return end ? end : from + 1;
}
