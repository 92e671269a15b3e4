/* SPDX-License-Identifier: MIT */
/*
 * Bytes of a legacy charset that somebody took for windows-1252 and stored as UTF-8: "Céng hßa" (TCVN3), "Coäng hoøa" (VNI).
 * Private to this folder and to normalize, which wants to know what was changed. The texts are valid UTF-8, but for the first.
 */
#ifndef PHIN_CHARSET_STORED_H
#define PHIN_CHARSET_STORED_H

#include "base/buf.h"
#include "base/edit.h"
#include "base/slice.h"
#include "charset/charset.h"

/* A cheap look whether a text may be such: good Vietnamese is recognised within its first words. */
int stored_is_suspected(struct slice text);

/*
 * Decodes every word that is of windows-1252, right or wrong, for a score; under CHARSET_CP1252 these words as they are. Words
 * that prove nothing are left out. Appends to out; *bad counts bytes that the charset has not.
 */
void stored_decode_all(enum charset charset, struct slice text, struct buf *out, size_t *bad);

/*
 * Decodes what has to be, word by word, appending to out: a word that is a syllable as it stands, and would be none, stays;
 * one of which both or neither could be said goes with its neighbours. What is not of windows-1252 stays too. Adds each
 * word that changed to edits (NULL: nobody asks), by this rule.
 */
void stored_decode(enum charset charset, struct slice text, struct buf *out, struct edits *edits, const char *rule);

#endif
