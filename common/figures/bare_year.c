/* SPDX-License-Identifier: MIT */
/* Years and periods of years without a word that says so: 2019, 2021-2025. */
#include "figures/date.h"
#include "figures/quantity.h"
#include "vietnamese/syllable.h"

/* A year that the press may well write about; what a round number counts could be years too. */
static int is_of_our_times(int year)
{
	return year >= 1990 && year <= 2035;
}

/* "khoảng 2006)": about that year; "khoảng 2000 người" counts. */
static int is_about(const struct scan *scan, size_t at, const struct lex_entry *mod)
{
	return mod->value == MOD_ABOUT && year_at(scan, at) % 10 != 0 && !is_word(scan, at + 1) &&
	       !is_mark(scan, at + 1, '%');
}

/* "Năm nay - 2015, sau", (Thế giới không đủ - 1999), Mazda3 - 2017: a dash between a thing and its year. */
static int is_behind_dash(const struct scan *scan, size_t at)
{
	if (!scan_is_dash(scan, at - 1) || is_glued(scan, at - 1) || is_glued(scan, at) ||
	    !is_of_our_times(year_at(scan, at)))
		return 0;
	int dated = scan->last_kind == KIND_DATE && scan->last_end + 1 == at;
	return dated || is_mark(scan, at + 1, ')') || (at > 1 && scan_is_name(scan, at - 2)) ||
	       (is_digits(scan, at - 2) && is_glued(scan, at - 2));
}

/* A mark before a year that does not make it a number. */
static int may_stand_behind(const struct scan *scan, size_t at)
{
	if (is_mark(scan, at - 1, '(') || is_behind_dash(scan, at))
		return 1;
	return is_mark(scan, at - 1, ',') && (is_mark(scan, at + 1, ')') ||
					      (scan->last_kind == KIND_DATE && scan->last_end == at - 1));
}

/* năm tốt nghiệp là 1989: the year that the sentence speaks of. */
static int is_told(const struct scan *scan, size_t at)
{
	enum { LONGEST = 4 };
	if (glue_at(scan, at - 1) != GLUE_IS)
		return 0;
	for (size_t n = 2; n <= LONGEST + 1 && n < at && is_lower_word(scan, at - n); n++)
		if (glue_at(scan, at - n) == GLUE_YEAR)
			return 1;
	return 0;
}

/* A year of our times that nothing follows which it could count, and nothing before that makes it a number. */
static int is_plain_year(const struct scan *scan, size_t at)
{
	int year = year_at(scan, at);
	if (year < 1930 || year > 2050 || at == 0)
		return 0;
	const struct lex_entry *mod = lex_before(scan, LEX_MOD, at, NULL);
	if ((mod && is_about(scan, at, mod)) || is_told(scan, at))
		return 1;
	size_t end;
	const struct lex_entry *stop = lex_at(scan, LEX_STOP, at - 1, &end);
	if (stop && end == at && stop->value == STOP_CLAUSE)
		return 0;
	/* ngân sách Trung ương 2025; but Hội nghị Trung ương 5 */
	const struct lex_entry *label = lex_before(scan, LEX_LABEL, at, NULL);
	if (mod || (label && label->value != LABEL_CAPITALS && (label->value || label->flags)) ||
	    lex_before(scan, LEX_CHANGE, at, NULL))
		return 0;
	if (token_at(scan, at - 1)->kind == TOKEN_MARK)
		return may_stand_behind(scan, at);
	return is_word(scan, at - 1) && !is_glued(scan, at) && !lex_before(scan, LEX_LINK, at, NULL) &&
	       !lex_at(scan, LEX_CURRENCY, at - 1, NULL);
}

static size_t put_year(struct point *point, int year, size_t at)
{
	point->first = (struct moment){.grain = GRAIN_YEAR, .year = year};
	point->rule = "date.bare-year";
	return at + 1;
}

/* Whether the year belongs to the name before it, whatever follows: World Cup 2022 khu vực châu Á. */
static int is_of_name(const struct scan *scan, size_t at, int year)
{
	if (at == 0 || !is_of_our_times(year))
		return 0;
	int named = at > 1 && scan_is_name(scan, at - 2);
	/* "Fortuner 2017 sở hữu" opens a sentence */
	if (at == 1 && is_word(scan, 0) && !syllable_is_valid(scan_word(scan, 0), 1))
		return year % 100 != 0;
	if (scan_is_name(scan, at - 1) || token_at(scan, at - 1)->letters == CASE_MIXED)
		return year % 100 != 0 || named;
	/* Grand i10 2017, Hypermotard 796 2012, RX-7 1979 */
	int model = at > 1 && is_digits(scan, at - 1) && !is_glued(scan, at);
	if (model && scan_is_dash(scan, at - 2) && is_tight(scan, at - 2))
		return is_word(scan, at - 3);
	return model && is_word(scan, at - 2) && (is_glued(scan, at - 1) || named);
}

