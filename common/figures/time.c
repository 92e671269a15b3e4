/* SPDX-License-Identifier: MIT */
/* Clock times without a day, durations, sets (TIMEX3's TIME, DURATION, SET). */
#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"

/* "Khoảng 15h, xe nổ máy": what opens a clause and closes with a comma is no length, unless a verb says so. */
static int is_about_clock(const struct scan *scan, size_t at, size_t end, const struct clock *clock)
{
	const struct lex_entry *said;
	if (at == 0 || clock->hour < 5 || !is_mark(scan, end, ',') || is_glued(scan, end + 1) ||
	    !(word_is(scan, at - 1, "khoảng") || word_is(scan, at - 1, "Khoảng")))
		return 0;
	said = at > 1 ? lex_before(scan, LEX_CLOCK_BEFORE, at - 1, NULL) : NULL;
	return at == 1 || !is_word(scan, at - 2) || (said && said->value > 0) ||
	       (glue_at(scan, at + 1) == GLUE_HOUR_TIGHT && !said);
}

/* A clock time by itself: with minutes, with a part of the day, or behind a word that says so. */
static int is_clock(const struct scan *scan, size_t at, size_t end, const struct clock *clock,
		    const struct lex_entry *part)
{
	const struct lex_entry *before = at > 0 ? lex_before(scan, LEX_CLOCK_BEFORE, at, NULL) : NULL;
	/* "Đến 17 giờ, …" opens a sentence with a time. */
	if (part || (at == 1 && glue_at(scan, 0) == GLUE_TO && clock->hour > 4))
		return 1;
	/* "hơn 23h cùng ngày"; "đúng 7 giờ 30" */
	if (clock->sure == 2 || (word_is(scan, end, "cùng") && glue_at(scan, end + 1) == GLUE_DAY) || is_about_clock(scan, at, end, clock))
		return 1;
	int tight = glue_at(scan, at + 1) != GLUE_HOUR;
	/* "sau 6h" is a time, "sau 6 giờ" a duration: value -1 holds for both, -2 for words only. */
	if (before && before->value != -2)
		return before->value > 0;
	if (!tight)
		return !before && clock->sure &&
		       (at == 0 || is_mark(scan, at - 1, '(') || glue_at(scan, at - 1) == GLUE_FROM ||
			glue_at(scan, at - 1) == GLUE_TO);
	if (clock->sure || before)
		return 1;
	const struct lex_entry *mod = at > 0 ? lex_before(scan, LEX_MOD, at, NULL) : NULL;
	/* 8h is a time unless said otherwise; 8 giờ is eight hours unless said otherwise. */
	return end == at + 2 && glue_at(scan, at + 1) == GLUE_HOUR_TIGHT && !mod &&
	       !(is_mark(scan, end, '/') && is_glued(scan, end));
}

/* 10 - 15h, 6-7h sáng: the first hour without its h. */
static size_t read_tight_range(const struct scan *scan, size_t at, struct reading *reading)
{
	struct clock clock, until;
	size_t end, part_end;
	long hour = is_digits(scan, at) && token_len(scan, at) <= 2 ? scan_digits_value(scan, at) : -1;
	int word = glue_at(scan, at + 1) == GLUE_TO;
	if (hour < 0 || (!scan_is_dash(scan, at + 1) && !word) || !is_digits(scan, at + 2) ||
	    number_is_inside_name(scan, at, at + 1))
		return 0;
	end = clock_read(scan, at + 2, &until);
	if (!end || hour >= until.hour)
		return 0;
	/* "mở từ 8 đến 17 giờ" are opening hours; "từ 3 đến 5 giờ" is a length. */
	if (word && at > 0 && glue_at(scan, at - 1) == GLUE_FROM && hour >= 5 && until.hour >= hour + 4)
		until.sure = 1;
	const struct lex_entry *part = lex_at(scan, LEX_PART, end, &part_end);
	if (!until.sure && !is_clock(scan, at + 2, end, &until, part))
		return 0;
	clock = (struct clock){.hour = (int)hour};
	clock_set(&reading->first, &clock, part);
	clock_set(&reading->last, &until, part);
	reading->is_range = 1;
	reading->part = part ? part->code : NULL;
	reading->rule = "time.range";
	return part ? part_end : end;
}

