/* SPDX-License-Identifier: MIT */
#include "segment/item.h"

#include <stdio.h>
#include <string.h>

#include "segment/glyph.h"
#include "segment/onecase.h"
#include "segment/phrase.h"
#include "segment/word.h"

/* Bytes of what may stand before an item's number, and between two items' numbers. */
enum { ITEM_BYTES = 32, LIST_BYTES = 400 };

static int is_roman(struct slice token)
{
	for (size_t i = 0; i < token.len; i++)
		if (!memchr("IVXLC", token.ptr[i], 5))
			return 0;
	return token.len > 0 && token.len < 6;
}

/* "2.1", "3.2.10": the number of a section. */
static int is_section_number(struct slice token)
{
	size_t digits = 0, dots = 0;
	for (size_t i = 0; i < token.len; i++) {
		if (token.ptr[i] >= '0' && token.ptr[i] <= '9')
			digits++;
		else if (token.ptr[i] == '.' && digits > 0)
			dots++, digits = 0;
		else
			return 0;
		if (digits > 2)
			return 0;
	}
	return dots > 0 && digits > 0;
}

/*
 * "1. Samsung - 8.551 2. Sony - 962 3. LG": lines of a list that a crawl joined. A number right behind a number is the next
 * item's, unless both may be parts of one that is written in groups: 0912 345 67 89.
 */
static int follows_number(const struct stop *stop, struct slice before, size_t digits)
{
	size_t len, at = (size_t)(before.ptr - stop->text.ptr);
	if (digits > 2 || glyph_at(before, 0, &len) != GLYPH_DIGIT || glyph_before(before, before.len, &len) != GLYPH_DIGIT)
		return 0;
	while (at > stop->sentence && glyph_before(stop->text, at, &len) == GLYPH_SPACE)
		at -= len;
	return digits == 1 || !word_is_number(before) || (at > stop->sentence && glyph_before(stop->text, at, &len) == GLYPH_DASH);
}

/* "… sẵn sàng 2. Nghe nhạc … mang theo. 3. Nước uống": whether the next number begins a sentence shortly behind. */
static int stands_ahead(const struct stop *stop, int value)
{
	char next[8];
	size_t len = (size_t)snprintf(next, sizeof next, ". %d. ", value), glyph_len;
	size_t ahead = stop->text.len - stop->run;
	const char *from = stop->text.ptr + stop->run;
	/* "… mà tới 7. 10. Kia": a list that counts down. */
	if (glyph_at(stop->text, stop->next, &glyph_len) == GLYPH_DIGIT)
		return 0;
	const char *found = memmem(from, ahead < LIST_BYTES ? ahead : LIST_BYTES, next, len);
	return found && glyph_at(stop->text, (size_t)(found - stop->text.ptr) + len, &glyph_len) == GLYPH_UPPER;
}

/*
 * "1. Tâm sen 2. Gương sen 3. Tua nhị": the number before stands as an item's shortly before, or the next one behind. Not
 * where the word before takes a number: "… học lớp 1. Cháu … học lớp 2. Hai anh em", "… Galaxy Z Flip 5. Máy … Flip 6. Giá".
 */
static int continues_list(const struct stop *stop, struct slice token, struct slice before)
{
	char last[8];
	int value = token.ptr[0] - '0';
	if (token.len > 2 || word_is_capital(before) ||
	    (lexicon_find(stop->lexicon, before) & (WORD_NUMBERED | WORD_LETTERED | WORD_ITEM | WORD_ABBREVIATION)))
		return 0;
	value = token.len == 2 ? value * 10 + token.ptr[1] - '0' : value;
	if (value > 0 && stands_ahead(stop, value + 1))
		return 1;
	if (value < 2)
		return 0;
	size_t len = (size_t)snprintf(last, sizeof last, " %d. ", value - 1), begin = (size_t)(token.ptr - stop->text.ptr);
	size_t from = begin > LIST_BYTES ? begin - LIST_BYTES : 0;
	const char *window = stop->text.ptr + from;
	/* At the beginning of the block there is no blank before it. */
	if (from == 0 && begin > len && memcmp(window, last + 1, len - 1) == 0)
		return 1;
	return memmem(window, begin - from, last, len) != NULL;
}

