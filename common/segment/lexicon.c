/* SPDX-License-Identifier: MIT */
#include "segment/lexicon.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "vietnamese/letter.h"

struct lexicon_slot {
	struct slice word;
	unsigned classes;
};

/* FNV-1a: the words are short, the table is small. */
static size_t hash_of(struct slice word)
{
	uint64_t hash = 14695981039346656037u;
	for (size_t i = 0; i < word.len; i++)
		hash = (hash ^ (unsigned char)word.ptr[i]) * 1099511628211u;
	return (size_t)(hash ^ hash >> 29);
}

/* The slot of a lower-case word, or the empty one where it would stand. */
static struct lexicon_slot *slot_of(const struct lexicon *lexicon, struct slice word)
{
	size_t i = hash_of(word) & (lexicon->cap - 1);
	while (lexicon->slots[i].word.ptr && !slice_equal(lexicon->slots[i].word, word))
		i = (i + 1) & (lexicon->cap - 1);
	return &lexicon->slots[i];
}

/* Doubles the table when it is half full. */
static int grow(struct lexicon *lexicon)
{
	struct lexicon bigger = {.cap = lexicon->cap ? lexicon->cap * 2 : 1024};
	if (lexicon->count * 2 < lexicon->cap)
		return 0;
	bigger.slots = calloc(bigger.cap, sizeof *bigger.slots);
	if (!bigger.slots)
		return -1;
	for (size_t i = 0; i < lexicon->cap; i++)
		if (lexicon->slots[i].word.ptr)
			*slot_of(&bigger, lexicon->slots[i].word) = lexicon->slots[i];
	free(lexicon->slots);
	lexicon->slots = bigger.slots;
	lexicon->cap = bigger.cap;
	return 0;
}

/* The slot of a word, made where there is none; NULL without memory. */
static struct lexicon_slot *new_slot(struct lexicon *lexicon, struct slice word)
{
	if (grow(lexicon) < 0)
		return NULL;
	struct lexicon_slot *slot = slot_of(lexicon, word);
	if (!slot->word.ptr) {
		slot->word = word;
		lexicon->count++;
	}
	return slot;
}

int lexicon_add(struct lexicon *lexicon, struct slice word, unsigned classes)
{
	struct lexicon_slot *slot = new_slot(lexicon, word);
	if (!slot)
		return -1;
	slot->classes |= classes;
	return 0;
}

int lexicon_replace(struct lexicon *lexicon, struct slice word, unsigned classes)
{
	struct lexicon_slot *slot = new_slot(lexicon, word);
	if (!slot)
		return -1;
	slot->classes = (slot->classes & ~(unsigned)(WORD_ABBREVIATION | WORD_CAPITAL)) | classes;
	return 0;
}

int lexicon_init(struct lexicon *lexicon)
{
	*lexicon = (struct lexicon){0};
	for (size_t i = 0; i < lexicon_table_count; i++)
		if (lexicon_add(lexicon, slice_from_string(lexicon_table[i].word), lexicon_table[i].classes) < 0)
			return -1;
	return 0;
}

/* Combining marks that Vietnamese text is decomposed into begin with CC or CD: U+0300 to U+037F. */
static int is_decomposed(struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if ((word.ptr[i] & 0xfe) == 0xcc)
			return 1;
	return 0;
}

struct slice word_compose(struct slice word, char buffer[LEXICON_MAX_WORD])
{
	utf8proc_int32_t points[LEXICON_MAX_WORD + 1];
	if (word.len > LEXICON_MAX_WORD || !is_decomposed(word))
		return word;
	utf8proc_ssize_t count = utf8proc_decompose((const utf8proc_uint8_t *)word.ptr, (utf8proc_ssize_t)word.len, points,
						    LEXICON_MAX_WORD, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (count < 0 || count > LEXICON_MAX_WORD)
		return word;
	/* Composed text is never longer; reencode ends it with a NUL, for which the array has room. */
	utf8proc_ssize_t len = utf8proc_reencode(points, count, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (len < 0 || (size_t)len > word.len)
		return word;
	memcpy(buffer, points, (size_t)len);
	return slice_of(buffer, (size_t)len);
}

unsigned lexicon_find(const struct lexicon *lexicon, struct slice word)
{
	char lower[LEXICON_MAX_WORD], composed[LEXICON_MAX_WORD];
	if (word.len == 0 || word.len > sizeof lower)
		return 0;
	word = word_compose(word, composed);
	text_lower(word.ptr, word.len, lower);
	unsigned classes = slot_of(lexicon, slice_of(lower, word.len))->classes;
	if (!(classes & WORD_CAPITAL))
		return classes;
	uint32_t first;
	utf8_next(word.ptr, &first);
	return letter_is_upper(first) ? classes : classes & ~(unsigned)(WORD_ABBREVIATION | WORD_CAPITAL);
}

void lexicon_free(struct lexicon *lexicon)
{
	free(lexicon->slots);
	arena_free(&lexicon->words);
	*lexicon = (struct lexicon){0};
}
