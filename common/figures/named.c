/* SPDX-License-Identifier: MIT */
/* Numbers that belong to a name or to a noun before them: models, versions, floors, the minute of a goal. */
#include "figures/date.h"
#include "figures/label.h"
#include "figures/quantity.h"
#include "vietnamese/syllable.h"

/* TP HCM 5 ca: an abbreviation of two words is a place or an office; AIPA 40 is a name. */
static int is_place_in_capitals(const struct scan *scan, size_t at)
{
	/* but Lexus LC 500 */
	return token_at(scan, at)->letters == CASE_UPPER && at > 0 && is_word(scan, at - 1) &&
	       token_at(scan, at - 1)->letters != CASE_LOWER &&
	       !(token_at(scan, at - 1)->letters == CASE_CAPITAL && !syllable_is_valid(scan_word(scan, at - 1), 1));
}

static int is_ascii(struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if ((unsigned char)word.ptr[i] >= 0x80)
			return 0;
	return 1;
}

/* A word of another language before a number: iPhone, Games, set, serie; no unit and no currency. */
static int is_foreign(const struct scan *scan, size_t at)
{
	struct slice word = scan_word(scan, at);
	return token_at(scan, at)->letters != CASE_UPPER && word.len > 1 && is_ascii(word) &&
	       !syllable_is_valid(word, 1) && !lex_at(scan, LEX_UNIT, at, NULL) &&
	       !lex_at(scan, LEX_CURRENCY, at, NULL);
}

/* UPU 46 năm 2017, Nhơn Trạch 3 cuối năm: a date goes on behind the number; "2 ngày 8 và 9-11" counts the days. */
static int begins_date(const struct scan *scan, size_t at)
{
	size_t end;
	if (token_starts(token_at(scan, at)) & (SET(REL_DAY) | SET(WEEKDAY)))
		return 1;
	if (lex_at(scan, LEX_EDGE, at, &end))
		return glue_at(scan, end) == GLUE_YEAR || glue_at(scan, end) == GLUE_MONTH;
	return date_follows(scan, at) && glue_at(scan, at) != GLUE_DAY;
}

/* What ends a noun phrase behind its number: a mark, a capital, a word that is never counted. */
static int closes(const struct scan *scan, size_t at)
{
	/* 6 "viên uống": what opens a quotation goes on */
	if (!is_word(scan, at))
		return is_glued(scan, at) || !is_mark_of(scan, at, U"\"“");
	if (token_at(scan, at)->letters != CASE_LOWER)
		return !lex_at(scan, LEX_COUNTED, at, NULL);
	if (date_follows(scan, at) || begins_date(scan, at))
		return 1;
	const struct lex_entry *stop = lex_at(scan, LEX_STOP, at, NULL);
	/* động cơ 4 thì counts strokes */
	return stop && stop->value != STOP_NOUN && glue_at(scan, at) != GLUE_THEN;
}

/* "hai con 9 và 14 tuổi", "tầng 5 đến 7 mét": the number belongs to what the next one counts. */
static int shares_count(const struct scan *scan, size_t at)
{
	int glue = glue_at(scan, at);
	int joins = is_mark(scan, at, ',') || glue == GLUE_AND || glue == GLUE_OR || joint_read(scan, at) > at;
	return joins && is_digits(scan, at + 1) && counts_behind(scan, at + 2);
}

/*
 * tầng 7, bàn 3, chặng 20: what is counted stands behind its number; a number behind the noun, with nothing behind that
 * goes on, tells which one it is. "mỗi đội 11," counts.
 */
static int is_numbered_noun(const struct scan *scan, size_t at)
{
	size_t begin;
	const struct lex_entry *label = lex_before(scan, LEX_LABEL, at, NULL);
	if (!lex_before(scan, LEX_COUNTED, at, &begin) || (label && label->value == LABEL_NONE) || !closes(scan, at + 1))
		return 0;
	return !(begin > 0 && (glue_at(scan, begin - 1) == GLUE_EACH || glue_at(scan, begin - 1) == GLUE_WHOLE)) &&
	       !shares_count(scan, at + 1);
}

/* A capital that only opens the sentence, or a quotation, is no name; "TPP 11" is one. */
static int opens_sentence(const struct scan *scan, size_t at)
{
	if (token_at(scan, at)->letters == CASE_UPPER && token_len(scan, at) > 2 && at > 0)
		return 0;
	return at == 0 || is_mark_of(scan, at - 1, U"\"“:");
}

