/* SPDX-License-Identifier: MIT */
/* Phrases around a stop that decide about it. */
#ifndef PHIN_PHRASE_H
#define PHIN_PHRASE_H

#include <stddef.h>

#include "base/slice.h"
#include "segment/stop.h"

/* Initials: "H", "N.V.T", "Ng", "Th.H". */
int token_is_initials(struct slice token);

/* What is known of a token and of its last part: "PGS.TS". */
unsigned token_classes(const struct stop *stop, struct slice token);

/* Whether a dateline at the top of a block ends with the stop: "(SGGP).-", "Hà Nội (TTXVN).", "TPHCM, ngày 26-9.". */
int stop_ends_dateline(const struct stop *stop, int dash_behind);

/*
 * Whether a reporting clause begins at text[at]: a name of capitalised words and titles, then its verb, then soon the
 * end: "Lan hỏi.", "Fetulla Arik nói.", not "Microsoft cho biết người dùng sẽ …". Behind a dash it may be long.
 */
int begins_reporting_clause(const struct stop *stop, size_t at, int dash);

/* Whether a person is named at text[at]: "– Bà Lê Minh Trang, đại diện …", "- TS. Nguyễn Trung Hiển". */
int begins_speaker(const struct stop *stop, size_t at);

/* Whether text[at] stands in an address: "http://example.vn", "toasoan@example.vn". */
int ends_address(struct slice text, size_t at);

/*
 * Whether the stop stands in brackets that opened inside of the sentence and close soon: "Ông Tám (nhà ở huyện Châu
 * Thành. Bến Tre) trúng mùa".
 */
int stop_is_in_brackets(const struct stop *stop);

#endif
