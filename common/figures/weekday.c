/* SPDX-License-Identifier: MIT */
#include "figures/date.h"
#include "figures/reading.h"

/* The weekday in the week of the document's date, or the last or next one. */
static void put_weekday(const struct scan *scan, int weekday, int weeks, int by_week, struct point *point)
{
	if (!scan->has_date) {
		point->first = (struct moment){.grain = GRAIN_DAY, .weekday = weekday};
		point->unresolved = by_week || weeks;
		return;
	}
	long d = calendar_days(scan->date);
	long serial = d - calendar_weekday(d) + weekday;
	if (by_week)
		serial += 7L * weeks;
	else if (weeks > 0)
		serial += serial <= d ? 7 : 0;
	else
		serial -= serial > d || (weeks < 0 && serial == d) ? 7 : 0;
	point->first = moment_day(calendar_date(serial));
}

/* vào thứ 4 và thứ 6: a list of weekdays goes on. */
static int goes_on(const struct scan *scan, size_t at)
{
	int joint = at > 1 && (glue_at(scan, at - 1) == GLUE_AND || is_mark(scan, at - 1, ','));
	return joint && scan->last_kind == KIND_DATE && scan->last_end == at - 1 &&
	       lex_before(scan, LEX_WEEKDAY, at - 1, NULL);
}

/* thứ 5 hàng tuần */
static int is_every_week(const struct scan *scan, size_t at)
{
	return is_each(scan, at) && glue_at(scan, at + 1) == GLUE_WEEK;
}

/* thứ 5 và chủ nhật; thứ 3, thứ 5 hàng tuần */
static int is_before_weekday(const struct scan *scan, size_t at)
{
	size_t end;
	if ((glue_at(scan, at) != GLUE_AND && !is_mark(scan, at, ',')) || !lex_at(scan, LEX_WEEKDAY, at + 1, &end))
		return 0;
	return glue_at(scan, at + 1) != GLUE_ORDER || is_every_week(scan, end);
}

/* ngày thứ ba liên tiếp, ngày thứ 5 kể từ, ngày thứ hai sau khi: how many days it has been. */
static int counts_days(const struct scan *scan, size_t end)
{
	return glue_at(scan, end) == GLUE_RUNNING || glue_at(scan, end) == GLUE_AFTER;
}

/* tuần, ngày or another weekday beside it: thứ hai tuần sau, thứ hai đến thứ bảy, thứ 5 và chủ nhật. */
static int is_of_week(const struct scan *scan, size_t at, size_t end)
{
	int behind = glue_at(scan, end);
	if (behind == GLUE_WEEK || behind == GLUE_DAY || goes_on(scan, at) || is_every_week(scan, end))
		return 1;
	if (behind == GLUE_TO && may_start(scan, end + 1, LEX_WEEKDAY) && glue_at(scan, end + 1) == GLUE_ORDER)
		return 1;
	return is_before_weekday(scan, end) ||
	       (at > 1 && glue_at(scan, at - 1) == GLUE_TO && lex_before(scan, LEX_WEEKDAY, at - 1, NULL));
}

/* kể từ thứ hai, trước thứ sáu; but "tụt từ thứ hai xuống thứ tư" */
static int is_bound(const struct scan *scan, size_t at, size_t end)
{
	int before = at > 0 ? glue_at(scan, at - 1) : 0, behind = glue_at(scan, end);
	return (before == GLUE_FROM || before == GLUE_BEFORE || before == GLUE_THROUGH) && behind != GLUE_UP &&
	       behind != GLUE_DOWN && !scan_is_dash(scan, end) && !lex_before(scan, LEX_CHANGE, at - 1, NULL);
}

/* thứ hai 29/9, thứ hai (29/9) */
static int is_dated(const struct scan *scan, size_t end)
{
	struct point day = {0};
	size_t behind = is_mark(scan, end, '(') || is_mark(scan, end, ',') ? end + 1 : end;
	return day_read_digits(scan, behind, &day) && !(is_mark(scan, end, ',') && is_mark(scan, end + 1, ','));
}

/* thứ ba này, thứ ba tới; but "có ảnh hưởng thứ ba sau Basayev", "vị thứ 5 sau 4 loại vị", which are ranks. */
static int is_told_by_distance(const struct scan *scan, size_t at, size_t end)
{
	size_t behind;
	const struct lex_entry *relative = lex_at(scan, LEX_REL, end, &behind);
	if (!relative || relative->code || is_mark(scan, end, ','))
		return 0;
	/* ngày đi học thứ hai sau kỳ nghỉ: behind that */
	int order = glue_at(scan, end) == GLUE_AFTER || glue_at(scan, end) == GLUE_BEFORE;
	/* thế hệ thứ hai này, bên thứ ba này */
	int counted = at > 0 && (glue_at(scan, at - 1) == GLUE_SIDE || lex_before(scan, LEX_COUNTED, at, NULL));
	return !scan_is_name(scan, behind) && !is_digits(scan, behind) && !(order && is_word(scan, behind)) && !counted;
}

/* Whether "thứ ba" at the token is a weekday and not an ordinal. */
static int is_weekday(const struct scan *scan, size_t at, size_t end)
{
	int before = at > 0 ? glue_at(scan, at - 1) : 0;
	/* công chúa Nhật Bản */
	if (before == GLUE_CONG)
		return 0;
	if (glue_at(scan, at) != GLUE_ORDER)
		return at == 0 || !scan_is_name(scan, at - 1);
	/* Thế chiến thứ Hai, Chiến tranh thế giới thứ Hai: the second one */
	const struct lex_entry *label = lex_before(scan, LEX_LABEL, at, NULL);
	if (label && label->value == LABEL_SPELLED)
		return 0;
	if (is_word(scan, end - 1) && token_at(scan, end - 1)->letters != CASE_LOWER)
		return before != GLUE_TIMES;
	/* Thứ 4: Nghỉ. */
	if (is_digits(scan, end - 1) && token_at(scan, at)->letters != CASE_LOWER && is_mark(scan, end, ':'))
		return 1;
	if (before == GLUE_DAY && counts_days(scan, end))
		return 0;
	if (before == GLUE_DAY || before == GLUE_HOM || before == GLUE_AT || (at > 0 && lex_before(scan, LEX_PART, at, NULL)))
		return 1;
	if (before == GLUE_TIMES || before == GLUE_ITH || before == GLUE_YEAR || before == GLUE_MONTH)
		return 0;
	return is_of_week(scan, at, end) || is_bound(scan, at, end) || is_dated(scan, end) ||
	       is_told_by_distance(scan, at, end);
}

/* thứ Năm, thứ Năm tuần trước, chủ nhật vừa qua */
size_t weekday_read(const struct scan *scan, size_t at, struct point *point)
{
	size_t end, behind;
	const struct lex_entry *weekday = lex_at(scan, LEX_WEEKDAY, at, &end);
	if (!weekday || !is_weekday(scan, at, end))
		return 0;
	const struct lex_entry *relative = lex_at(scan, LEX_REL, end, &behind);
	point->rule = "date.weekday";
	if (glue_at(scan, end) == GLUE_WEEK && (relative = lex_at(scan, LEX_REL, end + 1, &behind)) != NULL) {
		put_weekday(scan, weekday->value, relative->value, 1, point);
		return behind;
	}
	if (relative && !relative->code) {
		put_weekday(scan, weekday->value, relative->value, relative->value == 0, point);
		return behind;
	}
	put_weekday(scan, weekday->value, scan->has_date && direction_around(scan, at, end) == FUTURE, 0, point);
	return end;
}
