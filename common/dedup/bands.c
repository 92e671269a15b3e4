/* SPDX-License-Identifier: MIT */
#include "dedup/bands.h"

#include <stdlib.h>
#include <string.h>

#include "base/diag.h"

/* Of the memory one part in so many is the filter's; the probes are other bits of the hash. */
enum { FILTER_SHARE = 8, FILTER_PROBES = 3, FILTER_SHIFT = 20 };

int bands_open(struct bands *bands, struct database *db, int is_kept, size_t memory)
{
	*bands = (struct bands){.db = db, .is_kept = is_kept, .version = -1};
	recent_init(&bands->recent, memory - memory / FILTER_SHARE);
	for (bands->filter_bits = 9; ((size_t)2 << bands->filter_bits) / 8 <= memory / FILTER_SHARE;)
		bands->filter_bits++;
	bands->find = database_prepare(
		db, "SELECT document FROM band WHERE level = ? AND hash = ? ORDER BY document LIMIT ?");
	feed_open(&bands->feed, db, "feed_band", 3, "INSERT OR IGNORE INTO band SELECT * FROM feed_band");
	bands->read = database_prepare(db, "SELECT number, documents FROM level");
	bands->write = database_prepare(db, "INSERT OR REPLACE INTO level VALUES (?, ?)");
	bands->merge = database_prepare(db, "INSERT INTO band SELECT level + 1, hash, document FROM band WHERE level = ?"
					    " ORDER BY hash, document");
	bands->clear = database_prepare(db, "DELETE FROM band WHERE level = ?");
	bands->data_version = database_prepare(db, "PRAGMA data_version");
	return db->failed ? -1 : 0;
}

void bands_close(struct bands *bands)
{
	recent_free(&bands->recent);
	feed_free(&bands->feed);
	free(bands->filter);
	bands->filter = NULL;
}

/*
 * A Bloom filter (1970): FILTER_PROBES bits of every hash that was put into a level. Where all levels were empty when the
 * program began it knows of every hash, and most that are looked for need not be asked for.
 */
static uint64_t filter_bit(const struct bands *bands, int64_t hash, int probe)
{
	return (uint64_t)hash << (probe * FILTER_SHIFT) >> (64 - bands->filter_bits);
}

static void filter_add(struct bands *bands, int64_t hash)
{
	for (int probe = 0; bands->filter && probe < FILTER_PROBES; probe++) {
		uint64_t bit = filter_bit(bands, hash, probe);
		bands->filter[bit / 64] |= (uint64_t)1 << bit % 64;
	}
}

static int may_be_in_levels(const struct bands *bands, int64_t hash)
{
	int may = 1;
	for (int probe = 0; bands->filter && probe < FILTER_PROBES; probe++) {
		uint64_t bit = filter_bit(bands, hash, probe);
		may &= (int)(bands->filter[bit / 64] >> bit % 64 & 1);
	}
	return may;
}

/* Without memory for it everything is asked for. */
static void begin_filter(struct bands *bands)
{
	if (!bands->filter)
		bands->filter = calloc(((size_t)1 << bands->filter_bits) / 64, sizeof *bands->filter);
}

/* What somebody else wrote in between is in the levels, as is everything that this program has in memory. */
static int check_version(struct bands *bands)
{
	int64_t present = 0, before = bands->version;
	if (database_step(bands->db, bands->data_version) == 1)
		bands->version = sqlite3_column_int64(bands->data_version, 0);
	sqlite3_reset(bands->data_version);
	for (int level = 0; level < BAND_LEVELS; level++)
		present += bands->documents[level];
	if (before == -1) {
		bands->is_complete = present == 0;
		if (bands->is_complete)
			begin_filter(bands);
	} else if (before != bands->version && bands->is_kept) {
		bands->is_complete = 0;
		free(bands->filter);
		bands->filter = NULL;
		recent_clear(&bands->recent);
	}
	return bands->db->failed ? -1 : 0;
}

int bands_begin(struct bands *bands)
{
	int row;
	memset(bands->documents, 0, sizeof bands->documents);
	while ((row = database_step(bands->db, bands->read)) == 1) {
		int level = sqlite3_column_int(bands->read, 0);
		if (level >= 0 && level < BAND_LEVELS)
			bands->documents[level] = sqlite3_column_int64(bands->read, 1);
	}
	return row < 0 ? -1 : check_version(bands);
}

