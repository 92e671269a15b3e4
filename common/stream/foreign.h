/* SPDX-License-Identifier: MIT */
/*
 * What is no text, told by the first bytes of an input: archives, documents of other programs, pictures, databases; and
 * JSON, which is text but no prose.
 */
#ifndef PHIN_FOREIGN_H
#define PHIN_FOREIGN_H

#include "base/slice.h"

/* So much of the beginning is looked at, or its first line if that is shorter. */
enum { FOREIGN_BYTES = 4096 };

/* The beginning of an input as it is to be shown to the functions below, however much of it is at hand. */
struct slice foreign_beginning(struct slice have);

/* Whether more is to be read before the beginning is whole. */
int foreign_is_cut(struct slice have);

/* Why these bytes are no text, as a message that says what they are and what opens them; NULL if they may be text. */
const char *foreign_bytes(struct slice beginning);

/* The same for an object of JSON, or an array of such. */
const char *foreign_json(struct slice beginning);

#endif
