/* SPDX-License-Identifier: MIT */
/* What the fuzzers of readings share: any bytes as a window of tokens, as the extractor makes them. */
#ifndef PHIN_FUZZ_WINDOW_H
#define PHIN_FUZZ_WINDOW_H

#include <stdint.h>

#include "base/utf8.h"
#include "figures/number.h"

/* The scan of the valid prefix of the bytes; its tokens are good until the next call. The arena is the caller's. */
static inline struct scan fuzz_window(const uint8_t *data, size_t size, struct arena *arena)
{
	static struct vocabulary *vocabulary;
	static struct token tokens[TOKENS_AROUND + TOKEN_MAX + TOKENS_AROUND];
	static struct number_memo memo;
	struct scan scan = {.text = slice_of((const char *)data, utf8_valid_prefix((const char *)data, size)),
			    .tokens = tokens + TOKENS_AROUND,
			    .arena = arena,
			    .memo = &memo};
	memo.at = SIZE_MAX;
	if (!vocabulary)
		vocabulary = vocabulary_new();
	scan.vocabulary = vocabulary;
	for (size_t at = 0; scan.count < TOKEN_MAX &&
			    vocabulary_next(vocabulary, scan.text, &at, &tokens[TOKENS_AROUND + scan.count]);)
		scan.count++;
	tokens_bound(tokens, 0);
	tokens_bound(tokens + TOKENS_AROUND + scan.count, scan.text.len);
	return scan;
}

#endif
