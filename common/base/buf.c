/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/decimal.h"
#include "base/large.h"

int buf_reserve(struct buf *buf, size_t extra)
{
	if (buf->failed)
		goto refuse;
	if (buf->cap - buf->len >= extra)
		return 0;
	size_t limit = buf->max > 0 ? buf->max : SIZE_MAX / 2;
	if (extra > limit || buf->len > limit - extra)
		goto refuse;
	size_t need = buf->len + extra;
	size_t cap = buf->cap < 64 ? 64 : buf->cap;
	while (cap < need)
		cap = cap > limit / 2 ? limit : cap * 2;
	char *ptr = large_realloc(buf->ptr, cap);
	if (!ptr)
		goto refuse;
	buf->ptr = ptr;
	buf->cap = cap;
	return 0;
refuse:
	buf->failed = 1;
	return -1;
}

void buf_free(struct buf *buf)
{
	free(buf->ptr);
	buf->ptr = NULL;
	buf->len = buf->cap = 0;
	buf->failed = 0;
}

void buf_put_size(struct buf *buf, size_t number)
{
	size_t len = decimal_len(number);
	if (buf->cap - buf->len < len && buf_reserve(buf, len) < 0)
		return;
	decimal_put(buf->ptr + buf->len, len, number);
	buf->len += len;
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0 || buf_reserve(buf, (size_t)len + 1) < 0) {
		buf->failed = 1;
		return;
	}
	va_start(args, format);
	vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, args);
	va_end(args);
	buf->len += (size_t)len;
}
