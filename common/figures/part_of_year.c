/* SPDX-License-Identifier: MIT */
/* 9 tháng đầu năm, 6 tháng cuối năm 2024, 3 tháng còn lại của năm, 9 tháng năm nay. */
#include "figures/date.h"

/* The year that the months belong to: "năm 2024", "năm nay", "năm"; *ok is 0 if there is none. */
static size_t read_owner(const struct scan *scan, size_t at, struct moment *year, int *unresolved)
{
	size_t from = glue_at(scan, at) == GLUE_OF ? at + 1 : at;
	if (glue_at(scan, from) != GLUE_YEAR)
		return 0;
	size_t end = year_read(scan, from, year, unresolved);
	if (end)
		return end;
	*year = moment_relative(scan, GRAIN_YEAR, 0);
	return from + 1;
}

static void put_months(struct point *point, int year, int first, int last)
{
	point->is_range = 1;
	point->first = (struct moment){.grain = GRAIN_MONTH, .year = year, .month = first};
	point->last = (struct moment){.grain = GRAIN_MONTH, .year = year, .month = last};
}

/* "còn lại" behind the months. */
static int is_left(const struct scan *scan, size_t at)
{
	return glue_at(scan, at) == GLUE_LEFT && glue_at(scan, at + 1) == GLUE_BACK;
}

/* 9 tháng/2025, 9T/2025, 9 tháng 2025 */
static size_t read_tight_owner(const struct scan *scan, size_t at, struct moment *year)
{
	size_t from = is_mark(scan, at, '/') ? at + 1 : at;
	year->year = year_at(scan, from);
	return year->year && (from > at || !is_word(scan, from + 1)) ? from + 1 : 0;
}

/* 10 ngày đầu tháng 9: days at the edge of a month. */
static size_t read_days_of_month(const struct scan *scan, size_t at, long days, struct point *point)
{
	size_t edge_end;
	struct point month = {0};
	const struct lex_entry *edge = lex_at(scan, LEX_EDGE, at, &edge_end);
	if (days < 1 || days > 30 || !edge || !edge->code || edge->code[0] == 'M' ||
	    glue_at(scan, edge_end) != GLUE_MONTH)
		return 0;
	size_t end = month_read(scan, edge_end, &month);
	if (!end || month.is_range || month.unresolved || month.lunar)
		return 0;
	moment_resolve(&month.first, scan, NEAREST);
	int last = calendar_month_days(month.first.year ? month.first.year : 2000, month.first.month);
	point->is_range = 1;
	point->first = point->last = month.first;
	point->first.grain = point->last.grain = GRAIN_DAY;
	point->first.day = edge->code[0] == 'E' ? last - (int)days + 1 : 1;
	point->last.day = edge->code[0] == 'E' ? last : (int)days;
	point->rule = "date.days-of-month";
	return end;
}

size_t part_of_year_read(const struct scan *scan, size_t at, struct point *point)
{
	struct number number;
	struct moment year = {0};
	size_t edge_end, end;
	int unresolved = 0;
	size_t from = number_read(scan, at, &number);
	int unit = from ? glue_at(scan, from) : GLUE_NONE;
	if (unit != GLUE_DAY && unit != GLUE_MONTH)
		return 0;
	long months = number_small(&number);
	if (unit == GLUE_DAY)
		return read_days_of_month(scan, from + 1, months, point);
	if (months < 1 || months > 11)
		return 0;
	from++;
	point->rule = "date.months-of-year";
	if (is_left(scan, from)) {
		end = read_owner(scan, from + 2, &year, &unresolved);
		if (!end)
			return 0;
		point->unresolved = unresolved;
		put_months(point, year.year, 13 - (int)months, 12);
		return end;
	}
	const struct lex_entry *edge = lex_at(scan, LEX_EDGE, from, &edge_end);
	if (edge && edge->code && edge->code[0] != 'M')
		end = read_owner(scan, edge_end, &year, &unresolved);
	else if (edge)
		return 0;
	else if (glue_at(scan, from) == GLUE_YEAR && lex_at(scan, LEX_REL, from + 1, NULL) == NULL &&
		 !year_at(scan, from + 1))
		return 0;
	else if (!(end = read_tight_owner(scan, from, &year)))
		end = glue_at(scan, from) == GLUE_YEAR ? read_owner(scan, from, &year, &unresolved) : 0;
	if (!end)
		return 0;
	point->unresolved = unresolved;
	if (edge && edge->code[0] == 'E')
		put_months(point, year.year, 13 - (int)months, 12);
	else
		put_months(point, year.year, 1, (int)months);
	return end;
}
