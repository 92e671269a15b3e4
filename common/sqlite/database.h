/* SPDX-License-Identifier: MIT */
/*
 * An SQLite database as phin's programs use one: safe when a process dies (WAL), readable meanwhile, patient with other
 * writers and plain about it when patience ends. The first failure is reported where it happens and stays.
 */
#ifndef PHIN_DATABASE_H
#define PHIN_DATABASE_H

#include <sqlite3.h>

#include "base/slice.h"

enum { DATABASE_STATEMENTS = 48 };

struct database {
	sqlite3 *handle;
	const char *path;      /* for messages */
	size_t wait_seconds;   /* how long to wait for another writer */
	int failed;            /* sticky; was reported */
	int in_transaction;
	sqlite3_stmt *statements[DATABASE_STATEMENTS];  /* those that were prepared, to be finalized */
	size_t statement_count;
};

struct database_schema {
	const char *sql;       /* creates everything; every statement with IF NOT EXISTS */
	const char *what;      /* "a state of dedup", for messages */
	int application_id;    /* PRAGMA application_id: whose file it is */
	int version;           /* PRAGMA user_version */
	int page_bytes;        /* of a new database; 0: as SQLite would have it */
};

/*
 * Opens the file, or a private temporary database if path is NULL, with a page cache of cache_bytes, and creates the
 * schema; refuses a database of somebody else or of another version. Returns 0, or -1.
 */
int database_open(struct database *db, const char *path, size_t cache_bytes, const struct database_schema *schema);

/* Prepares a statement, which lives until the database is closed. NULL once anything failed. */
sqlite3_stmt *database_prepare(struct database *db, const char *sql);

/* Runs statements that return nothing. Returns 0, or -1. */
int database_run(struct database *db, const char *sql);

/* Steps a statement: 1 a row, 0 done (and reset), -1 failed. */
int database_step(struct database *db, sqlite3_stmt *statement);

/* Steps a statement that returns no rows, and resets it. Returns 0, or -1. */
int database_do(struct database *db, sqlite3_stmt *statement);

void database_bind_text(sqlite3_stmt *statement, int at, struct slice text);  /* ptr NULL: NULL; text must stay */
void database_bind_blob(sqlite3_stmt *statement, int at, const void *bytes, size_t len);
struct slice database_column(sqlite3_stmt *statement, int at);                /* text or blob, until the next step */

/* Begins a transaction that may write, unless one is open; ends it. Return 0, or -1. */
int database_begin(struct database *db);
int database_commit(struct database *db);

/* Commits nothing that is still open. */
void database_close(struct database *db);

#endif
