/* SPDX-License-Identifier: MIT */
/*
 * Rows that a program has, as a table that SQLite can read: one statement, INSERT INTO t SELECT * FROM feed, then writes
 * them all, where a statement run for every row would be set up and ended as many times.
 */
#ifndef PHIN_FEED_H
#define PHIN_FEED_H

#include "base/buf.h"
#include "sqlite/database.h"

struct feed {
	size_t columns;
	struct buf cells;        /* struct feed_cell, row after row */
	sqlite3_stmt *insert;
};

/* Text of `number` bytes, a number where the text is feed_number, NULL where it is NULL. */
struct feed_cell {
	const char *text;
	int64_t number;
};

extern const char feed_number[];

/*
 * Makes the feed a table of the database, by that name, until it is closed; `insert` is run by feed_write. Returns 0, or -1
 * (reported).
 */
int feed_open(struct feed *feed, struct database *db, const char *name, size_t columns, const char *insert);

/* The next cell of the row at hand; text must stay where it is until the feed is written. Without pointer it is NULL. */
static inline void feed_text(struct feed *feed, struct slice text)
{
	struct feed_cell cell = {text.ptr, (int64_t)text.len};
	buf_put(&feed->cells, &cell, sizeof cell);
}

static inline void feed_integer(struct feed *feed, int64_t number)
{
	struct feed_cell cell = {feed_number, number};
	buf_put(&feed->cells, &cell, sizeof cell);
}

/* Whether it holds so much that waiting for more would gain nothing. */
static inline int feed_is_full(const struct feed *feed)
{
	enum { FULL = 256 << 10 };
	return feed->cells.len >= FULL;
}

/* Writes what it holds and empties it. Returns 0, or -1 (reported), also where there was no memory for a cell. */
int feed_write(struct feed *feed, struct database *db);

void feed_free(struct feed *feed);

#endif
