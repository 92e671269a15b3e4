/* SPDX-License-Identifier: MIT */
#include "words/words.h"

#include <limits.h>
#include <stdlib.h>

#include "words/feature.h"

struct words_scratch {
	struct token tokens[RUN_TOKENS];
	struct features features;
	row sums[RUN_TOKENS + 4];      /* of the rows anchored at token i-2 */
	int32_t scores[RUN_TOKENS];
	uint8_t from_join[RUN_TOKENS]; /* bit 0: the best way to a split here came from a join; bit 1: to a join */
	uint8_t joined[RUN_TOKENS + 1];
};

const char *words_init(struct words *words)
{
	*words = (struct words){0};
	if (!model_linked())
		return "the model of words is not of this build";
	tokens_init();
	words->scratch = calloc(1, sizeof *words->scratch);
	return words->scratch ? NULL : "out of memory";
}

void words_free(struct words *words)
{
	free(words->list);
	free(words->scratch);
	*words = (struct words){0};
}

static void score_gaps(struct words_scratch *scratch, const struct model *model, size_t count)
{
	const struct features *f = &scratch->features;
	row *sums = scratch->sums + 2;
	for (size_t i = 0; i < count; i++)
		sums[i] = model->rows[f->token_row[i]] + model->rows[f->pair_row[i]] + model->rows[f->triple_row[i]];
	sums[count] = (row){0};
	for (size_t i = 1; i < count; i++)
		if (f->open[i])
			scratch->scores[i] = sums[i + 1][0] + sums[i][1] + sums[i - 1][2] + sums[i - 2][3] +
					     model->shapes[f->shapes[i]] + model->lexicon_weights[f->lexicon[i]] +
					     model->echo[f->echo[i]];
}

/* Viterbi over two states: the gap splits, the gap joins. A gap that is not open splits. */
static void decode(struct words_scratch *scratch, const struct model *model, size_t count)
{
	const struct features *f = &scratch->features;
	int64_t split = 0, join = INT32_MIN;
	for (size_t i = 1; i < count; i++) {
		int64_t best = join > split ? join : split;
		scratch->from_join[i] = join > split;
		if (!f->open[i]) {
			split = best;
			join = INT32_MIN;
			continue;
		}
		int64_t chained = join + model->chain[f->chain[i]];
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

/* Room for count more words. */
static int reserve(struct words *words, size_t count)
{
	if (words->cap - words->count >= count)
		return 0;
	size_t cap = (words->count + count) * 2;
	struct word *list = reallocarray(words->list, cap, sizeof *list);
	if (!list)
		return -1;
	words->list = list;
	words->cap = cap;
	return 0;
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

int words_find(struct words *words, const struct user_lexicon *user, struct slice sentence)
{
	struct words_scratch *scratch = words->scratch;
	const struct model *model = model_linked();
	words->count = 0;
	for (size_t at = 0; at < sentence.len;) {
		size_t next, count = tokens_cut(sentence.ptr, sentence.len, at, scratch->tokens, RUN_TOKENS, &next);
		if (count == 0)
			break;
		if (reserve(words, count) < 0)
			return -1;
		features_windows(&scratch->features, scratch->tokens, count);
		features_levels(&scratch->features, model, count);
		features_indexes(&scratch->features, scratch->tokens, count);
		score_gaps(scratch, model, count);
		if (user)
			user_lexicon_apply(user, &scratch->features, scratch->tokens, scratch->scores, count);
		decode(scratch, model, count);
		size_t end = settled(scratch, count, count == RUN_TOKENS && next < sentence.len);
		for (size_t i = 0; i < end; i++) {
			if (scratch->joined[i])
				words->list[words->count - 1].end = scratch->tokens[i].end;
			else
				words->list[words->count++] = (struct word){scratch->tokens[i].begin, scratch->tokens[i].end};
		}
		at = end < count ? scratch->tokens[end].begin : next;
	}
	return 0;
}
