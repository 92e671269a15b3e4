/* SPDX-License-Identifier: MIT */
/*
 * Which documents of a run are duplicates (dedup/judge.h): of those that passed before, in this run and in earlier ones. They
 * are judged in the order in which they come (--keep=first), or, held until the run is read (dedup/held.h), the longest or
 * the newest first. Either way they leave in the order in which they came.
 */
#ifndef PHIN_DEDUP_H
#define PHIN_DEDUP_H

#include "dedup/held.h"

struct dedup {
	struct judge judge;
	struct held held;
	int holds;
	size_t uncommitted;
};

/* Opens the state, the report and the spool. Returns 0, or -1 (reported). */
int dedup_open(struct dedup *dedup, const struct dedup_options *options);

/* The parts of a gate (stream/gate.h). */
enum verdict dedup_judge(void *dedup, struct gate *gate, struct document *document, struct document_changes *changes);
void dedup_put_aside(void *dedup, struct gate *gate, uint64_t begin);
void dedup_idle(void *dedup);
int dedup_finish(void *dedup, struct gate *gate);
void dedup_stats(void *dedup, struct buf *json);

/* Closes everything. Returns `status`, or EXIT_IO if the report could not be written. */
int dedup_close(struct dedup *dedup, int status);

#endif
