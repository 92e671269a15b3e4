/* SPDX-License-Identifier: MIT */
#include "stream/window.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "stream/foreign.h"

/* A block with its annotations may take this many times --max-document before the reader gives up. */
#define WINDOW_FACTOR 4

/* So much of a plain document is rendered at a time: it is read again while it is in the processor's cache. */
#define RENDER_BYTES ((size_t)64 << 10)

/* What plain text comes down to while it is handed out as the stream. */
enum plain_state {
	PLAIN_NOT,       /* the window is the typed stream as it was read */
	PLAIN_BLOCKS,    /* the window is a document that is rendered while it is read */
	PLAIN_WHOLE,     /* the window is what remains of a document, to its end */
	PLAIN_RAW,       /* no document is made of it: its bytes follow as `r` records */
};

enum event window_broken(struct reader *reader, int status, size_t line, size_t column, const char *text)
{
	reader->problem.place = (struct place){reader->file.name, line, column};
	reader->problem.text = text;
	reader->problem.status = status;
	reader->problem.detail[0] = '\0';
	return EVENT_BROKEN;
}

enum event window_broken_read(struct reader *reader)
{
	return window_broken(reader, EXIT_IO, 0, 0, strerror(reader->file.error));
}

/* Hands over what was rendered as the window to be read next. */
static void show_rendered(struct reader *reader)
{
	char *ptr = reader->rendered.ptr;
	size_t cap = reader->rendered.cap;
	reader->rendered.ptr = reader->render.ptr;
	reader->rendered.cap = reader->render.cap;
	reader->rendered.begin = 0;
	reader->rendered.end = reader->render.len;
	reader->rendered.at_end = 1;
	reader->render = (struct buf){.ptr = ptr, .cap = cap};
	reader->window = &reader->rendered;
}

/* Appends an `r` record with some of the bytes at hand and lets go of them. */
static void render_raw(struct reader *reader)
{
	struct input *file = &reader->file;
	size_t len = file->end - file->begin < RAW_BYTES ? file->end - file->begin : RAW_BYTES;
	buf_put_string(&reader->render, "r\t");
	field_put_bytes_buf(&reader->render, slice_of(file->ptr + file->begin, len));
	buf_put_byte(&reader->render, '\n');
	file->begin += len;
}

/* Appends more of a plain document: some blocks of it; of one too large to be held another `r` record; or its %end. */
static enum input_status render_more(struct reader *reader)
{
	struct input *file = &reader->file;
	if (reader->plain_state == PLAIN_BLOCKS) {
		if (plain_more(&reader->plain, RENDER_BYTES, &reader->render) <= 0)
			reader->plain_state = PLAIN_WHOLE;
		return INPUT_MORE;
	}
	enum input_status status = file->end > file->begin ? INPUT_MORE : input_fill(file, SIZE_MAX);
	if (status == INPUT_MORE) {
		render_raw(reader);
	} else if (status == INPUT_END) {
		buf_put_string(&reader->render, "%end\n");
		reader->plain_state = PLAIN_WHOLE;
	}
	return status == INPUT_FAILED ? status : INPUT_MORE;
}

/* Shows what is left of the window and more. */
static enum input_status fill_rendered(struct reader *reader)
{
	size_t rest = reader->rendered.end - reader->rendered.begin;
	buf_reset(&reader->render);
	buf_put(&reader->render, reader->rendered.ptr + reader->rendered.begin, rest);
	if (render_more(reader) == INPUT_FAILED)
		return INPUT_FAILED;
	if (reader->render.failed) {
		reader->file.error = ENOMEM;
		return INPUT_FAILED;
	}
	show_rendered(reader);
	return INPUT_MORE;
}

enum input_status window_fill(struct reader *reader)
{
	if (reader->plain_state == PLAIN_NOT)
		return input_fill(&reader->file, reader->options->max_document * WINDOW_FACTOR);
	return reader->plain_state == PLAIN_WHOLE ? INPUT_END : fill_rendered(reader);
}

/* Where the record ends, in whose first `scanned` bytes no delimiter is; NULL if that is not at hand. */
static inline char *record_end(const struct reader *reader, char *from, size_t scanned, size_t have)
{
	char *end = have > scanned ? memchr(from + scanned, reader->delimiter, have - scanned) : NULL;
	if (reader->delimiter != FOLD_BYTE || have == scanned)
		return end;
	/* The last record of a folded document is closed by a newline; one anywhere else cuts it short. */
	size_t until = end ? (size_t)(end - from) : have;
	char *newline = memchr(from + scanned, '\n', until - scanned);
	return newline ? newline : end;
}