/* Whether the year stands behind another one (các năm 2018 và 2019), or a word says that it is one (đời 2009). */
static int is_said(const struct scan *scan, size_t at)
{
	int before = at > 0 ? glue_at(scan, at - 1) : 0;
	if (scan->last_end > 0 && scan->last_end + 1 == at && scan->last_is_year &&
	    (before == GLUE_AND || before == GLUE_OR))
		return 1;
	const struct lex_entry *of_year = lex_before(scan, LEX_YEAR_BEFORE, at, NULL);
	return of_year && of_year->value == YEAR_ALWAYS;
}

/* Luật Phòng chống bệnh truyền nhiễm 2007 quy định: the year of a law, whatever words its name has. */
static int is_of_law(const struct scan *scan, size_t at, int year)
{
	enum { LONGEST = 9 };
	if (year < 1945 || !is_of_our_times(year) || at == 0 || !is_word(scan, at - 1))
		return 0;
	for (size_t n = 2; n <= LONGEST && n <= at && is_word(scan, at - n); n++)
		if (glue_at(scan, at - n) == GLUE_LAW && token_at(scan, at - n)->letters == CASE_CAPITAL)
			return !lex_at(scan, LEX_COUNTED, at - n, NULL) && !unit_behind(scan, at + 1);
	return 0;
}

/* "2020 cũng là năm", "2011, cô được": what the sentence says of the year, or what it begins with. */
static int is_spoken_of(const struct scan *scan, size_t at, int year)
{
	enum { NEAR = 4 };
	if (!is_of_our_times(year))
		return 0;
	/* 2005: Lionel Messi; 2017 Yamaha FZ6R */
	if (at == 0 && ((is_mark_of(scan, at + 1, U",:") && !is_glued(scan, at + 2)) || lex_at(scan, LEX_STOP, at + 1, NULL) ||
			(token_at(scan, at + 1)->letters == CASE_CAPITAL && !syllable_is_valid(scan_word(scan, at + 1), 1))))
		return 1;
	/* cho rằng 2017 sẽ là; út, 2017 là thời gian */
	if (at > 0 && year % 100 != 0 && (is_mark(scan, at - 1, ',') || glue_at(scan, at - 1) == GLUE_THAT) &&
	    (glue_at(scan, at + 1) == GLUE_IS || lex_at(scan, LEX_FUTURE, at + 1, NULL)))
		return 1;
	for (size_t i = at + 1; i < at + NEAR && is_word(scan, i); i++)
		if (glue_at(scan, i) == GLUE_IS)
			return glue_at(scan, i + 1) == GLUE_YEAR;
	return 0;
}

/* "Doanh nghiệp xanh" 2024 do báo; giải (V-League) 2020 đến hết: behind a mark that closes a name. */
static int closes_name(const struct scan *scan, size_t at, int year)
{
	int mark = at > 1 && is_mark_of(scan, at - 1, U")\"”");
	/* chiều dài (mm) 1990 */
	int tight = is_glued(scan, at - 1) || is_mark(scan, at - 1, ')');
	return mark && tight && is_of_our_times(year) && year % 100 != 0 && !is_glued(scan, at) &&
	       !lex_before(scan, LEX_UNIT, at - 1, NULL);
}

/* What would make a number of the year: a unit, a currency, what is counted. */
static int is_counted(const struct scan *scan, size_t at)
{
	size_t next = at + 1;
	/* vào 1998 Công ty giải thể */
	int name = is_of_our_times(year_at(scan, at)) && year_at(scan, at) % 10 != 0 &&
		   token_at(scan, next)->letters == CASE_CAPITAL;
	/* năm 2017, 2018 lần lượt là */
	size_t stop_end = next;
	name |= lex_at(scan, LEX_STOP, next, &stop_end) && stop_end > next + 1;
	return may_start(scan, next, LEX_CURRENCY) || may_start(scan, next, LEX_SCALE) ||
	       (lex_at(scan, LEX_UNIT, next, NULL) && glue_at(scan, next + 1) != GLUE_LEFT) ||
	       (!name && lex_at(scan, LEX_COUNTED, next, NULL)) || is_mark(scan, next, '%');
}

/* "sau 1975 bà dạy học": the word behind may address a person; "sau 1500 ngày" counts. */
static int is_after(const struct scan *scan, size_t at, int year)
{
	const struct lex_entry *of_year = lex_before(scan, LEX_YEAR_BEFORE, at, NULL);
	const struct lex_entry *counted = lex_at(scan, LEX_COUNTED, at + 1, NULL);
	return of_year && of_year->value == YEAR_UNLESS_COUNTED && year % 100 != 0 && !unit_behind(scan, at + 1) &&
	       !(counted && counted->value != COUNTED_CLASSIFIER);
}

/* Luật Đấu thầu 2023 quy định: behind two words it counts nothing, for a count would have its point, 2.023. */
static int is_of_phrase(const struct scan *scan, size_t at, int year)
{
	return is_of_our_times(year) && at > 1 && is_word(scan, at - 2) && is_word(scan, at - 1) &&
	       is_plain_year(scan, at);
}

