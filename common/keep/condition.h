/* SPDX-License-Identifier: MIT */
/*
 * Conditions on metadata, as people type them: date>=2025-09-01, source=VnExpress, url~/the-thao/, lang. Texts are
 * compared by bytes, which is right for ISO dates, and dates (the key `date`) are read first, whichever way they are
 * written (common/stream/docdate.h); ~ is a PCRE2 pattern found anywhere in the value.
 */
#ifndef PHIN_CONDITION_H
#define PHIN_CONDITION_H

#include <stddef.h>

#include "base/slice.h"
#include "stream/docdate.h"
#include "stream/document.h"

enum condition_test {
	TEST_EXISTS, TEST_EQUAL, TEST_UNEQUAL, TEST_MATCH, TEST_NO_MATCH, TEST_AT_LEAST, TEST_AT_MOST,
	TEST_ABOVE, TEST_BELOW,
};

struct condition {
	char *key;
	struct slice value;  /* inside of key's memory, or day */
	char day[CALENDAR_ISO_LEN];
	enum condition_test test;
	void *pattern;       /* pcre2_code, for ~ and !~ */
	void *match;         /* pcre2_match_data */
};

/* Reads a condition, which stays where it is. Returns NULL, or what is wrong with it; then nothing is to be freed. */
const char *condition_parse(const char *text, struct condition *condition);

/*
 * Whether the document's metadata is so: 1 or 0, -1 if the pattern could not be run (its limits, no memory). A key that
 * is missing or null is unequal to anything and matches nothing.
 */
int condition_holds(const struct condition *condition, struct document *document);

void condition_free(struct condition *condition);

#endif
