/* SPDX-License-Identifier: MIT */
/*
 * A growable byte buffer with a ceiling. Errors are sticky, as in stdio: a put
 * that finds no memory (or would pass the ceiling) sets `failed` and every
 * later put does nothing, so that a writer checks once, at the end of a record.
 */
#ifndef PHIN_BUF_H
#define PHIN_BUF_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/slice.h"

struct buf {
	char *ptr;
	size_t len;
	size_t cap;
	size_t max;  /* ceiling in bytes; 0 means none */
	int failed;  /* a put was refused: out of memory, or past max */
};

/* Makes room for `extra` more bytes; growth is geometric. Returns 0, or -1 with failed set. */
int buf_reserve(struct buf *buf, size_t extra);

/* Frees the memory; the buffer is empty and usable again (max is kept). */
void buf_free(struct buf *buf);

/* Empties the buffer, keeps its memory, forgets a failure. */
static inline void buf_reset(struct buf *buf)
{
	buf->len = 0;
	buf->failed = 0;
}

static inline void buf_put(struct buf *buf, const void *bytes, size_t len)
{
	if (buf->cap - buf->len < len && buf_reserve(buf, len) < 0)
		return;
	if (len > 0)
		memcpy(buf->ptr + buf->len, bytes, len);
	buf->len += len;
}

static inline void buf_put_byte(struct buf *buf, char byte)
{
	if (buf->cap == buf->len && buf_reserve(buf, 1) < 0)
		return;
	buf->ptr[buf->len++] = byte;
}

static inline void buf_put_slice(struct buf *buf, struct slice slice)
{
	buf_put(buf, slice.ptr, slice.len);
}

static inline void buf_put_string(struct buf *buf, const char *string)
{
	buf_put(buf, string, strlen(string));
}

/* Appends a number in decimal. */
void buf_put_size(struct buf *buf, size_t number);

/* Appends printf-formatted text; for messages, not for the hot path. */
__attribute__((format(printf, 2, 3))) void buf_printf(struct buf *buf, const char *format, ...);

static inline struct slice buf_slice(const struct buf *buf)
{
	return slice_of(buf->ptr, buf->len);
}

#endif
