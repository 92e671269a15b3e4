/* SPDX-License-Identifier: MIT */
#include "words/train/score.h"

#include "words/train/labelled.h"

struct scoring {
	struct score *score;
	struct words *words;
};

/* The word of the data that begins at or behind *at; moves *at to its end. Returns 1, or 0 at the end. */
static int next_word(const struct labelled *sentence, size_t *at, struct word *word)
{
	const char *bytes = sentence->bytes.ptr, *text = sentence->text.ptr;
	size_t len = sentence->text.len;
	while (*at < len && bytes[*at] != BYTE_BEGINS)
		++*at;
	if (*at == len)
		return 0;
	word->begin = *at;
	do
		++*at;
	while (*at < len && bytes[*at] != BYTE_BEGINS && (text[*at] != ' ' || bytes[*at] == BYTE_INSIDE));
	word->end = *at;
	return 1;
}

static int take(void *context, const struct labelled *sentence)
{
	struct scoring *scoring = context;
	struct words *words = scoring->words;
	struct word word;
	size_t at = 0, i = 0;
	if (words_find(words, NULL, buf_slice(&sentence->text)) < 0)
		return -1;
	scoring->score->found += words->count;
	while (next_word(sentence, &at, &word)) {
		scoring->score->words++;
		while (i < words->count && words->list[i].begin < word.begin)
			i++;
		if (i < words->count && words->list[i].begin == word.begin && words->list[i].end == word.end)
			scoring->score->right++;
	}
	return 0;
}

int score_file(struct score *score, struct words *words, const char *path)
{
	struct scoring scoring = {score, words};
	return labelled_read(path, take, &scoring);
}