/* Whether the number behind the word before it is part of a name: Mazda 3, Vĩnh Tân 4, iPhone 11 màu tím. */
static int is_of_name(const struct scan *scan, size_t at, size_t next)
{
	const struct lex_entry *label = lex_before(scan, LEX_LABEL, at, NULL);
	if (label && (label->value == LABEL_RANK || label->value == LABEL_NONE))
		return 0;
	int version = next > at + 1 && token_at(scan, at - 1)->letters == CASE_UPPER;
	if ((version || is_foreign(scan, at - 1)) && !shares_count(scan, next))
		return 1;
	/* Hà Nội 3, TP HCM 5. */
	if (token_at(scan, at - 1)->letters == CASE_LOWER ||
	    (is_place_in_capitals(scan, at - 1) && !is_word(scan, next)) ||
	    (is_mark(scan, next, '(') && !scan_is_name(scan, at - 2)))
		return 0;
	/* Snapdragon 8 Elite, (43 Hai Bà Trưng: a name on both sides, or on one and a mark on the other. */
	if (is_word(scan, next) && token_at(scan, next)->letters != CASE_LOWER && !lex_at(scan, LEX_COUNTED, next, NULL))
		return 1;
	return !opens_sentence(scan, at - 1) &&
	       (!is_word(scan, next) || lex_at(scan, LEX_STOP, next, NULL) || begins_date(scan, next));
}

/* bệnh viện Nhi đồng 2, ĐH Nông nghiệp 1 chỉ: the name of a house goes on in small letters up to its number. */
static int is_of_institution(const struct scan *scan, size_t at)
{
	enum { LONGEST = 5 };
	if (token_len(scan, at) > 2 ||
	    (is_lower_word(scan, at + 1) && !lex_at(scan, LEX_STOP, at + 1, NULL) && !begins_date(scan, at + 1)))
		return 0;
	for (size_t n = 1; n <= LONGEST && n < at && is_word(scan, at - n); n++) {
		if (lex_at(scan, LEX_STOP, at - n, NULL))
			return 0;
		if (scan_is_name(scan, at - n) && lex_before(scan, LEX_INSTITUTION, at - n, NULL))
			return 1;
	}
	return 0;
}

/* "Giả thiết 2: …", "Mẹo 5:": what opens a sentence and is numbered before a colon is a heading. */
static int is_heading(const struct scan *scan, size_t at)
{
	enum { LONGEST = 3 };
	if (at > LONGEST || !is_mark(scan, at + 1, ':') || !is_glued(scan, at + 1) || token_len(scan, at) > 2 ||
	    is_glued(scan, at + 2) || token_at(scan, 0)->letters != CASE_CAPITAL)
		return 0;
	for (size_t i = 0; i < at; i++)
		if (!is_word(scan, i) || glue_at(scan, i) == GLUE_MINUTE || (i > 0 && token_at(scan, i)->letters != CASE_LOWER) ||
		    lex_at(scan, LEX_STOP, i, NULL) || glue_at(scan, i) == GLUE_NUMBER_SIGN)
			return 0;
	return !lex_before(scan, LEX_MOD, at, NULL) && !lex_before(scan, LEX_LINK, at, NULL);
}

/* (Anh, 16), (CH Czech, 3): where a player is from, and the place on the list. */
static int is_seed(const struct scan *scan, size_t at)
{
	enum { LONGEST = 4 };
	if (at < 3 || !is_mark(scan, at - 1, ',') || !is_mark(scan, at + 1, ')') || token_len(scan, at) > 2)
		return 0;
	for (size_t n = 2; n <= LONGEST && n < at; n++) {
		if (!scan_is_name(scan, at - n))
			return 0;
		if (is_mark(scan, at - n - 1, '('))
			return 1;
	}
	return 0;
}

/* "Ben Davies - 7 Eric Dier - 7 Victor": marks of players in a row. */
static int is_mark_of_player(const struct scan *scan, size_t at)
{
	return at > 1 && scan_is_dash(scan, at - 1) && !is_glued(scan, at - 1) && !is_glued(scan, at) &&
	       scan_is_name(scan, at - 2) && scan_digits_value(scan, at) <= 10 && scan_is_name(scan, at + 1) &&
	       !lex_at(scan, LEX_COUNTED, at + 1, NULL);
}

