/* SPDX-License-Identifier: MIT */
#include "words/train/learn.h"

#include <stdlib.h>
#include <string.h>

#include "words/feature.h"

/* Where the weights of a kind begin in the learner's arrays: as in struct model. */
enum {
	ROWS = 4 << ROW_BITS,
	AT_SIDES = ROWS,
	AT_SHAPES = AT_SIDES + (1 << SIDE_BITS),
	AT_LEXICON = AT_SHAPES + SHAPE_WEIGHTS,
	AT_ECHO = AT_LEXICON + LEXICON_WEIGHTS,
	AT_CHAIN = AT_ECHO + ECHO_WEIGHTS,
	WEIGHTS = AT_CHAIN + CHAIN_WEIGHTS,
};

/*
 * Of so many sentences one is shown with all its letters in lower case, and one in capitals, so that headlines and
 * careless text do not hang on the case of names.
 */
enum { LOWER_EVERY = 12, CAPS_EVERY = 30 };

/* The average is kept to 1/SCALE: 300 tips most balances (user_lexicon.h). */
enum { SCALE = 48, LIMIT = 8191 };

/* How far a weight moves where the model is wholly wrong, and how wrong it is where nothing moves. */
#define RATE 0.2
#define ENOUGH 0.1

/* Of a gap: that it splits, that it joins. */
struct states {
	double split, join;
};

struct scratch {
	struct token tokens[RUN_TOKENS];
	struct features features;
	struct gap gaps[RUN_TOKENS];
	uint8_t joined[RUN_TOKENS];       /* in the data */
	double joins[RUN_TOKENS], chains[RUN_TOKENS];
	struct states forwards[RUN_TOKENS], backwards[RUN_TOKENS];
};

int learner_init(struct learner *learner, const struct corpus *corpus)
{
	*learner = (struct learner){.seen = 1, .random = 88172645463325252u};
	for (size_t s = 0; s < corpus->sentence_count; s++)
		learner->order_count += corpus->sentences[s].copies;
	learner->weights = calloc(WEIGHTS, sizeof *learner->weights);
	learner->steps = calloc(WEIGHTS, sizeof *learner->steps);
	learner->order = calloc(learner->order_count + 1, sizeof *learner->order);
	learner->scratch = calloc(1, sizeof *learner->scratch);
	if (!learner->weights || !learner->steps || !learner->order || !learner->scratch)
		return -1;
	size_t at = 0;
	for (size_t s = 0; s < corpus->sentence_count; s++)
		for (unsigned c = 0; c < corpus->sentences[s].copies; c++)
			learner->order[at++] = (uint32_t)s;
	return 0;
}

/* Marsaglia's xorshift. */
static uint32_t random_below(struct learner *learner, uint32_t bound)
{
	learner->random ^= learner->random << 13;
	learner->random ^= learner->random >> 7;
	learner->random ^= learner->random << 17;
	return (uint32_t)(learner->random >> 32) % bound;
}

static void shuffle(struct learner *learner)
{
	for (size_t i = learner->order_count; i > 1; i--) {
		size_t j = random_below(learner, (uint32_t)i);
		uint32_t swap = learner->order[i - 1];
		learner->order[i - 1] = learner->order[j];
		learner->order[j] = swap;
	}
}

static int is_letters(unsigned shape)
{
	return shape >= SHAPE_LOWER && shape <= SHAPE_MIXED;
}

/* Lays the sentence out, at times in another case. */
static void load(struct learner *learner, const struct example *examples, size_t count)
{
	struct scratch *scratch = learner->scratch;
	int lower = random_below(learner, LOWER_EVERY) == 0, caps = random_below(learner, CAPS_EVERY) == 0;
	for (size_t i = 0; i < count; i++) {
		const struct example *e = &examples[i];
		scratch->tokens[i] = (struct token){
			.key = e->key, .onset = e->onset, .rime = e->rime, .shape = e->shape, .apart = e->apart};
		scratch->joined[i] = e->joined;
		if (is_letters(e->shape) && (lower || caps))
			scratch->tokens[i].shape = lower ? SHAPE_LOWER : SHAPE_CAPS;
	}
}

/* Whether tokens first to last are a word in the data. */
static unsigned is_word(const struct scratch *scratch, size_t count, size_t first, size_t last)
{
	if (scratch->joined[first] || (last + 1 < count && scratch->joined[last + 1]))
		return 0;
	for (size_t i = first + 1; i <= last; i++)
		if (!scratch->joined[i])
			return 0;
	return 1;
}

