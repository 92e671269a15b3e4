/* SPDX-License-Identifier: MIT */
#include "stream/plain_input.h"

int plain_has_both_line_ends(struct slice text)
{
	int crlf = 0, lf = 0;
	const char *at = text.ptr, *end = at + text.len;
	for (; (!crlf || !lf) && at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++)
		*(at > text.ptr && at[-1] == '\r' ? &crlf : &lf) = 1;
	return crlf && lf;
}

/* So much of the beginning tells how lines end. */
enum { LINE_ENDS_SAMPLE = 64 << 10 };

enum input_status plain_settle_line_ends(struct reader *reader, int *mixed)
{
	const struct input *file = &reader->file;
	enum input_status status = INPUT_MORE;
	for (;;) {
		size_t have = file->end - file->begin;
		struct slice sample = slice_of(file->ptr + file->begin, have < LINE_ENDS_SAMPLE ? have : LINE_ENDS_SAMPLE);
		const char *first = have ? memchr(sample.ptr, '\n', sample.len) : NULL;
		*mixed = first && (first == sample.ptr || first[-1] != '\r' || plain_has_both_line_ends(sample));
		if (*mixed || have >= LINE_ENDS_SAMPLE || status != INPUT_MORE)
			return status;
		status = reader_plain_fill(reader);
	}
}

enum input_status plain_fill_whole(struct reader *reader, size_t max)
{
	const struct input *file = &reader->file;
	enum input_status status = INPUT_MORE;
	while (status == INPUT_MORE && file->end - file->begin <= max)
		status = reader_plain_fill(reader);
	return status;
}