enum line_status window_line(struct reader *reader, size_t offset, struct slice *line, size_t *taken)
{
	size_t scanned = 0;
	reader->unterminated = 0;
	for (;;) {
		struct input *window = reader->window;
		char *from = window->ptr + window->begin + offset;
		size_t have = window->end - window->begin - offset;
		char *end = record_end(reader, from, scanned, have);
		if (end) {
			*line = slice_of(from, (size_t)(end - from));
			*taken = line->len + 1;
			/* Too long is too long, also where it happens to be at hand. */
			if (line->len > reader->options->max_line && reader->plain_state == PLAIN_NOT)
				return LINE_LONG;
			break;
		}
		scanned = have;
		if (have > reader->options->max_line && reader->plain_state == PLAIN_NOT)
			return LINE_LONG;
		enum input_status status = window_fill(reader);
		if (status == INPUT_FULL)
			return LINE_LONG;
		if (status == INPUT_FAILED)
			return LINE_FAILED;
		if (status == INPUT_END) {
			if (have == 0)
				return LINE_END;
			window = reader->window;
			*line = slice_of(window->ptr + window->begin + offset, have);
			*taken = have;
			reader->unterminated = 1;
			break;
		}
	}
	/* CRLF: somebody's editor or a Windows machine came between. No record ends in a CR of its own: it is escaped. */
	while (line->len > 0 && line->ptr[line->len - 1] == '\r')
		line->len--;
	return LINE_OK;
}

/* A first line that looks like a record which only stands inside a document: what `grep ^F` leaves. */
static int looks_like_record(struct slice line)
{
	struct slice rest = line, field[3] = {{0}};
	int count = 0;
	size_t number;
	while (count < 3 && field_next(&rest, &field[count]))
		count++;
	if (slice_is(line, "%end") || slice_has_prefix(line, SLICE("%doc\t")))
		return 1;
	if (count < 3 || field[0].len == 0)
		return 0;
	if (field[0].ptr[0] >= 'A' && field[0].ptr[0] <= 'Z')
		return field_size(field[1], &number) == 0 && field_size(field[2], &number) == 0;
	if (slice_is(field[0], "t"))
		return slice_is(field[1], "p") || slice_is(field[1], "title") || slice_is(field[1], "h") ||
		       slice_is(field[1], "li") || slice_is(field[1], "caption");
	if (slice_is(field[0], "e"))
		return slice_is(field[1], "error") || slice_is(field[1], "warning");
	return slice_is(field[0], "m") && field[2].len > 0 && memchr("\"{[-0123456789tfn", field[2].ptr[0], 17);
}

/* Begins the document of a text that is larger than --max-document, or of what is no text. */
static void render_bad(struct reader *reader, struct slice bytes)
{
	size_t max = reader->options->max_document;
	char too_large[80];
	snprintf(too_large, sizeof too_large, "a document larger than %zu bytes (--max-document)", max);
	bytes.len = bytes.len < max ? bytes.len : max;
	reader->plain_state = PLAIN_RAW;
	plain_put_bad(bytes, reader->file.name, reader->foreign ? "not-text" : "document-too-large",
		      reader->foreign ? reader->foreign : too_large, &reader->render);
	render_raw(reader);
}

/* Reads the whole plain text, as far as --max-document lets, and begins to render it. */
static int render_plain(struct reader *reader)
{
	struct input *file = &reader->file;
	enum input_status status = INPUT_MORE;
	while (status == INPUT_MORE && file->end - file->begin <= reader->options->max_document)
		status = input_fill(file, SIZE_MAX);
	if (status == INPUT_FAILED)
		return -1;
	struct slice bytes = slice_of(file->ptr + file->begin, file->end - file->begin);
	buf_reset(&reader->render);
	if (status == INPUT_END && bytes.len == 0) {
		reader->plain_state = PLAIN_WHOLE;
	} else if (status == INPUT_END && !reader->foreign) {
		reader->plain_state = PLAIN_BLOCKS;
		plain_free(&reader->plain);
		if (plain_begin(&reader->plain, &reader->options->text, file->ptr + file->begin, bytes.len, file->name,
				&reader->render) < 0)
			reader->render.failed = 1;
		file->begin = file->end;
	} else {
		render_bad(reader, bytes);
	}
	if (reader->render.failed) {
		file->error = ENOMEM;
		return -1;
	}
	show_rendered(reader);
	return 0;
}

