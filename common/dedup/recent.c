/* SPDX-License-Identifier: MIT */
#include "dedup/recent.h"

#include <stdlib.h>
#include <string.h>

/* What an entry takes: itself, up to two buckets, its place in the order and as much again while that is sorted. */
enum { ENTRY_BYTES = sizeof(struct recent_entry) + 4 * sizeof(uint32_t), FIRST_CAP = 4096 };

void recent_init(struct recent *recent, size_t memory)
{
	*recent = (struct recent){.max = memory / ENTRY_BYTES};
	if (recent->max > INT32_MAX)
		recent->max = INT32_MAX;
}

void recent_free(struct recent *recent)
{
	free(recent->entries);
	free(recent->buckets);
	free(recent->order);
	*recent = (struct recent){.max = recent->max};
}

void recent_clear(struct recent *recent)
{
	recent->count = recent->written = 0;
	if (recent->buckets)
		memset(recent->buckets, 0, sizeof *recent->buckets << recent->bits);
}

int recent_is_full(const struct recent *recent, size_t count)
{
	return recent->count > 0 && count > recent->max - recent->count;
}

/* Hashes are mixed well: their upper bits choose the bucket. */
static uint32_t *bucket_of(const struct recent *recent, int64_t hash)
{
	return &recent->buckets[(uint64_t)hash >> (64 - recent->bits)];
}

static void link_entry(struct recent *recent, size_t i)
{
	uint32_t *bucket = bucket_of(recent, recent->entries[i].hash);
	recent->entries[i].next = *bucket;
	*bucket = (uint32_t)i + 1;
}

static int grow(struct recent *recent)
{
	size_t cap = recent->cap ? 2 * recent->cap : FIRST_CAP;
	unsigned bits = recent->bits ? recent->bits + 1 : 12;
	struct recent_entry *entries = realloc(recent->entries, cap * sizeof *entries);
	if (!entries)
		return -1;
	recent->entries = entries;
	uint32_t *buckets = calloc((size_t)1 << bits, sizeof *buckets);
	if (!buckets)
		return -1;
	free(recent->buckets);
	recent->buckets = buckets;
	recent->bits = bits;
	recent->cap = cap;
	for (size_t i = 0; i < recent->count; i++)
		link_entry(recent, i);
	return 0;
}

int recent_add(struct recent *recent, int64_t hash, int64_t document)
{
	int same = 0;
	if (recent->count == recent->cap && grow(recent) < 0)
		return -1;
	for (uint32_t i = *bucket_of(recent, hash); i > 0 && same < RECENT_SAME; i = recent->entries[i - 1].next)
		same += recent->entries[i - 1].hash == hash;
	if (same == RECENT_SAME)
		return 0;
	recent->entries[recent->count] = (struct recent_entry){.hash = hash, .document = document};
	link_entry(recent, recent->count++);
	return 0;
}

/* A bucket has its newest entry first; of one hash it has RECENT_SAME at most. */
int recent_find(const struct recent *recent, int64_t hash, int64_t *documents, int room)
{
	int64_t found[RECENT_SAME];
	int count = 0, given = 0;
	if (recent->count == 0)
		return 0;
	for (uint32_t i = *bucket_of(recent, hash); i > 0; i = recent->entries[i - 1].next)
		if (recent->entries[i - 1].hash == hash)
			found[count++] = recent->entries[i - 1].document;
	while (count > 0 && given < room)
		documents[given++] = found[--count];
	return given;
}

static int by_hash(const void *a, const void *b, void *context)
{
	const struct recent_entry *entries = context;
	uint32_t i = *(const uint32_t *)a, j = *(const uint32_t *)b;
	if (entries[i].hash != entries[j].hash)
		return entries[i].hash < entries[j].hash ? -1 : 1;
	return (i > j) - (i < j);
}

ptrdiff_t recent_take(struct recent *recent)
{
	size_t count = recent->count - recent->written;
	if (count == 0)
		return 0;
	free(recent->order);
	recent->order = malloc(count * sizeof *recent->order);
	if (!recent->order)
		return -1;
	for (size_t i = 0; i < count; i++)
		recent->order[i] = (uint32_t)(recent->written + i);
	qsort_r(recent->order, count, sizeof *recent->order, by_hash, recent->entries);
	recent->written = recent->count;
	return (ptrdiff_t)count;
}
