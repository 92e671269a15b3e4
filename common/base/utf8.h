/* SPDX-License-Identifier: MIT */
/* UTF-8 as RFC 3629 and Unicode's table 3-7 define it: no surrogates, nothing overlong, nothing above U+10FFFF. */
#ifndef PHIN_UTF8_H
#define PHIN_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* Length in bytes of the longest prefix of text[0, len) that is valid UTF-8; len if all of it is. */
size_t utf8_valid_prefix(const char *text, size_t len);

/*
 * Decodes the code point at text[0, len), len > 0. Stores it and returns its length in bytes; for a byte that begins
 * no valid sequence stores U+FFFD and returns the length of the maximal subpart (1 to 3; Unicode §3.9, W3C's practice)
 * negated, so that `n < 0` is the error.
 */
int utf8_decode(const char *text, size_t len, uint32_t *code_point);

/* As utf8_decode, for text that was validated: no checks. */
static inline int utf8_next(const char *text, uint32_t *code_point)
{
	const unsigned char *s = (const unsigned char *)text;
	if (s[0] < 0x80) {
		*code_point = s[0];
		return 1;
	}
	if (s[0] < 0xe0) {
		*code_point = (uint32_t)(s[0] & 0x1f) << 6 | (s[1] & 0x3f);
		return 2;
	}
	if (s[0] < 0xf0) {
		*code_point = (uint32_t)(s[0] & 0x0f) << 12 | (uint32_t)(s[1] & 0x3f) << 6 | (s[2] & 0x3f);
		return 3;
	}
	*code_point = (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3f) << 12 | (uint32_t)(s[2] & 0x3f) << 6 |
		      (s[3] & 0x3f);
	return 4;
}

/* The code point that ends right before text[at] in validated text, at > 0; returns its length in bytes. */
static inline int utf8_previous(const char *text, size_t at, uint32_t *code_point)
{
	size_t begin = at - 1;
	while (begin > 0 && ((unsigned char)text[begin] & 0xc0) == 0x80)
		begin--;
	return utf8_next(text + begin, code_point);
}

/*
 * Writes the code point (a scalar value) to out, which has room for 4 bytes; returns the length in bytes. Inline: as a
 * symbol it would meet jansson's own function of this name in a static link.
 */
static inline int utf8_encode(uint32_t code_point, char *out)
{
	if (code_point < 0x80) {
		out[0] = (char)code_point;
		return 1;
	}
	if (code_point < 0x800) {
		out[0] = (char)(0xc0 | code_point >> 6);
		out[1] = (char)(0x80 | (code_point & 0x3f));
		return 2;
	}
	if (code_point < 0x10000) {
		out[0] = (char)(0xe0 | code_point >> 12);
		out[1] = (char)(0x80 | (code_point >> 6 & 0x3f));
		out[2] = (char)(0x80 | (code_point & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | code_point >> 18);
	out[1] = (char)(0x80 | (code_point >> 12 & 0x3f));
	out[2] = (char)(0x80 | (code_point >> 6 & 0x3f));
	out[3] = (char)(0x80 | (code_point & 0x3f));
	return 4;
}

/* Code points in validated text. */
size_t utf8_count(const char *text, size_t len);

/* UTF-16 code units that validated text would take. */
size_t utf8_count_utf16(const char *text, size_t len);

/* Code points and UTF-16 code units at once. */
void utf8_count_both(const char *text, size_t len, size_t *code_points, size_t *utf16);

#endif
