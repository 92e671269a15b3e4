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

/* Units passed in the source, in the three ways of counting that to-jsonl offers. */
struct plain_position {
	size_t byte, code_point, utf16;
};

/* Text that is being written as blocks. */
struct plain_blocks {
	struct slice text;
	size_t from; /* where the first line is */
	struct layout layout;
	size_t next, expected; /* of the layout's blocks; and where that begins if nothing is left out */
	struct plain_position here;
	struct buf alignment;
};

/* A plain document that is being written as the typed stream. All zero to begin with. */
struct plain_rendering {
	struct slice bytes;
	const char *source;
	struct charset_guess guess;
	struct buf decoded;
	size_t bad, first_bad;
	struct slice title; /* of the header, ptr NULL if there is none: the first block, then */
	struct plain_blocks blocks;
	size_t read;              /* of the layout's blocks, by plain_next_line */
	size_t line_at, line;     /* how many newlines there are before that place */
};

/*
 * Begins a plain document, which must stay, and whose line separators may become newlines where they stand: writes %doc and
 * its metadata. `source` is its path, or "-". Its id is what the options make of the path, else the header's, else the hash
 * of the bytes. Returns 0, or -1 without memory.
 */
int plain_begin(struct plain_rendering *rendering, const struct plain_options *options, char *bytes, size_t len,
		const char *source, struct buf *out);

/* Writes blocks, `enough` bytes or a block more; behind the last one %end. Returns 1 if there are more, 0, or -1. */
int plain_more(struct plain_rendering *rendering, size_t enough, struct buf *out);

/* The line on which the next block begins, for a reader that meets the blocks one after another. Counts from 1. */
size_t plain_next_line(struct plain_rendering *rendering);

void plain_free(struct plain_rendering *rendering);

/*
 * Begins the document of an input of which no text is made: %doc with the hash of its first bytes as id, and the error
 * that tells the sink to put it aside. Its bytes are to follow as `r` records, then %end.
 */
void plain_put_bad(struct slice first, const char *source, const char *code, const char *message, struct buf *out);

#endif
