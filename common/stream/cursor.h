/* SPDX-License-Identifier: MIT */
/* A position in a text, counted in bytes and in another unit; moves forward cheaply, backward by counting again. */
#ifndef PHIN_CURSOR_H
#define PHIN_CURSOR_H

#include "stream/schema.h"

struct cursor {
	enum text_unit unit;
	const char *text;      /* validated */
	size_t byte, count;
};

/* Moves to a byte and returns its offset in the cursor's unit. */
size_t cursor_at(struct cursor *cursor, size_t byte);

#endif
