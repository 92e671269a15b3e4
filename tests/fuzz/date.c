/* SPDX-License-Identifier: MIT */
/* The reader of dates at every token of any text: it ends within the window, and a full date exists. */
#include <stdlib.h>

#include "base/utf8.h"
#include "figures/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct moment *moment)
{
	if (moment->grain == GRAIN_DAY && moment->year && moment->month && moment->day &&
	    !calendar_valid(moment->year, moment->month, moment->day))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct vocabulary *vocabulary;
	static struct arena arena;
	static struct token tokens[TOKEN_MAX + 3];
	struct scan scan = {.text = slice_of((const char *)data, utf8_valid_prefix((const char *)data, size)),
			    .tokens = tokens + 1,
			    .arena = &arena,
			    .has_date = size % 2,
			    .date = {2025, 9, 28}};
	struct reading reading;
	if (!vocabulary)
		vocabulary = vocabulary_new();
	scan.vocabulary = vocabulary;
	for (size_t at = 0; scan.count < TOKEN_MAX && token_next(scan.text, &at, &tokens[1 + scan.count]); scan.count++)
		vocabulary_mark(vocabulary, &tokens[1 + scan.count]);
	for (size_t i = 0; i < 2; i++)
		tokens[1 + scan.count + i] = (struct token){.begin = scan.text.len, .end = scan.text.len};
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
