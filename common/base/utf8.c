/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <endian.h>
#include <string.h>
#ifdef __SSE2__
#include <tmmintrin.h>
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
 * What may be wrong with two bytes in a row, a bit each: J. Keiser and D. Lemire, "Validating UTF-8 In Less Than One
 * Instruction Per Byte", Software: Practice and Experience 51 (2021), by Unicode's table 3-7. Three tables say which of it
 * the upper half of the first byte, its lower half, and the upper half of the second one allow; what all of them do is
 * wrong.
 *
 *	E0 9F	E.: SHORT, OVERLONG_3, SURROGATE	.0: ANY, any OVERLONG	9.: SECOND, OVERLONG_3, LARGE	all: OVERLONG_3
 */
enum {
	SHORT = 1,	 /* a lead byte without a continuation behind it */
	LONG = 2,	 /* a continuation behind ASCII */
	OVERLONG_2 = 4,	 /* C0 80..BF, C1 80..BF */
	OVERLONG_3 = 8,	 /* E0 80..9F */
	SURROGATE = 16,	 /* ED A0..BF */
	OVERLONG_4 = 32, /* F0 80..8F; F5 and above, 80..8F */
	LARGE = 64,	 /* F4 90..BF; F5 and above, 90..BF */
	PAIR = 128,	 /* two continuations: wrong unless a lead byte stands two or three bytes before the second one */
	ANY = SHORT | LONG | PAIR,		/* what the lower half says nothing of */
	SECOND = LONG | PAIR | OVERLONG_2,	/* what is wrong of any continuation */
};

static const uint8_t upper_first[16] = {
	[0x0 ... 0x7] = LONG,
	[0x8 ... 0xb] = PAIR,
	[0xc] = SHORT | OVERLONG_2,
	[0xd] = SHORT,
	[0xe] = SHORT | OVERLONG_3 | SURROGATE,
	[0xf] = SHORT | OVERLONG_4 | LARGE,
};

static const uint8_t lower_first[16] = {
	[0x0] = ANY | OVERLONG_2 | OVERLONG_3 | OVERLONG_4,
	[0x1] = ANY | OVERLONG_2,
	[0x2 ... 0x3] = ANY,
	[0x4] = ANY | LARGE,
	[0x5 ... 0xc] = ANY | LARGE | OVERLONG_4,
	[0xd] = ANY | LARGE | OVERLONG_4 | SURROGATE,
	[0xe ... 0xf] = ANY | LARGE | OVERLONG_4,
};

static const uint8_t upper_second[16] = {
	[0x0 ... 0x7] = SHORT,
	[0x8] = SECOND | OVERLONG_3 | OVERLONG_4,
	[0x9] = SECOND | OVERLONG_3 | LARGE,
	[0xa ... 0xb] = SECOND | SURROGATE | LARGE,
	[0xc ... 0xf] = SHORT,
};

/* The code is made for SSSE3, whatever the file is made for: utf8_valid_prefix asks the processor. */
#define WITH_SSSE3 __attribute__((target("ssse3")))

WITH_SSSE3 static inline __m128i sixteen(const void *bytes)
{
	return _mm_loadu_si128(bytes);
}

/* What the table says of the halves of bytes, which have no other bits set in their upper half. */
WITH_SSSE3 static inline __m128i look_up(const uint8_t *table, __m128i halves)
{
	return _mm_shuffle_epi8(sixteen(table), _mm_and_si128(halves, _mm_set1_epi8(15)));
}

/* Whether the sixteen bytes, with sixteen before them, are valid, but that the last sequence may be cut. */
WITH_SSSE3 static inline int is_valid(__m128i bytes, __m128i before)
{
	__m128i first = _mm_alignr_epi8(bytes, before, 15);
	__m128i wrong = _mm_and_si128(look_up(upper_first, _mm_srli_epi16(first, 4)), look_up(lower_first, first));
	wrong = _mm_and_si128(wrong, look_up(upper_second, _mm_srli_epi16(bytes, 4)));
	/* Two behind a lead byte of three or four, and three behind one of four, a pair must end, and nowhere else. */
	__m128i third = _mm_subs_epu8(_mm_alignr_epi8(bytes, before, 14), _mm_set1_epi8(0xe0 - 0x80));
	__m128i fourth = _mm_subs_epu8(_mm_alignr_epi8(bytes, before, 13), _mm_set1_epi8(0xf0 - 0x80));
	__m128i pairs = _mm_and_si128(_mm_or_si128(third, fourth), _mm_set1_epi8((char)PAIR));
	return _mm_movemask_epi8(_mm_cmpeq_epi8(wrong, pairs)) == 0xffff;
}

