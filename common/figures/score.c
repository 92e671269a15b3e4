/* SPDX-License-Identifier: MIT */
/* Scores of matches: 2-1. */
#include "figures/quantity.h"

/* Any word of a match in the sentence, or near. */
static int score_word_near(const struct scan *scan, size_t at, size_t end, size_t reach)
{
	size_t first = at > reach ? at - reach : 0, last = end + reach < scan->count ? end + reach : scan->count;
	for (size_t i = first; i < last; i++)
		if (may_start(scan, i, LEX_SCORE) && lex_at(scan, LEX_SCORE, i, NULL))
			return 1;
	return 0;
}

/* "Scotland 1-3 Bồ Đào Nha": the two sides. */
static int is_between_names(const struct scan *scan, size_t at)
{
	/* Na Uy - Nga: 3- 2 Bồ Đào Nha */
	int side = at > 0 && ((is_word(scan, at - 1) && token_at(scan, at - 1)->letters != CASE_LOWER) ||
			      (is_mark(scan, at - 1, ':') && scan_is_name(scan, at - 2)));
	return side && is_word(scan, at + 3) &&
	       !is_glued(scan, at + 3) && token_at(scan, at + 3)->letters != CASE_LOWER && token_len(scan, at) <= 2 &&
	       token_len(scan, at + 2) <= 2;
}

/* "6-4, 6-7 (5), 6-3": the sets of a match behind its first. */
static int is_next_set(const struct scan *scan, size_t at)
{
	return scan->last_kind == KIND_SCORE && scan->last_end > 0 &&
	       (scan->last_end == at || (scan->last_end + 1 == at && is_mark(scan, at - 1, ',')) ||
		(is_mark(scan, scan->last_end, '(') && scan->last_end + 4 >= at));
}

size_t rule_score(const struct scan *scan, size_t at, struct reading *reading)
{
	struct tail tail;
	struct number number;
	if (!is_digits(scan, at) || token_len(scan, at) > 3 || !is_digits(scan, at + 2) || token_len(scan, at + 2) > 3)
		return 0;
	int dash = scan_is_dash(scan, at + 1), colon = is_mark(scan, at + 1, ':');
	/* Atletico 2 -1 Real: white space is lost between two sides */
	int even = is_glued(scan, at + 1) == is_glued(scan, at + 2) || (dash && is_between_names(scan, at));
	if ((!dash && !colon) || !even ||
	    number_is_inside_name(scan, at, at + 3))
		return 0;
	if (is_glued(scan, at + 3) && !is_mark_of(scan, at + 3, U".,);!?:\"”("))
		return 0;
	if (is_glued(scan, at + 3) && !is_mark(scan, at + 3, '(') && is_digits(scan, at + 4) && is_glued(scan, at + 4))
		return 0;
	long a = scan_digits_value(scan, at), b = scan_digits_value(scan, at + 2);
	number_set(&number, (unsigned)b);
	if (a > 199 || b > 199 || (!is_glued(scan, at + 1) && colon) ||
	    tail_read(scan, at + 3, &number, &tail) > at + 3 || may_start(scan, at + 3, LEX_SCALE))
		return 0;
	/* 1-2 could be a range: a word of the match must be at hand; 2-1 could not. */
	if (!is_between_names(scan, at) && !is_next_set(scan, at) && !score_word_near(scan, at, at + 3, a < b || colon ? 12 : 60))
		return 0;
	if (lex_at(scan, LEX_COUNTED, at + 3, NULL) && a < b && !is_next_set(scan, at))
		return 0;
	reading->kind = KIND_SCORE;
	reading->rule = "score";
	reading->literal = number_join(a, '-', b, scan->arena);
	return at + 3;
}