/* (27'), De Bruyne (29'): the minute of a goal in brackets. Returns the token behind it, or 0. */
static size_t read_minute(const struct scan *scan, size_t at)
{
	int prime = is_prime(scan, at + 1);
	int opens = at > 0 && (is_mark(scan, at - 1, '(') || is_mark(scan, at - 1, ','));
	return prime && opens && is_glued(scan, at + 1) && token_len(scan, at) <= 3 &&
			       (is_mark(scan, at + 2, ')') || is_mark(scan, at + 2, ','))
		       ? at + 2
		       : 0;
}

/* The point of a version, which no Vietnamese number has: PM 2.5, Firefox 1.5. Returns at if there is none. */
static size_t skip_version(const struct scan *scan, size_t at)
{
	int point = is_mark(scan, at, '.') && joins_digits(scan, at);
	int more = point && is_glued(scan, at + 2) && (is_word(scan, at + 2) || is_digits(scan, at + 3));
	return point && token_len(scan, at - 1) <= 2 && token_len(scan, at + 1) < 3 && !more ? at + 2 : at;
}

/* 3 trong 1, 2-trong-1; 1 đổi 1: a manner of making or doing it, if nothing is counted. Returns its end, or 0. */
static size_t read_manner(const struct scan *scan, size_t at)
{
	size_t word = scan_is_dash(scan, at + 1) ? at + 2 : at + 1;
	size_t last = scan_is_dash(scan, word + 1) ? word + 2 : word + 1;
	if (token_len(scan, at) > 1 || !is_word(scan, word) || !is_digits(scan, last) ||
	    scan_digits_value(scan, last) != 1 || token_len(scan, last) > 1 || counts_behind(scan, last + 1))
		return 0;
	int same = scan_digits_value(scan, at) == 1 && last == at + 2 && !is_glued(scan, word) &&
		   !counts_behind(scan, word);
	return glue_at(scan, word) == GLUE_GENERAL || same ? last + 1 : 0;
}

/* 4.0, 2.0: a version; what is measured so has its comma, and marks of a test say that they are. */
static size_t read_version(const struct scan *scan, size_t at)
{
	if (token_len(scan, at) > 2 || !is_mark(scan, at + 1, '.') || !is_glued(scan, at + 1) ||
	    !is_digits(scan, at + 2) || !is_glued(scan, at + 2) || token_len(scan, at + 2) != 1 ||
	    scan_digits_value(scan, at + 2) != 0 || is_glued(scan, at) ||
	    (is_glued(scan, at + 3) && (is_word(scan, at + 3) || is_digits(scan, at + 4))))
		return 0;
	const struct lex_entry *label = lex_before(scan, LEX_LABEL, at, NULL);
	int marked = (label && label->value == LABEL_NONE) || lex_at(scan, LEX_LABEL, at + 3, NULL) ||
		     lex_before(scan, LEX_MOD, at, NULL) || lex_before(scan, LEX_LINK, at, NULL) ||
		     lex_before(scan, LEX_CHANGE, at, NULL);
	return marked || counts_behind(scan, at + 3) ? 0 : at + 3;
}

/* sinh viên năm 3, hết năm 4: which year it is; "mỗi năm 3 lần" counts. */
static int is_numbered_year(const struct scan *scan, size_t at)
{
	enum { MOST = 8 };
	return glue_at(scan, at - 1) == GLUE_YEAR && token_len(scan, at) == 1 && scan_digits_value(scan, at) <= MOST &&
	       !(at > 1 && (glue_at(scan, at - 2) == GLUE_EACH || glue_at(scan, at - 2) == GLUE_ONE)) &&
	       closes(scan, at + 1) && !joins_digits(scan, at + 1);
}

/* ở tuần 24, tính đến tuần 43: which week it is; "mỗi tuần 3 buổi" counts. */
static int is_numbered_week(const struct scan *scan, size_t at)
{
	return glue_at(scan, at - 1) == GLUE_WEEK && token_len(scan, at) <= 2 && closes(scan, at + 1) &&
	       !joins_digits(scan, at + 1) && !is_mark_of(scan, at + 1, U"%/-") &&
	       !(at > 1 && (is_each(scan, at - 2) || glue_at(scan, at - 2) == GLUE_ONE || is_digits(scan, at - 2)));
}

/* Nghị định 09, 80 và 86; HSV1 và 2: what a list goes on with behind a number that names. */
static int is_listed_behind_name(const struct scan *scan, size_t at)
{
	int glue = glue_at(scan, at - 1);
	if (at < 3 || (!is_mark(scan, at - 1, ',') && glue != GLUE_AND && glue != GLUE_OR) || !is_digits(scan, at - 2))
		return 0;
	if (scan->last_kind == KIND_DOCREF && scan->last_end + 1 == at)
		return 1;
	return is_glued(scan, at - 2) && is_word(scan, at - 3) && token_at(scan, at - 3)->letters == CASE_UPPER &&
	       scan->last_end + 1 != at && !is_glued(scan, at) && token_len(scan, at) <= token_len(scan, at - 2);
}

