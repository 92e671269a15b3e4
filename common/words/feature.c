/* SPDX-License-Identifier: MIT */
#include "words/feature.h"

/* What stands for the tokens before the first and behind the last. */
#define EDGE_KEY 0x12345u


static unsigned shape_at(const struct token *tokens, size_t count, size_t i)
{
	return i < count ? tokens[i].shape : (unsigned)SHAPE_EDGE;
}

void features_windows(struct features *features, const struct token *tokens, size_t count)
{
	uint32_t before = EDGE_KEY, pair_before = EDGE_KEY, triple_before = EDGE_KEY;
	int mark_before = 1;
	for (size_t i = 0; i < count; i++) {
		uint32_t key = tokens[i].key;
		int mark = token_is_mark(&tokens[i]);
		features->open[i] = (uint8_t)(tokens[i].apart & !mark & !mark_before);
		features->pair[i] = window_hash(before, key);
		features->triple[i] = window_hash(pair_before, key);
		features->four[i] = window_hash(triple_before, key);
		features->token_row[i] = row_of_token(key);
		features->pair_row[i] = row_of_window(features->pair[i]);
		if (i > 0)
			features->triple_row[i - 1] = row_of_window(features->triple[i]);
		before = key;
		pair_before = features->pair[i];
		triple_before = features->triple[i];
		mark_before = mark;
	}
	if (count > 0)
		features->triple_row[count - 1] = row_of_window(window_hash(pair_before, EDGE_KEY));
}

/* Levels of one window at least, or of none: the places beyond the last token, which indexes look at. */
static void clear_levels(struct features *features, size_t i)
{
	features->level2[i] = features->level3[i] = features->level4[i] = 0;
}

void features_levels(struct features *features, const struct model *model, size_t count)
{
	unsigned run = 0; /* open gaps up to here */
	for (size_t i = 0; i < count; i++) {
		clear_levels(features, i);
		run = features->open[i] ? run + 1 : 0;
		if (run >= 1)
			features->level2[i] = (uint8_t)lexicon_level(model, features->pair[i]);
		if (run >= 2)
			features->level3[i] = (uint8_t)lexicon_level(model, features->triple[i]);
		if (run >= 3)
			features->level4[i] = (uint8_t)lexicon_level(model, features->four[i]);
	}
	for (size_t i = count; i < count + 3; i++)
		clear_levels(features, i);
}

static unsigned echo_of(const struct token *a, const struct token *b)
{
	return (unsigned)(a->onset && a->onset == b->onset) | (unsigned)(a->rime && a->rime == b->rime) << 1;
}

void features_indexes(struct features *features, const struct token *tokens, size_t count)
{
	const uint8_t *l2 = features->level2, *l3 = features->level3, *l4 = features->level4;
	for (size_t i = 1; i < count; i++) {
		if (!features->open[i])
			continue;
		uint32_t pair = tokens[i - 1].shape * SHAPES_OF_WORDS + tokens[i].shape;
		unsigned outer = shape_at(tokens, count, i - 2) * SHAPES + shape_at(tokens, count, i + 1);
		/* Windows across the gap: 2 tokens, 3 ending here or with the next, 4; then those beside it. */
		unsigned words = l2[i] | !!l3[i] << 2 | !!l3[i + 1] << 3 | !!(l4[i] | l4[i + 1] | l4[i + 2]) << 4 |
				 !!l2[i - 1] << 5 | !!l2[i + 1] << 6 | !!l3[i - 1] << 7 | !!l3[i + 2] << 8;
		features->shapes[i] = pair * SHAPES * SHAPES + outer;
		features->lexicon[i] = pair * 512 + words;
		features->echo[i] = pair * 16 + (echo_of(&tokens[i - 1], &tokens[i]) << 2 | l2[i]);
		features->chain[i] = pair * 8 + ((unsigned)!!l3[i] | (unsigned)!!l2[i] << 1 | (unsigned)!!l2[i - 1] << 2);
	}
}
