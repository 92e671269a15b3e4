/* SPDX-License-Identifier: MIT */
/*
 * The letters of Vietnamese taken apart and put together: base letter, hat, tone, case (TCVN 5712, RFC 1456). All work
 * on composed code points (NFC). Upper and lower case of a Vietnamese letter have the same length in UTF-8, so that
 * text_lower keeps every offset.
 */
#ifndef PHIN_LETTER_H
#define PHIN_LETTER_H

#include <stddef.h>
#include <stdint.h>

/* In the order of the dictionaries' a à ả ã á ạ. */
enum tone { TONE_NGANG, TONE_HUYEN, TONE_HOI, TONE_NGA, TONE_SAC, TONE_NANG, TONES };

enum hat { HAT_NONE, HAT_CIRCUMFLEX, HAT_BREVE, HAT_HORN, HAT_STROKE };

struct letter {
	char base;            /* 'a' to 'z' */
	unsigned char hat;    /* enum hat; HAT_STROKE is đ */
	unsigned char tone;   /* enum tone */
	unsigned char upper;
};

/* Takes a letter of the Vietnamese alphabet, or f j w z, apart. Returns 1, or 0 if the code point is no such letter. */
int letter_parts(uint32_t code_point, struct letter *letter);

/* The code point of a letter; 0 if there is none (a tone on a consonant, a horn on an a). */
uint32_t letter_compose(struct letter letter);

/* Lower case, also of letters that are not Vietnamese (Unicode's simple mapping). */
uint32_t letter_lower(uint32_t code_point);

/* Whether it is a letter in upper case, of any script. */
int letter_is_upper(uint32_t code_point);

/* Whether it is a letter of any script. */
int letter_is_letter(uint32_t code_point);

/*
 * Lower-cases validated UTF-8 into out, which has room for len bytes; may work in place. The few letters whose lower
 * case has another length in UTF-8 (İ, ẞ …) stay as they are.
 */
void text_lower(const char *text, size_t len, char *out);

#endif
