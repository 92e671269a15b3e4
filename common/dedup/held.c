/* SPDX-License-Identifier: MIT */
#include "dedup/held.h"

#include <string.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "stream/record.h"

static const char tables[] =
	/* id NULL: it passes unjudged. */
	"CREATE TEMP TABLE held (position INTEGER PRIMARY KEY, begin_at INTEGER, end_at INTEGER, folded INTEGER, id TEXT,"
	" weight, fingerprint BLOB);"
	"CREATE TEMP TABLE held_block (position INTEGER, ordinal INTEGER, hash INTEGER, PRIMARY KEY (position, ordinal))"
	" WITHOUT ROWID;"
	"CREATE TEMP TABLE verdict (position INTEGER PRIMARY KEY, number INTEGER, how INTEGER, original TEXT,"
	" similarity INTEGER, cut TEXT);";

int held_open(struct held *held, struct judge *judge)
{
	struct database *db = &judge->index.db;
	held->judge = judge;
	/* The state is wanted at the end only: let others have it until then. */
	if (index_commit(&judge->index) < 0 || database_run(db, tables) < 0 || spool_open(&held->spool) < 0)
		return -1;
	held->hold = database_prepare(db, "INSERT INTO held (begin_at, end_at, folded, id, weight, fingerprint)"
					   " VALUES (?, ?, ?, ?, ?, ?)");
	held->hold_block = database_prepare(db, "INSERT INTO held_block VALUES (?, ?, ?)");
	held->note_verdict = database_prepare(db, "INSERT INTO verdict (position, number, how, original, similarity)"
						     " VALUES (?, ?, ?, ?, ?)");
	return db->failed ? -1 : 0;
}

static int hold_blocks(struct held *held, const struct document *document, int64_t position)
{
	for (size_t i = 0; i < document->block_count; i++) {
		const struct document_block *block = &document->blocks[i];
		size_t words;
		struct slice text = slice_of(document->text.ptr + block->begin, block->end - block->begin);
		uint64_t hash = fingerprint_text(text, &held->judge->words, &words);
		/* A single word or number may be a cell of a table, whatever stands in other documents. */
		if (words < 2 || slice_is(block->role, "title"))
			continue;
		sqlite3_bind_int64(held->hold_block, 1, position);
		sqlite3_bind_int64(held->hold_block, 2, (int64_t)i);
		sqlite3_bind_int64(held->hold_block, 3, (int64_t)hash);
		if (database_do(&held->judge->index.db, held->hold_block) < 0)
			return -1;
	}
	if (!held->judge->words.block.failed)
		return 0;
	diag_error("out of memory");
	return -1;
}

/* By what documents are put in order: more is judged earlier. */
static void bind_weight(struct held *held, struct document *document)
{
	struct slice date;
	sqlite3_bind_null(held->hold, 5);
	if (held->judge->options->keep == KEEP_LONGEST)
		sqlite3_bind_int64(held->hold, 5, (int64_t)utf8_count(document->text.ptr, document->text.len));
	else if (held->judge->options->keep == KEEP_NEWEST && document_date(document, &date))
		database_bind_text(held->hold, 5, date);
}

int held_put(struct held *held, struct document *document, int folded)
{
	uint64_t begin = held->spool.out.total;
	document_write(document, folded, NULL, &held->spool.out);
	if (held->spool.out.error)
		return spool_flush(&held->spool);
	sqlite3_bind_int64(held->hold, 1, (int64_t)begin);
	sqlite3_bind_int64(held->hold, 2, (int64_t)held->spool.out.total);
	sqlite3_bind_int(held->hold, 3, folded);
	database_bind_text(held->hold, 4, document->id.len ? document->id : SLICE(""));
	bind_weight(held, document);
	database_bind_blob(held->hold, 6, &held->judge->fingerprint, sizeof held->judge->fingerprint);
	if (database_do(&held->judge->index.db, held->hold) < 0)
		return -1;
	int64_t position = sqlite3_last_insert_rowid(held->judge->index.db.handle);
	return held->judge->options->blocks ? hold_blocks(held, document, position) : 0;
}

void held_put_aside(struct held *held, uint64_t begin)
{
	sqlite3_bind_int64(held->hold, 1, (int64_t)begin);
	sqlite3_bind_int64(held->hold, 2, (int64_t)held->spool.out.total);
	for (int at = 3; at <= 6; at++)
		sqlite3_bind_null(held->hold, at);
	database_do(&held->judge->index.db, held->hold);
}

