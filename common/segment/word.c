/* SPDX-License-Identifier: MIT */
#include "segment/word.h"

#include <string.h>

#include "vietnamese/syllable.h"

int glyph_is_word(enum glyph glyph)
{
	return glyph == GLYPH_UPPER || glyph == GLYPH_LOWER || glyph == GLYPH_DIGIT || glyph == GLYPH_CASELESS;
}

size_t skip_space(struct slice text, size_t at)
{
	size_t len;
	while (glyph_at(text, at, &len) == GLYPH_SPACE)
		at += len;
	return at;
}

struct slice word_at(struct slice text, size_t at)
{
	size_t end = at, len;
	while (glyph_is_word(glyph_at(text, end, &len)) && end - at + len <= LEXICON_MAX_WORD)
		end += len;
	return slice_of(text.ptr + at, end - at);
}

struct slice second_word(struct slice text, size_t at)
{
	return word_at(text, skip_space(text, at + word_at(text, at).len));
}

/* Goes back from text[end] over letters, digits and the ASCII characters of `joints`. */
static struct slice run_before(struct slice text, size_t begin, size_t end, const char *joints)
{
	size_t at = end, len;
	while (at > begin && end - at < LEXICON_MAX_WORD) {
		enum glyph glyph = glyph_before(text, at, &len);
		char c = text.ptr[at - len];
		if (!glyph_is_word(glyph) && (c == '\0' || !strchr(joints, c)))
			break;
		at -= len;
	}
	return slice_of(text.ptr + at, end - at);
}

struct slice word_before(struct slice text, size_t begin, size_t end)
{
	return run_before(text, begin, end, "");
}

struct slice token_before(struct slice text, size_t begin, size_t end)
{
	return run_before(text, begin, end, "./&-@");
}

struct slice token_before_token(struct slice text, size_t begin, struct slice token)
{
	size_t at = (size_t)(token.ptr - text.ptr), end = at, len;
	while (end > begin && at - end < 8 && glyph_before(text, end, &len) == GLYPH_SPACE)
		end -= len;
	return end < at ? token_before(text, begin, end) : slice_of(token.ptr, 0);
}

struct slice token_last_part(struct slice token)
{
	for (size_t i = token.len; i > 0; i--)
		if (token.ptr[i - 1] == '.' || token.ptr[i - 1] == '-')
			return slice_of(token.ptr + i, token.len - i);
	return token;
}

int word_is_number(struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] < '0' || word.ptr[i] > '9')
			return 0;
	return word.len > 0;
}

int word_is_capital(struct slice word)
{
	size_t len;
	return glyph_at(word, 0, &len) == GLYPH_UPPER;
}

size_t skip_marks(struct slice text, size_t at)
{
	while (at + 1 < text.len && (text.ptr[at] & 0xfe) == 0xcc)
		at += 2;
	return at;
}

int word_is_letter(struct slice word)
{
	size_t len;
	enum glyph glyph = glyph_at(word, 0, &len);
	return skip_marks(word, len) == word.len && (glyph == GLYPH_UPPER || glyph == GLYPH_LOWER);
}

int word_is_syllable(struct slice word, int strict)
{
	char buffer[LEXICON_MAX_WORD];
	return syllable_is_valid(word_compose(word, buffer), strict);
}

int word_is_foreign(struct slice word)
{
	return word_is_capital(word) && !word_is_syllable(word, 0);
}
