/* SPDX-License-Identifier: MIT */
#include "sqlite/database.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/create.h"
#include "base/diag.h"

/* SQLite's codes in words that help; others are said as SQLite says them. */
static const struct {
	int code;
	const char *text;
} reasons[] = {
	{SQLITE_NOTADB, "is not an SQLite database"},
	{SQLITE_READONLY, "cannot be written: read-only"},
	{SQLITE_FULL, "no space left on the device"},
	{SQLITE_CANTOPEN, "cannot be opened"},
	{SQLITE_CORRUPT, "is damaged; sqlite3's .recover may save what it holds"},
	{SQLITE_NOMEM, "out of memory"},
	{SQLITE_IOERR, "reading or writing failed"},
};

/* What a temporary database is called. */
static const char no_file[] = "temporary database";

/*
 * Says so if the database's folder is why it cannot be opened: a new database is made there, and the journal beside an old
 * one. SQLite says "no such file" where none may be made. Returns whether it is.
 */
static int folder_fails(const char *path)
{
	if (path == no_file)
		return 0;
	const char *slash = strrchr(path, '/');
	char *folder = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
	int fails = folder && faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) < 0;
	if (fails)
		diag(DIAG_ERROR, (struct place){.input = path}, "the folder '%s' cannot be written: %s", folder, strerror(errno));
	free(folder);
	return fails;
}

static int fail(struct database *db, int code)
{
	if (db->failed)
		return -1;
	db->failed = 1;
	const char *reason = db->handle ? sqlite3_errmsg(db->handle) : sqlite3_errstr(code);
	int error = db->handle ? sqlite3_system_errno(db->handle) : 0;
	struct place place = {.input = db->path};
	if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED) {
		diag(DIAG_ERROR, place, "locked by another program; waited %zu second%s (--wait)", db->wait_seconds,
		     plural(db->wait_seconds));
		return -1;
	}
	if (((code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY) && folder_fails(db->path))
		return -1;
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].code == (code & 0xff))
			reason = reasons[i].text;
	diag(DIAG_ERROR, place, "%s%s%s", reason, error ? ": " : "", error ? strerror(error) : "");
	return -1;
}

int database_run(struct database *db, const char *sql)
{
	int code = db->failed ? SQLITE_ERROR : sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
	return code == SQLITE_OK ? 0 : fail(db, code);
}

sqlite3_stmt *database_prepare(struct database *db, const char *sql)
{
	sqlite3_stmt *statement = NULL;
	if (db->failed)
		return NULL;
	int code = db->statement_count == DATABASE_STATEMENTS
			   ? SQLITE_NOMEM
			   : sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
	if (code != SQLITE_OK)
		fail(db, code);
	else
		db->statements[db->statement_count++] = statement;
	return statement;
}

int database_step(struct database *db, sqlite3_stmt *statement)
{
	int code = db->failed || !statement ? SQLITE_ERROR : sqlite3_step(statement);
	if (code == SQLITE_ROW)
		return 1;
	if (code != SQLITE_DONE)
		fail(db, code);
	sqlite3_reset(statement);
	return code == SQLITE_DONE ? 0 : -1;
}

int database_do(struct database *db, sqlite3_stmt *statement)
{
	int status = database_step(db, statement);
	sqlite3_reset(statement);
	return status < 0 ? -1 : 0;
}

void database_bind_text(sqlite3_stmt *statement, int at, struct slice text)
{
	if (text.ptr)
		sqlite3_bind_text64(statement, at, text.ptr, text.len, SQLITE_STATIC, SQLITE_UTF8);
	else
		sqlite3_bind_null(statement, at);
}

void database_bind_blob(sqlite3_stmt *statement, int at, const void *bytes, size_t len)
{
	if (bytes)
		sqlite3_bind_blob64(statement, at, bytes, len, SQLITE_STATIC);
	else
		sqlite3_bind_null(statement, at);
}

struct slice database_column(sqlite3_stmt *statement, int at)
{
	const char *ptr = sqlite3_column_blob(statement, at);
	return slice_of(ptr ? ptr : "", (size_t)sqlite3_column_bytes(statement, at));
}

static int read_number(struct database *db, const char *sql, int *number)
{
	sqlite3_stmt *statement = database_prepare(db, sql);
	int status = database_step(db, statement);
	*number = status == 1 ? sqlite3_column_int(statement, 0) : 0;
	sqlite3_reset(statement);
	return status < 0 ? -1 : 0;
}