/* The end of a range of times behind the first; returns the token behind it, or 0. */
static size_t read_until(const struct scan *scan, size_t at, struct reading *reading,
			 const struct lex_entry *first_part)
{
	struct clock until;
	size_t joint = joint_read(scan, at), part_end;
	size_t end = joint ? clock_read(scan, joint, &until) : 0;
	if (!end)
		return 0;
	const struct lex_entry *part = lex_at(scan, LEX_PART, end, &part_end);
	clock_set(&reading->last, &until, part ? part : first_part);
	reading->is_range = 1;
	reading->rule = "time.range";
	/* Two parts of the day cannot both be the range's. */
	if (part && first_part && part != first_part)
		reading->part = NULL;
	else if (part && !first_part)
		reading->part = NULL;
	return part ? part_end : end;
}

size_t rule_time(const struct scan *scan, size_t at, struct reading *reading)
{
	struct clock clock;
	size_t part_end;
	/* Behind digits: 7h, 7 giờ, 7:30, 6-7h, 8 đến 17 giờ. */
	int next = glue_at(scan, at + 1);
	if (is_digits(scan, at) && next != GLUE_HOUR && next != GLUE_HOUR_TIGHT && next != GLUE_TO &&
	    scan->tokens[at + 1].kind != TOKEN_MARK)
		return 0;
	if (at > 0 && number_is_inside_name(scan, at, at + 1) && !is_mark(scan, at + 1, ':'))
		return 0;
	reading->kind = KIND_TIME;
	reading->rule = "time";
	size_t end = read_tight_range(scan, at, reading);
	if (end)
		return end;
	end = clock_read(scan, at, &clock);
	if (!end || moment_valid(&(struct moment){.has_time = 1, .hour = clock.hour, .minute = clock.minute}) == 0)
		return 0;
	const struct lex_entry *part = lex_at(scan, LEX_PART, end, &part_end);
	size_t behind = part ? part_end : end;
	/* 24h is a length, unless a day stands with it. */
	if (clock.hour == 24)
		return 0;
	clock_set(&reading->first, &clock, part);
	reading->part = part ? part->code : NULL;
	size_t until = read_until(scan, behind, reading, part);
	if (until)
		return until;
	reading->is_range = 0;
	reading->rule = "time";
	return is_clock(scan, at, end, &clock, part) ? behind : 0;
}

/* rưỡi behind the unit: the half is counted in the next smaller unit. Returns 0 if that unit has none. */
static int add_half(struct number *number, const char **period)
{
	static const struct {
		const char *from, *to;
		unsigned factor;
	} halves[] = {
		{"Y", "M", 12},
		{"TH", "TM", 60},
		{"TM", "TS", 60},
		{"D", "TH", 24},
	};
	long count = number_small(number);
	for (size_t i = 0; count >= 0 && i < sizeof halves / sizeof *halves; i++) {
		if (strcmp(halves[i].from, *period) != 0)
			continue;
		number_set(number, (unsigned)count * halves[i].factor + halves[i].factor / 2);
		*period = halves[i].to;
		return 1;
	}
	if (count < 0 || number->count == NUMBER_TERMS)
		return 0;
	number->terms[number->count++] = (struct term){.small = 5, .shift = -1};
	return 1;
}

/* 2 năm 6 tháng, 1 giờ 30 phút: both in the smaller unit. Returns the token behind, or at. */
static size_t read_smaller(const struct scan *scan, size_t at, struct number *number, const char **period)
{
	static const struct {
		const char *big, *small;
		unsigned factor;
	} steps[] = {
		{"Y", "M", 12}, {"TH", "TM", 60}, {"TM", "TS", 60}, {"W", "D", 7}, {"D", "TH", 24},
	};
	struct number more;
	size_t end;
	size_t from = word_is(scan, at, "và") ? at + 1 : at;
	size_t count_end = is_digits(scan, from) || may_start(scan, from, LEX_DIGIT) || glue_at(scan, from) == GLUE_TEN
				   ? number_read(scan, from, &more)
				   : 0;
	const struct lex_entry *unit = count_end ? lex_at(scan, LEX_DURATION, count_end, &end) : NULL;
	long big = number_small(number), small = count_end ? number_small(&more) : -1;
	if (!unit || unit->value != 1 || big < 0 || big > 1000000 || small < 0)
		return at;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		if (strcmp(steps[i].big, *period) != 0 || strcmp(steps[i].small, unit->code) != 0 ||
		    small >= (long)steps[i].factor * 2)
			continue;
		number_set(number, (unsigned)big * steps[i].factor + (unsigned)small);
		*period = unit->code;
		return end;
	}
	return at;
}

