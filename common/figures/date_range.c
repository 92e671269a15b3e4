/* SPDX-License-Identifier: MIT */
/* Ranges of dates: từ ngày 26 đến 28-9, tháng 5 đến tháng 7, cuối những năm 70 tới suốt thập niên 90. */
#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"

/* What joins the two ends of a range, also ", đến hết". Returns the token behind it, or 0. */
static size_t read_joint(const struct scan *scan, size_t at)
{
	int comma = is_mark(scan, at, ',');
	size_t joint = comma && scan_is_dash(scan, at + 1) ? 0 : joint_read(scan, at + (size_t)comma);
	while (joint && glue_at(scan, joint) == GLUE_THROUGH)
		joint++;
	return joint;
}

/* What only one end of the range says holds for both. */
static void share(struct moment *first, struct moment *last)
{
	if (first->grain == GRAIN_DAY && first->month == 0 && last->month) {
		first->month = last->month;
		first->year = first->year ? first->year : last->year;
	}
	if (last->grain == GRAIN_DAY && last->month == 0)
		last->month = first->month;
	if (first->year == 0 && last->year && first->grain >= GRAIN_QUARTER) {
		first->year = last->year;
		if (moment_compare(first, last) > 0)
			first->year--;
	}
}

static int same_sort(const struct moment *a, const struct moment *b)
{
	if (a->grain == b->grain)
		return 1;
	/* cuối những năm 70 tới suốt thập niên 90; tháng 5 đến 6-9 */
	if (a->weekday || b->weekday)
		return a->weekday && b->weekday;
	return (a->grain == GRAIN_YEAR && b->grain == GRAIN_DECADE) ||
	       (a->grain == GRAIN_DAY && b->grain == GRAIN_MONTH) ||
	       (a->grain == GRAIN_MONTH && b->grain == GRAIN_DAY) ||
	       (a->grain == GRAIN_MONTH && b->grain == GRAIN_YEAR) ||
	       (a->grain == GRAIN_YEAR && b->grain == GRAIN_MONTH);
}

/* A bare end behind a joint: "26 đến 28-9" has its month from the other; "ngày 14/4 đến 19/4". */
size_t point_read_range(const struct scan *scan, size_t at, size_t end, struct point *first, struct point *range)
{
	struct point second;
	size_t from = read_joint(scan, end);
	if (!from || first->is_range)
		return 0;
	size_t last_end = point_read(scan, from, &second);
	if (!last_end || second.is_range || second.unresolved != first->unresolved ||
	    !same_sort(&first->first, &second.first))
		return 0;
	share(&first->first, &second.first);
	if (!moment_valid(&first->first) || !moment_valid(&second.first))
		return 0;
	/* The end is resolved, the beginning is the nearest before it. */
	if (first->first.year)
		second.first.year = second.first.year ? second.first.year : first->first.year;
	point_resolve(scan, at, last_end, &second);
	if (first->first.year == 0 && second.first.year) {
		first->first.year = second.first.year;
		if (moment_compare(&first->first, &second.first) > 0)
			first->first.year--;
	} else if (moment_compare(&first->first, &second.first) > 0) {
		second.first.year++;
	}
	if (moment_compare(&first->first, &second.first) >= 0 && first->first.year && first->first.grain > GRAIN_DECADE)
		return 0;
	/* The year that one end took from the other may lack its 29-2. */
	if (!moment_valid(&first->first) || !moment_valid(&second.first))
		return 0;
	*range = *first;
	range->last = second.first;
	range->is_range = 1;
	range->edge = NULL;
	range->part = first->part && second.part && strcmp(first->part, second.part) == 0 ? first->part : NULL;
	range->bare = first->bare && second.bare && first->first.year == 0;
	range->rule = "date.range";
	return last_end;
}
