/* SPDX-License-Identifier: MIT */
#include "segment/layout.h"
#include <stdlib.h>
int layout_blocks(struct slice text, enum layout_mode mode, struct layout *out)
{
	(void)mode;
	out->count = 0;
	for (size_t at = 0; at < text.len;) {
		const char *nl = memchr(text.ptr + at, '\n', text.len - at);
		size_t end = nl ? (size_t)(nl - text.ptr) : text.len, b = at, e = end;
		while (b < e && (text.ptr[b] == ' ' || text.ptr[b] == '\r')) b++;
		while (e > b && (text.ptr[e-1] == ' ' || text.ptr[e-1] == '\r')) e--;
		if (e > b) {
			if (out->count == out->cap) {
				out->cap = out->cap ? out->cap * 2 : 64;
				out->blocks = realloc(out->blocks, out->cap * sizeof *out->blocks);
				if (!out->blocks) return -1;
			}
			out->blocks[out->count++] = (struct layout_block){b, e, "p", 0};
		}
		at = end + 1;
	}
	return 0;
}
void layout_free(struct layout *layout)
{
	free(layout->blocks);
}
