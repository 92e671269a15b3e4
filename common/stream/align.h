/* SPDX-License-Identifier: MIT */
/*
 * Alignment: where the text of a block stood before it was changed. `A` records carry it, `src=b-e` in bytes of the
 * block as its source wrote it and `was=` the text that stood there; edits of a later stage are composed with them.
 */
#ifndef PHIN_ALIGN_H
#define PHIN_ALIGN_H

#include <stddef.h>

#include "base/buf.h"
#include "base/edit.h"
#include "stream/reader.h"
#include "stream/writer.h"

/* Reads src=b-e of an `A` annotation. Returns 0, or -1 if it has none. */
int alignment_source(const struct annotation *annotation, size_t *begin, size_t *end);

/* Room for the work of writer_rewrite, reused from block to block. */
struct rewrite {
	struct edits before, composed;   /* what earlier stages did, and that together with the edits at hand */
	struct buf was, keys;
	struct new_annotation *records;
	size_t cap;
};

/*
 * Writes a block with its text replaced: every annotation moved, `words=` (which no longer fits) dropped, the `A`
 * records composed with the edits. Returns 0, or -1 without memory.
 */
int writer_rewrite(struct writer *writer, const struct block *block, struct slice text, const struct edits *edits,
		   struct rewrite *work);

void rewrite_free(struct rewrite *work);

#endif
