/* SPDX-License-Identifier: MIT */
#include "words/user_lexicon.h"

#include <stdlib.h>
#include <string.h>


/* Beyond every score that the model can give. */
enum { HOLD = 1000000, WEIGHT_MAX = 10000, WORD_MAX = 16 };

struct user_word {
	uint32_t hash;    /* of its keys, chained */
	uint16_t tokens;  /* 0: the slot is free */
	int32_t weight;
};

static struct user_word *find(const struct user_lexicon *lexicon, uint32_t hash, size_t tokens)
{
	size_t i = hash * 0x9e3779b1u & (lexicon->cap - 1);
	while (lexicon->slots[i].tokens != 0 && (lexicon->slots[i].hash != hash || lexicon->slots[i].tokens != tokens))
		i = (i + 1) & (lexicon->cap - 1);
	return &lexicon->slots[i];
}

static int grow(struct user_lexicon *lexicon)
{
	struct user_lexicon old = *lexicon;
	lexicon->cap = old.cap ? old.cap * 2 : 1024;
	lexicon->slots = calloc(lexicon->cap, sizeof *lexicon->slots);
	if (!lexicon->slots) {
		*lexicon = old;
		return -1;
	}
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i].tokens != 0)
			*find(lexicon, old.slots[i].hash, old.slots[i].tokens) = old.slots[i];
	free(old.slots);
	return 0;
}

static int put(struct user_lexicon *lexicon, uint32_t hash, size_t tokens, int32_t weight)
{
	if (lexicon->count * 2 >= lexicon->cap && grow(lexicon) < 0)
		return -1;
	struct user_word *word = find(lexicon, hash, tokens);
	lexicon->count += word->tokens == 0;
	*word = (struct user_word){hash, (uint16_t)tokens, weight};
	if (tokens > lexicon->longest)
		lexicon->longest = tokens;
	return 0;
}

/* Reads what stands behind the TAB. Returns 0, or -1. */
static int read_weight(struct slice field, int32_t *weight)
{
	char digits[8] = "", *end;
	if (field.len == 0 || slice_is(field, "+") || slice_is(field, "-")) {
		*weight = slice_is(field, "-") ? -HOLD : HOLD;
		return 0;
	}
	if (field.len >= sizeof digits)
		return -1;
	memcpy(digits, field.ptr, field.len);
	long number = strtol(digits, &end, 10);
	*weight = (int32_t)number;
	return *end == '\0' && strchr("+-0123456789", digits[0]) && number >= -WEIGHT_MAX && number <= WEIGHT_MAX ? 0 : -1;
}

/* The chained hash of tokens, as features_windows makes it. */
static uint32_t chain(const struct token *tokens, size_t count)
{
	uint32_t hash = tokens[0].key;
	for (size_t i = 1; i < count; i++)
		hash = window_hash(hash, tokens[i].key);
	return hash;
}

static int take_line(void *context, struct slice line, size_t number, struct user_file_fault *fault)
{
	struct user_lexicon *lexicon = context;
	static const char too_long[] = "a word of more than 16 syllables";
	struct token tokens[WORD_MAX + 1];
	char word[1024];
	size_t next;
	int32_t weight;
	while (line.len > 0 && line.ptr[line.len - 1] == ' ')
		line.len--;
	if (line.len == 0 || line.ptr[0] == '#')
		return 0;
	const char *tab = memchr(line.ptr, '\t', line.len);
	size_t len = tab ? (size_t)(tab - line.ptr) : line.len;
	if (read_weight(slice_of(line.ptr + len + (tab != NULL), line.len - len - (tab != NULL)), &weight) < 0)
		return user_file_refuse(fault, number, 0, "behind the TAB: not +, -, or a number from -10000 to 10000");
	if (len > sizeof word)
		return user_file_refuse(fault, number, 0, "%s", too_long);
	for (size_t i = 0; i < len; i++)
		word[i] = line.ptr[i] == '_' ? ' ' : line.ptr[i];
	size_t count = tokens_cut(word, len, 0, tokens, WORD_MAX + 1, &next);
	if (count > WORD_MAX)
		return user_file_refuse(fault, number, 0, "%s", too_long);
	if (count < 2)
		return user_file_refuse(fault, number, 0, "a word of one syllable: there is nothing to hold together");
	for (size_t i = 0; i < count; i++)
		if (token_is_mark(&tokens[i]) || (i > 0 && !tokens[i].apart))
			return user_file_refuse(fault, number, 0, "a mark in a word: words are joined over white space only");
	return put(lexicon, chain(tokens, count), count, weight) < 0 ? user_file_no_memory(fault) : 0;
}

int user_lexicon_read(struct user_lexicon *lexicon, const char *path, struct user_file_fault *fault)
{
	tokens_init();
	return user_file_read(path, take_line, lexicon, fault);
}

/* The longest entry that begins at token `first` and goes over open gaps; NULL if there is none. */
static const struct user_word *longest_at(const struct user_lexicon *lexicon, const struct features *features,
					  const struct token *tokens, size_t first, size_t count)
{
	const struct user_word *best = NULL;
	uint32_t hash = tokens[first].key;
	for (size_t i = first + 1; i < count && i - first < lexicon->longest && features->open[i]; i++) {
		hash = window_hash(hash, tokens[i].key);
		const struct user_word *word = find(lexicon, hash, i - first + 1);
		if (word->tokens != 0)
			best = word;
	}
	return best;
}

void user_lexicon_apply(const struct user_lexicon *lexicon, const struct features *features, const struct token *tokens,
			int32_t *scores, size_t count)
{
	if (lexicon->count == 0)
		return;
	for (size_t i = 0; i < count;) {
		const struct user_word *word = longest_at(lexicon, features, tokens, i, count);
		if (!word) {
			i++;
			continue;
		}
		size_t end = i + word->tokens;
		for (size_t gap = i + 1; gap < end; gap++)
			scores[gap] += word->weight;
		if (word->weight == HOLD) {
			scores[i] = -HOLD;
			if (end < count)
				scores[end] = -HOLD;
		}
		i = end;
	}
}

void user_lexicon_free(struct user_lexicon *lexicon)
{
	free(lexicon->slots);
	*lexicon = (struct user_lexicon){0};
}
