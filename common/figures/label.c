/* SPDX-License-Identifier: MIT */
/* Numbers that name and count nothing: labels, models, addresses, list markers, groups of a version. They are no
 * figures. */
#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"
#include "vietnamese/syllable.h"

/* "tổng số", "tỷ số": the label's word belongs to the one before. */
static int is_other_word(const struct scan *scan, size_t at)
{
	size_t end;
	const struct lex_entry *longer = lex_at(scan, LEX_LABEL, at - 1, &end);
	return longer && longer->value == 3 && end == at + 1;
}

/* ngày 31-4, tháng 18: what the rules for dates have refused is no number either. */
static size_t read_impossible_date(const struct scan *scan, size_t at)
{
	int glue = glue_at(scan, at);
	if ((glue != GLUE_DAY && glue != GLUE_MONTH) || !is_digits(scan, at + 1) || token_len(scan, at + 1) > 2)
		return 0;
	size_t end = at + 2;
	while ((is_mark(scan, end, '/') || scan_is_dash(scan, end) || is_mark(scan, end, '.')) && is_glued(scan, end) &&
	       is_digits(scan, end + 1) && is_glued(scan, end + 1))
		end += 2;
	if (counts_behind(scan, end) ||
	    (is_mark(scan, end, ',') && is_digits(scan, end + 1) && is_glued(scan, end + 1)))
		return 0;
	return glue == GLUE_DAY ? (end > at + 2 ? end : 0) : scan_digits_value(scan, at + 1) > 12 ? end : 0;
}

/* A list goes on with the numbers of the same label or name: lớp 1, 2, 3; phường 1 và 2; Windows 7 và 8. */
static size_t skip_list(const struct scan *scan, size_t end)
{
	while ((is_mark(scan, end, ',') || is_mark(scan, end, '&') || glue_at(scan, end) == GLUE_AND ||
		glue_at(scan, end) == GLUE_OR || scan_is_dash(scan, end)) &&
	       is_digits(scan, end + 1) && token_len(scan, end + 1) <= 3 && !counts_behind(scan, end + 2) &&
	       !(is_glued(scan, end + 2) && is_digits(scan, end + 3) && is_glued(scan, end + 3)))
		end += 2;
	return end;
}

/* thôn 10 xã Kiến Thành: a larger place and its name behind the number of a smaller one. */
static int is_place_of_name(const struct scan *scan, size_t at)
{
	static const char *const places[] = {"xã", "phường", "quận", "huyện", "thị", "thành", "tỉnh"};
	size_t end;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (word_is(scan, at, places[i]))
			return lex_at(scan, LEX_COUNTED, at, &end) != NULL && scan_is_name(scan, end);
	return 0;
}

/* lớp 2, khóa XIV, đường 3 Tháng 2, bão số 10, vòng 1/8, Mega 6/45, hiệp hai */
static size_t read_label(const struct scan *scan, size_t at)
{
	size_t from, end;
	const struct lex_entry *label = lex_at(scan, LEX_LABEL, at, &from);
	if (!label || label->value == 3 || label->value == 9 ||
	    (label->value == 2 && scan->tokens[at].letters == CASE_LOWER))
		return 0;
	if (at > 0 && is_other_word(scan, at))
		return 0;
	int strong = label->flags & LEX_STRONG || glue_at(scan, from) == GLUE_NUMBER_SIGN;
	if (glue_at(scan, from) == GLUE_NUMBER_SIGN)
		from++;
	if (is_mark(scan, from, ':') || (is_mark(scan, from, '.') && is_glued(scan, from)) ||
	    (scan_is_dash(scan, from) && is_glued(scan, from)))
		from++;
	if (is_digits(scan, from)) {
		end = scan_code_end(scan, from);
		/* phần 38,4% and phòng 1,2 triệu are no labels */
		if (is_mark(scan, from + 1, ',') && is_glued(scan, from + 1) && is_digits(scan, from + 2) &&
		    is_glued(scan, from + 2))
			return 0;
		/* đường 3 Tháng 2, đường 30 Tháng 4 */
		if (glue_at(scan, end) == GLUE_MONTH && scan->tokens[end].letters != CASE_LOWER)
			end = is_digits(scan, end + 1) || may_start(scan, end + 1, LEX_MONTH_NAME) ? end + 2 : end;
		if (end > from)
			end = skip_list(scan, end);
		struct clock clock;
		/* giai đoạn 2 đề án: behind a label that is nothing else, only a unit makes a count */
		strong |= is_place_of_name(scan, end);
		int counted = strong ? unit_behind(scan, end) : counts_behind(scan, end);
		if (counted || clock_read(scan, from, &clock))
			return 0;
		/* giai đoạn 2021-2025; but mã số 2025 */
		if (year_at(scan, from) >= 1930 && year_at(scan, from) <= 2050 &&
		    glue_at(scan, from - 1) != GLUE_NUMBER_SIGN)
			return 0;
		return end;
	}
	if (label->value != 1 || !is_word(scan, from))
		return 0;
	if (number_roman(scan_word(scan, from)))
		return from + 1;
	const struct lex_entry *digit = lex_at(scan, LEX_DIGIT, from, NULL);
	return digit && digit->value != 5 && !counts_behind(scan, from + 1) && !lex_at(scan, LEX_SCALE, from + 1, NULL)
		       ? from + 1
		       : 0;
}

