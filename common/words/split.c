/* SPDX-License-Identifier: MIT */
#include "words/split.h"

#include <string.h>
#include <utf8proc.h>

#include "words/punctuation.h"
#include "words/spelling.h"

/* One code point of the text and what it is. */
struct character {
	uint32_t cp;
	size_t len;
	uint16_t symbol;
	enum character_class class;
};

static struct character character_at(const char *text, size_t at)
{
	struct character c;
	c.len = (size_t)utf8_next(text + at, &c.cp);
	c.symbol = symbol_of(c.cp);
	c.class = symbol_class(c.symbol);
	return c;
}

static struct character character_before(const char *text, size_t at)
{
	struct character c;
	c.len = (size_t)utf8_previous(text, at, &c.cp);
	c.symbol = symbol_of(c.cp);
	c.class = symbol_class(c.symbol);
	return c;
}

static int is_word_class(enum character_class class)
{
	return class == CLASS_LETTER || class == CLASS_ATTACHED || class == CLASS_DIGIT;
}

/* A run of letters, as far as the rules below look at it. */
struct letters {
	size_t begin, end, count;
	int first_upper, all_upper, foreign; /* foreign here: nothing but ASCII */
};

static void letters_add(struct letters *letters, struct character c, int in_front)
{
	int upper = (c.symbol & SYMBOL_UPPER) != 0;
	if (c.cp >= 0x80)
		letters->foreign = 0;
	if (c.class != CLASS_LETTER)
		return;
	if (in_front || letters->count == 0)
		letters->first_upper = upper;
	letters->all_upper &= upper;
	letters->count++;
}

/* Runs longer than this are no abbreviations, and no rule asks how much longer. */
enum { LETTERS_ENOUGH = 16 };

static struct letters letters_after(const char *text, size_t at, size_t end)
{
	struct letters letters = {at, at, 0, 0, 1, 1};
	while (letters.end < end && letters.count < LETTERS_ENOUGH) {
		struct character c = character_at(text, letters.end);
		if (c.class != CLASS_LETTER && c.class != CLASS_ATTACHED)
			break;
		letters_add(&letters, c, 0);
		letters.end += c.len;
	}
	return letters;
}

static struct letters letters_before(const char *text, size_t begin, size_t at)
{
	struct letters letters = {at, at, 0, 0, 1, 1};
	while (letters.begin > begin && letters.count < LETTERS_ENOUGH) {
		struct character c = character_before(text, letters.begin);
		if (c.class != CLASS_LETTER && c.class != CLASS_ATTACHED)
			break;
		letters_add(&letters, c, 1);
		letters.begin -= c.len;
	}
	return letters;
}

static int is_capitalized(const struct letters *letters)
{
	return letters->first_upper && !letters->all_upper;
}

/* What becomes of a mark inside of a run: kept in the token, or the token ends before it, or behind it. */
enum cut { KEEP, CUT_BEFORE, CUT_BEHIND };

/*
 * A full stop between letters. "đồng.Ngoài" lacks a space: three tokens. "TP.Hồ", "P.Bến" are an abbreviation and a
 * name: cut behind. "TP.HCM", "V.League", "N.T.T.H", "v.v", "example.html" stay whole.
 */
static enum cut cut_stop(const char *text, size_t begin, size_t at, size_t end)
{
	struct letters left = letters_before(text, begin, at);
	struct letters right = letters_after(text, at + 1, end);
	if (left.count == 0 || right.count == 0)
		return left.count > 0 && left.count <= 2 && right.count == 0 ? KEEP : CUT_BEFORE;
	if (is_capitalized(&right) && punctuation_is_shortening(slice_of(text + left.begin, at - left.begin)))
		return CUT_BEHIND;
	if (left.count == 1 || right.all_upper)
		return left.count > 1 && !left.first_upper ? CUT_BEFORE : KEEP;
	if (right.first_upper)
		return CUT_BEFORE;
	return left.foreign && right.foreign ? KEEP : CUT_BEFORE;
}

/* "Nội-Hải" of "Hà Nội-Hải Phòng" are two words; "Cam-pu-chia", "check-in", "Jong-Un", "NN-PTNT" are one. */
static enum cut cut_hyphen(const char *text, size_t begin, size_t at, size_t behind, size_t end)
{
	struct letters left = letters_before(text, begin, at), right = letters_after(text, behind, end);
	int single = left.count == 1 && left.first_upper;
	if ((is_capitalized(&left) || (single && !left.foreign)) && is_capitalized(&right) &&
	    (!left.foreign || !right.foreign))
		return CUT_BEFORE;
	return KEEP;
}