/* "lớp Anh 2 Tiếng Anh" is no length; nor is the 6s of "iPhone 5s, 6s". */
static int is_unit_of_name(const struct scan *scan, size_t at, size_t count_end)
{
	if (scan->tokens[count_end].letters == CASE_CAPITAL && token_len(scan, count_end) > 1)
		return 1;
	/* 6s Plus */
	if (word_is(scan, count_end, "s") && is_glued(scan, count_end) && scan_is_name(scan, count_end + 1))
		return 1;
	int listed = at > 1 && (is_mark(scan, at - 1, ',') || glue_at(scan, at - 1) == GLUE_AND ||
				glue_at(scan, at - 1) == GLUE_OR);
	return listed && word_is(scan, count_end, "s") && is_glued(scan, count_end) && word_is(scan, at - 2, "s") &&
	       scan->last_end != at - 1;
}

/* The number before the unit: also năm năm, where the first is five, and nửa. */
static size_t read_duration_count(const struct scan *scan, size_t at, struct reading *reading, int *half)
{
	*half = 0;
	if (glue_at(scan, at) == GLUE_HALF && lex_at(scan, LEX_DURATION, at + 1, NULL)) {
		*half = 1;
		number_set(&reading->from, 0);
		return at + 1;
	}
	if (glue_at(scan, at) == GLUE_YEAR) {
		int year = glue_at(scan, at + 1) == GLUE_YEAR || glue_at(scan, at + 1) == GLUE_MONTH ||
			   glue_at(scan, at + 1) == GLUE_WEEK || glue_at(scan, at + 1) == GLUE_MINUTE ||
			   glue_at(scan, at + 1) == GLUE_HOUR || (glue_at(scan, at + 1) == GLUE_DAY && at > 0);
		if (!year || (at > 0 && glue_at(scan, at - 1) == GLUE_EACH) ||
		    (at > 0 && glue_at(scan, at - 1) == GLUE_EVERY))
			return 0;
		/* những năm tháng, theo dòng năm tháng */
		if (at > 0 && (glue_at(scan, at - 1) == GLUE_THOSE || word_is(scan, at - 1, "dòng")))
			return 0;
		number_set(&reading->from, 5);
		return at + 1;
	}
	size_t end = number_read(scan, at, &reading->from);
	if (!end ||
	    (reading->from.bare && reading->from.count == 1 && !(at > 0 && lex_before(scan, LEX_MOD, at, NULL))))
		return 0;
	return number_is_inside_name(scan, at, end) ? 0 : end;
}

/* 3-5 ngày, từ 2 đến 3 năm, 2 năm đến 3 năm */
static size_t read_duration_range(const struct scan *scan, size_t at, struct reading *reading,
				  const struct lex_entry *unit)
{
	size_t joint = joint_read(scan, at), end;
	if (!joint)
		return 0;
	size_t count_end = number_read(scan, joint, &reading->to);
	const struct lex_entry *second = count_end ? lex_at(scan, LEX_DURATION, count_end, &end) : NULL;
	if (!second || (unit && strcmp(unit->code, second->code) != 0))
		return 0;
	number_share_scale(&reading->from, &reading->to);
	long a = number_small(&reading->from), b = number_small(&reading->to);
	if (a >= 0 && b >= 0 && a >= b)
		return 0;
	reading->is_range = 1;
	reading->period = second->code;
	if (second->value >= 10) {
		int power = second->value == 10 ? 1 : second->value == 100 ? 2 : 3;
		number_shift(&reading->from, power);
		number_shift(&reading->to, power);
	}
	return end;
}

static void set_period(struct reading *reading, const struct lex_entry *unit)
{
	reading->period = unit->code;
	if (unit->value == 3 && number_small(&reading->from) >= 0)
		number_set(&reading->from, 3u * (unsigned)number_small(&reading->from));
	else if (unit->value >= 10)
		number_shift(&reading->from, unit->value == 10 ? 1 : unit->value == 100 ? 2 : 3);
}

