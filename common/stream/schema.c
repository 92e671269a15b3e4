/* SPDX-License-Identifier: MIT */
#include "stream/schema.h"

#include "base/utf8.h"

const char *const text_unit_names[] = {"codepoint", "byte", "utf16", NULL};

int unit_of_name(struct slice name, enum text_unit *unit)
{
	for (int i = 0; text_unit_names[i]; i++)
		if (slice_is(name, text_unit_names[i])) {
			*unit = (enum text_unit)i;
			return 0;
		}
	return -1;
}

size_t count_units(enum text_unit unit, const char *text, size_t len)
{
	return unit == UNIT_BYTE ? len : unit == UNIT_UTF16 ? utf8_count_utf16(text, len) : utf8_count(text, len);
}

int json_is_reserved(struct slice name)
{
	static const char *const names[] = {"start", "end", "surface", "sentence", "words", "source_start",
					    "source_end", "record"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_is(name, names[i]))
			return 1;
	return 0;
}
