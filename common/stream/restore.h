/* SPDX-License-Identifier: MIT */
/*
 * The way back: an object that to-jsonl wrote becomes the document that it was. What to-jsonl does not write does not
 * come back: alignment (`A`, at=) and the place of records of unknown types, which stand last.
 */
#ifndef PHIN_RESTORE_H
#define PHIN_RESTORE_H

#include "base/buf.h"
#include "base/slice.h"
#include "stream/writer.h"

/* Room for the work, kept from object to object. */
struct restore {
	struct buf text, scratch, keys, role;
	struct restore_item *items;
	size_t count, cap;
	int failed;  /* no memory; sticky */
};

/*
 * Writes the document of a valid JSON object. Returns NULL (work->failed tells whether memory was wanting), or the code of
 * what is wrong with the object, and *message: then nothing was written.
 */
const char *restore_document(struct restore *work, struct slice object, struct writer *writer, int folded,
			     const char **message);

void restore_free(struct restore *work);

#endif
