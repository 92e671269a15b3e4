/* SPDX-License-Identifier: MIT */
/* A virtual table of the simplest kind (sqlite.org/vtab.html): eponymous, read from the first row to the last. */
#include "sqlite/feed.h"

#include <stdlib.h>

#include "base/diag.h"

const char feed_number[] = "";

struct feed_table {
	sqlite3_vtab base;
	const struct feed *feed;
};

struct feed_cursor {
	sqlite3_vtab_cursor base;
	const struct feed_cell *row, *end;
	size_t columns;
};

static int connect(sqlite3 *handle, void *context, int argc, const char *const *argv, sqlite3_vtab **table, char **error)
{
	const struct feed *feed = context;
	struct buf sql = {0};
	(void)argc, (void)argv, (void)error;
	buf_put_string(&sql, "CREATE TABLE feed (");
	for (size_t i = 0; i < feed->columns; i++)
		buf_printf(&sql, "%sc%zu", i ? ", " : "", i);
	buf_put(&sql, ")", sizeof ")");
	int code = sql.failed ? SQLITE_NOMEM : sqlite3_declare_vtab(handle, sql.ptr);
	buf_free(&sql);
	struct feed_table *made = code == SQLITE_OK ? calloc(1, sizeof *made) : NULL;
	if (!made)
		return code == SQLITE_OK ? SQLITE_NOMEM : code;
	made->feed = feed;
	*table = &made->base;
	return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *table)
{
	free(table);
	return SQLITE_OK;
}

static int best_index(sqlite3_vtab *table, sqlite3_index_info *info)
{
	(void)table, (void)info;
	return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
	struct feed_cursor *made = calloc(1, sizeof *made);
	(void)table;
	if (!made)
		return SQLITE_NOMEM;
	*cursor = &made->base;
	return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor)
{
	free(cursor);
	return SQLITE_OK;
}

static int filter(sqlite3_vtab_cursor *base, int number, const char *string, int argc, sqlite3_value **argv)
{
	struct feed_cursor *cursor = (struct feed_cursor *)base;
	const struct feed *feed = ((struct feed_table *)base->pVtab)->feed;
	(void)number, (void)string, (void)argc, (void)argv;
	cursor->row = (const struct feed_cell *)(const void *)feed->cells.ptr;
	cursor->end = cursor->row + feed->cells.len / sizeof *cursor->row;
	cursor->columns = feed->columns;
	return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base)
{
	struct feed_cursor *cursor = (struct feed_cursor *)base;
	cursor->row += cursor->columns;
	return SQLITE_OK;
}

static int is_at_end(sqlite3_vtab_cursor *base)
{
	const struct feed_cursor *cursor = (struct feed_cursor *)base;
	return cursor->row >= cursor->end;
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *result, int at)
{
	const struct feed_cell *cell = &((struct feed_cursor *)base)->row[at];
	if (cell->text == feed_number)
		sqlite3_result_int64(result, cell->number);
	else if (cell->text)
		sqlite3_result_text64(result, cell->text, (sqlite3_uint64)cell->number, SQLITE_STATIC, SQLITE_UTF8);
	return SQLITE_OK;
}

static int row_number(sqlite3_vtab_cursor *base, sqlite3_int64 *number)
{
	(void)base;
	*number = 0;
	return SQLITE_OK;
}

/* Without xCreate the table is there by its module's name. */
static const sqlite3_module module = {
	.xConnect = connect, .xBestIndex = best_index, .xDisconnect = disconnect, .xDestroy = disconnect,
	.xOpen = open_cursor, .xClose = close_cursor, .xFilter = filter, .xNext = next, .xEof = is_at_end,
	.xColumn = column, .xRowid = row_number,
};

int feed_open(struct feed *feed, struct database *db, const char *name, size_t columns, const char *insert)
{
	*feed = (struct feed){.columns = columns};
	if (db->failed)
		return -1;
	if (sqlite3_create_module(db->handle, name, &module, feed) != SQLITE_OK) {
		diag_error("out of memory");
		db->failed = 1;
		return -1;
	}
	feed->insert = database_prepare(db, insert);
	return db->failed ? -1 : 0;
}

int feed_write(struct feed *feed, struct database *db)
{
	if (feed->cells.failed) {
		diag_error("out of memory");
		db->failed = 1;
	}
	int status = db->failed ? -1 : feed->cells.len == 0 ? 0 : database_do(db, feed->insert);
	buf_reset(&feed->cells);
	return status;
}

void feed_free(struct feed *feed)
{
	buf_free(&feed->cells);
}
