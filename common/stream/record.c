/* SPDX-License-Identifier: MIT */
#include "stream/record.h"

#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/scan.h"
#include "base/utf8.h"

enum record_kind record_kind(struct slice line)
{
	if (line.len == 0)
		return RECORD_OTHER;
	if (line.ptr[0] == '%') {
		if (slice_is(line, "%end"))
			return RECORD_END;
		return slice_has_prefix(line, SLICE("%doc\t")) ? RECORD_DOC : RECORD_OTHER;
	}
	if (line.ptr[0] >= 'A' && line.ptr[0] <= 'Z')
		return RECORD_ANNOTATION;
	if (line.len < 2 || line.ptr[1] != '\t')
		return RECORD_OTHER;
	switch (line.ptr[0]) {
	case 'm':
		return RECORD_META;
	case 't':
		return RECORD_BLOCK;
	case 'e':
		return RECORD_FINDING;
	case 'r':
		return RECORD_RAW;
	default:
		return RECORD_OTHER;
	}
}

/* The first TAB, or NULL. Most fields are short: they are looked through at once where the processor can. */
static inline const char *find_tab(struct slice text)
{
	size_t at = 0;
#ifdef __SSE2__
	if (text.len >= 16) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)text.ptr);
		int tabs = _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t')));
		if (tabs)
			return text.ptr + __builtin_ctz((unsigned)tabs);
		at = 16;
	}
#endif
	return at < text.len ? memchr(text.ptr + at, '\t', text.len - at) : NULL;
}

int field_next(struct slice *rest, struct slice *field)
{
	if (!rest->ptr)
		return 0;
	const char *tab = find_tab(*rest);
	if (!tab) {
		*field = *rest;
		*rest = slice_of(NULL, 0);
		return 1;
	}
	*field = slice_of(rest->ptr, (size_t)(tab - rest->ptr));
	*rest = slice_of(tab + 1, rest->len - field->len - 1);
	return 1;
}

int field_size(struct slice field, size_t *number)
{
	/* 18 digits always fit, and no text is longer. */
	if (field.len == 0 || field.len > 18)
		return -1;
	size_t n = 0;
	for (size_t i = 0; i < field.len; i++) {
		if (field.ptr[i] < '0' || field.ptr[i] > '9')
			return -1;
		n = n * 10 + (size_t)(field.ptr[i] - '0');
	}
	*number = n;
	return 0;
}

static int hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Undoes the escape at field[at], a backslash. Returns its length in bytes, 0 if it is none. */
static size_t unescape_one(struct slice field, size_t at, char *byte)
{
	if (at + 1 >= field.len)
		return 0;
	switch (field.ptr[at + 1]) {
	case 't':
		*byte = '\t';
		return 2;
	case 'n':
		*byte = '\n';
		return 2;
	case 'r':
		*byte = '\r';
		return 2;
	case '\\':
		*byte = '\\';
		return 2;
	case 'x': {
		int high = at + 3 < field.len ? hex_digit(field.ptr[at + 2]) : -1;
		int low = high < 0 ? -1 : hex_digit(field.ptr[at + 3]);
		if (low < 0)
			return 0;
		*byte = (char)(high * 16 + low);
		return 4;
	}
	default:
		return 0;
	}
}

int field_unescape(struct slice field, struct buf *scratch, struct slice *text)
{
	const char *backslash = field.len ? memchr(field.ptr, '\\', field.len) : NULL;
	if (!backslash) {
		*text = field;
		return 0;
	}
	size_t begin = scratch->len, from = 0, at = (size_t)(backslash - field.ptr);
	while (backslash) {
		char byte;
		size_t len = unescape_one(field, at, &byte);
		if (len == 0)
			return -1;
		buf_put(scratch, field.ptr + from, at - from);
		buf_put_byte(scratch, byte);
		from = at + len;
		backslash = from < field.len ? memchr(field.ptr + from, '\\', field.len - from) : NULL;
		at = backslash ? (size_t)(backslash - field.ptr) : field.len;
	}
	buf_put(scratch, field.ptr + from, field.len - from);
	*text = slice_of(scratch->ptr + begin, scratch->len - begin);
	return scratch->failed ? -1 : 0;
}

/* The escape of one byte; returns its length. */
static size_t escape_one(unsigned char byte, char out[4])
{
	static const char digits[] = "0123456789abcdef";
	const char *letter = byte == '\t' ? "t" : byte == '\n' ? "n" : byte == '\r' ? "r" : byte == '\\' ? "\\" : NULL;
	out[0] = '\\';
	if (letter) {
		out[1] = *letter;
		return 2;
	}
	out[1] = 'x';
	out[2] = digits[byte >> 4];
	out[3] = digits[byte & 15];
	return 4;
}

/* The next piece of a field as it is to be written, a run without escapes or the escape of one byte; moves *at. */
static struct slice next_piece(struct slice text, size_t *at, char escape[4])
{
	size_t begin = *at, end = scan_run(text.ptr, begin, text.len, '\\', '\\');
	if (end > begin) {
		*at = end;
		return slice_of(text.ptr + begin, end - begin);
	}
	*at = begin + 1;
	return slice_of(escape, escape_one((unsigned char)text.ptr[begin], escape));
}

void field_put(struct output *out, struct slice text)
{
	char escape[4];
	for (size_t at = 0; at < text.len;)
		output_put_slice(out, next_piece(text, &at, escape));
}

void field_put_buf(struct buf *out, struct slice text)
{
	char escape[4];
	for (size_t at = 0; at < text.len;)
		buf_put_slice(out, next_piece(text, &at, escape));
}

/* Takes the longest prefix off that is UTF-8; the byte behind it, if there is one, is no part of any. */
static struct slice take_valid(struct slice *bytes)
{
	struct slice valid = slice_of(bytes->ptr, utf8_valid_prefix(bytes->ptr, bytes->len));
	*bytes = slice_of(bytes->ptr + valid.len, bytes->len - valid.len);
	return valid;
}

void field_put_bytes(struct output *out, struct slice bytes)
{
	char escape[4];
	while (bytes.len > 0) {
		field_put(out, take_valid(&bytes));
		if (bytes.len > 0) {
			output_put(out, escape, escape_one((unsigned char)bytes.ptr[0], escape));
			bytes = slice_of(bytes.ptr + 1, bytes.len - 1);
		}
	}
}

void field_put_bytes_buf(struct buf *out, struct slice bytes)
{
	char escape[4];
	while (bytes.len > 0) {
		field_put_buf(out, take_valid(&bytes));
		if (bytes.len > 0) {
			buf_put(out, escape, escape_one((unsigned char)bytes.ptr[0], escape));
			bytes = slice_of(bytes.ptr + 1, bytes.len - 1);
		}
	}
}

int keys_find(struct slice keys, const char *key, struct slice *value)
{
	struct slice field;
	size_t len = strlen(key);
	while (field_next(&keys, &field)) {
		if (field.len > len && field.ptr[len] == '=' && memcmp(field.ptr, key, len) == 0) {
			*value = slice_of(field.ptr + len + 1, field.len - len - 1);
			return 1;
		}
	}
	return 0;
}
