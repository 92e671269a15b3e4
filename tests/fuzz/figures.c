/* SPDX-License-Identifier: MIT */
/* The whole extractor on any valid UTF-8: figures lie in the text in order, do not overlap, and no key is broken. */
#include <stdlib.h>

#include "base/utf8.h"
#include "figures/extract.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Returns the end of the last figure. */
static size_t check(struct slice text, const struct figure *figures, size_t count, size_t last)
{
	for (size_t i = 0; i < count; i++) {
		if (figures[i].begin < last || figures[i].end <= figures[i].begin || figures[i].end > text.len)
			abort();
		if (((unsigned char)text.ptr[figures[i].begin] & 0xc0) == 0x80)
			abort();
		for (int key = 0; key < FIGURE_KEYS; key++)
			if (figures[i].key[key].len > 0 &&
			    utf8_valid_prefix(figures[i].key[key].ptr, figures[i].key[key].len) !=
				    figures[i].key[key].len)
				abort();
		last = figures[i].end;
	}
	return last;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct extractor *extractor;
	const struct date date = {2025, 9, 28};
	const struct figure *figures;
	size_t count, last = 0;
	struct slice text = slice_of((const char *)data, utf8_valid_prefix((const char *)data, size));
	if (!extractor)
		extractor = extractor_new();
	if (extractor)
		extractor_set_date(extractor, text.len % 2 ? &date : NULL);
	if (!extractor)
		return 0;
	extractor_begin(extractor, text, NULL, 0);
	while (extractor_next(extractor, &figures, &count) > 0)
		last = check(text, figures, count, last);
	return 0;
}
