/* SPDX-License-Identifier: MIT */
/* Documents in an SQLite database that people query: tables, views, and a full-text index that finds without marks too. */
#ifndef PHIN_STORE_H
#define PHIN_STORE_H

#include <stdint.h>

#include "sqlite/feed.h"
#include "stream/cursor.h"
#include "stream/document.h"

/* The statements that make the database, as --schema prints them: tables and views, and the indexes behind them. */
extern const char store_tables[], store_indexes[];

/* The tables whose rows are gathered, document by document. */
enum { STORE_BLOCK, STORE_SENTENCE, STORE_FIGURE, STORE_ANNOTATION, STORE_WARNING, STORE_FEEDS };

struct store {
	struct database db;
	uint64_t added, updated, unchanged;
	/* The rest is the store's own. */
	size_t uncommitted, gather_bytes;
	sqlite3_stmt *gather, *find, *add, *update, *clear[STORE_FEEDS], *last_sentence;
	struct feed feeds[STORE_FEEDS];
	int64_t sentences;        /* the number of the last */
	int has_indexes, has_nul;
	struct buf records, meta, folded, words, shown;
	struct cursor cursor;
};

/*
 * Opens or makes the database. db.wait_seconds is to be set before. Half of the memory is for its pages, half for what the
 * full-text index gathers. Returns 0, or -1 (reported).
 */
int store_open(struct store *store, const char *path, size_t memory);

/* Puts a document in, or in the place of the one with its id; one that is there already, the same, is left alone. */
int store_put(struct store *store, struct document *document);

/* Ends the transaction at hand, so that others may write. Returns 0, or -1 (reported). */
int store_commit(struct store *store);

/* The same at the end, or where input pauses: a database that was new gets its indexes. */
int store_settle(struct store *store);

/* Brings the full-text index up to date, commits. Returns 0, or -1 (reported). */
int store_finish(struct store *store);

void store_close(struct store *store);

/*
 * Inside: a text as SQL can work on it, whose functions take NUL for the end: U+FFFD stands in its place, one character for
 * one, so that offsets hold. Lives as long as the document, whose memory may fail.
 */
struct slice store_text(struct store *store, struct document *document, struct slice text);

/* Inside: the tables of a document's parts (rows.c). */
int store_open_rows(struct store *store);
int store_put_rows(struct store *store, struct document *document, int64_t number);
void store_close_rows(struct store *store);

#endif
