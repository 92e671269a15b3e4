/* SPDX-License-Identifier: MIT */
/*
 * from-jsonl: reads JSON Lines, an object a line, and writes the stream, phin-stream(5). The fields named by --text,
 * --title, --id, … become text and known metadata; every other field passes as metadata, as it was written. A line that
 * is no such object becomes a document that holds its bytes and an error, for the sink to put aside; the run goes on.
 */
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/json.h"
#include "stream/filter.h"
#include "stream/record.h"
#include "stream/source.h"

enum { FIELD_TEXT, FIELD_ID, FIELD_DATE, FIELD_TITLE, FIELD_URL, FIELD_SOURCE, FIELDS };

static const char *field_names[FIELDS] = {"text", "id", "date", "title", "url", "source"};
static int folded;

static const struct option_spec options[] = {
	{'t', "text", "FIELD", "the field with the text, by name or JSON Pointer (/a/b)", OPTION_STRING,
	 &field_names[FIELD_TEXT], NULL, 0, 0, NULL},
	{0, "title", "FIELD", "the field with the title", OPTION_STRING, &field_names[FIELD_TITLE], NULL, 0, 0, NULL},
	{0, "id", "FIELD", "the field with the id; without one, a hash of the line", OPTION_STRING, &field_names[FIELD_ID],
	 NULL, 0, 0, NULL},
	{0, "date", "FIELD", "the field with the date", OPTION_STRING, &field_names[FIELD_DATE], NULL, 0, 0, NULL},
	{0, "url", "FIELD", "the field with the address", OPTION_STRING, &field_names[FIELD_URL], NULL, 0, 0, NULL},
	{0, "source", "FIELD", "the field with the source's name", OPTION_STRING, &field_names[FIELD_SOURCE], NULL, 0, 0,
	 NULL},
	{0, "folded", NULL, "write a document a line (U+001E for the newlines inside)", OPTION_FLAG, &folded, NULL, 0, 0,
	 NULL},
	{0},
};

static const struct program program = {
	.name = "from-jsonl",
	.summary = "turn JSON Lines into the stream, an object a document",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

/* Room that is kept from line to line. */
struct job {
	struct buf key, value, blocks;
	struct slice field[FIELDS];  /* raw values of the line at hand; ptr NULL where there is none */
	int doubled;                 /* a field that is read stands twice: which one, else -1 */
};

static int is_pointer(const char *name)
{
	return name[0] == '/';
}

/* Which field a key of the object is, or -1. */
static int field_of(struct slice key)
{
	for (int f = 0; f < FIELDS; f++)
		if (!is_pointer(field_names[f]) && slice_is(key, field_names[f]))
			return f;
	return -1;
}

static struct slice decoded(struct slice raw, struct buf *scratch)
{
	struct slice text = {"", 0};
	buf_reset(scratch);
	json_string(raw, scratch, &text);
	return text;
}

/* Finds the fields in the object. */
static void find_fields(struct job *job, struct slice object)
{
	struct slice key, value;
	size_t at = 0;
	job->doubled = -1;
	memset(job->field, 0, sizeof job->field);
	while (json_next_member(object, &at, &key, &value)) {
		int f = field_of(decoded(key, &job->key));
		if (f < 0)
			continue;
		if (job->field[f].ptr)
			job->doubled = f;
		job->field[f] = value;
	}
	for (int f = 0; f < FIELDS; f++)
		if (is_pointer(field_names[f]))
			json_pointer(object, field_names[f], &job->field[f]);
}

static int is_string(struct slice raw)
{
	return raw.ptr && raw.ptr[0] == '"';
}

/* The name under which a field goes into the stream, whatever it is called in the input. */
static const char *stream_name(int f)
{
	static const char *const names[FIELDS] = {"text", "id", "date", "title", "url", "source"};
	return names[f];
}

/* Whether the raw value is told by a record of its own, and is no metadata. */
static int is_told(int f, struct slice raw)
{
	return f >= 0 && is_string(raw) && (f == FIELD_TEXT || f == FIELD_TITLE || (f == FIELD_ID && raw.len > 2));
}

static void put_metadata(struct job *job, struct slice object, struct writer *writer)
{
	struct slice key, value;
	size_t at = 0;
	for (int f = 0; f < FIELDS; f++)
		if (is_pointer(field_names[f]) && job->field[f].ptr && !is_told(f, job->field[f]))
			writer_meta(writer, slice_from_string(stream_name(f)), job->field[f]);
	while (json_next_member(object, &at, &key, &value)) {
		struct slice name = decoded(key, &job->key);
		int f = field_of(name);
		if (!is_told(f, value))
			writer_meta(writer, f < 0 ? name : slice_from_string(stream_name(f)), value);
	}
}

static void put_id(struct job *job, struct slice line, struct writer *writer)
{
	struct slice raw = job->field[FIELD_ID];
	char hex[HASH_HEX_LEN];
	struct slice id = {hex, sizeof hex};
	if (is_string(raw) && raw.len > 2)
		id = decoded(raw, &job->value);
	else if (raw.ptr && (raw.ptr[0] == '-' || (raw.ptr[0] >= '0' && raw.ptr[0] <= '9')))
		id = raw;
	else
		hash_hex(line, hex);
	buf_reset(&job->key);
	field_put_buf(&job->key, id);
	writer_doc(writer, buf_slice(&job->key), folded);
}

static void put_blocks(struct job *job, struct writer *writer)
{
	if (is_string(job->field[FIELD_TITLE])) {
		struct block title = {.role = SLICE("title")};
		struct slice text = decoded(job->field[FIELD_TITLE], &job->value);
		if (text.len > 0)
			writer_block_text(writer, &title, text);
	}
	buf_reset(&job->blocks);
	plain_put_blocks(&filter_options.reader.text, decoded(job->field[FIELD_TEXT], &job->value), 0, &job->blocks);
	source_put_records(writer, buf_slice(&job->blocks));
}

/* What is wrong with an object, or NULL. */
static const char *object_fault(const struct job *job)
{
	if (job->doubled >= 0)
		return "a field that stands twice";
	if (!job->field[FIELD_TEXT].ptr)
		return "no field with the text (--text names it)";
	return is_string(job->field[FIELD_TEXT]) ? NULL : "a text that is no string";
}

/* Takes one line. Returns nonzero without memory. */
static int take_line(void *context, struct slice line, struct place place, struct writer *writer)
{
	struct job *job = context;
	struct slice object;
	struct json_error error;
	if (json_check(line, &object, &error) < 0) {
		place.column = error.at + 1;
		source_put_bad(writer, line, place, "invalid-json", error.text, folded);
		return 0;
	}
	if (object.ptr[0] != '{') {
		source_put_bad(writer, line, place, "not-an-object",
			       object.ptr[0] == '[' ? "an array, not an object (jq -c '.[]' makes lines of its elements)"
						    : "not an object",
			       folded);
		return 0;
	}
	find_fields(job, object);
	const char *fault = object_fault(job);
	if (fault) {
		source_put_bad(writer, line, place, "no-text", fault, folded);
		return 0;
	}
	put_id(job, line, writer);
	put_metadata(job, object, writer);
	put_blocks(job, writer);
	writer_end(writer);
	return job->key.failed || job->value.failed || job->blocks.failed;
}

int main(int argc, char **argv)
{
	struct job job = {0};
	int operands;
	filter_start();
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	const struct source source = {.program = &program, .context = &job, .folded = folded, .line = take_line};
	status = source_run_lines(&source, argv + 1, (size_t)operands);
	buf_free(&job.key);
	buf_free(&job.value);
	buf_free(&job.blocks);
	return status;
}