static int judge_one(struct held *held, sqlite3_stmt *row)
{
	struct slice fingerprint = database_column(row, 2);
	memcpy(&held->judge->fingerprint, fingerprint.ptr, sizeof held->judge->fingerprint);
	int64_t number = judge_decide(held->judge, database_column(row, 1));
	if (number < 0)
		return -1;
	const struct judgement *judgement = &held->judge->judgement;
	sqlite3_bind_int64(held->note_verdict, 1, sqlite3_column_int64(row, 0));
	sqlite3_bind_int64(held->note_verdict, 2, number);
	sqlite3_bind_int(held->note_verdict, 3, judgement->how);
	database_bind_text(held->note_verdict, 4, buf_slice(&judgement->original));
	sqlite3_bind_int(held->note_verdict, 5, judgement->similarity);
	return database_do(&held->judge->index.db, held->note_verdict);
}

static int judge_all(struct held *held)
{
	struct database *db = &held->judge->index.db;
	sqlite3_stmt *row = database_prepare(
		db, "SELECT position, id, fingerprint FROM held WHERE id IS NOT NULL ORDER BY weight DESC, position");
	int status;
	while ((status = database_step(db, row)) == 1)
		if (judge_one(held, row) < 0)
			return -1;
	return status;
}

/* Adds up in how many documents each block stands: of those that passed and were not on record before. */
static int count_blocks(struct held *held, int64_t on_record)
{
	sqlite3_stmt *count = database_prepare(
		&held->judge->index.db,
		"INSERT INTO block SELECT hash, count(DISTINCT position) FROM held_block JOIN verdict USING (position)"
		" WHERE how = 0 AND number > ? GROUP BY hash"
		" ON CONFLICT (hash) DO UPDATE SET documents = documents + excluded.documents");
	sqlite3_bind_int64(count, 1, on_record);
	return database_do(&held->judge->index.db, count);
}

/* Notes which blocks go; a document that has no other keeps them all. */
static int cut_blocks(struct held *held, int64_t on_record)
{
	struct database *db = &held->judge->index.db;
	sqlite3_stmt *find = database_prepare(
		db, "SELECT held_block.position, group_concat(CASE WHEN documents >= ?1 THEN ordinal END), verdict.number"
		    " FROM held_block JOIN verdict USING (position) JOIN block USING (hash)"
		    " WHERE how = 0 AND verdict.number > ?2 GROUP BY held_block.position"
		    " HAVING max(documents) >= ?1 AND min(documents) < ?1");
	sqlite3_stmt *note = database_prepare(db, "UPDATE document SET cut = ? WHERE number = ?");
	int row;
	sqlite3_bind_int64(find, 1, (int64_t)held->judge->options->blocks);
	sqlite3_bind_int64(find, 2, on_record);
	while ((row = database_step(db, find)) == 1) {
		database_bind_text(note, 1, database_column(find, 1));
		sqlite3_bind_int64(note, 2, sqlite3_column_int64(find, 2));
		if (database_do(db, note) < 0)
			return -1;
	}
	/* What is on record is cut as it was then. */
	return row < 0 ? -1 : database_run(db, "UPDATE verdict SET cut = (SELECT cut FROM document WHERE"
					       " document.number = verdict.number) WHERE how = 0");
}

static int64_t last_number(struct database *db)
{
	sqlite3_stmt *last = database_prepare(db, "SELECT coalesce(max(number), 0) FROM document");
	int64_t number = database_step(db, last) == 1 ? sqlite3_column_int64(last, 0) : -1;
	sqlite3_reset(last);
	return number;
}

/* "3,7,8": marks these blocks in `omitted`; returns how many there are. */
static size_t read_cut(struct slice cut, struct buf *omitted)
{
	size_t count = 0;
	buf_reset(omitted);
	for (size_t i = 0, number = 0; i <= cut.len; i++) {
		if (i < cut.len && cut.ptr[i] >= '0' && cut.ptr[i] <= '9') {
			number = number * 10 + (size_t)(cut.ptr[i] - '0');
			continue;
		}
		while (cut.len > 0 && omitted->len <= number && !omitted->failed)
			buf_put_byte(omitted, 0);
		if (cut.len > 0 && !omitted->failed) {
			omitted->ptr[number] = 1;
			count++;
		}
		number = 0;
	}
	return count;
}

