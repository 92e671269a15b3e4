/* SPDX-License-Identifier: MIT */
#include "stream/sink.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "stream/progress.h"

struct run {
	const struct sink *sink;
	struct reader reader;
	struct document document;
	struct quarantine quarantine;
	struct output out;
	uint64_t delivered;
};

static void flush_idle(void *argument)
{
	struct run *run = argument;
	if (run->sink->idle)
		run->sink->idle(run->sink->context);
	output_flush(&run->out);
	if (run->quarantine.path)
		output_flush(&run->quarantine.out);
}

static int take(struct run *run, enum document_status status)
{
	if (status == DOCUMENT_TOO_LARGE) {
		if (quarantine_spill(&run->quarantine, &run->document, &run->reader) < 0)
			return filter_report_problem(&run->reader);
	} else if (run->document.error) {
		quarantine_put(&run->quarantine, &run->document);
	} else {
		int failed = run->sink->deliver(run->sink->context, &run->document, &run->out);
		if (!failed && document_out_of_memory(&run->document)) {
			diag(DIAG_ERROR, run->document.place, "out of memory");
			failed = EXIT_IO;
		}
		run->delivered += !failed;
		return failed;
	}
	return filter_options.strict ? EXIT_QUARANTINED : EXIT_DONE;
}

/* The half of a document is put aside, never delivered as whole. */
static int put_half_aside(struct run *run)
{
	struct document_finding finding = {
		1, slice_from_string(run->sink->program->name), SLICE("truncated"), {"", 0},
		slice_from_string(run->reader.problem.text)};
	int status = filter_report_problem(&run->reader);
	if (!run->document.error)
		run->document.error = &finding;
	quarantine_put(&run->quarantine, &run->document);
	if (run->document.error == &finding)
		run->document.error = NULL;
	return status;
}

static int run_documents(struct run *run)
{
	for (;;) {
		enum document_status status =
			document_next(&run->document, &run->reader, filter_options.reader.max_document);
		if (status == DOCUMENT_EOF)
			break;
		if (status == DOCUMENT_BROKEN)
			return filter_report_problem(&run->reader);
		if (status == DOCUMENT_TRUNCATED)
			return put_half_aside(run);
		int failed = take(run, status);
		if (failed)
			return failed;
		if (run->out.error)
			return EXIT_IO;
	}
	return run->reader.io_failed ? EXIT_IO : run->quarantine.documents ? EXIT_QUARANTINED : EXIT_DONE;
}

static int close_quarantine(struct run *run, int status)
{
	int error = quarantine_close(&run->quarantine);
	if (!error)
		return status;
	diag(DIAG_ERROR, (struct place){.input = run->quarantine.path}, "%s", strerror(error));
	return EXIT_IO;
}

static int report_stats(struct run *run, int status)
{
	struct filter_counts counts = {
		.documents_in = run->reader.documents,
		.documents_out = run->delivered,
		.quarantined = run->quarantine.documents,
		.bytes_in = reader_bytes(&run->reader),
		.bytes_out = run->out.total,
	};
	struct buf more = {0};
	if (run->sink->stats)
		run->sink->stats(run->sink->context, &more);
	int failed = filter_write_stats(run->sink->program, &counts, &more);
	buf_free(&more);
	return status > failed ? status : failed;
}

int sink_run(const struct sink *sink, char *const *paths, size_t count)
{
	struct run run = {.sink = sink};
	if (quarantine_open(&run.quarantine, sink->quarantine_path) < 0)
		return EXIT_IO;
	if (output_open(&run.out, STDOUT_FILENO) < 0) {
		diag_error("out of memory");
		return EXIT_IO;
	}
	document_init(&run.document, sink->program->name);
	reader_init(&run.reader, &filter_options.reader, paths, count);
	run.reader.file.idle = flush_idle;
	progress_watch(&run.reader.file, &run.reader.documents, paths, count);
	run.reader.file.idle_argument = &run;
	int status = run_documents(&run);
	if (sink->finish) {
		int failed = sink->finish(sink->context, &run.out);
		status = status ? status : failed;
	}
	progress_end();
	status = filter_close_output(&run.out, status);
	status = close_quarantine(&run, status);
	status = report_stats(&run, status);
	document_free(&run.document);
	reader_free(&run.reader);
	return status;
}
