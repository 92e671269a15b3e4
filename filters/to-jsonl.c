/* SPDX-License-Identifier: MIT */
/*
 * to-jsonl: reads the stream (or plain text) and writes one JSON object a document (RFC 8259, JSON Lines): what came
 * with it, its text, blocks, sentences and figures. Offsets are checkable: text[start:end] is the surface. Metadata and
 * numbers come out as they went in. A document with an error is never written: it goes to --quarantine.
 */
#include "base/json.h"
#include "base/utf8.h"
#include "stream/cursor.h"
#include "stream/record.h"
#include "stream/sink.h"
#include "stream/source_map.h"

static int unit = UNIT_CODE_POINT;
static int with_source;
static const char *quarantine_path;

static const struct option_spec options[] = {
	{'o', "offsets", "UNIT", "count offsets by codepoint (default), byte or utf16", OPTION_CHOICE, &unit, text_unit_names,
	 0, 0, NULL},
	{'s', "source-offsets", NULL, "give offsets in the text as it came, too", OPTION_FLAG, &with_source, NULL, 0, 0,
	 NULL},
	{'q', "quarantine", "FILE", "put documents with errors into FILE (JSON Lines)", OPTION_STRING, &quarantine_path,
	 NULL, 0, 0, NULL},
	{0},
};

static const struct program program = {
	.name = "to-jsonl",
	.summary = "write the stream as JSON Lines, one object a document",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

static void put_name(struct output *out, const char *name)
{
	output_put_byte(out, '"');
	output_put_string(out, name);
	output_put(out, "\":", 2);
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
		json_put_string(out, name);
		output_put_byte(out, ':');
		if (equals)
			json_put_string(out, document_unescaped(document, slice_of(equals + 1, field.len - name.len - 1)));
		else
			output_put_string(out, "true");
	}
}

/* What a pass over the annotations of one document carries along. */
struct job {
	struct document *document;
	struct output *out;
	struct cursor cursor;
	struct source_map source;
	size_t elements;                  /* of the array being written */
	size_t sentences, sentence_end;   /* passed so far; where the last one ends */
	int failed;                       /* no memory */
};

static void put_offset(struct output *out, const char *name, size_t offset)
{
	put_name(out, name);
	output_put_size(out, offset);
}

/* Writes the beginning of an object: {"start":0,"end":5, and the source's offsets if they are wanted. */
static void put_span(struct job *job, size_t begin, size_t end)
{
	struct output *out = job->out;
	output_put_byte(out, '{');
	put_offset(out, "start", cursor_at(&job->cursor, begin));
	output_put_byte(out, ',');
	put_offset(out, "end", cursor_at(&job->cursor, end));
	if (!with_source)
		return;
	size_t source_begin, source_end;
	source_map_span(&job->source, begin, end, &source_begin, &source_end);
	output_put_byte(out, ',');
	put_offset(out, "source_start", source_begin);
	output_put_byte(out, ',');
	put_offset(out, "source_end", source_end);
}

