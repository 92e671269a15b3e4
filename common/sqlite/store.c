/* SPDX-License-Identifier: MIT */
#include "sqlite/store.h"

#include "base/diag.h"
#include "base/hash.h"
#include "base/json.h"
#include "stream/record.h"
#include "table/sentence_words.h"
#include "table/timex.h"
#include "vietnamese/fold.h"

/* Documents a transaction: enough for speed, few enough that others get their turn. */
enum { BATCH = 500 };

static const struct database_schema schema = {
	.sql = store_schema, .what = "a database of to-sqlite", .application_id = 0x7068696e, .version = 1};

/* Everything of a document that goes when it is read anew; figures before the sentences that they name. */
static const char *const clear_sql[] = {
	"DELETE FROM figure WHERE document = ?",     "DELETE FROM sentence WHERE document = ?",
	"DELETE FROM block WHERE document = ?",      "DELETE FROM annotation WHERE document = ?",
	"DELETE FROM warning WHERE document = ?",
};
enum { CLEARS = sizeof clear_sql / sizeof *clear_sql };

/* The keys of a figure in the order of its columns, from the eighth on. */
static const char *const figure_keys[] = {"from", "to",   "unit", "per",  "mod",  "change",
					  "role", "noun", "of",   "type", "part", "calendar"};
enum { FIGURE_KEYS = sizeof figure_keys / sizeof *figure_keys };

