/* SPDX-License-Identifier: MIT */
/* Characters by what they do at the end of a sentence. */
#ifndef PHIN_GLYPH_H
#define PHIN_GLYPH_H

#include <stddef.h>

#include "base/slice.h"

enum glyph {
	GLYPH_NONE,         /* the text ends */
	GLYPH_SPACE,        /* white space and what has no width */
	GLYPH_NEWLINE,
	GLYPH_UPPER,        /* a letter in upper case */
	GLYPH_LOWER,        /* any other letter with case, and combining marks */
	GLYPH_CASELESS,     /* a letter of a script without case */
	GLYPH_DIGIT,
	GLYPH_QUOTE,        /* " and ' open or close */
	GLYPH_OPEN_QUOTE,
	GLYPH_CLOSE_QUOTE,
	GLYPH_OPEN,         /* a bracket */
	GLYPH_CLOSE,
	GLYPH_DASH,
	GLYPH_STOP,         /* . ! ? … */
	GLYPH_PUNCTUATION,  /* goes on with the sentence: , ; : / % … */
	GLYPH_SYMBOL,       /* bullets, arrows, emoji: may begin one */
};

/* The glyphs of ASCII, and the part of glyph_at that meets anything else. */
extern const unsigned char glyph_ascii[128];
enum glyph glyph_at_wide(const char *at, size_t *len);

/* The glyph at text[at], and its length in bytes (0 at the end of the text, which is valid UTF-8). */
static inline enum glyph glyph_at(struct slice text, size_t at, size_t *len)
{
	if (at >= text.len) {
		*len = 0;
		return GLYPH_NONE;
	}
	unsigned char byte = (unsigned char)text.ptr[at];
	if (byte >= 0x80)
		return glyph_at_wide(text.ptr + at, len);
	*len = 1;
	return (enum glyph)glyph_ascii[byte];
}

/* The glyph that ends before text[at], at > 0. */
enum glyph glyph_before(struct slice text, size_t at, size_t *len);

#endif