/* Whether a unit of time behind a number is none: 5 quý (khách), 2 ngày 26 và 27-9, tháng 5 năm, 12h (a time). */
static int is_no_duration(const struct scan *scan, size_t at, size_t count_end, size_t end)
{
	int unit = glue_at(scan, count_end);
	if (at > 0 && (glue_at(scan, at - 1) == GLUE_MONTH || glue_at(scan, at - 1) == GLUE_QUARTER) &&
	    unit == GLUE_YEAR)
		return 1;
	if (at > 0 && glue_at(scan, at - 1) == GLUE_DAY && unit == GLUE_MONTH)
		return 1;
	/* 26 tháng 9; 2 ngày 26 và 27-9: the digits belong to what follows. */
	if ((unit == GLUE_MONTH || unit == GLUE_DAY) && end == count_end + 1 && is_digits(scan, end) &&
	    token_len(scan, end) <= 2 && !lex_at(scan, LEX_DURATION, end + 1, NULL) &&
	    glue_at(scan, end + 1) != GLUE_TIMES)
		return 1;
	return unit == GLUE_YEAR && end == count_end + 1 && (year_at(scan, end) || (word_is(scan, end, "học")));
}

/* "một ngày buồn", "vào một ngày": some day, no length. */
static int is_some_day(const struct scan *scan, size_t at, size_t count_end)
{
	size_t end;
	if (glue_at(scan, count_end) != GLUE_DAY || !lex_at(scan, LEX_DURATION, count_end, &end))
		return 0;
	if ((is_mark(scan, end, ',') && at == 0) || (at > 0 && word_is(scan, at - 1, "cùng")))
		return 1;
	if (at > 0 && (glue_at(scan, at - 1) == GLUE_AT || slice_is(scan_word(scan, at - 1), "là")))
		return 1;
	return is_word(scan, end) && !lex_at(scan, LEX_STOP, end, NULL) && !lex_at(scan, LEX_FORTH, end, NULL);
}

/* ba bốn ngày: a range in two words and its unit. */
static size_t read_pair_of_days(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end, count_end = may_start(scan, at, LEX_DIGIT) ? number_read_two_digits(scan, at, reading) : 0;
	const struct lex_entry *unit = count_end ? lex_at(scan, LEX_DURATION, count_end, &end) : NULL;
	if (!unit || unit->value != 1) {
		reading->is_range = 0;
		return 0;
	}
	reading->period = unit->code;
	reading->rule = "duration.pair";
	return end;
}

/* Behind a duration: qua, tới, trước; not "trước khi". */
static size_t read_forth(const struct scan *scan, size_t at)
{
	size_t end;
	if (!lex_at(scan, LEX_FORTH, at, &end))
		return at;
	int when = word_is(scan, end, "khi") || word_is(scan, end, "lúc");
	/* một tuần trước Tết; 6 tháng trước "đêm ấy": what it comes before is said */
	int opens = (is_mark(scan, end, '"') || is_mark(scan, end, 0x201c)) && !is_glued(scan, end);
	int feast = word_is(scan, end, "Tết") || word_is(scan, end, "tết") || lex_at(scan, LEX_HOLIDAY, end, NULL);
	return when || (word_is(scan, at, "trước") && (opens || feast)) ? at : end;
}

size_t rule_duration(const struct scan *scan, size_t at, struct reading *reading)
{
	int half;
	size_t end;
	reading->kind = KIND_DURATION;
	reading->rule = "duration";
	size_t pair_end = read_pair_of_days(scan, at, reading);
	if (pair_end)
		return read_forth(scan, pair_end);
	size_t count_end = read_duration_count(scan, at, reading, &half);
	if (!count_end || (is_word(scan, at) && at > 0 && scan->tokens[at].letters != CASE_LOWER))
		return 0;
	if (glue_at(scan, at) == GLUE_ONE && is_some_day(scan, at, count_end))
		return 0;
	/* đôi ba tiếng, vài ba ngày: a few */
	if (is_word(scan, at) && count_end == at + 1 && lex_before(scan, LEX_FEW, at, NULL))
		return 0;
	/* 3-5 ngày */
	struct number first;
	number_copy(&first, &reading->from);
	size_t range_end = read_duration_range(scan, count_end, reading, NULL);
	const struct lex_entry *unit = lex_at(scan, LEX_DURATION, count_end, &end);
	if (!range_end && unit && !half) {
		range_end = read_duration_range(scan, end, reading, unit);
	}
	if (!range_end) {
		number_copy(&reading->from, &first);
		if (!unit || is_no_duration(scan, at, count_end, end) || is_unit_of_name(scan, at, count_end))
			return 0;
		set_period(reading, unit);
		if (half && !add_half(&reading->from, &reading->period))
			return 0;
		if (glue_at(scan, end) == GLUE_HALF_MORE && add_half(&reading->from, &reading->period))
			end++;
		else if (!half)
			end = read_smaller(scan, end, &reading->from, &reading->period);
		if (half && unit->value >= 10)
			number_set(&reading->from, (unsigned)unit->value / 2), reading->period = "Y";
	} else {
		end = range_end;
	}
	/* 39 giờ một tuần: how long in each of them */
	if (!range_end && reading->period[0] == 'T' && glue_at(scan, end) == GLUE_ONE) {
		size_t rate_end = per_read(scan, end, &reading->per);
		if (rate_end > end)
			return rate_end;
	}
	/* 44 năm tuổi: the age stays out of the span. */
	return read_forth(scan, end);
}