/* "km/h", "A/C", "43/2014/NĐ-CP" are one; "đồng/kg", "Reuters/TTXVN" are not. */
static enum cut cut_slash(const char *text, size_t begin, size_t at, size_t end)
{
	struct letters left = letters_before(text, begin, at), right = letters_after(text, at + 1, end);
	if (left.count > 0 && right.count > 0)
		return left.count <= 2 && right.count <= 2 && left.foreign && right.foreign ? KEEP : CUT_BEFORE;
	return right.count == 0 || right.first_upper ? KEEP : CUT_BEFORE;
}

/* What the mark at text[at] of length `len` does, with the token begun at `begin` and the run's core ending at `end`. */
static enum cut cut_at(const char *text, size_t begin, size_t at, struct character mark, size_t end)
{
	const struct punctuation *rule = punctuation_find(mark.cp);
	size_t behind = at + mark.len;
	if (behind >= end)
		return KEEP; /* the core's end was found so: the mark belongs to it */
	struct character left = character_before(text, at), right = character_at(text, behind);
	if (!rule || (!is_word_class(right.class) && !(rule->inner & MARK_BEFORE_MARK)))
		return CUT_BEFORE;
	int digits = (left.class == CLASS_DIGIT) * 2 + (right.class == CLASS_DIGIT);
	static const unsigned sides[] = {MARK_LETTERS, MARK_LETTER_DIGIT, MARK_DIGIT_LETTER, MARK_DIGITS};
	if (!(rule->inner & sides[digits]))
		return rule->inner & MARK_ENDS ? CUT_BEHIND : CUT_BEFORE;
	switch (digits == 3 ? RULE_NONE : rule->rule) {
	case RULE_STOP:
		return cut_stop(text, begin, at, end);
	case RULE_HYPHEN:
		return cut_hyphen(text, begin, at, behind, end);
	case RULE_SLASH:
		return cut_slash(text, begin, at, end);
	default:
		return KEEP;
	}
}

/* Whether a token may begin with the mark: "-5", "+84", "$10" where the run begins, "#metoo", "@ten", "°C". */
static int begins_token(const char *text, size_t run, size_t at, struct character mark, size_t end)
{
	const struct punctuation *rule = punctuation_find(mark.cp);
	if (!rule || at + mark.len >= end)
		return 0;
	struct character next = character_at(text, at + mark.len);
	if (next.class == CLASS_DIGIT)
		return rule->first & MARK_DIGITS && (at == run || rule->first & MARK_LETTERS);
	return next.class == CLASS_LETTER && rule->first & MARK_LETTERS;
}

static size_t piece_end(const char *text, size_t begin, size_t end)
{
	size_t at = begin + character_at(text, begin).len;
	while (at < end) {
		struct character c = character_at(text, at);
		if (!is_word_class(c.class)) {
			enum cut cut = cut_at(text, begin, at, c, end);
			if (cut != KEEP)
				return cut == CUT_BEHIND ? at + c.len : at;
		}
		at += c.len;
	}
	return end;
}

/* Whether there is nothing but marks and white space behind `at`: the sentence ends there. */
static int is_last(const char *text, size_t len, size_t at)
{
	for (int i = 0; at < len && i < 8; i++) {
		struct character c = character_at(text, at);
		if (is_word_class(c.class) || c.class == CLASS_OTHER)
			return 0;
		at += c.len;
	}
	return 1;
}

/*
 * Whether the full stop at text[at] belongs to the abbreviation before it. At the end of a sentence it is the sentence's,
 * but for "v.v.".
 */
static int stop_belongs(const char *text, size_t len, size_t begin, size_t at)
{
	struct letters left = letters_before(text, begin, at);
	if (left.count == 0)
		return 0;
	int dotted = left.begin > begin && text[left.begin - 1] == '.' && left.count <= 2;
	if (dotted && !left.first_upper)
		return 1;
	if (!dotted && !(left.count == 1 && left.first_upper) &&
	    !punctuation_is_shortening(slice_of(text + left.begin, at - left.begin)))
		return 0;
	return !is_last(text, len, at + 1);
}

/* Whether the mark at text[at] may end the token before it, and does: "v.v.", "98%". */
static int ends_token(const char *text, size_t len, size_t begin, size_t at, const struct punctuation *rule)
{
	if (!rule || !rule->last || at <= begin)
		return 0;
	struct character previous = character_before(text, at);
	unsigned side = previous.class == CLASS_DIGIT ? MARK_DIGITS : previous.class == CLASS_LETTER ? MARK_LETTERS : 0;
	return rule->last & side && (rule->rule != RULE_STOP || stop_belongs(text, len, begin, at));
}

