/* SPDX-License-Identifier: MIT */
/* A whole document in memory, as sinks need it: what its records say, unescaped, and the records as they came. */
#ifndef PHIN_DOCUMENT_H
#define PHIN_DOCUMENT_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/slice.h"
#include "stream/reader.h"

struct document_meta {
	struct slice key;    /* unescaped */
	struct slice value;  /* JSON, as it came */
};

struct document_block {
	struct slice role;
	struct slice keys;           /* escaped fields; ptr NULL if none */
	size_t begin, end;           /* bytes of document->text */
	size_t first, count;         /* its annotations */
};

struct document_annotation {
	struct slice type;
	struct slice keys;           /* escaped fields; ptr NULL if none */
	size_t begin, end;           /* bytes of document->text */
	size_t block;
};

struct document_finding {
	int is_error;
	struct slice stage, code, place, message;
};

struct document_list {
	void *items;
	size_t count, cap;
};

struct document {
	struct slice id;
	struct buf text;             /* the blocks, joined by a blank line */
	struct document_meta *metas;
	struct document_block *blocks;
	struct document_annotation *annotations;
	struct document_finding *findings;
	struct slice *records;       /* every record as it came, %doc and %end too */
	struct slice *others;        /* records of unknown types */
	struct slice *raws;          /* pieces of a record that a source could not read, unescaped */
	size_t meta_count, block_count, annotation_count, finding_count, record_count, other_count, raw_count;
	const struct document_finding *error;  /* the first finding of severity error, NULL if there is none */
	struct document_list lists[7];
	struct arena arena;
	struct buf scratch;
	const char *stage;           /* who reads: the stage of findings that are made here */
	struct place place;          /* of the record at hand, for those findings */
	int memory_failed;
};

enum document_status {
	DOCUMENT_EOF,        /* no more */
	DOCUMENT_READ,       /* whole; document->error tells whether it is to be delivered */
	DOCUMENT_TOO_LARGE,  /* more than --max-document: the rest is still with the reader */
	DOCUMENT_TRUNCATED,  /* the input ended inside: reader->problem; what came is here */
	DOCUMENT_BROKEN,     /* reader->problem, between documents, or no memory */
};

void document_init(struct document *document, const char *stage);

/* Reads the next document. What it holds is valid until the next call. */
enum document_status document_next(struct document *document, struct reader *reader, size_t max_document);

/*
 * The value of a metadata key. Where it stands twice the first is meant, and the second is metadata like any other.
 * Returns 1, or 0.
 */
int document_meta(const struct document *document, const char *key, struct slice *json);

/* The text of a metadata key whose value is a JSON string; returns 1, or 0 if there is none or it is no string. */
int document_meta_text(struct document *document, const char *key, struct slice *text);

/* The value of a metadata key as text: of a string what it says, of another its JSON; null is none. Returns 1, or 0. */
int document_meta_value(struct document *document, const char *key, struct slice *text);

/* The metadata's date as a text that compares and sorts, common/stream/docdate.h. Returns 1, or 0 if there is none. */
int document_date(struct document *document, struct slice *text);

/* The title: the text of the block with that role, else the metadata's. Returns 1, or 0 if there is none. */
int document_title(struct document *document, struct slice *text);

/* The unescaped value of a key of an annotation; lives as long as the document. Returns 1, or 0. */
int document_key(struct document *document, struct slice keys, const char *key, struct slice *value);

/* A field unescaped, in memory that lasts as long as the document. One with a broken escape stays as it is. */
struct slice document_unescaped(struct document *document, struct slice field);

/* Whether memory was wanting since the document was begun, also for the calls above: what it holds is then not whole. */
int document_out_of_memory(const struct document *document);

void document_free(struct document *document);

#endif
