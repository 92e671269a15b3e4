/* SPDX-License-Identifier: MIT */
/*
 * The documents that dedup has judged, in an SQLite database: its state file, or a temporary one for a run alone. What
 * memory it takes is the page cache; the rest stays on disk.
 */
#ifndef PHIN_INDEX_H
#define PHIN_INDEX_H

#include "base/buf.h"
#include "dedup/bands.h"
#include "dedup/fingerprint.h"
#include "sqlite/database.h"

enum { INDEX_CANDIDATES = RECENT_SAME };  /* documents looked at a band, the oldest first, so that no text takes long */

enum how { HOW_NONE, HOW_EXACT, HOW_NEAR };

/* A judgement: HOW_NONE passes; else what it is a duplicate of. */
struct judgement {
	enum how how;
	struct buf original;   /* its id */
	int similarity;        /* thousandths */
	int64_t document;      /* its number, where it is near */
};

struct index {
	struct database db;
	int64_t run;           /* the number of this run */
	struct bands bands;
	sqlite3_stmt *recall, *touch, *touch_id, *known, *exact, *sketch, *add, *add_id;
};

/* Opens the state file, or a temporary database if path is NULL. Returns 0, or -1 (reported). */
int index_open(struct index *index, const char *path, size_t memory);
void index_close(struct index *index);

/* Begins a transaction unless one is open; ends it, so that others may write. Return 0, or -1 (reported). */
int index_begin(struct index *index);
int index_commit(struct index *index);

/* What is on record of an id: nothing, that documents of it were seen in earlier runs alone, or in this one. */
enum known { KNOWN_NOT, KNOWN_DROPPED, KNOWN_PASSED, KNOWN_IN_THIS_RUN };

/* Asks for an id; KNOWN_PASSED: a document of it passed in an earlier run. Returns an enum known, or -1. */
int index_known(struct index *index, struct slice id);

/*
 * What is on record of this very document: its id and its content. Returns 1 and its number, the judgement, the run that
 * saw it last; 0 if there is nothing; -1.
 */
int index_recall(struct index *index, struct slice id, const struct fingerprint *fingerprint, int64_t *number,
		 int64_t *run, struct judgement *judgement);

/* Notes that this run saw it. Returns 0, or -1. */
int index_touch(struct index *index, struct slice id, int64_t number);

/* Looks for a document that passed, of the same words or of a similarity of at least threshold. Returns 0, or -1. */
int index_find(struct index *index, const struct fingerprint *fingerprint, int threshold, struct judgement *judgement);

/* Puts the document on record. Returns its number, or -1. */
int64_t index_add(struct index *index, struct slice id, const struct fingerprint *fingerprint,
		  const struct judgement *judgement);

#endif
