/* SPDX-License-Identifier: MIT */
/* The reader of numbers at every token of any text: a value is a decimal, and it ends within the window. */
#include <stdlib.h>

#include "figures/number.h"
#include "window.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(struct slice value)
{
	size_t points = 0;
	for (size_t i = 0; i < value.len; i++) {
		points += value.ptr[i] == '.';
		if (!(value.ptr[i] >= '0' && value.ptr[i] <= '9') && value.ptr[i] != '.' &&
		    !(i == 0 && value.ptr[i] == '-'))
			abort();
	}
	if (value.len == 0 || points > 1)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena arena;
	struct scan scan = fuzz_window(data, size, &arena);
	struct number number;
	for (size_t at = 0; at < scan.count; at++) {
		size_t end = number_read(&scan, at, &number);
		if (end > scan.count || (end && end <= at))
			abort();
		if (end)
			check(number_print(&number, &arena));
	}
	arena_reset(&arena);
	return 0;
}
