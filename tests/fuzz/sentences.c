/* SPDX-License-Identifier: MIT */
/*
 * sentences_find, with abbreviations of the input's own: sentences stand in order on code points, and what lies between
 * them is white space. The first line is a file of abbreviations, the rest the block.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "segment/abbreviation.h"
#include "segment/glyph.h"
#include "segment/sentence.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int condition)
{
	if (!condition)
		abort();
}

static void require_space(struct slice text, size_t begin, size_t end)
{
	size_t len;
	for (; begin < end; begin += len) {
		enum glyph glyph = glyph_at(text, begin, &len);
		require(glyph == GLYPH_SPACE || glyph == GLYPH_NEWLINE);
	}
	require(begin == end);
}

static void check(const struct sentences *found, struct slice text)
{
	size_t at = 0;
	for (size_t i = 0; i < found->count; i++) {
		struct sentence s = found->list[i];
		require(s.begin >= at && s.end > s.begin && s.end <= text.len);
		require_space(text, at, s.begin);
		require(utf8_valid_prefix(text.ptr + s.begin, s.end - s.begin) == s.end - s.begin);
		at = s.end;
	}
	require_space(text, at, text.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct lexicon lexicon;
	struct sentences found = {0};
	struct user_file_fault fault = {0};
	const uint8_t *newline = memchr(data, '\n', size);
	size_t head = newline ? (size_t)(newline - data) : 0;
	struct slice text = slice_of((const char *)data + head, size - head);
	text.len = utf8_valid_prefix(text.ptr, text.len);
	require(lexicon_init(&lexicon) == 0);
	abbreviations_parse(&lexicon, slice_of((const char *)data, head), &fault);
	require(sentences_find(&found, &lexicon, SLICE("p"), text) == 0);
	check(&found, text);
	require(sentences_find(&found, &lexicon, SLICE("title"), text) == 0);
	check(&found, text);
	require(found.count <= 1);
	sentences_free(&found);
	lexicon_free(&lexicon);
	return 0;
}
