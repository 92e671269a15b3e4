/* SPDX-License-Identifier: MIT */
/* What the writer of JSON (to-jsonl) and its reader (from-jsonl) agree on: units of offsets, names that are taken. */
#ifndef PHIN_SCHEMA_H
#define PHIN_SCHEMA_H

#include <stddef.h>

#include "base/slice.h"

enum text_unit { UNIT_CODE_POINT, UNIT_BYTE, UNIT_UTF16 };

/* In the order of enum text_unit; closed by NULL. */
extern const char *const text_unit_names[];

/* Returns 0 and the unit of that name, or -1. */
int unit_of_name(struct slice name, enum text_unit *unit);

/* Units in validated text. */
size_t count_units(enum text_unit unit, const char *text, size_t len);

/* Units of a code point that takes so many bytes in UTF-8. */
static inline size_t unit_width(enum text_unit unit, int bytes)
{
	return unit == UNIT_BYTE ? (size_t)bytes : unit == UNIT_UTF16 && bytes == 4 ? 2 : 1;
}

/* Whether a member of that name is made by to-jsonl itself, so that no key=value field of the stream may have it. */
int json_is_reserved(struct slice name);

#endif
