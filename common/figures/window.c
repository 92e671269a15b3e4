/* SPDX-License-Identifier: MIT */
#include "figures/window.h"

void window_begin(struct window *window, struct slice text, const size_t *cuts, size_t cut_count)
{
	lexer_begin(&window->lexer, text);
	window->text = text;
	window->cuts = cuts;
	window->cut_count = cut_count;
	window->next_cut = 0;
	window->at = 0;
	tokens_bound(window->tokens, 0);
}

/* The end of the sentence at hand, if the caller has said it. */
static size_t find_cut(struct window *window)
{
	while (window->next_cut < window->cut_count && window->cuts[window->next_cut] <= window->at)
		window->next_cut++;
	return window->next_cut < window->cut_count ? window->cuts[window->next_cut] : SIZE_MAX;
}

/* "… năm tù.Phan Anh bị": crawls lose the white space behind a stop. */
static int is_glued_stop(const struct token *before, const struct token *next)
{
	return before->kind == TOKEN_WORD && before->letters == CASE_LOWER && before->end - before->begin > 1 &&
	       next->kind == TOKEN_WORD && next->letters == CASE_CAPITAL && next->end - next->begin > 1;
}

/* ĐT: 04. 9716 229, 09. 6868. 2222: whether the digits at the token go on what begins with 0. */
static int is_within_phone(struct slice text, const struct token *tokens, size_t at)
{
	while (at > 1 && tokens[at - 1].mark == '.' && tokens[at - 2].kind == TOKEN_DIGITS)
		at -= 2;
	return text.ptr[tokens[at].begin] == '0';
}

/* Whether a sentence ends at the last of the tokens, a mark: what follows begins with a capital, a digit or a quote. */
static int ends_sentence(struct slice text, const struct token *tokens, size_t count, const struct token *next)
{
	const struct token *mark = &tokens[count - 1];
	if (next->glued)
		return mark->mark == '.' && count > 1 && is_glued_stop(&tokens[count - 2], next);
	if (mark->mark == '!' || mark->mark == '?' || mark->mark == 0x2026)
		return next->kind == TOKEN_MARK || next->letters != CASE_LOWER;
	if (mark->mark != '.' || (next->kind == TOKEN_WORD && next->letters == CASE_LOWER))
		return 0;
	const struct token *before = count > 1 ? &tokens[count - 2] : NULL;
	if (!before || !mark->glued)
		return 1;
	/* "1. Về", "TP. Hồ Chí Minh", "N. V. An" */
	if (before->kind == TOKEN_DIGITS && count == 2)
		return 0;
	if (before->kind == TOKEN_DIGITS && next->kind == TOKEN_DIGITS && is_within_phone(text, tokens, count - 2))
		return 0;
	return !(before->kind == TOKEN_WORD && (before->word->starts >> LEX_ABBREVIATION & 1 ||
						(before->letters != CASE_LOWER && before->end - before->begin == 1)));
}

/*
 * Tables that lost their borders in a crawl run a telephone number, an amount and a date together:
 * "0914424829500,00012/9/2016", "0962.887.3998,060,000". How many of the token's digits belong to what is before; 0:
 * all.
 */
static size_t run_together(const struct token *tokens, size_t count, struct slice text)
{
	const struct token *token = &tokens[count];
	const char *digits = text.ptr + token->begin;
	size_t len = token->end - token->begin, before = 0;
	char next = token->end < text.len ? text.ptr[token->end] : 0;
	if (next != ',' && next != '/')
		return 0;
	/* ,00012/9/2016 */
	if (count > 1 && len > 3 && len < 6 && next == '/' && tokens[count - 1].mark == ',' && token->glued &&
	    memcmp(digits, "000", 3) == 0)
		return 3;
	for (size_t i = count;
	     i >= 2 && token->glued && tokens[i - 1].mark == '.' && tokens[i - 2].kind == TOKEN_DIGITS; i -= 2) {
		before += tokens[i - 2].end - tokens[i - 2].begin;
		digits = text.ptr + tokens[i - 2].begin;
	}
	size_t phone = digits[0] != '0' ? 0 : digits[1] == '1' ? 11 : memchr("35789", digits[1], 5) ? 10 : 0;
	return phone && next == ',' && before < phone && before + len > phone && before + len <= phone + 3
		       ? phone - before
		       : 0;
}

/* Whether white space with a line feed stands between the two places. */
static int has_newline(struct slice text, size_t from, size_t to)
{
	return to > from && memchr(text.ptr + from, '\n', to - from);
}

/*
 * The token at or after the place where it takes a closer look: it is not known, or digits, or behind a line feed.
 * Returns the place behind it, 0 if it does not belong to the window, which has `count` already.
 */
static size_t read_token(struct window *window, size_t at, size_t count)
{
	struct token *tokens = window->tokens + TOKENS_AROUND, *token = &tokens[count];
	if (!lexer_read(&window->lexer, at, token) || (count > 0 && has_newline(window->text, at, token->begin)))
		return 0;
	size_t part = token->kind == TOKEN_DIGITS ? run_together(tokens, count, window->text) : 0;
	if (part)
		token->end = token->begin + part;
	return token->end;
}

/*
 * How many of the tokens of a full window to keep: up to a mark near its end, for a figure that went over the edge would
 * be cut. The rest comes again with the next window. All where there is no such mark.
 */
static size_t keep_whole(const struct token *tokens, size_t count)
{
	enum { LOOK_BACK = 128 };
	for (size_t n = count - 1; n > count - LOOK_BACK; n--) {
		uint32_t mark = tokens[n - 1].mark;
		if ((mark == ';' || mark == ',' || mark == '.' || mark == ')') && !tokens[n].glued)
			return n;
	}
	return count;
}

int window_next(struct window *window)
{
	struct token *token = window->tokens + TOKENS_AROUND;
	size_t count = 0, begins = 0, at = window->at, cut = find_cut(window), limit = SIZE_MAX;
	/* Whether the token before may end a sentence, and any may. */
	int stops = 0, by_marks = window->cut_count == 0;
	if (at == window->text.len)
		return 0;
	for (; count < TOKEN_MAX; count++, token++) {
		size_t end = at;
		if (!lexer_read_known(&window->lexer, &end, token) && (end = read_token(window, at, count)) == 0)
			break;
		if (token->begin >= limit || (stops && ends_sentence(window->text, token - count, count, token)))
			break;
		window->begins[begins] = (uint16_t)count;
		begins += token->begins;
		stops = by_marks & (token->kind == TOKEN_MARK);
		at = end;
		limit = cut;
	}
	if (count == TOKEN_MAX) {
		token -= count;
		count = keep_whole(token, count);
		at = token[count - 1].end;
		while (begins > 0 && window->begins[begins - 1] >= count)
			begins--;
		token += count;
	}
	tokens_bound(token, window->text.len);
	window->at = at;
	window->count = count;
	window->begin_count = begins;
	return count > 0;
}
