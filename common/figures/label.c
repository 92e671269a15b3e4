/* SPDX-License-Identifier: MIT */
/* Numbers that name and count nothing: labels, groups of a version, days that no calendar has. They are no figures. */
#include "figures/label.h"

#include "figures/date.h"
#include "figures/quantity.h"

/* "tổng số", "biển số": the label's word belongs to the one before, which has been asked. */
static int is_other_word(const struct scan *scan, size_t at, size_t label_end)
{
	size_t end;
	return lex_at(scan, LEX_LABEL, at - 1, &end) && end == label_end;
}

/* ngày 31-4, tháng 18: what the rules for dates have refused is no number either. */
static size_t read_impossible_date(const struct scan *scan, size_t at)
{
	int glue = glue_at(scan, at);
	if ((glue != GLUE_DAY && glue != GLUE_MONTH) || !is_digits(scan, at + 1) || token_len(scan, at + 1) > 2)
		return 0;
	size_t end = at + 2;
	while ((is_mark(scan, end, '/') || scan_is_dash(scan, end) || is_mark(scan, end, '.')) && joins_digits(scan, end))
		end += 2;
	if (counts_behind(scan, end) ||
	    (is_mark(scan, end, ',') && is_digits(scan, end + 1) && is_glued(scan, end + 1)))
		return 0;
	return glue == GLUE_DAY ? (end > at + 2 ? end : 0) : scan_digits_value(scan, at + 1) > 12 ? end : 0;
}

/* thôn 10 xã Kiến Thành: a larger place and its name behind the number of a smaller one. */
static int is_place_of_name(const struct scan *scan, size_t at)
{
	size_t end;
	return lex_at(scan, LEX_PLACE, at, &end) && scan_is_name(scan, end);
}

/* STK: 045 137 195 6482: the groups of an account. Returns their end. */
static size_t skip_groups(const struct scan *scan, size_t end)
{
	while (is_digits(scan, end) && token_len(scan, end) > 1 && !unit_behind(scan, end + 1))
		end++;
	return end;
}

/* 52Y4 – 2283, 68C1 - 484.15: the second half of a number plate. Returns its end, or end. */
static size_t skip_plate(const struct scan *scan, size_t from, size_t end)
{
	int letters = 0;
	for (size_t i = from; i < end; i++)
		letters |= is_word(scan, i);
	/* 21B 00671 */
	if (letters && is_digits(scan, end) && token_len(scan, end) == 5 && !unit_behind(scan, end + 1))
		return end + 1;
	if (!letters || !scan_is_dash(scan, end) || !is_digits(scan, end + 1) || token_len(scan, end + 1) < 3 ||
	    unit_behind(scan, end + 2))
		return end;
	int point = is_mark(scan, end + 2, '.') && joins_digits(scan, end + 2);
	return point ? end + 4 : end + 2;
}

/* A label and the number behind it. */
struct labelled {
	const struct lex_entry *label;
	size_t at, from; /* the tokens of both */
	int numbered;     /* số stands between them */
};

/* 113 of the police, 114 of the firemen, 115 of the doctors. */
static int is_call_for_help(const struct scan *scan, size_t at)
{
	long number = is_digits(scan, at) && token_len(scan, at) == 3 ? scan_digits_value(scan, at) : 0;
	return number >= 113 && number <= 115;
}

/* bão số 10, MS: 2288, vòng - 3: finds the number. Returns 0 where the word is no label. */
static int find_labelled(const struct scan *scan, size_t at, struct labelled *found)
{
	size_t from;
	const struct lex_entry *label = lex_at(scan, LEX_LABEL, at, &from);
	if (!label || label->value == LABEL_NONE || label->value == LABEL_RANK ||
	    (label->value == LABEL_CAPITALS && token_at(scan, at)->letters == CASE_LOWER) ||
	    (label->value == LABEL_HELP && !is_call_for_help(scan, from)) ||
	    (at > 0 && is_other_word(scan, at, from)))
		return 0;
	int sign = glue_at(scan, from) == GLUE_NUMBER_SIGN;
	from += (size_t)sign;
	if (is_mark(scan, from, ':') || (is_mark(scan, from, '.') && is_glued(scan, from)) ||
	    (scan_is_dash(scan, from) && is_glued(scan, from)))
		from++;
	*found = (struct labelled){label, at, from, sign};
	return 1;
}

