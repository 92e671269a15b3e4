/* SPDX-License-Identifier: MIT */
#include "segment/credit.h"

#include <string.h>

#include "segment/glyph.h"
#include "segment/word.h"

/* Bytes of what a credit begins with, words of a credit, and bytes of one in brackets. */
enum { OPENER_BYTES = 40, CREDIT_WORDS = 7, CREDIT_BYTES = 120 };

/* "Ảnh:", "Nguồn:", "Ảnh minh họa :": the length of what a credit begins with, or 0. */
static size_t opener_length(const struct lexicon *lexicon, struct slice text)
{
	struct slice word;
	if (!memchr(text.ptr, ':', text.len < OPENER_BYTES ? text.len : OPENER_BYTES))
		return 0;
	word = word_at(text, 0);
	if (!(lexicon_find(lexicon, word) & WORD_CREDIT) || !word_is_capital(word))
		return 0;
	size_t at = word.len;
	for (int words = 0; words < 3; words++) {
		at = skip_space(text, at);
		if (at < text.len && text.ptr[at] == ':')
			return at + 1;
		word = word_at(text, at);
		if (word_is_capital(word))
			return 0;
		at += word.len;
	}
	return 0;
}

/* "(Ảnh: Getty) Mark Jones …": the bracket tells. */
static size_t bracket_end(struct slice text, size_t begin, size_t end)
{
	size_t most = end - begin < CREDIT_BYTES ? end - begin : CREDIT_BYTES, len;
	const char *close = memchr(text.ptr + begin, ')', most);
	if (!close)
		return 0;
	size_t at = (size_t)(close + 1 - text.ptr);
	switch (glyph_at(text, skip_space(text, at), &len)) {
	case GLYPH_UPPER:
	case GLYPH_DIGIT:
	case GLYPH_QUOTE:
	case GLYPH_OPEN_QUOTE:
	case GLYPH_OPEN:
		return at;
	default:
		return 0;
	}
}

/* Whether the word at text[at] begins a sentence behind the word before it, a name of the credit. */
static int begins_sentence(const struct lexicon *lexicon, struct slice text, size_t at, struct slice before)
{
	struct slice word = word_at(text, at), second = second_word(text, at);
	unsigned known = lexicon_find(lexicon, word);
	if (known & WORD_PREPOSITION)
		return 1;
	if (second.len == 0 || word_is_capital(second))
		return 0;
	/* A name of Vietnamese syllables might go on: "Ảnh: Vũ Đức Đam phát biểu". */
	return (known & WORD_STARTER) || (word_is_syllable(word, 0) && !word_is_syllable(before, 0));
}

/* "Ảnh: Business Insider Trạm vũ khí …": names with capitals, then a word that begins a sentence. */
static size_t names_end(const struct lexicon *lexicon, struct slice text, size_t at, size_t end)
{
	struct slice before = {0};
	size_t behind = 0, len;
	for (int words = 0; words < CREDIT_WORDS && at < end; words++) {
		size_t next = skip_space(text, at);
		enum glyph glyph = glyph_at(text, next, &len);
		if (words > 0 && (glyph == GLYPH_QUOTE || glyph == GLYPH_OPEN_QUOTE) &&
		    glyph_at(text, next + len, &len) == GLYPH_UPPER && !word_is_syllable(before, 0))
			return behind;
		if (words > 0 && glyph == GLYPH_UPPER && begins_sentence(lexicon, text, next, before))
			return behind;
		if (words > 0 && glyph != GLYPH_UPPER)
			return 0;
		/* "Nguyễn Dân/TTXVN", "N.T.", "Vietnam+" */
		at = next;
		while (at < end && glyph_at(text, at, &len) != GLYPH_SPACE)
			at += len;
		before = word_before(text, next, at);
		behind = at;
	}
	return 0;
}

size_t credit_end(const struct lexicon *lexicon, struct slice text, size_t begin, size_t end)
{
	int bracket = text.ptr[begin] == '(';
	struct slice inside = slice_of(text.ptr + begin + bracket, end - begin - (size_t)bracket);
	size_t opener = opener_length(lexicon, inside);
	if (opener == 0)
		return 0;
	size_t found = bracket ? bracket_end(text, begin, end) : names_end(lexicon, text, begin + opener, end);
	return found < end ? found : 0;
}
