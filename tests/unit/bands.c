/* SPDX-License-Identifier: MIT */
/* common/dedup/bands.h: levels fill and are merged; what was put in is found, the oldest first, in whatever level it is. */
#include "check.h"
#include "dedup/bands.h"

static const struct database_schema schema = {.sql = BANDS_SQL, .what = "a test", .application_id = 1, .version = 1};

enum { DOCUMENTS = 2 * BAND_LEVEL_DOCUMENTS + 5000, BATCH = 4000 };

static int64_t mixed(int64_t number)
{
	return (int64_t)((uint64_t)number * 0x9e3779b97f4a7c15u);
}

/* Every document has a hash of its own and one that it shares with those of the same remainder. */
static void fill(struct database *db, struct bands *bands)
{
	static const struct fingerprint fingerprint;
	for (int64_t document = 1; document <= DOCUMENTS; document++) {
		int64_t hashes[] = {mixed(document), mixed(-1 - document % 1000)};
		if (!db->in_transaction)
			CHECK(database_begin(db) == 0 && bands_begin(bands) == 0);
		CHECK(bands_add(bands, document, &fingerprint, hashes, 2) == 0);
		if (document % BATCH == 0)
			CHECK(bands_end(bands) == 0 && database_commit(db) == 0);
	}
	CHECK(bands_end(bands) == 0 && database_commit(db) == 0);
}

static int find(struct bands *bands, int64_t hash, struct band_document *found)
{
	return bands_find(bands, &hash, 1, found, 8);
}

static void check_find(struct bands *bands)
{
	struct band_document found[8];
	for (int64_t document = 1; document <= DOCUMENTS; document += 77) {
		CHECK(find(bands, mixed(document), found) == 1 && found[0].number == document);
	}
	for (int64_t rest = 1; rest < 1000; rest += 99) {
		CHECK(find(bands, mixed(-1 - rest), found) == 8);
		for (int64_t i = 0; i < 8; i++)
			CHECK(found[i].number == rest + 1000 * i);
	}
	CHECK(find(bands, mixed(DOCUMENTS + 1), found) == 0);
}

/* Everything in memory and in the levels too, as a state is kept: what memory has is found, and then what they have. */
static void check_kept(void)
{
	struct database db = {0};
	struct bands bands;
	CHECK(database_open(&db, NULL, (size_t)8 << 20, &schema) == 0 && bands_open(&bands, &db, 1, (size_t)64 << 20) == 0);
	fill(&db, &bands);
	CHECK(database_begin(&db) == 0 && bands_begin(&bands) == 0);
	/* A level is merged at the end of the first batch that fills it. */
	CHECK(bands.documents[0] == 5000 && bands.documents[1] == 2 * BAND_LEVEL_DOCUMENTS && bands.documents[2] == 0);
	CHECK(bands.is_complete);
	check_find(&bands);
	bands.is_complete = 0;
	recent_clear(&bands.recent);
	check_find(&bands);
	bands_close(&bands);
	database_close(&db);
}

/* A run alone with less memory than its documents need: some are in memory, the older ones in the levels. */
static void check_overflow(void)
{
	struct database db = {0};
	struct bands bands;
	CHECK(database_open(&db, NULL, (size_t)8 << 20, &schema) == 0 && bands_open(&bands, &db, 0, 400000) == 0);
	fill(&db, &bands);
	CHECK(database_begin(&db) == 0 && bands_begin(&bands) == 0);
	CHECK(!bands.is_complete && bands.unwritten > 0 && bands.unwritten < DOCUMENTS);
	check_find(&bands);
	bands_close(&bands);
	database_close(&db);
}

int main(void)
{
	check_kept();
	check_overflow();
	return check_status();
}
