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

/* Any charset of one byte a character, or a letter and marks: TCVN3, VNI, VISCII, VPS, windows-1258, BK HCM2, -1252. */
void decode_bytes(enum charset charset, struct slice bytes, struct buf *out, struct damage *damage);

void decode_viqr(struct slice bytes, struct buf *out, struct damage *damage);

/*
 * TCVN3 has toned letters in lower case only, the fonts of capitals show them as capitals. Raises those that stand among
 * capitals, in out from `from` on: CéNG HòA becomes CÉNG HÒA.
 */
void restore_capitals(char *text, size_t len);

/*
 * Turns UTF-8 back into the windows-1252 bytes that it was made from, appending them. Returns 0 if some character is not of
 * windows-1252.
 */
int encode_cp1252(struct slice text, struct buf *out);

#endif
