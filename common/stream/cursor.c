/* SPDX-License-Identifier: MIT */
#include "stream/cursor.h"

size_t cursor_at(struct cursor *cursor, size_t byte)
{
	if (byte < cursor->byte)
		cursor->count -= count_units(cursor->unit, cursor->text + byte, cursor->byte - byte);
	else
		cursor->count += count_units(cursor->unit, cursor->text + cursor->byte, byte - cursor->byte);
	cursor->byte = byte;
	return cursor->count;
}
