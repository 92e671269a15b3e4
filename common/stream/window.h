/* SPDX-License-Identifier: MIT */
/*
 * Where the reader's records come from, private to the reader: the inputs, opened one after another and told apart, and
 * plain text rendered as the stream, so that what is read is always records in a window.
 */
#ifndef PHIN_WINDOW_H
#define PHIN_WINDOW_H

#include "stream/reader.h"

enum line_status { LINE_OK, LINE_END, LINE_LONG, LINE_FAILED };

/* Notes in reader->problem why the input cannot be read on; always returns EVENT_BROKEN. */
enum event window_broken(struct reader *reader, int status, size_t line, size_t column, const char *text);

/* The same for a read(2) that failed, or for want of memory; the reason is in reader->file.error. */
enum event window_broken_read(struct reader *reader);

/* Opens inputs until one has something to read. Returns 1, 0 at the end of all, -1 if one is broken. */
int window_open(struct reader *reader);

/* Brings more bytes behind the window's end. */
enum input_status window_fill(struct reader *reader);

/*
 * The record that begins `offset` bytes behind the window's begin, without its delimiter; *taken is the bytes with it.
 * A missing delimiter at the end of input is noted in reader->unterminated.
 */
enum line_status window_line(struct reader *reader, size_t offset, struct slice *line, size_t *taken);

#endif
