/* SPDX-License-Identifier: MIT */
#include "vietnamese/mark.h"

#include <stddef.h>

static const struct mark marks[] = {
	{0x300, HAT_NONE, TONE_HUYEN},        {0x301, HAT_NONE, TONE_SAC},      {0x303, HAT_NONE, TONE_NGA},
	{0x309, HAT_NONE, TONE_HOI},          {0x323, HAT_NONE, TONE_NANG},     {0x302, HAT_CIRCUMFLEX, TONE_NGANG},
	{0x306, HAT_BREVE, TONE_NGANG},       {0x31b, HAT_HORN, TONE_NGANG},
};

const struct mark *mark_find(uint32_t code_point)
{
	if (code_point < 0x300 || code_point > 0x323)
		return NULL;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i].code_point == code_point)
			return &marks[i];
	return NULL;
}
