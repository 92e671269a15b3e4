/* SPDX-License-Identifier: MIT */
/* The reader of numbers at every token of any text: a value is a decimal, and it ends within the window. */
#include <stdlib.h>

#include "base/utf8.h"
#include "figures/number.h"

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
	static struct vocabulary *vocabulary;
	static struct arena arena;
	static struct token tokens[TOKEN_MAX + 3];
	struct scan scan = {.text = slice_of((const char *)data, utf8_valid_prefix((const char *)data, size)),
			    .tokens = tokens + 1,
			    .arena = &arena};
	struct number number;
	if (!vocabulary)
		vocabulary = vocabulary_new();
	scan.vocabulary = vocabulary;
	for (size_t at = 0; scan.count < TOKEN_MAX && token_next(scan.text, &at, &tokens[1 + scan.count]); scan.count++)
		vocabulary_mark(vocabulary, &tokens[1 + scan.count]);
	for (size_t i = 0; i < 2; i++)
		tokens[1 + scan.count + i] = (struct token){.begin = scan.text.len, .end = scan.text.len};
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
