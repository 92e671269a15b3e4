/* SPDX-License-Identifier: MIT */
#include "stream/writer.h"

#include <stdarg.h>
#include <stdio.h>

static void put_tab(struct writer *writer)
{
	output_put_byte(writer->out, '\t');
}

static void end_record(struct writer *writer)
{
	output_put_byte(writer->out, writer->delimiter);
}

void writer_doc(struct writer *writer, struct slice escaped_id, int folded)
{
	writer->delimiter = folded ? FOLD_BYTE : '\n';
	output_put_string(writer->out, "%doc\t1\t");
	output_put_slice(writer->out, escaped_id);
	end_record(writer);
}

void writer_doc_line(struct writer *writer, struct slice line, int folded)
{
	writer->delimiter = folded ? FOLD_BYTE : '\n';
	writer_line(writer, line);
}

void writer_end(struct writer *writer)
{
	output_put(writer->out, "%end\n", 5);
	writer->delimiter = '\n';
	writer->documents++;
}

void writer_line(struct writer *writer, struct slice line)
{
	output_put_slice(writer->out, line);
	end_record(writer);
}

void writer_meta(struct writer *writer, struct slice key, struct slice json)
{
	output_put(writer->out, "m\t", 2);
	field_put(writer->out, key);
	put_tab(writer);
	field_put(writer->out, json);
	end_record(writer);
}

static void put_keys(struct writer *writer, struct slice keys)
{
	if (keys.ptr) {
		put_tab(writer);
		output_put_slice(writer->out, keys);
	}
	end_record(writer);
}

void writer_block_text(struct writer *writer, const struct block *block, struct slice text)
{
	output_put(writer->out, "t\t", 2);
	output_put_slice(writer->out, block->role);
	put_tab(writer);
	field_put(writer->out, text);
	put_keys(writer, block->keys);
}

void writer_annotation(struct writer *writer, struct slice type, struct slice text, size_t begin, size_t end,
		       struct slice keys)
{
	output_put_slice(writer->out, type);
	put_tab(writer);
	output_put_size(writer->out, begin);
	put_tab(writer);
	output_put_size(writer->out, end);
	put_tab(writer);
	/* The text of an empty block may have no address to add to. */
	field_put(writer->out, begin < end ? slice_of(text.ptr + begin, end - begin) : SLICE(""));
	put_keys(writer, keys);
}

/* Whether an old annotation at [begin, end) stands before a new one of the given type. */
static int stands_before(size_t begin, size_t end, const struct new_annotation *new, struct slice type)
{
	if (begin != new->begin)
		return begin < new->begin;
	if (end != new->end)
		return end > new->end;
	return !slice_is(type, "S");
}

static void put_new(struct writer *writer, struct slice type, struct slice text, const struct new_annotation *new)
{
	writer_annotation(writer, type, text, new->begin, new->end, new->keys.len ? new->keys : slice_of(NULL, 0));
}

void annotating_begin(struct annotating *annotating, struct writer *writer, const struct block *block, struct slice type)
{
	*annotating = (struct annotating){.writer = writer, .block = block, .type = type};
	writer_line(writer, block->line);
}

/* Writes the old annotations that stand before the new one; all that are left before none. */
static void put_old(struct annotating *annotating, const struct new_annotation *new)
{
	const struct block *block = annotating->block;
	for (; annotating->next < block->count; annotating->next++) {
		const struct annotation *old = &block->annotations[annotating->next];
		if (!old->loose && slice_equal(old->type, annotating->type))
			continue;
		if (!old->loose && new && !stands_before(old->begin, old->end, new, annotating->type))
			return;
		writer_line(annotating->writer, old->line);
	}
}

void annotating_more(struct annotating *annotating, const struct new_annotation *annotations, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		put_old(annotating, &annotations[i]);
		put_new(annotating->writer, annotating->type, annotating->block->text, &annotations[i]);
	}
}

void annotating_end(struct annotating *annotating)
{
	put_old(annotating, NULL);
}

void writer_annotate(struct writer *writer, const struct block *block, struct slice type,
		     const struct new_annotation *annotations, size_t count)
{
	struct annotating annotating;
	annotating_begin(&annotating, writer, block, type);
	annotating_more(&annotating, annotations, count);
	annotating_end(&annotating);
}

/* The fields of `keys` without words=. */
static void put_keys_without_words(struct writer *writer, struct slice keys)
{
	struct slice field;
	while (field_next(&keys, &field)) {
		if (slice_has_prefix(field, SLICE("words=")))
			continue;
		put_tab(writer);
		output_put_slice(writer->out, field);
	}
	end_record(writer);
}

static void put_moved(struct writer *writer, struct slice text, const struct annotation *old)
{
	output_put_slice(writer->out, old->type);
	put_tab(writer);
	output_put_size(writer->out, old->begin);
	put_tab(writer);
	output_put_size(writer->out, old->end);
	put_tab(writer);
	field_put(writer->out, slice_of(text.ptr + old->begin, old->end - old->begin));
	put_keys_without_words(writer, old->keys);
}

/*
 * Moves the annotations of a block. Their begins stay in order; but two that an edit widened may begin together now, and
 * then the longer one goes first.
 */
static void move_annotations(const struct block *block, const struct edits *edits)
{
	for (size_t i = 0; i < block->count; i++) {
		struct annotation *a = &block->annotations[i];
		if (a->loose)
			a->begin = a->end = i > 0 ? a[-1].begin : 0;
		else
			edits_move(edits, &a->begin, &a->end);
	}
	block_sort(block);
}

void writer_annotate_moved(struct writer *writer, const struct block *block, struct slice text,
			   const struct edits *edits, struct slice type, const struct new_annotation *annotations,
			   size_t count)
{
	size_t next = 0;
	move_annotations(block, edits);
	writer_block_text(writer, block, text);
	for (size_t i = 0; i < block->count; i++) {
		const struct annotation *old = &block->annotations[i];
		if (old->loose) {
			writer_line(writer, old->line);
			continue;
		}
		if (slice_equal(old->type, type))
			continue;
		for (; next < count && !stands_before(old->begin, old->end, &annotations[next], type); next++)
			put_new(writer, type, text, &annotations[next]);
		put_moved(writer, text, old);
	}
	for (; next < count; next++)
		put_new(writer, type, text, &annotations[next]);
}

void writer_block(struct writer *writer, const struct block *block)
{
	writer_line(writer, block->line);
	for (size_t i = 0; i < block->count; i++)
		writer_line(writer, block->annotations[i].line);
}

void writer_finding(struct writer *writer, enum diag_level level, const char *code, struct place place,
		    const char *format, ...)
{
	char message[512], where[512] = "";
	va_list args;
	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	if (place.input && place.line && place.column)
		snprintf(where, sizeof where, "%s:%zu:%zu", place.input, place.line, place.column);
	else if (place.input && place.line)
		snprintf(where, sizeof where, "%s:%zu", place.input, place.line);
	else if (place.input)
		snprintf(where, sizeof where, "%s", place.input);
	output_put_string(writer->out, level == DIAG_ERROR ? "e\terror\t" : "e\twarning\t");
	field_put(writer->out, slice_from_string(writer->stage));
	put_tab(writer);
	output_put_string(writer->out, code);
	put_tab(writer);
	field_put_bytes(writer->out, slice_from_string(where));
	put_tab(writer);
	field_put_bytes(writer->out, slice_from_string(message));
	end_record(writer);
	if (level == DIAG_ERROR)
		writer->errors++;
	else
		writer->warnings++;
	diag(level, place, "%s", message);
}
