/* SPDX-License-Identifier: MIT */
/* A slice: bytes that somebody else owns, with their length. NUL is data. */
#ifndef PHIN_SLICE_H
#define PHIN_SLICE_H

#include <stddef.h>
#include <string.h>

struct slice {
	const char *ptr;
	size_t len;
};

/* The slice of a string literal, length known at compile time. */
#define SLICE(literal) ((struct slice){(literal), sizeof(literal) - 1})

static inline struct slice slice_of(const char *ptr, size_t len)
{
	return (struct slice){ptr, len};
}

static inline struct slice slice_from_string(const char *string)
{
	return (struct slice){string, strlen(string)};
}

static inline int slice_equal(struct slice a, struct slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline int slice_is(struct slice a, const char *string)
{
	return slice_equal(a, slice_from_string(string));
}

static inline int slice_has_prefix(struct slice a, struct slice prefix)
{
	return a.len >= prefix.len && (prefix.len == 0 || memcmp(a.ptr, prefix.ptr, prefix.len) == 0);
}

/* What is white inside of a line: a space, a TAB, the CR of a CRLF. */
static inline int byte_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

#endif
