/* SPDX-License-Identifier: MIT */
#include "stream/document.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/list.h"
#include "base/scan.h"
#include "base/utf8.h"
#include "stream/docdate.h"
#include "stream/record.h"

enum { LIST_METAS, LIST_BLOCKS, LIST_ANNOTATIONS, LIST_FINDINGS, LIST_RECORDS, LIST_OTHERS, LIST_RAWS };

void document_init(struct document *document, const char *stage)
{
	*document = (struct document){.stage = stage};
}

void document_free(struct document *document)
{
	for (size_t i = 0; i < sizeof document->lists / sizeof *document->lists; i++)
		free(document->lists[i].items);
	arena_free(&document->arena);
	buf_free(&document->text);
	buf_free(&document->scratch);
	*document = (struct document){0};
}

/* Room for one more item in a list that is kept from document to document; NULL without memory. */
static void *append(struct document *document, int which, size_t size)
{
	struct document_list *list = &document->lists[which];
	if (list->count == list->cap && list_grow(&list->items, &list->cap, list->count + 1, size) < 0) {
		document->memory_failed = 1;
		return NULL;
	}
	return (char *)list->items + size * list->count++;
}

/* Keeps a record as it came; returns the copy. */
static struct slice keep(struct document *document, struct slice line)
{
	struct slice *record = append(document, LIST_RECORDS, sizeof *record);
	struct slice copy = arena_copy(&document->arena, line);
	if (record)
		*record = copy;
	return copy;
}

/* Notes why the document cannot be delivered, at the record at hand. */
static void add_error(struct document *document, const char *code, const char *message)
{
	struct document_finding *finding = append(document, LIST_FINDINGS, sizeof *finding);
	struct buf *place = &document->scratch;
	if (!finding)
		return;
	buf_reset(place);
	buf_put_string(place, document->place.input ? document->place.input : "");
	buf_put_byte(place, ':');
	buf_put_size(place, document->place.line);
	document->memory_failed |= place->failed;
	*finding = (struct document_finding){
		1, slice_from_string(document->stage), slice_from_string(code),
		arena_copy(&document->arena, buf_slice(place)), slice_from_string(message)};
}

/* A field unescaped, in memory that lasts as long as the document. One with a broken escape is an error. */
struct slice document_unescaped(struct document *document, struct slice field)
{
	struct slice text;
	buf_reset(&document->scratch);
	if (field_unescape(field, &document->scratch, &text) < 0) {
		if (document->scratch.failed)
			document->memory_failed = 1;
		else
			add_error(document, "malformed", "an unknown escape");
		return field;
	}
	return text.ptr == field.ptr ? text : arena_copy(&document->arena, text);
}

/* The stream is UTF-8; blocks are checked by the reader, the rest of a record here. */
static void check_utf8(struct document *document, struct slice part)
{
	if (part.len > 0 && utf8_valid_prefix(part.ptr, part.len) < part.len)
		add_error(document, "invalid-utf8", "a record that is not UTF-8");
}

/* Fields as they stand in a record: the only control byte is the TAB between them. */
static void check_controls(struct document *document, struct slice fields)
{
	check_utf8(document, fields);
	for (size_t at = 0; (at = scan_run(fields.ptr, at, fields.len, '\n', '\n')) < fields.len; at++)
		if (fields.ptr[at] != '\t') {
			add_error(document, "malformed", "a control byte in a record");
			return;
		}
}

/* Fields that are kept escaped, to be unescaped when somebody asks: what is wrong with them is found now. */
static void check_fields(struct document *document, struct slice fields)
{
	struct slice text;
	check_controls(document, fields);
	if (fields.len == 0 || !memchr(fields.ptr, '\\', fields.len))
		return;
	buf_reset(&document->scratch);
	if (field_unescape(fields, &document->scratch, &text) < 0 && !document->scratch.failed)
		add_error(document, "malformed", "an unknown escape");
}

static void take_meta(struct document *document, struct slice line)
{
	/* Empty where there was no memory for the record. */
	struct slice type, key = {"", 0}, value = {"", 0};
	field_next(&line, &type);
	field_next(&line, &key);
	field_next(&line, &value);
	check_controls(document, key);
	key = document_unescaped(document, key);
	check_utf8(document, key);
	value = document_unescaped(document, value);
	struct slice checked;
	struct json_error error;
	if (json_check(value, &checked, &error) < 0) {
		add_error(document, "malformed", "metadata that is not JSON");
		return;
	}
	struct document_meta *meta = append(document, LIST_METAS, sizeof *meta);
	if (meta)
		*meta = (struct document_meta){key, checked};
}

