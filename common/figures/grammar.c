/* SPDX-License-Identifier: MIT */
#include "figures/grammar.h"

/* What joins the two numbers of a range (joint_read). */
#define JOINTS (GLUE(DASH) | GLUE(TO) | GLUE(FOR))

/* Number words. A number begins with one of them, or with digits. */
#define NUMBER_SETS (SET(DIGIT) | SET(SCALE))
#define NUMBER_GLUES (GLUE(TEN) | GLUE(MINUS) | GLUE(DASH))

/*
 * The rules, in the order in which they win where two read equally far. What is no figure comes before all but the
 * wind: it wins where it reads as far as any other.
 *
 * A rule is asked only where it may begin. It says with words of which sets, with which words of the grammar, and
 * whether with digits. Where that is a number and the rule wants something behind it, it says what that may begin with:
 * "9 tháng", "9/2025" may be a date, "9 người" is none. `may_begin` is asked at last, if there is one. All of this only
 * saves time: what a rule must see, it looks for itself, and tests/fuzz/grammar.c holds that none is passed over which
 * would have read something.
 */
static const struct rule {
	rule_function *read;
	uint64_t sets, glues;
	int digits;
	uint64_t behind_sets, behind_glues;
	int (*may_begin)(const struct scan *scan, size_t at);
} rules[] = {
	{.read = rule_wind, .glues = GLUE(LEVEL)},
	{.read = rule_identifier, .sets = SET(LABEL), .digits = 1, .may_begin = identifier_may_begin},
	{.read = rule_docref, .sets = SET(DOC) | SET(DOC_PART), .digits = 1, .behind_glues = GLUE(SLASH) | GLUE(DASH)},
	{.read = rule_phone, .glues = GLUE(BRACKET), .digits = 1, .may_begin = phone_may_begin},
	{.read = rule_date,
	 .sets = SET(PART) | SET(WEEKDAY) | SET(EDGE) | SET(PERIOD) | SET(REL_DAY) | SET(DIGIT) | SET(SAME) | SET(SEASON) |
		 SET(MONTH_ENGLISH),
	 .glues = GLUE(DAY) | GLUE(HOM) | GLUE(MUNG) | GLUE(RAM) | GLUE(MONTH) | GLUE(YEAR) | GLUE(QUARTER) |
		  GLUE(WEEK) | GLUE(CENTURY) | GLUE(DECADE) | GLUE(HALF) | GLUE(TEN),
	 .digits = 1,
	 .may_begin = date_may_begin},
	{.read = rule_multiple,
	 .sets = SET(DIGIT) | SET(SCALE),
	 .glues = GLUE(GAP) | GLUE(TEN),
	 .digits = 1,
	 .behind_sets = SET(DIGIT),
	 .behind_glues = GLUE(TIMES) | GLUE(CROSS) | JOINTS},
	{.read = rule_set,
	 .sets = SET(DURATION) | SET(DIGIT),
	 .glues = GLUE(EACH) | GLUE(EVERY),
	 .digits = 1,
	 .behind_sets = SET(DURATION),
	 .behind_glues = JOINTS},
	{.read = rule_score, .digits = 1, .behind_glues = GLUE(DASH) | GLUE(COLON) | GLUE(SLASH)},
	{.read = rule_fraction,
	 .sets = SET(FRACTION) | SET(DIGIT),
	 .glues = GLUE(TEN) | GLUE(HALF),
	 .digits = 1,
	 .behind_glues = GLUE(PHAN) | GLUE(SLASH)},
	{.read = rule_time,
	 .sets = SET(DIGIT),
	 .glues = GLUE(TEN),
	 .digits = 1,
	 .behind_glues = GLUE(HOUR) | GLUE(HOUR_TIGHT) | GLUE(HALF_MORE) | GLUE(COLON) | JOINTS},
	{.read = rule_dimensions, .digits = 1, .behind_sets = SET(UNIT), .behind_glues = GLUE(CROSS) | GLUE(SLASH)},
	{.read = rule_duration,
	 .sets = SET(DIGIT) | SET(SCALE),
	 .glues = GLUE(TEN) | GLUE(HALF) | GLUE(YEAR),
	 .digits = 1,
	 .behind_sets = SET(DURATION) | SET(DIGIT),
	 .behind_glues = JOINTS},
	{.read = rule_ordinal, .glues = GLUE(TIMES) | GLUE(ORDER), .digits = 1, .may_begin = ordinal_may_begin},
	{.read = rule_vague, .sets = SET(VAGUE), .may_begin = vague_may_begin},
	{.read = rule_quantity,
	 .sets = SET(DIGIT) | SET(SCALE) | SET(CURRENCY),
	 .glues = GLUE(TEN) | GLUE(HALF) | GLUE(MINUS) | GLUE(DASH) | GLUE(YEAR),
	 .digits = 1},
};

