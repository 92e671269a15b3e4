/* SPDX-License-Identifier: MIT */
/*
 * Words as hashes, to compare texts by. A word is a run of letters and digits; its case, tone style (hoà, hòa) and
 * normalization form are folded away, punctuation and space ignored.
 */
#ifndef PHIN_DEDUP_WORDS_H
#define PHIN_DEDUP_WORDS_H

#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"

/* The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves half of the output's. */
static inline uint64_t hash_mix(uint64_t x)
{
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

/* Appends the hash of every word of validated text to `hashes`, uint64_t each; the buffer's `failed` tells of no memory. */
void word_hashes(struct slice text, struct buf *hashes);

#endif
