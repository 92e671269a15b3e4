/* SPDX-License-Identifier: MIT */
/* Documents in an SQLite database that people query: tables, views, and a full-text index that finds without marks too. */
#ifndef PHIN_STORE_H
#define PHIN_STORE_H

#include <stdint.h>

#include "sqlite/database.h"
#include "stream/cursor.h"
#include "stream/document.h"

/* The statements that make the database, as --schema prints them. */
extern const char store_schema[];

struct store {
	struct database db;
	uint64_t added, updated, unchanged;
	/* The rest is the store's own. */
	size_t uncommitted;
	sqlite3_stmt *find, *add, *update, *clear[5], *add_block, *add_sentence, *add_figure, *add_annotation, *add_warning;
	struct buf records, meta, folded, words, scratch;
	struct cursor cursor;
};

/* Opens or makes the database. db.wait_seconds is to be set before. Returns 0, or -1 (reported). */
int store_open(struct store *store, const char *path, size_t cache_bytes);

/* Puts a document in, or in the place of the one with its id; one that is there already, the same, is left alone. */
int store_put(struct store *store, struct document *document);

/* Ends the transaction at hand, so that others may write. Returns 0, or -1 (reported). */
int store_commit(struct store *store);

/* Brings the full-text index up to date, commits. Returns 0, or -1 (reported). */
int store_finish(struct store *store);

void store_close(struct store *store);

#endif
