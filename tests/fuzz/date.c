/* SPDX-License-Identifier: MIT */
/* The reader of dates at every token of any text: it ends within the window, and a full date exists. */
#include <stdlib.h>

#include "figures/reading.h"
#include "window.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct moment *moment)
{
	if (moment->grain == GRAIN_DAY && moment->year && moment->month && moment->day &&
	    !calendar_valid(moment->year, moment->month, moment->day))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena arena;
	struct scan scan = fuzz_window(data, size, &arena);
	struct reading reading;
	scan.has_date = size % 2;
	scan.date = (struct date){2025, 9, 28};
	for (size_t at = 0; at < scan.count; at++) {
		reading_clear(&reading);
		size_t end = rule_date(&scan, at, &reading);
		if (end > scan.count || (end && end <= at))
			abort();
		if (end)
			check(&reading.first);
		if (end && reading.is_range)
			check(&reading.last);
	}
	arena_reset(&arena);
	return 0;
}
