/* SPDX-License-Identifier: MIT */
/* What sources that read records of another format do alike: lines, limits, bad records, counts. */
#ifndef PHIN_SOURCE_H
#define PHIN_SOURCE_H

#include "stream/filter.h"

struct source {
	const struct program *program;
	void *context;
	int folded;
	/* Takes a line without its end, at `place`, and writes a document. Nonzero: out of memory. */
	int (*line)(void *context, struct slice line, struct place place, struct writer *writer);
};

/* Runs a source over the lines of its inputs; blank lines are none. Returns the exit status. */
int source_run_lines(const struct source *source, char *const *paths, size_t count);

/*
 * Writes a document that holds the bytes of a record which could not be read, and an error: the sink puts it aside.
 * Says so on stderr.
 */
void source_put_bad(struct writer *writer, struct slice bytes, struct place place, const char *code,
		    const char *message, int folded);

/* Writes records that stand in memory, each closed by a newline, as the writer's document wants them. */
void source_put_records(struct writer *writer, struct slice records);

#endif
