/* SPDX-License-Identifier: MIT */
/*
 * Documents in memory, found by any of their hashes: those that are not in the database yet, or all there are while they
 * have room. Of one hash the oldest documents are kept, as many as anybody looks at. Beside each stands the head of its
 * sketch, which tells most that are not similar without asking the database.
 */
#ifndef PHIN_RECENT_H
#define PHIN_RECENT_H

#include "dedup/fingerprint.h"

enum { RECENT_HEAD = 29 };     /* hashes of a sketch, so that a document takes two lines of a cache */

struct recent_document {
	int64_t number;
	uint32_t count;               /* hashes in the sketch */
	uint32_t head[RECENT_HEAD];   /* the smallest of them */
};

struct recent_entry {
	int64_t hash;
	uint32_t document;     /* its place in recent->documents */
	uint32_t next;         /* the entry before it in the same bucket, and one; 0: none */
};

struct recent {
	struct recent_document *documents;
	struct recent_entry *entries;  /* in the order in which they came */
	struct recent_entry *sorted;
	uint32_t *buckets;
	size_t document_count, document_cap, count, written, cap;
	size_t memory;         /* what all of it may take */
	unsigned bits;         /* of the number of buckets */
};

enum { RECENT_SAME = 32 };     /* documents of one hash, the oldest */

/* Sets how much memory it may take. Nothing is allocated before the first hash. */
void recent_init(struct recent *recent, size_t memory);
void recent_free(struct recent *recent);

/* Whether a document with `count` hashes does not fit: what is here is to be written and emptied first. */
int recent_is_full(const struct recent *recent, size_t count);

/* Puts a document in. Returns 0, or -1 without memory. */
int recent_add(struct recent *recent, int64_t document, const struct fingerprint *fingerprint, const int64_t *hashes,
	       int count);

/* Documents of one hash, the newest first. */
struct recent_match {
	int count;
	const struct recent_document *documents[RECENT_SAME];
};

/*
 * Finds the documents of each of up to BANDS hashes, valid until one is added. All are looked for at the same time, for a
 * processor can fetch as many from memory in the time of one.
 */
void recent_find(const struct recent *recent, const int64_t *hashes, int count, struct recent_match *matches);

/* The estimate that sketch_similarity() gives cannot be `least` or more: what is known of the document rules it out. */
int recent_is_other(const struct recent_document *document, const struct fingerprint *fingerprint, int least);

/*
 * The entries that were not written yet, ordered by hash and document, *count of them, valid until the next call; NULL
 * without memory. They count as written then. With `forget` everything is to be forgotten after: they are put in order
 * where they are, and nothing is found any more.
 */
const struct recent_entry *recent_take(struct recent *recent, int forget, size_t *count);

/* Forgets everything. */
void recent_clear(struct recent *recent);

#endif
