/* SPDX-License-Identifier: MIT */
#include "stream/reader.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/utf8.h"
#include "stream/window.h"

void reader_init(struct reader *reader, const struct reader_options *options, char *const *paths, size_t count)
{
	static char *const standard_input[] = {"-"};
	*reader = (struct reader){.options = options, .paths = paths, .path_count = count};
	if (count == 0) {
		reader->paths = standard_input;
		reader->path_count = 1;
	}
	reader->file.fd = reader->rendered.fd = -1;
	reader->window = &reader->file;
}

void reader_free(struct reader *reader)
{
	input_free(&reader->file);
	plain_free(&reader->plain);
	free(reader->rendered.ptr);
	buf_free(&reader->render);
	buf_free(&reader->text);
	buf_free(&reader->id_text);
	free(reader->annotations);
	*reader = (struct reader){0};
}

uint64_t reader_bytes(const struct reader *reader)
{
	return reader->file.total;
}

static enum event out_of_memory(struct reader *reader)
{
	reader->file.error = ENOMEM;
	return window_broken_read(reader);
}

static enum event line_failed(struct reader *reader, enum line_status status)
{
	if (status == LINE_FAILED)
		return window_broken_read(reader);
	return window_broken(reader, EXIT_BAD_INPUT, reader->line_number + 1, 1, "a block with more annotations than --max-document lets be held");
}

/* Takes a %doc record. In a folded document the rest of the line is the document, with FOLD_BYTE for newlines. */
static enum event read_doc(struct reader *reader, struct slice line, size_t taken)
{
	struct slice rest = line, field;
	char *fold = memchr(line.ptr, FOLD_BYTE, line.len);
	reader->folded = fold != NULL;
	reader->delimiter = fold ? FOLD_BYTE : '\n';
	if (fold) {
		rest.len = (size_t)(fold - line.ptr);
		taken = rest.len + 1;
	}
	reader->line = rest;
	field_next(&rest, &field);
	if (!field_next(&rest, &field) || !slice_is(field, "1"))
		return window_broken(reader, EXIT_BAD_INPUT, reader->line_number + 1, 6, "a document of another version than 1");
	if (!field_next(&rest, &reader->id))
		reader->id = slice_of(line.ptr, 0);
	buf_reset(&reader->id_text);
	buf_put_slice(&reader->id_text, reader->id);
	if (reader->id_text.failed)
		return out_of_memory(reader);
	reader->id = buf_slice(&reader->id_text);
	reader->held = taken;
	reader->line_number++;
	reader->in_document = 1;
	reader->documents++;
	return EVENT_DOC;
}

/* As window_line, between documents: of a folded document, which may be longer than a line, the first record. */
static enum line_status first_record(struct reader *reader, struct slice *line, size_t *taken)
{
	enum line_status status = window_line(reader, 0, line, taken);
	struct input *window = reader->window;
	if (status != LINE_LONG || !window->ptr)
		return status;
	*line = slice_of(window->ptr + window->begin, window->end - window->begin);
	const char *newline = memchr(line->ptr, '\n', line->len);
	line->len = newline ? (size_t)(newline - line->ptr) : line->len;
	*taken = line->len;
	return memchr(line->ptr, FOLD_BYTE, line->len) ? LINE_OK : LINE_LONG;
}

/* Between documents: the next %doc of this input or of the next. */
static enum event next_document(struct reader *reader)
{
	for (;;) {
		struct slice line;
		size_t taken;
		if (!reader->open || reader->line_number == 0) {
			int opened = window_open(reader);
			if (opened <= 0)
				return opened < 0 ? EVENT_BROKEN : EVENT_EOF;
		}
		reader->delimiter = '\n';
		enum line_status status = first_record(reader, &line, &taken);
		if (status == LINE_END) {
			input_close(&reader->file);
			reader->open = 0;
			continue;
		}
		if (status == LINE_LONG)
			return window_broken(reader, EXIT_BAD_INPUT, reader->line_number + 1, 1,
					     "a %doc record longer than --max-line");
		if (status != LINE_OK)
			return line_failed(reader, status);
		reader->place = (struct place){reader->file.name, reader->line_number + 1, 1};
		if (record_kind(line) == RECORD_DOC)
			return read_doc(reader, line, taken);
		if (line.len == 0) {  /* a blank line between documents is nobody's loss */
			reader->window->begin += taken;
			reader->line_number++;
			continue;
		}
		return window_broken(reader, EXIT_BAD_INPUT, reader->line_number + 1, 1, "a record outside of any document");
	}
}

static enum event truncated(struct reader *reader)
{
	enum event event = window_broken(reader, EXIT_BAD_INPUT, reader->line_number + 1, 1,
				  "input ends inside of a document: something upstream died");
	snprintf(reader->problem.detail, sizeof reader->problem.detail, "document %.*s has no %%end",
		 DIAG_ID(buf_slice(&reader->id_text)));
	return event;
}

