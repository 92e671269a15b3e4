/* SPDX-License-Identifier: MIT */
/*
 * The user's own rules, a file of lines with fields separated by TAB; `#` begins a comment line:
 *
 *	unit	bao tải	bag              a unit and its symbol
 *	currency	kwacha	ZMW              a currency and its code
 *	noun	gian hàng                  what may be counted
 *	label	cụm                        a number behind it only names
 *	measured	chỉ số VN-Index            what may be measured
 *	kind	plate	\b\d{2}[A-Z]-\d{3}\.\d{2}\b    a kind and its pattern (PCRE2)
 *
 * A pattern's groups named value, unit, per, noun and of become keys; without a group `value` the whole match is the
 * value. A match wins over every figure that it touches. How far a pattern may search is limited.
 */
#ifndef PHIN_FIGURES_RULES_H
#define PHIN_FIGURES_RULES_H

#include "base/user_file.h"
#include "figures/vocabulary.h"

struct rules;
struct figure;

/* Reads the file; words go into the vocabulary. Returns NULL with *fault. */
struct rules *rules_read(const char *path, struct vocabulary *vocabulary, struct user_file_fault *fault);

/* The same from memory; `path` is for messages. */
struct rules *rules_parse(struct slice text, const char *path, struct vocabulary *vocabulary,
			  struct user_file_fault *fault);
void rules_free(struct rules *rules);

/*
 * The next match of any pattern at or after *at, the earliest and of these the longest: fills the figure's place, kind
 * and keys. Returns 1, or 0 when there are no more. rules_begin starts on a text, which must stay.
 */
void rules_begin(struct rules *rules, struct slice text);
int rules_next(struct rules *rules, size_t at, struct figure *figure);

/* The name of a kind whose pattern gave up at its limit since the last call; NULL if none has. */
const char *rules_gave_up(struct rules *rules);

#endif
