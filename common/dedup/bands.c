/* SPDX-License-Identifier: MIT */
#include "dedup/bands.h"

#include <string.h>

int bands_open(struct bands *bands, struct database *db)
{
	*bands = (struct bands){.db = db};
	bands->find = database_prepare(
		db, "SELECT document FROM band WHERE level = ? AND hash = ? ORDER BY document LIMIT ?");
	bands->add = database_prepare(db, "INSERT OR IGNORE INTO band VALUES (0, ?, ?)");
	bands->read = database_prepare(db, "SELECT number, documents FROM level");
	bands->write = database_prepare(db, "INSERT OR REPLACE INTO level VALUES (?, ?)");
	bands->merge = database_prepare(db, "INSERT INTO band SELECT level + 1, hash, document FROM band WHERE level = ?"
					    " ORDER BY hash, document");
	bands->clear = database_prepare(db, "DELETE FROM band WHERE level = ?");
	return db->failed ? -1 : 0;
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
	return row;
}

int bands_add(struct bands *bands, int64_t document, const int64_t *hashes, int count)
{
	for (int i = 0; i < count; i++) {
		sqlite3_bind_int64(bands->add, 1, hashes[i]);
		sqlite3_bind_int64(bands->add, 2, document);
		if (database_do(bands->db, bands->add) < 0)
			return -1;
	}
	bands->documents[0]++;
	bands->changed = 1;
	return 0;
}

/* A level holds older documents than the one above it, so that from the lowest up they come in order. */
int bands_find(struct bands *bands, int64_t hash, int64_t *documents, int room)
{
	int count = 0;
	for (int level = BAND_LEVELS; level-- > 0 && count < room;) {
		int row;
		if (bands->documents[level] == 0)
			continue;
		sqlite3_bind_int(bands->find, 1, level);
		sqlite3_bind_int64(bands->find, 2, hash);
		sqlite3_bind_int(bands->find, 3, room - count);
		while ((row = database_step(bands->db, bands->find)) == 1)
			documents[count++] = sqlite3_column_int64(bands->find, 0);
		if (row < 0)
			return -1;
	}
	return count;
}

static int merge(struct bands *bands, int level)
{
	sqlite3_bind_int(bands->merge, 1, level);
	sqlite3_bind_int(bands->clear, 1, level);
	bands->documents[level + 1] += bands->documents[level];
	bands->documents[level] = 0;
	return database_do(bands->db, bands->merge) < 0 ? -1 : database_do(bands->db, bands->clear);
}

int bands_end(struct bands *bands)
{
	int64_t full = BAND_LEVEL_DOCUMENTS;
	if (!bands->changed)
		return 0;
	bands->changed = 0;
	for (int level = 0; level + 1 < BAND_LEVELS; level++, full *= BAND_LEVEL_RATIO)
		if (bands->documents[level] >= full && merge(bands, level) < 0)
			return -1;
	for (int level = 0; level < BAND_LEVELS; level++) {
		sqlite3_bind_int(bands->write, 1, level);
		sqlite3_bind_int64(bands->write, 2, bands->documents[level]);
		if (database_do(bands->db, bands->write) < 0)
			return -1;
	}
	return 0;
}