static void take_finding(struct document *document, struct slice line)
{
	struct slice field[6] = {{"", 0}, {"", 0}, {"", 0}, {"", 0}, {"", 0}, {"", 0}};
	check_controls(document, line);
	for (size_t i = 0; i < 6 && field_next(&line, &field[i]); i++)
		field[i] = document_unescaped(document, field[i]);
	struct document_finding *finding = append(document, LIST_FINDINGS, sizeof *finding);
	if (finding)
		*finding = (struct document_finding){slice_is(field[1], "error"), field[2], field[3], field[4], field[5]};
}

static void take_other(struct document *document, struct slice line)
{
	if (record_kind(line) == RECORD_FINDING) {
		take_finding(document, line);
		return;
	}
	int is_raw = record_kind(line) == RECORD_RAW;
	if (record_kind(line) == RECORD_META)
		add_error(document, "malformed", "metadata of fewer than three fields");
	if (record_kind(line) == RECORD_ANNOTATION)
		add_error(document, "malformed", "an annotation without a block");
	check_controls(document, line);
	struct slice *item = append(document, is_raw ? LIST_RAWS : LIST_OTHERS, sizeof *item);
	if (!item)
		return;
	*item = is_raw ? document_unescaped(document, slice_of(line.ptr + 2, line.len - 2)) : line;
}

/* A slice of the record `from` as a slice of its copy. */
static struct slice rebase(struct slice part, struct slice from, struct slice copy)
{
	return part.ptr ? slice_of(copy.ptr + (part.ptr - from.ptr), part.len) : part;
}

static void take_annotation(struct document *document, const struct annotation *annotation, size_t offset)
{
	struct slice line = keep(document, annotation->line);
	if (document->arena.failed)
		return;
	if (annotation->loose) {
		take_other(document, line);
		return;
	}
	check_controls(document, annotation->type);
	check_fields(document, annotation->keys);
	struct document_annotation *item = append(document, LIST_ANNOTATIONS, sizeof *item);
	if (item)
		*item = (struct document_annotation){
			.type = rebase(annotation->type, annotation->line, line),
			.keys = rebase(annotation->keys, annotation->line, line),
			.begin = offset + annotation->begin,
			.end = offset + annotation->end,
			.block = document->lists[LIST_BLOCKS].count - 1,
		};
}

static void take_block(struct document *document, const struct block *block)
{
	struct slice line = keep(document, block->line);
	struct document_block *item = append(document, LIST_BLOCKS, sizeof *item);
	if (!item || document->arena.failed)
		return;
	check_fields(document, block->role);
	check_fields(document, block->keys);
	if (document->lists[LIST_BLOCKS].count > 1)
		buf_put(&document->text, "\n\n", 2);
	size_t offset = document->text.len, first = document->lists[LIST_ANNOTATIONS].count;
	if (!block->fault)
		buf_put_slice(&document->text, block->text);
	*item = (struct document_block){
		.role = rebase(block->role, block->line, line),
		.keys = rebase(block->keys, block->line, line),
		.begin = offset,
		.end = document->text.len,
		.first = first,
	};
	size_t index = document->lists[LIST_BLOCKS].count - 1;
	if (!block->fault)
		block_sort(block);
	for (size_t i = 0; i < block->count; i++) {
		document->place.line = block->place.line + 1 + i;
		if (block->fault)
			keep(document, block->annotations[i].line);
		else
			take_annotation(document, &block->annotations[i], offset);
	}
	((struct document_block *)document->lists[LIST_BLOCKS].items)[index].count =
		document->lists[LIST_ANNOTATIONS].count - first;
	document->place.line = block->fault_line;
	if (block->fault)
		add_error(document, block->fault_code, block->fault);
}

static void take_doc(struct document *document, struct reader *reader)
{
	for (size_t i = 0; i < sizeof document->lists / sizeof *document->lists; i++)
		document->lists[i].count = 0;
	arena_reset(&document->arena);
	buf_reset(&document->text);
	buf_reserve(&document->text, 1);  /* no text has an address, too */
	document->memory_failed = 0;
	document->place = reader->place;
	keep(document, reader->line);
	check_utf8(document, reader->line);
	document->id = arena_copy(&document->arena, document_unescaped(document, reader->id));
	check_utf8(document, document->id);
}

/* Makes what was gathered visible. */
static void finish(struct document *document)
{
	const struct document_list *lists = document->lists;
	document->metas = lists[LIST_METAS].items;
	document->meta_count = lists[LIST_METAS].count;
	document->blocks = lists[LIST_BLOCKS].items;
	document->block_count = lists[LIST_BLOCKS].count;
	document->annotations = lists[LIST_ANNOTATIONS].items;
	document->annotation_count = lists[LIST_ANNOTATIONS].count;
	document->findings = lists[LIST_FINDINGS].items;
	document->finding_count = lists[LIST_FINDINGS].count;
	document->records = lists[LIST_RECORDS].items;
	document->record_count = lists[LIST_RECORDS].count;
	document->others = lists[LIST_OTHERS].items;
	document->other_count = lists[LIST_OTHERS].count;
	document->raws = lists[LIST_RAWS].items;
	document->raw_count = lists[LIST_RAWS].count;
	document->error = NULL;
	for (size_t i = 0; i < document->finding_count && !document->error; i++)
		if (document->findings[i].is_error)
			document->error = &document->findings[i];
}

