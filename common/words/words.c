/* SPDX-License-Identifier: MIT */
#include "words/words.h"

#include <limits.h>
#include <stdlib.h>

#include "base/list.h"
#include "words/feature.h"

struct words_scratch {
	struct token tokens[RUN_TOKENS];
	struct features features;
	row_sum sums[RUN_TOKENS + 4];  /* of the rows anchored at a token */
	int32_t scores[RUN_TOKENS], chains[RUN_TOKENS];
	uint8_t from_join[RUN_TOKENS]; /* bit 0: the best way to a split here came from a join; bit 1: to a join */
	uint8_t joined[RUN_TOKENS + 1];
};

const char *words_init(struct words *words, const struct model *model)
{
	*words = (struct words){.model = model ? model : model_linked()};
	if (!words->model)
		return "the model of words is not of this build";
	tokens_init();
	words->scratch = calloc(1, sizeof *words->scratch);
	return words->scratch ? NULL : "out of memory";
}

void words_free(struct words *words)
{
	free(words->list);
	free(words->joints);
	free(words->scratch);
	*words = (struct words){0};
}

/* The sum of three rows that say nothing, and by how much the twelve weights of a gap are too much. */
#define ROWS_NONE ((row_sum){3 * ROW_ZERO, 3 * ROW_ZERO, 3 * ROW_ZERO, 3 * ROW_ZERO})
enum { ROWS_TOO_MUCH = 12 * ROW_ZERO };

static void score_gaps(struct words_scratch *scratch, const struct model *model, size_t count)
{
	const struct features *f = &scratch->features;
	row_sum *sums = scratch->sums; /* those of token i at i + 2 */
	sums[0] = sums[1] = sums[count + 2] = ROWS_NONE;
	for (size_t i = 0; i < count; i++)
		sums[i + 2] = row_wide(model->rows[row_of_token(scratch->tokens[i].key)]) +
			      row_wide(model->rows[row_of_window(f->pair[i])]) +
			      row_wide(model->rows[row_of_window(f->triple[i + 1])]);
	for (size_t i = 1; i < count; i++) {
		if (!f->open[i])
			continue;
		struct gap gap = features_gap(f, scratch->tokens, count, i);
		scratch->scores[i] = sums[i + 3][0] + sums[i + 2][2] + sums[i + 1][1] + sums[i][3] - ROWS_TOO_MUCH +
				     model->shapes[gap.shapes] + model->lexicon_weights[gap.lexicon] + model->echo[gap.echo] +
				     model->sides[gap.sides[0]] + model->sides[gap.sides[1]] + model->sides[gap.sides[2]] +
				     model->sides[gap.sides[3]];
		scratch->chains[i] = model->chain[gap.chain];
	}
}

/* Below every score of a run, and what it may still lose does not overflow. */
enum { NEVER = INT32_MIN / 2 };

/* Viterbi over two states: the gap splits, the gap joins. A gap that is not open splits. */
static void decode(struct words_scratch *scratch, size_t count)
{
	const struct features *f = &scratch->features;
	int32_t split = 0, join = NEVER;
	for (size_t i = 1; i < count; i++) {
		int32_t best = join > split ? join : split;
		scratch->from_join[i] = join > split;
		if (!f->open[i]) {
			split = best;
			join = NEVER;
			continue;
		}
		int32_t chained = join + scratch->chains[i];
		scratch->from_join[i] |= (chained > split) << 1;
		join = (chained > split ? chained : split) + scratch->scores[i];
		split = best;
	}
	int state = join > split;
	for (size_t i = count; i-- > 1;) {
		scratch->joined[i] = (uint8_t)state;
		state = scratch->from_join[i] >> state & 1;
	}
	scratch->joined[0] = 0;
}

/* Room for what count more tokens make. */
static int reserve(struct words *words, size_t count)
{
	if (LIST_RESERVE(words->list, words->cap, words->count + count) < 0)
		return -1;
	return LIST_RESERVE(words->joints, words->joint_cap, words->joint_count + count);
}

/* In a run of tokens that goes on, the last words are left to the next run, which sees what follows them. */
enum { RUN_OVERLAP = 16 };

/* How many of count tokens are settled: all, or those before a gap that splits. */
static size_t settled(const struct words_scratch *scratch, size_t count, int more)
{
	if (!more)
		return count;
	for (size_t i = count - RUN_OVERLAP; i > 0; i--)
		if (!scratch->joined[i])
			return i;
	return count;
}

/* Lists the words that the first count tokens make, and the white space inside. */
static void take_words(struct words *words, size_t count)
{
	const struct token *tokens = words->scratch->tokens;
	const uint8_t *joined = words->scratch->joined;
	struct word *word = words->list + words->count;
	struct joint *joint = words->joints + words->joint_count;
	for (size_t i = 0; i < count; i++) {
		if (joined[i]) {
			*joint++ = (struct joint){word[-1].end, tokens[i].begin};
			word[-1].end = tokens[i].end;
			word[-1].tokens++;
		} else {
			*word++ = (struct word){tokens[i].begin, tokens[i].end, 1};
		}
	}
	words->count = (size_t)(word - words->list);
	words->joint_count = (size_t)(joint - words->joints);
}

int words_find(struct words *words, const struct user_lexicon *user, struct slice sentence)
{
	struct words_scratch *scratch = words->scratch;
	const struct model *model = words->model;
	words->count = words->joint_count = 0;
	for (size_t at = 0; at < sentence.len;) {
		size_t next, count = tokens_cut(sentence.ptr, sentence.len, at, scratch->tokens, RUN_TOKENS, &next);
		if (count == 0)
			break;
		if (reserve(words, count) < 0)
			return -1;
		features_windows(&scratch->features, scratch->tokens, count);
		features_levels(&scratch->features, model, count);
		score_gaps(scratch, model, count);
		if (user)
			user_lexicon_apply(user, &scratch->features, scratch->tokens, scratch->scores, count);
		decode(scratch, count);
		size_t end = settled(scratch, count, count == RUN_TOKENS && next < sentence.len);
		take_words(words, end);
		at = end < count ? scratch->tokens[end].begin : next;
	}
	return 0;
}
