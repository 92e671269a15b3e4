/* SPDX-License-Identifier: MIT */
#include "sqlite/store.h"

#include "base/diag.h"
#include "base/hash.h"
#include "base/json.h"
#include "stream/record.h"

/* Documents a transaction: enough for speed, few enough that others get their turn. */
enum { BATCH = 500 };

/* Rows come one behind the other, and of pages four times as large as usual a quarter as many are split. */
static const struct database_schema schema = {.sql = store_tables,
					      .what = "a database of to-sqlite",
					      .application_id = 0x7068696e,
					      .version = 1,
					      .page_bytes = 16384};

/* Everything of a document that goes when it is read anew; figures before the sentences that they name. */
static const char *const clear_sql[STORE_FEEDS] = {
	"DELETE FROM figure WHERE document = ?",     "DELETE FROM sentence WHERE document = ?",
	"DELETE FROM block WHERE document = ?",      "DELETE FROM annotation WHERE document = ?",
	"DELETE FROM warning WHERE document = ?",
};

/* Numbers of sentences go on behind the last one there is. */
static int find_last_sentence(struct store *store)
{
	int row = database_step(&store->db, store->last_sentence);
	store->sentences = row == 1 ? sqlite3_column_int64(store->last_sentence, 0) : 0;
	sqlite3_reset(store->last_sentence);
	return row < 0 ? -1 : 0;
}

/* Others may have written since the last transaction. */
static int begin(struct store *store)
{
	if (store->db.in_transaction)
		return 0;
	return database_begin(&store->db) < 0 ? -1 : find_last_sentence(store);
}

static int make_indexes(struct store *store)
{
	if (store->has_indexes)
		return 0;
	store->has_indexes = 1;
	return database_run(&store->db, store_indexes);
}

/*
 * A database that is empty gets its indexes when its rows are there: sorted once they take half as long as put in one by
 * one, all over the file. Whoever replaces a document, or finds rows without them, makes them first.
 */
static int find_indexes(struct store *store)
{
	int any = 0;
	sqlite3_stmt *count = database_prepare(&store->db, "SELECT EXISTS (SELECT 1 FROM document)");
	int row = database_step(&store->db, count);
	any = row == 1 && sqlite3_column_int(count, 0);
	sqlite3_reset(count);
	return row < 0 ? -1 : any ? make_indexes(store) : 0;
}

