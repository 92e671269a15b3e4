/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <endian.h>
#include <string.h>

/* Bit 7 of each byte of a word. */
#define HIGH_BITS 0x8080808080808080u

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

/* The length of the sequence at s[0, len) if it is a common one of two or three bytes, valid; 0 leaves it to utf8_decode. */
static inline size_t common_sequence(const unsigned char *s, size_t len)
{
	if (s[0] >= 0xc2 && s[0] < 0xe0)
		return len > 1 && is_continuation(s[1]) ? 2 : 0;
	/* Behind E1 to EC any continuation may stand: Vietnamese letters are E1 BA and E1 BB. */
	if (s[0] > 0xe0 && s[0] < 0xed)
		return len > 2 && is_continuation(s[1]) && is_continuation(s[2]) ? 3 : 0;
	return 0;
}

size_t utf8_valid_prefix(const char *text, size_t len)
{
	size_t at = 0;
	while (at < len) {
		uint64_t word;
		if (len - at >= sizeof word) {
			memcpy(&word, text + at, sizeof word);
			word &= HIGH_BITS;
			if (word == 0) {
				at += sizeof word;
				continue;
			}
			if (BYTE_ORDER == LITTLE_ENDIAN)
				at += (size_t)__builtin_ctzll(word) / 8;
		}
		const unsigned char *s = (const unsigned char *)text + at;
		if (s[0] < 0x80) {
			at++;
			continue;
		}
		size_t common = common_sequence(s, len - at);
		uint32_t code_point;
		int n = common ? (int)common : utf8_decode(text + at, len - at, &code_point);
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

/* How many bytes of the word have bit 7 set in `flags`, where no other bit is. */
static inline size_t count_flags(uint64_t flags)
{
	return (size_t)((flags >> 7) * 0x0101010101010101u >> 56);
}

size_t utf8_count(const char *text, size_t len)
{
	size_t count = len, i = 0;
	for (uint64_t word; len - i >= sizeof word; i += sizeof word) {
		memcpy(&word, text + i, sizeof word);
		/* A continuation byte is 10xxxxxx. */
		count -= count_flags(word & ~(word << 1) & HIGH_BITS);
	}
	for (; i < len; i++)
		count -= is_continuation((unsigned char)text[i]);
	return count;
}

size_t utf8_count_long(const char *text, size_t len)
{
	size_t count = 0, i = 0;
	for (uint64_t word; len - i >= sizeof word; i += sizeof word) {
		memcpy(&word, text + i, sizeof word);
		word &= word << 1 & word << 2 & word << 3 & HIGH_BITS;
		count += word ? count_flags(word) : 0;
	}
	for (; i < len; i++)
		count += (unsigned char)text[i] >= 0xf0;
	return count;
}

size_t utf8_count_utf16(const char *text, size_t len)
{
	return utf8_count(text, len) + utf8_count_long(text, len);
}
