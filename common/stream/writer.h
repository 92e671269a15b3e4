/* SPDX-License-Identifier: MIT */
/* The one writer of the stream. Errors stay in the output (base/output.h) and are met when it is closed. */
#ifndef PHIN_WRITER_H
#define PHIN_WRITER_H

#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/edit.h"
#include "base/output.h"
#include "stream/reader.h"

struct writer {
	struct output *out;
	const char *stage;   /* the program's name, for findings */
	char delimiter;      /* '\n', or FOLD_BYTE inside of a folded document */
	uint64_t documents;  /* closed so far */
	uint64_t errors;     /* findings of severity error written by this stage */
	uint64_t warnings;
};

/* An annotation to be written: offsets are of the block's text as it will be written, keys are escaped fields. */
struct new_annotation {
	size_t begin, end;
	struct slice keys;   /* "kind=number\tvalue=91", without a TAB before it; len 0 if there are none */
};

/* Opens a document; its id is escaped already. */
void writer_doc(struct writer *writer, struct slice escaped_id, int folded);

/* Opens a document with a %doc record as it came. */
void writer_doc_line(struct writer *writer, struct slice line, int folded);
void writer_end(struct writer *writer);

/* Writes a record as it came, without its delimiter. */
void writer_line(struct writer *writer, struct slice line);

/* Writes m key value; the key unescaped, the JSON as it stands in a JSON text. */
void writer_meta(struct writer *writer, struct slice key, struct slice json);

/* Writes a block with another text than it came with; role and keys stay. */
void writer_block_text(struct writer *writer, const struct block *block, struct slice text);

/* Writes type begin end text keys; text is that of the whole block. */
void writer_annotation(struct writer *writer, struct slice type, struct slice text, size_t begin, size_t end,
		       struct slice keys);

/*
 * Writes a block as it came, its annotations of type `type` replaced by the new ones, all in the stream's order: by
 * begin, longest first; of two that span the same bytes the sentence goes first.
 */
void writer_annotate(struct writer *writer, const struct block *block, struct slice type,
		     const struct new_annotation *annotations, size_t count);

/* The same, the new ones some at a time, in order: begin, any number of times more, end. */
struct annotating {
	struct writer *writer;
	const struct block *block;
	struct slice type;
	size_t next; /* of the old ones */
};

void annotating_begin(struct annotating *annotating, struct writer *writer, const struct block *block, struct slice type);
void annotating_more(struct annotating *annotating, const struct new_annotation *annotations, size_t count);
void annotating_end(struct annotating *annotating);

/*
 * The same for a block whose text was replaced: `edits` move the annotations that stay (the block's own are changed),
 * and their words= is dropped, which does not fit the new text.
 */
void writer_annotate_moved(struct writer *writer, const struct block *block, struct slice text,
			   const struct edits *edits, struct slice type, const struct new_annotation *annotations,
			   size_t count);

/* Writes a block and its annotations as they came. */
void writer_block(struct writer *writer, const struct block *block);

/* Writes a finding of this stage, and says it on stderr too. */
__attribute__((format(printf, 5, 6))) void writer_finding(struct writer *writer, enum diag_level level, const char *code,
							  struct place place, const char *format, ...);

#endif