/* The place, or where the sequence of more than one byte begins that ends there or goes on. */
static size_t sequence_begin(const char *text, size_t at)
{
	for (int i = 0; i < 3 && at > 0 && is_continuation((unsigned char)text[at - 1]); i++)
		at--;
	return at > 0 && (unsigned char)text[at - 1] >= 0xc0 ? at - 1 : at;
}

/* The whole length if all is valid, else where a sequence begins in or before the sixteen bytes that are not. */
WITH_SSSE3 static size_t valid_sixteens(const char *text, size_t len)
{
	__m128i before = _mm_setzero_si128();
	char rest[16] = {0};
	size_t at = 0;
	for (; len - at >= 16; at += 16) {
		if (!is_valid(sixteen(text + at), before))
			return sequence_begin(text, at);
		before = sixteen(text + at);
	}
	/* What is left, with a NUL behind it at least, so that a sequence which is cut is found. */
	if (at < len)
		memcpy(rest, text + at, len - at);
	return is_valid(sixteen(rest), before) ? len : sequence_begin(text, at);
}
#endif

/* From the place on, where a sequence begins; ASCII by eight bytes, all else one sequence after another. */
static size_t valid_from(const char *text, size_t at, size_t len)
{
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

size_t utf8_valid_prefix(const char *text, size_t len)
{
#ifdef __SSE2__
	if (__builtin_cpu_supports("ssse3"))
		return valid_from(text, valid_sixteens(text, len), len);
#endif
	return valid_from(text, 0, len);
}

#ifdef __SSE2__
/* Sums of bytes. */
static inline size_t sum_sixteen(__m128i bytes)
{
	__m128i sums = _mm_sad_epu8(bytes, _mm_setzero_si128());
	return (size_t)_mm_cvtsi128_si32(sums) + (size_t)_mm_extract_epi16(sums, 4);
}

/* Adds 1 where a byte is a continuation, and where one is the first of four. */
static inline void count_sixteen(__m128i bytes, __m128i *continuations, __m128i *of_four)
{
	const __m128i four = _mm_max_epu8(bytes, _mm_set1_epi8((char)0xf0));
	*continuations = _mm_sub_epi8(*continuations, _mm_cmplt_epi8(bytes, _mm_set1_epi8(-64)));
	*of_four = _mm_sub_epi8(*of_four, _mm_cmpeq_epi8(four, bytes));
}

/* Continuation bytes, and the first bytes of four. */
static inline void count_bytes(const char *text, size_t len, size_t *continuations, size_t *of_four)
{
	*continuations = *of_four = 0;
	for (size_t at = 0; at < len;) {
		/* Each of sixteen counters holds a byte: 255 rounds at most. */
		size_t stop = len - at < 255 * 16 ? len : at + 255 * 16;
		__m128i conts = _mm_setzero_si128(), fours = _mm_setzero_si128();
		char rest[16] = {0};
		for (; stop - at >= 16; at += 16)
			count_sixteen(_mm_loadu_si128((const __m128i *)(const void *)(text + at)), &conts, &fours);
		memcpy(rest, text + at, stop - at);
		count_sixteen(_mm_loadu_si128((const __m128i *)(const void *)rest), &conts, &fours);
		*continuations += sum_sixteen(conts);
		*of_four += sum_sixteen(fours);
		at = stop;
	}
}
#else
/* How many bytes of the word have bit 7 set in `flags`, where no other bit is. */
static inline size_t count_flags(uint64_t flags)
{
	return (size_t)((flags >> 7) * 0x0101010101010101u >> 56);
}

static inline void count_bytes(const char *text, size_t len, size_t *continuations, size_t *of_four)
{
	*continuations = *of_four = 0;
	for (size_t at = 0; at < len; at += 8) {
		/* What is left of a text that ends within the word is NUL. */
		uint64_t word = 0;
		memcpy(&word, text + at, len - at < 8 ? len - at : 8);
		/* A continuation byte is 10xxxxxx, the first of four 1111xxxx. */
		*continuations += count_flags(word & ~(word << 1) & HIGH_BITS);
		*of_four += count_flags(word & word << 1 & word << 2 & word << 3 & HIGH_BITS);
	}
}
#endif

size_t utf8_count(const char *text, size_t len)
{
	size_t continuations, of_four;
	count_bytes(text, len, &continuations, &of_four);
	return len - continuations;
}

void utf8_count_both(const char *text, size_t len, size_t *code_points, size_t *utf16)
{
	size_t continuations, of_four;
	count_bytes(text, len, &continuations, &of_four);
	*code_points = len - continuations;
	*utf16 = *code_points + of_four;
}

size_t utf8_count_utf16(const char *text, size_t len)
{
	size_t code_points, utf16;
	utf8_count_both(text, len, &code_points, &utf16);
	return utf16;
}
