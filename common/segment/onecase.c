/* SPDX-License-Identifier: MIT */
#include "segment/onecase.h"

#include "segment/glyph.h"
#include "segment/phrase.h"
#include "segment/word.h"

int stop_in_small(const struct stop *stop)
{
	size_t len, at;
	if (*stop->small != LETTERS_UNSEEN)
		return *stop->small;
	for (at = 0; at < stop->text.len; at += len)
		if (glyph_at(stop->text, at, &len) == GLYPH_UPPER)
			break;
	return *stop->small = at >= stop->text.len;
}

int word_in_capitals(struct slice word)
{
	size_t len;
	for (size_t at = 0; at < word.len; at = skip_marks(word, at + len))
		if (glyph_at(word, at, &len) != GLYPH_UPPER)
			return 0;
	return word.len > 0 && !word_is_letter(word);
}

/* "h", "đ.t.s": letters with full stops between them. */
static int is_letters(struct slice token)
{
	size_t at = 0, len;
	while (at < token.len) {
		enum glyph glyph = glyph_at(token, at, &len);
		if (glyph != GLYPH_LOWER && glyph != GLYPH_UPPER)
			return 0;
		at = skip_marks(token, at + len);
		if (at < token.len && token.ptr[at++] != '.')
			return 0;
	}
	return token.len > 0;
}

int token_is_small_initials(const struct stop *stop, struct slice token)
{
	struct slice before;
	if (!stop_in_small(stop))
		return 0;
	if (is_letters(token))
		return 1;
	/* "chị th.", not "5 km." */
	before = token_before_token(stop->text, stop->sentence, token);
	return token.len == 2 && !word_is_syllable(token, 0) && (lexicon_find(stop->lexicon, before) & WORD_PERSON);
}

int stop_in_capitals(const struct stop *stop, struct slice before, size_t at)
{
	return word_in_capitals(word_at(stop->text, at)) && word_in_capitals(before);
}

int begins_behind_initials(const struct stop *stop, size_t at)
{
	unsigned known = lexicon_find(stop->lexicon, word_at(stop->text, at));
	return (known & WORD_STARTER) && !(known & WORD_MIDDLE);
}

int begins_behind_ellipsis(const struct stop *stop, size_t at)
{
	return !(lexicon_find(stop->lexicon, word_at(stop->text, at)) & WORD_MIDDLE);
}

int small_dot_ends(const struct stop *stop, struct slice token, unsigned classes, size_t at)
{
	struct slice word = word_at(stop->text, at), before = token_before_token(stop->text, stop->sentence, token);
	unsigned known = lexicon_find(stop->lexicon, word);
	if (token.len == 0)
		return !stop->quoted || !begins_reporting_clause(stop, at, 0);
	if (classes & (WORD_NEVER | WORD_NUMBER))
		return 0;
	/* "ts. đinh thị lan", "tp. hồ chí minh" */
	if (classes & (WORD_NAME | WORD_CITY))
		return (known & WORD_PREPOSITION) != 0;
	/* "73 độ c. kết quả" */
	if (token_is_small_initials(stop, token))
		return (lexicon_find(stop->lexicon, before) & WORD_LETTERED) || begins_behind_initials(stop, at);
	return 1;
}

/* The word behind begins a text of its own: "… trung quốc.xiaomi đang dự tính", not "example.org". */
int words_part_in_one_case(const struct stop *stop, struct slice part, struct slice word)
{
	struct slice second = second_word(stop->text, (size_t)(word.ptr - stop->text.ptr));
	struct slice before = token_before_token(stop->text, stop->sentence, part);
	size_t len, behind = (size_t)(word.ptr + word.len - stop->text.ptr);
	/* "… NĂM 2030.MỤC TIÊU", "… ngày 26/11/2016.một số" */
	if (part.len > 0 && glyph_before(part, part.len, &len) == GLYPH_DIGIT)
		return word_is_syllable(word, 1) && !word_is_letter(word) && word_is_syllable(second, 1) &&
		       word_is_capital(word) == word_is_capital(second);
	if (word_is_letter(part) || word_is_capital(before) != word_is_capital(part) || !word_is_syllable(part, 1))
		return 0;
	/* "… MÌNH.C. MỘT CÔNG VIỆC" */
	if (word_is_letter(word))
		return part.len > 3 && glyph_at(stop->text, behind, &len) == GLYPH_STOP && word_is_syllable(before, 1);
	return (word_is_syllable(word, 1) || word.len > 3) && word_is_syllable(second, 1) &&
	       word_is_syllable(before, 1);
}