int store_open(struct store *store, const char *path, size_t memory)
{
	struct database *db = &store->db;
	store->gather_bytes = memory / 2;
	if (database_open(db, path, memory / 2, &schema) < 0)
		return -1;
	store->gather = database_prepare(db, "INSERT INTO search (search, rank) VALUES ('hashsize', ?)");
	store->find = database_prepare(db, "SELECT number, hash FROM document WHERE id = ?");
	store->add = database_prepare(db, "INSERT INTO document (hash, date, title, url, source, meta, text, id)"
					  " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
	store->update = database_prepare(db, "UPDATE document SET hash = ?, date = ?, title = ?, url = ?, source = ?,"
					     " meta = ?, text = ? WHERE id = ?");
	for (size_t i = 0; i < STORE_FEEDS; i++)
		store->clear[i] = database_prepare(db, clear_sql[i]);
	store->last_sentence = database_prepare(db, "SELECT max(number) FROM sentence");
	if (store_open_rows(store) < 0 || begin(store) < 0 || find_indexes(store) < 0)
		return -1;
	return database_commit(db);
}

/* Whether NUL may stand in a text: it comes by an escape alone, \x00 in a record. */
static int has_nul(struct slice records)
{
	const char *at = records.ptr, *end = at + records.len;
	while (end - at > 3 && (at = memchr(at, '\\', (size_t)(end - at - 3)))) {
		if (memcmp(at, "\\x00", 4) == 0)
			return 1;
		at++;
	}
	return 0;
}

/* The hash of what the document says: its records but for findings, whose places name files. */
static void hash_records(struct store *store, const struct document *document, char hex[HASH_HEX_LEN])
{
	buf_reset(&store->records);
	for (size_t i = 0; i < document->record_count; i++) {
		if (record_kind(document->records[i]) == RECORD_FINDING)
			continue;
		buf_put_slice(&store->records, document->records[i]);
		buf_put_byte(&store->records, '\n');
	}
	hash_hex(buf_slice(&store->records), hex);
	store->has_nul = has_nul(buf_slice(&store->records));
}

static void render_meta(struct store *store, const struct document *document)
{
	struct buf *json = &store->meta;
	buf_reset(json);
	buf_put_byte(json, '{');
	for (size_t i = 0; i < document->meta_count; i++) {
		if (i > 0)
			buf_put_byte(json, ',');
		json_put_string_buf(json, document->metas[i].key);
		buf_put_byte(json, ':');
		buf_put_slice(json, document->metas[i].value);
	}
	buf_put_byte(json, '}');
}

static void bind_meta(struct store *store, sqlite3_stmt *row, int at, struct document *document, const char *key)
{
	struct slice text;
	if (document_meta_value(document, key, &text))
		database_bind_text(row, at, store_text(store, document, text));
	else
		sqlite3_bind_null(row, at);
}

static struct slice not_null(struct slice text)
{
	return text.ptr ? text : SLICE("");
}

/* Writes the row of the document; returns its number, or -1. */
static int64_t put_document(struct store *store, struct document *document, int64_t number, struct slice id,
			    const char hex[HASH_HEX_LEN])
{
	sqlite3_stmt *row = number > 0 ? store->update : store->add;
	struct slice date, title;
	render_meta(store, document);
	database_bind_text(row, 1, slice_of(hex, HASH_HEX_LEN));
	date = document_date(document, &date) ? store_text(store, document, date) : slice_of(NULL, 0);
	database_bind_text(row, 2, date);
	title = document_title(document, &title) ? store_text(store, document, not_null(title)) : slice_of(NULL, 0);
	database_bind_text(row, 3, title);
	bind_meta(store, row, 4, document, "url");
	bind_meta(store, row, 5, document, "source");
	database_bind_text(row, 6, buf_slice(&store->meta));
	database_bind_text(row, 7, store_text(store, document, not_null(buf_slice(&document->text))));
	database_bind_text(row, 8, id);
	if (database_do(&store->db, row) < 0)
		return -1;
	return number > 0 ? number : sqlite3_last_insert_rowid(store->db.handle);
}

static int clear(struct store *store, int64_t number)
{
	if (make_indexes(store) < 0)
		return -1;
	for (size_t i = 0; i < STORE_FEEDS; i++) {
		sqlite3_bind_int64(store->clear[i], 1, number);
		if (database_do(&store->db, store->clear[i]) < 0)
			return -1;
	}
	return find_last_sentence(store);
}

static int write_document(struct store *store, struct document *document, int64_t number, struct slice id,
			  const char hex[HASH_HEX_LEN])
{
	if (number > 0 && clear(store, number) < 0)
		return -1;
	number = put_document(store, document, number, id, hex);
	return number < 0 ? -1 : store_put_rows(store, document, number);
}

static int no_memory(const struct store *store, const struct document *document)
{
	return store->records.failed || store->meta.failed || store->folded.failed || store->words.failed ||
	       store->shown.failed || document_out_of_memory(document);
}

int store_put(struct store *store, struct document *document)
{
	char hex[HASH_HEX_LEN];
	int64_t number = 0;
	if (begin(store) < 0)
		return -1;
	hash_records(store, document, hex);
	/* Without an id it is known by what it says: none shall take another's place. */
	struct slice id = document->id.len ? store_text(store, document, document->id) : slice_of(hex, HASH_HEX_LEN);
	database_bind_text(store->find, 1, id);
	int found = database_step(&store->db, store->find);
	int same = found == 1 && slice_equal(database_column(store->find, 1), slice_of(hex, HASH_HEX_LEN));
	if (found == 1)
		number = sqlite3_column_int64(store->find, 0);
	sqlite3_reset(store->find);
	if (found < 0 || (!same && write_document(store, document, number, id, hex) < 0))
		return -1;
	if (no_memory(store, document)) {
		diag_error("out of memory");
		store->db.failed = 1;  /* what is half a document is not committed */
		return -1;
	}
	*(same ? &store->unchanged : found ? &store->updated : &store->added) += 1;
	return ++store->uncommitted >= BATCH ? store_commit(store) : 0;
}

int store_settle(struct store *store)
{
	if (!store->has_indexes && (begin(store) < 0 || make_indexes(store) < 0))
		return -1;
	return store_commit(store);
}

int store_commit(struct store *store)
{
	store->uncommitted = 0;
	return database_commit(&store->db);
}

/*
 * How much FTS5 gathers before it writes a piece of the index, which it merges with others later, again and again if they
 * are small: a megabyte, unless told otherwise. The setting is kept in the database: it is put back.
 */
static int set_gathering(struct store *store, size_t bytes)
{
	enum { MOST = 1 << 30 };
	sqlite3_bind_int64(store->gather, 1, bytes < MOST ? (int64_t)bytes : MOST);
	return database_do(&store->db, store->gather);
}

/* The sentences that the index does not have are those behind its last, also when a run before this one died. */
static int find_unindexed(struct store *store, int *any)
{
	sqlite3_stmt *find = database_prepare(
		&store->db, "SELECT (SELECT max(number) FROM sentence) > (SELECT coalesce(max(id), 0) FROM search_docsize)");
	int row = database_step(&store->db, find);
	*any = row == 1 && sqlite3_column_int(find, 0);
	sqlite3_reset(find);
	return row < 0 ? -1 : 0;
}

static int index_sentences(struct store *store)
{
	enum { DEFAULT = 1 << 20 };
	if (set_gathering(store, store->gather_bytes) < 0 ||
	    database_run(&store->db, "INSERT INTO search (rowid, text, folded) SELECT number, text, folded FROM sentence"
				     " WHERE number > (SELECT coalesce(max(id), 0) FROM search_docsize)") < 0)
		return -1;
	return set_gathering(store, DEFAULT);
}

int store_finish(struct store *store)
{
	int any;
	if (store_settle(store) < 0 || database_begin(&store->db) < 0 || find_unindexed(store, &any) < 0 ||
	    (any && index_sentences(store) < 0))
		return -1;
	return database_commit(&store->db);
}

void store_close(struct store *store)
{
	database_close(&store->db);
	store_close_rows(store);
	buf_free(&store->records);
	buf_free(&store->meta);
	buf_free(&store->folded);
	buf_free(&store->words);
	buf_free(&store->shown);
}
