/* SPDX-License-Identifier: MIT */
#include "words/key.h"

void words_put_next(struct buf *out, size_t *at, struct word word)
{
	size_t gap = word.begin - *at;
	if (*at > 0 && gap <= 1) {
		buf_put_byte(out, gap == 1 ? ',' : '+');
	} else if (gap > 0) {
		buf_put_byte(out, '(');
		buf_put_size(out, gap);
		buf_put_byte(out, ')');
	}
	buf_put_size(out, word.end - word.begin);
	*at = word.end;
}

void words_put_key(struct buf *out, const struct word *words, size_t count)
{
	size_t at = 0;
	buf_put_string(out, "words=");
	for (size_t i = 0; i < count; i++)
		words_put_next(out, &at, words[i]);
}

/* Takes a number off the front. Returns 0, or -1. */
static int take_number(struct slice *value, size_t *number)
{
	size_t digits = 0;
	*number = 0;
	while (digits < value->len && digits < 18 && value->ptr[digits] >= '0' && value->ptr[digits] <= '9')
		*number = *number * 10 + (size_t)(value->ptr[digits++] - '0');
	*value = slice_of(value->ptr + digits, value->len - digits);
	return digits > 0 ? 0 : -1;
}

static int take_byte(struct slice *value, char byte)
{
	if (value->len == 0 || value->ptr[0] != byte)
		return 0;
	*value = slice_of(value->ptr + 1, value->len - 1);
	return 1;
}

int words_next(struct slice *value, size_t *at, size_t len, struct word *word)
{
	size_t gap = 0, length;
	if (value->len == 0)
		return 0;
	if (take_byte(value, '(')) {
		if (take_number(value, &gap) < 0 || !take_byte(value, ')'))
			return -1;
	} else if (*at > 0 && !take_byte(value, '+')) {
		gap = 1;
		if (!take_byte(value, ','))
			return -1;
	}
	if (take_number(value, &length) < 0 || length == 0 || gap > len - *at || length > len - *at - gap)
		return -1;
	*word = (struct word){.begin = *at + gap, .end = *at + gap + length};
	*at = word->end;
	return 1;
}