static int64_t capacity(int level)
{
	int64_t documents = BAND_LEVEL_DOCUMENTS;
	while (level-- > 0)
		documents *= BAND_LEVEL_RATIO;
	return documents;
}

/* A level holds older documents than the one above it, so that from the lowest up they come in order. */
static int find_in_levels(struct bands *bands, int64_t hash, struct band_document *documents, int room)
{
	int count = 0;
	if (bands->is_complete || !may_be_in_levels(bands, hash))
		return 0;
	for (int level = BAND_LEVELS; level-- > 0 && count < room;) {
		int row;
		if (bands->documents[level] == 0)
			continue;
		sqlite3_bind_int(bands->find, 1, level);
		sqlite3_bind_int64(bands->find, 2, hash);
		sqlite3_bind_int(bands->find, 3, room - count);
		while ((row = database_step(bands->db, bands->find)) == 1)
			documents[count++] = (struct band_document){.number = sqlite3_column_int64(bands->find, 0)};
		if (row < 0)
			return -1;
	}
	return count;
}

int bands_find(struct bands *bands, const int64_t *hashes, int count, struct band_document *documents, int room)
{
	struct recent_match recent[BANDS];
	int total = 0;
	recent_find(&bands->recent, hashes, count, recent);
	for (int i = 0; i < count; i++) {
		int found = find_in_levels(bands, hashes[i], documents + total, room);
		if (found < 0)
			return -1;
		for (int k = recent[i].count; k-- > 0 && found < room; found++) {
			const struct recent_document *document = recent[i].documents[k];
			documents[total + found] = (struct band_document){document->number, document};
		}
		total += found;
	}
	return total;
}

/* Puts what was not written yet into the first level, or straight into one that holds so many, if those above are empty. */
static int write_recent(struct bands *bands)
{
	struct recent *recent = &bands->recent;
	int level = 0;
	while (level + 1 < BAND_LEVELS && bands->documents[level] == 0 && bands->unwritten >= capacity(level))
		level++;
	size_t count;
	const struct recent_entry *entries = recent_take(recent, !bands->is_complete, &count);
	if (!entries) {
		diag_error("out of memory");
		return -1;
	}
	for (size_t i = 0; i < count; i++) {
		filter_add(bands, entries[i].hash);
		feed_integer(&bands->feed, level);
		feed_integer(&bands->feed, entries[i].hash);
		feed_integer(&bands->feed, recent->documents[entries[i].document].number);
		if (feed_is_full(&bands->feed) && feed_write(&bands->feed, bands->db) < 0)
			return -1;
	}
	bands->documents[level] += bands->unwritten;
	bands->unwritten = 0;
	if (!bands->is_complete)
		recent_clear(recent);
	return feed_write(&bands->feed, bands->db);
}

static int merge(struct bands *bands, int level)
{
	sqlite3_bind_int(bands->merge, 1, level);
	sqlite3_bind_int(bands->clear, 1, level);
	bands->documents[level + 1] += bands->documents[level];
	bands->documents[level] = 0;
	return database_do(bands->db, bands->merge) < 0 ? -1 : database_do(bands->db, bands->clear);
}

static int write_levels(struct bands *bands)
{
	if (bands->unwritten == 0)
		return 0;
	if (write_recent(bands) < 0)
		return -1;
	for (int level = 0; level + 1 < BAND_LEVELS; level++)
		if (bands->documents[level] >= capacity(level) && merge(bands, level) < 0)
			return -1;
	for (int level = 0; level < BAND_LEVELS; level++) {
		sqlite3_bind_int(bands->write, 1, level);
		sqlite3_bind_int64(bands->write, 2, bands->documents[level]);
		if (database_do(bands->db, bands->write) < 0)
			return -1;
	}
	return 0;
}

int bands_add(struct bands *bands, int64_t document, const struct fingerprint *fingerprint, const int64_t *hashes,
	      int count)
{
	if (recent_is_full(&bands->recent, (size_t)count)) {
		bands->is_complete = 0;
		if (write_levels(bands) < 0)
			return -1;
		recent_clear(&bands->recent);
	}
	if (recent_add(&bands->recent, document, fingerprint, hashes, count) < 0) {
		diag_error("out of memory");
		return -1;
	}
	bands->unwritten++;
	return 0;
}

int bands_end(struct bands *bands)
{
	return bands->is_kept ? write_levels(bands) : 0;
}
