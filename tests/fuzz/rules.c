/* SPDX-License-Identifier: MIT */
/*
 * The user's rules: any file is read or refused with a place, and what its patterns find in the text behind it (after the
 * first empty line) stands in order inside it.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "figures/extract.h"
#include "fuzz.h"

static void check_matches(struct rules *rules, struct slice text)
{
	struct figure figure;
	rules_begin(rules, text);
	for (size_t at = 0; rules_next(rules, at, &figure); at = figure.end) {
		MUST(figure.begin >= at && figure.begin < figure.end && figure.end <= text.len);
		MUST(figure.kind_name && *figure.kind_name);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data, *blank = memmem(bytes, size, "\n\n", 2);
	size_t head = blank ? (size_t)(blank - bytes) : size, begin = blank ? head + 2 : size;
	struct slice text = slice_of(bytes + begin, utf8_valid_prefix(bytes + begin, size - begin));
	struct vocabulary *vocabulary = vocabulary_new();
	struct user_file_fault fault;
	MUST(vocabulary);
	struct rules *rules = rules_parse(slice_of(bytes, head), "rules", vocabulary, &fault);
	if (rules)
		check_matches(rules, text);
	else
		MUST(fault.status == EXIT_USAGE && fault.place.line > 0 && *fault.text);
	rules_free(rules);
	vocabulary_free(vocabulary);
	return 0;
}
