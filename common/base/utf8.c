/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <endian.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

/* Whether a sequence begins at text[at, len), and steps over it. */
static inline int step(const char *text, size_t *at, size_t len)
{
	const unsigned char *s = (const unsigned char *)text + *at;
	size_t common = s[0] < 0x80 ? 1 : common_sequence(s, len - *at);
	uint32_t code_point;
	int n = common ? (int)common : utf8_decode(text + *at, len - *at, &code_point);
	*at += n > 0 ? (size_t)n : 0;
	return n > 0;
}

#ifdef __SSE2__
/*
 * How many bytes of the sixteen at `text` are whole sequences of one to three bytes, by masks with a bit a byte: behind
 * each lead byte must stand as many continuations as it asks for, and nowhere else. 0 leaves it to others: E0 and ED,
 * whose second byte has a range of its own, four bytes, and whatever is wrong.
 *
 *	bytes  a  E1 BA BF  C4 91  …     cont 0011 01…   lead 0100 10…   asked for: lead << 1 | lead3 << 2
 */
static inline size_t common_sixteen(const char *text)
{
	const __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)text);
	unsigned above = (unsigned)_mm_movemask_epi8(bytes);
	if (above == 0)
		return 16;
	/* As signed bytes: 80..BF are -128..-65, C0 is -64, E0 -32, F0 -16. */
	unsigned cont = (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(bytes, _mm_set1_epi8(-64)));
	unsigned lead3 = (unsigned)_mm_movemask_epi8(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(-33))) & above;
	unsigned overlong = (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(bytes, _mm_set1_epi8(-62))) & ~cont;
	__m128i odd = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xe0)), _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xed)));
	unsigned others = ((unsigned)_mm_movemask_epi8(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(-17))) & above) |
			  (unsigned)_mm_movemask_epi8(odd);
	unsigned lead = above & ~cont, due = lead << 1 | lead3 << 2;
	if ((overlong | others) || (due & 0xffff) != cont)
		return 0;
	/* The last sequence may go on behind the sixteen. */
	return due >> 16 ? 31 - (size_t)__builtin_clz(lead) : 16;
}

size_t utf8_valid_prefix(const char *text, size_t len)
{
	size_t at = 0;
	while (len - at >= 16) {
		size_t n = common_sixteen(text + at);
		at += n;
		if (n == 0 && !step(text, &at, len))
			return at;
	}
	while (at < len && step(text, &at, len))
		;
	return at;
}
#else
size_t utf8_valid_prefix(const char *text, size_t len)
{
	size_t at = 0;
	while (at < len) {
		uint64_t word;
		if (len - at >= sizeof word) {
			memcpy(&word, text + at, sizeof word);
			if ((word & HIGH_BITS) == 0) {
				at += sizeof word;
				continue;
			}
			if (BYTE_ORDER == LITTLE_ENDIAN)
				at += (size_t)__builtin_ctzll(word & HIGH_BITS) / 8;
		}
		if (!step(text, &at, len))
			return at;
	}
	return len;
}
#endif

/* How many bytes of the word have bit 7 set in `flags`, where no other bit is. */
static inline size_t count_flags(uint64_t flags)
{
	return (size_t)((flags >> 7) * 0x0101010101010101u >> 56);
}

/* Continuation bytes, or the first bytes of four, in as many times sixteen bytes as there are; *at is behind them. */
static inline size_t count_sixteens(const char *text, size_t len, int of_four, size_t *at)
{
	size_t count = 0;
#ifdef __SSE2__
	while (len - *at >= 16) {
		/* Each of sixteen counters holds a byte: 255 rounds at most. */
		__m128i counters = _mm_setzero_si128();
		for (int rounds = 0; rounds < 255 && len - *at >= 16; rounds++, *at += 16) {
			__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(text + *at));
			__m128i high = _mm_max_epu8(bytes, _mm_set1_epi8((char)0xf0));
			__m128i found = of_four ? _mm_cmpeq_epi8(high, bytes) : _mm_cmplt_epi8(bytes, _mm_set1_epi8(-64));
			counters = _mm_sub_epi8(counters, found);
		}
		__m128i sums = _mm_sad_epu8(counters, _mm_setzero_si128());
		count += (size_t)_mm_cvtsi128_si32(sums) + (size_t)_mm_extract_epi16(sums, 4);
	}
#endif
	(void)text, (void)len, (void)of_four, (void)at;
	return count;
}

size_t utf8_count(const char *text, size_t len)
{
	size_t i = 0, count = len - count_sixteens(text, len, 0, &i);
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
	size_t i = 0, count = count_sixteens(text, len, 1, &i);
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