/* Makes room for one more annotation. Returns NULL without memory. */
static struct annotation *new_annotation(struct reader *reader)
{
	if (LIST_RESERVE(reader->annotations, reader->annotation_cap, reader->block.count + 1) < 0)
		return NULL;
	return &reader->annotations[reader->block.count++];
}

static void fault(struct reader *reader, const char *code, const char *text, size_t line)
{
	if (!reader->block.fault) {
		reader->block.fault = text;
		reader->block.fault_code = code;
		reader->block.fault_line = line;
	}
}

static int on_code_point(struct slice text, size_t at)
{
	return at == text.len || ((unsigned char)text.ptr[at] & 0xc0) != 0x80;
}

/* Reads the offsets of an annotation and holds them against the text. Returns NULL, or what is wrong. */
static const char *parse_annotation(struct reader *reader, struct annotation *annotation)
{
	struct slice rest = annotation->line, begin, end, surface, text = reader->block.text;
	field_next(&rest, &annotation->type);
	if (!field_next(&rest, &begin) || !field_next(&rest, &end) || !field_next(&rest, &surface))
		return "an annotation of fewer than four fields";
	annotation->keys = rest;
	if (field_size(begin, &annotation->begin) < 0 || field_size(end, &annotation->end) < 0)
		return "an offset that is no number";
	if (annotation->begin > annotation->end || annotation->end > text.len)
		return "offsets outside of the block";
	if (!on_code_point(text, annotation->begin) || !on_code_point(text, annotation->end))
		return "an offset inside of a code point";
	/* Where the block has no escape, nor has what stands in it. */
	struct slice inside = slice_of(text.ptr + annotation->begin, annotation->end - annotation->begin);
	if (!reader->has_escapes && slice_equal(surface, inside))
		return NULL;
	size_t mark = reader->text.len;
	if (field_unescape(surface, &reader->text, &surface) < 0) {
		reader->memory_failed |= reader->text.failed;
		return "an unknown escape";
	}
	reader->text.len = mark;
	if (!slice_equal(surface, inside))
		return "an annotation whose text is not what stands at its offsets";
	return NULL;
}

/* Takes the record apart that begins a block. */
static void parse_block(struct reader *reader, struct slice line)
{
	struct block *block = &reader->block;
	struct slice rest = line, field;
	if (reader_is_rendered(reader))
		reader->place.line = plain_next_line(&reader->plain);
	*block = (struct block){.line = line, .place = reader->place, .annotations = reader->annotations};
	field_next(&rest, &field);
	if (!field_next(&rest, &block->role) || !field_next(&rest, &field)) {
		fault(reader, "malformed", "a block of fewer than three fields", reader->place.line);
		return;
	}
	block->keys = rest;
	buf_reset(&reader->text);
	block->text = field;
	reader->has_escapes = memchr(field.ptr, '\\', field.len) != NULL;
	/* Room for the surfaces of annotations too, so that the text does not move while they are checked. */
	if (reader->has_escapes)
		buf_reserve(&reader->text, 2 * line.len);
	if (reader->has_escapes && field_unescape(field, &reader->text, &block->text) < 0) {
		reader->memory_failed |= reader->text.failed;
		fault(reader, "malformed", "an unknown escape", reader->place.line);
		return;
	}
	/* What was rendered from plain text was validated there. */
	if (!reader_is_rendered(reader) &&
	    utf8_valid_prefix(block->text.ptr, block->text.len) < block->text.len)
		fault(reader, "invalid-utf8", "invalid UTF-8", reader->place.line);
}

/* Gathers the records under a block; positions are kept as offsets until the window stands still. */
static enum event read_block(struct reader *reader, size_t taken)
{
	size_t offset = taken, lines = 1, next;
	struct slice line;
	reader->block.count = 0;
	enum line_status status;
	while ((status = window_line(reader, offset, &line, &next)) == LINE_OK) {
		enum record_kind kind = record_kind(line);
		if (kind == RECORD_BLOCK || kind == RECORD_META || kind == RECORD_END || kind == RECORD_DOC)
			break;
		if (reader->unterminated)
			return truncated(reader);
		/* The line of a folded document ends, and not with %end: read_record has to say so. */
		if (reader->delimiter == FOLD_BYTE && line.ptr[next - 1] == '\n')
			break;
		struct annotation *annotation = new_annotation(reader);
		if (!annotation)
			return out_of_memory(reader);
		*annotation = (struct annotation){.begin = offset, .end = line.len, .loose = kind != RECORD_ANNOTATION};
		offset += next;
		lines++;
	}
	if (status == LINE_FAILED || (status == LINE_LONG && reader->window->end - reader->window->begin - offset <= reader->options->max_line))
		return line_failed(reader, status);
	reader->held = offset;
	reader->line_number += lines;
	return EVENT_BLOCK;
}

