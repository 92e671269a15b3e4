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

static void fold_one(uint32_t code_point, struct buf *out)
{
	struct letter letter;
	if (letter_parts(code_point, &letter))
		buf_put_byte(out, letter.base);
	else if (code_point < 0x80)
		buf_put_byte(out, (char)code_point);
	else if (!is_combining(code_point))
		fold_other(code_point, out);
}

/* What code points up to Latin Extended Additional become, looked up once; NOT_ONE is no single ASCII character. */
enum { TABLE_END = 0x1f00, NOT_ONE = 0xff };
static unsigned char table[TABLE_END];

static void fill(void)
{
	struct buf folded = {0};
	for (uint32_t i = 0; i < TABLE_END; i++) {
		buf_reset(&folded);
		fold_one(i, &folded);
		int is_one = folded.len == 1 && !folded.failed && (unsigned char)folded.ptr[0] < 0x80;
		table[i] = is_one ? (unsigned char)folded.ptr[0] : NOT_ONE;
	}
	buf_free(&folded);
}

void text_fold(struct slice text, struct buf *out)
{
	if (!table['a'])
		fill();
	for (const char *s = text.ptr, *end = s + text.len; s < end;) {
		/* What becomes a byte is no longer than it was: there is room for all of it. */
		if (buf_reserve(out, (size_t)(end - s)) < 0)
			return;
		char *to = out->ptr + out->len;
		uint32_t code_point = 0;
		unsigned char byte = 0;
		while (s < end && byte != NOT_ONE) {
			s += utf8_next(s, &code_point);
			byte = code_point < TABLE_END ? table[code_point] : NOT_ONE;
			*to = (char)byte;
			to += byte != NOT_ONE;
		}
		out->len = (size_t)(to - out->ptr);
		if (byte == NOT_ONE)
			fold_one(code_point, out);
	}
}