/* As features_levels, from counts that leave out the sentence itself. */
static void set_levels(struct scratch *scratch, const struct counts *counts, size_t count)
{
	struct features *f = &scratch->features;
	unsigned run = 0;
	uint64_t lanes = 0;
	for (size_t i = 0; i < count; i++) {
		unsigned level2 = 0, level3 = 0, level4 = 0;
		run = f->open[i] ? run + 1 : 0;
		if (run >= 1)
			level2 = counts_level(counts, f->pair[i], is_word(scratch, count, i - 1, i));
		if (run >= 2)
			level3 = counts_level(counts, f->triple[i], is_word(scratch, count, i - 2, i));
		if (run >= 3)
			level4 = counts_level(counts, f->four[i], is_word(scratch, count, i - 3, i));
		features_note(f, &lanes, i, level2, level3, level4);
	}
	features_note(f, &lanes, count, 0, 0, 0);
	features_note(f, &lanes, count + 1, 0, 0, 0);
}

/* The rows' weights that score the gap before token i: four lanes of three rows. */
static void row_indexes(const struct scratch *scratch, size_t count, size_t gap, uint32_t index[12], size_t *n)
{
	const struct features *f = &scratch->features;
	*n = 0;
	for (size_t lane = 0; lane < 4; lane++) {
		size_t i = gap + 1 - lane;
		if (i >= count)
			continue; /* also before the first */
		index[(*n)++] = row_of_token(scratch->tokens[i].key) * 4 + (uint32_t)lane;
		index[(*n)++] = row_of_window(f->pair[i]) * 4 + (uint32_t)lane;
		index[(*n)++] = row_of_window(f->triple[i + 1]) * 4 + (uint32_t)lane;
	}
}

static double score(const struct learner *learner, size_t count, size_t gap)
{
	const struct gap *g = &learner->scratch->gaps[gap];
	const double *w = learner->weights;
	uint32_t index[12];
	size_t n;
	row_indexes(learner->scratch, count, gap, index, &n);
	double sum = w[AT_SHAPES + g->shapes] + w[AT_LEXICON + g->lexicon] + w[AT_ECHO + g->echo];
	for (size_t i = 0; i < 4; i++)
		sum += w[AT_SIDES + g->sides[i]];
	for (size_t i = 0; i < n; i++)
		sum += w[index[i]];
	return sum;
}

/* e to the power x in nothing but the four operations, whose results IEEE 754 fixes: no library's exp() makes the bytes. */
static double power_of_e(double x)
{
	enum { HALVINGS = 8, BOUND = 30 };
	x = x > BOUND ? BOUND : x < -BOUND ? -BOUND : x;
	double small = x / (1 << HALVINGS);
	double sum = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4 * (1 + small / 5))));
	for (int i = 0; i < HALVINGS; i++)
		sum *= sum;
	return sum;
}

/*
 * Forwards: how probable it is, by the tokens up to i, that the gap before token i splits or joins. Between two states
 * the factors are 1 to a split, `joins` from a split to a join, and joins * chains from a join to a join.
 */
static void go_forwards(struct learner *learner, size_t count)
{
	struct scratch *scratch = learner->scratch;
	scratch->forwards[0] = (struct states){1, 0};
	for (size_t i = 1; i < count; i++) {
		struct states before = scratch->forwards[i - 1];
		int open = scratch->features.open[i];
		double joins = open ? power_of_e(score(learner, count, i)) : 0;
		double chains = open ? power_of_e(learner->weights[AT_CHAIN + scratch->gaps[i].chain]) : 0;
		double split = before.split + before.join, join = (before.split + before.join * chains) * joins;
		scratch->joins[i] = joins;
		scratch->chains[i] = chains;
		scratch->forwards[i] = (struct states){split / (split + join), join / (split + join)};
	}
}

/* Backwards: the same by the tokens that follow. */
static void go_backwards(struct scratch *scratch, size_t count)
{
	scratch->backwards[count - 1] = (struct states){1, 1};
	for (size_t i = count - 1; i > 0; i--) {
		struct states next = scratch->backwards[i];
		double from_split = next.split + scratch->joins[i] * next.join;
		double from_join = next.split + scratch->joins[i] * scratch->chains[i] * next.join;
		double sum = from_split + from_join;
		scratch->backwards[i - 1] = (struct states){from_split / sum, from_join / sum};
	}
}

static void change(struct learner *learner, size_t index, double by)
{
	learner->weights[index] += by;
	learner->steps[index] += learner->seen * by;
}

