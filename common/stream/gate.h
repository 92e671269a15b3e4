/* SPDX-License-Identifier: MIT */
/*
 * What every filter does alike that must see a whole document before it lets it pass: hold one document at a time, pass
 * it on record by record as it came, count what is dropped, put that into --rejected. A document with an error always
 * passes, for the sink puts it aside; one larger than --max-document passes with an error of this stage.
 */
#ifndef PHIN_GATE_H
#define PHIN_GATE_H

#include "stream/document.h"
#include "stream/filter.h"

enum verdict {
	VERDICT_PASS,
	VERDICT_DROP,
	VERDICT_HELD,    /* the program keeps it: it calls gate_settle for it in `finish` */
	VERDICT_FAILED,  /* reported; gate->status is the exit status */
};

/* What is to be changed in a document that passes. */
struct document_changes {
	struct slice meta_key, meta_json;  /* written behind the other metadata; len 0: none */
	const unsigned char *omitted;      /* one byte a block: nonzero leaves it and its annotations out; NULL: none */
};

struct gate {
	const struct program *program;
	void *context;
	const char *rejected_path;         /* NULL: what is dropped is gone */
	/* Judges a document without an error; may ask for changes, which are empty when it is called. */
	enum verdict (*judge)(void *context, struct gate *gate, struct document *document,
			      struct document_changes *changes);
	/*
	 * Where documents go that pass without being judged, for a program that holds the others and must keep the order:
	 * they are written to `aside`, then put_aside gets the place where they began. NULL: to the output.
	 */
	struct output *aside;
	void (*put_aside)(void *context, struct gate *gate, uint64_t begin);
	/* Called when the input pauses, before the output is flushed. May be NULL. */
	void (*idle)(void *context);
	/* Called once behind the last document. Returns 0, or an exit status. May be NULL. */
	int (*finish)(void *context, struct gate *gate);
	void (*stats)(void *context, struct buf *json);

	/* The gate's own. */
	int status;
	struct reader reader;
	struct document document;
	struct writer writer;
	struct output out, rejected;
	uint64_t passed, dropped;
	int half;  /* the input ended inside of the document at hand */
};

/* Runs the gate over the inputs and standard output. Returns the exit status. */
int gate_run(struct gate *gate, char *const *paths, size_t count);

/* Writes a document, changed or as it came (changes NULL). */
void document_write(const struct document *document, int folded, const struct document_changes *changes,
		    struct output *out);

/* For `finish`: counts a document that was held, and tells where its bytes go; NULL: nowhere. */
struct output *gate_settle(struct gate *gate, int passes);

#endif
