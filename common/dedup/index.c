/* SPDX-License-Identifier: MIT */
#include "dedup/index.h"

#include <stdlib.h>
#include <string.h>

static const struct database_schema schema = {
	.what = "a state of dedup",
	.application_id = 0x7068646a,
	.version = 2,  /* 2: words, shingles and bands are hashed otherwise; table identity */
	.sql =
		"CREATE TABLE run (number INTEGER PRIMARY KEY);"
		/* how 0: it passed. run: the last that saw it. cut: the blocks that --blocks left out, 3,7,8. */
		"CREATE TABLE document (number INTEGER PRIMARY KEY, id TEXT NOT NULL, content BLOB NOT NULL,"
		" run INTEGER NOT NULL, original TEXT, how INTEGER NOT NULL, similarity INTEGER, sketch BLOB, cut TEXT);"
		"CREATE UNIQUE INDEX document_id ON document (id, content);"
		"CREATE INDEX document_content ON document (content) WHERE how = 0;"
		/* run: the last that saw a document of that id. passed: one of them did. */
		"CREATE TABLE identity (id TEXT PRIMARY KEY, run INTEGER NOT NULL, passed INTEGER NOT NULL) WITHOUT ROWID;"
		BANDS_SQL
		"CREATE TABLE block (hash INTEGER PRIMARY KEY, documents INTEGER NOT NULL);",
};

static int begin_run(struct index *index)
{
	struct database *db = &index->db;
	if (database_begin(db) < 0 || database_run(db, "INSERT INTO run DEFAULT VALUES") < 0)
		return -1;
	index->run = sqlite3_last_insert_rowid(db->handle);
	return 0;
}

static void prepare(struct index *index)
{
	struct database *db = &index->db;
	index->recall = database_prepare(
		db, "SELECT number, run, original, how, similarity FROM document WHERE id = ? AND content = ?");
	index->touch = database_prepare(db, "UPDATE document SET run = ? WHERE number = ? AND run <> ?1");
	index->touch_id = database_prepare(db, "UPDATE identity SET run = ? WHERE id = ? AND run <> ?1");
	index->known = database_prepare(db, "SELECT run, passed FROM identity WHERE id = ?");
	index->exact = database_prepare(
		db, "SELECT id FROM document WHERE content = ? AND how = 0 ORDER BY number LIMIT 1");
	index->sketch = database_prepare(db, "SELECT sketch, id FROM document WHERE number = ?");
	index->add = database_prepare(db, "INSERT INTO document (id, content, run, original, how, similarity, sketch)"
					  " VALUES (?, ?, ?, ?, ?, ?, ?)");
	index->add_id = database_prepare(db, "INSERT INTO identity VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE"
					     " SET run = excluded.run, passed = max(passed, excluded.passed)");
}

/* Half of the memory is for the bands, half for the pages of the database. */
int index_open(struct index *index, const char *path, size_t memory)
{
	struct database *db = &index->db;
	if (database_open(db, path, memory / 2, &schema) < 0 || begin_run(index) < 0)
		return -1;
	prepare(index);
	return bands_open(&index->bands, db, path != NULL, memory / 2) < 0 ? -1 : bands_begin(&index->bands);
}

void index_close(struct index *index)
{
	bands_close(&index->bands);
	database_close(&index->db);
}

int index_begin(struct index *index)
{
	if (index->db.in_transaction)
		return 0;
	return database_begin(&index->db) < 0 ? -1 : bands_begin(&index->bands);
}

int index_commit(struct index *index)
{
	if (index->db.in_transaction && bands_end(&index->bands) < 0)
		return -1;
	return database_commit(&index->db);
}

static void set_original(struct judgement *judgement, enum how how, struct slice id, int similarity)
{
	judgement->how = how;
	judgement->similarity = similarity;
	buf_reset(&judgement->original);
	buf_put_slice(&judgement->original, id);
}

int index_recall(struct index *index, struct slice id, const struct fingerprint *fingerprint, int64_t *number,
		 int64_t *run, struct judgement *judgement)
{
	sqlite3_stmt *recall = index->recall;
	database_bind_text(recall, 1, id);
	database_bind_blob(recall, 2, fingerprint->content, CONTENT_LEN);
	int found = database_step(&index->db, recall);
	if (found == 1) {
		*number = sqlite3_column_int64(recall, 0);
		*run = sqlite3_column_int64(recall, 1);
		set_original(judgement, (enum how)sqlite3_column_int(recall, 3), database_column(recall, 2),
			     sqlite3_column_int(recall, 4));
	}
	sqlite3_reset(recall);
	return judgement->original.failed ? -1 : found;
}

int index_touch(struct index *index, struct slice id, int64_t number)
{
	sqlite3_bind_int64(index->touch, 1, index->run);
	sqlite3_bind_int64(index->touch, 2, number);
	sqlite3_bind_int64(index->touch_id, 1, index->run);
	database_bind_text(index->touch_id, 2, id);
	return database_do(&index->db, index->touch) < 0 ? -1 : database_do(&index->db, index->touch_id);
}

