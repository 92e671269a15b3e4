/* SPDX-License-Identifier: MIT */
/*
 * to-tsv: reads the stream (or plain text) and writes a flat table as linear TSV: a row a line, fields separated by TAB,
 * `\t \n \r \\` (and \xHH) escaped as PostgreSQL's COPY reads them; sort, cut and awk work on it. A row is a figure, a
 * sentence or a document. A document with an error is never written: it goes to --quarantine.
 */
#include "stream/record.h"
#include "stream/sink.h"
#include "table/table_sink.h"

static const struct option_spec options[] = {TABLE_OPTIONS, {0}};

static const struct program program = {
	.name = "to-tsv",
	.summary = "write figures, sentences or documents as tab-separated values",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

static void put_row(void *context, const struct slice *cells, size_t count)
{
	struct output *out = context;
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			output_put_byte(out, '\t');
		if (cells[i].ptr)
			field_put(out, cells[i]);
		else
			output_put_string(out, table_options.null);
	}
	output_put_byte(out, '\n');
}

int main(int argc, char **argv)
{
	return table_sink_main(&program, put_row, NULL, argc, argv);
}