/* km129 + 600: a place on a road. */
static int is_on_road(const struct scan *scan, size_t at)
{
	return at > 2 && is_mark(scan, at - 1, '+') && is_digits(scan, at - 2) &&
	       (word_is(scan, at - 3, "km") || word_is(scan, at - 3, "Km"));
}

/* 65A - 111.33, 51C - 4284, QB - 116.19 TS: the second half of a number plate. Returns the token behind it, or 0. */
static size_t read_plate_half(const struct scan *scan, size_t at)
{
	int letter = at > 2 && is_word(scan, at - 2) && token_len(scan, at - 2) == 1 &&
		     token_at(scan, at - 2)->letters != CASE_LOWER && is_glued(scan, at - 2) && is_digits(scan, at - 3) &&
		     token_len(scan, at - 3) == 2;
	int point = is_mark(scan, at + 1, '.') && joins_digits(scan, at + 1) && token_len(scan, at + 2) == 2;
	size_t end = point ? at + 3 : at + 1;
	int boat = word_is(scan, end, "TS") && at > 1 && token_at(scan, at - 2)->letters == CASE_UPPER;
	return (letter || boat) && token_len(scan, at) > 2 ? end : 0;
}

/* (Isco 64, 6.5): the mark behind a minute in brackets. Returns its end, or at. */
static size_t skip_mark(const struct scan *scan, size_t at)
{
	if (!is_mark(scan, at, ',') || !is_digits(scan, at + 1) || token_len(scan, at + 1) > 2)
		return at;
	int half = is_mark(scan, at + 2, '.') && is_glued(scan, at + 2) && is_digits(scan, at + 3);
	size_t end = half ? at + 4 : at + 2;
	return is_mark(scan, end, ')') ? end : at;
}

/* It counts only where a noun or a unit follows. */
size_t named_number_read(const struct scan *scan, size_t at)
{
	if (!is_digits(scan, at) || at < 1 || token_len(scan, at) > 7)
		return 0;
	size_t special = read_manner(scan, at);
	if (!special)
		special = read_version(scan, at);
	if (!special && scan_is_dash(scan, at - 1))
		special = read_plate_half(scan, at);
	if (special)
		return special;
	const struct lex_entry *model = lex_at(scan, LEX_LABEL_AFTER, at + 1, NULL);
	if ((model && model->value == AFTER_MODEL) || is_heading(scan, at) || is_numbered_year(scan, at) ||
	    is_mark_of_player(scan, at) || is_seed(scan, at) || is_numbered_week(scan, at) ||
	    is_on_road(scan, at))
		return at + 1;
	if (is_listed_behind_name(scan, at) && !counts_behind(scan, at + 1) && !joins_digits(scan, at + 1))
		return label_skip_list(scan, at + 1);
	size_t minute = read_minute(scan, at);
	if (minute)
		return minute;
	if (is_glued(scan, at) || !is_word(scan, at - 1) || (year_at(scan, at) >= 1900 && year_at(scan, at) <= 2100))
		return 0;
	size_t next = skip_version(scan, at + 1);
	/* Bigas 63': the minute of a goal */
	if (is_prime(scan, next) && is_glued(scan, next) && token_at(scan, at - 1)->letters != CASE_LOWER)
		return next + 1;
	/* Other marks on the number make it part of something. */
	int joined = is_glued(scan, next) && !is_mark_of(scan, next, U".,;:?!…()\"”&/+");
	int decimal = joins_digits(scan, next) && !is_mark(scan, next, '(') && !is_mark(scan, next, '&');
	/* Mi 11 - mẫu máy này; but 5 - 7 */
	int range = scan_is_dash(scan, next) && (is_glued(scan, next) || is_digits(scan, next + 1));
	if (joined || decimal || range ||
	    !(is_of_name(scan, at, next) || is_of_institution(scan, at) ||
	      (next == at + 1 && is_numbered_noun(scan, at))))
		return 0;
	/* Hypermotard 796 trang bị phanh đĩa: a verb, no page */
	size_t verb_end = next;
	int verb = lex_at(scan, LEX_STOP, next, &verb_end) && verb_end > next + 1;
	return counts_behind(scan, next) && !verb ? 0 : skip_mark(scan, label_skip_list(scan, next));
}
