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

/* Where each of the bytes that a separator begins with stands next: all are rare, so memchr goes far in one step. */
struct separators {
	struct slice text;
	const char *next[3];
};

static const char separator_begins[] = {'\r', '\xc2', '\xe2'};

static const char *find_byte(struct slice text, size_t at, char byte)
{
	const char *found = at < text.len ? memchr(text.ptr + at, byte, text.len - at) : NULL;
	return found ? found : text.ptr + text.len;
}

static struct separators separators_of(struct slice text)
{
	struct separators separators = {.text = text};
	for (size_t i = 0; i < sizeof separator_begins; i++)
		separators.next[i] = find_byte(text, 0, separator_begins[i]);
	return separators;
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
		if (*at == text.len)
			return 0;
		separators->next[first] = find_byte(text, *at + 1, separator_begins[first]);
		size_t len = line_separator(begin, text.len - *at, *at > 1 && memcmp(begin - 2, "\xc2\xbb", 2) == 0);
		if (len > 0)
			return len;
	}
}

size_t join_line_ends(char *text, size_t text_len)
{
	struct separators separators = separators_of(slice_of(text, text_len));
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
