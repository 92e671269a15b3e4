/* SPDX-License-Identifier: MIT */
/*
 * Words in the stream: the key words= of their sentence. The lengths of the words in bytes, in order; between two stands
 * what lies between the words: `,` one byte (a space), `+` nothing, `(3)` so many bytes. Where white space stands before
 * the first word its length comes first, in brackets. "Trả lời: 5 %" with the words Trả lời|:|5|% is words=11+1,1,1.
 */
#ifndef PHIN_WORDS_KEY_H
#define PHIN_WORDS_KEY_H

#include "base/buf.h"
#include "words/words.h"

/* Appends "words=..." for the words of one sentence. */
void words_put_key(struct buf *out, const struct word *words, size_t count);

/* Appends one word to the value; *at is 0 at first and stays the writer's place in the sentence. */
void words_put_next(struct buf *out, size_t *at, struct word word);

/*
 * Takes the next word off the value of the key; *at is 0 at first and stays the reader's place in the sentence. Returns
 * 1 and the word, 0 at the end, -1 if the value is no such list or goes beyond `len`, the length of the sentence.
 */
int words_next(struct slice *value, size_t *at, size_t len, struct word *word);

#endif
