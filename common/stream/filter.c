/* SPDX-License-Identifier: MIT */
#include "stream/filter.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/create.h"
#include "base/json.h"
#include "stream/progress.h"

struct filter_options filter_options = FILTER_DEFAULTS;

static const char *const layout_names[] = {"auto", "blank", "line", "unwrap", NULL};

const struct option_spec filter_shared_options[] = {
	{0, "from", "CHARSET", "plain text: its charset, or auto (normalize --list names them)", OPTION_CALL,
	 &filter_options.reader.text.charset, NULL, 0, 0, charset_option},
	{0, "paragraphs", "HOW", "plain text: paragraphs by auto, blank, line or unwrap", OPTION_CHOICE,
	 &filter_options.reader.text.layout, layout_names, 0, 0, NULL},
	{0, "plain", NULL, "read any input as plain text", OPTION_FLAG, &filter_options.reader.plain, NULL, 0, 0, NULL},
	{0, "max-line", "SIZE", "longest record held in memory (default 64M)", OPTION_SIZE,
	 &filter_options.reader.max_line, NULL, 256, (size_t)1 << 40, NULL},
	{0, "max-document", "SIZE", "largest document held in memory (default 64M)", OPTION_SIZE,
	 &filter_options.reader.max_document, NULL, 256, (size_t)1 << 40, NULL},
	{0, "strict", NULL, "stop at the first document with an error", OPTION_FLAG, &filter_options.strict, NULL, 0, 0,
	 NULL},
	{0, "stats", "[=FILE]", "write counts as a line of JSON to FILE or stderr", OPTION_STRING,
	 &filter_options.stats_path, NULL, 0, 0, NULL},
	{0, "progress", NULL, "show on a terminal how far it is, how fast, and when it will be done", OPTION_FLAG,
	 &filter_options.progress, NULL, 0, 0, NULL},
	{0},
};

static struct timespec started;

/*
 * A parent may have closed 0, 1 or 2. The next file opened would take the number, and be read as the input or written
 * over as the output; what is opened here instead fails at the first read or write.
 */
static void hold_standard_descriptors(void)
{
	static const int wrong_way[] = {O_WRONLY, O_RDONLY, O_RDONLY};
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", wrong_way[fd]) != fd)
			_exit(EXIT_IO);
}

void filter_start(void)
{
	hold_standard_descriptors();
	/* cron and Python start programs with SIGPIPE ignored: a reader that leaves early must end us all the same. */
	signal(SIGPIPE, SIG_DFL);
	clock_gettime(CLOCK_MONOTONIC, &started);
}

int filter_report_problem(const struct reader *reader)
{
	if (reader->problem.detail[0])
		diag(DIAG_ERROR, reader->problem.place, "%s: %s", reader->problem.text, reader->problem.detail);
	else
		diag(DIAG_ERROR, reader->problem.place, "%s", reader->problem.text);
	return reader->problem.status;
}

int filter_close_output(struct output *out, int status)
{
	int error = output_close(out);
	if (!error)
		return status;
	diag_error("standard output: %s", strerror(error));
	return EXIT_IO;
}

static double seconds_since_start(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - started.tv_sec) + (double)(now.tv_nsec - started.tv_nsec) / 1e9;
}

int filter_write_stats(const struct program *program, const struct filter_counts *counts, const struct buf *more)
{
	const char *path = filter_options.stats_path;
	struct buf line = {0};
	struct output out = {.fd = -1};
	if (!path)
		return EXIT_DONE;
	buf_printf(&line,
		   "{\"program\":\"%s\",\"version\":\"%s\",\"documents_in\":%llu,\"documents_out\":%llu,"
		   "\"quarantined\":%llu,\"dropped\":%llu,\"bytes_in\":%llu,\"bytes_out\":%llu",
		   program->name, PHIN_VERSION, (unsigned long long)counts->documents_in,
		   (unsigned long long)counts->documents_out, (unsigned long long)counts->quarantined,
		   (unsigned long long)counts->dropped, (unsigned long long)counts->bytes_in,
		   (unsigned long long)counts->bytes_out);
	if (more)
		buf_put_slice(&line, buf_slice(more));
	/* Milliseconds by hand: printf's decimal point belongs to the locale. */
	unsigned long long ms = (unsigned long long)(seconds_since_start() * 1000);
	buf_printf(&line, ",\"seconds\":%llu.%03llu}\n", ms / 1000, ms % 1000);
	if (*path && create_file(&out, path) < 0) {
		buf_free(&line);
		return EXIT_IO;
	}
	int fd = *path ? out.fd : dup(STDERR_FILENO);
	int error = fd < 0 ? errno : line.failed || (!*path && output_open(&out, fd) < 0) ? ENOMEM : 0;
	if (!error) {
		output_put_slice(&out, buf_slice(&line));
		error = output_close(&out);
	}
	buf_free(&line);
	if (!error)
		return EXIT_DONE;
	diag(DIAG_ERROR, (struct place){.input = *path ? path : "standard error"}, "statistics: %s", strerror(error));
	return EXIT_IO;
}

