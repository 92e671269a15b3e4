/* SPDX-License-Identifier: MIT */
/*
 * Documents that are judged when the run is read: what they are goes into temporary tables, their bytes into the spool.
 * At the end they are judged in the order that --keep asks for, blocks are counted and cut, all in one transaction; then
 * they are written in the order in which they came.
 */
#ifndef PHIN_HELD_H
#define PHIN_HELD_H

#include "dedup/judge.h"
#include "dedup/spool.h"
#include "stream/gate.h"

struct held {
	struct judge *judge;
	struct spool spool;
	sqlite3_stmt *hold, *hold_block, *note_verdict;
	struct buf bytes;   /* of a document read back */
};

/* The judge is open. Returns 0, or -1 (reported). */
int held_open(struct held *held, struct judge *judge);

/* Holds the document that the judge's fingerprint is of. Returns 0, or -1 (reported). */
int held_put(struct held *held, struct document *document, int folded);

/* What the gate has put into the spool from `begin` on, a document with an error, passes unjudged in its place. */
void held_put_aside(struct held *held, uint64_t begin);

/* Judges and writes all of them. Returns the exit status. */
int held_finish(struct held *held, struct gate *gate);

void held_close(struct held *held);

#endif
