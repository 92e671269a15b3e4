/* SPDX-License-Identifier: MIT */
#include "normalize/invisible.h"

#include <stddef.h>

#include "charset/tables.h"

enum space_kind space_kind(uint32_t cp)
{
	switch (cp) {
	case '\n': case '\r': case 0x85: case 0x2028: case 0x2029:
		return SPACE_LINE_END;
	case ' ': case '\t': case '\v': case '\f': case 0xa0: case 0x1680: case 0x202f: case 0x205f: case 0x3000:
		return SPACE_BLANK;
	default:
		return cp >= 0x2000 && cp <= 0x200a ? SPACE_BLANK : SPACE_NOT;
	}
}

/* Ranges from first to last; the joiners among them are marked. */
static const struct {
	uint32_t first, last;
	int is_joiner;
} invisibles[] = {
	{0x00, 0x08, 0}, {0x0e, 0x1f, 0}, {0x7f, 0x84, 0}, {0x86, 0x9f, 0}, {0xad, 0xad, 0}, {0x61c, 0x61c, 1},
	{0x180e, 0x180e, 0}, {0x200b, 0x200b, 0}, {0x200c, 0x200f, 1}, {0x202a, 0x202e, 1}, {0x2060, 0x2064, 0},
	{0x2066, 0x2069, 1}, {0x206a, 0x206f, 0}, {0xfeff, 0xfeff, 0}, {0xfff9, 0xfffc, 0},
};

static int find(uint32_t cp)
{
	for (size_t i = 0; i < sizeof invisibles / sizeof *invisibles; i++)
		if (cp <= invisibles[i].last)
			return cp >= invisibles[i].first ? (int)i : -1;
	return -1;
}

int is_invisible(uint32_t cp)
{
	return (cp < 0x20 || cp >= 0x7f) && space_kind(cp) == SPACE_NOT && find(cp) >= 0;
}

int is_joiner(uint32_t cp)
{
	int i = find(cp);
	return i >= 0 && invisibles[i].is_joiner;
}

int takes_joiner(uint32_t cp)
{
	/* Hebrew, Arabic, the scripts of India and their neighbours, but no Hangul; symbols, emoji and what modifies them. */
	return (cp >= 0x590 && cp < 0x1100) || (cp >= 0x1200 && cp < 0x1d00) || (cp >= 0x2190 && cp < 0x2c00) || (cp >= 0xa800 && cp < 0xac00) ||
	       (cp >= 0xfb1d && cp < 0xfeff) || cp >= 0x10000 || (cp != 0x200b && is_joiner(cp));
}

uint32_t c1_meaning(uint32_t cp)
{
	return cp >= 0x80 && cp < 0xa0 ? charset_cp1252[cp] : 0;
}
