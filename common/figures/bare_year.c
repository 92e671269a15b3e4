/* SPDX-License-Identifier: MIT */
/* Years and periods of years without a word that says so: 2019, 2021-2025. */
#include "figures/date.h"
#include "figures/quantity.h"

/* A year of our times that nothing follows which it could count, and nothing before that makes it a number. */
static int is_plain_year(const struct scan *scan, size_t at)
{
	int year = year_at(scan, at);
	if (year < 1930 || year > 2050 || at == 0)
		return 0;
	size_t end;
	const struct lex_entry *stop = lex_at(scan, LEX_STOP, at - 1, &end);
	if (stop && end == at && stop->value == 1)
		return 0;
	if (lex_before(scan, LEX_MOD, at, NULL) || lex_before(scan, LEX_LABEL, at, NULL) ||
	    lex_before(scan, LEX_CHANGE, at, NULL))
		return 0;
	const struct token *before = &scan->tokens[at - 1];
	if (before->kind == TOKEN_MARK)
		return before->mark == '(' || (before->mark == ',' && is_mark(scan, at + 1, ')')) ||
		       (before->mark == ',' && scan->last_kind == KIND_DATE && scan->last_end == at - 1);
	return before->kind == TOKEN_WORD && !is_glued(scan, at) && !lex_before(scan, LEX_LINK, at, NULL) &&
	       !may_start(scan, at - 1, LEX_CURRENCY);
}

static size_t put_year(struct point *point, int year, size_t at)
{
	point->first = (struct moment){.grain = GRAIN_YEAR, .year = year};
	point->rule = "date.bare-year";
	return at + 1;
}

/* A bare year, where nothing can be counted by it: "so với 2019", "Luật Biển 1982", "SN 1969", "(1975)". */
size_t bare_year_read(const struct scan *scan, size_t at, struct point *point)
{
	int year = year_at(scan, at);
	if (year < 1900 || year > 2099)
		return 0;
	int before = at > 0 ? glue_at(scan, at - 1) : 0;
	int name = at > 0 && scan_is_name(scan, at - 1);
	int open = !is_word(scan, at + 1) || scan->tokens[at + 1].letters != CASE_LOWER ||
		   lex_at(scan, LEX_STOP, at + 1, NULL);
	int function = before == GLUE_FROM || before == GLUE_TO || before == GLUE_OF || before == GLUE_BORN ||
		       before == GLUE_AND || before == GLUE_GENERAL || before == GLUE_AT;
	/* World Cup 2022 khu vực châu Á: a name and its year, whatever follows; a round number could count */
	name |= at > 0 && scan->tokens[at - 1].letters == CASE_MIXED;
	if (year >= 1990 && year <= 2035 && name && year % 100 != 0)
		return put_year(point, year, at);
	if (year >= 1990 && year <= 2035 && at > 1 && name && scan_is_name(scan, at - 2))
		return put_year(point, year, at);
	/* Grand i10 2017 */
	if (year >= 1990 && year <= 2035 && at > 1 && is_digits(scan, at - 1) && is_glued(scan, at - 1) &&
	    is_word(scan, at - 2) && !is_glued(scan, at))
		return put_year(point, year, at);
	/* xe đời 2009; các năm 2018 và 2019 */
	int listed = scan->last_end > 0 && scan->last_end == at - 1 && scan->last_is_year &&
		     (before == GLUE_AND || before == GLUE_OR);
	const struct lex_entry *of_year = lex_before(scan, LEX_YEAR_BEFORE, at, NULL);
	if (listed || (of_year && of_year->value == 1))
		return put_year(point, year, at);
	/* Luật Đấu thầu 2023 quy định: a count would have its point, 2.023 */
	if (year >= 1990 && year <= 2035 && year % 100 != 0 && at > 1 && is_word(scan, at - 2) &&
	    is_word(scan, at - 1) && lex_at(scan, LEX_COUNTED, at + 1, NULL) && is_plain_year(scan, at) &&
	    !lex_before(scan, LEX_STOP, at, NULL))
		return put_year(point, year, at);
	if (before == GLUE_NUMBER_SIGN || may_start(scan, at + 1, LEX_CURRENCY) || may_start(scan, at + 1, LEX_SCALE) ||
	    (may_start(scan, at + 1, LEX_UNIT) && glue_at(scan, at + 2) != GLUE_LEFT) ||
	    lex_at(scan, LEX_COUNTED, at + 1, NULL) || is_mark(scan, at + 1, '%'))
		return 0;
	/* "kỳ thi quốc gia 2020 dựa trên": what follows is no noun that is counted. */
	int ours = year >= 1990 && year <= 2035 && at > 1 && is_word(scan, at - 2) && is_word(scan, at - 1);
	if ((open || ours) && is_plain_year(scan, at))
		return put_year(point, year, at);
	int brackets = at > 0 && is_mark(scan, at - 1, '(') &&
		       (is_mark(scan, at + 1, ')') || is_mark(scan, at + 1, ',') || is_mark(scan, at + 1, '-'));
	if (!brackets && !(open && name) && !function && !(of_year && open) && before != GLUE_BORN)
		return 0;
	/* "Có 1975 người" never comes here; "và 2000 người" does. */
	if (function && !open && before != GLUE_BORN)
		return 0;
	return put_year(point, year, at);
}

/* 2021-2025 without a word for the period. */
size_t bare_years_read(const struct scan *scan, size_t at, struct point *point)
{
	int joined = scan_is_dash(scan, at + 1) ||
		     (glue_at(scan, at + 1) == GLUE_TO && at > 0 && glue_at(scan, at - 1) == GLUE_FROM);
	int first = year_at(scan, at), last = joined ? year_at(scan, at + 2) : 0;
	/* mùa bóng 2023-24, 2023/24: the next year by its last two digits */
	int short_year = (scan_is_dash(scan, at + 1) || is_mark(scan, at + 1, '/')) && is_digits(scan, at + 2) &&
			 is_glued(scan, at + 1) && is_glued(scan, at + 2) && token_len(scan, at + 2) == 2 &&
			 !(is_glued(scan, at + 3) && (is_word(scan, at + 3) || is_digits(scan, at + 4)));
	if (short_year && first >= 1950 && scan_digits_value(scan, at + 2) == (first + 1) % 100)
		last = first + 1;
	if (first < 1800 || last <= first || last > 2100 || may_start(scan, at + 3, LEX_CURRENCY) ||
	    may_start(scan, at + 3, LEX_SCALE) || may_start(scan, at + 3, LEX_UNIT) ||
	    lex_at(scan, LEX_COUNTED, at + 3, NULL) || is_mark(scan, at + 3, '%'))
		return 0;
	point->is_range = 1;
	point->first = (struct moment){.grain = GRAIN_YEAR, .year = first};
	point->last = (struct moment){.grain = GRAIN_YEAR, .year = last};
	point->rule = "date.years";
	return at + 3;
}
