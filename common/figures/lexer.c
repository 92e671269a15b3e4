/* SPDX-License-Identifier: MIT */
#include "figures/lexer.h"

/* C2, E2, E3 and EF lead white space beyond ASCII too (token.c): lexer_read looks behind them. */
const uint8_t lexer_begins_key[256] = {
	[1 ... 8] = 1,	      [14 ... 31] = 1,	    ['!' ... '/'] = 1,	  [':' ... 0xc1] = 1,
	[0xc3 ... 0xe1] = 1, [0xe4 ... 0xee] = 1, [0xf0 ... 0xff] = 1,
};

static int read_token(const struct lexer *lexer, struct slice text, size_t *at, struct token *token)
{
	int found = token_next(text, at, token);
	if (found)
		vocabulary_mark(lexer->vocabulary, token);
	return found;
}

/* The key of what stands at the place, no white space. Returns 0 where nothing is kept: digits, NUL, a very long word. */
static int make_key(struct slice text, size_t at, struct token_key *key)
{
	char bytes[LEXER_KEY_BYTES] = {0};
	size_t left = text.len - at;
	memcpy(bytes, text.ptr + at, left < sizeof bytes ? left : sizeof bytes);
	return bytes[0] != '\0' && (bytes[0] < '0' || bytes[0] > '9') && lexer_key(bytes, key);
}

int lexer_read(struct lexer *lexer, struct slice text, size_t *at, struct token *token)
{
	struct token_key key;
	size_t begin = token_skip_space(text, *at);
	if (begin == text.len || !make_key(text, begin, &key))
		return read_token(lexer, text, at, token);
	struct known_token *known = lexer_place(lexer, key);
	if (known->key.first != key.first || known->key.second != key.second) {
		struct slice rest = slice_of(text.ptr + begin, text.len - begin);
		size_t end = 0;
		known->key = key;
		read_token(lexer, rest, &end, &known->token);
	}
	lexer_take(known, begin, at, token);
	return 1;
}

void lexer_forget(struct lexer *lexer)
{
	memset(lexer->known, 0, sizeof lexer->known);
}
