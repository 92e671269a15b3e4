/* SPDX-License-Identifier: MIT */
#include "words/feature.h"

/* What stands for the tokens before the first and behind the last. */
#define EDGE_KEY 0x12345u

void features_windows(struct features *features, const struct token *tokens, size_t count)
{
	uint32_t before = EDGE_KEY, pair_before = EDGE_KEY, triple_before = EDGE_KEY;
	int mark_before = 1;
	for (size_t i = 0; i < count; i++) {
		uint32_t key = tokens[i].key;
		int mark = token_is_mark(&tokens[i]);
		features->open[i] = (uint8_t)(tokens[i].apart & !mark & !mark_before);
		features->four[i] = window_hash(triple_before, key);
		triple_before = features->triple[i] = window_hash(pair_before, key);
		pair_before = features->pair[i] = window_hash(before, key);
		before = key;
		mark_before = mark;
	}
	features->triple[count] = window_hash(pair_before, EDGE_KEY);
}

void features_levels(struct features *features, const struct model *model, size_t count)
{
	unsigned run = 0; /* open gaps up to here */
	uint64_t lanes = 0;
	for (size_t i = 0; i < count; i++) {
		run = features->open[i] ? run + 1 : 0;
		unsigned level2 = run < 1 ? 0 : lexicon_level(model, features->pair[i]);
		unsigned level3 = run < 2 ? 0 : lexicon_level_long(model, features->triple[i]);
		unsigned level4 = run < 3 ? 0 : lexicon_level_long(model, features->four[i]);
		features_note(features, &lanes, i, level2, level3, level4);
	}
	features_note(features, &lanes, count, 0, 0, 0);
	features_note(features, &lanes, count + 1, 0, 0, 0);
}
