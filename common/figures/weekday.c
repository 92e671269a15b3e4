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

/* Whether "thứ ba" at the token is a weekday and not an ordinal. */
static int is_weekday(const struct scan *scan, size_t at, size_t end)
{
	size_t unused;
	int before = at > 0 ? glue_at(scan, at - 1) : 0;
	/* công chúa Nhật Bản */
	if (at > 0 && glue_at(scan, at - 1) == GLUE_CONG)
		return 0;
	if (glue_at(scan, at) != GLUE_ORDER)
		return !scan_is_name(scan, at - (at > 0)) || at == 0;
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
	if (before == GLUE_DAY || before == GLUE_HOM || before == GLUE_AT ||
	    (at > 0 && lex_before(scan, LEX_PART, at, NULL)))
		return 1;
	if (before == GLUE_TIMES || before == GLUE_ITH || before == GLUE_YEAR || before == GLUE_MONTH)
		return 0;
	if (glue_at(scan, end) == GLUE_WEEK || glue_at(scan, end) == GLUE_DAY)
		return 1;
	/* thứ hai đến thứ bảy */
	if ((glue_at(scan, end) == GLUE_TO && may_start(scan, end + 1, LEX_WEEKDAY) &&
	     glue_at(scan, end + 1) == GLUE_ORDER) ||
	    (before == GLUE_TO && at > 1 && lex_before(scan, LEX_WEEKDAY, at - 1, NULL)) || goes_on(scan, at))
		return 1;
	if (is_every_week(scan, end) || is_before_weekday(scan, end))
		return 1;
	/* kể từ thứ hai, trước thứ sáu; but "tụt từ thứ hai xuống thứ tư" */
	int bound = before == GLUE_FROM || before == GLUE_BEFORE || before == GLUE_THROUGH, behind_it = glue_at(scan, end);
	if (bound && behind_it != GLUE_UP && behind_it != GLUE_DOWN && !scan_is_dash(scan, end) &&
	    !lex_before(scan, LEX_CHANGE, at - 1, NULL))
		return 1;
	struct point day = {0};
	size_t behind = is_mark(scan, end, '(') || is_mark(scan, end, ',') ? end + 1 : end;
	if (day_read_digits(scan, behind, &day) && !(is_mark(scan, end, ',') && is_mark(scan, end + 1, ',')))
		return 1;
	/* có ảnh hưởng thứ ba sau Basayev, vị thứ 5 sau 4 loại vị: a rank */
	const struct lex_entry *relative = lex_at(scan, LEX_REL, end, &unused);
	/* ngày đi học thứ hai sau kỳ nghỉ: behind that */
	int order = behind_it == GLUE_AFTER || behind_it == GLUE_BEFORE;
	/* thế hệ thứ hai này, bên thứ ba này */
	int counted = at > 0 && (before == GLUE_SIDE || lex_before(scan, LEX_COUNTED, at, NULL));
	return relative && !relative->code && !is_mark(scan, end, ',') && !scan_is_name(scan, unused) &&
	       !is_digits(scan, unused) && !(order && is_word(scan, unused)) && !counted;
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
