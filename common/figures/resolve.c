/* SPDX-License-Identifier: MIT */
/* Dates that lack a part: which one is meant, by the document's date and the words around. */
#include "figures/date.h"
#include "figures/lunisolar.h"

enum direction direction_around(const struct scan *scan, size_t begin, size_t end)
{
	enum { BEFORE = 10, BEHIND = 14 };
	size_t behind;
	const struct lex_entry *entry = lex_at(scan, LEX_REL, end, &behind);
	if (entry && !entry->code && entry->value != 0)
		return entry->value > 0 ? FUTURE : PAST;
	for (size_t n = 1; n <= BEFORE && n <= begin; n++)
		if ((entry = lex_at(scan, LEX_FUTURE, begin - n, NULL)) != NULL)
			return entry->value > 0 ? FUTURE : PAST;
	for (size_t i = end; i < scan->count && i < end + BEHIND; i++)
		if ((entry = lex_at(scan, LEX_FUTURE, i, NULL)) != NULL)
			return entry->value > 0 ? FUTURE : PAST;
	return NEAREST;
}

void point_resolve(const struct scan *scan, size_t begin, size_t end, struct point *point)
{
	if (!point->unresolved && !point->first.weekday && (point->first.grain >= GRAIN_QUARTER || point->first.season))
		moment_resolve(&point->first, scan, direction_around(scan, begin, end));
}

/* Two ends that lie in one year: of the years around, one that has both ("7-29/2": a leap year). */
void point_resolve_range(const struct scan *scan, size_t begin, size_t end, struct point *range)
{
	struct moment first = range->first;
	point_resolve(scan, begin, end, range);
	range->last.year = range->first.year;
	if (moment_valid(&range->last))
		return;
	range->first = range->last;
	range->first.year = 0;
	point_resolve(scan, begin, end, range);
	range->last = range->first;
	range->first = first;
	range->first.year = range->last.year;
}

/* A holiday of the lunar calendar before the day makes it lunar: Giỗ Tổ Hùng Vương 10-3. */
void point_make_lunar(const struct scan *scan, size_t at, struct point *point)
{
	const struct lex_entry *holiday = holiday_before(scan, at);
	struct date civil;
	if (!holiday || !holiday->code || point->first.grain != GRAIN_DAY || point->is_range || point->first.year == 0)
		return;
	if (point->first.month * 100 + point->first.day != holiday->value)
		return;
	point->lunar = 1;
	if (lunar_to_civil(point->first.year, point->first.month, point->first.day, 0, &civil))
		point->first = moment_day(civil);
}
