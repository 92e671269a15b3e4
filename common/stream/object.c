/* SPDX-License-Identifier: MIT */
#include "stream/object.h"

#include "base/json.h"
#include "stream/record.h"
#include "words/key.h"

static void put_name(struct output *out, const char *name)
{
	output_put_byte(out, '"');
	output_put_string(out, name);
	output_put(out, "\":", 2);
}

/* Text that is known to be UTF-8. */
static void put_text(struct output *out, const char *text, size_t len)
{
	output_put_byte(out, '"');
	json_put_text(out, slice_of(text, len));
	output_put_byte(out, '"');
}

/*
 * Writes the fields key=value as members that are strings; a field without = is one that is true. Left out are names
 * that are taken, and at=, where a block stood in its source: the source's offsets tell it.
 */
static void put_keys(struct output *out, struct document *document, struct slice keys)
{
	struct slice field;
	while (field_next(&keys, &field)) {
		const char *equals = field.len ? memchr(field.ptr, '=', field.len) : NULL;
		struct slice name = slice_of(field.ptr, equals ? (size_t)(equals - field.ptr) : field.len);
		if (name.len == 0 || slice_is(name, "at") || json_is_reserved(name))
			continue;
		output_put_byte(out, ',');
		put_text(out, name.ptr, name.len);
		output_put_byte(out, ':');
		if (!equals) {
			output_put_string(out, "true");
			continue;
		}
		/* What an escape stands for need not be UTF-8; all else was looked at. */
		struct slice value = slice_of(equals + 1, field.len - name.len - 1), text = document_unescaped(document, value);
		if (text.ptr == value.ptr)
			put_text(out, text.ptr, text.len);
		else
			json_put_string(out, text);
	}
}

static void put_offset(struct output *out, const char *name, size_t offset)
{
	put_name(out, name);
	output_put_size(out, offset);
}

/* Writes the beginning of an object: {"start":0,"end":5, and the source's offsets if they are wanted. */
static void put_span(struct object_writer *object, size_t begin, size_t end)
{
	struct output *out = object->out;
	output_put_byte(out, '{');
	put_offset(out, "start", cursor_at(&object->cursor, begin));
	output_put_byte(out, ',');
	put_offset(out, "end", cursor_at(&object->cursor, end));
	if (!object->with_source)
		return;
	size_t source_begin, source_end;
	source_map_span(&object->source, begin, end, &source_begin, &source_end);
	output_put_byte(out, ',');
	put_offset(out, "source_start", source_begin);
	output_put_byte(out, ',');
	put_offset(out, "source_end", source_end);
}

/* A value as it came; a line break in its white space would end the line. */
static void put_value(struct output *out, struct slice json)
{
	const char *newline;
	while (json.len > 0 && (newline = memchr(json.ptr, '\n', json.len))) {
		size_t len = (size_t)(newline - json.ptr);
		output_put(out, json.ptr, len);
		output_put_byte(out, ' ');
		json = slice_of(newline + 1, json.len - len - 1);
	}
	output_put_slice(out, json);
}

/* The fields that have a place of their own at the top of the object, in their order. */
enum { TOP_ID, TOP_DATE, TOP_TITLE, TOP_URL, TOP_SOURCE, TOP_FIELDS };
static const char *const top_fields[TOP_FIELDS] = {"id", "date", "title", "url", "source"};

static const struct document_block *title_block(const struct document *document)
{
	for (size_t i = 0; i < document->block_count; i++)
		if (slice_is(document->blocks[i].role, "title"))
			return &document->blocks[i];
	return NULL;
}

/*
 * Finds the metadata that goes to the top: the first of each name. The id is told by %doc, as text; one that was a
 * number stands in metadata too. The title is a block, but for one that is null or no string.
 */
static void find_top(const struct object_writer *object, const struct document_meta *top[TOP_FIELDS])
{
	const struct document *document = object->document;
	for (int f = 0; f < TOP_FIELDS; f++)
		top[f] = NULL;
	for (size_t i = 0; i < document->meta_count; i++)
		for (int f = 0; f < TOP_FIELDS; f++)
			if (!top[f] && slice_is(document->metas[i].key, top_fields[f]) &&
			    (f != TOP_ID || slice_equal(document->metas[i].value, document->id)) &&
			    (f != TOP_TITLE || !title_block(document)))
				top[f] = &document->metas[i];
}

