/* SPDX-License-Identifier: MIT */
/*
 * The fast path of normalize: proves that text is clean, at about a machine cycle a byte, or says where the first doubt
 * is. Clean is valid UTF-8 made of ASCII, composed Vietnamese letters and the usual typographic marks, single spaces,
 * and tone marks in their place. A doubt is not yet a fault.
 */
#ifndef PHIN_SCAN_H
#define PHIN_SCAN_H

#include <stddef.h>

#include "vietnamese/syllable.h"

struct scan {
	unsigned char pair[0x10000];  /* by two neighbouring bytes: see scan.c */
	enum tone_style style;
};

/* Prepares the table. Without `tones` the place of tone marks is no matter; `typography` doubts dashes and quotes too. */
void scan_init(struct scan *scan, int tones, enum tone_style style, int typography);

/* The place of the first doubt in text[from, len), on the first byte of a character; len if there is none. */
size_t scan_doubt(const struct scan *scan, const char *text, size_t len, size_t from);

#endif
