/* SPDX-License-Identifier: MIT */
/* Words tile any text: in order, not empty, white space alone between them; the key gives them back. */
#include <stdlib.h>

#include "base/utf8.h"
#include "words/key.h"
#include "words/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void only_space(const char *text, size_t from, size_t to)
{
	while (from < to) {
		size_t n = space_length(text, to, from);
		if (n == 0)
			abort();
		from += n;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct words words;
	struct buf key = {0};
	struct word word;
	const char *text = (const char *)data;
	size_t len = utf8_valid_prefix(text, size), at = 0, read = 0, i;
	if (!words.scratch && words_init(&words, NULL))
		abort();
	if (words_find(&words, NULL, slice_of(text, len)) < 0)
		abort();
	words_put_key(&key, words.list, words.count);
	struct slice value = slice_of(key.ptr + 6, key.len - 6);
	for (i = 0; words_next(&value, &read, len, &word) > 0; i++) {
		if (i >= words.count || word.begin != words.list[i].begin || word.end != words.list[i].end)
			abort();
		only_space(text, at, word.begin);
		at = word.end;
	}
	if (i != words.count)
		abort();
	only_space(text, at, len);
	buf_free(&key);
	return 0;
}
