/* SPDX-License-Identifier: MIT */
/*
 * Where a span of the text as it is stood in the text as it came: the field or file that the block was taken from,
 * decoded. Built block by block, in order, from at= and the `A` records.
 */
#ifndef PHIN_SOURCE_MAP_H
#define PHIN_SOURCE_MAP_H

#include <stddef.h>

#include "base/edit.h"
#include "stream/document.h"
#include "stream/schema.h"

struct source_map {
	enum text_unit unit;
	const struct document *document;
	const struct document_block *block;
	struct edits edits;        /* of the block, turned round: from the text as it is to the text as it came */
	long long *deltas;         /* units that the source is longer by, behind the first n edits */
	size_t delta_cap;
	size_t base, expected;     /* units: where the block begins in the source; where the next one would */
	size_t known_byte, known_count;
	struct buf scratch;
};

/* Begins a document. */
void source_map_document(struct source_map *map, const struct document *document, enum text_unit unit);

/* Turns to the next block. Returns 0, or -1 without memory. */
int source_map_block(struct source_map *map, const struct document_block *block);

/* Maps a span of document->text, inside of the block, to the source. */
void source_map_span(struct source_map *map, size_t begin, size_t end, size_t *source_begin, size_t *source_end);

void source_map_free(struct source_map *map);

#endif
