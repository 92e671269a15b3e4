/* SPDX-License-Identifier: MIT */
/*
 * Documents to JSON and back: what to-jsonl writes is valid JSON, is taken back, and is then written as the same bytes. The
 * first byte chooses the unit of offsets; an input that begins with { is an object to be taken back at once.
 */
#include "fuzz.h"

#include "base/json.h"
#include "stream/document.h"
#include "stream/object.h"
#include "stream/restore.h"

/* Reads the documents of a stream and writes the good ones as lines of JSON. Returns them, to be freed. */
static struct slice to_json(const void *data, size_t size, enum text_unit unit, int with_source)
{
	struct object_writer object = {.unit = unit, .with_source = with_source};
	struct document document;
	struct reader reader;
	struct memory memory;
	enum document_status status;
	begin_input(data, size);
	begin_output(&memory);
	reader_init(&reader, &fuzz_options, NULL, 0);
	document_init(&document, "fuzz");
	while ((status = document_next(&document, &reader, 65536)) == DOCUMENT_READ) {
		if (document.error)
			continue;
		MUST(object_put(&object, &document, &memory.out) == 0);
		output_put_byte(&memory.out, '\n');
		MUST(!document_out_of_memory(&document));
	}
	document_free(&document);
	object_free(&object);
	reader_free(&reader);
	return end_output(&memory);
}

static const char *refusal;

/* Takes lines of JSON back. Returns the stream, to be freed; *refused tells whether one was refused. */
static struct slice from_json(struct slice lines, int *refused)
{
	struct restore work = {0};
	struct memory memory;
	begin_output(&memory);
	struct writer writer = {.out = &memory.out, .stage = "fuzz", .delimiter = '\n'};
	*refused = 0;
	while (lines.len > 0) {
		const char *newline = memchr(lines.ptr, '\n', lines.len);
		size_t len = newline ? (size_t)(newline - lines.ptr) : lines.len;
		struct slice value;
		struct json_error error;
		const char *message = "not JSON";
		if (json_check(slice_of(lines.ptr, len), &value, &error) < 0 || value.ptr[0] != '{' ||
		    restore_document(&work, value, &writer, 0, &message))
			*refused = 1, refusal = message;
		MUST(!work.failed);
		len += newline ? 1 : 0;
		lines = slice_of(lines.ptr + len, lines.len - len);
	}
	restore_free(&work);
	return end_output(&memory);
}

static void drop(struct slice bytes)
{
	free((void *)(uintptr_t)bytes.ptr);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	enum text_unit unit = size > 0 ? (enum text_unit)(data[0] % 3) : UNIT_CODE_POINT;
	int refused, is_json = size > 0 && data[0] == '{';
	struct slice stream;
	if (is_json)
		stream = from_json(slice_of((const char *)data, size), &refused);
	else
		stream = slice_of(memcpy(malloc(size + 1), data, size), size);
	size_t skip = !is_json && size > 0;
	drop(to_json(stream.ptr + skip, stream.len - skip, unit, 1));
	struct slice once = to_json(stream.ptr + skip, stream.len - skip, unit, 0);
	struct slice back = from_json(once, &refused);
	if (refused)
		fprintf(stderr, "refused: %s\n", refusal);
	MUST(!refused);
	struct slice twice = to_json(back.ptr, back.len, unit, 0);
	/* A record may be longer than the limit now that it was not before: then, and only then, something is missing. */
	MUST(slice_equal(once, twice) || once.len > fuzz_options.max_line);
	drop(stream);
	drop(once);
	drop(back);
	drop(twice);
	return 0;
}
