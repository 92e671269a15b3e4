/* SPDX-License-Identifier: MIT */
#include "charset/decode.h"

#include "base/utf8.h"
#include "charset/tables.h"
#include "vietnamese/letter.h"

static void note(struct damage *damage, size_t at)
{
	if (damage->count++ == 0)
		damage->first = at;
}

static void put(struct buf *out, uint32_t code_point)
{
	char bytes[4];
	buf_put(out, bytes, (size_t)utf8_encode(code_point, bytes));
}

void decode_utf8(struct slice bytes, struct buf *out, struct damage *damage)
{
	for (size_t at = 0; at < bytes.len;) {
		size_t valid = utf8_valid_prefix(bytes.ptr + at, bytes.len - at);
		uint32_t code_point;
		buf_put(out, bytes.ptr + at, valid);
		at += valid;
		if (at == bytes.len)
			break;
		note(damage, at);
		put(out, 0xfffd);
		at += (size_t)-utf8_decode(bytes.ptr + at, bytes.len - at, &code_point);
	}
}

static uint32_t unit(struct slice bytes, size_t at, int big_endian)
{
	unsigned char a = (unsigned char)bytes.ptr[at], b = (unsigned char)bytes.ptr[at + 1];
	return big_endian ? (uint32_t)(a << 8 | b) : (uint32_t)(b << 8 | a);
}

void decode_utf16(struct slice bytes, int big_endian, struct buf *out, struct damage *damage)
{
	for (size_t at = 0; at < bytes.len; at += 2) {
		uint32_t high = at + 1 < bytes.len ? unit(bytes, at, big_endian) : 0xd800;
		uint32_t low = at + 3 < bytes.len ? unit(bytes, at + 2, big_endian) : 0;
		if (high < 0xd800 || high > 0xdfff) {
			put(out, high);
		} else if (high < 0xdc00 && low >= 0xdc00 && low <= 0xdfff) {
			put(out, 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
			at += 2;
		} else {
			note(damage, at);
			put(out, 0xfffd);
		}
	}
}

/* A byte that may be a mark upon the letter before it. */
struct mark {
	unsigned char byte, hat, tone;
};

/* Marks of windows-1258 stand for combining characters; the others are bare glyphs of the fonts. */
static const struct mark cp1258_marks[] = {
	{0xcc, 0, TONE_HUYEN}, {0xd2, 0, TONE_HOI}, {0xde, 0, TONE_NGA}, {0xec, 0, TONE_SAC}, {0xf2, 0, TONE_NANG}, {0},
};

static const struct mark tcvn3_marks[] = {
	{0xb0, 0, TONE_HUYEN}, {0xb1, 0, TONE_HOI}, {0xb2, 0, TONE_NGA}, {0xb3, 0, TONE_SAC}, {0xb4, 0, TONE_NANG}, {0},
};

/* Capital marks lie 0x20 below: see is_mark. */
static const struct mark vni_marks[] = {
	{0xf9, 0, TONE_SAC}, {0xf8, 0, TONE_HUYEN}, {0xfb, 0, TONE_HOI}, {0xf5, 0, TONE_NGA}, {0xef, 0, TONE_NANG},
	{0xe2, HAT_CIRCUMFLEX, 0}, {0xe1, HAT_CIRCUMFLEX, TONE_SAC}, {0xe0, HAT_CIRCUMFLEX, TONE_HUYEN},
	{0xe5, HAT_CIRCUMFLEX, TONE_HOI}, {0xe3, HAT_CIRCUMFLEX, TONE_NGA}, {0xe4, HAT_CIRCUMFLEX, TONE_NANG},
	{0xea, HAT_BREVE, 0}, {0xe9, HAT_BREVE, TONE_SAC}, {0xe8, HAT_BREVE, TONE_HUYEN}, {0xfa, HAT_BREVE, TONE_HOI},
	{0xfc, HAT_BREVE, TONE_NGA}, {0xeb, HAT_BREVE, TONE_NANG}, {0},
};

/* Tones look different above a hat (EB to EE) and above a breve (E6 to E9); both are the same tones. */
static const struct mark bkhcm2_marks[] = {
	{0xe1, 0, TONE_SAC}, {0xe2, 0, TONE_HUYEN}, {0xe3, 0, TONE_HOI}, {0xe4, 0, TONE_NGA}, {0xe5, 0, TONE_NANG},
	{0xe6, 0, TONE_SAC}, {0xe7, 0, TONE_HUYEN}, {0xe8, 0, TONE_HOI}, {0xe9, 0, TONE_NGA},
	{0xeb, 0, TONE_SAC}, {0xec, 0, TONE_HUYEN}, {0xed, 0, TONE_HOI}, {0xee, 0, TONE_NGA}, {0},
};

static const struct byte_charset {
	const uint16_t *map;
	const struct mark *marks;  /* NULL: none */
	int has_capital_marks;
} byte_charsets[CHARSETS] = {
	[CHARSET_TCVN3] = {charset_tcvn3, tcvn3_marks, 0},
	[CHARSET_VNI] = {charset_vni, vni_marks, 1},
	[CHARSET_VISCII] = {charset_viscii, NULL, 0},
	[CHARSET_VPS] = {charset_vps, NULL, 0},
	[CHARSET_CP1258] = {charset_cp1258, cp1258_marks, 0},
	[CHARSET_BKHCM2] = {charset_bkhcm2, bkhcm2_marks, 1},
	[CHARSET_CP1252] = {charset_cp1252, NULL, 0},
};

static const struct mark *find_mark(const struct byte_charset *charset, unsigned char byte)
{
	for (const struct mark *mark = charset->marks; mark && mark->byte; mark++)
		if (mark->byte == byte || (charset->has_capital_marks && mark->byte - 0x20 == byte))
			return mark;
	return NULL;
}

/* The letter with the mark upon it; 0 if it takes none such (anymore). */
static uint32_t marked(uint32_t code_point, const struct mark *mark)
{
	struct letter letter;
	if (!letter_parts(code_point, &letter) || (mark->hat && letter.hat) || (mark->tone && letter.tone))
		return 0;
	letter.hat = mark->hat ? mark->hat : letter.hat;
	letter.tone = mark->tone ? mark->tone : letter.tone;
	return letter_compose(letter);
}

void decode_bytes(enum charset charset, struct slice bytes, struct buf *out, struct damage *damage)
{
	const struct byte_charset *table = &byte_charsets[charset];
	uint32_t last = 0;   /* the letter that ends at last_begin.. out->len, if a mark may follow */
	size_t last_begin = 0;
	for (size_t at = 0; at < bytes.len; at++) {
		unsigned char byte = (unsigned char)bytes.ptr[at];
		const struct mark *mark = byte >= 0x80 && last ? find_mark(table, byte) : NULL;
		uint32_t code_point = mark ? marked(last, mark) : 0;
		if (code_point) {
			out->len = last_begin;
		} else {
			code_point = table->map[byte];
			if (code_point == 0 && byte != 0) {
				note(damage, at);
				code_point = 0xfffd;
			}
		}
		last = code_point;
		last_begin = out->len;
		put(out, code_point);
	}
}
