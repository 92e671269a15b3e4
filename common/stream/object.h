/* SPDX-License-Identifier: MIT */
/*
 * A document as one JSON object, filters/to-jsonl.schema.json: what came with it, its text, blocks, sentences, figures.
 * Offsets are checkable: text[start:end] is the surface. Metadata and numbers come out as they went in.
 */
#ifndef PHIN_OBJECT_H
#define PHIN_OBJECT_H

#include "base/output.h"
#include "stream/cursor.h"
#include "stream/document.h"
#include "stream/source_map.h"

/* What is wanted, and room for the work, kept from document to document. */
struct object_writer {
	enum text_unit unit;              /* of offsets */
	int with_source;                  /* source_start, source_end too */
	/* The rest is the writer's own. */
	struct document *document;
	struct output *out;
	struct cursor cursor;
	struct source_map source;
	size_t elements;                  /* of the array being written */
	size_t sentences;                 /* passed so far */
	size_t sentence_begin, sentence_end;  /* of the last one */
	int failed;                       /* no memory */
};

/* Writes the object, without a newline. Returns 0, or -1 without memory. */
int object_put(struct object_writer *object, struct document *document, struct output *out);

void object_free(struct object_writer *object);

#endif
