/* SPDX-License-Identifier: MIT */
#include "dedup/fingerprint.h"

#include <string.h>
#include <xxhash.h>

#include "dedup/words.h"

/* The three words at hand as one hash. Each is well mixed alone; so their sum is. */
static inline uint64_t shingle_hash(const uint64_t *words)
{
	uint64_t hash = words[0] * 0xd6e8feb86659fd93u + words[1] * 0xa0761d6478bd642fu + words[2] * 0xe7037ed1a0b428dbu;
	return (hash ^ (hash >> 32)) * 0x9e3779b97f4a7c15u;
}

/* The order by which the smallest shingles are chosen, and, from other bits of the hash, the bin that one is of. */
static inline uint32_t rank_of(uint64_t hash)
{
	return (uint32_t)(hash >> 32);
}

static inline size_t bin_of(uint64_t hash)
{
	return (size_t)((hash & UINT32_MAX) * BINS >> 32);
}

/*
 * Ranks of which the sketch is chosen: those up to a limit below which SKETCH_MAX and SPARE of so many shingles lie, if
 * they are spread evenly; with a standard deviation of 14, more than CANDIDATES or fewer than SKETCH_MAX are rare.
 */
enum { CANDIDATES = 256, SPARE = 64, BUCKETS = 128 };

static uint32_t rank_limit(size_t shingles)
{
	return shingles <= CANDIDATES ? UINT32_MAX : (uint32_t)(((uint64_t)(SKETCH_MAX + SPARE) << 32) / shingles);
}

/* Puts ranks in ascending order: into buckets by their leading bits, then what is nearly in order by insertion. */
static void sort_ranks(uint32_t *ranks, size_t count, uint32_t limit)
{
	uint32_t sorted[CANDIDATES];
	unsigned short places[BUCKETS + 1] = {0};
	uint64_t scale = ((uint64_t)BUCKETS << 32) / ((uint64_t)limit + 1);
	for (size_t i = 0; i < count; i++)
		places[(ranks[i] * scale >> 32) + 1]++;
	for (size_t i = 0; i < BUCKETS; i++)
		places[i + 1] = (unsigned short)(places[i + 1] + places[i]);
	for (size_t i = 0; i < count; i++)
		sorted[places[ranks[i] * scale >> 32]++] = ranks[i];
	for (size_t i = 0; i < count; i++) {
		size_t at = i;
		for (; at > 0 && ranks[at - 1] > sorted[i]; at--)
			ranks[at] = ranks[at - 1];
		ranks[at] = sorted[i];
	}
}

/* Puts a rank into the sketch if it is one of the smallest. */
static void sketch_put(struct fingerprint *f, uint32_t rank)
{
	size_t low = 0, high = f->count;
	if (f->count == SKETCH_MAX && rank >= f->sketch[SKETCH_MAX - 1])
		return;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (f->sketch[middle] < rank)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < f->count && f->sketch[low] == rank)
		return;
	size_t behind = (f->count == SKETCH_MAX ? SKETCH_MAX - 1 : f->count) - low;
	memmove(f->sketch + low + 1, f->sketch + low, behind * sizeof *f->sketch);
	f->sketch[low] = rank;
	f->count += f->count < SKETCH_MAX;
}

/* The sketch of all shingles, one after another, for texts that repeat themselves so much that the limit was too low. */
static void sketch_slowly(const uint64_t *words, size_t shingles, struct fingerprint *f)
{
	f->count = 0;
	for (size_t i = 0; i < shingles; i++)
		sketch_put(f, rank_of(shingle_hash(words + i)));
}

/*
 * The least rank in every bin: what as many permutations would give, of one hash a shingle (one permutation hashing: Li,
 * Owen and Zhang 2012). A bin that has none takes over another's, which the bin's number alone decides, the same in every
 * text (optimal densification: Shrivastava 2017). There is at least one shingle.
 */
static void fill_bins(uint32_t bins[BINS])
{
	uint32_t least[BINS];
	memcpy(least, bins, sizeof least);
	for (uint64_t i = 0; i < BINS; i++)
		for (uint64_t attempt = 1; bins[i] == UINT32_MAX; attempt++)
			bins[i] = least[bin_of(hash_mix(i << 32 | attempt))];
}

/*
 * BAND_ROWS bins a band. Two documents of similarity s share a band with probability 1 - (1 - s^4)^20: 0.75 at s = 0.5,
 * 0.9999 at 0.8, 0.0001 at 0.05.
 */
static void hash_bands(uint32_t bins[BINS], struct fingerprint *f)
{
	fill_bins(bins);
	for (uint64_t band = 0; band < BANDS; band++) {
		uint64_t hash = band;
		for (size_t row = 0; row < BAND_ROWS; row += 2)
			hash = hash_mix(hash ^ ((uint64_t)bins[band * BAND_ROWS + row] << 32 |
						bins[band * BAND_ROWS + row + 1]));
		f->bands[band] = (int64_t)hash;
	}
}

