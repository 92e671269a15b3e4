/* SPDX-License-Identifier: MIT */
/* Centuries and decades: thế kỷ XXI, thế kỷ thứ 3 trước Công nguyên, thập niên 90, những năm 1970-1980. */
#include "figures/date.h"
#include "figures/quantity.h"

static long century_at(const struct scan *scan, size_t at)
{
	if (is_digits(scan, at))
		return scan_digits_value(scan, at);
	return is_word(scan, at) ? number_roman(scan_word(scan, at)) : 0;
}

/* thế kỷ 16 đến 18, thế kỷ XV-XVII. Returns the token behind the last one, or 0. */
static size_t read_last_century(const struct scan *scan, size_t at, long first, struct point *point)
{
	size_t joint = joint_read(scan, at);
	long last = joint ? century_at(scan, joint) : 0;
	if (last <= first || last > 21 || counts_behind(scan, joint + 1))
		return 0;
	point->is_range = 1;
	point->last = (struct moment){.grain = GRAIN_CENTURY, .year = (int)last - 1};
	point->rule = "date.centuries";
	return joint + 1;
}

/* thế kỷ XXI, thế kỷ thứ 3 trước Công nguyên, thập niên 90, thập niên 1990, những năm 80 */
size_t century_read(const struct scan *scan, size_t at, struct point *point)
{
	size_t from;
	const struct lex_entry *century = lex_at(scan, LEX_DURATION, at, &from);
	if (!century || century->value != 100)
		return 0;
	point->rule = "date.century";
	if (glue_at(scan, from) == GLUE_ORDER)
		from++;
	long value = century_at(scan, from);
	int before = glue_at(scan, from) == GLUE_BEFORE;
	if (before || glue_at(scan, from) == GLUE_THIS) {
		point->first = moment_relative(scan, GRAIN_CENTURY, before ? -1 : 0);
		point->unresolved = !scan->has_date;
		return from + 1;
	}
	if (value < 1 || value > 30)
		return 0;
	point->first = (struct moment){.grain = GRAIN_CENTURY, .year = (int)value - 1};
	size_t last_end = read_last_century(scan, from + 1, value, point);
	return last_end ? last_end : era_read(scan, from + 1, &point->first.bc);
}

/* những năm 1960s, as English says it */
static int is_plural(const struct scan *scan, size_t at)
{
	return word_is(scan, at, "s") && is_glued(scan, at) && !(is_glued(scan, at + 1) && is_word(scan, at + 1));
}

/* The number of the decade whose first year stands at the token, in full or by two digits: 199 of 1990 and 90. Or 0. */
static int decade_at(const struct scan *scan, size_t at)
{
	int plural = token_len(scan, at) == 4 && is_plural(scan, at + 1);
	int year = plural ? (int)scan_digits_value(scan, at) : year_at(scan, at);
	long value = is_digits(scan, at) && token_len(scan, at) == 2 ? scan_digits_value(scan, at) : 0;
	if (year)
		return year % 10 == 0 ? year / 10 : 0;
	return value > 0 && value % 10 == 0 ? (int)value / 10 + (value >= 30 ? 190 : 200) : 0;
}

/* The words before the number of a decade: những năm, thập niên, thập kỷ. Returns the token behind them, or 0. */
static size_t read_decade_words(const struct scan *scan, size_t at)
{
	size_t from;
	if (glue_at(scan, at) == GLUE_THOSE && glue_at(scan, at + 1) == GLUE_YEAR)
		return at + 2;
	if (glue_at(scan, at) != GLUE_DECADE || !lex_at(scan, LEX_DURATION, at, &from))
		return 0;
	return glue_at(scan, from) == GLUE_YEAR ? from + 1 : from;
}

/* The number of a decade at the token, or two of them, and the century behind: 90, 80-90, 60 của thế kỷ XX. */
static size_t read_decades(const struct scan *scan, size_t from, struct point *point)
{
	int first = decade_at(scan, from);
	int last = first && scan_is_dash(scan, from + 1) ? decade_at(scan, from + 2) : 0;
	if (!first)
		return 0;
	/* những năm 1970-1980, thập niên 80-90 */
	point->is_range = last > first;
	size_t end = point->is_range ? from + 3 : from + 1;
	end += is_plural(scan, end);
	size_t behind = glue_at(scan, end) == GLUE_OF ? end + 1 : end;
	struct point century = {0};
	size_t century_end = glue_at(scan, behind) == GLUE_CENTURY ? century_read(scan, behind, &century) : 0;
	/* Without a date nobody knows which century is the last one: the decade as people say it stands. */
	int said = century_end && token_len(scan, from) == 2 && !century.unresolved ? century.first.year * 10 : 0;
	point->rule = point->is_range ? "date.decades" : "date.decade";
	point->first = (struct moment){.grain = GRAIN_DECADE, .year = said ? said + first % 10 : first};
	point->last = (struct moment){.grain = GRAIN_DECADE, .year = said ? said + last % 10 : last};
	return century_end ? century_end : end;
}

size_t decade_read(const struct scan *scan, size_t at, struct point *point)
{
	size_t from = read_decade_words(scan, at);
	return from ? read_decades(scan, from, point) : 0;
}

size_t listed_age_read(const struct scan *scan, size_t at, struct point *point)
{
	if (!scan->last_age || scan->last_end == 0 || scan->last_end + 1 != at || token_len(scan, at) > 4 ||
	    !(is_mark(scan, at - 1, ',') || glue_at(scan, at - 1) == GLUE_AND || glue_at(scan, at - 1) == GLUE_OR))
		return 0;
	size_t end = at + 1;
	if (scan->last_age == GRAIN_DECADE) {
		end = read_decades(scan, at, point);
	} else {
		long value = scan_digits_value(scan, at);
		point->first = (struct moment){.grain = GRAIN_CENTURY, .year = (int)value - 1};
		point->rule = "date.century-list";
		end = value > 0 && value <= 21 ? end : 0;
	}
	int closed = !is_word(scan, end) || lex_at(scan, LEX_STOP, end, NULL) != NULL;
	return end && closed && !is_glued(scan, at) && !counts_behind(scan, end) ? end : 0;
}