/* "… như thế nào?Trả lời1. Theo quy định": the item's number is glued to the word before it; not "… 10 km2. Từng đàn". */
static int ends_with_number(const struct stop *stop, struct slice token)
{
	struct slice head = token;
	while (head.len > 0 && head.ptr[head.len - 1] >= '0' && head.ptr[head.len - 1] <= '9')
		head.len--;
	if (head.len == token.len || token.len - head.len > 2 || token.ptr[head.len] == '0' || head.len < 2)
		return 0;
	return !word_is_capital(head) && word_is_syllable(head, 1) &&
	       !(lexicon_find(stop->lexicon, head) & (WORD_NUMBERED | WORD_LETTERED | WORD_ITEM));
}

int token_is_item_number(const struct stop *stop, struct slice token)
{
	size_t begin = (size_t)(token.ptr - stop->text.ptr), len;
	int numeric = word_is_number(token) && token.len <= 3;
	if (ends_with_number(stop, token))
		return 1;
	if (begin <= stop->sentence && is_section_number(token))
		return 1;
	if (!numeric && !is_roman(token) && !word_is_letter(token))
		return 0;
	if (begin <= stop->sentence)
		return 1;
	struct slice before = token_before_token(stop->text, stop->sentence, token);
	if (before.len > 0) {
		if (numeric && (follows_number(stop, before, token.len) || continues_list(stop, token, before)))
			return 1;
		/* "Điều 5.", "Biểu đồ 2.": all that stands before the number. */
		struct slice counted = slice_of(stop->text.ptr + stop->sentence,
						(size_t)(before.ptr + before.len - stop->text.ptr) - stop->sentence);
		return !word_is_letter(token) && word_is_capital(counted) &&
		       (lexicon_find(stop->lexicon, counted) & WORD_ITEM);
	}
	/* Nothing but dashes and brackets since the sentence began, or a colon right before. */
	size_t at = begin;
	enum glyph opener = glyph_before(stop->text, at, &len);
	/* quy định: “1. Loại nhà ở … */
	if (opener == GLYPH_OPEN_QUOTE || opener == GLYPH_QUOTE)
		at -= len;
	while (at > stop->sentence && glyph_before(stop->text, at, &len) == GLYPH_SPACE)
		at -= len;
	int lettered = token.len == 1 && token.ptr[0] >= 'a' && token.ptr[0] <= 'e';
	if (at > stop->sentence && (numeric || lettered) && (stop->text.ptr[at - 1] == ':' || stop->text.ptr[at - 1] == ';'))
		return 1;
	if (at - stop->sentence > ITEM_BYTES)
		return 0;
	while (at > stop->sentence) {
		enum glyph glyph = glyph_before(stop->text, at, &len);
		if (glyph_is_word(glyph) || glyph == GLYPH_PUNCTUATION)
			return 0;
		at -= len;
	}
	return 1;
}

/* Whether the number of an item stands at text[at]: "2. Bạn", "1) Phần mềm", "4. "Đôi khi". */
static int begins_item(const struct stop *stop, size_t at)
{
	struct slice text = stop->text, number = word_at(text, at);
	size_t behind = at + number.len, len;
	if (number.len > 2 || behind >= text.len || (text.ptr[behind] != '.' && text.ptr[behind] != ')') || !word_is_number(number))
		return 0;
	size_t word = skip_space(text, behind + 1);
	enum glyph glyph = glyph_at(text, word, &len);
	return word > behind + 1 && (glyph == GLYPH_UPPER || glyph == GLYPH_OPEN_QUOTE || glyph == GLYPH_QUOTE ||
				     (glyph == GLYPH_LOWER && stop_in_small(stop)));
}

int stop_ends_before_item(const struct stop *stop, size_t at)
{
	size_t len;
	if (!begins_item(stop, at))
		return 0;
	struct slice token = token_before(stop->text, stop->sentence, stop->run), part = token_last_part(token);
	if (part.len == 0 || !(stop->marks & STOP_DOT))
		return 1;
	/* "khóa X.", "rộng 8 m." */
	if (word_is_letter(token)) {
		struct slice before = token_before_token(stop->text, stop->sentence, token);
		return word_is_capital(token) ? (lexicon_find(stop->lexicon, before) & WORD_LETTERED) != 0
					      : word_is_number(token_last_part(before));
	}
	if (token_classes(stop, token) & WORD_ABBREVIATION)
		return 0;
	/* "… năm 2016.3. Các", not "3.2.1. Các" */
	if (glyph_before(stop->text, stop->run, &len) == GLYPH_DIGIT)
		return word_is_number(token) && token.len >= 4;
	return word_is_syllable(part, 0) || part.len > 3 || part.len < token.len || !word_is_capital(part);
}
