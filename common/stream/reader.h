/* SPDX-License-Identifier: MIT */
/*
 * The one reader of all filters. It takes the inputs one after another, tells the typed stream from plain text (which
 * it turns into the stream, so that nobody behind it knows the difference), and hands out events. A block comes with
 * all the annotations that stand under it; nothing larger than a block is held, and nothing is allocated per record.
 */
#ifndef PHIN_READER_H
#define PHIN_READER_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/input.h"
#include "base/slice.h"
#include "stream/plain.h"
#include "stream/record.h"

enum event {
	EVENT_EOF,      /* no more documents in any input */
	EVENT_DOC,      /* reader->id, reader->folded */
	EVENT_META,     /* reader->key, reader->value */
	EVENT_BLOCK,    /* reader->block */
	EVENT_FINDING,  /* reader->line, reader->severity_error */
	EVENT_RECORD,   /* any other record between %doc and %end: reader->line */
	EVENT_PIECE,    /* a piece of a record longer than --max-line: reader->line; reader->last_piece at its end */
	EVENT_END,      /* %end */
	EVENT_BROKEN,   /* the input cannot be read on: reader->problem. What was open stays open. */
};

struct annotation {
	struct slice line;   /* the record as it came */
	struct slice type;
	size_t begin, end;   /* bytes of the block's text; where `loose`, those of the annotation before */
	struct slice keys;   /* fields after the fourth, escaped, separated by TAB; ptr is NULL if there are none */
	int loose;           /* a record without offsets, or with wrong ones, that stands here: to be passed on as it is */
};

struct block {
	struct slice line;      /* the `t` record as it came */
	struct slice role;
	struct slice text;      /* unescaped, valid UTF-8 */
	struct slice keys;      /* fields after the text, escaped; ptr is NULL if there are none */
	struct annotation *annotations;
	size_t count;
	struct place place;
	const char *fault;      /* NULL, or why the block cannot be worked on: pass its records on, add an error */
	const char *fault_code;
	size_t fault_line;
};

/* What an input may be. */
enum plain_input {
	PLAIN_OR_STREAM,  /* the typed stream, or plain text; not JSON */
	PLAIN_ALWAYS,     /* plain text, whatever it looks like: --plain */
	PLAIN_PROSE,      /* plain text, also what looks like the stream; not JSON: from-text */
};

struct reader_options {
	size_t max_line;      /* bytes of one record */
	size_t max_document;  /* bytes of a document, where one must be held */
	int plain;            /* enum plain_input */
	struct plain_options text;
};

struct reader {
	/* What the last event brought; valid until the next call. */
	struct slice line, key, value;
	struct slice id;      /* still escaped; valid until the document's end */
	struct block block;
	int folded;
	int severity_error;   /* of a finding: 1 error, 0 warning */
	int last_piece;
	struct place place;
	struct { struct place place; const char *text; char detail[128]; int status; } problem;
	/* Counts over all inputs. */
	uint64_t documents;
	int io_failed;        /* an input could not be opened; the others were read */
	const char *foreign;  /* why the plain input at hand is no text (common/stream/foreign.h), or NULL */
	/* The rest is the reader's own. */
	const struct reader_options *options;
	char *const *paths;
	size_t path_count, path_next;
	struct input file, rendered;
	struct plain_rendering plain;
	struct input *window;
	int has_escapes; /* the text of the block at hand */
	int memory_failed;
	int open, in_document, delimiter, unterminated, in_piece, plain_state;
	size_t held, line_number, bytes_before;
	struct buf render, text, id_text;
	struct annotation *annotations;
	size_t annotation_cap;
};

/* Prepares to read the paths, or standard input if there are none ("-" is standard input too). */
void reader_init(struct reader *reader, const struct reader_options *options, char *const *paths, size_t count);

/* The next event. Messages about inputs that cannot be opened are given here; all else is in reader->problem. */
enum event reader_next(struct reader *reader);

/*
 * Whether the input at hand is plain text, told without reading a document; opens the next input if none is open.
 * Returns 1 plain, 0 the typed stream, -1 there is no more input or it is broken (reader_next then says which).
 */
int reader_is_plain(struct reader *reader);

/* Whether the record at hand was made here, from plain text: what it finds nobody before has said on stderr. */
static inline int reader_is_rendered(const struct reader *reader)
{
	return reader->window == &reader->rendered;
}

/*
 * For filters that turn plain text into plain text, after reader_is_plain said 1: more bytes into reader->file, as
 * input_fill; and the end of the input at hand, which counts as a document if it had any bytes.
 */
enum input_status reader_plain_fill(struct reader *reader);
void reader_plain_close(struct reader *reader, int had_bytes);

/*
 * Brings the annotations of a block into the stream's order: by begin, longest first, a sentence before others, and then
 * as they came. They are, unless an edit widened them or a stranger wrote them.
 */
void block_sort(const struct block *block);

/* Bytes read from all inputs so far. */
uint64_t reader_bytes(const struct reader *reader);

void reader_free(struct reader *reader);

#endif