int index_known(struct index *index, struct slice id)
{
	enum known known = KNOWN_NOT;
	database_bind_text(index->known, 1, id);
	int found = database_step(&index->db, index->known);
	if (found == 1)
		known = sqlite3_column_int64(index->known, 0) == index->run ? KNOWN_IN_THIS_RUN
			: sqlite3_column_int(index->known, 1)		  ? KNOWN_PASSED
										: KNOWN_DROPPED;
	sqlite3_reset(index->known);
	return found < 0 ? -1 : (int)known;
}

/* A document that shares bands, and how many. */
struct candidate {
	struct band_document document;
	int bands;
};

static int by_document(const void *a, const void *b)
{
	int64_t x = ((const struct candidate *)a)->document.number, y = ((const struct candidate *)b)->document.number;
	return (x > y) - (x < y);
}

/* Most bands first, then the oldest. */
static int by_bands(const void *a, const void *b)
{
	int x = ((const struct candidate *)a)->bands, y = ((const struct candidate *)b)->bands;
	return x != y ? y - x : by_document(a, b);
}

/* Gathers the candidates, the most promising first; -1 if the database failed. */
static int find_candidates(struct index *index, const struct fingerprint *f, struct candidate *list)
{
	struct band_document found[BANDS * INDEX_CANDIDATES];
	int distinct = 0, count = bands_find(&index->bands, f->bands, BANDS, found, INDEX_CANDIDATES);
	for (int i = 0; i < count; i++)
		list[i] = (struct candidate){found[i], 1};
	if (count < 0)
		return -1;
	qsort(list, (size_t)count, sizeof *list, by_document);
	for (int i = 0; i < count; i++) {
		if (distinct > 0 && list[distinct - 1].document.number == list[i].document.number)
			list[distinct - 1].bands++;
		else
			list[distinct++] = list[i];
	}
	qsort(list, (size_t)distinct, sizeof *list, by_bands);
	return distinct;
}

/* Holds the sketch against that of a candidate; takes it if it is similar enough and more so than the best till now. */
static int compare(struct index *index, const struct fingerprint *f, const struct band_document *candidate, int threshold,
		   struct judgement *judgement)
{
	uint32_t sketch[SKETCH_MAX];
	int has_one = judgement->how == HOW_NEAR, least = has_one ? judgement->similarity : threshold;
	if (candidate->recent && recent_is_other(candidate->recent, f, least))
		return 0;
	sqlite3_bind_int64(index->sketch, 1, candidate->number);
	int found = database_step(&index->db, index->sketch);
	if (found == 1) {
		struct slice bytes = database_column(index->sketch, 0);
		size_t len = bytes.len < sizeof sketch ? bytes.len : sizeof sketch;
		memcpy(sketch, bytes.ptr, len);
		int similarity = sketch_similarity(f->sketch, f->count, sketch, len / sizeof *sketch, least);
		if (similarity > least || (similarity == least && (!has_one || candidate->number < judgement->document))) {
			set_original(judgement, HOW_NEAR, database_column(index->sketch, 1), similarity);
			judgement->document = candidate->number;
		}
	}
	sqlite3_reset(index->sketch);
	return found < 0 ? -1 : 0;
}

static int find_near(struct index *index, const struct fingerprint *f, int threshold, struct judgement *judgement)
{
	struct candidate list[BANDS * INDEX_CANDIDATES];
	int count = find_candidates(index, f, list);
	for (int i = 0; i < count && i < 2 * INDEX_CANDIDATES; i++)
		if (compare(index, f, &list[i].document, threshold, judgement) < 0)
			return -1;
	return count < 0 ? -1 : 0;
}

int index_find(struct index *index, const struct fingerprint *f, int threshold, struct judgement *judgement)
{
	judgement->how = HOW_NONE;
	judgement->document = 0;
	database_bind_blob(index->exact, 1, f->content, CONTENT_LEN);
	int found = database_step(&index->db, index->exact);
	if (found == 1)
		set_original(judgement, HOW_EXACT, database_column(index->exact, 0), 1000);
	sqlite3_reset(index->exact);
	if (found == 0 && f->count > 0 && threshold <= 1000)
		found = find_near(index, f, threshold, judgement);
	return found < 0 || judgement->original.failed ? -1 : 0;
}

int64_t index_add(struct index *index, struct slice id, const struct fingerprint *f, const struct judgement *judgement)
{
	sqlite3_stmt *add = index->add;
	int passes = judgement->how == HOW_NONE;
	database_bind_text(add, 1, id);
	database_bind_blob(add, 2, f->content, CONTENT_LEN);
	sqlite3_bind_int64(add, 3, index->run);
	database_bind_text(add, 4, passes ? slice_of(NULL, 0) : buf_slice(&judgement->original));
	sqlite3_bind_int(add, 5, judgement->how);
	sqlite3_bind_int(add, 6, passes ? 0 : judgement->similarity);
	database_bind_blob(add, 7, passes && f->count ? f->sketch : NULL, f->count * sizeof *f->sketch);
	if (database_do(&index->db, add) < 0)
		return -1;
	int64_t number = sqlite3_last_insert_rowid(index->db.handle);
	database_bind_text(index->add_id, 1, id);
	sqlite3_bind_int64(index->add_id, 2, index->run);
	sqlite3_bind_int(index->add_id, 3, passes);
	if (database_do(&index->db, index->add_id) < 0)
		return -1;
	if (passes && f->count > 0 && bands_add(&index->bands, number, f, f->bands, BANDS) < 0)
		return -1;
	return number;
}
