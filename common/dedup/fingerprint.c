/* SPDX-License-Identifier: MIT */
#include "dedup/fingerprint.h"

#include <string.h>
#include <xxhash.h>

#include "base/utf8.h"
#include "vietnamese/mark.h"

/* The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves half of the output's. */
static uint64_t mix(uint64_t x)
{
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

/* A word while it is read: its letters without case and tone, then the tone wherever it stood. */
struct word {
	uint64_t hash, last;   /* last: the letter that a combining mark may still change */
	unsigned tone;
	int letters;
};

static void settle_letter(struct word *word)
{
	if (word->last)
		word->hash = (word->hash ^ word->last) * 0x9e3779b97f4a7c15u;
	word->hash ^= word->hash >> 29;
	word->last = 0;
}

/* Takes a code point into the word. Returns 1, or 0 if it is no part of a word. */
static int put_letter(struct word *word, uint32_t code_point)
{
	struct letter letter;
	const struct mark *mark;
	if (code_point - '0' < 10) {
		settle_letter(word);
		word->last = code_point;
	} else if (letter_parts(code_point, &letter)) {
		settle_letter(word);
		word->last = (uint64_t)(unsigned char)letter.base | (uint64_t)letter.hat << 8;
		word->tone |= letter.tone;
	} else if (word->letters > 0 && (mark = mark_find(code_point))) {
		word->last |= (uint64_t)mark->hat << 8;
		word->tone |= mark->tone;
	} else if (code_point >= 0x80 && letter_is_letter(code_point)) {
		settle_letter(word);
		word->last = (uint64_t)letter_lower(code_point) << 16;
	} else {
		return 0;
	}
	word->letters++;
	return 1;
}

/* Reads the next word from text at *at. Returns 1 and its hash, or 0 at the end. */
static int next_word(struct slice text, size_t *at, uint64_t *hash)
{
	struct word word = {.hash = 1};
	while (*at < text.len) {
		uint32_t code_point;
		int len = utf8_next(text.ptr + *at, &code_point);
		if (!put_letter(&word, code_point) && word.letters > 0)
			break;
		*at += (size_t)len;
	}
	if (word.letters == 0)
		return 0;
	settle_letter(&word);
	*hash = mix(word.hash ^ (uint64_t)word.tone << 56);
	return 1;
}

/* Puts a hash into the sketch if it is one of the smallest. */
static void sketch_put(struct fingerprint *f, uint32_t hash)
{
	size_t low = 0, high = f->count;
	if (f->count == SKETCH_MAX && hash >= f->sketch[SKETCH_MAX - 1])
		return;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (f->sketch[middle] < hash)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < f->count && f->sketch[low] == hash)
		return;
	size_t behind = (f->count == SKETCH_MAX ? SKETCH_MAX - 1 : f->count) - low;
	memmove(f->sketch + low + 1, f->sketch + low, behind * sizeof *f->sketch);
	f->sketch[low] = hash;
	f->count += f->count < SKETCH_MAX;
}

/* Takes the shingles of a list of words, which run on from block to block. */
static void sketch_words(const struct buf *list, struct fingerprint *f)
{
	const uint64_t *words = (const uint64_t *)(const void *)list->ptr;
	size_t count = list->len / sizeof *words;
	f->count = 0;
	for (size_t i = 0; i + SHINGLE_WORDS <= count; i++) {
		uint64_t hash = 0;
		for (size_t k = i; k < i + SHINGLE_WORDS; k++)
			hash = mix(hash + words[k]);
		sketch_put(f, (uint32_t)(hash >> 32));
	}
}

/* Gathers the hashes of all words; of those outside of titles twice. */
static void gather_words(const struct document *document, struct word_list *words)
{
	buf_reset(&words->all);
	buf_reset(&words->body);
	for (size_t i = 0; i < document->block_count; i++) {
		const struct document_block *block = &document->blocks[i];
		struct slice text = slice_of(document->text.ptr + block->begin, block->end - block->begin);
		int is_title = slice_is(block->role, "title");
		uint64_t word;
		for (size_t at = 0; next_word(text, &at, &word);) {
			buf_put(&words->all, &word, sizeof word);
			if (!is_title)
				buf_put(&words->body, &word, sizeof word);
		}
	}
}

/*
 * Minima of the sketch under BANDS * BAND_ROWS permutations, BAND_ROWS of them a band. Two documents of similarity s share
 * a band with probability 1 - (1 - s^4)^20: 0.75 at s = 0.5, 0.9999 at 0.8, 0.0001 at 0.05.
 */
static void hash_bands(struct fingerprint *f)
{
	for (uint64_t band = 0; band < BANDS; band++) {
		uint64_t hash = band;
		for (uint64_t row = 0; row < BAND_ROWS; row++) {
			uint64_t factor = mix(band * BAND_ROWS + row + 1) | 1, least = UINT64_MAX;
			for (size_t i = 0; i < f->count; i++) {
				uint64_t value = factor * (f->sketch[i] + 0x9e3779b9u);
				least = value < least ? value : least;
			}
			hash = mix(hash ^ least);
		}
		f->bands[band] = (int64_t)hash;
	}
}

int fingerprint_document(const struct document *document, struct word_list *words, struct fingerprint *fingerprint)
{
	XXH128_canonical_t canonical;
	gather_words(document, words);
	if (words->all.failed || words->body.failed)
		return -1;
	fingerprint->words = words->all.len / sizeof(uint64_t);
	XXH128_canonicalFromHash(&canonical, XXH3_128bits(words->all.ptr, words->all.len));
	memcpy(fingerprint->content, canonical.digest, CONTENT_LEN);
	sketch_words(&words->body, fingerprint);
	if (fingerprint->count < BODY_MIN)
		sketch_words(&words->all, fingerprint);
	if (fingerprint->count < NEAR_MIN)
		fingerprint->count = 0;
	hash_bands(fingerprint);
	return 0;
}

uint64_t fingerprint_text(struct slice text, size_t *words)
{
	uint64_t word, hash = 0;
	*words = 0;
	for (size_t at = 0; next_word(text, &at, &word); ++*words)
		hash = mix(hash + word);
	return hash;
}

/* Of the smallest hashes of both together, the share that both have. */
int sketch_similarity(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count)
{
	size_t i = 0, j = 0, all = 0, shared = 0;
	/* A sketch that is full says nothing about hashes above its last. */
	while (all < SKETCH_MAX && (i < a_count || j < b_count)) {
		if (i < a_count && j < b_count && a[i] == b[j]) {
			i++;
			j++;
			shared++;
		} else if (j == b_count || (i < a_count && a[i] < b[j])) {
			i++;
		} else {
			j++;
		}
		all++;
	}
	return all ? (int)(shared * 1000 / all) : 0;
}
