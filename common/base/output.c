/* SPDX-License-Identifier: MIT */
#include "base/output.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/decimal.h"

/* 128 KiB: past 64 KiB nothing is gained on a pipe, and a record rarely straddles. */
#define OUTPUT_CAPACITY ((size_t)128 << 10)

int output_open(struct output *out, int fd)
{
	*out = (struct output){.fd = fd, .cap = OUTPUT_CAPACITY, .ptr = malloc(OUTPUT_CAPACITY)};
	return out->ptr ? 0 : -1;
}

static int write_all(struct output *out, const char *bytes, size_t len)
{
	while (len > 0 && !out->error) {
		ssize_t n = write(out->fd, bytes, len);
		if (n >= 0) {
			bytes += n;
			len -= (size_t)n;
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			/* Somebody made the descriptor non-blocking: wait rather than lose. */
			poll(&(struct pollfd){.fd = out->fd, .events = POLLOUT}, 1, -1);
		} else if (errno != EINTR) {
			out->error = errno;
		}
	}
	return out->error ? -1 : 0;
}

int output_flush(struct output *out)
{
	write_all(out, out->ptr, out->len);
	out->len = 0;
	return out->error ? -1 : 0;
}

void output_put_slow(struct output *out, const char *bytes, size_t len)
{
	if (output_flush(out) < 0)
		return;
	if (len >= out->cap) {
		write_all(out, bytes, len);
		return;
	}
	memcpy(out->ptr, bytes, len);
	out->len = len;
}

char *output_reserve(struct output *out, size_t len)
{
	if (out->cap - out->len >= len)
		return out->error ? NULL : out->ptr + out->len;
	if (output_flush(out) < 0)
		return NULL;
	if (len > out->cap) {
		char *ptr = realloc(out->ptr, len);
		if (!ptr) {
			out->error = ENOMEM;
			return NULL;
		}
		out->ptr = ptr;
		out->cap = len;
	}
	return out->ptr;
}

int output_close(struct output *out)
{
	if (out->ptr)
		output_flush(out);
	if (out->fd >= 0 && close(out->fd) < 0 && !out->error && errno != EINTR)
		out->error = errno;
	out->fd = -1;
	free(out->ptr);
	out->ptr = NULL;
	out->cap = out->len = 0;
	return out->error;
}

void output_put_size(struct output *out, size_t number)
{
	size_t len = decimal_len(number);
	char *to = output_reserve(out, len);
	if (!to)
		return;
	decimal_put(to, len, number);
	output_advance(out, len);
}