enum { RULES = sizeof rules / sizeof *rules };
_Static_assert(RULES <= 32, "rules are bits of a word");

void grammar_init(struct grammar *grammar)
{
	*grammar = (struct grammar){0};
	for (size_t i = 0; i < RULES; i++) {
		uint32_t bit = 1u << i;
		for (size_t set = 0; set < LEX_SETS; set++) {
			grammar->set_rules[set] |= rules[i].sets >> set & 1 ? bit : 0;
			grammar->set_behind[set] |= rules[i].behind_sets >> set & 1 ? bit : 0;
		}
		for (size_t glue = 0; glue < GLUE_BITS; glue++) {
			grammar->glue_rules[glue] |= rules[i].glues >> glue & 1 ? bit : 0;
			grammar->glue_behind[glue] |= rules[i].behind_glues >> glue & 1 ? bit : 0;
		}
		grammar->digit_rules |= rules[i].digits ? bit : 0;
		grammar->open_rules |= rules[i].behind_sets | rules[i].behind_glues ? 0 : bit;
		grammar->sets |= rules[i].sets;
	}
}

static uint32_t rules_of_sets(const uint32_t *set_rules, uint64_t sets)
{
	uint32_t found = 0;
	for (; sets; sets &= sets - 1)
		found |= set_rules[__builtin_ctzll(sets)];
	return found;
}

void grammar_note(const struct grammar *grammar, struct vocabulary *vocabulary)
{
	for (struct lex_word *word = vocabulary_each(vocabulary, NULL); word; word = vocabulary_each(vocabulary, word)) {
		word->rules = grammar->glue_rules[word->glue] | rules_of_sets(grammar->set_rules, word->starts);
		word->behind = grammar->glue_behind[word->glue] | rules_of_sets(grammar->set_behind, word->starts);
	}
}

/* The rules, a bit each, that may begin with the number at the token: what stands behind it is looked at. */
static uint32_t rules_of_number(const struct grammar *grammar, const struct scan *scan, size_t at, uint32_t found)
{
	size_t end = number_end(scan, at);
	if (grammar->asks_all)
		return found;
	if (end == 0 && !is_digits(scan, at))
		return 0;
	uint32_t behind = grammar->open_rules | token_at(scan, at + 1)->word->behind;
	return found & (end ? behind | token_at(scan, end)->word->behind : behind);
}

static uint32_t rules_at(const struct grammar *grammar, const struct scan *scan, size_t at)
{
	const struct token *token = token_at(scan, at);
	uint64_t sets = token_starts(token) & grammar->sets, glue = glue_bit(token->glue);
	uint32_t number = rules_of_sets(grammar->set_rules, sets & NUMBER_SETS), found = 0;
	if (token->kind == TOKEN_DIGITS)
		return rules_of_number(grammar, scan, at, grammar->digit_rules);
	if (glue & NUMBER_GLUES)
		number |= grammar->glue_rules[token->glue];
	else
		found = grammar->glue_rules[token->glue];
	if (number)
		found |= rules_of_number(grammar, scan, at, number);
	return found | rules_of_sets(grammar->set_rules, sets & ~NUMBER_SETS);
}

size_t grammar_read(const struct grammar *grammar, const struct scan *scan, size_t at, struct reading *best)
{
	struct reading other, *reading = best;
	size_t best_end = 0;
	uint32_t todo = rules_at(grammar, scan, at);
	if (!todo)
		return 0;
	for (; todo; todo &= todo - 1) {
		const struct rule *rule = &rules[__builtin_ctz(todo)];
		if (rule->may_begin && !grammar->asks_all && !rule->may_begin(scan, at))
			continue;
		reading_clear(reading);
		size_t end = rule->read(scan, at, reading);
		if (end <= best_end)
			continue;
		best_end = end;
		reading->begin = at;
		reading->end = end;
		if (reading == &other)
			reading_copy(best, &other);
		reading = &other;
	}
	if (best_end)
		return best_end;
	/* What no rule has read: groups of digits, days that there are not. */
	if (!is_digits(scan, at) && !(glue_bit(token_at(scan, at)->glue) & (GLUE(DAY) | GLUE(MONTH))))
		return 0;
	best->kind = FIGURE_KINDS;
	return rule_run(scan, at, best);
}