/* The sketch from `found` candidates, where these are not too many nor, but for the limit, too few. Returns 1, or 0. */
static int sketch_candidates(uint32_t *candidates, size_t found, uint32_t limit, struct fingerprint *f)
{
	f->count = 0;
	if (found > CANDIDATES)
		return 0;
	sort_ranks(candidates, found, limit);
	for (size_t i = 0; i < found && f->count < SKETCH_MAX; i++)
		if (f->count == 0 || f->sketch[f->count - 1] != candidates[i])
			f->sketch[f->count++] = candidates[i];
	return f->count == SKETCH_MAX || limit == UINT32_MAX;
}

/* Takes the sketch and the bands of a list of words, which run on from block to block. */
static void sketch_words(const struct buf *list, struct fingerprint *f)
{
	const uint64_t *words = (const uint64_t *)(const void *)list->ptr;
	size_t count = list->len / sizeof *words, found = 0;
	size_t shingles = count < SHINGLE_WORDS ? 0 : count - SHINGLE_WORDS + 1;
	uint32_t candidates[CANDIDATES + 2], bins[BINS], limit = rank_limit(shingles);
	memset(bins, 0xff, sizeof bins);
	for (size_t i = 0; i < shingles; i++) {
		uint64_t hash = shingle_hash(words + i);
		uint32_t rank = rank_of(hash), *least = &bins[bin_of(hash)];
		*least = rank < *least ? rank : *least;
		candidates[found] = rank;
		found += rank <= limit && found <= CANDIDATES;
	}
	if (!sketch_candidates(candidates, found, limit, f))
		sketch_slowly(words, shingles, f);
	if (f->count < NEAR_MIN)
		f->count = 0;
	else
		hash_bands(bins, f);
}

/* Gathers the hashes of all words; of those outside of titles twice. */
static void gather_words(const struct document *document, struct word_list *words)
{
	buf_reset(&words->all);
	buf_reset(&words->body);
	for (size_t i = 0; i < document->block_count; i++) {
		const struct document_block *block = &document->blocks[i];
		size_t begin = words->all.len;
		word_hashes(slice_of(document->text.ptr + block->begin, block->end - block->begin), &words->all);
		if (!slice_is(block->role, "title"))
			buf_put(&words->body, words->all.ptr + begin, words->all.len - begin);
	}
}

int fingerprint_document(const struct document *document, int content_only, struct word_list *words,
			 struct fingerprint *fingerprint)
{
	XXH128_canonical_t canonical;
	gather_words(document, words);
	if (words->all.failed || words->body.failed)
		return -1;
	fingerprint->words = words->all.len / sizeof(uint64_t);
	XXH128_canonicalFromHash(&canonical, XXH3_128bits(words->all.ptr, words->all.len));
	memcpy(fingerprint->content, canonical.digest, CONTENT_LEN);
	fingerprint->count = 0;
	if (content_only)
		return 0;
	sketch_words(&words->body, fingerprint);
	if (fingerprint->count < BODY_MIN)
		sketch_words(&words->all, fingerprint);
	return 0;
}

uint64_t fingerprint_text(struct slice text, struct word_list *list, size_t *words)
{
	buf_reset(&list->block);
	word_hashes(text, &list->block);
	*words = list->block.len / sizeof(uint64_t);
	return XXH3_64bits(list->block.ptr, list->block.len);
}

void word_list_free(struct word_list *words)
{
	buf_free(&words->all);
	buf_free(&words->body);
	buf_free(&words->block);
}

/* How far two sketches were compared: hashes passed in either, those looked at in all, those that both have. */
struct comparison {
	size_t i, j, all, shared;
};

/* How many hashes may be in one sketch alone, if the similarity shall be `least` thousandths. */
static size_t most_alone(size_t a_count, size_t b_count, int least)
{
	size_t all = a_count + b_count < SKETCH_MAX ? a_count + b_count : SKETCH_MAX;
	return least > 1000 ? 0 : all * (size_t)(1000 - least) / 1000;
}

/*
 * Compares until one is at its end, enough were looked at, or more than `alone` are in one only: most pairs have little in
 * common. No step depends on a branch that a processor would have to guess.
 */
static inline struct comparison compare(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count, size_t alone)
{
	struct comparison at = {0};
	while (at.i < a_count && at.j < b_count && at.all < SKETCH_MAX && at.all - at.shared <= alone) {
		uint32_t x = a[at.i], y = b[at.j];
		at.i += x <= y;
		at.j += y <= x;
		at.shared += x == y;
		at.all++;
	}
	return at;
}

int sketch_is_other(const uint32_t *a, size_t a_count, const uint32_t *head, size_t head_len, size_t b_count, int least)
{
	size_t alone = most_alone(a_count, b_count, least);
	struct comparison at = compare(a, a_count, head, head_len, alone);
	return at.all - at.shared > alone;
}

/* A sketch that is full says nothing of hashes above its last, so no more than SKETCH_MAX are looked at. */
int sketch_similarity(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count, int least)
{
	size_t alone = most_alone(a_count, b_count, least);
	struct comparison at = compare(a, a_count, b, b_count, alone);
	if (at.all - at.shared > alone)
		return -1;
	at.all += a_count - at.i + b_count - at.j;
	at.all = at.all < SKETCH_MAX ? at.all : SKETCH_MAX;
	int similarity = at.all ? (int)(at.shared * 1000 / at.all) : 0;
	return similarity < least ? -1 : similarity;
}