/* Cuts the bytes of a document into its records. */
static void split_records(struct slice bytes, char delimiter, struct buf *records)
{
	buf_reset(records);
	while (bytes.len > 0) {
		const char *end = memchr(bytes.ptr, delimiter, bytes.len);
		struct slice record = slice_of(bytes.ptr, end ? (size_t)(end - bytes.ptr) : bytes.len);
		buf_put(records, &record, sizeof record);
		bytes = slice_of(record.ptr + record.len + (end != NULL), bytes.len - record.len - (end != NULL));
	}
}

/* Writes a document without some of its blocks. */
static int write_cut(struct held *held, sqlite3_stmt *row, struct output *out)
{
	struct buf omitted = {0}, records = {0};
	int folded = sqlite3_column_int(row, 2), failed = -1;
	size_t count = read_cut(database_column(row, 7), &omitted);
	uint64_t begin = (uint64_t)sqlite3_column_int64(row, 0), end = (uint64_t)sqlite3_column_int64(row, 1);
	if (spool_read(&held->spool, begin, end, &held->bytes) == 0) {
		split_records(buf_slice(&held->bytes), folded ? FOLD_BYTE : '\n', &records);
		struct document document = {.stage = "dedup",
					    .records = (struct slice *)(void *)records.ptr,
					    .record_count = records.len / sizeof(struct slice)};
		/* Blocks behind the last that goes stay. */
		for (size_t i = omitted.len; i < document.record_count; i++)
			buf_put_byte(&omitted, 0);
		failed = omitted.failed || records.failed ? -1 : 0;
		struct document_changes changes = {.omitted = (const unsigned char *)omitted.ptr};
		if (!failed) {
			document_write(&document, folded, &changes, out);
			judge_report_cut(held->judge, database_column(row, 3), count);
		}
	}
	buf_free(&omitted);
	buf_free(&records);
	return failed;
}

static int write_one(struct held *held, struct gate *gate, sqlite3_stmt *row)
{
	struct judgement *judgement = &held->judge->judgement;
	struct slice original = database_column(row, 5);
	judgement->how = (enum how)sqlite3_column_int(row, 4);
	judgement->similarity = sqlite3_column_int(row, 6);
	buf_reset(&judgement->original);
	buf_put_slice(&judgement->original, original);
	struct output *out = gate_settle(gate, judgement->how == HOW_NONE);
	if (judgement->how != HOW_NONE)
		judge_report(held->judge, database_column(row, 3));
	else if (held->judge->options->blocks && sqlite3_column_type(row, 7) != SQLITE_NULL)
		return write_cut(held, row, out);
	return out ? spool_copy(&held->spool, (uint64_t)sqlite3_column_int64(row, 0),
				(uint64_t)sqlite3_column_int64(row, 1), &held->bytes, out)
		   : 0;
}

static int write_all(struct held *held, struct gate *gate)
{
	struct database *db = &held->judge->index.db;
	sqlite3_stmt *row = database_prepare(
		db, "SELECT begin_at, end_at, folded, id, how, original, similarity, cut FROM held"
		    " LEFT JOIN verdict USING (position) ORDER BY position");
	int status;
	while ((status = database_step(db, row)) == 1)
		if (write_one(held, gate, row) < 0 || gate->out.error || gate->rejected.error)
			return -1;
	return status;
}

int held_finish(struct held *held, struct gate *gate)
{
	struct database *db = &held->judge->index.db;
	int64_t on_record;
	if (spool_flush(&held->spool) < 0 || index_begin(&held->judge->index) < 0 || (on_record = last_number(db)) < 0 ||
	    judge_all(held) < 0)
		return EXIT_IO;
	if (held->judge->options->blocks && (count_blocks(held, on_record) < 0 || cut_blocks(held, on_record) < 0))
		return EXIT_IO;
	if (index_commit(&held->judge->index) < 0 || write_all(held, gate) < 0)
		return EXIT_IO;
	return EXIT_DONE;
}

void held_close(struct held *held)
{
	spool_close(&held->spool);
	buf_free(&held->bytes);
}
