/* SPDX-License-Identifier: MIT */
/* The lexer, which remembers, against the tokens as they are read anew, twice over any text: field for field the same. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "figures/lexer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int same(const struct token *a, const struct token *b)
{
	return a->begin == b->begin && a->end == b->end && a->word == b->word && a->mark == b->mark &&
	       a->begins == b->begins && a->kind == b->kind && a->letters == b->letters && a->glued == b->glued &&
	       a->glue == b->glue;
}

static void compare(struct lexer *lexer, struct slice text)
{
	struct token known = token_none(0), anew;
	size_t at = 0;
	lexer_begin(lexer, text);
	while (vocabulary_next(lexer->vocabulary, text, &at, &anew))
		if (!lexer_next(lexer, known.end, &known) || !same(&known, &anew) || known.end != at)
			abort();
	if (lexer_next(lexer, known.end, &known))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct lexer lexer;
	size_t valid = utf8_valid_prefix((const char *)data, size);
	if (!lexer.vocabulary)
		lexer.vocabulary = vocabulary_new();
	for (int round = 0; lexer.vocabulary && round < 2; round++)
		compare(&lexer, slice_of((const char *)data, valid));
	return 0;
}
