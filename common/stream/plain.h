/* SPDX-License-Identifier: MIT */
/*
 * The one reader of plain text: its charset, the header that crawls leave at its top, its layout. It writes the
 * document as the typed stream, so that everything behind sees one format.
 */
#ifndef PHIN_PLAIN_H
#define PHIN_PLAIN_H

#include "base/buf.h"
#include "base/slice.h"
#include "charset/charset.h"
#include "segment/layout.h"

struct plain_options {
	enum layout_mode layout; /* --paragraphs */
	int charset;             /* --from: enum charset */
	struct slice (*id_of_path)(const char *path);  /* the id of a file's document; NULL, or len 0: the hash */
};

enum { PLAIN_MAX_HEADER_LINES = 16 };

struct plain_header {
	size_t end;  /* the header takes text[0, end) */
	size_t count;
	struct { struct slice key, value; } lines[PLAIN_MAX_HEADER_LINES];
};

/*
 * Reads the header at the beginning of decoded text: the " date 2025-09-26 " that crawls glue to the first words, or
 * `key: value` lines of a closed list of keys, closed by a blank line. Without one, end and count are 0.
 */
void plain_header(struct slice text, struct plain_header *header);

/* The charset of a document: that of --from, or what its bytes tell. */
void plain_guess(const struct plain_options *options, struct slice bytes, struct charset_guess *guess);

/* Writes blocks of text as `t` records (with at= where a block is not where joining by a blank line would put it). */
int plain_put_blocks(const struct plain_options *options, struct slice text, size_t from, struct buf *out);

/*
 * Writes the whole plain document as the typed stream, %doc to %end. `source` is its path, or "-". Its id is what the
 * options make of the path, else the header's, else the hash of the bytes. No bytes are no document. Returns 0, or -1
 * without memory.
 */
int plain_render(const struct plain_options *options, struct slice bytes, const char *source, struct buf *out);

/*
 * Begins the document of a plain text that is larger than may be held: %doc with the hash of the bytes at hand as id,
 * and the error that tells the sink to put it aside. Its bytes are to follow as `r` records, then %end.
 */
void plain_put_too_large(struct slice bytes, const char *source, size_t max_document, struct buf *out);

#endif
