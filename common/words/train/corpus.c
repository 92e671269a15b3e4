/* SPDX-License-Identifier: MIT */
#include "words/train/corpus.h"

#include <stdlib.h>

#include "base/list.h"
#include "words/feature.h"
#include "words/train/labelled.h"

/* One in so many sentences is learnt without its diacritics, too. */
enum { PLAIN_EVERY = 25 };

/* Where sentences go, and how. */
struct filling {
	struct corpus *corpus;
	unsigned copies;
	struct labelled plain;
};

static int add(struct corpus *corpus, const struct labelled *sentence, unsigned copies, int counted)
{
	static struct token tokens[RUN_TOKENS];
	size_t next, count = tokens_cut(sentence->text.ptr, sentence->text.len, 0, tokens, RUN_TOKENS, &next);
	if (count == 0)
		return 0;
	if (LIST_RESERVE(corpus->examples, corpus->cap, corpus->count + count) < 0 ||
	    LIST_RESERVE(corpus->sentences, corpus->sentence_cap, corpus->sentence_count + 1) < 0)
		return -1;
	corpus->sentences[corpus->sentence_count++] = (struct sentence_range){corpus->count, count, copies, counted};
	for (size_t i = 0; i < count; i++) {
		const struct token *token = &tokens[i];
		int open = i > 0 && token->apart && !token_is_mark(token) && !token_is_mark(token - 1);
		corpus->examples[corpus->count++] =
			(struct example){token->key, token->onset, token->rime, token->shape, token->apart,
					 open && sentence->bytes.ptr[token->begin - 1] == BYTE_INSIDE};
	}
	return 0;
}

/* Adds a sentence, and at times its plain form. */
static int take(void *context, const struct labelled *sentence)
{
	struct filling *filling = context;
	if (add(filling->corpus, sentence, filling->copies, 1) < 0)
		return -1;
	if (filling->corpus->sentence_count % PLAIN_EVERY != 0)
		return 0;
	labelled_strip(sentence, &filling->plain);
	if (filling->plain.text.failed || filling->plain.bytes.failed)
		return -1;
	return add(filling->corpus, &filling->plain, 1, 0);
}

int corpus_read(struct corpus *corpus, const char *path, unsigned copies)
{
	struct filling filling = {.corpus = corpus, .copies = copies};
	int failed = labelled_read(path, take, &filling);
	labelled_free(&filling.plain);
	return failed;
}

void corpus_free(struct corpus *corpus)
{
	free(corpus->examples);
	free(corpus->sentences);
}
