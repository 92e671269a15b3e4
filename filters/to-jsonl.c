/* SPDX-License-Identifier: MIT */
/*
 * to-jsonl: reads the stream (or plain text) and writes one JSON object a document (RFC 8259, JSON Lines): what came
 * with it, its text, blocks, sentences and figures. Offsets are checkable: text[start:end] is the surface. Metadata and
 * numbers come out as they went in. A document with an error is never written: it goes to --quarantine.
 */
#include "stream/object.h"
#include "stream/sink.h"

static int unit = UNIT_CODE_POINT;
static int with_source;
static const char *quarantine_path;

static const struct option_spec options[] = {
	{'o', "offsets", "UNIT", "count offsets by codepoint (default), byte or utf16", OPTION_CHOICE, &unit, text_unit_names,
	 0, 0, NULL},
	{'s', "source-offsets", NULL, "give offsets in the text as it came, too", OPTION_FLAG, &with_source, NULL, 0, 0,
	 NULL},
	{'q', "quarantine", "FILE", "put documents with errors into FILE (JSON Lines)", OPTION_STRING, &quarantine_path,
	 NULL, 0, 0, NULL},
	{0},
};

static const struct program program = {
	.name = "to-jsonl",
	.summary = "write the stream as JSON Lines, one object a document",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

static int deliver(void *context, struct document *document, struct output *out)
{
	if (object_put(context, document, out) < 0) {
		diag_error("out of memory");
		return EXIT_IO;
	}
	output_put_byte(out, '\n');
	return EXIT_DONE;
}

int main(int argc, char **argv)
{
	struct object_writer object = {0};
	int operands;
	filter_start();
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	object.unit = (enum text_unit)unit;
	object.with_source = with_source;
	const struct sink sink = {
		.program = &program, .context = &object, .quarantine_path = quarantine_path, .deliver = deliver};
	status = sink_run(&sink, argv + 1, (size_t)operands);
	object_free(&object);
	return status;
}
