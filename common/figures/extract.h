/* SPDX-License-Identifier: MIT */
/*
 * Finds the figures of a text: numbers, money, percentages, measures, dates and the like, with their values. Text goes
 * in, figures in order of their place come out; they do not overlap.
 */
#ifndef PHIN_FIGURES_EXTRACT_H
#define PHIN_FIGURES_EXTRACT_H

#include <stddef.h>
#include <stdint.h>

#include "base/calendar.h"
#include "base/slice.h"
#include "figures/reading.h"
#include "figures/rules.h"

enum figure_key {
	KEY_VALUE,
	KEY_FROM,
	KEY_TO,
	KEY_UNIT,
	KEY_PER,
	KEY_MOD,
	KEY_CHANGE,
	KEY_ROLE,
	KEY_PART,
	KEY_TYPE,
	KEY_CALENDAR,
	KEY_NOUN,
	KEY_OF,
	FIGURE_KEYS
};

extern const char *const figure_kind_names[FIGURE_KINDS + 1]; /* NULL at the end */
extern const char *const figure_key_names[FIGURE_KEYS + 1];

struct figure {
	size_t begin, end; /* bytes of the text */
	enum figure_kind kind;
	const char *kind_name;
	const char *rule;	       /* which rule read it */
	struct slice key[FIGURE_KEYS]; /* len 0: not given. Valid as long as the figure. */
};

struct extractor;

/* NULL without memory. */
struct extractor *extractor_new(void);
void extractor_free(struct extractor *extractor);

/* The document's date; NULL: not known. */
void extractor_set_date(struct extractor *extractor, const struct date *date);

/* Only these kinds, a bit each; all at first. */
void extractor_set_kinds(struct extractor *extractor, unsigned kinds);

/* Reads the user's own rules (rules.h). Returns 0, or -1 with *fault. */
int extractor_read_rules(struct extractor *extractor, const char *path, struct user_file_fault *fault);

/* A kind of the user's whose pattern gave up at its limit in the last text; NULL when there are no more. */
const char *extractor_gave_up(struct extractor *extractor);

/*
 * Begins a text of valid UTF-8, which must stay, as must the cuts: byte offsets where sentences end, ascending; without
 * them sentences are told by their marks.
 */
void extractor_begin(struct extractor *extractor, struct slice text, const size_t *cuts, size_t cut_count);

/*
 * The next figures of the text, in order: some hundreds at a time, so that memory is constant; all at once where the user
 * has patterns, which may replace any of them. They stay until the next call. Returns 1, 0 if there are no more, or -1
 * without memory.
 */
int extractor_next(struct extractor *extractor, const struct figure **figures, size_t *count);

#endif