/* Text that is known to be UTF-8. */
static void put_text(struct output *out, const char *text, size_t len)
{
	output_put_byte(out, '"');
	json_put_text(out, slice_of(text, len));
	output_put_byte(out, '"');
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
static void find_top(const struct job *job, const struct document_meta *top[TOP_FIELDS])
{
	const struct document *document = job->document;
	memset(top, 0, TOP_FIELDS * sizeof *top);
	for (size_t i = 0; i < document->meta_count; i++)
		for (int f = 0; f < TOP_FIELDS; f++)
			if (!top[f] && slice_is(document->metas[i].key, top_fields[f]) &&
			    (f != TOP_ID || slice_equal(document->metas[i].value, document->id)) &&
			    (f != TOP_TITLE || !title_block(document)))
				top[f] = &document->metas[i];
}

static void put_top(struct job *job, const struct document_meta *const top[TOP_FIELDS])
{
	const struct document *document = job->document;
	const struct document_block *title = title_block(document);
	struct output *out = job->out;
	output_put_string(out, "{\"phin\":1");
	if (unit != UNIT_CODE_POINT) {
		output_put_string(out, ",\"offsets\":");
		json_put_string(out, slice_from_string(text_unit_names[unit]));
	}
	for (int f = 0; f < TOP_FIELDS; f++) {
		if (!top[f] && f != TOP_ID && !(f == TOP_TITLE && title))
			continue;
		output_put_byte(out, ',');
		put_name(out, top_fields[f]);
		if (top[f])
			output_put_slice(out, top[f]->value);
		else if (f == TOP_ID)
			json_put_string(out, document->id);
		else
			put_text(out, document->text.ptr + title->begin, title->end - title->begin);
	}
}

static void put_meta(struct job *job, const struct document_meta *const top[TOP_FIELDS])
{
	const struct document *document = job->document;
	int count = 0;
	for (size_t i = 0; i < document->meta_count; i++) {
		int is_top = 0;
		for (int f = 0; f < TOP_FIELDS; f++)
			is_top |= top[f] == &document->metas[i];
		if (is_top)
			continue;
		output_put_string(job->out, count++ ? "," : ",\"meta\":{");
		json_put_string(job->out, document->metas[i].key);
		output_put_byte(job->out, ':');
		output_put_slice(job->out, document->metas[i].value);
	}
	if (count > 0)
		output_put_byte(job->out, '}');
}

static void turn_to_block(struct job *job, size_t index)
{
	if (with_source && source_map_block(&job->source, &job->document->blocks[index]) < 0)
		job->failed = 1;
}

/* Begins an array; every element after the first is preceded by a comma. */
static void begin_array(struct job *job, const char *name)
{
	output_put_byte(job->out, ',');
	put_name(job->out, name);
	output_put_byte(job->out, '[');
	job->elements = 0;
	source_map_document(&job->source, job->document, (enum text_unit)unit);
}

static void begin_element(struct job *job)
{
	if (job->elements++ > 0)
		output_put_byte(job->out, ',');
}

static void put_blocks(struct job *job)
{
	begin_array(job, "blocks");
	for (size_t i = 0; i < job->document->block_count; i++) {
		const struct document_block *block = &job->document->blocks[i];
		begin_element(job);
		turn_to_block(job, i);
		put_span(job, block->begin, block->end);
		output_put_string(job->out, ",\"role\":");
		json_put_string(job->out, block->role);
		put_keys(job->out, job->document, block->keys);
		output_put_byte(job->out, '}');
	}
	output_put_byte(job->out, ']');
}

static void put_sentence(struct job *job, const struct document_annotation *a)
{
	begin_element(job);
	put_span(job, a->begin, a->end);
	put_keys(job->out, job->document, a->keys);
	output_put_byte(job->out, '}');
}

/* A figure, or an annotation of a type that is not ours (which then says its type). */
static void put_annotation(struct job *job, const struct document_annotation *a, int with_type)
{
	begin_element(job);
	put_span(job, a->begin, a->end);
	if (with_type) {
		output_put_string(job->out, ",\"type\":");
		json_put_string(job->out, a->type);
	}
	output_put_string(job->out, ",\"surface\":");
	put_text(job->out, job->document->text.ptr + a->begin, a->end - a->begin);
	if (job->sentences > 0 && a->begin < job->sentence_end) {
		output_put_byte(job->out, ',');
		put_offset(job->out, "sentence", job->sentences - 1);
	}
	put_keys(job->out, job->document, a->keys);
	output_put_byte(job->out, '}');
}

enum what { SENTENCES, FIGURES, OTHERS };

static enum what what_is(const struct document_annotation *a)
{
	return slice_is(a->type, "S") ? SENTENCES : slice_is(a->type, "F") ? FIGURES : OTHERS;
}

/* One array of the document's annotations, block by block, sentences counted on the way. */
static void put_array(struct job *job, const char *name, enum what what)
{
	const struct document *document = job->document;
	job->sentences = 0;
	begin_array(job, name);
	for (size_t b = 0; b < document->block_count; b++) {
		const struct document_block *block = &document->blocks[b];
		turn_to_block(job, b);
		job->sentence_end = 0;
		for (size_t i = block->first; i < block->first + block->count; i++) {
			const struct document_annotation *a = &document->annotations[i];
			if (what_is(a) == SENTENCES) {
				job->sentences++;
				job->sentence_end = a->end;
			}
			if (what_is(a) != what || slice_is(a->type, "A"))
				continue;
			if (what == SENTENCES)
				put_sentence(job, a);
			else
				put_annotation(job, a, what == OTHERS);
		}
	}
	output_put_byte(job->out, ']');
}

static int has_annotations(const struct document *document, enum what what)
{
	for (size_t i = 0; i < document->annotation_count; i++)
		if (what_is(&document->annotations[i]) == what && !slice_is(document->annotations[i].type, "A"))
			return 1;
	return 0;
}

static void put_warnings(struct job *job)
{
	const struct document *document = job->document;
	begin_array(job, "warnings");
	for (size_t i = 0; i < document->finding_count; i++) {
		const struct document_finding *finding = &document->findings[i];
		const struct slice values[] = {finding->stage, finding->code, finding->place, finding->message};
		static const char *const names[] = {"{\"stage\":", ",\"code\":", ",\"place\":", ",\"message\":"};
		begin_element(job);
		for (size_t f = 0; f < 4; f++) {
			output_put_string(job->out, names[f]);
			json_put_string(job->out, values[f]);
		}
		output_put_byte(job->out, '}');
	}
	output_put_byte(job->out, ']');
}

/* Records of types that this program does not know, as they came. */
static void put_records(struct job *job)
{
	begin_array(job, "records");
	for (size_t i = 0; i < job->document->other_count; i++) {
		begin_element(job);
		json_put_string(job->out, job->document->others[i]);
	}
	output_put_byte(job->out, ']');
}

static int deliver(void *context, struct document *document, struct output *out)
{
	struct job *job = context;
	const struct document_meta *top[TOP_FIELDS];
	job->document = document;
	job->out = out;
	find_top(job, top);
	put_top(job, top);
	put_meta(job, top);
	output_put_string(out, ",\"text\":");
	put_text(out, document->text.ptr, document->text.len);
	job->cursor = (struct cursor){(enum text_unit)unit, document->text.ptr, 0, 0};
	put_blocks(job);
	put_array(job, "sentences", SENTENCES);
	put_array(job, "figures", FIGURES);
	if (has_annotations(document, OTHERS))
		put_array(job, "annotations", OTHERS);
	if (document->other_count > 0)
		put_records(job);
	put_warnings(job);
	output_put(out, "}\n", 2);
	if (!job->failed)
		return EXIT_DONE;
	diag_error("out of memory");
	return EXIT_IO;
}

int main(int argc, char **argv)
{
	struct job job = {0};
	int operands;
	filter_start();
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	const struct sink sink = {
		.program = &program, .context = &job, .quarantine_path = quarantine_path, .deliver = deliver};
	status = sink_run(&sink, argv + 1, (size_t)operands);
	source_map_free(&job.source);
	return status;
}
