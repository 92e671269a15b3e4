/* SPDX-License-Identifier: MIT */
/*
 * A token spelled letter by letter, into the key by which the model knows it. What two writings of a syllable may
 * differ in is left out or counted apart: case, the vowel that bears the tone mark, composition (NFC, NFD).
 *
 * "hoà" and "hòa" both give the codes h, o, a and the tone huyền; "ê" and "e" U+0302 both give the code of ê.
 */
#ifndef PHIN_WORDS_SPELLING_H
#define PHIN_WORDS_SPELLING_H

#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"
#include "words/token.h"

/* What a code point is to the tokenizer: a 16-bit symbol. */
enum {
	SYMBOL_CODE = 0x3f,     /* the letter, 1 to 33; 0 if it has no code of its own */
	SYMBOL_TONE_SHIFT = 6,  /* enum tone, 3 bits */
	SYMBOL_UPPER = 0x200,
	SYMBOL_VOWEL = 0x400,
	SYMBOL_CLASS_SHIFT = 11,
};

enum character_class {
	CLASS_OTHER,   /* emoji and other symbols */
	CLASS_LETTER,
	CLASS_ATTACHED,/* combining marks, soft hyphen, joiners: they belong to the letter before */
	CLASS_DIGIT,
	CLASS_SPACE,
	CLASS_MARK,    /* punctuation */
};

/* U+0000 to U+07FF, then U+1E00 to U+1EFF. */
#define SYMBOLS_HIGH 0x800
extern uint16_t symbols[SYMBOLS_HIGH + 0x100];

void symbols_init(void);

/* White space is Unicode's, what has no width (U+200B, U+FEFF), and control characters. */
int code_point_is_space(uint32_t cp);

/* The symbol of a code point that the table does not hold. */
uint16_t symbol_rare(uint32_t code_point);

static inline uint16_t symbol_of(uint32_t code_point)
{
	if (code_point < SYMBOLS_HIGH)
		return symbols[code_point];
	if (code_point - 0x1e00 < 0x100)
		return symbols[code_point - 0x1e00 + SYMBOLS_HIGH];
	return symbol_rare(code_point);
}

static inline enum character_class symbol_class(uint16_t symbol)
{
	return (enum character_class)(symbol >> SYMBOL_CLASS_SHIFT);
}

struct spelling {
	uint64_t packed;        /* codes of the letters, 6 bits each */
	uint32_t last;          /* the last of them */
	uint32_t tones;
	uint32_t letters;
	uint64_t kinds;         /* a bit for each of the last 32 letters, the last lowest: upper case; in the upper half: vowels */
};

static inline void spelling_code(struct spelling *spelling, uint32_t code)
{
	spelling->packed = (spelling->packed << 6 | spelling->packed >> 58) ^ code;
	spelling->last = code;
}

static inline void spelling_letter(struct spelling *spelling, uint16_t symbol)
{
	spelling_code(spelling, symbol & SYMBOL_CODE);
	spelling->tones ^= symbol >> SYMBOL_TONE_SHIFT & 7;
	spelling->kinds = (spelling->kinds << 1 & ~((uint64_t)1 << 32)) | (symbol / SYMBOL_UPPER & 1) |
			  (uint64_t)(symbol / SYMBOL_VOWEL & 1) << 32;
	spelling->letters++;
}

/* A letter that has no code: by its lower case. */
void spelling_foreign(struct spelling *spelling, uint32_t code_point, uint16_t symbol);

/* A combining mark: a tone, or what makes another letter of the last one. */
void spelling_attach(struct spelling *spelling, uint32_t code_point);

/* Makes the token of the letters. */
void spelling_token(const struct spelling *spelling, size_t begin, size_t end, struct token *token);

static inline uint32_t spelling_key(const struct spelling *spelling)
{
	uint64_t packed = spelling->packed ^ (uint64_t)spelling->tones << 61;
	return (uint32_t)(packed * 0x9e3779b97f4a7c15u >> 32);
}

#endif