/* Turns what read_block noted into slices, and checks it. */
static void finish_block(struct reader *reader, size_t line_len)
{
	char *base = reader->window->ptr + reader->window->begin;
	size_t count = reader->block.count, previous = 0;
	parse_block(reader, slice_of(base, line_len));
	reader->block.annotations = reader->annotations;
	reader->block.count = count;
	for (size_t i = 0; i < count; i++) {
		struct annotation *a = &reader->annotations[i];
		a->line = slice_of(base + a->begin, a->end);
		const char *wrong = NULL;
		if (!a->loose && !reader->block.fault && (wrong = parse_annotation(reader, a))) {
			fault(reader, "malformed", wrong, reader->place.line + 1 + i);
			a->loose = 1;
		}
		if (a->loose)
			a->begin = a->end = previous;
		previous = a->begin;
	}
}

static int compare_annotations(const void *left, const void *right)
{
	const struct annotation *a = left, *b = right;
	if (a->begin != b->begin)
		return a->begin < b->begin ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	int a_is_sentence = slice_is(a->type, "S"), b_is_sentence = slice_is(b->type, "S");
	if (a_is_sentence != b_is_sentence)
		return b_is_sentence - a_is_sentence;
	return a->line.ptr < b->line.ptr ? -1 : a->line.ptr > b->line.ptr;
}

void block_sort(const struct block *block)
{
	for (size_t i = 1; i < block->count; i++)
		if (compare_annotations(&block->annotations[i - 1], &block->annotations[i]) > 0) {
			qsort(block->annotations, block->count, sizeof *block->annotations, compare_annotations);
			return;
		}
}

/* A piece of a record that is longer than may be held. */
static enum event read_piece(struct reader *reader)
{
	struct input *window = reader->window;
	if (window->end == window->begin) {
		enum input_status status = window_fill(reader);
		if (status == INPUT_FAILED)
			return window_broken_read(reader);
		if (status == INPUT_END)
			return window_broken(reader, EXIT_BAD_INPUT, reader->line_number + 1, 1, "input ends inside of a document");
		window = reader->window;
	}
	char *from = window->ptr + window->begin;
	size_t have = window->end - window->begin;
	char *end = memchr(from, reader->delimiter, have);
	reader->line = slice_of(from, end ? (size_t)(end - from) : have);
	reader->held = reader->line.len + (end ? 1 : 0);
	reader->last_piece = end != NULL;
	reader->in_piece = end == NULL;
	reader->line_number += end != NULL;
	return EVENT_PIECE;
}

static enum event read_simple(struct reader *reader, struct slice line, size_t taken, enum event event)
{
	reader->line = line;
	reader->held = taken;
	reader->line_number++;
	return event;
}

static enum event read_meta(struct reader *reader, struct slice line, size_t taken)
{
	struct slice rest = line, field;
	field_next(&rest, &field);
	if (!field_next(&rest, &reader->key) || !field_next(&rest, &reader->value))
		return read_simple(reader, line, taken, EVENT_RECORD);
	return read_simple(reader, line, taken, EVENT_META);
}

static enum event read_record(struct reader *reader)
{
	struct slice line, rest, field;
	size_t taken;
	enum line_status status = window_line(reader, 0, &line, &taken);
	/* The lines of what was rendered here are nobody's. */
	reader->place = reader_is_rendered(reader) ? (struct place){.input = reader->file.name}
						   : (struct place){reader->file.name, reader->line_number + 1, 1};
	if (status == LINE_END)
		return truncated(reader);
	if (status == LINE_LONG)
		return read_piece(reader);
	if (status == LINE_FAILED)
		return window_broken_read(reader);
	enum record_kind kind = record_kind(line);
	int ends_fold = reader->delimiter == FOLD_BYTE && line.ptr[taken - 1] == '\n';
	if (kind == RECORD_DOC || (ends_fold && kind != RECORD_END))
		return truncated(reader);
	/* A last line without its newline is whole only if it is %end. */
	if (reader->unterminated && kind != RECORD_END)
		return truncated(reader);
	switch (kind) {
	case RECORD_END:
		reader->in_document = 0;
		return read_simple(reader, line, taken, EVENT_END);
	case RECORD_META:
		return read_meta(reader, line, taken);
	case RECORD_BLOCK: {
		size_t line_len = line.len;
		enum event event = read_block(reader, taken);
		if (event == EVENT_BLOCK)
			finish_block(reader, line_len);
		return reader->memory_failed ? out_of_memory(reader) : event;
	}
	case RECORD_FINDING:
		rest = line;
		field_next(&rest, &field);
		field_next(&rest, &field);
		reader->severity_error = slice_is(field, "error");
		return read_simple(reader, line, taken, EVENT_FINDING);
	default:
		return read_simple(reader, line, taken, EVENT_RECORD);
	}
}

enum event reader_next(struct reader *reader)
{
	reader->window->begin += reader->held;
	reader->held = 0;
	if (!reader->in_document)
		return next_document(reader);
	if (reader->in_piece)
		return read_piece(reader);
	return read_record(reader);
}
