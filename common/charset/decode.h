/* SPDX-License-Identifier: MIT */
/* The decoders one by one, private to this folder. All append UTF-8. */
#ifndef PHIN_CHARSET_DECODE_H
#define PHIN_CHARSET_DECODE_H

#include "charset/charset.h"

/* What could not be decoded. */
struct damage {
	size_t count, first;
};

void decode_utf8(struct slice bytes, struct buf *out, struct damage *damage);
void decode_utf16(struct slice bytes, int big_endian, struct buf *out, struct damage *damage);

/* Any charset of one byte a character, or a letter and marks: TCVN3 (see restore_capitals), VNI, VISCII, VPS, … */
void decode_bytes(enum charset charset, struct slice bytes, struct buf *out, struct damage *damage);

void decode_viqr(struct slice bytes, struct buf *out, struct damage *damage);

/*
 * TCVN3 has toned letters in lower case only, the fonts of capitals show them as capitals. Raises those that stand among
 * capitals, in place: CéNG HòA becomes CÉNG HÒA.
 */
void restore_capitals(char *text, size_t len);

/*
 * Line separators in UTF-8 (a CR alone, U+0085, U+2028, U+2029) become newlines where they stand, code point for code point.
 * Returns the length of the text then.
 */
size_t join_line_ends(char *text, size_t text_len);

#endif
