/* SPDX-License-Identifier: MIT */
#include "dedup/recent.h"

#include <stdlib.h>
#include <string.h>

/* What an entry takes: itself and up to two buckets. */
enum { ENTRY_BYTES = sizeof(struct recent_entry) + 2 * sizeof(uint32_t), FIRST_CAP = 4096 };

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
	free(recent->sorted);
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

/* Reads an entry of the bucket at hand; returns the next one, and one, or 0. */
static uint32_t match_entry(const struct recent *recent, uint32_t at, int64_t hash, struct recent_match *match)
{
	const struct recent_entry *entry = &recent->entries[at - 1];
	if (entry->hash == hash && match->count < RECENT_SAME) {
		const struct recent_document *document = &recent->documents[entry->document];
		__builtin_prefetch(document);
		__builtin_prefetch(document->head + RECENT_HEAD - 1);
		match->documents[match->count++] = document;
	}
	return entry->next;
}

/* A bucket has its newest entry first; of one hash it has RECENT_SAME at most. */
void recent_find(const struct recent *recent, const int64_t *hashes, int count, struct recent_match *matches)
{
	uint32_t at[BANDS];
	int more = recent->count > 0;
	for (int i = 0; i < count; i++) {
		matches[i].count = 0;
		if (more)
			__builtin_prefetch(bucket_of(recent, hashes[i]));
	}
	for (int i = 0; more && i < count; i++) {
		at[i] = *bucket_of(recent, hashes[i]);
		if (at[i] > 0)
			__builtin_prefetch(&recent->entries[at[i] - 1]);
	}
	while (more) {
		more = 0;
		for (int i = 0; i < count; i++) {
			if (at[i] == 0)
				continue;
			at[i] = match_entry(recent, at[i], hashes[i], &matches[i]);
			if (at[i] == 0)
				continue;
			__builtin_prefetch(&recent->entries[at[i] - 1]);
			more = 1;
		}
	}
}

int recent_is_other(const struct recent_document *document, const struct fingerprint *fingerprint, int least)
{
	size_t head = document->count < RECENT_HEAD ? document->count : RECENT_HEAD;
	return sketch_is_other(fingerprint->sketch, fingerprint->count, document->head, head, document->count, least);
}

static int by_hash(const void *a, const void *b)
{
	const struct recent_entry *x = a, *y = b;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->document > y->document) - (x->document < y->document);
}

/* The leading byte of a hash, in the order of signed numbers. */
static size_t leading_byte(const struct recent_entry *entry)
{
	return (size_t)((uint64_t)entry->hash >> 56 ^ 0x80);
}

/*
 * Sorts where the entries are, without as much memory again: by their leading bytes first, each put into its own range in
 * exchange for what is there (McIlroy, Bostic and McIlroy 1993, American flag sort), then every range.
 */
static void sort_entries(struct recent_entry *entries, size_t count)
{
	size_t at[256] = {0}, end[256];
	for (size_t i = 0; i < count; i++)
		at[leading_byte(&entries[i])]++;
	for (size_t byte = 0, before = 0; byte < 256; byte++) {
		end[byte] = before + at[byte];
		at[byte] = before;
		before = end[byte];
	}
	for (size_t byte = 0; byte < 256; byte++) {
		size_t begin = byte ? end[byte - 1] : 0;
		while (at[byte] < end[byte]) {
			struct recent_entry entry = entries[at[byte]];
			for (size_t to; (to = leading_byte(&entry)) != byte;) {
				struct recent_entry other = entries[at[to]];
				entries[at[to]++] = entry;
				entry = other;
			}
			entries[at[byte]++] = entry;
		}
		qsort(entries + begin, end[byte] - begin, sizeof *entries, by_hash);
	}
}

const struct recent_entry *recent_take(struct recent *recent, int forget, size_t *count)
{
	struct recent_entry *entries = recent->entries + recent->written;
	*count = recent->count - recent->written;
	if (!forget) {
		free(recent->sorted);
		recent->sorted = malloc((*count + 1) * sizeof *entries);
		if (!recent->sorted)
			return NULL;
		if (*count > 0)
			memcpy(recent->sorted, entries, *count * sizeof *entries);
		entries = recent->sorted;
	}
	sort_entries(entries, *count);
	recent->written = recent->count;
	return entries;
}
