/* SPDX-License-Identifier: MIT */
/* What a rule of the grammar has read: tokens, and their meaning in parts. It becomes a figure when it is accepted. */
#ifndef PHIN_FIGURES_READING_H
#define PHIN_FIGURES_READING_H

#include <stddef.h>
#include <string.h>

#include "base/clear.h"
#include "figures/moment.h"
#include "figures/number.h"
#include "figures/scan.h"

enum figure_kind {
	KIND_NUMBER,
	KIND_PERCENT,
	KIND_PP,
	KIND_MONEY,
	KIND_MEASURE,
	KIND_ORDINAL,
	KIND_FRACTION,
	KIND_MULTIPLE,
	KIND_DATE,
	KIND_TIME,
	KIND_DURATION,
	KIND_SET,
	KIND_SCORE,
	KIND_PHONE,
	KIND_DOCREF,
	KIND_USER,
	FIGURE_KINDS
};

struct reading {
	size_t begin, end; /* tokens */
	enum figure_kind kind;
	const char *rule;	   /* for --explain */
	uint8_t is_range;	   /* from and to, not value */
	uint8_t open_from, open_to; /* of a range: that bound is not given */
	uint8_t unresolved;	   /* no value can be given */
	uint8_t lunar;
	uint8_t counts;		   /* a bare number: what follows is counted */
	uint8_t marker;		   /* of no figure, but the marker of a list: which */
	struct moment first, last; /* dates and times, likewise */
	const char *period;	   /* durations and sets: the letter of ISO 8601; `from` counts */
	struct slice literal;	   /* the value where neither of these holds it */
	const char *unit;
	struct slice per;
	enum mod mods[2];
	const char *edge; /* START, MID, END */
	const char *part;
	const char *type;
	enum change change;
	const char *role; /* from, to */
	struct slice noun, of;
	const char *kind_name;	/* of a user's kind */
	struct number from, to; /* numbers: `from` holds the value where it is no range */
};

/* Makes it nothing. */
static inline void reading_clear(struct reading *reading)
{
	clear_bytes(reading, offsetof(struct reading, from));
	reading->kind = FIGURE_KINDS;
	number_clear(&reading->from);
	number_clear(&reading->to);
}

/* Copies what is used of it. */
static inline void reading_copy(struct reading *to, const struct reading *from)
{
	memcpy(to, from, offsetof(struct reading, from));
	number_copy(&to->from, &from->from);
	number_copy(&to->to, &from->to);
}

/* The rules. Each reads at the token, fills the reading and returns the token behind it, or 0. */
typedef size_t rule_function(const struct scan *scan, size_t at, struct reading *reading);

rule_function rule_docref, rule_phone, rule_identifier, rule_date, rule_time, rule_duration, rule_set, rule_quantity,
	rule_ordinal, rule_fraction, rule_multiple, rule_score, rule_vague, rule_dimensions, rule_run, rule_wind;

/* Whether the rule may read anything at the token: a quick look, where what begins it says too little. */
int identifier_may_begin(const struct scan *scan, size_t at);
int phone_may_begin(const struct scan *scan, size_t at);
int date_may_begin(const struct scan *scan, size_t at);
int ordinal_may_begin(const struct scan *scan, size_t at);
int vague_may_begin(const struct scan *scan, size_t at);

#endif
