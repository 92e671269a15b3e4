/* SPDX-License-Identifier: MIT */
/* Buffered writing to a file descriptor. The first error is kept; later puts do nothing; output_close tells. */
#ifndef PHIN_OUTPUT_H
#define PHIN_OUTPUT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/slice.h"

struct output {
	int fd;
	char *ptr;
	size_t len, cap;
	int error;       /* errno of the first failure, 0 if none */
	uint64_t total;  /* bytes put so far */
};

/* Begins buffered output on fd. Returns 0, or -1 without memory. */
int output_open(struct output *out, int fd);

/* Writes out what is buffered. Returns 0, or -1 with out->error set. */
int output_flush(struct output *out);

/* The part of output_put that meets a full buffer. */
void output_put_slow(struct output *out, const char *bytes, size_t len);

/* Room for len bytes that the caller writes himself, then hands over with output_advance; NULL after a failure. */
char *output_reserve(struct output *out, size_t len);

/* Flushes, closes the descriptor and frees the buffer. Returns 0, or the errno of the first failure of all. */
int output_close(struct output *out);

static inline void output_put(struct output *out, const char *bytes, size_t len)
{
	out->total += len;
	if (out->cap - out->len < len) {
		output_put_slow(out, bytes, len);
		return;
	}
	if (len > 0)
		memcpy(out->ptr + out->len, bytes, len);
	out->len += len;
}

/* The caller wrote len bytes where output_reserve showed. */
static inline void output_advance(struct output *out, size_t len)
{
	out->total += len;
	out->len += len;
}

static inline void output_put_byte(struct output *out, char byte)
{
	output_put(out, &byte, 1);
}

static inline void output_put_slice(struct output *out, struct slice slice)
{
	output_put(out, slice.ptr, slice.len);
}

static inline void output_put_string(struct output *out, const char *string)
{
	output_put(out, string, strlen(string));
}

void output_put_size(struct output *out, size_t number);

#endif