int store_open(struct store *store, const char *path, size_t cache_bytes)
{
	struct database *db = &store->db;
	if (database_open(db, path, cache_bytes, &schema) < 0)
		return -1;
	store->find = database_prepare(db, "SELECT number, hash FROM document WHERE id = ?");
	store->add = database_prepare(db, "INSERT INTO document (hash, date, title, url, source, meta, text, id)"
					  " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
	store->update = database_prepare(db, "UPDATE document SET hash = ?, date = ?, title = ?, url = ?, source = ?,"
					     " meta = ?, text = ? WHERE id = ?");
	for (size_t i = 0; i < CLEARS; i++)
		store->clear[i] = database_prepare(db, clear_sql[i]);
	store->add_block = database_prepare(db, "INSERT INTO block VALUES (?, ?, ?, ?, ?)");
	store->add_sentence = database_prepare(
		db, "INSERT INTO sentence (document, ordinal, block, start_at, end_at, text, words, folded)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
	store->add_figure = database_prepare(
		db, "INSERT INTO figure (document, ordinal, sentence, start_at, end_at, surface, kind, from_value, to_value,"
		    " unit, per, mod, change, role, noun, of_what, type, part, calendar, value, amount, first_day, last_day)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
	store->add_annotation = database_prepare(db, "INSERT INTO annotation VALUES (?, ?, ?, ?, ?, ?)");
	store->add_warning = database_prepare(db, "INSERT INTO warning VALUES (?, ?, ?, ?, ?, ?)");
	return db->failed ? -1 : 0;
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

static void bind_meta(sqlite3_stmt *statement, int at, struct document *document, const char *key)
{
	struct slice text;
	database_bind_text(statement, at, document_meta_value(document, key, &text) ? text : slice_of(NULL, 0));
}

static struct slice not_null(struct slice text)
{
	return text.ptr ? text : SLICE("");
}

/* Writes the row of the document; returns its number, or -1. */
static int64_t put_document(struct store *store, struct document *document, int64_t number, const char hex[HASH_HEX_LEN])
{
	sqlite3_stmt *row = number > 0 ? store->update : store->add;
	struct slice title;
	render_meta(store, document);
	database_bind_text(row, 1, slice_of(hex, HASH_HEX_LEN));
	bind_meta(row, 2, document, "date");
	database_bind_text(row, 3, document_title(document, &title) ? not_null(title) : slice_of(NULL, 0));
	bind_meta(row, 4, document, "url");
	bind_meta(row, 5, document, "source");
	database_bind_text(row, 6, buf_slice(&store->meta));
	database_bind_text(row, 7, not_null(buf_slice(&document->text)));
	database_bind_text(row, 8, not_null(document->id));
	if (database_do(&store->db, row) < 0)
		return -1;
	return number > 0 ? number : sqlite3_last_insert_rowid(store->db.handle);
}

static void bind_span(struct store *store, sqlite3_stmt *row, int at, size_t begin, size_t end)
{
	sqlite3_bind_int64(row, at, (int64_t)cursor_at(&store->cursor, begin));
	sqlite3_bind_int64(row, at + 1, (int64_t)cursor_at(&store->cursor, end));
}

/* Where the rows of a document go, and how many there are of each kind. */
struct place_in {
	int64_t document, sentence;
	size_t sentence_end;
	int64_t sentences, figures, annotations;
};

static int put_sentence(struct store *store, struct document *document, struct place_in *in, size_t block, size_t begin,
			size_t end, struct slice keys)
{
	sqlite3_stmt *row = store->add_sentence;
	struct slice text = slice_of(document->text.ptr + begin, end - begin);
	buf_reset(&store->folded);
	text_fold(text, &store->folded);
	sqlite3_bind_int64(row, 1, in->document);
	sqlite3_bind_int64(row, 2, in->sentences++);
	sqlite3_bind_int64(row, 3, (int64_t)block);
	bind_span(store, row, 4, begin, end);
	database_bind_text(row, 6, not_null(text));
	database_bind_text(row, 7,
			   sentence_words(text, keys, &store->words) ? buf_slice(&store->words) : slice_of(NULL, 0));
	database_bind_text(row, 8, not_null(buf_slice(&store->folded)));
	in->sentence_end = end;
	if (database_do(&store->db, row) < 0)
		return -1;
	in->sentence = sqlite3_last_insert_rowid(store->db.handle);
	return 0;
}

/* Kinds whose value is a number that may be added up; the others' are dates, ratios, names. */
static const char *const number_kinds[] = {"number", "percent", "pp", "money", "measure", "ordinal", "multiple"};

static int is_amount(struct slice kind, struct slice value)
{
	size_t digits = 0;
	for (size_t i = value.len > 0 && value.ptr[0] == '-'; i < value.len; i++) {
		if (value.ptr[i] != '.' && (value.ptr[i] < '0' || value.ptr[i] > '9'))
			return 0;
		digits += value.ptr[i] != '.';
	}
	for (size_t i = 0; digits > 0 && i < sizeof number_kinds / sizeof *number_kinds; i++)
		if (slice_is(kind, number_kinds[i]))
			return 1;
	return 0;
}

/* A key's value, bound; SLICE without pointer if there is none. */
static struct slice bind_key(sqlite3_stmt *row, int at, struct document *document, struct slice keys, const char *key)
{
	struct slice value;
	if (!document_key(document, keys, key, &value))
		value = slice_of(NULL, 0);
	database_bind_text(row, at, value);
	return value;
}

static int put_figure(struct store *store, struct document *document, struct place_in *in,
		      const struct document_annotation *a)
{
	sqlite3_stmt *row = store->add_figure;
	char first[CALENDAR_ISO_LEN], last[CALENDAR_ISO_LEN];
	sqlite3_bind_int64(row, 1, in->document);
	sqlite3_bind_int64(row, 2, in->figures++);
	if (a->begin < in->sentence_end)
		sqlite3_bind_int64(row, 3, in->sentence);
	else
		sqlite3_bind_null(row, 3);
	bind_span(store, row, 4, a->begin, a->end);
	database_bind_text(row, 6, slice_of(document->text.ptr + a->begin, a->end - a->begin));
	struct slice kind = bind_key(row, 7, document, a->keys, "kind");
	for (int i = 0; i < FIGURE_KEYS; i++)
		bind_key(row, 8 + i, document, a->keys, figure_keys[i]);
	struct slice value = bind_key(row, 8 + FIGURE_KEYS, document, a->keys, "value");
	database_bind_text(row, 9 + FIGURE_KEYS, is_amount(kind, value) ? value : slice_of(NULL, 0));
	int known = timex_figure(a->keys, first, last);
	database_bind_text(row, 10 + FIGURE_KEYS, slice_of(known & TIMEX_FIRST ? first : NULL, sizeof first));
	database_bind_text(row, 11 + FIGURE_KEYS, slice_of(known & TIMEX_LAST ? last : NULL, sizeof last));
	return database_do(&store->db, row);
}

static int put_annotation(struct store *store, struct place_in *in, const struct document_annotation *a)
{
	sqlite3_stmt *row = store->add_annotation;
	sqlite3_bind_int64(row, 1, in->document);
	sqlite3_bind_int64(row, 2, in->annotations++);
	database_bind_text(row, 3, a->type);
	bind_span(store, row, 4, a->begin, a->end);
	database_bind_text(row, 6, not_null(a->keys));
	return database_do(&store->db, row);
}

static int has_sentences(const struct document *document, const struct document_block *block)
{
	for (size_t i = block->first; i < block->first + block->count; i++)
		if (slice_is(document->annotations[i].type, "S"))
			return 1;
	return 0;
}

static int put_block(struct store *store, struct document *document, struct place_in *in, size_t index)
{
	const struct document_block *block = &document->blocks[index];
	int failed = 0;
	sqlite3_bind_int64(store->add_block, 1, in->document);
	sqlite3_bind_int64(store->add_block, 2, (int64_t)index);
	database_bind_text(store->add_block, 3, not_null(block->role));
	bind_span(store, store->add_block, 4, block->begin, block->end);
	if (database_do(&store->db, store->add_block) < 0)
		return -1;
	in->sentence_end = 0;
	if (block->end > block->begin && !has_sentences(document, block))
		failed = put_sentence(store, document, in, index, block->begin, block->end, slice_of(NULL, 0));
	for (size_t i = block->first; !failed && i < block->first + block->count; i++) {
		const struct document_annotation *a = &document->annotations[i];
		if (slice_is(a->type, "S"))
			failed = put_sentence(store, document, in, index, a->begin, a->end, a->keys);
		else if (slice_is(a->type, "F"))
			failed = put_figure(store, document, in, a);
		else if (!slice_is(a->type, "A"))
			failed = put_annotation(store, in, a);
	}
	return failed;
}

static int put_warnings(struct store *store, const struct document *document, int64_t number)
{
	for (size_t i = 0; i < document->finding_count; i++) {
		const struct document_finding *finding = &document->findings[i];
		const struct slice texts[] = {finding->stage, finding->code, finding->place, finding->message};
		sqlite3_bind_int64(store->add_warning, 1, number);
		sqlite3_bind_int64(store->add_warning, 2, (int64_t)i);
		for (int t = 0; t < 4; t++)
			database_bind_text(store->add_warning, 3 + t, not_null(texts[t]));
		if (database_do(&store->db, store->add_warning) < 0)
			return -1;
	}
	return 0;
}

static int write_document(struct store *store, struct document *document, int64_t number, const char hex[HASH_HEX_LEN])
{
	for (size_t i = 0; number > 0 && i < CLEARS; i++) {
		sqlite3_bind_int64(store->clear[i], 1, number);
		if (database_do(&store->db, store->clear[i]) < 0)
			return -1;
	}
	struct place_in in = {.document = put_document(store, document, number, hex)};
	if (in.document < 0)
		return -1;
	store->cursor = (struct cursor){UNIT_CODE_POINT, document->text.ptr, 0, 0};
	for (size_t i = 0; i < document->block_count; i++)
		if (put_block(store, document, &in, i) < 0)
			return -1;
	return put_warnings(store, document, in.document);
}

static int no_memory(const struct store *store, const struct document *document)
{
	return store->records.failed || store->meta.failed || store->folded.failed || store->words.failed ||
	       document->arena.failed;
}

int store_put(struct store *store, struct document *document)
{
	char hex[HASH_HEX_LEN];
	int64_t number = 0;
	if (database_begin(&store->db) < 0)
		return -1;
	hash_records(store, document, hex);
	database_bind_text(store->find, 1, not_null(document->id));
	int found = database_step(&store->db, store->find);
	int same = found == 1 && slice_equal(database_column(store->find, 1), slice_of(hex, HASH_HEX_LEN));
	if (found == 1)
		number = sqlite3_column_int64(store->find, 0);
	sqlite3_reset(store->find);
	if (found < 0 || (!same && write_document(store, document, number, hex) < 0))
		return -1;
	if (no_memory(store, document)) {
		diag_error("out of memory");
		return -1;
	}
	*(same ? &store->unchanged : found ? &store->updated : &store->added) += 1;
	return ++store->uncommitted >= BATCH ? store_commit(store) : 0;
}

int store_commit(struct store *store)
{
	store->uncommitted = 0;
	return database_commit(&store->db);
}

/* The sentences that the index does not have are those behind its last, also when a run before this one died. */
int store_finish(struct store *store)
{
	if (store_commit(store) < 0 || database_begin(&store->db) < 0)
		return -1;
	if (database_run(&store->db, "INSERT INTO search (rowid, text, folded) SELECT number, text, folded FROM sentence"
				     " WHERE number > (SELECT coalesce(max(id), 0) FROM search_docsize)") < 0)
		return -1;
	return database_commit(&store->db);
}

void store_close(struct store *store)
{
	database_close(&store->db);
	buf_free(&store->records);
	buf_free(&store->meta);
	buf_free(&store->folded);
	buf_free(&store->words);
}
