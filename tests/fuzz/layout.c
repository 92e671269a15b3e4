/* SPDX-License-Identifier: MIT */
/*
 * layout_blocks in every mode: blocks stand in order on code points, begin and end with no blank, have a role, and what
 * lies between them is blanks and line breaks; a block of one line is not to be joined.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "segment/layout.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int condition)
{
	if (!condition)
		abort();
}

static int is_blank(char c)
{
	return c != '\0' && strchr(" \t\r\n", c);
}

static void check(const struct layout *layout, struct slice text, enum layout_mode mode)
{
	size_t at = 0;
	for (size_t i = 0; i < layout->count; i++) {
		const struct layout_block *b = &layout->blocks[i];
		require(b->begin >= at && b->end > b->begin && b->end <= text.len && b->role != NULL);
		for (; at < b->begin; at++)
			require(is_blank(text.ptr[at]));
		require(!is_blank(text.ptr[b->begin]) && !is_blank(text.ptr[b->end - 1]));
		require(utf8_valid_prefix(text.ptr + b->begin, b->end - b->begin) == b->end - b->begin);
		require(b->join == (memchr(text.ptr + b->begin, '\n', b->end - b->begin) != NULL));
		require(mode != LAYOUT_LINE || !b->join);
		at = b->end;
	}
	for (; at < text.len; at++)
		require(is_blank(text.ptr[at]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct layout layout = {0};
	struct slice text = slice_of((const char *)data, size);
	text.len = utf8_valid_prefix(text.ptr, text.len);
	for (enum layout_mode mode = LAYOUT_AUTO; mode <= LAYOUT_UNWRAP; mode++) {
		require(layout_blocks(text, mode, &layout) == 0);
		check(&layout, text, mode);
	}
	layout_free(&layout);
	return 0;
}
