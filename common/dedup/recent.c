/* SPDX-License-Identifier: MIT */
#include "dedup/recent.h"

#include <stdlib.h>
#include <string.h>

/* What an entry takes: itself, up to two buckets, its place in the order and as much again while that is sorted. */
enum { ENTRY_BYTES = sizeof(struct recent_entry) + 4 * sizeof(uint32_t), FIRST_CAP = 4096 };

void recent_init(struct recent *recent, size_t memory)
{
	size_t most = (size_t)INT32_MAX * ENTRY_BYTES;
	*recent = (struct recent){.memory = memory < most ? memory : most};
}

void recent_free(struct recent *recent)
{
	free(recent->documents);
	free(recent->entries);
	free(recent->buckets);
	free(recent->order);
	*recent = (struct recent){.memory = recent->memory};
}

void recent_clear(struct recent *recent)
{
	recent->document_count = recent->count = recent->written = 0;
	if (recent->buckets)
		memset(recent->buckets, 0, sizeof *recent->buckets << recent->bits);
}

int recent_is_full(const struct recent *recent, size_t count)
{
	size_t documents = (recent->document_count + 1) * sizeof *recent->documents;
	return recent->count > 0 && (recent->count + count) * ENTRY_BYTES + documents > recent->memory;
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

static int put_document(struct recent *recent, int64_t number, const struct fingerprint *fingerprint)
{
	if (recent->document_count == recent->document_cap) {
		size_t cap = recent->document_cap ? 2 * recent->document_cap : FIRST_CAP / BANDS;
		struct recent_document *documents = realloc(recent->documents, cap * sizeof *documents);
		if (!documents)
			return -1;
		recent->documents = documents;
		recent->document_cap = cap;
	}
	struct recent_document *document = &recent->documents[recent->document_count++];
	document->number = number;
	document->count = (uint32_t)fingerprint->count;
	memcpy(document->head, fingerprint->sketch, sizeof document->head);
	return 0;
}

static int put_hash(struct recent *recent, int64_t hash)
{
	int same = 0;
	if (recent->count == recent->cap && grow(recent) < 0)
		return -1;
	for (uint32_t i = *bucket_of(recent, hash); i > 0 && same < RECENT_SAME; i = recent->entries[i - 1].next)
		same += recent->entries[i - 1].hash == hash;
	if (same == RECENT_SAME)
		return 0;
	recent->entries[recent->count] =
		(struct recent_entry){.hash = hash, .document = (uint32_t)recent->document_count - 1};
	link_entry(recent, recent->count++);
	return 0;
}

int recent_add(struct recent *recent, int64_t document, const struct fingerprint *fingerprint, const int64_t *hashes,
	       int count)
{
	int failed = put_document(recent, document, fingerprint);
	for (int i = 0; !failed && i < count; i++)
		failed = put_hash(recent, hashes[i]);
	return failed;
}

void recent_fetch(const struct recent *recent, const int64_t *hashes, int count)
{
	if (recent->count == 0)
		return;
	for (int i = 0; i < count; i++)
		__builtin_prefetch(bucket_of(recent, hashes[i]));
	for (int i = 0; i < count; i++) {
		uint32_t entry = *bucket_of(recent, hashes[i]);
		if (entry > 0)
			__builtin_prefetch(&recent->entries[entry - 1]);
	}
}

/* A bucket has its newest entry first; of one hash it has RECENT_SAME at most. */
int recent_find(const struct recent *recent, int64_t hash, const struct recent_document **documents, int room)
{
	uint32_t found[RECENT_SAME];
	int count = 0, given = 0;
	if (recent->count == 0)
		return 0;
	for (uint32_t i = *bucket_of(recent, hash); i > 0; i = recent->entries[i - 1].next)
		if (recent->entries[i - 1].hash == hash)
			found[count++] = recent->entries[i - 1].document;
	while (count > 0 && given < room)
		documents[given++] = &recent->documents[found[--count]];
	return given;
}

int recent_is_other(const struct recent_document *document, const struct fingerprint *fingerprint, int least)
{
	size_t head = document->count < RECENT_HEAD ? document->count : RECENT_HEAD;
	return sketch_is_other(fingerprint->sketch, fingerprint->count, document->head, head, document->count, least);
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