/* The end of the number and of what goes on with it: đường 3 Tháng 2, STK 045 137, lớp 1, 2 và 3. */
static size_t labelled_end(const struct scan *scan, const struct labelled *it)
{
	size_t end = scan_code_end(scan, it->from);
	if (glue_at(scan, end) == GLUE_MONTH && token_at(scan, end)->letters != CASE_LOWER &&
	    (is_digits(scan, end + 1) || may_start(scan, end + 1, LEX_MONTH_NAME)))
		end += 2;
	end = it->label->value == LABEL_GROUPS ? skip_groups(scan, end) : skip_plate(scan, it->from, end);
	return end > it->from ? label_skip_list(scan, end) : end;
}

/* tổ 5 người, phòng 20%, nhà 3 tầng 2 phòng: whether the number counts what stands behind it, label or not. */
static int is_count_behind_label(const struct scan *scan, const struct labelled *it, size_t end)
{
	/* giai đoạn 2 đề án: behind a label that is nothing else, only a unit makes a count */
	int strong = it->label->flags & LEX_STRONG || it->numbered || is_place_of_name(scan, end);
	strong &= !(it->at > 0 && is_digits(scan, it->at - 1));
	/* lớp 6 năm học 2019-2020 */
	if (lex_at(scan, LEX_PERIOD, end, NULL))
		return 0;
	/* cách trạm xe buýt 100m, lề đi bộ 2m */
	int measured = is_lower_word(scan, it->from + 1) && is_glued(scan, it->from + 1) && !strong &&
		       lex_at(scan, LEX_UNIT, it->from + 1, NULL);
	return measured || (strong ? unit_behind(scan, end) : counts_behind(scan, end));
}

/* lớp 2, bão số 10, vòng 1/8, Mega 6/45 */
static size_t read_labelled_digits(const struct scan *scan, const struct labelled *it)
{
	struct clock clock;
	/* các đội: 1/ Hải Phòng; chương trình: 093 223 2017 */
	int grouped = it->label->value != LABEL_GROUPS && is_digits(scan, it->from + 1);
	if (is_mark(scan, it->from - 1, ':') &&
	    (list_marker_read(scan, it->from) || (grouped && scan_word(scan, it->from).ptr[0] == '0')))
		return 0;
	/* phần 38,4% and phòng 1,2 triệu are no labels */
	if (is_mark(scan, it->from + 1, ',') && joins_digits(scan, it->from + 1))
		return 0;
	/* tổng đài 1900 6600: a telephone */
	struct slice digits = scan_word(scan, it->from);
	int service = slice_has_prefix(digits, SLICE("1900")) || slice_has_prefix(digits, SLICE("1800"));
	if (it->label->value != LABEL_GROUPS && service &&
	    (digits.len > 4 || is_digits(scan, it->from + 1) || joins_digits(scan, it->from + 1)))
		return 0;
	size_t end = labelled_end(scan, it);
	if (is_count_behind_label(scan, it, end) || clock_read(scan, it->from, &clock))
		return 0;
	/* giai đoạn 2021-2025; but mã số 2025 */
	int year = year_at(scan, it->from);
	return year >= 1930 && year <= 2050 && glue_at(scan, it->from - 1) != GLUE_NUMBER_SIGN ? 0 : end;
}