/* State of one run: the filter, and whether it found an error in the document at hand. */
struct run {
	const struct filter *filter;
	struct reader reader;
	struct writer writer;
	struct output out;
	uint64_t flat_errors;  /* of documents that were printed for people all the same */
	uint64_t errors_at_doc, put_aside;
};

static void flush_idle(void *out)
{
	output_flush(out);
}

/* A record too long to be looked at goes by in pieces; the document cannot be delivered. */
static void pass_piece(struct run *run)
{
	output_put_slice(&run->out, run->reader.line);
	if (!run->reader.last_piece)
		return;
	output_put_byte(&run->out, run->writer.delimiter);
	writer_finding(&run->writer, DIAG_ERROR, "record-too-long", run->reader.place,
		       "a record longer than %zu bytes (--max-line)", filter_options.reader.max_line);
}

/* A finding of the reader of plain text, which is ours: it is said here. Returns whether it is an error. */
static int say_finding(struct slice line)
{
	struct slice field[6] = {{"", 0}, {"", 0}, {"", 0}, {"", 0}, {"", 0}, {"", 0}};
	for (size_t i = 0; i < 6 && field_next(&line, &field[i]); i++)
		;
	int is_error = slice_is(field[1], "error");
	diag_composed(is_error ? DIAG_ERROR : DIAG_WARNING, field[4], field[5]);
	return is_error;
}

/* Says what the reader of plain text found, at the record at hand or under the block. Returns how many are errors. */
static uint64_t say_findings(const struct reader *reader, enum event event)
{
	const struct block *block = &reader->block;
	uint64_t errors = 0;
	if (!reader_is_rendered(reader))
		return 0;
	if (event == EVENT_FINDING)
		return (uint64_t)say_finding(reader->line);
	for (size_t i = 0; event == EVENT_BLOCK && i < block->count; i++)
		if (block->annotations[i].loose && record_kind(block->annotations[i].line) == RECORD_FINDING)
			errors += (uint64_t)say_finding(block->annotations[i].line);
	return errors;
}

static int pass_block(struct run *run)
{
	const struct filter *filter = run->filter;
	const struct block *block = &run->reader.block;
	if (!block->fault)
		return filter->block ? filter->block(filter->context, block, &run->writer)
				     : (writer_block(&run->writer, block), 0);
	writer_block(&run->writer, block);
	struct place place = block->place;
	place.line = block->fault_line;
	writer_finding(&run->writer, DIAG_ERROR, block->fault_code, place, "%s", block->fault);
	return 0;
}

/* Takes one event. Returns nonzero without memory. */
static int take(struct run *run, enum event event)
{
	const struct filter *filter = run->filter;
	struct reader *reader = &run->reader;
	run->writer.errors += say_findings(reader, event);
	switch (event) {
	case EVENT_DOC:
		writer_doc_line(&run->writer, reader->line, reader->folded || filter->folded);
		return filter->doc ? filter->doc(filter->context, reader) : 0;
	case EVENT_META:
		writer_line(&run->writer, reader->line);
		return filter->meta ? filter->meta(filter->context, reader->key, reader->value) : 0;
	case EVENT_BLOCK:
		return pass_block(run);
	case EVENT_PIECE:
		pass_piece(run);
		return 0;
	case EVENT_END: {
		int failed = filter->end ? filter->end(filter->context, &run->writer) : 0;
		writer_end(&run->writer);
		return failed;
	}
	default:
		writer_line(&run->writer, reader->line);
		return 0;
	}
}

/* A document with an error is no document that came out, though what is whole of it was printed. */
static void count_flat(struct run *run, enum event event)
{
	if (event == EVENT_DOC)
		run->errors_at_doc = run->flat_errors;
	if (event != EVENT_END)
		return;
	if (run->flat_errors > run->errors_at_doc)
		run->put_aside++;
	else
		run->writer.documents++;
}

