/* SPDX-License-Identifier: MIT */
#include "vietnamese/letter.h"

#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"

/* base, hat, then the six tones in lower case and in upper case. */
#define VOWELS(X) \
	X('a', HAT_NONE, 0x61, 0xe0, 0x1ea3, 0xe3, 0xe1, 0x1ea1, 0x41, 0xc0, 0x1ea2, 0xc3, 0xc1, 0x1ea0) \
	X('a', HAT_BREVE, 0x103, 0x1eb1, 0x1eb3, 0x1eb5, 0x1eaf, 0x1eb7, 0x102, 0x1eb0, 0x1eb2, 0x1eb4, 0x1eae, 0x1eb6) \
	X('a', HAT_CIRCUMFLEX, 0xe2, 0x1ea7, 0x1ea9, 0x1eab, 0x1ea5, 0x1ead, 0xc2, 0x1ea6, 0x1ea8, 0x1eaa, 0x1ea4, 0x1eac) \
	X('e', HAT_NONE, 0x65, 0xe8, 0x1ebb, 0x1ebd, 0xe9, 0x1eb9, 0x45, 0xc8, 0x1eba, 0x1ebc, 0xc9, 0x1eb8) \
	X('e', HAT_CIRCUMFLEX, 0xea, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf, 0x1ec7, 0xca, 0x1ec0, 0x1ec2, 0x1ec4, 0x1ebe, 0x1ec6) \
	X('i', HAT_NONE, 0x69, 0xec, 0x1ec9, 0x129, 0xed, 0x1ecb, 0x49, 0xcc, 0x1ec8, 0x128, 0xcd, 0x1eca) \
	X('o', HAT_NONE, 0x6f, 0xf2, 0x1ecf, 0xf5, 0xf3, 0x1ecd, 0x4f, 0xd2, 0x1ece, 0xd5, 0xd3, 0x1ecc) \
	X('o', HAT_CIRCUMFLEX, 0xf4, 0x1ed3, 0x1ed5, 0x1ed7, 0x1ed1, 0x1ed9, 0xd4, 0x1ed2, 0x1ed4, 0x1ed6, 0x1ed0, 0x1ed8) \
	X('o', HAT_HORN, 0x1a1, 0x1edd, 0x1edf, 0x1ee1, 0x1edb, 0x1ee3, 0x1a0, 0x1edc, 0x1ede, 0x1ee0, 0x1eda, 0x1ee2) \
	X('u', HAT_NONE, 0x75, 0xf9, 0x1ee7, 0x169, 0xfa, 0x1ee5, 0x55, 0xd9, 0x1ee6, 0x168, 0xda, 0x1ee4) \
	X('u', HAT_HORN, 0x1b0, 0x1eeb, 0x1eed, 0x1eef, 0x1ee9, 0x1ef1, 0x1af, 0x1eea, 0x1eec, 0x1eee, 0x1ee8, 0x1ef0) \
	X('y', HAT_NONE, 0x79, 0x1ef3, 0x1ef7, 0x1ef9, 0xfd, 0x1ef5, 0x59, 0x1ef2, 0x1ef6, 0x1ef8, 0xdd, 0x1ef4)

/* The parts of a letter in 16 bits; 0 is none. */
#define PACK(base, hat, tone, upper) ((uint16_t)((base) | (hat) << 7 | (tone) << 10 | (upper) << 13))

/* Two ranges in one table: U+0000 to U+01B0, then U+1EA0 to U+1EF9. */
#define LOW_END 0x1b1
#define HIGH_BEGIN 0x1ea0
#define HIGH_END 0x1efa
#define INDEX(cp) ((cp) < LOW_END ? (cp) : (cp) - HIGH_BEGIN + LOW_END)

#define ENTRIES(b, h, n0, n1, n2, n3, n4, n5, u0, u1, u2, u3, u4, u5) \
	[INDEX(n0)] = PACK(b, h, 0, 0), [INDEX(n1)] = PACK(b, h, 1, 0), [INDEX(n2)] = PACK(b, h, 2, 0), \
	[INDEX(n3)] = PACK(b, h, 3, 0), [INDEX(n4)] = PACK(b, h, 4, 0), [INDEX(n5)] = PACK(b, h, 5, 0), \
	[INDEX(u0)] = PACK(b, h, 0, 1), [INDEX(u1)] = PACK(b, h, 1, 1), [INDEX(u2)] = PACK(b, h, 2, 1), \
	[INDEX(u3)] = PACK(b, h, 3, 1), [INDEX(u4)] = PACK(b, h, 4, 1), [INDEX(u5)] = PACK(b, h, 5, 1),
