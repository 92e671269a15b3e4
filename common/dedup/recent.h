/* SPDX-License-Identifier: MIT */
/*
 * Hashes of documents in memory, by which they are found at once: those that are not in the database yet, or all there
 * are while they have room. Of one hash the oldest documents are kept, as many as anybody looks at.
 */
#ifndef PHIN_RECENT_H
#define PHIN_RECENT_H

#include <stddef.h>
#include <stdint.h>

struct recent_entry {
	int64_t hash, document;
	uint32_t next;         /* the entry before it in the same bucket, and one; 0: none */
};

struct recent {
	struct recent_entry *entries;  /* in the order in which they came */
	uint32_t *buckets, *order;
	size_t count, written, cap, max;
	unsigned bits;         /* of the number of buckets */
};

enum { RECENT_SAME = 32 };     /* documents of one hash, the oldest */

/* Sets how much memory it may take. Nothing is allocated before the first hash. */
void recent_init(struct recent *recent, size_t memory);
void recent_free(struct recent *recent);

/* Whether `count` more hashes do not fit: it is to be written and emptied first. */
int recent_is_full(const struct recent *recent, size_t count);

/* Puts a hash in. Returns 0, or -1 without memory. */
int recent_add(struct recent *recent, int64_t hash, int64_t document);

/* Up to `room` documents of that hash, the oldest first. Returns how many. */
int recent_find(const struct recent *recent, int64_t hash, int64_t *documents, int room);

/*
 * The entries that were not written yet, ordered by hash and document: entries[order[i]] of recent->order, valid until the
 * next call. Returns how many, or -1 without memory. They count as written then.
 */
ptrdiff_t recent_take(struct recent *recent);

/* Forgets everything. */
void recent_clear(struct recent *recent);

#endif
