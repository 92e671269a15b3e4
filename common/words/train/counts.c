/* SPDX-License-Identifier: MIT */
#include "words/train/counts.h"

#include <stdlib.h>

/*
 * A window that is a word in less than one of 20 places is none; names are to be seen twice. What is a word five times is
 * of level 2, and of level 3 if it is one in three of four places.
 */
enum { RARE = 20, NAME_MIN = 2, LEVEL_2 = 5, LEVEL_3_PERCENT = 75 };

/* In the treebank, which was made by hand, once counts for as much as this. */
enum { GOLD_COUNT = 2 };

static struct count_entry *find(const struct counts *counts, uint32_t hash)
{
	size_t i = hash * 0x9e3779b1u & (counts->cap - 1);
	while (counts->slots[i].hash != 0 && counts->slots[i].hash != hash)
		i = (i + 1) & (counts->cap - 1);
	return &counts->slots[i];
}

static int grow(struct counts *counts)
{
	struct counts old = *counts;
	counts->cap = old.cap ? old.cap * 2 : 1 << 16;
	counts->slots = calloc(counts->cap, sizeof *counts->slots);
	if (!counts->slots) {
		*counts = old;
		return -1;
	}
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i].hash != 0)
			*find(counts, old.slots[i].hash) = old.slots[i];
	free(old.slots);
	return 0;
}

static int count_word(struct counts *counts, const struct example *word, size_t len, unsigned weight)
{
	uint32_t hash = word[0].key;
	int common = word[0].shape == SHAPE_LOWER;
	for (size_t i = 1; i < len; i++) {
		hash = window_hash(hash, word[i].key);
		common &= word[i].shape == SHAPE_LOWER;
	}
	if (hash == 0)
		return 0;
	if (counts->count * 2 >= counts->cap && grow(counts) < 0)
		return -1;
	struct count_entry *entry = find(counts, hash);
	counts->count += entry->hash == 0;
	entry->hash = hash;
	entry->words += weight;
	entry->tokens = (uint8_t)len;
	entry->common |= (uint8_t)common;
	return 0;
}

static int count_words(struct counts *counts, const struct example *examples, const struct sentence_range *sentence)
{
	unsigned weight = sentence->copies > 1 ? GOLD_COUNT : 1;
	for (size_t i = 0; i < sentence->count;) {
		size_t end = i + 1;
		while (end < sentence->count && examples[end].joined)
			end++;
		if (end - i >= 2 && end - i <= 4 && count_word(counts, examples + i, end - i, weight) < 0)
			return -1;
		i = end;
	}
	return 0;
}

static int is_mark(const struct example *example)
{
	return example->shape >= SHAPE_STOP;
}

static void count_windows(struct counts *counts, const struct example *examples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		uint32_t hash = examples[i].key;
		for (size_t k = i + 1; k < count && k < i + 4 && !is_mark(&examples[i]); k++) {
			if (!examples[k].apart || is_mark(&examples[k]))
				break;
			hash = window_hash(hash, examples[k].key);
			struct count_entry *entry = find(counts, hash);
			entry->windows += entry->hash != 0;
		}
	}
}

int counts_learn(struct counts *counts, const struct corpus *corpus)
{
	if (counts->cap == 0 && grow(counts) < 0)
		return -1;
	for (size_t s = 0; s < corpus->sentence_count; s++) {
		const struct sentence_range *sentence = &corpus->sentences[s];
		if (sentence->counted && count_words(counts, corpus->examples + sentence->first, sentence) < 0)
			return -1;
	}
	for (size_t s = 0; s < corpus->sentence_count; s++) {
		const struct sentence_range *sentence = &corpus->sentences[s];
		if (sentence->counted)
			count_windows(counts, corpus->examples + sentence->first, sentence->count);
	}
	return 0;
}

static unsigned level_of(const struct count_entry *entry, unsigned own)
{
	unsigned words = entry->words - own;
	if (words < (entry->common ? 1 : NAME_MIN) || words * RARE < entry->windows)
		return 0;
	if (words < LEVEL_2)
		return 1;
	return (uint64_t)words * 100 >= (uint64_t)(entry->windows - own) * LEVEL_3_PERCENT ? 3 : 2;
}

unsigned counts_level(const struct counts *counts, uint32_t hash, unsigned own)
{
	const struct count_entry *entry = find(counts, hash);
	return entry->hash != 0 ? level_of(entry, own) : 0;
}

/* A free entry of the bucket of a hash, or -1. */
static int free_entry(const struct model *model, uint32_t hash)
{
	for (int i = 0; i < 8; i++)
		if (model->lexicon[lexicon_bucket(hash)][i] == 0)
			return i;
	return -1;
}

/* Puts one hash into its bucket, unless it is full or has it. */
static void put(struct model *model, uint32_t hash, unsigned level)
{
	int i = free_entry(model, hash);
	if (i >= 0 && lexicon_level(model, hash) == 0)
		model->lexicon[lexicon_bucket(hash)][i] = lexicon_entry(hash, level);
}

/* Puts a word into the lexicon. Returns 0, or -1 if there is no room. */
static int store(struct model *model, const struct count_entry *entry, unsigned level)
{
	uint32_t second = lexicon_second(entry->hash);
	if (free_entry(model, entry->hash) < 0 || (entry->tokens > 2 && free_entry(model, second) < 0))
		return -1;
	put(model, entry->hash, level);
	if (entry->tokens > 2)
		put(model, second, level);
	model->words++;
	return 0;
}

size_t counts_store(const struct counts *counts, struct model *model)
{
	size_t lost = 0;
	for (unsigned level = 3; level > 0; level--) {
		for (size_t i = 0; i < counts->cap; i++) {
			const struct count_entry *entry = &counts->slots[i];
			if (entry->hash != 0 && level_of(entry, 0) == level)
				lost += store(model, entry, level) < 0;
		}
	}
	return lost;
}

void counts_free(struct counts *counts)
{
	free(counts->slots);
}
