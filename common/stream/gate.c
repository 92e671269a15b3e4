/* SPDX-License-Identifier: MIT */
#include "stream/gate.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/create.h"
#include "stream/progress.h"
#include "stream/record.h"

static void flush_idle(void *argument)
{
	struct gate *gate = argument;
	if (gate->idle)
		gate->idle(gate->context);
	output_flush(&gate->out);
	if (gate->rejected_path)
		output_flush(&gate->rejected);
}

/* Whether a record goes when its block goes: everything under it but what others found. */
static int belongs_to_block(enum record_kind kind)
{
	return kind == RECORD_ANNOTATION || kind == RECORD_OTHER || kind == RECORD_BLOCK;
}

void document_write(const struct document *document, int folded, const struct document_changes *changes,
		    struct output *out)
{
	struct writer writer = {.out = out, .stage = document->stage, .delimiter = folded ? FOLD_BYTE : '\n'};
	const unsigned char *omitted = changes ? changes->omitted : NULL;
	int meta_is_due = changes && changes->meta_key.len > 0, omit = 0;
	size_t block = 0;
	for (size_t i = 0; i + 1 < document->record_count; i++) {
		enum record_kind kind = record_kind(document->records[i]);
		if (meta_is_due && kind != RECORD_DOC && kind != RECORD_META) {
			writer_meta(&writer, changes->meta_key, changes->meta_json);
			meta_is_due = 0;
		}
		if (kind == RECORD_BLOCK)
			omit = omitted && omitted[block++];
		if (!omit || !belongs_to_block(kind))
			writer_line(&writer, document->records[i]);
	}
	if (meta_is_due)
		writer_meta(&writer, changes->meta_key, changes->meta_json);
	writer_end(&writer);
}

struct output *gate_settle(struct gate *gate, int passes)
{
	gate->passed += passes != 0;
	gate->dropped += !passes;
	return passes ? &gate->out : gate->rejected_path ? &gate->rejected : NULL;
}

/* Begins a document that passes without being judged; returns where it begins. */
static uint64_t begin_unjudged(struct gate *gate)
{
	gate->writer.out = gate->aside ? gate->aside : &gate->out;
	gate->writer.delimiter = gate->reader.folded ? FOLD_BYTE : '\n';
	return gate->writer.out->total;
}

static void end_unjudged(struct gate *gate, uint64_t begin)
{
	if (gate->aside)
		gate->put_aside(gate->context, gate, begin);
	else
		gate_settle(gate, 1);
}

/* Writes the records at hand and, for a document that is still coming, whatever is behind them. */
static int pass_too_large(struct gate *gate)
{
	const struct document *document = &gate->document;
	struct reader *reader = &gate->reader;
	struct writer *writer = &gate->writer;
	enum event event = EVENT_RECORD;
	uint64_t begin = begin_unjudged(gate);
	for (size_t i = 0; i < document->record_count; i++) {
		output_put_slice(writer->out, document->records[i]);
		/* The last one may be the beginning of a record that is still coming. */
		if (i + 1 < document->record_count || !reader->in_piece)
			output_put_byte(writer->out, writer->delimiter);
	}
	while ((event = reader_next(reader)) != EVENT_END) {
		if (event == EVENT_BROKEN) {
			end_unjudged(gate, begin);
			return filter_report_problem(reader);
		}
		if (event == EVENT_BLOCK)
			writer_block(writer, &reader->block);
		else
			output_put_slice(writer->out, reader->line);
		if (event != EVENT_BLOCK && (event != EVENT_PIECE || reader->last_piece))
			output_put_byte(writer->out, writer->delimiter);
	}
	writer_finding(writer, DIAG_ERROR, "document-too-large", reader->place,
		       "a document larger than %zu bytes (--max-document)", filter_options.reader.max_document);
	writer_end(writer);
	end_unjudged(gate, begin);
	return EXIT_DONE;
}

/* A document with an error goes on to the sink; an error that was found here is written down. */
static void pass_bad(struct gate *gate)
{
	const struct document *document = &gate->document;
	struct writer *writer = &gate->writer;
	uint64_t begin = begin_unjudged(gate);
	for (size_t i = 0; i + 1 < document->record_count; i++)
		writer_line(writer, document->records[i]);
	for (size_t i = 0; i < document->finding_count; i++) {
		const struct document_finding *finding = &document->findings[i];
		if (finding->stage.ptr == document->stage)
			writer_finding(writer, DIAG_ERROR, finding->code.ptr, gate->reader.place, "%s",
				       finding->message.ptr);
	}
	writer_end(writer);
	end_unjudged(gate, begin);
}

