/* SPDX-License-Identifier: MIT */
#include "words/spelling.h"

#include <string.h>
#include <utf8proc.h>

#include "vietnamese/letter.h"

uint16_t symbols[SYMBOLS_HIGH + 0x100];

enum { CODE_D_STROKE = 27 };

/* Codes of the letters that a hat makes; a to z are 1 to 26. */
static const struct {
	char base;
	unsigned char hat;
	unsigned char code;
} hats[] = {
	{'d', HAT_STROKE, CODE_D_STROKE}, {'a', HAT_BREVE, 28}, {'a', HAT_CIRCUMFLEX, 29}, {'e', HAT_CIRCUMFLEX, 30},
	{'o', HAT_CIRCUMFLEX, 31}, {'o', HAT_HORN, 32}, {'u', HAT_HORN, 33},
};

/* Combining marks of Vietnamese (Unicode's decompositions). */
static const struct {
	uint16_t code_point;
	unsigned char tone;
	unsigned char hat;
} combining[] = {
	{0x300, TONE_HUYEN, 0}, {0x301, TONE_SAC, 0}, {0x303, TONE_NGA, 0}, {0x309, TONE_HOI, 0}, {0x323, TONE_NANG, 0},
	{0x302, 0, HAT_CIRCUMFLEX}, {0x306, 0, HAT_BREVE}, {0x31b, 0, HAT_HORN},
};

static unsigned code_of(char base, unsigned hat)
{
	for (size_t i = 0; i < sizeof hats / sizeof *hats; i++)
		if (hats[i].base == base && hats[i].hat == hat)
			return hats[i].code;
	return hat == HAT_NONE ? (unsigned)(base - 'a' + 1) : 0;
}

int code_point_is_space(uint32_t cp)
{
	return cp <= ' ' || cp == 0x85 || cp == 0xa0 || cp == 0x1680 ||
	       (cp >= 0x2000 && cp <= 0x200b) || cp == 0x2028 || cp == 0x2029 || cp == 0x202f || cp == 0x205f ||
	       cp == 0x3000 || cp == 0xfeff;
}

static enum character_class class_of(uint32_t code_point)
{
	if (code_point_is_space(code_point))
		return CLASS_SPACE;
	switch (utf8proc_category((utf8proc_int32_t)code_point)) {
	case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO:
		return CLASS_LETTER;
	case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME: case UTF8PROC_CATEGORY_CF:
		return CLASS_ATTACHED;
	case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL: case UTF8PROC_CATEGORY_NO:
		return CLASS_DIGIT;
	case UTF8PROC_CATEGORY_PC: case UTF8PROC_CATEGORY_PD: case UTF8PROC_CATEGORY_PS: case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PI: case UTF8PROC_CATEGORY_PF: case UTF8PROC_CATEGORY_PO:
		return CLASS_MARK;
	default:
		return CLASS_OTHER;
	}
}

/* Which of the combining marks above it is, or -1. */
static int combining_index(uint32_t code_point)
{
	for (size_t i = 0; i < sizeof combining / sizeof *combining; i++)
		if (combining[i].code_point == code_point)
			return (int)i;
	return -1;
}

/* Adds what a combining mark makes of a letter's symbol. */
static unsigned attach(unsigned symbol, int mark)
{
	unsigned code = symbol & SYMBOL_CODE;
	symbol ^= (unsigned)combining[mark].tone << SYMBOL_TONE_SHIFT;
	if (combining[mark].hat == 0 || code == 0 || code > 26)
		return symbol;
	unsigned hatted = code_of((char)('a' + code - 1), combining[mark].hat);
	return hatted ? symbol ^ code ^ hatted : symbol;
}

/* The first code point of the canonical decomposition; what follows is put into *marks. */
static uint32_t decompose(uint32_t code_point, utf8proc_int32_t marks[], size_t *count)
{
	utf8proc_int32_t parts[8];
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)code_point, parts, 8, UTF8PROC_DECOMPOSE, &boundary);
	*count = 0;
	if (n < 1 || n > 8)
		return code_point;
	for (utf8proc_ssize_t i = 1; i < n; i++)
		marks[(*count)++] = parts[i];
	return (uint32_t)parts[0];
}

static int is_vowel(unsigned code)
{
	return code > CODE_D_STROKE || (code > 0 && code <= 26 && strchr("aeiouy", (int)('a' + code - 1)));
}

