/* SPDX-License-Identifier: MIT */
/* Words of the user's own, which add to the model's scores: a domain's terms without training. */
#ifndef PHIN_WORDS_USER_LEXICON_H
#define PHIN_WORDS_USER_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "base/user_file.h"
#include "words/feature.h"

struct user_lexicon {
	struct user_word *slots;  /* by hash, a power of two of them */
	size_t count, cap;
	size_t longest;           /* tokens of the longest word */
};

/*
 * Reads a file of words: one a line, its syllables parted by spaces or `_`; then, after a TAB, what holds them together:
 * nothing or `+` (whatever the context, and the word ends where the entry ends), `-` (never), or a number from -10000 to
 * 10000 that is added to the model's score (300 tips most balances). Lines that begin with `#` are comments. Returns 0,
 * or -1 and *fault.
 */
int user_lexicon_read(struct user_lexicon *lexicon, const char *path, struct user_file_fault *fault);

/* Adds to the scores of the gaps between count tokens. The longest entry counts, from left to right. */
void user_lexicon_apply(const struct user_lexicon *lexicon, const struct features *features, const struct token *tokens,
			int32_t *scores, size_t count);

void user_lexicon_free(struct user_lexicon *lexicon);

#endif