static int take(struct gate *gate)
{
	struct document_changes changes = {{NULL, 0}, {NULL, 0}, NULL};
	if (gate->document.error) {
		pass_bad(gate);
		return EXIT_DONE;
	}
	enum verdict verdict = gate->judge(gate->context, gate, &gate->document, &changes);
	if (verdict == VERDICT_FAILED)
		return gate->status ? gate->status : EXIT_IO;
	if (verdict == VERDICT_HELD)
		return EXIT_DONE;
	struct output *out = gate_settle(gate, verdict == VERDICT_PASS);
	if (out)
		document_write(&gate->document, gate->reader.folded, verdict == VERDICT_PASS ? &changes : NULL, out);
	return EXIT_DONE;
}

/* What came of a document that has no end goes on without one, so that whoever reads it knows. */
static void pass_half(struct gate *gate)
{
	for (size_t i = 0; i < gate->document.record_count; i++) {
		output_put_slice(&gate->out, gate->document.records[i]);
		output_put_byte(&gate->out, gate->reader.folded ? FOLD_BYTE : '\n');
	}
}

static int run_documents(struct gate *gate)
{
	for (;;) {
		uint64_t errors = gate->writer.errors;
		enum document_status status =
			document_next(&gate->document, &gate->reader, filter_options.reader.max_document);
		if (status == DOCUMENT_EOF)
			break;
		gate->half = status == DOCUMENT_TRUNCATED;
		if (gate->half || status == DOCUMENT_BROKEN)
			return filter_report_problem(&gate->reader);
		int failed = status == DOCUMENT_TOO_LARGE ? pass_too_large(gate) : take(gate);
		if (failed)
			return failed;
		if (gate->writer.errors > errors && filter_options.strict)
			return EXIT_QUARANTINED;
		if (gate->out.error || gate->rejected.error)
			return EXIT_IO;
	}
	return gate->reader.io_failed ? EXIT_IO : gate->writer.errors ? EXIT_QUARANTINED : EXIT_DONE;
}

static int open_rejected(struct gate *gate)
{
	gate->rejected.fd = -1;
	if (!gate->rejected_path)
		return EXIT_DONE;
	return create_file(&gate->rejected, gate->rejected_path) < 0 ? EXIT_IO : EXIT_DONE;
}

static int close_rejected(struct gate *gate, int status)
{
	if (!gate->rejected_path)
		return status;
	int error = output_close(&gate->rejected);
	if (!error)
		return status;
	diag(DIAG_ERROR, (struct place){.input = gate->rejected_path}, "%s", strerror(error));
	return EXIT_IO;
}

static int report_stats(struct gate *gate, int status)
{
	struct filter_counts counts = {
		.documents_in = gate->reader.documents,
		.documents_out = gate->passed,
		.dropped = gate->dropped,
		.bytes_in = reader_bytes(&gate->reader),
		.bytes_out = gate->out.total,
	};
	struct buf more = {0};
	if (gate->stats)
		gate->stats(gate->context, &more);
	int failed = filter_write_stats(gate->program, &counts, &more);
	buf_free(&more);
	return status > failed ? status : failed;
}

int gate_run(struct gate *gate, char *const *paths, size_t count)
{
	int status = open_rejected(gate);
	if (status)
		return status;
	if (output_open(&gate->out, STDOUT_FILENO) < 0) {
		diag_error("out of memory");
		return EXIT_IO;
	}
	document_init(&gate->document, gate->program->name);
	reader_init(&gate->reader, &filter_options.reader, paths, count);
	gate->reader.file.idle = flush_idle;
	progress_watch(&gate->reader.file, &gate->reader.documents, paths, count);
	gate->reader.file.idle_argument = gate;
	gate->writer = (struct writer){.out = &gate->out, .stage = gate->program->name, .delimiter = '\n'};
	status = run_documents(gate);
	if (gate->finish) {
		int failed = gate->finish(gate->context, gate);
		status = status ? status : failed;
	}
	if (gate->half)
		pass_half(gate);
	progress_end();
	status = filter_close_output(&gate->out, status);
	status = close_rejected(gate, status);
	status = report_stats(gate, status);
	document_free(&gate->document);
	reader_free(&gate->reader);
	return status;
}