uint16_t symbol_rare(uint32_t code_point)
{
	struct letter letter;
	utf8proc_int32_t marks[8];
	size_t count;
	unsigned symbol = (unsigned)class_of(code_point) << SYMBOL_CLASS_SHIFT;
	if (letter_is_upper(code_point))
		symbol |= SYMBOL_UPPER;
	if (symbol_class((uint16_t)symbol) != CLASS_LETTER)
		return (uint16_t)symbol;
	/* Ð and ð of Icelandic stand for Đ and đ in many a crawl. */
	if (code_point == 0xd0 || code_point == 0xf0)
		symbol |= CODE_D_STROKE;
	uint32_t base = decompose(code_point, marks, &count);
	if (letter_parts(base, &letter))
		symbol |= code_of(letter.base, letter.hat);
	for (size_t i = 0; i < count; i++)
		if (combining_index((uint32_t)marks[i]) >= 0)
			symbol = attach(symbol, combining_index((uint32_t)marks[i]));
	return (uint16_t)(is_vowel(symbol & SYMBOL_CODE) ? symbol | SYMBOL_VOWEL : symbol);
}

void symbols_init(void)
{
	for (uint32_t cp = 0; cp < SYMBOLS_HIGH; cp++)
		symbols[cp] = symbol_rare(cp);
	for (uint32_t cp = 0; cp < 0x100; cp++)
		symbols[SYMBOLS_HIGH + cp] = symbol_rare(0x1e00 + cp);
}

void spelling_foreign(struct spelling *spelling, uint32_t code_point, uint16_t symbol)
{
	utf8proc_int32_t marks[8];
	size_t count;
	spelling_letter(spelling, symbol);
	spelling_code(spelling, letter_lower(decompose(code_point, marks, &count)));
}

void spelling_attach(struct spelling *spelling, uint32_t code_point)
{
	int mark = combining_index(code_point);
	if (mark < 0)
		return;
	unsigned symbol = attach(spelling->last & SYMBOL_CODE, mark);
	spelling->tones ^= symbol >> SYMBOL_TONE_SHIFT & 7;
	if (spelling->last < 64) {
		spelling->packed ^= spelling->last ^ (symbol & SYMBOL_CODE);
		spelling->last = symbol & SYMBOL_CODE;
	}
}

/* How many bits from the highest that is set. */
static unsigned width(uint32_t bits)
{
	return bits ? 32 - (unsigned)__builtin_clz(bits) : 0;
}

static uint8_t shape_of_letters(uint32_t uppers, uint32_t letters)
{
	if (uppers == 0)
		return SHAPE_LOWER;
	if (letters == 0)
		return SHAPE_MIXED;
	uint32_t first = (uint32_t)1 << ((letters < 32 ? letters : 32) - 1);
	if (uppers == first)
		return SHAPE_CAPITAL;
	return uppers == first + (first - 1) ? SHAPE_CAPS : SHAPE_MIXED;
}

/*
 * Whether the letters are one of h, k, l, m, s, t and y, or quy: the syllables that schools write with i since 1984 (Bộ
 * Giáo dục, Quyết định 240/QĐ), newspapers with either: "quy định" and "qui định", "tỷ lệ" and "tỉ lệ".
 */
static int may_end_in_i(const struct spelling *spelling)
{
	static const uint32_t before = 1u << ('h' & 31) | 1u << ('k' & 31) | 1u << ('l' & 31) | 1u << ('m' & 31) |
				       1u << ('s' & 31) | 1u << ('t' & 31);
	uint64_t onset = spelling->packed >> 6;
	if (spelling->last != ('y' & 31))
		return 0;
	return (spelling->letters == 2 && onset < 32 && before >> onset & 1) ||
	       (spelling->letters == 3 && onset == (('q' & 31) << 6 | ('u' & 31)));
}

void spelling_token(const struct spelling *of, size_t begin, size_t end, struct token *token)
{
	struct spelling respelled = *of;
	const struct spelling *spelling = &respelled;
	if (may_end_in_i(of))
		respelled.packed ^= ('y' & 31) ^ ('i' & 31);
	uint32_t vowels = (uint32_t)(spelling->kinds >> 32);
	token->begin = begin;
	token->end = end;
	token->key = spelling_key(spelling);
	token->shape = shape_of_letters((uint32_t)spelling->kinds, spelling->letters);
	token->apart = 0;
	token->onset = token->rime = 0;
	/* Ten letters fill the 60 bits that are shifted; no syllable has so many. */
	if (vowels == 0 || spelling->letters > 10)
		return;
	unsigned bits = 6 * width(vowels);
	uint64_t rime = spelling->packed & (((uint64_t)1 << bits) - 1);
	token->onset = (uint16_t)(spelling->packed >> bits);
	token->rime = (uint16_t)(rime * 0x9e3779b97f4a7c15u >> 48) | 1;
}