/* A byte order mark before the typed stream is somebody's editor; plain text keeps its own, for the charset's sake. */
static void skip_bom(struct input *file)
{
	size_t have = file->end - file->begin;
	if (have >= 8 && memcmp(file->ptr + file->begin, "\xef\xbb\xbf%doc\t", 8) == 0)
		file->begin += 3;
}

static struct slice at_hand(const struct input *file)
{
	size_t have = file->end - file->begin;
	/* An input of nothing has no buffer, and no address to add to. */
	return have ? slice_of(file->ptr + file->begin, have) : SLICE("");
}

/* Looks whether the plain input at hand is no text. Always returns 1. */
static int sniff_plain(struct reader *reader)
{
	struct slice beginning = foreign_beginning(at_hand(&reader->file));
	reader->foreign = foreign_bytes(beginning);
	if (!reader->foreign && reader->options->plain != PLAIN_ALWAYS)
		reader->foreign = foreign_json(beginning);
	return 1;
}

/* Looks at the beginning of an input just opened. Returns 1 plain, 0 typed (or nothing at all), -1 broken. */
static int sniff(struct reader *reader)
{
	struct input *file = &reader->file;
	enum input_status status = INPUT_MORE;
	while (status == INPUT_MORE && foreign_is_cut(at_hand(file)))
		status = input_fill(file, FOREIGN_BYTES * 2);
	if (status == INPUT_FAILED) {
		window_broken_read(reader);
		return -1;
	}
	if (reader->options->plain != PLAIN_OR_STREAM)
		return sniff_plain(reader);
	skip_bom(file);
	size_t have = file->end - file->begin;
	char *start = file->ptr + file->begin, *newline = have ? memchr(start, '\n', have) : NULL;
	struct slice line = slice_of(start, newline ? (size_t)(newline - start) : have);
	const struct slice first = SLICE("%doc\t1\t");
	if (have == 0 || slice_has_prefix(line, first))
		return 0;
	/* All there is, and the beginning of a first record: the stream was cut there. */
	if (!newline && slice_has_prefix(first, line)) {
		window_broken(reader, EXIT_BAD_INPUT, 1, 1, "input ends inside of %doc (--plain reads it as text)");
		return -1;
	}
	if (slice_has_prefix(line, SLICE("%doc\t"))) {
		window_broken(reader, EXIT_BAD_INPUT, 1, 6, "a stream of another version than 1 (--plain reads it as text)");
		return -1;
	}
	if (looks_like_record(line)) {
		window_broken(reader, EXIT_BAD_INPUT, 1, 1, "a record outside of any document (--plain reads it as text)");
		return -1;
	}
	return sniff_plain(reader);
}

/* Opens the next input that can be opened. Returns 1, or 0 if there is none left. */
static int open_next(struct reader *reader)
{
	while (reader->path_next < reader->path_count) {
		const char *path = reader->paths[reader->path_next++];
		reader->plain_state = PLAIN_NOT;
		reader->window = &reader->file;
		reader->line_number = 0;
		reader->held = 0;
		reader->foreign = NULL;
		if (input_open(&reader->file, path) == 0) {
			reader->open = 1;
			return 1;
		}
		diag(DIAG_ERROR, (struct place){.input = path}, "%s", strerror(errno));
		reader->io_failed = 1;
	}
	return 0;
}

int reader_is_plain(struct reader *reader)
{
	if (!reader->open && !open_next(reader))
		return -1;
	if (reader->plain_state != PLAIN_NOT || reader->line_number > 0)
		return reader->plain_state != PLAIN_NOT;
	return sniff(reader);
}

enum input_status reader_plain_fill(struct reader *reader)
{
	enum input_status status = input_fill(&reader->file, reader->options->max_line);
	if (status == INPUT_FAILED)
		window_broken_read(reader);
	return status;
}

void reader_plain_close(struct reader *reader, int had_bytes)
{
	reader->documents += had_bytes != 0;
	input_close(&reader->file);
	reader->open = 0;
}

/* Opens inputs until one has something to read. Returns 1, 0 at the end of all, -1 if one is broken. */
int window_open(struct reader *reader)
{
	for (;;) {
		int plain = reader_is_plain(reader);
		if (plain < 0)
			return reader->open ? -1 : 0;
		if (plain && reader->plain_state == PLAIN_NOT && render_plain(reader) < 0) {
			window_broken_read(reader);
			return -1;
		}
		if (reader->window->end > reader->window->begin || !reader->file.at_end)
			return 1;
		input_close(&reader->file);
		reader->open = 0;
	}
}
