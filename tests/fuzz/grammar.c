/* SPDX-License-Identifier: MIT */
/*
 * The grammar, which asks few of its rules, against itself asking all that may begin with the token: at every token of
 * any text the same reading, with no figure before and with a day or an ordinal before.
 */
#include <stdlib.h>

#include "figures/grammar.h"
#include "window.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct grammar grammar, all;

static void compare(struct scan *scan, size_t at)
{
	static struct reading few, full;
	scan->memo->at = SIZE_MAX;
	size_t few_end = grammar_read(&grammar, scan, at, &few), full_end = grammar_read(&all, scan, at, &full);
	if (few_end != full_end || (few_end && (few.kind != full.kind || few.rule != full.rule)))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct before {
		int kind, is_day, is_month, is_year;
	} before[] = {{0}, {KIND_DATE, 1, 0, 0}, {KIND_DATE, 0, 1, 0}, {KIND_DATE, 0, 0, 1}, {KIND_ORDINAL, 0, 0, 0},
		      {KIND_NUMBER, 0, 0, 0}};
	static struct arena arena;
	struct scan scan = fuzz_window(data, size, &arena);
	if (!all.asks_all) {
		grammar_init(&grammar);
		grammar_note(&grammar, (struct vocabulary *)scan.vocabulary);
		all = grammar;
		all.asks_all = 1;
	}
	for (size_t at = 0; at < scan.count; at++) {
		for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
			scan.last_kind = before[i].kind;
			scan.last_is_day = before[i].is_day;
			scan.last_is_month = before[i].is_month;
			scan.last_is_year = before[i].is_year;
			scan.last_end = i > 0 && at > 0 ? at - 1 : 0;
			compare(&scan, at);
		}
	}
	arena_reset(&arena);
	return 0;
}
