/* SPDX-License-Identifier: MIT */
/*
 * from-jsonl: reads JSON Lines, an object a line, and writes the stream, phin-stream(5). The fields named by --text,
 * --title, --id, … become text and known metadata; every other field passes as metadata, as it was written. An object
 * that to-jsonl wrote becomes the document that it was. A line that is no such object becomes a document that holds its
 * bytes and an error, for the sink to put aside; the run goes on.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/json.h"
#include "base/list.h"
#include "stream/filter.h"
#include "stream/record.h"
#include "stream/restore.h"
#include "stream/source.h"

enum { FIELD_TEXT, FIELD_ID, FIELD_DATE, FIELD_TITLE, FIELD_URL, FIELD_SOURCE, FIELDS };

/* The names under which fields go into the stream, and those that they have in the input. */
static const char *const stream_names[FIELDS] = {"text", "id", "date", "title", "url", "source"};
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

struct member {
	struct slice key, value;  /* raw */
	int field;                /* which field it is, or -1 */
};

/* Room that is kept from line to line. */
struct job {
	struct member *members;      /* of the object at hand */
	size_t count, cap;
	struct slice field[FIELDS];  /* raw values; ptr NULL where there is none */
	int is_phin;                 /* the object is one that to-jsonl wrote */
	int doubled;                 /* a field that is read stands twice */
	struct buf key, value, blocks;
	struct restore restore;
	int failed;                  /* no memory */
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

/* The text of a raw string; in scratch, which is emptied, if it has escapes. */
static struct slice decoded(struct job *job, struct slice raw, struct buf *scratch)
{
	struct slice text = {"", 0};
	buf_reset(scratch);
	if (json_text(raw, scratch, &text) < 0)
		job->failed = 1;
	return text;
}

static struct member *new_member(struct job *job)
{
	if (LIST_RESERVE(job->members, job->cap, job->count + 1) < 0) {
		job->failed = 1;
		return NULL;
	}
	return &job->members[job->count++];
}

/* Lists the members of the object and finds the fields among them. */
static void find_fields(struct job *job, struct slice object)
{
	struct slice key, value;
	size_t at = 0;
	job->count = 0;
	job->doubled = job->is_phin = 0;
	memset(job->field, 0, sizeof job->field);
	while (json_next_member(object, &at, &key, &value)) {
		struct member *member = new_member(job);
		if (!member)
			return;
		*member = (struct member){key, value, field_of(decoded(job, key, &job->key))};
		job->is_phin |= slice_is(key, "\"phin\"") && slice_is(value, "1");
		if (member->field < 0)
			continue;
		job->doubled |= job->field[member->field].ptr != NULL;
		job->field[member->field] = value;
	}
	for (int f = 0; f < FIELDS; f++)
		if (is_pointer(field_names[f]))
			json_pointer(object, field_names[f], &job->field[f]);
}

/* A string that is not empty. */
static int is_text(struct slice raw)
{
	return raw.ptr && raw.ptr[0] == '"' && raw.len > 2;
}

/* Whether the raw value is told by a record of its own, and is no metadata. */
static int is_told(int f, struct slice raw)
{
	return f == FIELD_TEXT || ((f == FIELD_TITLE || f == FIELD_ID) && is_text(raw));
}

/*
 * Fields under another name than the stream's go first, and so win over one that has the stream's name by chance:
 * --date=published of {"date":"x","published":"y"} gives m date "y", m date "x", and the second is none of ours.
 */
static void put_metadata(struct job *job, struct writer *writer)
{
	for (int f = 0; f < FIELDS; f++)
		if (strcmp(field_names[f], stream_names[f]) != 0 && job->field[f].ptr && !is_told(f, job->field[f]))
			writer_meta(writer, slice_from_string(stream_names[f]), job->field[f]);
	for (size_t i = 0; i < job->count; i++) {
		const struct member *member = &job->members[i];
		if (member->field < 0)
			writer_meta(writer, decoded(job, member->key, &job->key), member->value);
		else if (strcmp(field_names[member->field], stream_names[member->field]) == 0 &&
			 !is_told(member->field, member->value))
			writer_meta(writer, slice_from_string(stream_names[member->field]), member->value);
	}
}

static void put_id(struct job *job, struct slice line, struct writer *writer)
{
	struct slice raw = job->field[FIELD_ID];
	char hex[HASH_HEX_LEN];
	struct slice id = {hex, sizeof hex};
	if (is_text(raw))
		id = decoded(job, raw, &job->value);
	else if (raw.ptr && (raw.ptr[0] == '-' || (raw.ptr[0] >= '0' && raw.ptr[0] <= '9')))
		id = raw;
	else
		hash_hex(line, hex);
	buf_reset(&job->key);
	field_put_buf(&job->key, id);
	job->failed |= job->key.failed;
	writer_doc(writer, buf_slice(&job->key), folded);
}

static void put_blocks(struct job *job, struct writer *writer)
{
	if (is_text(job->field[FIELD_TITLE])) {
		struct block title = {.role = SLICE("title")};
		writer_block_text(writer, &title, decoded(job, job->field[FIELD_TITLE], &job->value));
	}
	buf_reset(&job->blocks);
	struct slice text = decoded(job, job->field[FIELD_TEXT], &job->value);
	if (plain_put_blocks(&filter_options.reader.text, text, 0, &job->blocks) < 0)
		job->failed = 1;
	source_put_records(writer, buf_slice(&job->blocks));
}

/* A line that makes no document: why not. */
struct fault {
	const char *code, *text;
	size_t at;
};

/* Reads the object and what it has. Returns 0, or -1 with *fault. */
static int read_object(struct job *job, struct slice line, struct slice *object, struct fault *fault)
{
	struct json_error error;
	*fault = (struct fault){0};
	if (json_check(line, object, &error) < 0) {
		*fault = (struct fault){"invalid-json", error.text, error.at};
		return -1;
	}
	if (object->ptr[0] == '[')
		*fault = (struct fault){"not-an-object", "an array, not an object (jq -c '.[]' makes lines of its elements)", 0};
	else if (object->ptr[0] != '{')
		*fault = (struct fault){"not-an-object", "not an object", 0};
	if (fault->code)
		return -1;
	find_fields(job, *object);
	if (job->is_phin)
		return 0;
	if (job->doubled)
		*fault = (struct fault){"doubled-field", "a field that is read stands twice", 0};
	else if (!job->field[FIELD_TEXT].ptr)
		*fault = (struct fault){"no-text", "no field with the text (--text names it)", 0};
	else if (job->field[FIELD_TEXT].ptr[0] != '"')
		*fault = (struct fault){"no-text", "a text that is no string", 0};
	return fault->code ? -1 : 0;
}

/* Takes one line. Returns nonzero without memory. */
static int take_line(void *context, struct slice line, struct place place, struct writer *writer)
{
	struct job *job = context;
	struct slice object;
	struct fault fault;
	if (read_object(job, line, &object, &fault) == 0 && job->is_phin) {
		fault.code = restore_document(&job->restore, object, writer, folded, &fault.text);
		job->failed |= job->restore.failed;
		if (!fault.code)
			return job->failed;
	}
	if (fault.code) {
		place.column = fault.at + 1;
		source_put_bad(writer, line, place, fault.code, fault.text, folded);
		return job->failed;
	}
	put_id(job, line, writer);
	put_metadata(job, writer);
	put_blocks(job, writer);
	writer_end(writer);
	return job->failed;
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
	restore_free(&job.restore);
	free(job.members);
	return status;
}
