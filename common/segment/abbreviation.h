/* SPDX-License-Identifier: MIT */
/*
 * The user's file of abbreviations and other words, which adds to the lexicon and overrides it. A line is a word, white
 * space and one of the classes of abbreviation_classes; `#` at the beginning of a line or behind white space begins a
 * comment:
 *
 *	BV.      name      # BV. Bạch Mai
 *	tr.      number
 *	v.v.     end
 */
#ifndef PHIN_ABBREVIATION_H
#define PHIN_ABBREVIATION_H

#include "base/buf.h"
#include "base/user_file.h"
#include "segment/lexicon.h"

struct abbreviation_class {
	const char *name;
	unsigned word_class;
};

extern const struct abbreviation_class abbreviation_classes[];
extern const size_t abbreviation_class_count;

/* Writes what the library knows as such a file: word, class, source, a line for each class of a word. */
void abbreviations_list(struct buf *out);

/* Reads the text of such a file into the lexicon. Returns 0, or -1 with *fault (place.input stays). */
int abbreviations_parse(struct lexicon *lexicon, struct slice text, struct user_file_fault *fault);

/* Reads the file at `path` into the lexicon. Returns 0, or -1 with *fault. */
int abbreviations_read(struct lexicon *lexicon, const char *path, struct user_file_fault *fault);

#endif
