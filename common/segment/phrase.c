/* SPDX-License-Identifier: MIT */
#include "segment/phrase.h"

#include <string.h>

#include "segment/word.h"

/* Bytes of the longest dateline; how far from a stop its brackets may be. */
enum { DATELINE_BYTES = 80, BRACKET_BYTES = 200 };

/* Onsets of two letters, which stand for a name as one letter does: Nguyễn Thành Ng.; TR.NG.Q., but "NH." is a bank. */
static const char digraphs[][2] = {"Ch", "Gh", "Gi", "Kh", "Ng", "Nh", "Ph", "Qu", "Th", "Tr"};

static size_t digraph_length(struct slice token, size_t at)
{
	for (size_t i = 0; i < sizeof digraphs / sizeof *digraphs; i++)
		if (token.len - at >= 2 && token.ptr[at] == digraphs[i][0] &&
		    (token.len > 2 ? token.ptr[at + 1] | 0x20 : token.ptr[at + 1]) == digraphs[i][1])
			return 2;
	return 0;
}

int token_is_initials(struct slice token)
{
	size_t at = 0, len;
	while (at < token.len) {
		if (glyph_at(token, at, &len) != GLYPH_UPPER)
			return 0;
		size_t both = digraph_length(token, at);
		at = skip_marks(token, at + (both ? both : len));
		if (at < token.len && token.ptr[at++] != '.')
			return 0;
	}
	return token.len > 0;
}

/* Digits and what dates are written with: "26-9", "26/9/2025". */
static int is_date(struct slice token)
{
	int digits = 0;
	for (size_t i = 0; i < token.len; i++) {
		if (token.ptr[i] >= '0' && token.ptr[i] <= '9')
			digits++;
		else if (!memchr("-/.", token.ptr[i], 3))
			return 0;
	}
	return digits >= 2;
}

int stop_ends_dateline(const struct stop *stop, int dash_behind)
{
	struct slice head = slice_of(stop->text.ptr, stop->run);
	size_t len, at = 0, words = 0;
	if (head.len > DATELINE_BYTES || stop->marks != STOP_DOT || skip_space(head, 0) != stop->sentence)
		return 0;
	if (head.len > 0 && head.ptr[head.len - 1] == ')') {
		const char *open = memrchr(head.ptr, '(', head.len);
		size_t begin = open ? (size_t)(open + 1 - head.ptr) : 0;
		struct slice source = slice_of(head.ptr + begin, head.len - 1 - begin);
		return open && (dash_behind || (lexicon_find(stop->lexicon, source) & WORD_AGENCY));
	}
	struct slice date = token_before(head, 0, head.len), before = token_before_token(head, 0, date);
	char buffer[LEXICON_MAX_WORD];
	int has_day = slice_is(word_compose(before, buffer), "ngày");
	if (!is_date(date) || (before.len > 0 && !has_day))
		return 0;
	/* Only capitals and a comma before "ngày", or before the date. */
	head.len = (size_t)(before.ptr - head.ptr);
	if (!memchr(head.ptr, ',', head.len))
		return 0;
	for (; at < head.len; words++) {
		struct slice word = word_at(head, at);
		if (word.len == 0 || !word_is_capital(word))
			return 0;
		at += word.len;
		while (at < head.len && (head.ptr[at] == ',' || head.ptr[at] == '.' || glyph_at(head, at, &len) == GLYPH_SPACE))
			at++;
	}
	return words > 0;
}

unsigned token_classes(const struct stop *stop, struct slice token)
{
	struct slice part = token_last_part(token);
	unsigned classes = lexicon_find(stop->lexicon, token);
	return part.len < token.len ? classes | lexicon_find(stop->lexicon, part) : classes;
}

int begins_reporting_clause(const struct stop *stop, size_t at, int dash)
{
	struct slice text = stop->text, word = {0};
	size_t len;
	int words = 0, capitals = 0;
	unsigned first = lexicon_find(stop->lexicon, word_at(text, at));
	/* "Không một ai nói gì." is no clause of somebody's. */
	if ((first & WORD_STARTER) && !(first & WORD_PERSON))
		return 0;
	for (; words < 6; words++, at = skip_space(text, at + word.len)) {
		word = word_at(text, at);
		if (word.len == 0)
			return 0;
		struct slice next = word_at(text, skip_space(text, at + word.len));
		struct slice both = slice_of(word.ptr, (size_t)(next.ptr + next.len - word.ptr));
		if (words > 0 && ((lexicon_find(stop->lexicon, word) | lexicon_find(stop->lexicon, both)) & WORD_REPORTING))
			break;
		capitals += word_is_capital(word);
	}
	/* Somebody: "Lan", "Thượng nghị sĩ McCain", "Chị ấy"; not "Đám đông reo hò." */
	if (words > 1 && capitals < 2 && !(first & WORD_PERSON) && !dash)
		return 0;
	if (dash)
		return words < 6;
	for (int rest = 0; words < 6 && rest < 5; rest++) {
		word = word_at(text, at);
		at += word.len;
		enum glyph glyph = glyph_at(text, at, &len);
		if (glyph == GLYPH_STOP || glyph == GLYPH_NONE || glyph == GLYPH_NEWLINE)
			return 1;
		if (glyph != GLYPH_SPACE)
			return 0;
		at = skip_space(text, at);
	}
	return 0;
}

int begins_speaker(const struct stop *stop, size_t at)
{
	struct slice word = word_at(stop->text, at), second;
	unsigned known = lexicon_find(stop->lexicon, word);
	second = word_at(stop->text, skip_space(stop->text, at + word.len));
	return ((known & WORD_PERSON) && word_is_capital(second)) || (known & WORD_NAME);
}

int ends_address(struct slice text, size_t at)
{
	size_t begin = at;
	while (begin > 0 && at - begin < 64 && !memchr(" \n\t", text.ptr[begin - 1], 3))
		begin--;
	struct slice head = slice_of(text.ptr + begin, at - begin);
	return memchr(head.ptr, '@', head.len) || memmem(head.ptr, head.len, "://", 3) ||
	       memmem(head.ptr, head.len, "www.", 4);
}

int stop_is_in_brackets(const struct stop *stop)
{
	size_t back = stop->run - stop->sentence, ahead = stop->text.len - stop->end;
	const char *begin = stop->text.ptr + stop->run - (back < BRACKET_BYTES ? back : BRACKET_BYTES);
	const char *open = memrchr(begin, '(', (size_t)(stop->text.ptr + stop->run - begin));
	if (!open || open == stop->text.ptr + stop->sentence ||
	    memchr(open, ')', (size_t)(stop->text.ptr + stop->end - open)))
		return 0;
	struct slice rest = slice_of(stop->text.ptr + stop->end, ahead < BRACKET_BYTES ? ahead : BRACKET_BYTES);
	const char *close = memchr(rest.ptr, ')', rest.len);
	return close && !memchr(rest.ptr, '(', (size_t)(close - rest.ptr)) &&
	       !memchr(rest.ptr, '\n', (size_t)(close - rest.ptr));
}
