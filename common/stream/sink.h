/* SPDX-License-Identifier: MIT */
/* What every sink does alike: read whole documents, deliver the good ones, put the others aside, report, add up. */
#ifndef PHIN_SINK_H
#define PHIN_SINK_H

#include "base/option.h"
#include "base/output.h"
#include "stream/document.h"
#include "stream/filter.h"
#include "stream/quarantine.h"

struct sink {
	const struct program *program;
	void *context;
	const char *quarantine_path;  /* --quarantine */
	/* Writes a document that has no error. Returns 0, or an exit status to leave with. */
	int (*deliver)(void *context, struct document *document, struct output *out);
	/* Called once after the last document, before the output is closed. May be NULL. */
	int (*finish)(void *context, struct output *out);
	/* Called when the input pauses. May be NULL. */
	void (*idle)(void *context);
	void (*stats)(void *context, struct buf *json);
};

/* Runs the sink over the inputs and standard output. Returns the exit status. */
int sink_run(const struct sink *sink, char *const *paths, size_t count);

#endif