/* A new file is ours to fill; one that has tables must be ours already. In a transaction, for another may make it now. */
static int check_owner(struct database *db, const struct database_schema *schema)
{
	int owner, version, tables;
	if (read_number(db, "PRAGMA application_id", &owner) < 0 ||
	    read_number(db, "PRAGMA user_version", &version) < 0 ||
	    read_number(db, "SELECT count(*) FROM sqlite_schema", &tables) < 0)
		return -1;
	if (tables == 0 || (owner == schema->application_id && version == schema->version))
		return 0;
	db->failed = 1;
	if (owner != schema->application_id)
		diag(DIAG_ERROR, (struct place){.input = db->path}, "a database, but not %s", schema->what);
	else
		diag(DIAG_ERROR, (struct place){.input = db->path}, "%s of version %d; this program writes version %d",
		     schema->what, version, schema->version);
	return -1;
}

static int create(struct database *db, const struct database_schema *schema)
{
	char pragmas[128];
	snprintf(pragmas, sizeof pragmas, "PRAGMA application_id=%d; PRAGMA user_version=%d", schema->application_id,
		 schema->version);
	int tables;
	if (database_begin(db) < 0 || check_owner(db, schema) < 0 ||
	    read_number(db, "SELECT count(*) FROM sqlite_schema", &tables) < 0)
		return -1;
	if (tables == 0 && (database_run(db, pragmas) < 0 || database_run(db, schema->sql) < 0))
		return -1;
	return database_commit(db);
}

/* One thread, and nobody asks how much memory is in use: no mutex is needed around every call, no count. */
static void configure(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* SQLite takes no name for a temporary database, and a folder that is not there for a file without the slash. */
static int check_path(struct database *db, const char *path)
{
	size_t len = strlen(path);
	db->failed = len == 0 || path[len - 1] == '/';
	if (db->failed)
		diag(DIAG_ERROR, (struct place){.input = path}, "not the name of a file");
	else
		db->failed = create_check(path) < 0;
	return db->failed ? -1 : 0;
}

static int check_before(struct database *db, const struct database_schema *schema)
{
	return database_run(db, "BEGIN") < 0 || check_owner(db, schema) < 0 ? -1 : database_run(db, "COMMIT");
}

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* While others open a new database SQLite finds it locked at once, whatever the timeout. */
static int start_wal(struct database *db)
{
	enum { PAUSE_MILLISECONDS = 10 };
	double end = seconds() + (double)db->wait_seconds;
	int code;
	while ((code = sqlite3_exec(db->handle, "PRAGMA journal_mode=WAL", NULL, NULL, NULL) & 0xff) == SQLITE_BUSY &&
	       seconds() < end)
		sqlite3_sleep(PAUSE_MILLISECONDS);
	return code == SQLITE_OK ? database_run(db, "PRAGMA synchronous=NORMAL") : fail(db, code);
}

int database_open(struct database *db, const char *path, size_t cache_bytes, const struct database_schema *schema)
{
	char pragmas[256];
	db->path = path ? path : no_file;
	configure();
	if (path && check_path(db, path) < 0)
		return -1;
	int code = sqlite3_open_v2(path ? path : "", &db->handle,
				   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
	if (code != SQLITE_OK)
		return fail(db, code);
	sqlite3_extended_result_codes(db->handle, 1);
	sqlite3_busy_timeout(db->handle, (int)(db->wait_seconds * 1000));
	/*
	 * NORMAL in WAL mode survives a killed process whole, and a power cut without damage. Rows that refer to others are
	 * written behind them, by one writer: SQLite need not look each of them up (an eighth of all instructions).
	 */
	snprintf(pragmas, sizeof pragmas, "PRAGMA page_size=%d; PRAGMA cache_size=-%zu; PRAGMA temp_store=FILE",
		 schema->page_bytes, cache_bytes / 1024);
	if (database_run(db, pragmas) < 0 || check_before(db, schema) < 0)
		return -1;
	if ((path ? start_wal(db) : database_run(db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF")) < 0)
		return -1;
	if (create(db, schema) < 0)
		return -1;
	if (path)
		create_claim(path);
	return 0;
}

int database_begin(struct database *db)
{
	if (db->in_transaction)
		return 0;
	if (database_run(db, "BEGIN IMMEDIATE") < 0)
		return -1;
	db->in_transaction = 1;
	return 0;
}

int database_commit(struct database *db)
{
	if (!db->in_transaction)
		return 0;
	db->in_transaction = 0;
	return database_run(db, "COMMIT");
}

void database_close(struct database *db)
{
	while (db->statement_count > 0)
		sqlite3_finalize(db->statements[--db->statement_count]);
	sqlite3_close(db->handle);
	db->handle = NULL;
	db->in_transaction = 0;
}
