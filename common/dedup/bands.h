/* SPDX-License-Identifier: MIT */
/*
 * Which documents have a band in common: an index of hashes, which come in no order. A B-tree of some size would be written
 * anew all over for every thousand documents; so new ones are gathered in memory, put into a small level in order, and a
 * level that is full is merged into the next, ten times as large (O'Neil et al. 1996, The Log-Structured Merge-Tree).
 * While memory has room for all documents there are, the levels are written, if at all, and never asked.
 */
#ifndef PHIN_BANDS_H
#define PHIN_BANDS_H

#include <stdint.h>

#include "dedup/recent.h"
#include "sqlite/feed.h"

enum { BAND_LEVELS = 5, BAND_LEVEL_DOCUMENTS = 20000, BAND_LEVEL_RATIO = 10 };

/* The tables, for the schema. */
#define BANDS_SQL \
	"CREATE TABLE band (level INTEGER NOT NULL, hash INTEGER NOT NULL, document INTEGER NOT NULL," \
	" PRIMARY KEY (level, hash, document)) WITHOUT ROWID;" \
	"CREATE TABLE level (number INTEGER PRIMARY KEY, documents INTEGER NOT NULL);"

struct bands {
	struct database *db;
	int is_kept;                     /* the database is a file: what is in memory goes there with every transaction */
	int64_t documents[BAND_LEVELS];  /* in each level, as the transaction at hand sees it */
	int64_t unwritten;               /* documents that are in no level yet */
	int is_complete;                 /* `recent` has all documents that there are */
	int64_t version;                 /* of the database: another when somebody else has written */
	struct recent recent;
	struct feed feed;                /* entries on their way into a level */
	uint64_t *filter;                /* NULL, or which hashes may be in a level (bands.c) */
	unsigned filter_bits;            /* of a bit's number */
	sqlite3_stmt *find, *read, *write, *merge, *clear, *data_version;
};

/* Prepares the statements, takes up to `memory` bytes. Returns 0, or -1 (reported). */
int bands_open(struct bands *bands, struct database *db, int is_kept, size_t memory);
void bands_close(struct bands *bands);

/* At the beginning of a transaction: others may have written. Returns 0, or -1. */
int bands_begin(struct bands *bands);

/* Puts the hashes of a document in, and what memory has of its sketch. Returns 0, or -1. */
int bands_add(struct bands *bands, int64_t document, const struct fingerprint *fingerprint, const int64_t *hashes,
	      int count);

/* A document that has a hash; `recent` until one is added, or NULL if it is in a level. */
struct band_document {
	int64_t number;
	const struct recent_document *recent;
};

/*
 * Documents that have any of up to BANDS hashes, of each up to `room`, the oldest first, RECENT_SAME at most. Returns how
 * many, one after another in `documents`, or -1.
 */
int bands_find(struct bands *bands, const int64_t *hashes, int count, struct band_document *documents, int room);

/* At the end of a transaction: writes what is to be kept, merges what is full. Returns 0, or -1. */
int bands_end(struct bands *bands);

#endif
