/* SPDX-License-Identifier: MIT */
/* The words around a place in a text. None is longer than LEXICON_MAX_WORD bytes: what is longer is cut, and unknown. */
#ifndef PHIN_WORD_H
#define PHIN_WORD_H

#include <stddef.h>

#include "base/slice.h"
#include "segment/glyph.h"
#include "segment/lexicon.h"

/* Whether the glyph is part of a word: a letter or a digit. */
int glyph_is_word(enum glyph glyph);

/* Behind the white space at text[at] (not line breaks). */
size_t skip_space(struct slice text, size_t at);

/* The letters and digits at text[at]. */
struct slice word_at(struct slice text, size_t at);

/* The word behind the one at text[at], white space between them; empty if another mark stands there. */
struct slice second_word(struct slice text, size_t at);

/* The letters and digits before text[end], from `begin` on. */
struct slice word_before(struct slice text, size_t begin, size_t end);

/* The token before text[end], from `begin` on: dots, dashes and slashes belong to it ("PGS.TS", "đ/c", "N.T.T.H", "26-9"). */
struct slice token_before(struct slice text, size_t begin, size_t end);

/* The token before a token, white space between them; empty if another mark stands there. */
struct slice token_before_token(struct slice text, size_t begin, struct slice token);

/* What follows the last dot or hyphen inside of a token: "TS" of "PGS.TS" and of "GS-TS". */
struct slice token_last_part(struct slice token);

int word_is_number(struct slice word);
int word_is_capital(struct slice word);

/* Behind the marks at text[at] that a letter was decomposed into: U+0300 to U+037F. */
size_t skip_marks(struct slice text, size_t at);

/* Whether it is a letter and nothing else. */
int word_is_letter(struct slice word);

/* Whether the word is a Vietnamese syllable, decomposed or not; `strict` as in vietnamese/syllable.h. */
int word_is_syllable(struct slice word, int strict);

/* Whether the word is a name that no Vietnamese would write: Bush, Trump, Riise. */
int word_is_foreign(struct slice word);

#endif