int document_out_of_memory(const struct document *document)
{
	return document->memory_failed || document->arena.failed || document->text.failed || document->scratch.failed;
}

/* What --max-document limits: the bytes held, and what the lists take for every record, however short it is. */
static size_t size_in_memory(const struct document *document)
{
	enum { RECORD_COST = 64 };
	return document->arena.used + document->text.len + document->lists[LIST_RECORDS].count * RECORD_COST;
}

static enum document_status out_of_memory(struct reader *reader)
{
	reader->problem.place = reader->place;
	reader->problem.text = "out of memory";
	reader->problem.detail[0] = '\0';
	reader->problem.status = EXIT_IO;
	return DOCUMENT_BROKEN;
}

/* Warnings of the reader of plain text, which is ours, are said here; its errors by who puts the document aside. */
static void say_warnings(const struct document *document)
{
	for (size_t i = 0; i < document->finding_count; i++)
		if (!document->findings[i].is_error)
			diag_composed(DIAG_WARNING, document->findings[i].place, document->findings[i].message);
}

enum document_status document_next(struct document *document, struct reader *reader, size_t max_document)
{
	enum event event = reader_next(reader);
	if (event != EVENT_DOC)
		return event == EVENT_EOF ? DOCUMENT_EOF : DOCUMENT_BROKEN;
	take_doc(document, reader);
	while ((event = reader_next(reader)) != EVENT_END) {
		if (event == EVENT_BROKEN) {
			finish(document);
			return DOCUMENT_TRUNCATED;
		}
		document->place = reader->place;
		if (event == EVENT_BLOCK)
			take_block(document, &reader->block);
		else if (event == EVENT_META)
			take_meta(document, keep(document, reader->line));
		else
			take_other(document, keep(document, reader->line));
		if (document_out_of_memory(document))
			return out_of_memory(reader);
		if (size_in_memory(document) > max_document || event == EVENT_PIECE) {
			add_error(document, "document-too-large", "a document larger than --max-document");
			finish(document);
			return DOCUMENT_TOO_LARGE;
		}
	}
	document->place = reader->place;
	keep(document, reader->line);
	finish(document);
	if (reader_is_rendered(reader))
		say_warnings(document);
	if (document->raw_count > 0 && !document->error) {
		add_error(document, "malformed", "raw bytes in a document without an error");
		finish(document);
	}
	return document_out_of_memory(document) ? out_of_memory(reader) : DOCUMENT_READ;
}

int document_meta(const struct document *document, const char *key, struct slice *json)
{
	for (size_t i = 0; i < document->meta_count; i++)
		if (slice_is(document->metas[i].key, key)) {
			*json = document->metas[i].value;
			return 1;
		}
	return 0;
}

int document_meta_text(struct document *document, const char *key, struct slice *text)
{
	struct slice json, decoded;
	if (!document_meta(document, key, &json) || json.ptr[0] != '"')
		return 0;
	buf_reset(&document->scratch);
	if (json_text(json, &document->scratch, &decoded) < 0) {
		document->memory_failed = 1;
		return 0;
	}
	int in_place = decoded.ptr >= json.ptr && decoded.ptr <= json.ptr + json.len;
	*text = in_place ? decoded : arena_copy(&document->arena, decoded);
	return 1;
}

int document_meta_value(struct document *document, const char *key, struct slice *text)
{
	if (document_meta_text(document, key, text))
		return 1;
	return document_meta(document, key, text) && !slice_is(*text, "null") && text->ptr[0] != '"';
}

int document_date(struct document *document, struct slice *text)
{
	char room[CALENDAR_ISO_LEN];
	if (!document_meta_value(document, "date", text))
		return 0;
	*text = docdate_text(*text, room);
	if (text->ptr == room)
		*text = arena_copy(&document->arena, *text);
	return 1;
}

int document_title(struct document *document, struct slice *text)
{
	for (size_t i = 0; i < document->block_count; i++) {
		const struct document_block *block = &document->blocks[i];
		if (!slice_is(block->role, "title"))
			continue;
		*text = slice_of(document->text.ptr + block->begin, block->end - block->begin);
		return 1;
	}
	return document_meta_value(document, "title", text);
}

int document_key(struct document *document, struct slice keys, const char *key, struct slice *value)
{
	if (!keys_find(keys, key, value))
		return 0;
	*value = document_unescaped(document, *value);
	return 1;
}
