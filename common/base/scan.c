/* SPDX-License-Identifier: MIT */
#include "base/scan.h"

#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

static inline int ends_run(char byte, char a, char b)
{
	return (unsigned char)byte < 0x20 || byte == a || byte == b;
}

#ifdef __SSE2__
/* A bit for each of the sixteen bytes that ends a run. */
static inline unsigned ends_of(__m128i bytes, char a, char b)
{
	__m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1f)), bytes);
	__m128i either = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(a)), _mm_cmpeq_epi8(bytes, _mm_set1_epi8(b)));
	return (unsigned)_mm_movemask_epi8(_mm_or_si128(control, either));
}

size_t scan_run(const char *text, size_t at, size_t len, char a, char b)
{
	size_t begin = at;
	for (; len - at >= 16; at += 16) {
		unsigned found = ends_of(_mm_loadu_si128((const __m128i *)(const void *)(text + at)), a, b);
		if (found)
			return at + (size_t)__builtin_ctz(found);
	}
	/* The last sixteen, some of them once more: those were looked at, and end no run. */
	if (at < len && len - begin >= 16) {
		unsigned found = ends_of(_mm_loadu_si128((const __m128i *)(const void *)(text + len - 16)), a, b);
		return found ? len - 16 + (size_t)__builtin_ctz(found) : len;
	}
	for (; len - at >= 8; at += 8) {
		unsigned found = ends_of(_mm_loadl_epi64((const __m128i *)(const void *)(text + at)), a, b) & 0xff;
		if (found)
			return at + (size_t)__builtin_ctz(found);
	}
	while (at < len && !ends_run(text[at], a, b))
		at++;
	return at;
}
#else
size_t scan_run(const char *text, size_t at, size_t len, char a, char b)
{
	const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
	for (; len - at >= 8; at += 8) {
		uint64_t word;
		memcpy(&word, text + at, 8);
		/* "Has a byte below 0x20" and "has a zero byte", by borrows: Hacker's Delight, section 6-1. */
		uint64_t first = word ^ (ones * (unsigned char)a), second = word ^ (ones * (unsigned char)b);
		if ((((word - ones * 0x20) & ~word) | ((first - ones) & ~first) | ((second - ones) & ~second)) & high)
			break;
	}
	while (at < len && !ends_run(text[at], a, b))
		at++;
	return at;
}
#endif
