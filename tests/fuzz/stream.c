/* SPDX-License-Identifier: MIT */
/*
 * The reader and the writer of the stream: any bytes are read to an end; what is passed on is read again as the same
 * records; a rewritten block is a block, and its annotations stand where they say.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "stream/align.h"
#include "stream/writer.h"

/* Rewrites a block by a rule that knows all kinds of edits: a blank goes, an "a" becomes two letters, before "b" comes one. */
static void rewrite(const struct block *block, struct buf *text, struct edits *edits)
{
	buf_reset(text);
	edits_reset(edits);
	for (size_t i = 0; i < block->text.len; i++) {
		char c = block->text.ptr[i];
		size_t before = text->len;
		if (c == 'a')
			buf_put_string(text, "ế");
		else if (c == 'b')
			buf_put_byte(text, '+');
		if (c == 'b')
			edits_add(edits, i, i, before, text->len, "insert");
		else if (c == ' ' || c == 'a')
			edits_add(edits, i, i + 1, before, text->len, "replace");
		if (c != ' ' && c != 'a')
			buf_put_byte(text, c);
	}
}

struct job {
	struct writer writer;
	struct buf text;
	struct edits edits;
	struct rewrite work;
	int rewrites;
};

static void take_block(struct job *job, const struct block *block)
{
	for (size_t i = 0; !block->fault && i < block->count; i++) {
		const struct annotation *a = &block->annotations[i];
		MUST(a->begin <= a->end && a->end <= block->text.len);
	}
	if (!block->fault)
		MUST(utf8_valid_prefix(block->text.ptr, block->text.len) == block->text.len);
	if (block->fault || !job->rewrites) {
		writer_block(&job->writer, block);
		return;
	}
	rewrite(block, &job->text, &job->edits);
	MUST(writer_rewrite(&job->writer, block, buf_slice(&job->text), &job->edits, &job->work) == 0);
}

struct counts {
	size_t documents, blocks, faults, annotations, records, broken; /* no padding: compared as bytes */
};

/* Passes a stream through, as a filter does. */
static struct counts pass(const void *data, size_t size, struct job *job, struct memory *memory)
{
	struct counts counts = {0};
	struct reader reader;
	enum event event;
	begin_input(data, size);
	begin_output(memory);
	reader_init(&reader, &fuzz_options, NULL, 0);
	job->writer = (struct writer){.out = &memory->out, .stage = "fuzz", .delimiter = '\n'};
	while ((event = reader_next(&reader)) != EVENT_EOF && event != EVENT_BROKEN) {
		if (event == EVENT_DOC) {
			writer_doc_line(&job->writer, reader.line, reader.folded);
		} else if (event == EVENT_BLOCK) {
			counts.blocks++;
			counts.faults += reader.block.fault != NULL;
			for (size_t i = 0; i < reader.block.count; i++)
				counts.annotations += !reader.block.annotations[i].loose;
			take_block(job, &reader.block);
		} else if (event == EVENT_END) {
			counts.documents++;
			writer_end(&job->writer);
		} else if (event == EVENT_PIECE) {
			output_put_slice(&memory->out, reader.line);
			if (reader.last_piece)
				output_put_byte(&memory->out, job->writer.delimiter);
		} else {
			counts.records++;
			writer_line(&job->writer, reader.line);
		}
	}
	MUST(event == EVENT_EOF || (reader.problem.text && reader.problem.status == 65));
	counts.broken = event == EVENT_BROKEN;
	reader_free(&reader);
	return counts;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct job job = {.rewrites = 0};
	struct memory memory;
	struct counts first = pass(data, size, &job, &memory);
	struct slice once = end_output(&memory);
	struct counts second = pass(once.ptr, once.len, &job, &memory);
	struct slice twice = end_output(&memory);
	MUST(slice_equal(once, twice));
	/* Plain text was rendered as the stream and what was broken off is broken off again. */
	if (!first.broken || first.documents > 0)
		MUST(memcmp(&first, &second, sizeof first) == 0 || first.broken || once.len > fuzz_options.max_line);
	job.rewrites = 1;
	struct counts third = pass(once.ptr, once.len, &job, &memory);
	struct slice rewritten = end_output(&memory);
	job.rewrites = 0;
	struct counts fourth = pass(rewritten.ptr, rewritten.len, &job, &memory);
	struct slice again = end_output(&memory);
	/* A record may be longer than the limit now that it was not before. */
	int is_short = rewritten.len <= fuzz_options.max_line;
	MUST(fourth.documents == third.documents || !is_short);
	MUST((fourth.blocks == third.blocks && fourth.faults == third.faults) || !is_short);
	free((void *)(uintptr_t)once.ptr);
	free((void *)(uintptr_t)twice.ptr);
	free((void *)(uintptr_t)rewritten.ptr);
	free((void *)(uintptr_t)again.ptr);
	buf_free(&job.text);
	edits_free(&job.edits);
	rewrite_free(&job.work);
	return 0;
}
