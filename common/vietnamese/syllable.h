/* SPDX-License-Identifier: MIT */
/*
 * The Vietnamese syllable: onset + nucleus + coda, at most one tone. Parses a run of letters, tells where the tone mark
 * belongs in either style. Works on composed letters (vietnamese/letter.h); case does not matter.
 *
 *	nghiêng = ngh + iê + ng     quyết = qu + yê + t     già = gi + a     gì = g + i     giếng = g + iê + ng
 */
#ifndef PHIN_SYLLABLE_H
#define PHIN_SYLLABLE_H

#include <stddef.h>

#include "base/slice.h"
#include "vietnamese/letter.h"

/* The longest is nghiêng; one with more letters is none. */
enum { SYLLABLE_MAX = 7 };

enum tone_style {
	TONE_STYLE_OLD,  /* hòa, thủy, khỏe: what the press writes */
	TONE_STYLE_NEW,  /* hoà, thuỷ, khoẻ: QĐ 1989/QĐ-BGDĐT (2018), Điều 8 */
};

struct syllable {
	unsigned char onset, nucleus, coda;  /* letters of each; the onset takes the u of qu and the i of gi along */
	unsigned char tone;                  /* enum tone */
	unsigned char marks;                 /* letters that bear it: 0 or 1; 2 and more where it was typed again (tíếng) */
	unsigned char tone_at;               /* index of the first of these letters */
	unsigned char strict;                /* see syllable_parse */
};

/*
 * Parses letters[0, count) as one syllable. Returns 1, or 0 if they are none: no legal onset, nucleus or coda, or two
 * different tones. `strict` is set where the spelling also obeys what the grammar leaves open: c k q, g gh, ng ngh by
 * the vowel that follows, nuclei with the codas that they really take, sắc or nặng before c ch p t, one mark only.
 */
int syllable_parse(const struct letter *letters, size_t count, struct syllable *syllable);

/* Whether letters are one syllable in the strict sense, and cased as words are: all small, all capitals, or the first one. */
int syllable_is_word(const struct letter *letters, size_t count);

/* The index of the letter that should bear the tone mark (TCVN's and the Ministry's rules, in either style). */
size_t syllable_tone_place(const struct letter *letters, const struct syllable *syllable, enum tone_style style);

/*
 * Reads the run of letters at the beginning of validated text: returns its length in bytes, 0 if there is no letter.
 * The first SYLLABLE_MAX are stored; *count is how many there are, or SYLLABLE_MAX + 1 where the run is longer or holds
 * a letter that is not of the Vietnamese alphabet.
 */
size_t syllable_letters(struct slice text, struct letter letters[SYLLABLE_MAX], size_t *count);

/* Whether the word, all of it, is one syllable; in the strict sense if `strict`. */
int syllable_is_valid(struct slice word, int strict);

#endif
