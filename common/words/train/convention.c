/* SPDX-License-Identifier: MIT */
#include "words/train/convention.h"

#include <stdlib.h>

#include "words/model.h"

/* What the two kinds of data make of a pair of tokens: how often it stands apart, how often joined. */
struct pair {
	uint32_t hash;        /* 0: the slot is free */
	uint32_t hand[2], rest[2];
};

/* As many slots as pairs of the hand's, and more, a power of two: open addressing. */
struct pairs {
	struct pair *slots;
	size_t cap;
	double hand_tokens, rest_tokens;
};

/* The hand is clear about a pair that it has so often one way, and in so many of a hundred places; the rest differs. */
enum { HAND_MIN = 2, HAND_PERCENT = 70, REST_PERCENT = 30 };

/*
 * A pair is worth a change if in text like the hand's more places win than are lost in text like the rest's, by the token:
 * "người ta", 14 of 57,000 tokens against 1,388 of 11 million, wins two for one that it loses, "không chỉ" loses three for
 * one. What the hand has counts for WORTH times as much.
 */
enum { WORTH = 2 };

static int is_by_hand(const struct sentence_range *sentence)
{
	return sentence->copies > 1;
}

/* The pair that ends at e; a new slot for it if it is not there. Every pair has some slot: they are never full. */
static struct pair *find(const struct pairs *pairs, const struct example *e)
{
	uint32_t hash = window_hash(e[-1].key, e->key);
	hash += hash == 0;
	size_t i = hash * 0x9e3779b1u & (pairs->cap - 1);
	while (pairs->slots[i].hash != 0 && pairs->slots[i].hash != hash)
		i = (i + 1) & (pairs->cap - 1);
	return &pairs->slots[i];
}

static int is_worth_it(const struct pairs *pairs, const struct pair *pair, int way)
{
	double won = (double)pair->hand[way] - pair->hand[!way], lost = (double)pair->rest[!way] - pair->rest[way];
	return won * WORTH * pairs->rest_tokens >= lost * pairs->hand_tokens;
}

/* Which way the rest is to be changed: 0 apart, 1 joined, -1 not at all. */
static int wanted(const struct pairs *pairs, const struct pair *pair)
{
	uint32_t hand = pair->hand[0] + pair->hand[1], rest = pair->rest[0] + pair->rest[1];
	for (int way = 0; way < 2; way++)
		if (pair->hand[way] >= HAND_MIN && pair->hand[way] * 100 >= hand * HAND_PERCENT &&
		    (uint64_t)pair->rest[way] * 100 <= (uint64_t)rest * REST_PERCENT && is_worth_it(pairs, pair, way))
			return way;
	return -1;
}

static void count_hand(struct pair *pair, uint32_t hash, const struct example *e)
{
	pair->hash = hash;
	pair->hand[e->joined]++;
}

/* What is done with the pairs of one kind of data. */
enum pass { COUNT_HAND, COUNT_REST, CHANGE_REST };

static size_t visit(const struct pairs *pairs, struct example *e, enum pass pass)
{
	struct pair *pair = find(pairs, e);
	uint32_t hash = window_hash(e[-1].key, e->key);
	if (pass == COUNT_HAND)
		count_hand(pair, hash + (hash == 0), e);
	if (pair->hash != 0 && pass == COUNT_REST)
		pair->rest[e->joined]++;
	int way = pair->hash != 0 && pass == CHANGE_REST ? wanted(pairs, pair) : -1;
	if (way < 0 || way == e->joined)
		return 0;
	e->joined = (uint8_t)way;
	return 1;
}

/* Numbers have no convention: "4 triệu" and "2 triệu" are one pair of keys. */
static int is_letters(const struct example *e)
{
	return e->shape >= SHAPE_LOWER && e->shape <= SHAPE_MIXED;
}

/* Goes through the sentences of one kind; returns how many gaps were changed. */
static size_t each(const struct pairs *pairs, struct corpus *corpus, enum pass pass)
{
	size_t changed = 0;
	for (size_t s = 0; s < corpus->sentence_count; s++) {
		const struct sentence_range *sentence = &corpus->sentences[s];
		struct example *e = corpus->examples + sentence->first;
		if (is_by_hand(sentence) != (pass == COUNT_HAND))
			continue;
		for (size_t i = 1; i < sentence->count; i++)
			if (e[i].apart && is_letters(&e[i]) && is_letters(&e[i - 1]))
				changed += visit(pairs, &e[i], pass);
	}
	return changed;
}

int convention_apply(struct corpus *corpus, size_t *changed)
{
	struct pairs pairs = {.cap = 1 << 10};
	size_t hand_tokens = 0;
	for (size_t s = 0; s < corpus->sentence_count; s++)
		hand_tokens += is_by_hand(&corpus->sentences[s]) ? corpus->sentences[s].count : 0;
	pairs.hand_tokens = (double)hand_tokens;
	pairs.rest_tokens = (double)(corpus->count - hand_tokens);
	while (pairs.cap < hand_tokens * 2)
		pairs.cap *= 2;
	pairs.slots = calloc(pairs.cap, sizeof *pairs.slots);
	if (!pairs.slots)
		return -1;
	each(&pairs, corpus, COUNT_HAND);
	each(&pairs, corpus, COUNT_REST);
	*changed = each(&pairs, corpus, CHANGE_REST);
	free(pairs.slots);
	return 0;
}
