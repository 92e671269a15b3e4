/* SPDX-License-Identifier: MIT */
#include "figures/grammar.h"

#define SET(name) (1ull << LEX_##name)
#define GLUE(name) (1ull << GLUE_##name)
_Static_assert(LEX_SETS <= 64 && GLUES <= 64, "sets and glue words are bits of a word");

/*
 * The rules, in the order in which they win where two read equally far. What is no figure comes before all but the
 * wind: it wins where it reads as far as any other. A rule is asked only at digits, or at words that it says it may
 * begin with.
 */
static const struct rule {
	rule_function *read;
	uint64_t sets, glues;
	int digits;
} rules[] = {
	{rule_wind, 0, GLUE(LEVEL), 0},
	{rule_identifier, SET(LABEL), 0, 1},
	{rule_docref, SET(DOC) | SET(DOC_PART), 0, 1},
	{rule_phone, 0, GLUE(BRACKET), 1},
	{rule_date,
	 SET(PART) | SET(WEEKDAY) | SET(EDGE) | SET(PERIOD) | SET(REL_DAY) | SET(DIGIT) | SET(SAME) | SET(SEASON),
	 GLUE(DAY) | GLUE(HOM) | GLUE(MUNG) | GLUE(RAM) | GLUE(MONTH) | GLUE(YEAR) | GLUE(QUARTER) | GLUE(WEEK) |
		 GLUE(CENTURY) | GLUE(DECADE) | GLUE(HALF) | GLUE(THOSE) | GLUE(TEN),
	 1},
	{rule_multiple, SET(DIGIT) | SET(SCALE), GLUE(GAP) | GLUE(TEN), 1},
	{rule_set, SET(DURATION) | SET(DIGIT), GLUE(EACH) | GLUE(EVERY), 1},
	{rule_score, 0, 0, 1},
	{rule_fraction, SET(FRACTION) | SET(DIGIT), GLUE(TEN) | GLUE(HALF), 1},
	{rule_time, SET(DIGIT), GLUE(TEN), 1},
	{rule_dimensions, 0, 0, 1},
	{rule_duration, SET(DIGIT) | SET(SCALE), GLUE(TEN) | GLUE(HALF) | GLUE(YEAR), 1},
	{rule_ordinal, 0, GLUE(TIMES) | GLUE(ORDER), 1},
	{rule_vague, SET(VAGUE), 0, 0},
	{rule_quantity, SET(DIGIT) | SET(SCALE) | SET(CURRENCY),
	 GLUE(TEN) | GLUE(HALF) | GLUE(MINUS) | GLUE(DASH) | GLUE(YEAR), 1},
};

enum { RULES = sizeof rules / sizeof *rules };
_Static_assert(RULES <= 32, "rules are bits of a word");

void grammar_init(struct grammar *grammar)
{
	*grammar = (struct grammar){0};
	for (size_t i = 0; i < RULES; i++) {
		uint32_t bit = 1u << i;
		for (size_t set = 0; set < LEX_SETS; set++)
			grammar->set_rules[set] |= rules[i].sets >> set & 1 ? bit : 0;
		for (size_t glue = 0; glue < GLUES; glue++)
			grammar->glue_rules[glue] |= rules[i].glues >> glue & 1 ? bit : 0;
		grammar->digit_rules |= rules[i].digits ? bit : 0;
		grammar->sets |= rules[i].sets;
	}
}

/* The rules that may begin with the word, where phrases of these sets begin. */
static inline uint32_t rules_of(const struct grammar *grammar, const struct lex_word *word, uint64_t sets)
{
	uint32_t found = grammar->glue_rules[word->glue];
	for (sets &= grammar->sets; sets; sets &= sets - 1)
		found |= grammar->set_rules[__builtin_ctzll(sets)];
	return found;
}

void grammar_note(const struct grammar *grammar, struct vocabulary *vocabulary)
{
	for (struct lex_word *word = vocabulary_each(vocabulary, NULL); word; word = vocabulary_each(vocabulary, word))
		word->rules = rules_of(grammar, word, word->starts);
}

size_t grammar_read(const struct grammar *grammar, const struct scan *scan, size_t at, struct reading *best)
{
	const struct token *token = &scan->tokens[at];
	uint32_t todo = token->kind == TOKEN_DIGITS ? grammar->digit_rules
						    : rules_of(grammar, token->word, token_starts(token));
	struct reading other, *reading = best;
	size_t best_end = 0;
	if (!todo)
		return 0;
	for (; todo; todo &= todo - 1) {
		reading_clear(reading);
		size_t end = rules[__builtin_ctz(todo)].read(scan, at, reading);
		if (end <= best_end)
			continue;
		best_end = end;
		reading->begin = at;
		reading->end = end;
		if (reading == &other)
			*best = other;
		reading = &other;
	}
	if (best_end)
		return best_end;
	reading_clear(best);
	return rule_run(scan, at, best);
}