static void put_top(struct object_writer *object, const struct document_meta *const top[TOP_FIELDS])
{
	const struct document *document = object->document;
	const struct document_block *title = title_block(document);
	struct output *out = object->out;
	output_put_string(out, "{\"phin\":1");
	if (object->unit != UNIT_CODE_POINT) {
		output_put_string(out, ",\"offsets\":");
		json_put_string(out, slice_from_string(text_unit_names[object->unit]));
	}
	for (int f = 0; f < TOP_FIELDS; f++) {
		if (!top[f] && f != TOP_ID && !(f == TOP_TITLE && title))
			continue;
		output_put_byte(out, ',');
		put_name(out, top_fields[f]);
		if (top[f])
			put_value(out, top[f]->value);
		else if (f == TOP_ID)
			json_put_string(out, document->id);
		else
			put_text(out, document->text.ptr + title->begin, title->end - title->begin);
	}
}

static void put_meta(struct object_writer *object, const struct document_meta *const top[TOP_FIELDS])
{
	const struct document *document = object->document;
	int count = 0;
	for (size_t i = 0; i < document->meta_count; i++) {
		int is_top = 0;
		for (int f = 0; f < TOP_FIELDS; f++)
			is_top |= top[f] == &document->metas[i];
		if (is_top)
			continue;
		output_put_string(object->out, count++ ? "," : ",\"meta\":{");
		json_put_string(object->out, document->metas[i].key);
		output_put_byte(object->out, ':');
		put_value(object->out, document->metas[i].value);
	}
	if (count > 0)
		output_put_byte(object->out, '}');
}

static void turn_to_block(struct object_writer *object, size_t index)
{
	if (object->with_source && source_map_block(&object->source, &object->document->blocks[index]) < 0)
		object->failed = 1;
}

/* Begins an array; every element after the first is preceded by a comma. */
static void begin_array(struct object_writer *object, const char *name)
{
	output_put_byte(object->out, ',');
	put_name(object->out, name);
	output_put_byte(object->out, '[');
	object->elements = 0;
	source_map_document(&object->source, object->document, object->unit);
}

static void begin_element(struct object_writer *object)
{
	if (object->elements++ > 0)
		output_put_byte(object->out, ',');
}

static void put_blocks(struct object_writer *object)
{
	begin_array(object, "blocks");
	for (size_t i = 0; i < object->document->block_count; i++) {
		const struct document_block *block = &object->document->blocks[i];
		begin_element(object);
		turn_to_block(object, i);
		put_span(object, block->begin, block->end);
		output_put_string(object->out, ",\"role\":");
		json_put_string(object->out, document_unescaped(object->document, block->role));
		put_keys(object->out, object->document, block->keys);
		output_put_byte(object->out, '}');
	}
	output_put_byte(object->out, ']');
}

/* The words of a sentence as pairs of offsets: "words":[[0,7],[8,11]]. A list that does not fit it is left out. */
static void put_words(struct object_writer *object, const struct document_annotation *a)
{
	struct slice value, rest;
	struct word word;
	size_t at = 0, count = 0;
	int more;
	if (!keys_find(a->keys, "words", &value))
		return;
	for (rest = value; (more = words_next(&rest, &at, a->end - a->begin, &word)) > 0;)
		;
	if (more < 0)
		return;
	output_put_string(object->out, ",\"words\":[");
	for (at = 0; words_next(&value, &at, a->end - a->begin, &word) > 0; count++) {
		output_put_string(object->out, count ? ",[" : "[");
		output_put_size(object->out, cursor_at(&object->cursor, a->begin + word.begin));
		output_put_byte(object->out, ',');
		output_put_size(object->out, cursor_at(&object->cursor, a->begin + word.end));
		output_put_byte(object->out, ']');
	}
	output_put_byte(object->out, ']');
}

static void put_sentence(struct object_writer *object, const struct document_annotation *a)
{
	begin_element(object);
	put_span(object, a->begin, a->end);
	put_words(object, a);
	put_keys(object->out, object->document, a->keys);
	output_put_byte(object->out, '}');
}

