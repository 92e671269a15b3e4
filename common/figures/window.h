/* SPDX-License-Identifier: MIT */
/*
 * A text in windows of tokens, each about a sentence, never more than TOKEN_MAX, so that memory is constant whatever
 * the text. Sentences end where the caller says; if it says nothing, at marks that end most of them.
 */
#ifndef PHIN_FIGURES_WINDOW_H
#define PHIN_FIGURES_WINDOW_H

#include "figures/lexer.h"

/* All zero to begin with, but for the lexer's vocabulary. */
struct window {
	struct lexer lexer;
	struct slice text;
	const size_t *cuts; /* where sentences end, in order */
	size_t cut_count, next_cut;
	size_t at; /* the bytes before it are in windows already */
	/* The window is tokens + TOKENS_AROUND; what stands around it is none. */
	struct token tokens[TOKENS_AROUND + TOKEN_MAX + TOKENS_AROUND];
	size_t count;
	/* Those of its tokens that begin something. */
	uint16_t begins[TOKEN_MAX + 1];
	size_t begin_count;
};

/* Begins a text of valid UTF-8; it and the cuts must stay. */
void window_begin(struct window *window, struct slice text, const size_t *cuts, size_t cut_count);

/* Takes the tokens of the next sentence. Returns whether there were any. */
int window_next(struct window *window);

#endif
