/* SPDX-License-Identifier: MIT */
/* What every reader of the grammar gets: a window of tokens, the vocabulary, the document's date; and small questions.
 */
#ifndef PHIN_FIGURES_SCAN_H
#define PHIN_FIGURES_SCAN_H

#include <stddef.h>
#include <uchar.h>

#include "base/arena.h"
#include "base/calendar.h"
#include "base/slice.h"
#include "figures/token.h"
#include "figures/vocabulary.h"

struct scan {
	const struct vocabulary *vocabulary;
	struct slice text;
	/* tokens[0, count); around them stand TOKENS_AROUND that are none. */
	const struct token *tokens;
	size_t count;
	int has_date;
	struct date date;    /* the document's */
	struct arena *arena; /* for values; reset with the block */
	/* The last number read, so that the rules which try the same token read it once (number.c). */
	struct number_memo *memo;
	/* The last figure read in this window: where it ends, and of what kind it is; 0 if there is none. */
	size_t last_end;
	int last_kind;
	int has_money;	 /* the window has an amount with its currency already */
	const char *in_millions; /* the currency of the last one in millions or more, or NULL */
	int last_is_year, last_is_month; /* no range of them */
	int last_age;	 /* GRAIN_CENTURY or GRAIN_DECADE, if one was the last figure */
	int last_is_day; /* a day of the calendar, which a list may go on with */
	int last_marker; /* the last marker of a list in this text: 2 of "2. Về"; 0 if there was none */
};

/* The token, also one around the window: at - 1 is there where at is 0. */
static inline const struct token *token_at(const struct scan *scan, size_t at)
{
	return scan->tokens + (ptrdiff_t)at;
}

static inline struct slice scan_text(const struct scan *scan, size_t begin, size_t end)
{
	return slice_of(scan->text.ptr + token_at(scan, begin)->begin,
			token_at(scan, end - 1)->end - token_at(scan, begin)->begin);
}

static inline struct slice scan_word(const struct scan *scan, size_t at)
{
	return scan_text(scan, at, at + 1);
}

static inline int is_word(const struct scan *scan, size_t at)
{
	return token_at(scan, at)->kind == TOKEN_WORD;
}

/* Whether a word without a capital stands there. */
static inline int is_lower_word(const struct scan *scan, size_t at)
{
	return is_word(scan, at) && token_at(scan, at)->letters == CASE_LOWER;
}

/* Whether that very word stands there, in this case. */
static inline int word_is(const struct scan *scan, size_t at, const char *word)
{
	return is_word(scan, at) && slice_is(scan_word(scan, at), word);
}

static inline int is_digits(const struct scan *scan, size_t at)
{
	return token_at(scan, at)->kind == TOKEN_DIGITS;
}

static inline int is_mark(const struct scan *scan, size_t at, uint32_t mark)
{
	return token_at(scan, at)->mark == mark;
}

/* Whether one of the marks stands there. */
static inline int is_mark_of(const struct scan *scan, size_t at, const char32_t *marks)
{
	uint32_t mark = token_at(scan, at)->mark;
	while (mark && *marks && *marks != mark)
		marks++;
	return mark && *marks;
}

/* What closes minutes: 18h30', 90+3’. */
static inline int is_prime(const struct scan *scan, size_t at)
{
	return is_mark_of(scan, at, U"'’′");
}

static inline int is_glued(const struct scan *scan, size_t at)
{
	return token_at(scan, at)->glued;
}

/* Whether no white space stands on either side of the token. */
static inline int is_tight(const struct scan *scan, size_t at)
{
	return is_glued(scan, at) && is_glued(scan, at + 1);
}

/* Whether the token stands tight before digits: the mark of 2.952, 26-9, 7:30. */
static inline int joins_digits(const struct scan *scan, size_t at)
{
	return is_tight(scan, at) && is_digits(scan, at + 1);
}

static inline int glue_at(const struct scan *scan, size_t at)
{
	return token_at(scan, at)->glue;
}

static inline size_t token_len(const struct scan *scan, size_t at)
{
	return token_at(scan, at)->end - token_at(scan, at)->begin;
}

/* Whether a phrase of the set may begin at the token: quick, to be asked first. */
static inline int may_start(const struct scan *scan, size_t at, enum lex_set set)
{
	return (int)(token_at(scan, at)->word->starts >> set & 1);
}

/*
 * The sets of which a phrase may begin at the token by this word and the next: của begins the label "của khóa" only
 * with khóa behind it.
 */
static inline uint64_t token_starts(const struct token *token)
{
	return token->word->starts & (token->word->alone | token[1].word->seconds);
}

/* The longest phrase of the set at the token, or NULL; *end may be NULL. */
static inline const struct lex_entry *lex_at(const struct scan *scan, enum lex_set set, size_t at, size_t *end)
{
	size_t unused;
	if (!may_start(scan, at, set) || !(token_starts(token_at(scan, at)) >> set & 1))
		return NULL;
	return vocabulary_match(scan->vocabulary, set, scan->text, scan->tokens, at, scan->count, end ? end : &unused);
}

/* As lex_before, where the token before may end a phrase of the set. */
const struct lex_entry *scan_phrase_before(const struct scan *scan, enum lex_set set, size_t at, size_t *begin);

/* The longest phrase of the set that ends right before the token; *begin may be NULL. */
static inline const struct lex_entry *lex_before(const struct scan *scan, enum lex_set set, size_t at, size_t *begin)
{
	if (at == 0 || !(token_at(scan, at - 1)->word->ends >> set & 1))
		return NULL;
	return scan_phrase_before(scan, set, at, begin);
}

/* A dash of any kind that joins: - ‐ ‑ – — −. */
static inline int scan_is_dash(const struct scan *scan, size_t at)
{
	return glue_at(scan, at) == GLUE_DASH;
}

/* năm 2021, tháng 9, ngày 7: with digits behind, these words begin a date. */
static inline int date_follows(const struct scan *scan, size_t at)
{
	int glue = glue_at(scan, at);
	return (glue == GLUE_YEAR || glue == GLUE_MONTH || glue == GLUE_DAY) && is_digits(scan, at + 1);
}

/* mỗi, hằng, từng. */
static inline int is_each(const struct scan *scan, size_t at)
{
	int glue = glue_at(scan, at);
	return glue == GLUE_EACH || glue == GLUE_EVERY || glue == GLUE_SINGLY;
}

/* lên, xuống: before the goal of a change. */
static inline int is_rise_to(const struct scan *scan, size_t at)
{
	return glue_at(scan, at) == GLUE_UP || glue_at(scan, at) == GLUE_DOWN;
}

/* Digits of at most nine places as a number; -1 otherwise. */
long scan_digits_value(const struct scan *scan, size_t at);

/* The end of the glued run of words, digits and - / . _ from the token on, its closing marks left out. */
size_t scan_code_end(const struct scan *scan, size_t at);

/* Whether a word with a capital stands there, not counting the first of the window. */
int scan_is_name(const struct scan *scan, size_t at);

#endif
