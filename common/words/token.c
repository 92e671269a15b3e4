/* SPDX-License-Identifier: MIT */
#include "words/token.h"

#include "words/split.h"
#include "words/spelling.h"

/* The longest run without white space that is looked at as a whole; what is longer is cut. */
enum { MAX_RUN = 4096 };

void tokens_init(void)
{
	symbols_init();
}

size_t space_length(const char *text, size_t len, size_t at)
{
	uint32_t cp;
	if (at >= len)
		return 0;
	int n = utf8_next(text + at, &cp);
	return code_point_is_space(cp) ? (size_t)n : 0;
}

static size_t skip_space(const char *text, size_t len, size_t at)
{
	uint32_t cp;
	for (int n; at < len; at += (size_t)n) {
		n = utf8_next(text + at, &cp);
		if (symbol_class(symbol_of(cp)) != CLASS_SPACE)
			break;
	}
	return at;
}

/* A code point inside of letters that has no code of its own. Kept apart: the fast loop's spelling stays in registers. */
static struct spelling spell_rare(struct spelling spelling, uint32_t cp, uint16_t symbol)
{
	if (symbol_class(symbol) == CLASS_ATTACHED)
		spelling_attach(&spelling, cp);
	else
		spelling_foreign(&spelling, cp, symbol);
	return spelling;
}

/* Goes over letters from `at`, spells them, and stops at the first code point that is none: its class goes to *stop. */
static inline size_t spell_letters(const char *text, size_t len, size_t at, struct spelling *result,
				   enum character_class *stop)
{
	struct spelling spelling = {0};
	*stop = CLASS_SPACE;
	while (at < len) {
		uint32_t cp;
		size_t n = (size_t)utf8_next(text + at, &cp);
		uint16_t symbol = symbol_of(cp);
		enum character_class class = symbol_class(symbol);
		if (class == CLASS_LETTER && symbol & SYMBOL_CODE) {
			spelling_letter(&spelling, symbol);
		} else if (class == CLASS_LETTER || class == CLASS_ATTACHED) {
			spelling = spell_rare(spelling, cp, symbol);
		} else {
			*stop = class;
			break;
		}
		at += n;
	}
	*result = spelling;
	return at;
}

/* Where the run of characters that begins at `at` ends: at white space, or when it is too long. */
static size_t run_end(const char *text, size_t len, size_t at)
{
	size_t limit = len - at > MAX_RUN ? at + MAX_RUN : len, end = at;
	while (end < limit) {
		uint32_t cp;
		int n = utf8_next(text + end, &cp);
		if (symbol_class(symbol_of(cp)) == CLASS_SPACE)
			break;
		end += (size_t)n;
	}
	return end;
}

size_t tokens_cut(const char *text, size_t len, size_t at, struct token *tokens, size_t max, size_t *next)
{
	size_t count = 0;
	while (count < max) {
		if (at < len && text[at] == ' ')
			at++;
		size_t begin = skip_space(text, len, at);
		if (begin >= len) {
			at = len;
			break;
		}
		struct spelling spelling;
		enum character_class stop;
		size_t end = spell_letters(text, len, begin, &spelling, &stop);
		size_t first = count;
		if (stop == CLASS_SPACE && spelling.letters > 0) {
			spelling_token(&spelling, begin, end, &tokens[count++]);
			at = end;
		} else {
			count += split_run(text, len, begin, run_end(text, len, begin), tokens + count, max - count, &at);
		}
		tokens[first].apart = 1;
	}
	*next = at;
	return count;
}
