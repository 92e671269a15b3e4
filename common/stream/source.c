/* SPDX-License-Identifier: MIT */
#include "stream/source.h"

#include <errno.h>
#include <unistd.h>

#include "base/hash.h"
#include "stream/foreign.h"
#include "stream/progress.h"
#include "stream/record.h"

struct run {
	const struct source *source;
	struct input in;
	struct writer writer;
	struct output out;
	size_t line_number;
	uint64_t documents;
	int io_failed;
};

static void put_raw(struct writer *writer, struct slice bytes)
{
	for (size_t at = 0; at < bytes.len; at += RAW_BYTES) {
		size_t len = bytes.len - at < RAW_BYTES ? bytes.len - at : RAW_BYTES;
		output_put(writer->out, "r\t", 2);
		field_put_bytes(writer->out, slice_of(bytes.ptr + at, len));
		output_put_byte(writer->out, writer->delimiter);
	}
}

static void begin_bad(struct writer *writer, struct slice bytes, struct place place, const char *code,
		      const char *message, int folded)
{
	char hex[HASH_HEX_LEN];
	hash_hex(bytes, hex);
	writer_doc(writer, slice_of(hex, sizeof hex), folded);
	writer_finding(writer, DIAG_ERROR, code, place, "%s", message);
}

void source_put_bad(struct writer *writer, struct slice bytes, struct place place, const char *code,
		    const char *message, int folded)
{
	begin_bad(writer, bytes, place, code, message, folded);
	put_raw(writer, bytes);
	writer_end(writer);
}

void source_put_records(struct writer *writer, struct slice records)
{
	if (writer->delimiter == '\n') {
		output_put_slice(writer->out, records);
		return;
	}
	while (records.len > 0) {
		const char *newline = memchr(records.ptr, '\n', records.len);
		size_t len = (size_t)(newline - records.ptr);
		writer_line(writer, slice_of(records.ptr, len));
		records = slice_of(newline + 1, records.len - len - 1);
	}
}

static void flush_idle(void *out)
{
	output_flush(out);
}

static int is_blank(struct slice line)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] != ' ' && line.ptr[i] != '\t')
			return 0;
	return 1;
}

static int take_line(struct run *run, struct slice line)
{
	struct place place = {run->in.name, ++run->line_number, 1};
	/* Tolerated once, at the beginning of a file: editors leave it (RFC 8259 §8.1 lets a reader ignore it). */
	if (run->line_number == 1 && slice_has_prefix(line, SLICE("\xef\xbb\xbf")))
		line = slice_of(line.ptr + 3, line.len - 3);
	if (line.len > 0 && line.ptr[line.len - 1] == '\r')
		line.len--;
	if (is_blank(line))
		return EXIT_DONE;
	run->documents++;
	uint64_t errors = run->writer.errors;
	if (run->source->line(run->source->context, line, place, &run->writer)) {
		diag(DIAG_ERROR, place, "out of memory");
		return EXIT_IO;
	}
	if (run->out.error)
		return EXIT_IO;
	return filter_options.strict && run->writer.errors > errors ? EXIT_QUARANTINED : EXIT_DONE;
}

static int read_failed(const struct run *run)
{
	diag(DIAG_ERROR, (struct place){.input = run->in.name}, "%s", strerror(run->in.error));
	return EXIT_IO;
}

/*
 * Bytes that are not looked at go by as `r` records: of a line longer than --max-line until its end, or all of an input
 * that is no text.
 */
static int take_bytes(struct run *run, struct place place, const char *code, const char *message, int whole)
{
	struct input *in = &run->in;
	size_t first = in->end - in->begin, max_line = filter_options.reader.max_line;
	uint64_t errors = run->writer.errors;
	run->documents++;
	begin_bad(&run->writer, slice_of(in->ptr + in->begin, first < max_line ? first : max_line), place, code, message,
		  run->source->folded);
	for (;;) {
		size_t have = in->end - in->begin;
		char *newline = have && !whole ? memchr(in->ptr + in->begin, '\n', have) : NULL;
		size_t len = newline ? (size_t)(newline - (in->ptr + in->begin)) : have;
		put_raw(&run->writer, slice_of(in->ptr + in->begin, len));
		in->begin += len + (newline ? 1 : 0);
		if (newline)
			break;
		enum input_status status = input_fill(in, SIZE_MAX);
		if (status == INPUT_FAILED)
			return read_failed(run);
		if (status == INPUT_END)
			break;
	}
	writer_end(&run->writer);
	return filter_options.strict && run->writer.errors > errors ? EXIT_QUARANTINED : EXIT_DONE;
}