/* A figure, or an annotation of a type that is not ours (which then says its record's). */
static void put_annotation(struct object_writer *object, const struct document_annotation *a, int with_record)
{
	begin_element(object);
	put_span(object, a->begin, a->end);
	if (with_record) {
		output_put_string(object->out, ",\"record\":");
		json_put_string(object->out, a->type);
	}
	output_put_string(object->out, ",\"surface\":");
	put_text(object->out, object->document->text.ptr + a->begin, a->end - a->begin);
	if (object->sentences > 0 && a->begin >= object->sentence_begin && a->begin < object->sentence_end) {
		output_put_byte(object->out, ',');
		put_offset(object->out, "sentence", object->sentences - 1);
	}
	put_keys(object->out, object->document, a->keys);
	output_put_byte(object->out, '}');
}

enum what { SENTENCES, FIGURES, OTHERS };

static enum what what_is(const struct document_annotation *a)
{
	return slice_is(a->type, "S") ? SENTENCES : slice_is(a->type, "F") ? FIGURES : OTHERS;
}

/* One array of the document's annotations, block by block, sentences counted on the way. */
static void put_array(struct object_writer *object, const char *name, enum what what)
{
	const struct document *document = object->document;
	object->sentences = 0;
	begin_array(object, name);
	for (size_t b = 0; b < document->block_count; b++) {
		const struct document_block *block = &document->blocks[b];
		turn_to_block(object, b);
		object->sentence_end = 0;
		for (size_t i = block->first; i < block->first + block->count; i++) {
			const struct document_annotation *a = &document->annotations[i];
			if (what_is(a) == SENTENCES) {
				object->sentences++;
				object->sentence_begin = a->begin;
				object->sentence_end = a->end;
			}
			if (what_is(a) != what || slice_is(a->type, "A"))
				continue;
			if (what == SENTENCES)
				put_sentence(object, a);
			else
				put_annotation(object, a, what == OTHERS);
		}
	}
	output_put_byte(object->out, ']');
}

static int has_annotations(const struct document *document, enum what what)
{
	for (size_t i = 0; i < document->annotation_count; i++)
		if (what_is(&document->annotations[i]) == what && !slice_is(document->annotations[i].type, "A"))
			return 1;
	return 0;
}

static void put_warnings(struct object_writer *object)
{
	const struct document *document = object->document;
	begin_array(object, "warnings");
	for (size_t i = 0; i < document->finding_count; i++) {
		const struct document_finding *finding = &document->findings[i];
		const struct slice values[] = {finding->stage, finding->code, finding->place, finding->message};
		static const char *const names[] = {"{\"stage\":", ",\"code\":", ",\"place\":", ",\"message\":"};
		begin_element(object);
		for (size_t f = 0; f < 4; f++) {
			output_put_string(object->out, names[f]);
			json_put_string(object->out, values[f]);
		}
		output_put_byte(object->out, '}');
	}
	output_put_byte(object->out, ']');
}

/* Records of types that this program does not know, as they came. */
static void put_records(struct object_writer *object)
{
	begin_array(object, "records");
	for (size_t i = 0; i < object->document->other_count; i++) {
		begin_element(object);
		json_put_string(object->out, object->document->others[i]);
	}
	output_put_byte(object->out, ']');
}

int object_put(struct object_writer *object, struct document *document, struct output *out)
{
	const struct document_meta *top[TOP_FIELDS];
	object->document = document;
	object->out = out;
	find_top(object, top);
	put_top(object, top);
	put_meta(object, top);
	output_put_string(out, ",\"text\":");
	put_text(out, document->text.ptr, document->text.len);
	object->cursor = (struct cursor){object->unit, document->text.ptr, 0, 0};
	put_blocks(object);
	put_array(object, "sentences", SENTENCES);
	put_array(object, "figures", FIGURES);
	if (has_annotations(document, OTHERS))
		put_array(object, "annotations", OTHERS);
	if (document->other_count > 0)
		put_records(object);
	put_warnings(object);
	output_put_byte(out, '}');
	return object->failed ? -1 : 0;
}

void object_free(struct object_writer *object)
{
	source_map_free(&object->source);
}