/* A street's name at the token: Hai Bà Trưng, đường Láng. */
static int is_street(const struct scan *scan, size_t at)
{
	static const char *const words[] = {"đường", "phố", "ngõ", "hẻm", "ngách"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (word_is(scan, at, words[i]))
			return is_word(scan, at + 1) && scan->tokens[at + 1].letters == CASE_CAPITAL;
	return is_word(scan, at) && scan->tokens[at].letters == CASE_CAPITAL && is_word(scan, at + 1) &&
	       scan->tokens[at + 1].letters == CASE_CAPITAL && !lex_at(scan, LEX_COUNTED, at, NULL);
}

/* "ở 43 Hai Bà Trưng": a house and its street. */
static int is_address(const struct scan *scan, size_t at)
{
	static const char *const places[] = {"ở", "tại", "chỉ", "số"};
	int place = is_mark(scan, at - 1, '(') || is_mark(scan, at - 1, ',') || is_mark(scan, at - 1, ':');
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		place |= word_is(scan, at - 1, places[i]);
	return place && !is_glued(scan, at + 1) && is_street(scan, at + 1);
}

/* TP HCM 5 ca: an abbreviation of two words is a place or an office; AIPA 40 is a name. */
static int is_place_in_capitals(const struct scan *scan, size_t at)
{
	return scan->tokens[at].letters == CASE_UPPER && at > 0 && is_word(scan, at - 1) &&
	       scan->tokens[at - 1].letters != CASE_LOWER;
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
	return scan->tokens[at].letters != CASE_UPPER && word.len > 1 && is_ascii(word) &&
	       !syllable_is_valid(word, 1) && !lex_at(scan, LEX_UNIT, at, NULL) &&
	       !lex_at(scan, LEX_CURRENCY, at, NULL);
}

/* What ends a noun phrase behind its number: a mark, a capital, a word that is never counted. */
static int closes(const struct scan *scan, size_t at)
{
	/* 6 "viên uống": what opens a quotation goes on */
	if (!is_word(scan, at))
		return is_glued(scan, at) || (!is_mark(scan, at, '"') && !is_mark(scan, at, 0x201c));
	if (scan->tokens[at].letters != CASE_LOWER)
		return !lex_at(scan, LEX_COUNTED, at, NULL);
	/* đợt 1 năm 2021 */
	if (date_follows(scan, at))
		return 1;
	const struct lex_entry *stop = lex_at(scan, LEX_STOP, at, NULL);
	/* động cơ 4 thì counts strokes */
	return stop && stop->value > 0 && !word_is(scan, at, "thì");
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
	if (!lex_before(scan, LEX_COUNTED, at, &begin) || (label && label->value == 3) || !closes(scan, at + 1))
		return 0;
	return !(begin > 0 && (glue_at(scan, begin - 1) == GLUE_EACH || glue_at(scan, begin - 1) == GLUE_WHOLE)) &&
	       !shares_count(scan, at + 1);
}

/* A capital that only opens the sentence, or a quotation, is no name. */
static int opens_sentence(const struct scan *scan, size_t at)
{
	return at == 0 || is_mark(scan, at - 1, '"') || is_mark(scan, at - 1, 0x201c) || is_mark(scan, at - 1, ':');
}

/* Whether the number behind the word before it is part of a name: Mazda 3, Vĩnh Tân 4, iPhone 11 màu tím. */
static int is_of_name(const struct scan *scan, size_t at, size_t next)
{
	const struct lex_entry *label = lex_before(scan, LEX_LABEL, at, NULL);
	if (label && (label->value == 9 || label->value == 3))
		return 0;
	int version = next > at + 1 && scan->tokens[at - 1].letters == CASE_UPPER;
	if ((version || is_foreign(scan, at - 1)) && !shares_count(scan, next))
		return 1;
	/* Hà Nội 3, TP HCM 5. */
	if (scan->tokens[at - 1].letters == CASE_LOWER ||
	    (is_place_in_capitals(scan, at - 1) && !is_word(scan, next)) ||
	    (is_mark(scan, next, '(') && !scan_is_name(scan, at - 2)))
		return 0;
	/* Snapdragon 8 Elite, (43 Hai Bà Trưng: a name on both sides, or on one and a mark on the other. */
	if (is_word(scan, next) && scan->tokens[next].letters != CASE_LOWER && !lex_at(scan, LEX_COUNTED, next, NULL))
		return 1;
	return !opens_sentence(scan, at - 1) && (!is_word(scan, next) || lex_at(scan, LEX_STOP, next, NULL));
}

/* The point of a version, which no Vietnamese number has: PM 2.5, Firefox 1.5. Returns at if there is none. */
static size_t skip_version(const struct scan *scan, size_t at)
{
	int point = is_mark(scan, at, '.') && is_glued(scan, at) && is_digits(scan, at + 1) && is_glued(scan, at + 1);
	int more = point && is_glued(scan, at + 2) && (is_word(scan, at + 2) || is_digits(scan, at + 3));
	return point && token_len(scan, at - 1) <= 2 && token_len(scan, at + 1) < 3 && !more ? at + 2 : at;
}

/* Marks that stand on a number without being part of it. */
static int closes_tightly(uint32_t mark)
{
	static const uint32_t marks[] = {'.', ',', ')', ';', '"', 0x201d, ':', '?', '('};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (mark == marks[i])
			return 1;
	return 0;
}

/* A number behind a name or a noun counts only where a noun or a unit follows. */
static size_t read_named(const struct scan *scan, size_t at)
{
	if (!is_digits(scan, at) || at < 1 || token_len(scan, at) > 7)
		return 0;
	/* 1 đổi 1, một kèm một: a manner of doing it */
	if (token_len(scan, at) == 1 && is_word(scan, at + 1) && !is_glued(scan, at + 1) && is_digits(scan, at + 2) &&
	    token_len(scan, at + 2) == 1 && scan_digits_value(scan, at) == scan_digits_value(scan, at + 2) &&
	    scan_digits_value(scan, at) == 1 && !counts_behind(scan, at + 1) && !counts_behind(scan, at + 3))
		return at + 3;
	const struct lex_entry *model = lex_at(scan, LEX_LABEL_AFTER, at + 1, NULL);
	if ((model && model->value == 1) || is_address(scan, at))
		return at + 1;
	/* ngụ 60/4 Nguyễn Văn Đậu */
	if (is_mark(scan, at + 1, '/') && is_glued(scan, at + 1) && is_digits(scan, at + 2) && is_glued(scan, at + 2) &&
	    is_street(scan, at + 3))
		return at + 3;
	int year = year_at(scan, at) >= 1900 && year_at(scan, at) <= 2100;
	if (is_glued(scan, at) || !is_word(scan, at - 1) || year)
		return 0;
	size_t next = skip_version(scan, at + 1);
	/* Bigas 63': the minute of a goal */
	if (is_mark(scan, next, '\'') && is_glued(scan, next) && scan->tokens[at - 1].letters != CASE_LOWER)
		return next + 1;
	int joined = is_glued(scan, next) && !closes_tightly(scan->tokens[next].mark);
	int decimal = is_glued(scan, next) && is_digits(scan, next + 1) && is_glued(scan, next + 1);
	/* Mi 11 - mẫu máy này; but 5 - 7 */
	int range = scan_is_dash(scan, next) && (is_glued(scan, next) || is_digits(scan, next + 1));
	if (joined || decimal || range ||
	    !(is_of_name(scan, at, next) || (next == at + 1 && is_numbered_noun(scan, at))))
		return 0;
	return counts_behind(scan, next) ? 0 : skip_list(scan, next);
}

/* The marker of a list at the beginning: "1. Về kinh tế", "2) Các". */
static size_t read_list_marker(const struct scan *scan, size_t at)
{
	/* (5), in running text */
	if (at > 0 && is_digits(scan, at) && token_len(scan, at) <= 2 && is_mark(scan, at - 1, '(') &&
	    is_mark(scan, at + 1, ')'))
		return at + 1;
	uint32_t before = at > 0 ? scan->tokens[at - 1].mark : '.';
	/* "… Company, Ltd. - 1.414 21. GlobalFoundries": a list whose items end in numbers */
	int goes_on = at > 0 && !is_glued(scan, at) && (is_digits(scan, at - 1) || before == '.');
	int opens = goes_on || before == '.' || before == ':' || before == ';' || before == '!' || before == '?' ||
		    before == 0x2026 || before == '"' || before == 0x201d || before == '~';
	if (!opens || !is_digits(scan, at) || token_len(scan, at) > 2 || !is_glued(scan, at + 1) ||
	    (at > 1 && is_glued(scan, at - 1) && is_digits(scan, at - 2) && is_glued(scan, at)))
		return 0;
	int mark = is_mark(scan, at + 1, '.') || is_mark(scan, at + 1, ')') || is_mark(scan, at + 1, '/');
	/* The window may end with the marker of the next paragraph: "… câu trả lời.2." */
	if (mark && at > 0 && (is_glued(scan, at) || goes_on) && at + 2 == scan->count)
		return at + 2;
	/* Behind other text the capital may stand right on the stop. */
	int opens_word = at > 0 || !is_glued(scan, at + 2) ||
			 (scan->tokens[at + 2].letters == CASE_CAPITAL && token_len(scan, at + 2) > 1);
	return mark && opens_word && is_word(scan, at + 2) && scan->tokens[at + 2].letters != CASE_LOWER ? at + 2 : 0;
}

/* 1.1.1.1, 10.0.0.1, 1.25.3: groups that no number, date or telephone has taken. */
static size_t read_groups(const struct scan *scan, size_t at)
{
	size_t end = at;
	while ((is_mark(scan, end + 1, '.') || is_mark(scan, end + 1, ',') || is_mark(scan, end + 1, '/') ||
		is_mark(scan, end + 1, ':') || scan_is_dash(scan, end + 1)) &&
	       is_glued(scan, end + 1) && is_digits(scan, end + 2) && is_glued(scan, end + 2))
		end += 2;
	/* 2312500,000: run together with an amount (number.c) */
	int cells = end == at + 2 && is_mark(scan, at + 1, ',') && token_len(scan, at) > 3 && token_len(scan, end) == 3;
	return end > at + 2 || cells ? end + 1 : 0;
}

/* 24/7, 24/24: always open, but for a day or a part of one before it. */
static size_t read_always_open(const struct scan *scan, size_t at)
{
	if (!is_mark(scan, at + 1, '/') || scan_digits_value(scan, at) != 24 ||
	    (scan_digits_value(scan, at + 2) != 7 && scan_digits_value(scan, at + 2) != 24) ||
	    (is_mark(scan, at + 3, '/') && is_glued(scan, at + 3)))
		return 0;
	return at > 0 && (glue_at(scan, at - 1) == GLUE_DAY || lex_before(scan, LEX_PART, at, NULL)) ? 0 : at + 3;
}

int identifier_may_begin(const struct scan *scan, size_t at)
{
	const struct token *next = &scan->tokens[at + 1];
	if (is_digits(scan, at) || next->kind == TOKEN_DIGITS)
		return 1;
	/* Of a label: more of it, số, a digit or a Roman numeral; or what joins it to its number. */
	if (next->word->seconds >> LEX_LABEL & 1)
		return 1;
	if (next->kind == TOKEN_WORD)
		return may_start(scan, at + 1, LEX_DIGIT) || next->glue == GLUE_NUMBER_SIGN ||
		       (next->letters != CASE_LOWER && number_roman(scan_word(scan, at + 1)));
	return next->glue == GLUE_COLON || next->glue == GLUE_STOP || scan_is_dash(scan, at + 1);
}

size_t rule_identifier(const struct scan *scan, size_t at, struct reading *reading)
{
	reading->rule = "not-a-figure";
	if (!is_digits(scan, at))
		return read_label(scan, at);
	size_t end = read_list_marker(scan, at);
	if (!end)
		end = read_named(scan, at);
	return end ? end : read_always_open(scan, at);
}

size_t rule_run(const struct scan *scan, size_t at, struct reading *reading)
{
	reading->rule = "not-a-figure";
	return is_digits(scan, at) ? read_groups(scan, at) : read_impossible_date(scan, at);
}