static void change_gap(struct learner *learner, size_t count, size_t gap, double by)
{
	const struct gap *g = &learner->scratch->gaps[gap];
	uint32_t index[12];
	size_t n;
	row_indexes(learner->scratch, count, gap, index, &n);
	for (size_t i = 0; i < n; i++)
		change(learner, index[i], by);
	change(learner, AT_SHAPES + g->shapes, by);
	change(learner, AT_LEXICON + g->lexicon, by);
	change(learner, AT_ECHO + g->echo, by);
	for (size_t i = 0; i < 4; i++)
		change(learner, AT_SIDES + g->sides[i], by);
}

static int counts_for_much(double wrong)
{
	return wrong > ENOUGH || wrong < -ENOUGH;
}

/* Moves the weights of one gap by what the data have and the model does not expect. */
static void correct_gap(struct learner *learner, size_t count, size_t i)
{
	const struct scratch *scratch = learner->scratch;
	struct states before = scratch->forwards[i - 1], here = scratch->forwards[i], behind = scratch->backwards[i];
	double both = before.join * scratch->chains[i] * scratch->joins[i] * behind.join;
	double every = (before.split + before.join) * behind.split + before.split * scratch->joins[i] * behind.join + both;
	double joined = here.join * behind.join / (here.split * behind.split + here.join * behind.join);
	double wrong = scratch->joined[i] - joined;
	double wrong_chain = (scratch->joined[i] & scratch->joined[i - 1]) - both / every;
	if (counts_for_much(wrong))
		change_gap(learner, count, i, RATE * wrong);
	if (counts_for_much(wrong_chain))
		change(learner, AT_CHAIN + scratch->gaps[i].chain, RATE * wrong_chain);
	learner->errors += wrong > 0.5 || wrong < -0.5;
}

static void correct(struct learner *learner, size_t count)
{
	go_forwards(learner, count);
	go_backwards(learner->scratch, count);
	for (size_t i = 1; i < count; i++)
		if (learner->scratch->features.open[i])
			correct_gap(learner, count, i);
}

void learner_epoch(struct learner *learner, const struct corpus *corpus, const struct counts *counts)
{
	struct scratch *scratch = learner->scratch;
	learner->errors = 0;
	shuffle(learner);
	for (size_t s = 0; s < learner->order_count; s++) {
		const struct sentence_range *sentence = &corpus->sentences[learner->order[s]];
		load(learner, corpus->examples + sentence->first, sentence->count);
		features_windows(&scratch->features, scratch->tokens, sentence->count);
		set_levels(scratch, counts, sentence->count);
		for (size_t i = 1; i < sentence->count; i++)
			if (scratch->features.open[i])
				scratch->gaps[i] = features_gap(&scratch->features, scratch->tokens, sentence->count, i);
		correct(learner, sentence->count);
		learner->seen++;
	}
}

/* The average of a weight, rounded and within a limit: w - steps / seen. */
static int16_t average(const struct learner *learner, size_t index, int limit)
{
	double mean = (learner->weights[index] - learner->steps[index] / learner->seen) * SCALE;
	if (mean > limit || mean < -limit)
		return (int16_t)(mean > 0 ? limit : -limit);
	return (int16_t)(mean < 0 ? mean - 0.5 : mean + 0.5);
}

void learner_store(const struct learner *learner, struct model *model)
{
	for (size_t i = 0; i < ROWS; i++)
		model->rows[i / 4] |= (row)(average(learner, i, SMALL_LIMIT) + ROW_ZERO) << i % 4 * 8;
	for (size_t i = 0; i < 1 << SIDE_BITS; i++)
		model->sides[i] = (int8_t)average(learner, AT_SIDES + i, SMALL_LIMIT);
	for (size_t i = 0; i < SHAPE_WEIGHTS; i++)
		model->shapes[i] = average(learner, AT_SHAPES + i, LIMIT);
	for (size_t i = 0; i < LEXICON_WEIGHTS; i++)
		model->lexicon_weights[i] = average(learner, AT_LEXICON + i, LIMIT);
	for (size_t i = 0; i < ECHO_WEIGHTS; i++)
		model->echo[i] = average(learner, AT_ECHO + i, LIMIT);
	for (size_t i = 0; i < CHAIN_WEIGHTS; i++)
		model->chain[i] = average(learner, AT_CHAIN + i, LIMIT);
}

void learner_free(struct learner *learner)
{
	free(learner->weights);
	free(learner->steps);
	free(learner->order);
	free(learner->scratch);
}