static int take_long_line(struct run *run)
{
	struct place place = {run->in.name, ++run->line_number, 1};
	return take_bytes(run, place, "line-too-long", "a line longer than --max-line", 0);
}

/* Looks at the beginning of an input. Returns why it is no text, or NULL; a failed read is met again by whoever reads on. */
static const char *sniff(struct run *run)
{
	struct input *in = &run->in;
	while (foreign_is_cut(slice_of(in->ptr + in->begin, in->end - in->begin)) && input_fill(in, SIZE_MAX) == INPUT_MORE)
		;
	return foreign_bytes(foreign_beginning(slice_of(in->ptr + in->begin, in->end - in->begin)));
}

/* An input that is no text is one document, with its first bytes, as many as a line may have, as its id. */
static int take_foreign(struct run *run, const char *what)
{
	struct input *in = &run->in;
	while (in->end - in->begin < filter_options.reader.max_line && input_fill(in, SIZE_MAX) == INPUT_MORE)
		;
	return take_bytes(run, (struct place){.input = in->name}, "not-text", what, 1);
}

static int read_input(struct run *run)
{
	struct input *in = &run->in;
	const char *foreign = sniff(run);
	size_t scanned = 0;
	run->line_number = 0;
	if (foreign)
		return take_foreign(run, foreign);
	for (;;) {
		size_t have = in->end - in->begin;
		char *from = in->ptr + in->begin, *newline = have > scanned ? memchr(from + scanned, '\n', have - scanned) : NULL;
		enum input_status status = INPUT_MORE;
		int failed = EXIT_DONE;
		if (newline && (size_t)(newline - from) <= filter_options.reader.max_line) {
			size_t len = (size_t)(newline - from);
			failed = take_line(run, slice_of(from, len));
			in->begin += len + 1;
			scanned = 0;
		} else if (have > filter_options.reader.max_line) {
			failed = take_long_line(run);
			scanned = 0;
		} else {
			scanned = have;
			status = input_fill(in, SIZE_MAX);
		}
		if (failed)
			return failed;
		if (status == INPUT_FAILED)
			return read_failed(run);
		if (status == INPUT_END)
			return have > 0 ? take_line(run, slice_of(in->ptr + in->begin, have)) : EXIT_DONE;
	}
}

static int read_inputs(struct run *run, char *const *paths, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (input_open(&run->in, paths[i]) < 0) {
			diag(DIAG_ERROR, (struct place){.input = paths[i]}, "%s", strerror(errno));
			run->io_failed = 1;
			continue;
		}
		int failed = read_input(run);
		input_close(&run->in);
		if (failed)
			return failed;
	}
	return run->io_failed ? EXIT_IO : run->writer.errors ? EXIT_QUARANTINED : EXIT_DONE;
}

int source_run_lines(const struct source *source, char *const *paths, size_t count)
{
	static char *const standard_input[] = {"-"};
	struct run run = {.source = source, .in = {.fd = -1}};
	if (output_open(&run.out, STDOUT_FILENO) < 0) {
		diag_error("out of memory");
		return EXIT_IO;
	}
	run.in.idle = flush_idle;
	progress_watch(&run.in, &run.documents, paths, count);
	run.in.idle_argument = &run.out;
	run.writer = (struct writer){.out = &run.out, .stage = source->program->name, .delimiter = '\n'};
	int status = read_inputs(&run, count ? paths : standard_input, count ? count : 1);
	struct filter_counts counts = {
		.documents_in = run.documents,
		.documents_out = run.writer.documents,
		.bytes_in = run.in.total,
		.bytes_out = run.out.total,
	};
	progress_end();
	status = filter_close_output(&run.out, status);
	int failed = filter_write_stats(source->program, &counts, NULL);
	input_free(&run.in);
	return status > failed ? status : failed;
}