/* Takes one event where people read the output: errors are said on stderr, the text that is whole is printed. */
static int take_flat(struct run *run, enum event event)
{
	const struct filter *filter = run->filter;
	const struct reader *reader = &run->reader;
	const struct block *block = &reader->block;
	struct place place = reader->place;
	say_findings(reader, event);
	count_flat(run, event);
	if (event == EVENT_BLOCK && block->fault) {
		place.line = block->fault_line;
		diag(DIAG_ERROR, place, "%s", block->fault);
		run->flat_errors++;
		return 0;
	}
	if (event == EVENT_PIECE && reader->last_piece)
		diag(DIAG_ERROR, place, "a record longer than %zu bytes (--max-line)", filter_options.reader.max_line);
	run->flat_errors += (event == EVENT_PIECE && reader->last_piece) ||
			    (event == EVENT_FINDING && reader->severity_error);
	if (event == EVENT_FINDING || event == EVENT_RECORD || event == EVENT_PIECE)
		return 0;
	return filter->flat(filter->context, event, reader, &run->out);
}

/* Takes the plain input at hand by itself, as plain text. */
static int take_plain(struct run *run)
{
	const struct filter *filter = run->filter;
	struct reader *reader = &run->reader;
	uint64_t documents = reader->documents;
	if (reader->foreign) {
		diag(DIAG_ERROR, (struct place){.input = reader->file.name}, "%s", reader->foreign);
		reader_plain_close(reader, 1);
		run->put_aside++;
		return filter_options.strict ? EXIT_QUARANTINED : EXIT_DONE;
	}
	int status = filter->plain(filter->context, reader, &run->out);
	run->writer.documents += reader->documents - documents;
	return status;
}

static int run_events(struct run *run)
{
	const struct filter *filter = run->filter;
	uint64_t errors_before = 0;
	for (;;) {
		if (filter->plain && !filter->flat && !run->reader.in_document && reader_is_plain(&run->reader) == 1) {
			int status = take_plain(run);
			if (status != EXIT_DONE)
				return status;
			continue;
		}
		enum event event = reader_next(&run->reader);
		if (event == EVENT_EOF)
			break;
		if (event == EVENT_BROKEN)
			return filter_report_problem(&run->reader);
		if (filter->flat ? take_flat(run, event) : take(run, event)) {
			diag(DIAG_ERROR, run->reader.place, "out of memory");
			return EXIT_IO;
		}
		uint64_t errors = run->writer.errors + run->flat_errors;
		if (event == EVENT_END && filter_options.strict && errors > errors_before)
			return EXIT_QUARANTINED;
		errors_before = event == EVENT_END ? errors : errors_before;
		if (run->out.error)
			return EXIT_IO;
	}
	uint64_t errors = run->writer.errors + run->put_aside;
	return run->reader.io_failed ? EXIT_IO : errors + run->flat_errors ? EXIT_QUARANTINED : EXIT_DONE;
}

int filter_run(const struct filter *filter, char *const *paths, size_t count)
{
	struct run run = {.filter = filter};
	int fd = filter->discard ? open("/dev/null", O_WRONLY | O_CLOEXEC) : STDOUT_FILENO;
	if (fd < 0 || output_open(&run.out, fd) < 0) {
		diag_error("%s", fd < 0 ? strerror(errno) : "out of memory");
		return EXIT_IO;
	}
	reader_init(&run.reader, &filter_options.reader, paths, count);
	run.reader.file.idle = flush_idle;
	progress_watch(&run.reader.file, &run.reader.documents, paths, count);
	run.reader.file.idle_argument = &run.out;
	run.writer = (struct writer){.out = &run.out, .stage = filter->program->name, .delimiter = '\n'};
	int status = run_events(&run);
	struct filter_counts counts = {
		.documents_in = run.reader.documents,
		.documents_out = run.writer.documents,
		.quarantined = run.put_aside,
		.bytes_in = reader_bytes(&run.reader),
		.bytes_out = run.out.total,
	};
	progress_end();
	status = filter_close_output(&run.out, status);
	struct buf more = {0};
	if (filter->stats)
		filter->stats(filter->context, &more);
	int stats_status = filter_write_stats(filter->program, &counts, &more);
	buf_free(&more);
	reader_free(&run.reader);
	return status > stats_status ? status : stats_status;
}
