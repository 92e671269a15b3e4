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

/* trận thua Phú Thọ 2- 7 */
static int is_behind_loser(const struct scan *scan, size_t at)
{
	return at > 1 && scan_is_name(scan, at - 1) && !is_word(scan, at + 3) && token_len(scan, at) == 1 &&
	       token_len(scan, at + 2) == 1 && score_word_near(scan, at, at, 4);
}

static int is_capital(const struct scan *scan, size_t at)
{
	return is_word(scan, at) && token_at(scan, at)->letters != CASE_LOWER;
}

/* "Metz - Auxerre: 0-2": a colon behind both sides. */
static int is_behind_pairing(const struct scan *scan, size_t at)
{
	enum { LONGEST = 8 };
	if (at < 4 || !is_mark(scan, at - 1, ':') || token_len(scan, at) > 2 || token_len(scan, at + 2) > 2)
		return 0;
	for (size_t n = 2; n <= LONGEST && n < at; n++) {
		if (scan_is_dash(scan, at - n))
			return is_capital(scan, at - n - 1) && is_capital(scan, at - n + 1);
		if (!is_capital(scan, at - n) && !is_mark_of(scan, at - n, U"()."))
			return 0;
	}
	return 0;
}

/* "Bình Dương - HAGL 0-0": a draw behind a name; no range is from a number to itself. */
static int is_draw(const struct scan *scan, size_t at)
{
	return token_len(scan, at) == 1 && token_len(scan, at + 2) == 1 && at > 1 && is_tight(scan, at + 1) &&
	       scan_digits_value(scan, at) == scan_digits_value(scan, at + 2) && scan_is_name(scan, at - 1);
}

/* "thua Man City (0-1)": in brackets behind a side. */
static int is_in_brackets(const struct scan *scan, size_t at)
{
	return at > 1 && is_mark(scan, at - 1, '(') && is_mark(scan, at + 3, ')') && is_tight(scan, at + 1) &&
	       token_len(scan, at) == 1 && token_len(scan, at + 2) == 1 && scan_is_name(scan, at - 2);
}

/* "6-4, 6-7 (5), 6-3": the sets of a match behind its first. */
static int is_next_set(const struct scan *scan, size_t at)
{
	return scan->last_kind == KIND_SCORE && scan->last_end > 0 &&
	       (scan->last_end == at ||
	        (scan->last_end + 1 == at && (is_mark(scan, at - 1, ',') || glue_at(scan, at - 1) == GLUE_AND)) ||
		(is_mark(scan, scan->last_end, '(') && scan->last_end + 4 >= at));
}

/* tỷ số (25/14; ba ván 25/14: the points of a set, in a row of them or right behind a word of the match. */
static int is_set_by_slash(const struct scan *scan, size_t at)
{
	size_t word = at > 0 && is_mark(scan, at - 1, '(') ? at - 1 : at;
	/* Ngày Chiến thắng 9/5 */
	if (at > 2 && glue_at(scan, at - 3) == GLUE_DAY)
		return 0;
	/* để thua 4/6 và 5/7: another set follows */
	int more = (is_mark(scan, at + 3, ',') || glue_at(scan, at + 3) == GLUE_AND) && is_digits(scan, at + 4) &&
		   is_mark(scan, at + 5, '/') && joins_digits(scan, at + 5);
	int ahead = scan_digits_value(scan, at) > scan_digits_value(scan, at + 2);
	/* thua séc đầu 3/6 */
	int numbered = at > 1 && glue_at(scan, at - 2) == GLUE_SET_OF_MATCH;
	return numbered || is_next_set(scan, at) || ((ahead || more) && lex_before(scan, LEX_SCORE, word, NULL));
}

/* Whether what stands tight behind the pair makes it another thing: 2-1a, 2-1.5; not "2-1.", "7-6(4)". */
static int is_joined_behind(const struct scan *scan, size_t end)
{
	return !is_mark_of(scan, end, U".,);!?:\"”(") ||
	       (!is_mark(scan, end, '(') && is_digits(scan, end + 1) && is_glued(scan, end + 1));
}

/* thay 2-3 linh kiện, tức 14:30 phút: what follows is counted, and no word of a match stands right before. */
static int counts_something(const struct scan *scan, size_t at)
{
	if (lex_at(scan, LEX_COUNTED, at + 3, NULL) || glue_at(scan, at + 3) == GLUE_MINUTE)
		return 1;
	int told = lex_at(scan, LEX_STOP, at + 3, NULL) || lex_at(scan, LEX_SCORE, at + 3, NULL) ||
		   score_word_near(scan, at, at, 5);
	return is_lower_word(scan, at + 3) && !is_glued(scan, at + 3) && at > 0 && is_lower_word(scan, at - 1) && !told;
}

size_t rule_score(const struct scan *scan, size_t at, struct reading *reading)
{
	struct tail tail;
	struct number number;
	if (!is_digits(scan, at) || token_len(scan, at) > 3 || !is_digits(scan, at + 2) || token_len(scan, at + 2) > 3)
		return 0;
	int dash = scan_is_dash(scan, at + 1), colon = is_mark(scan, at + 1, ':'), slash = is_mark(scan, at + 1, '/');
	/* Atletico 2 -1 Real: white space is lost between two sides */
	int even = is_glued(scan, at + 1) == is_glued(scan, at + 2) ||
		   (dash && (is_between_names(scan, at) || is_behind_loser(scan, at)));
	if ((!dash && !colon && !(slash && is_set_by_slash(scan, at))) || !even ||
	    number_is_inside_name(scan, at, at + 3))
		return 0;
	if (is_glued(scan, at + 3) && is_joined_behind(scan, at + 3))
		return 0;
	long a = scan_digits_value(scan, at), b = scan_digits_value(scan, at + 2);
	number_set(&number, (unsigned)b);
	/* Milan (04-05): a season */
	int padded = token_len(scan, at) == 2 && (a < 10 || b < 10) && token_len(scan, at + 2) == 2;
	/* 50-50: it could go either way */
	if (padded || (a == 50 && b == 50) || a > 199 || b > 199 || (!is_glued(scan, at + 1) && !dash) ||
	    tail_read(scan, at + 3, &number, &tail) > at + 3 || may_start(scan, at + 3, LEX_SCALE))
		return 0;
	/* 1-2 could be a range: a word of the match must be at hand; 2-1 could not. */
	if (!is_between_names(scan, at) && !is_behind_pairing(scan, at) && !is_draw(scan, at) &&
	    !is_in_brackets(scan, at) && !is_next_set(scan, at) &&
	    !score_word_near(scan, at, at + 3, a < b || !dash ? 12 : 60))
		return 0;
	if (a < b && !is_next_set(scan, at) && counts_something(scan, at))
		return 0;
	reading->kind = KIND_SCORE;
	reading->rule = "score";
	reading->literal = number_join(a, '-', b, scan->arena);
	return at + 3;
}