/* Words of the grammar before a year that nothing goes on behind: từ 2019, của 2020. */
static int is_behind_function(const struct scan *scan, size_t at)
{
	int before = at > 0 ? glue_at(scan, at - 1) : 0;
	return before == GLUE_FROM || before == GLUE_TO || before == GLUE_OF || before == GLUE_AND ||
	       before == GLUE_GENERAL || before == GLUE_AT || (at > 0 && scan_is_name(scan, at - 1)) ||
	       (at > 0 && token_at(scan, at - 1)->letters == CASE_MIXED) ||
	       lex_before(scan, LEX_YEAR_BEFORE, at, NULL) != NULL;
}

/* 202 TCN, 220 sau Công nguyên. Returns the token behind it, or 0. */
static size_t read_era_year(const struct scan *scan, size_t at, struct point *point)
{
	long year = token_len(scan, at) <= 4 ? scan_digits_value(scan, at) : 0;
	int8_t bc;
	size_t end = year > 0 ? era_read(scan, at + 1, &bc) : at + 1;
	if (end == at + 1)
		return 0;
	put_year(point, (int)year, at);
	point->first.bc = bc;
	return end;
}

/* A bare year, where nothing can be counted by it: "so với 2019", "Luật Biển 1982", "SN 1969", "(1975)". */
size_t bare_year_read(const struct scan *scan, size_t at, struct point *point)
{
	int year = year_at(scan, at);
	if (is_said(scan, at) && year && (year >= 1900 || !is_counted(scan, at)))
		return put_year(point, year, at);
	size_t era_end = read_era_year(scan, at, point);
	if (era_end || year < 1900 || year > 2099)
		return era_end;
	if (is_of_name(scan, at, year) || is_of_law(scan, at, year) || is_spoken_of(scan, at, year) ||
	    (year % 100 != 0 && lex_at(scan, LEX_COUNTED, at + 1, NULL) && is_of_phrase(scan, at, year) &&
	     !lex_before(scan, LEX_STOP, at, NULL)))
		return put_year(point, year, at);
	if (is_after(scan, at, year))
		return put_year(point, year, at);
	int before = at > 0 ? glue_at(scan, at - 1) : 0;
	if (before == GLUE_NUMBER_SIGN || is_counted(scan, at))
		return 0;
	int open = !is_word(scan, at + 1) || token_at(scan, at + 1)->letters != CASE_LOWER ||
		   lex_at(scan, LEX_STOP, at + 1, NULL);
	/* đến 2021 xuất khẩu: a number would have its point, 2.021 */
	open |= is_of_our_times(year) && year % 10 != 0;
	if (before == GLUE_BORN || is_of_phrase(scan, at, year) || closes_name(scan, at, year) ||
	    (open && (is_plain_year(scan, at) || is_behind_function(scan, at))))
		return put_year(point, year, at);
	int brackets = at > 0 && is_mark(scan, at - 1, '(') &&
		       is_mark_of(scan, at + 1, U"),-");
	return brackets ? put_year(point, year, at) : 0;
}

/* 2021-2025 without a word for the period. */
size_t bare_years_read(const struct scan *scan, size_t at, struct point *point)
{
	int joined = scan_is_dash(scan, at + 1) ||
		     (glue_at(scan, at + 1) == GLUE_TO && at > 0 && glue_at(scan, at - 1) == GLUE_FROM);
	int slash = is_mark(scan, at + 1, '/') && joins_digits(scan, at + 1);
	int first = year_at(scan, at), last = joined || slash ? year_at(scan, at + 2) : 0;
	/* niên khóa 2020/2021; but 1975/1990 */
	if (slash && last != first + 1)
		last = 0;
	/* mùa bóng 2023-24, 2023/24: the next year by its last two digits */
	int short_year = (scan_is_dash(scan, at + 1) || is_mark(scan, at + 1, '/')) && joins_digits(scan, at + 1) &&
			 token_len(scan, at + 2) == 2 &&
			 !(is_glued(scan, at + 3) && (is_word(scan, at + 3) || is_digits(scan, at + 4)));
	if (short_year && first >= 1950 && scan_digits_value(scan, at + 2) == (first + 1) % 100)
		last = first + 1;
	/* (1390 – 1483): a life */
	int life = at > 0 && is_mark(scan, at - 1, '(') && is_mark(scan, at + 3, ')') && last < first + 120;
	if (first < (life ? 1000 : 1800) || last <= first || last > 2100 || may_start(scan, at + 3, LEX_CURRENCY) ||
	    may_start(scan, at + 3, LEX_SCALE) || lex_at(scan, LEX_UNIT, at + 3, NULL) ||
	    lex_at(scan, LEX_COUNTED, at + 3, NULL) || is_mark(scan, at + 3, '%'))
		return 0;
	point->is_range = 1;
	point->first = (struct moment){.grain = GRAIN_YEAR, .year = first};
	point->last = (struct moment){.grain = GRAIN_YEAR, .year = last};
	point->rule = "date.years";
	return at + 3;
}