/* mỗi ngày, hằng năm, từng tháng */
static size_t read_each(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end;
	int glue = glue_at(scan, at);
	size_t from = at + 1;
	number_set(&reading->from, 1);
	if (glue == GLUE_EACH && (is_digits(scan, from) || may_start(scan, from, LEX_DIGIT)) &&
	    glue_at(scan, from) != GLUE_YEAR) {
		from = number_read(scan, from, &reading->from);
		if (!from)
			return 0;
	}
	const struct lex_entry *unit = lex_at(scan, LEX_DURATION, from, &end);
	/* từng giờ từng phút is a manner of speaking; hàng tiếng, hàng giờ a vague length. */
	if (!unit || end != from + 1 || glue_at(scan, from) == GLUE_HOUR_TIGHT ||
	    (glue == GLUE_EVERY && (slice_is(scan_word(scan, at), "từng") || slice_is(scan_word(scan, at), "Từng"))))
		return 0;
	/* tăng lên hàng tiếng: a length, too */
	if (glue == GLUE_EVERY && word_is(scan, from, "tiếng"))
		return 0;
	/* hàng năm trời: a length, long and vague */
	if (glue == GLUE_EVERY && word_is(scan, end, "trời"))
		return 0;
	if (glue_at(scan, from) == GLUE_QUARTER && is_word(scan, end) && number_roman(scan_word(scan, end)))
		return 0;
	if (year_at(scan, end) || (glue_at(scan, from) == GLUE_YEAR && word_is(scan, end, "học")))
		return 0;
	set_period(reading, unit);
	reading->rule = "set.each";
	return end;
}

/* ngày 1 lần, hai năm một lần, 5 năm/lần, mỗi năm một lần */
static size_t read_times_per(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end, from = at;
	struct number times;
	int counted =
		is_digits(scan, at) || (may_start(scan, at, LEX_DIGIT) && lex_at(scan, LEX_DURATION, at + 1, NULL));
	number_set(&reading->from, 1);
	if (counted) {
		from = glue_at(scan, at) == GLUE_YEAR ? at + 1 : number_read(scan, at, &reading->from);
		if (glue_at(scan, at) == GLUE_YEAR)
			number_set(&reading->from, 5);
	}
	const struct lex_entry *unit = from ? lex_at(scan, LEX_DURATION, from, &end) : NULL;
	if (!unit)
		return 0;
	if (is_mark(scan, end, '/') && glue_at(scan, end + 1) == GLUE_TIMES && counted) {
		set_period(reading, unit);
		reading->rule = "set.times";
		return end + 2;
	}
	size_t times_end = is_digits(scan, end) || may_start(scan, end, LEX_DIGIT) ? number_read(scan, end, &times) : 0;
	if (!times_end || glue_at(scan, times_end) != GLUE_TIMES || number_small(&times) < 1)
		return 0;
	/* ngày 2-3 lần is read here too; "tháng 5 lần" hardly occurs */
	if (counted && number_small(&times) != 1)
		return 0;
	set_period(reading, unit);
	reading->rule = "set.times";
	return times_end + 1;
}

size_t rule_set(const struct scan *scan, size_t at, struct reading *reading)
{
	reading->kind = KIND_SET;
	int glue = glue_at(scan, at);
	if (glue == GLUE_EACH || glue == GLUE_EVERY)
		return read_each(scan, at, reading);
	if (at > 0 && glue_at(scan, at - 1) == GLUE_EACH)
		return 0;
	if (!is_digits(scan, at) && !may_start(scan, at, LEX_DURATION) && !may_start(scan, at, LEX_DIGIT))
		return 0;
	return read_times_per(scan, at, reading);
}
