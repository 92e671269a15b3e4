/* SPDX-License-Identifier: MIT */
/*
 * Documents of a run that cannot be judged before its end is known: their bytes in an unlinked temporary file ($TMPDIR,
 * else /tmp), read back in order.
 */
#ifndef PHIN_SPOOL_H
#define PHIN_SPOOL_H

#include "base/buf.h"
#include "base/output.h"

struct spool {
	struct output out;   /* what is put here is kept */
	int fd;
	int said;            /* why writing failed */
};

/* Returns 0, or -1 (reported). */
int spool_open(struct spool *spool);

/* Makes everything put readable. Returns 0, or -1 (reported). */
int spool_flush(struct spool *spool);

/* Reads bytes [begin, end) of what was put into buf, which it replaces. Returns 0, or -1 (reported). */
int spool_read(struct spool *spool, uint64_t begin, uint64_t end, struct buf *buf);

/* Writes bytes [begin, end) to out, in pieces. Returns 0, or -1 (reported). */
int spool_copy(struct spool *spool, uint64_t begin, uint64_t end, struct buf *piece, struct output *out);

void spool_close(struct spool *spool);

#endif
