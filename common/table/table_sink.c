/* SPDX-License-Identifier: MIT */
#include "table/table_sink.h"

#include "base/diag.h"

struct job {
	struct table table;
	void (*begin)(struct output *out);
	int begun;
	uint64_t documents;
};

/* The header is written with the first document, or at the end if there is none: an empty table has one too. */
static void begin(struct job *job, struct output *out)
{
	if (job->begun)
		return;
	job->begun = 1;
	job->table.context = out;
	if (job->begin)
		job->begin(out);
	table_header(&job->table);
}

static int deliver(void *context, struct document *document, struct output *out)
{
	struct job *job = context;
	begin(job, out);
	job->documents++;
	if (table_document(&job->table, document) == 0)
		return EXIT_DONE;
	diag_error("out of memory");
	return EXIT_IO;
}

/* A table of nothing but its header is mostly a filter forgotten on the way. */
static int finish(void *context, struct output *out)
{
	static const char *const missing[] = {
		[TABLE_FIGURES] = "no document has a figure; extract-figures finds them",
		[TABLE_SENTENCES] = "no document has a sentence; segment finds them",
	};
	struct job *job = context;
	begin(job, out);
	if (job->documents > 0 && job->table.rows == 0)
		diag(DIAG_NOTE, (struct place){0}, "%s", missing[job->table.kind]);
	return EXIT_DONE;
}

static void stats(void *context, struct buf *json)
{
	struct job *job = context;
	buf_printf(json, ",\"rows\":%llu", (unsigned long long)job->table.rows);
}

int table_sink_main(const struct program *program, table_put_row *put_row, void (*begin_output)(struct output *out),
		    int argc, char **argv)
{
	struct job job = {.begin = begin_output};
	int operands;
	filter_start();
	int status = options_parse(program, argc, argv, &operands);
	if (status >= 0)
		return status;
	const char *wrong = table_init(&job.table, put_row, NULL);
	if (wrong) {
		diag_error("%s", wrong);
		return job.table.column_names.failed ? EXIT_IO : EXIT_USAGE;
	}
	const struct sink sink = {.program = program, .context = &job, .quarantine_path = table_options.quarantine_path,
				  .deliver = deliver, .finish = finish, .stats = stats};
	status = sink_run(&sink, argv + 1, (size_t)operands);
	table_free(&job.table);
	return status;
}