/* khóa XIV, hiệp hai */
static size_t read_labelled_word(const struct scan *scan, const struct labelled *it)
{
	if (it->label->value != LABEL_SPELLED || !is_word(scan, it->from))
		return 0;
	if (number_roman(scan_word(scan, it->from)))
		return it->from + 1;
	const struct lex_entry *digit = lex_at(scan, LEX_DIGIT, it->from, NULL);
	return digit && digit->value != 5 && !counts_behind(scan, it->from + 1) && !lex_at(scan, LEX_SCALE, it->from + 1, NULL)
		       ? it->from + 1
		       : 0;
}

static size_t read_label(const struct scan *scan, size_t at)
{
	struct labelled it;
	if (!find_labelled(scan, at, &it))
		return 0;
	return is_digits(scan, it.from) ? read_labelled_digits(scan, &it) : read_labelled_word(scan, &it);
}

/* 1.1.1.1, 10.0.0.1, 1.25.3: groups that no number, date or telephone has taken. */
static size_t read_groups(const struct scan *scan, size_t at)
{
	size_t end = at;
	while ((is_mark_of(scan, end + 1, U".,/:") || scan_is_dash(scan, end + 1)) && joins_digits(scan, end + 1))
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

/* 1400206027950: so many digits without a separator are an account or a card; telephones have a rule of their own. */
static size_t read_account(const struct scan *scan, size_t at)
{
	enum { SHORTEST = 9 };
	struct slice digits = scan_word(scan, at);
	if (digits.len < SHORTEST || digits.ptr[0] == '0' || slice_has_prefix(digits, SLICE("1900")) ||
	    slice_has_prefix(digits, SLICE("1800")))
		return 0;
	int counts = is_word(scan, at + 1) && !lex_at(scan, LEX_STOP, at + 1, NULL);
	int joined = is_glued(scan, at + 1) && (is_word(scan, at + 1) || is_digits(scan, at + 2));
	return counts || unit_behind(scan, at + 1) || joined ? 0 : at + 1;
}

/* 7-6 (5), 7-6 (10-3): the points of a tie-break behind its set. Returns the token behind them, or 0. */
static size_t read_tie_break(const struct scan *scan, size_t at)
{
	size_t open = scan->last_end;
	int set = scan_digits_value(scan, open - 3) >= 6 || scan_digits_value(scan, open - 1) >= 6;
	size_t end = scan_is_dash(scan, at + 1) || is_mark(scan, at + 1, '/') ? at + 3 : at + 1;
	return set && open + 1 == at && is_mark(scan, end, ')') ? end : 0;
}

/* tỷ số 0-2 (2/6, 4/6): what stands in brackets behind a score. Returns the token behind it, or 0. */
static size_t read_games(const struct scan *scan, size_t at)
{
	enum { LONGEST = 20 };
	size_t open = scan->last_end;
	if (scan->last_kind != KIND_SCORE || open < 3 || open + LONGEST < at || !is_mark(scan, open, '('))
		return 0;
	size_t points = read_tie_break(scan, at);
	if (points || !is_mark(scan, at + 1, '/') || !is_digits(scan, at + 2))
		return points;
	for (size_t i = open + 1; i < at; i++)
		if (!is_digits(scan, i) && !is_mark(scan, i, '/') && !is_mark(scan, i, ','))
			return 0;
	return at + 3;
}

int identifier_may_begin(const struct scan *scan, size_t at)
{
	const struct token *next = token_at(scan, at + 1);
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
	size_t end = list_marker_read(scan, at);
	if (end) {
		reading->marker = (uint8_t)scan_digits_value(scan, at);
		return end;
	}
	end = address_read(scan, at);
	if (!end)
		end = named_number_read(scan, at);
	if (!end)
		end = read_games(scan, at);
	if (!end)
		end = read_account(scan, at);
	return end ? end : read_always_open(scan, at);
}

size_t rule_run(const struct scan *scan, size_t at, struct reading *reading)
{
	reading->rule = "not-a-figure";
	return is_digits(scan, at) ? read_groups(scan, at) : read_impossible_date(scan, at);
}
