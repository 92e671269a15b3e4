/* SPDX-License-Identifier: MIT */
/*
 * Tokens with what the vocabulary knows of them, fast. A text says the same few thousand words again and again: what
 * one is, its hash, its case and what it may begin, is worked out once and kept under its bytes.
 */
#ifndef PHIN_FIGURES_LEXER_H
#define PHIN_FIGURES_LEXER_H

#include <stddef.h>
#include <stdint.h>

#include "figures/token.h"
#include "figures/vocabulary.h"

enum { LEXER_WORDS_LOG2 = 12, LEXER_KEY_BYTES = 16 };

/* A token by the bytes that it was read from, padded with NULs; its `end` is its length. */
struct known_token {
	uint64_t key[LEXER_KEY_BYTES / 8]; /* 0: nothing is kept here */
	struct token token;
};

/* All zero to begin with, but for the vocabulary; to be emptied with lexer_forget when words are added to that. */
struct lexer {
	const struct vocabulary *vocabulary;
	struct known_token known[1 << LEXER_WORDS_LOG2];
};

/* As token_next and vocabulary_mark together. */
int lexer_next(struct lexer *lexer, struct slice text, size_t *at, struct token *token);

void lexer_forget(struct lexer *lexer);

#endif
