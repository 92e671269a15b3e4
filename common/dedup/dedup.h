/* SPDX-License-Identifier: MIT */
/*
 * Which documents of a run are duplicates. Documents are judged one after another, each against those that passed before
 * it, in this run and in earlier ones: in the order in which they come (--keep=first), or, held in a spool until the run
 * is read, the longest or the newest first. Either way they leave in the order in which they came.
 *
 *  - The same id and words as a document on record: judged as it was then, so that a run can be repeated.
 *  - An id that passed in an earlier run, with other words: itself again, an update; it passes.
 *  - Else it is dropped if a document that passed has the same words, or is similar enough.
 */
#ifndef PHIN_DEDUP_H
#define PHIN_DEDUP_H

#include "dedup/index.h"
#include "dedup/spool.h"
#include "stream/gate.h"

enum keep { KEEP_FIRST, KEEP_LONGEST, KEEP_NEWEST };

struct dedup_options {
	const char *state;      /* NULL: this run alone */
	const char *report;     /* NULL: on stderr */
	size_t memory;          /* bytes of page cache */
	size_t threshold;       /* percent */
	size_t blocks;          /* leave out blocks that this many documents have; 0: never */
	size_t wait_seconds;
	int keep;               /* enum keep */
	int exact;              /* look for equal texts only */
};

struct dedup {
	const struct dedup_options *options;
	struct index index;
	struct spool spool;     /* where documents are held until the end */
	int holds;
	size_t uncommitted;
	struct output report;
	struct word_list words;
	struct fingerprint fingerprint;
	struct judgement judgement;
	uint64_t exact, near, again, cut_blocks;
	sqlite3_stmt *hold, *hold_block, *judge;
	struct buf bytes, id;
};

/* Opens the state, the report and the spool. Returns 0, or -1 (reported). */
int dedup_open(struct dedup *dedup, const struct dedup_options *options);

/* The parts of a gate (stream/gate.h). */
enum verdict dedup_judge(void *dedup, struct gate *gate, struct document *document, struct document_changes *changes);
void dedup_idle(void *dedup);
int dedup_finish(void *dedup, struct gate *gate);
void dedup_stats(void *dedup, struct buf *json);

/* Closes everything. Returns `status`, or EXIT_IO if the report could not be written. */
int dedup_close(struct dedup *dedup, int status);

/* Inside: judges what the fingerprint at hand is of, and puts it on record. Returns its number there, 0 if it has none. */
int64_t dedup_decide(struct dedup *dedup, struct slice id);

/* Inside: the documents that are held (held.c). */
int held_open(struct dedup *dedup);
int held_put(struct dedup *dedup, struct document *document, int folded);
void held_put_aside(void *dedup, struct gate *gate, uint64_t begin);
int held_finish(struct dedup *dedup, struct gate *gate);

/* Inside: a line of the report. */
void dedup_report(struct dedup *dedup, struct slice id, const struct judgement *judgement);

#endif
