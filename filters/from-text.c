/* SPDX-License-Identifier: MIT */
/*
 * from-text: reads plain text, each input one document, and writes the stream, phin-stream(5). The reader of plain text
 * in common/ does the work, the same that every other filter uses; this program gives it a name in a pipeline, an id
 * from the file's name where one is wanted, and the folded form.
 */
#include <string.h>

#include "stream/filter.h"

enum id_choice { ID_HASH, ID_NAME, ID_PATH };
static const char *const id_choices[] = {"hash", "name", "path", NULL};
static int id_choice = ID_HASH;
static int folded;

static const struct option_spec options[] = {
	{0, "id", "WHAT", "the document's id: hash (of its bytes), name or path of its file", OPTION_CHOICE, &id_choice,
	 id_choices, 0, 0, NULL},
	{0, "folded", NULL, "write a document a line (U+001E for the newlines inside)", OPTION_FLAG, &folded, NULL, 0, 0,
	 NULL},
	{0},
};

static const struct program program = {
	.name = "from-text",
	.summary = "turn plain text into the stream, a document a file",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

/* "articles/a.txt" is a.txt by path and a by name. */
static struct slice file_id(const char *path)
{
	struct slice id = slice_from_string(path);
	if (id_choice == ID_HASH || strcmp(path, "-") == 0)
		return slice_of(NULL, 0);
	const char *slash = strrchr(path, '/');
	if (id_choice == ID_NAME && slash)
		id = slice_from_string(slash + 1);
	const char *dot = id_choice == ID_NAME ? strrchr(id.ptr, '.') : NULL;
	if (dot && dot > id.ptr)
		id.len = (size_t)(dot - id.ptr);
	return id;
}

int main(int argc, char **argv)
{
	int operands;
	filter_start();
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	/* Whatever comes is plain text, and plain text becomes the stream: nothing is left to do for a filter. */
	if (!filter_options.reader.plain)
		filter_options.reader.plain = PLAIN_PROSE;
	filter_options.reader.text.id_of_path = file_id;
	const struct filter filter = {.program = &program, .folded = folded};
	return filter_run(&filter, argv + 1, (size_t)operands);
}
