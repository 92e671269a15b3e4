/* SPDX-License-Identifier: MIT */
/*
 * Messages to people: "segment: corpus.txt:812:17: error: invalid UTF-8: byte 0xff", one write(2) each, control
 * characters escaped, so that nothing in the data can forge a line or upset a terminal.
 */
#ifndef PHIN_DIAG_H
#define PHIN_DIAG_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

/* Exit statuses of every program; 65 and 74 are EX_DATAERR and EX_IOERR of sysexits.h. */
enum {
	EXIT_DONE = 0,
	EXIT_QUARANTINED = 1,  /* finished, and at least one document was put aside */
	EXIT_USAGE = 2,
	EXIT_BAD_INPUT = 65,   /* input that cannot be read on */
	EXIT_IO = 74,          /* reading, writing or memory failed */
};

enum diag_level { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE };

/* Where: any part may be missing (NULL or 0). Lines and byte columns count from 1. */
struct place {
	const char *input;
	size_t line;
	size_t column;
};

/* The name that begins every message: the last part of argv[0]. The string must stay. */
void diag_set_program(const char *argv0);
const char *diag_program(void);

/* Bytes that go before a message: those that wipe a line of progress off the terminal. NULL: none. */
extern const char *diag_wipe;

__attribute__((format(printf, 3, 4))) void diag(enum diag_level level, struct place place, const char *format, ...);

/* A message that somebody has composed, its place written out. */
void diag_composed(enum diag_level level, struct slice place, struct slice message);

/* What a count of things puts behind their name: "1 place", "2 places". */
static inline const char *plural(uint64_t count)
{
	return count == 1 ? "" : "s";
}

/* The arguments of a "%.*s" for an id: as much of it as a message takes, in whole characters. */
#define DIAG_ID(id) diag_id_len(id), (id).len ? (id).ptr : ""
int diag_id_len(struct slice id);

/* A message without a place. */
__attribute__((format(printf, 1, 2))) void diag_error(const char *format, ...);

#endif
