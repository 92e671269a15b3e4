/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <string.h>

static inline int is_continuation(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

int utf8_decode(const char *text, size_t len, uint32_t *code_point)
{
	const unsigned char *s = (const unsigned char *)text;
	*code_point = 0xfffd;
	if (s[0] < 0x80) {
		*code_point = s[0];
		return 1;
	}
	if (s[0] < 0xc2 || s[0] > 0xf4)
		return -1;
	/* The second byte has a range of its own after E0, ED, F0 and F4 (Unicode, table 3-7). */
	unsigned char low = s[0] == 0xe0 ? 0xa0 : s[0] == 0xf0 ? 0x90 : 0x80;
	unsigned char high = s[0] == 0xed ? 0x9f : s[0] == 0xf4 ? 0x8f : 0xbf;
	int need = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	if (len < 2 || s[1] < low || s[1] > high)
		return -1;
	for (int i = 2; i < need; i++)
		if ((size_t)i >= len || !is_continuation(s[i]))
			return -i;
	return utf8_next(text, code_point);
}

size_t utf8_valid_prefix(const char *text, size_t len)
{
	size_t at = 0;
	while (at < len) {
		uint64_t word;
		if (len - at >= sizeof word) {
			memcpy(&word, text + at, sizeof word);
			if ((word & 0x8080808080808080u) == 0) {
				at += sizeof word;
				continue;
			}
		}
		unsigned char lead = (unsigned char)text[at];
		if (lead < 0x80) {
			at++;
			continue;
		}
		uint32_t code_point;
		int n = utf8_decode(text + at, len - at, &code_point);
		if (n < 0)
			return at;
		at += (size_t)n;
	}
	return len;
}

int utf8_encode(uint32_t code_point, char *out)
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

size_t utf8_count(const char *text, size_t len)
{
	size_t count = 0;
	for (size_t i = 0; i < len; i++)
		count += !is_continuation((unsigned char)text[i]);
	return count;
}

size_t utf8_count_utf16(const char *text, size_t len)
{
	size_t count = 0;
	for (size_t i = 0; i < len; i++)
		count += !is_continuation((unsigned char)text[i]) + ((unsigned char)text[i] >= 0xf0);
	return count;
}
