/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "charset/decode.h"

/*
 * The length of a line separator that is none in a file of lines: a CR alone, U+0085, U+2028, U+2029; 0 if there is none.
 * U+0085 behind » is no line end but the last of the bytes E1 BB 85, which were ễ before somebody took them for Latin-1.
 */
static size_t line_separator(const char *s, size_t left, int behind_guillemet)
{
	if (*s == '\r')
		return left < 2 || s[1] != '\n';
	if (left > 1 && memcmp(s, "\xc2\x85", 2) == 0)
		return behind_guillemet ? 0 : 2;
	return left > 2 && (memcmp(s, "\xe2\x80\xa8", 3) == 0 || memcmp(s, "\xe2\x80\xa9", 3) == 0) ? 3 : 0;
}

/*
 * Where each of the bytes that a separator begins with stands next: all are rare, so memchr goes far in one step. But it goes
 * no farther than the piece at hand, so that the three of them read it one after another while it is in the processor's cache.
 */
enum { PIECE = 32 << 10 };

struct separators {
	struct slice text;
	size_t stop; /* where the piece ends */
	const char *next[3];
};

static const char separator_begins[] = {'\r', '\xc2', '\xe2'};

static void find_byte(struct separators *separators, size_t i, size_t at)
{
	const char *text = separators->text.ptr, *end = text + separators->stop;
	const char *found = at < separators->stop ? memchr(text + at, separator_begins[i], separators->stop - at) : NULL;
	separators->next[i] = found ? found : end;
}

/* Goes on to the next piece. Returns 0 at the end of the text. */
static int next_piece(struct separators *separators)
{
	size_t at = separators->stop, left = separators->text.len - at;
	separators->stop = at + (left < PIECE ? left : PIECE);
	for (size_t i = 0; i < sizeof separator_begins; i++)
		find_byte(separators, i, at);
	return left > 0;
}

/* The next separator; returns its length and *at, or 0 at the end of the text. */
static size_t next_separator(struct separators *separators, size_t *at)
{
	struct slice text = separators->text;
	for (;;) {
		size_t first = 0;
		for (size_t i = 1; i < sizeof separator_begins; i++)
			if (separators->next[i] < separators->next[first])
				first = i;
		const char *begin = separators->next[first];
		*at = (size_t)(begin - text.ptr);
		if (*at == separators->stop) {
			if (!next_piece(separators))
				return 0;
			continue;
		}
		find_byte(separators, first, *at + 1);
		size_t len = line_separator(begin, text.len - *at, *at > 1 && memcmp(begin - 2, "\xc2\xbb", 2) == 0);
		if (len > 0)
			return len;
	}
}

size_t join_line_ends(char *text, size_t text_len)
{
	struct separators separators = {.text = slice_of(text, text_len), .next = {text, text, text}};
	size_t begin = 0, to = 0, at, len;
	/* What is moved lies before the separator at hand, what is looked for behind it. */
	while ((len = next_separator(&separators, &at)) > 0) {
		if (to < begin)
			memmove(text + to, text + begin, at - begin);
		to += at - begin;
		text[to++] = '\n';
		begin = at + len;
	}
	if (to < begin)
		memmove(text + to, text + begin, text_len - begin);
	return to + text_len - begin;
}

int charset_settle_utf8(char *bytes, size_t *len)
{
	if (utf8_valid_prefix(bytes, *len) < *len)
		return 0;
	*len = join_line_ends(bytes, *len);
	return 1;
}
