/* SPDX-License-Identifier: MIT */
/* One record of the stream, phin-stream(5): fields separated by TAB, with the escapes of PostgreSQL's COPY and \xHH. */
#ifndef PHIN_RECORD_H
#define PHIN_RECORD_H

#include <stddef.h>

#include "base/buf.h"
#include "base/output.h"
#include "base/slice.h"

/* In a folded document this byte stands where a newline stands otherwise (U+001E, RECORD SEPARATOR). */
#define FOLD_BYTE '\x1e'

/* An `r` record holds at most this many bytes of what it stands for, so that no reader meets one that is too long. */
#define RAW_BYTES ((size_t)64 << 10)

enum record_kind {
	RECORD_DOC,         /* %doc version id */
	RECORD_END,         /* %end */
	RECORD_META,        /* m key json */
	RECORD_BLOCK,       /* t role text [key=value ...] */
	RECORD_FINDING,     /* e severity stage code place message */
	RECORD_RAW,         /* r bytes: a piece of a record that a source could not read */
	RECORD_ANNOTATION,  /* X begin end text [key=value ...], X in upper case */
	RECORD_OTHER,       /* any other: passed through untouched */
};

/* Tells the kind of a record by its first field; what follows is not looked at. */
enum record_kind record_kind(struct slice line);

/* Takes the next field off *rest. Returns 1, or 0 when there are no more fields. A TAB at the end begins an empty one. */
int field_next(struct slice *rest, struct slice *field);

/* Reads a decimal number that fills the field. Returns 0, or -1. */
int field_size(struct slice field, size_t *number);

/*
 * Undoes the escapes of a field. Returns 0 with *text pointing into the field where it has none, else into scratch,
 * which is appended to; -1 for an unknown or broken escape, or without memory (scratch->failed).
 */
int field_unescape(struct slice field, struct buf *scratch, struct slice *text);

/* Writes a field with the escapes that it needs. */
void field_put(struct output *out, struct slice text);
void field_put_buf(struct buf *out, struct slice text);

/* The same for bytes of any kind: what is not UTF-8 becomes \xHH, so that the stream stays UTF-8. */
void field_put_bytes(struct output *out, struct slice bytes);
void field_put_bytes_buf(struct buf *out, struct slice bytes);

/*
 * The value of `key` among the key=value fields of `keys` (fields separated by TAB, as after field 4 of an annotation),
 * still escaped. Returns 1, or 0 if there is none.
 */
int keys_find(struct slice keys, const char *key, struct slice *value);

#endif
