/* SPDX-License-Identifier: MIT */
/*
 * to-csv: reads the stream (or plain text) and writes a flat table as RFC 4180 has it: lines end with CRLF, a field that
 * needs it stands in double quotes. A row is a figure, a sentence or a document. Nothing stands where there is no value,
 * "" where the value is empty. A document with an error is never written: it goes to --quarantine.
 */
#include "stream/sink.h"
#include "table/table_sink.h"

static int with_lf, with_bom;

static const struct option_spec options[] = {
	TABLE_OPTIONS,
	{'l', "lf", NULL, "end lines with LF, not CRLF", OPTION_FLAG, &with_lf, NULL, 0, 0, NULL},
	{'b', "bom", NULL, "begin with a byte order mark, by which Excel knows UTF-8", OPTION_FLAG, &with_bom, NULL, 0, 0,
	 NULL},
	{0},
};

static const struct program program = {
	.name = "to-csv",
	.summary = "write figures, sentences or documents as comma-separated values",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

/* RFC 4180 asks for quotes around , " CR LF; spaces at the ends are data that some readers trim. */
static int needs_quotes(struct slice text)
{
	if (text.len == 0 || text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ' || slice_is(text, table_options.null))
		return 1;
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == ',' || text.ptr[i] == '"' || (unsigned char)text.ptr[i] < 0x20)
			return 1;
	return 0;
}

static void put_cell(struct output *out, struct slice text)
{
	if (!needs_quotes(text)) {
		output_put_slice(out, text);
		return;
	}
	output_put_byte(out, '"');
	for (size_t from = 0; from < text.len;) {
		const char *quote = memchr(text.ptr + from, '"', text.len - from);
		size_t to = quote ? (size_t)(quote - text.ptr) + 1 : text.len;
		output_put(out, text.ptr + from, to - from);
		if (quote)
			output_put_byte(out, '"');
		from = to;
	}
	output_put_byte(out, '"');
}

static void put_row(void *context, const struct slice *cells, size_t count)
{
	struct output *out = context;
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			output_put_byte(out, ',');
		if (cells[i].ptr)
			put_cell(out, cells[i]);
		else
			output_put_string(out, table_options.null);
	}
	output_put_string(out, with_lf ? "\n" : "\r\n");
}

static void put_beginning(struct output *out)
{
	if (with_bom)
		output_put_string(out, "\xef\xbb\xbf");
}

int main(int argc, char **argv)
{
	return table_sink_main(&program, put_row, put_beginning, argc, argv);
}
