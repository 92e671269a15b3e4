/* SPDX-License-Identifier: MIT */
/*
 * Judges documents one after another, each against those on record, puts them on record, and reports what is dropped.
 *
 *  - The same id and words as a document on record: judged as it was then, so that a run can be repeated.
 *  - An id that passed in an earlier run, with other words: itself again, an update; it passes.
 *  - Else it is dropped if a document that passed has the same words, or is similar enough.
 */
#ifndef PHIN_JUDGE_H
#define PHIN_JUDGE_H

#include "base/output.h"
#include "dedup/index.h"

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

struct judge {
	const struct dedup_options *options;
	struct index index;
	struct output report;
	struct word_list words;
	struct fingerprint fingerprint;   /* of the document at hand */
	struct judgement judgement;       /* the last */
	uint64_t exact, near, again, cut_blocks;
};

/* Opens the state and the report. Returns 0, or -1 (reported). */
int judge_open(struct judge *judge, const struct dedup_options *options);

/* Judges what the fingerprint at hand is of, and puts it on record. Returns its number there, 0 if it has none, or -1. */
int64_t judge_decide(struct judge *judge, struct slice id);

/* Reports that the document is dropped, by the last judgement. */
void judge_report(struct judge *judge, struct slice id);

/* Reports that a document passes without so many of its blocks. */
void judge_report_cut(struct judge *judge, struct slice id, size_t count);

/* Closes everything. Returns `status`, or EXIT_IO if the report could not be written. */
int judge_close(struct judge *judge, int status);

#endif
