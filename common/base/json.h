/* SPDX-License-Identifier: MIT */
/*
 * JSON (RFC 8259) as slices of the text: a value is proven valid once and then passed on as it came, so that 12.50
 * stays 12.50 and a number of forty digits keeps them all, which no parser into doubles can promise. The verdict is
 * jansson's (the tests hold them together) but for numbers too large for it and NUL in keys, which are text to us.
 */
#ifndef PHIN_JSON_H
#define PHIN_JSON_H

#include <stddef.h>

#include "base/buf.h"
#include "base/output.h"
#include "base/slice.h"

#define JSON_MAX_DEPTH 2048

struct json_error {
	size_t at;         /* byte offset in the text */
	const char *text;
};

/* Checks that text is one JSON value with nothing but white space around it. Returns 0 and *value, or -1 and *error. */
int json_check(struct slice text, struct slice *value, struct json_error *error);

/*
 * Walks over the members of a valid object: *at is 0 at first. Returns 1 and the raw key (with its quotes) and value,
 * or 0 at the end.
 */
int json_next_member(struct slice object, size_t *at, struct slice *key, struct slice *value);

/* Likewise the elements of a valid array. */
int json_next_element(struct slice array, size_t *at, struct slice *value);

/*
 * The text of a valid JSON string (with its quotes): a slice of it where there is no escape, else decoded at the end of
 * scratch. Returns 0, or -1 without memory.
 */
int json_text(struct slice raw, struct buf *scratch, struct slice *text);

/* What a JSON Pointer (RFC 6901, "" or "/a/0") finds in a valid value. Returns 1, or 0. */
int json_pointer(struct slice value, const char *pointer, struct slice *found);

/* Writes text, which is valid UTF-8, with the escapes that it needs inside of a JSON string; no quotes. */
void json_put_text(struct output *out, struct slice text);

/* Writes bytes as a JSON string; what is not UTF-8 becomes U+FFFD. */
void json_put_string(struct output *out, struct slice text);

/* Writes text, which is valid UTF-8, as a JSON string. */
void json_put_string_buf(struct buf *out, struct slice text);

#endif
