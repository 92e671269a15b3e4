/* SPDX-License-Identifier: MIT */
/*
 * What every program between source and sink does alike: take the common options, run over the inputs, pass on what it
 * does not know, add up, report, leave with the right status. A filter brings a table of options and what to do with a
 * block.
 */
#ifndef PHIN_FILTER_H
#define PHIN_FILTER_H

#include <stddef.h>

#include "base/option.h"
#include "base/output.h"
#include "stream/reader.h"
#include "stream/writer.h"

struct filter_options {
	struct reader_options reader;
	int strict;              /* stop at the first document that cannot be delivered */
	const char *stats_path;  /* NULL: no statistics; "": on stderr */
	int progress;            /* show how far it is (stream/progress.h) */
};

/* The limits and everything else as they are without any option. */
#define FILTER_DEFAULTS \
	{.reader = {.max_line = (size_t)64 << 20, .max_document = (size_t)64 << 20}}

/* The options that every program shares; they write into this. */
extern struct filter_options filter_options;
extern const struct option_spec filter_shared_options[];

struct filter {
	const struct program *program;
	void *context;
	int folded;  /* write every document folded; else each as it came */
	int discard; /* write nothing at all: the filter only looks */
	/* Each may be NULL: the record is then passed on. Nonzero means out of memory. */
	int (*doc)(void *context, struct reader *reader);
	int (*meta)(void *context, struct slice key, struct slice value);
	int (*block)(void *context, const struct block *block, struct writer *writer);
	int (*end)(void *context, struct writer *writer);
	/* Members of the statistics of its own, as `"name":value` pairs each preceded by a comma. */
	void (*stats)(void *context, struct buf *json);
	/*
	 * For people: no document is written, only what this puts out. Called for documents, metadata and ends with what
	 * the event brought in the reader, and for every block that can be worked on. Nonzero means out of memory.
	 */
	int (*flat)(void *context, enum event event, const struct reader *reader, struct output *out);
	/*
	 * Plain text in, plain text out: takes the input at hand to its end (reader_plain_fill, reader_plain_close).
	 * Returns 0 or an exit status to leave with. NULL: plain text becomes the stream.
	 */
	int (*plain)(void *context, struct reader *reader, struct output *out);
};

/* Runs the filter over the inputs and standard output. Returns the exit status. */
int filter_run(const struct filter *filter, char *const *paths, size_t count);

/* Parts of filter_run that sources and sinks use as well. */

/* Says what made the input unreadable. Returns the exit status for it. */
int filter_report_problem(const struct reader *reader);

/* Closes the output and says so if it failed. Returns the exit status: `status`, or EXIT_IO. */
int filter_close_output(struct output *out, int status);

struct filter_counts {
	uint64_t documents_in, documents_out, quarantined, dropped, bytes_in, bytes_out;
};

/* Writes the statistics where --stats wants them. `more` may be NULL or `,"name":value` pairs. */
int filter_write_stats(const struct program *program, const struct filter_counts *counts, const struct buf *more);

/* Starts the program: standard descriptors and SIGPIPE as they should be, the clock for the statistics. Call first. */
void filter_start(void);

#endif
