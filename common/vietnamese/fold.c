/* SPDX-License-Identifier: MIT */
#include "vietnamese/fold.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "vietnamese/letter.h"

/* U+0300 to U+036F: what NFD puts behind letters of the Latin, Greek and Cyrillic alphabets. */
static int is_combining(uint32_t code_point)
{
	return code_point >= 0x300 && code_point <= 0x36f;
}

/* A letter that is not Vietnamese: taken apart and folded by Unicode's tables, marks left out. */
static void fold_other(uint32_t code_point, struct buf *out)
{
	utf8proc_int32_t parts[8];
	int last_class;
	char bytes[4];
	utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)code_point, parts, 8,
							 UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &last_class);
	for (utf8proc_ssize_t i = 0; i < count && i < 8; i++)
		if (!is_combining((uint32_t)parts[i]))
			buf_put(out, bytes, (size_t)utf8_encode((uint32_t)parts[i], bytes));
}

void text_fold(struct slice text, struct buf *out)
{
	if (buf_reserve(out, text.len) < 0)
		return;
	for (size_t at = 0; at < text.len;) {
		uint32_t code_point;
		struct letter letter;
		at += (size_t)utf8_next(text.ptr + at, &code_point);
		if (letter_parts(code_point, &letter))
			buf_put_byte(out, letter.base);
		else if (code_point < 0x80)
			buf_put_byte(out, (char)code_point);
		else if (!is_combining(code_point))
			fold_other(code_point, out);
	}
}
