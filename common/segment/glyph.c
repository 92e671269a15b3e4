/* SPDX-License-Identifier: MIT */
#include "segment/glyph.h"

#include <stdint.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "vietnamese/letter.h"

#define O GLYPH_SPACE
#define P GLYPH_PUNCTUATION
#define Y GLYPH_SYMBOL
#define D GLYPH_DIGIT
#define U GLYPH_UPPER
#define L GLYPH_LOWER

const unsigned char glyph_ascii[128] = {
	O, O, O, O, O, O, O, O, O, O, GLYPH_NEWLINE, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	/*   ! " # $ % & ' ( ) * + , - . / */
	O, GLYPH_STOP, GLYPH_QUOTE, Y, Y, P, P, GLYPH_QUOTE,
	GLYPH_OPEN, GLYPH_CLOSE, Y, Y, P, GLYPH_DASH, GLYPH_STOP, P,
	D, D, D, D, D, D, D, D, D, D, P, P, GLYPH_OPEN, P, Y, GLYPH_STOP,
	/* @ A … */
	Y, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, GLYPH_OPEN, P, GLYPH_CLOSE, P, P,
	P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, GLYPH_OPEN, P, GLYPH_CLOSE, Y, O,
};

/* What the general categories of Unicode do not say as we need it. Quotation marks as Vietnamese and English use them. */
static const struct {
	uint32_t code_point;
	enum glyph glyph;
} exceptions[] = {
	{0x2026, GLYPH_STOP},         /* … */
	{0x201c, GLYPH_OPEN_QUOTE},   /* “ */
	{0x201d, GLYPH_CLOSE_QUOTE},  /* ” */
	{0x2018, GLYPH_OPEN_QUOTE},   /* ‘ */
	{0x2019, GLYPH_CLOSE_QUOTE},  /* ’ */
	{0x00ab, GLYPH_OPEN_QUOTE},   /* « */
	{0x00bb, GLYPH_CLOSE_QUOTE},  /* » */
	{0x201e, GLYPH_OPEN_QUOTE},   /* „ */
	{0x3002, GLYPH_STOP},         /* 。 */
	{0xff01, GLYPH_STOP},         /* ！ */
	{0xff1f, GLYPH_STOP},         /* ？ */
	{0x2028, GLYPH_NEWLINE},
	{0x2029, GLYPH_NEWLINE},
	{0x0085, GLYPH_NEWLINE},
	{0x2022, GLYPH_SYMBOL},       /* • */
	{0x00b7, GLYPH_SYMBOL},       /* · */
	{0x2027, GLYPH_SYMBOL},       /* ‧ */
	{0x00b0, GLYPH_PUNCTUATION},  /* ° */
	{0x2212, GLYPH_DASH},         /* − */
	{0xfffc, GLYPH_SPACE},
};

static const unsigned char categories[] = {
	[UTF8PROC_CATEGORY_CN] = GLYPH_SYMBOL, [UTF8PROC_CATEGORY_LU] = GLYPH_UPPER,
	[UTF8PROC_CATEGORY_LL] = GLYPH_LOWER, [UTF8PROC_CATEGORY_LT] = GLYPH_UPPER,
	[UTF8PROC_CATEGORY_LM] = GLYPH_LOWER, [UTF8PROC_CATEGORY_LO] = GLYPH_CASELESS,
	[UTF8PROC_CATEGORY_MN] = GLYPH_LOWER, [UTF8PROC_CATEGORY_MC] = GLYPH_LOWER,
	[UTF8PROC_CATEGORY_ME] = GLYPH_LOWER, [UTF8PROC_CATEGORY_ND] = GLYPH_DIGIT,
	[UTF8PROC_CATEGORY_NL] = GLYPH_DIGIT, [UTF8PROC_CATEGORY_NO] = GLYPH_DIGIT,
	[UTF8PROC_CATEGORY_PC] = GLYPH_PUNCTUATION, [UTF8PROC_CATEGORY_PD] = GLYPH_DASH,
	[UTF8PROC_CATEGORY_PS] = GLYPH_OPEN, [UTF8PROC_CATEGORY_PE] = GLYPH_CLOSE,
	[UTF8PROC_CATEGORY_PI] = GLYPH_OPEN_QUOTE, [UTF8PROC_CATEGORY_PF] = GLYPH_CLOSE_QUOTE,
	[UTF8PROC_CATEGORY_PO] = GLYPH_PUNCTUATION, [UTF8PROC_CATEGORY_SM] = GLYPH_SYMBOL,
	[UTF8PROC_CATEGORY_SC] = GLYPH_SYMBOL, [UTF8PROC_CATEGORY_SK] = GLYPH_PUNCTUATION,
	[UTF8PROC_CATEGORY_SO] = GLYPH_SYMBOL, [UTF8PROC_CATEGORY_ZS] = GLYPH_SPACE,
	[UTF8PROC_CATEGORY_ZL] = GLYPH_NEWLINE, [UTF8PROC_CATEGORY_ZP] = GLYPH_NEWLINE,
	[UTF8PROC_CATEGORY_CC] = GLYPH_SPACE, [UTF8PROC_CATEGORY_CF] = GLYPH_SPACE,
	[UTF8PROC_CATEGORY_CS] = GLYPH_SYMBOL, [UTF8PROC_CATEGORY_CO] = GLYPH_SYMBOL,
};

static enum glyph glyph_of(uint32_t code_point)
{
	struct letter letter;
	if (code_point < 0x80)
		return glyph_ascii[code_point];
	if (letter_parts(code_point, &letter))
		return letter.upper ? GLYPH_UPPER : GLYPH_LOWER;
	for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++)
		if (exceptions[i].code_point == code_point)
			return exceptions[i].glyph;
	return categories[utf8proc_category((utf8proc_int32_t)code_point)];
}

enum glyph glyph_at_wide(const char *at, size_t *len)
{
	uint32_t code_point;
	*len = (size_t)utf8_next(at, &code_point);
	return glyph_of(code_point);
}

enum glyph glyph_before(struct slice text, size_t at, size_t *len)
{
	uint32_t code_point;
	*len = (size_t)utf8_previous(text.ptr, at, &code_point);
	return glyph_of(code_point);
}