/* Where the marks begin that end the run. */
static size_t core_end(const char *text, size_t len, size_t begin, size_t end)
{
	for (size_t at = end; at > begin;) {
		struct character c = character_before(text, at);
		if (is_word_class(c.class))
			return at;
		size_t before = at - c.len;
		if (ends_token(text, len, begin, before, punctuation_find(c.cp)))
			return at;
		at = before;
	}
	return begin;
}

/* The end of a mark: of a run of the same ("...", "--"), or of an emoji with all that belongs to it. */
static size_t mark_end(const char *text, size_t at, size_t end)
{
	struct character c = character_at(text, at);
	const struct punctuation *rule = punctuation_find(c.cp);
	size_t to = at + c.len;
	utf8proc_int32_t state = 0;
	uint32_t previous = c.cp;
	while (to < end) {
		struct character next = character_at(text, to);
		int same = rule && rule->runs && next.cp == c.cp;
		if (!same && (next.cp < 0x80 || utf8proc_grapheme_break_stateful((utf8proc_int32_t)previous,
										(utf8proc_int32_t)next.cp, &state)))
			break;
		previous = next.cp;
		to += next.len;
	}
	return to;
}

/* Digits in a key stand for their number only, but for years: 1975 and 2026 are one key, 75 and 26 another. */
static void spell_digits(struct spelling *spelling, const char *text, size_t *at, size_t end)
{
	size_t begin = *at, count = 0;
	while (*at < end) {
		struct character c = character_at(text, *at);
		if (c.class != CLASS_DIGIT)
			break;
		*at += c.len;
		count++;
	}
	int year = count == 4 && (text[begin] == '1' || text[begin] == '2');
	spelling_code(spelling, 40 + (year ? 6 : (uint32_t)(count < 5 ? count : 5)));
}

/* Which shape a token has that is more than letters. */
static uint8_t shape_of(const struct spelling *spelling, int digits, int special, uint32_t last)
{
	if (special)
		return SHAPE_CODE;
	if (digits)
		return spelling->letters > 0 ? SHAPE_CODE : SHAPE_NUMBER;
	if (last == '.')
		return spelling->letters == 1 ? SHAPE_INITIAL : SHAPE_SHORTENED;
	return SHAPE_COMPOUND;
}

static struct token piece_token(const char *text, size_t begin, size_t end, int special)
{
	struct spelling spelling = {0};
	int digits = 0, others = 0;
	uint32_t last = 0;
	for (size_t at = begin; at < end;) {
		struct character c = character_at(text, at);
		last = c.cp;
		if (c.class == CLASS_DIGIT) {
			digits++;
			spell_digits(&spelling, text, &at, end);
			continue;
		}
		if (c.class == CLASS_LETTER && c.symbol & SYMBOL_CODE)
			spelling_letter(&spelling, c.symbol);
		else if (c.class == CLASS_LETTER)
			spelling_foreign(&spelling, c.cp, c.symbol);
		else if (c.class == CLASS_ATTACHED)
			spelling_attach(&spelling, c.cp);
		else if (++others)
			spelling_code(&spelling, 48 + (c.cp & 15));
		at += c.len;
	}
	struct token token;
	if (digits == 0 && others == 0) {
		spelling_token(&spelling, begin, end, &token);
		return token;
	}
	if (special)
		spelling.packed = 63;
	uint8_t shape = shape_of(&spelling, digits, special, last);
	return (struct token){.begin = begin, .end = end, .key = spelling_key(&spelling), .shape = shape};
}

static struct token mark_token(const char *text, size_t begin, size_t end)
{
	uint32_t cp;
	utf8_next(text + begin, &cp);
	const struct punctuation *rule = punctuation_find(cp);
	uint32_t key = rule && rule->like ? rule->like : cp;
	return (struct token){
		.begin = begin, .end = end, .key = key * 0x9e3779b1u, .shape = rule ? rule->shape : SHAPE_STOP};
}

size_t split_run(const char *text, size_t len, size_t begin, size_t end, struct token *tokens, size_t max, size_t *next)
{
	size_t count = 0, at = begin, core = core_end(text, len, begin, end);
	while (at < end && count < max) {
		struct character c = character_at(text, at);
		if (at >= core || (!is_word_class(c.class) && !begins_token(text, begin, at, c, core))) {
			size_t to = mark_end(text, at, end);
			tokens[count++] = mark_token(text, at, to);
			at = to;
			continue;
		}
		size_t to = address_end(text, at, core);
		int special = to > at;
		if (!special)
			to = piece_end(text, at, core);
		tokens[count++] = piece_token(text, at, to, special);
		at = to;
	}
	*next = at;
	return count;
}

int split_is_apart(const char *text, size_t len, size_t begin, size_t at)
{
	return !ends_token(text, len, begin, at, punctuation_find((unsigned char)text[at]));
}

struct token split_mark(const char *text, size_t at)
{
	return mark_token(text, at, at + 1);
}
