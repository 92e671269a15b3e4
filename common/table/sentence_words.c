/* SPDX-License-Identifier: MIT */
#include "table/sentence_words.h"

#include "stream/record.h"
#include "words/key.h"
#include "words/token.h"

/* Appends the word, its white space written `_`. */
static void put_word(struct buf *words, struct slice word)
{
	if (words->len > 0)
		buf_put_byte(words, ' ');
	for (size_t at = 0; at < word.len;) {
		size_t space = space_length(word.ptr, word.len, at);
		buf_put_byte(words, space ? '_' : word.ptr[at]);
		at += space ? space : 1;
	}
}

/* Whether the word begins and ends with whole characters. */
static int is_whole(struct slice sentence, struct word word)
{
	return ((unsigned char)sentence.ptr[word.begin] & 0xc0) != 0x80 &&
	       (word.end == sentence.len || ((unsigned char)sentence.ptr[word.end] & 0xc0) != 0x80);
}

int sentence_words(struct slice sentence, struct slice keys, struct buf *out)
{
	struct slice lengths;
	struct word word;
	size_t at = 0;
	int more;
	buf_reset(out);
	if (!keys_find(keys, "words", &lengths))
		return 0;
	while ((more = words_next(&lengths, &at, sentence.len, &word)) > 0) {
		if (!is_whole(sentence, word))
			return 0;
		put_word(out, slice_of(sentence.ptr + word.begin, word.end - word.begin));
	}
	return more == 0 && !out->failed;
}
