/* SPDX-License-Identifier: MIT */
#include "normalize/stored.h"

#include "base/utf8.h"
#include "charset/charset.h"
#include "normalize/passes.h"

/* No charset has another meaning for ASCII's white space: so the words of both texts go side by side. */
static int is_white(uint32_t cp)
{
	return cp == ' ' || cp == '\n' || cp == '\t' || cp == '\r';
}

/* Pushes a word as decoded for the cells [first, last): the first character takes them all, the others are inserted. */
static void push_word(struct cells *cells, size_t first, size_t last, struct slice word)
{
	for (size_t at = 0; at < word.len;) {
		uint32_t cp;
		size_t begin = at;
		at += (size_t)utf8_next(word.ptr + at, &cp);
		if (begin == 0)
			cells_push_merged(cells, first, last, cp, RULE_CHARSET);
		else
			cells_push_inserted(cells, cp, RULE_CHARSET);
	}
}

static int is_same(const struct cells *cells, size_t first, size_t last, struct slice word)
{
	size_t at = 0;
	for (; first < last && at < word.len; first++) {
		uint32_t cp;
		at += (size_t)utf8_next(word.ptr + at, &cp);
		if (cp != cells->in.list[first].code_point)
			return 0;
	}
	return first == last && at == word.len;
}

static void push_decoded(struct cells *cells, struct slice decoded)
{
	size_t at = 0;
	for (size_t i = 0; i < cells->in.count;) {
		size_t end = i, to = at;
		if (is_white(cells->in.list[i].code_point)) {
			cells_push(cells, &cells->in.list[i++]);
			at++;
			continue;
		}
		while (end < cells->in.count && !is_white(cells->in.list[end].code_point))
			end++;
		while (to < decoded.len && !is_white((unsigned char)decoded.ptr[to]))
			to++;
		struct slice word = slice_of(decoded.ptr + at, to - at);
		if (is_same(cells, i, end, word))
			for (; i < end; i++)
				cells_push(cells, &cells->in.list[i]);
		else
			push_word(cells, i, end, word);
		i = end;
		at = to;
	}
}

int stored_repair(struct cells *cells)
{
	struct buf text = {0}, decoded = {0};
	struct charset_guess guess;
	size_t bad = 0, first_bad;
	for (size_t i = 0; i < cells->in.count; i++) {
		char bytes[4];
		buf_put(&text, bytes, (size_t)utf8_encode(cells->in.list[i].code_point, bytes));
	}
	int found = !text.failed && charset_detect_stored(buf_slice(&text), &guess);
	if (found) {
		charset_decode(&guess, buf_slice(&text), &decoded, &bad, &first_bad);
		/* A line separator that became a newline would part the words: leave such a text alone. */
		found = bad == 0 && !decoded.failed;
	}
	if (found) {
		push_decoded(cells, buf_slice(&decoded));
		cells_turn(cells);
	}
	cells->failed |= text.failed || decoded.failed;
	buf_free(&text);
	buf_free(&decoded);
	return found;
}
