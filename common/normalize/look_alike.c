/* SPDX-License-Identifier: MIT */
#include "normalize/look_alike.h"

#include <stddef.h>

/* Sorted. After Unicode's confusables.txt (UTS #39), and what Vietnamese crawls really hold. */
static const struct {
	uint16_t code_point, letter;
} table[] = {
	/* Latin: eth and African d for đ, caron for breve, dotless i, script a and g */
	{0xd0, 0x110}, {0xf0, 0x111}, {0x131, 'i'}, {0x189, 0x110}, {0x1cd, 0x102}, {0x1ce, 0x103}, {0x251, 'a'},
	{0x256, 0x111}, {0x261, 'g'},
	/* Greek */
	{0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x397, 'H'}, {0x399, 'I'}, {0x39a, 'K'}, {0x39c, 'M'}, {0x39d, 'N'},
	{0x39f, 'O'}, {0x3a1, 'P'}, {0x3a4, 'T'}, {0x3a5, 'Y'}, {0x3a7, 'X'}, {0x3ac, 0xe1}, {0x3af, 0xed}, {0x3b1, 'a'},
	{0x3b9, 'i'}, {0x3ba, 'k'}, {0x3bd, 'v'}, {0x3bf, 'o'}, {0x3c1, 'p'}, {0x3c5, 'u'}, {0x3c7, 'x'}, {0x3cc, 0xf3},
	{0x3cd, 0xfa},
	/* Cyrillic */
	{0x405, 'S'}, {0x406, 'I'}, {0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'}, {0x41a, 'K'}, {0x41c, 'M'}, {0x41d, 'H'},
	{0x41e, 'O'}, {0x420, 'P'}, {0x421, 'C'}, {0x422, 'T'}, {0x423, 'Y'}, {0x425, 'X'}, {0x430, 'a'}, {0x435, 'e'},
	{0x43a, 'k'}, {0x43e, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x443, 'y'}, {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'},
	{0x4bb, 'h'}, {0x501, 'd'},
	/* Greek with grave accents (polytonic) */
	{0x1f70, 0xe0}, {0x1f76, 0xec}, {0x1f78, 0xf2}, {0x1f7a, 0xf9},
};

static int is_fullwidth_letter(uint32_t cp)
{
	return (cp >= 0xff21 && cp <= 0xff3a) || (cp >= 0xff41 && cp <= 0xff5a);
}

uint32_t look_alike_of(uint32_t cp)
{
	size_t low = 0, high = sizeof table / sizeof *table;
	if (is_fullwidth_letter(cp))
		return cp - 0xff00 + 0x20;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (table[middle].code_point == cp)
			return table[middle].letter;
		if (table[middle].code_point < cp)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

int look_alike_is_latin(uint32_t cp)
{
	return cp < 0x370;
}