#define CONSONANT(lower) [lower] = PACK(lower, 0, 0, 0), [(lower) - 0x20] = PACK(lower, 0, 0, 1),

static const uint16_t parts[LOW_END + HIGH_END - HIGH_BEGIN] = {
	VOWELS(ENTRIES)
	CONSONANT('b') CONSONANT('c') CONSONANT('d') CONSONANT('f') CONSONANT('g') CONSONANT('h') CONSONANT('j')
	CONSONANT('k') CONSONANT('l') CONSONANT('m') CONSONANT('n') CONSONANT('p') CONSONANT('q') CONSONANT('r')
	CONSONANT('s') CONSONANT('t') CONSONANT('v') CONSONANT('w') CONSONANT('x') CONSONANT('z')
	[0x111] = PACK('d', HAT_STROKE, 0, 0), [0x110] = PACK('d', HAT_STROKE, 0, 1),
};

#define FORMS(b, h, ...) [(b) - 'a'][h] = {__VA_ARGS__},

/* The vowels by base and hat: six tones in lower case, six in upper case. */
static const uint16_t vowels[26][HAT_STROKE][2 * TONES] = {VOWELS(FORMS)};

static uint16_t packed(uint32_t code_point)
{
	if (code_point < LOW_END)
		return parts[code_point];
	return code_point >= HIGH_BEGIN && code_point < HIGH_END ? parts[INDEX(code_point)] : 0;
}

int letter_parts(uint32_t code_point, struct letter *letter)
{
	uint16_t p = packed(code_point);
	*letter = (struct letter){(char)(p & 0x7f), p >> 7 & 7, p >> 10 & 7, p >> 13};
	return p != 0;
}

uint32_t letter_compose(struct letter letter)
{
	if (letter.base >= 'a' && letter.base <= 'z' && letter.hat < HAT_STROKE && letter.tone < TONES) {
		uint32_t vowel = vowels[letter.base - 'a'][letter.hat][letter.tone + (letter.upper ? TONES : 0)];
		if (vowel)
			return vowel;
	}
	if (letter.tone != TONE_NGANG || letter.base < 'a' || letter.base > 'z' || strchr("aeiouy", letter.base))
		return 0;
	if (letter.hat == HAT_STROKE && letter.base == 'd')
		return letter.upper ? 0x110 : 0x111;
	return letter.hat == HAT_NONE ? (uint32_t)letter.base - (letter.upper ? 0x20 : 0) : 0;
}

uint32_t letter_lower(uint32_t code_point)
{
	uint16_t p = packed(code_point);
	if (p == 0)
		return code_point < 0x80 ? code_point : (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
	if (p >> 13 == 0)
		return code_point;
	/* In Latin-1 the cases are 0x20 apart, in the other blocks 1. */
	return code_point + (code_point < 0x100 ? 0x20 : 1);
}

int letter_is_upper(uint32_t code_point)
{
	uint16_t p = packed(code_point);
	if (p != 0 || code_point < 0x80)
		return p >> 13;
	return utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_LU;
}

int letter_is_letter(uint32_t code_point)
{
	if (packed(code_point) != 0 || code_point < 0x80)
		return packed(code_point) != 0;
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

void text_lower(const char *text, size_t len, char *out)
{
	for (size_t at = 0; at < len;) {
		uint32_t code_point;
		char form[4];
		int n = utf8_next(text + at, &code_point);
		if (n == 1)
			out[at] = code_point >= 'A' && code_point <= 'Z' ? (char)(code_point | 0x20) : (char)code_point;
		else if (utf8_encode(letter_lower(code_point), form) == n)
			memcpy(out + at, form, (size_t)n);
		else
			memmove(out + at, text + at, (size_t)n);
		at += (size_t)n;
	}
}
