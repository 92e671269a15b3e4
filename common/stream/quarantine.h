/* SPDX-License-Identifier: MIT */
/*
 * Where documents go that cannot be delivered: a file of JSON Lines, one object a document: id, place, stage, code,
 * message, and the bytes: `raw`, the record as its source got it, if the source could not read it, else `stream`, the
 * document's records. What is not UTF-8 stands in base64, under raw_base64 or stream_base64.
 */
#ifndef PHIN_QUARANTINE_H
#define PHIN_QUARANTINE_H

#include "base/output.h"
#include "stream/document.h"

struct quarantine {
	const char *path;    /* NULL: reported only */
	struct output out;
	uint64_t documents;
	uint64_t bytes;
};

/* Opens the file (created or emptied) if there is a path. Returns 0, or -1 after saying what is wrong. */
int quarantine_open(struct quarantine *quarantine, const char *path);

/* Puts a document aside and says so on stderr. */
void quarantine_put(struct quarantine *quarantine, const struct document *document);

/*
 * Puts a document aside that is too large to be held: what the document has, then whatever the reader still brings, to
 * the document's end. Returns 0, or -1 if the reader broke on the way (reader->problem).
 */
int quarantine_spill(struct quarantine *quarantine, const struct document *document, struct reader *reader);

/* Closes the file. Returns 0, or the errno of the first failure. */
int quarantine_close(struct quarantine *quarantine);

#endif
