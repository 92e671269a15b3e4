/* SPDX-License-Identifier: MIT */
/*
 * Text folded for search, as people type who leave the marks out: "Đà Nẵng" becomes "da nang". Case goes, tones, hats and
 * the stroke of đ go, and so do the marks of other Latin letters (é, ü, ç); other scripts keep what they have.
 */
#ifndef PHIN_FOLD_H
#define PHIN_FOLD_H

#include "base/buf.h"
#include "base/slice.h"

/* Appends validated text, folded, to out. */
void text_fold(struct slice text, struct buf *out);

#endif
