/* SPDX-License-Identifier: MIT */
/* Lengths of time (TIMEX3's DURATION): 3-5 ngày, 2 năm 6 tháng, một giờ rưỡi, 10 năm qua. */
#include "figures/duration.h"

#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"

void duration_scale(struct number *number, const struct lex_entry *unit)
{
	/* 2,5 quý is 7.5 months: the number as often as there are months. Of years there are tens, hundreds, thousands. */
	size_t count = number->count, times = unit->value < 10 ? (size_t)unit->value : 1;
	for (size_t i = count; i < count * times && i < NUMBER_TERMS; i++)
		number->terms[number->count++] = number->terms[i - count];
	for (int years = unit->value; years >= 10; years /= 10)
		number_shift(number, 1);
}

void duration_set_unit(struct reading *reading, const struct lex_entry *unit)
{
	reading->period = unit->code;
	duration_scale(&reading->from, unit);
}

/* "lớp Anh 2 Tiếng Anh" is no length; nor is the 6s of "iPhone 5s, 6s". */
static int is_unit_of_name(const struct scan *scan, size_t at, size_t count_end)
{
	if (token_at(scan, count_end)->letters == CASE_CAPITAL && token_len(scan, count_end) > 1)
		return 1;
	/* triết lý 5H */
	if (glue_at(scan, count_end) == GLUE_HOUR_TIGHT && token_at(scan, count_end)->letters != CASE_LOWER)
		return 1;
	/* 6s Plus, 1960s */
	if (word_is(scan, count_end, "s") && is_glued(scan, count_end) &&
	    (scan_is_name(scan, count_end + 1) || (token_len(scan, at) == 4 && scan_digits_value(scan, at) >= 1900)))
		return 1;
	int listed = at > 1 && (is_mark(scan, at - 1, ',') || glue_at(scan, at - 1) == GLUE_AND ||
				glue_at(scan, at - 1) == GLUE_OR);
	if (!listed || !word_is(scan, count_end, "s") || !is_glued(scan, count_end))
		return 0;
	/* Galaxy S5 và 5s */
	return (word_is(scan, at - 2, "s") && scan->last_end != at - 1) ||
	       (is_digits(scan, at - 2) && is_glued(scan, at - 2) && is_word(scan, at - 3));
}

/* Not 1/2 năm nay: a day. */
size_t duration_half_end(const struct scan *scan, size_t at)
{
	enum { DIGITS = 3 };
	if (!is_mark(scan, at + 1, '/') || !is_digits(scan, at) || scan_digits_value(scan, at) != 1 ||
	    !is_digits(scan, at + 2) || scan_digits_value(scan, at + 2) != 2)
		return 0;
	size_t unit = at + DIGITS;
	int spaced = is_lower_word(scan, unit) && !is_glued(scan, unit) && glue_at(scan, unit) != GLUE_YEAR;
	return spaced && lex_at(scan, LEX_DURATION, unit, NULL) ? unit : 0;
}

/* The number before the unit: also năm năm, where the first is five, and nửa. */
static size_t read_duration_count(const struct scan *scan, size_t at, struct reading *reading, int *half)
{
	*half = 0;
	size_t half_end = glue_at(scan, at) == GLUE_HALF && lex_at(scan, LEX_DURATION, at + 1, NULL)
				  ? at + 1
				  : duration_half_end(scan, at);
	if (half_end) {
		*half = 1;
		number_set(&reading->from, 0);
		return half_end;
	}
	if (glue_at(scan, at) == GLUE_YEAR) {
		/* năm tháng ngày giờ của một người: no months */
		int month = glue_at(scan, at + 1) == GLUE_MONTH && glue_at(scan, at + 2) != GLUE_DAY;
		int year = glue_at(scan, at + 1) == GLUE_YEAR || month ||
			   glue_at(scan, at + 1) == GLUE_WEEK || glue_at(scan, at + 1) == GLUE_MINUTE ||
			   glue_at(scan, at + 1) == GLUE_HOUR || (glue_at(scan, at + 1) == GLUE_DAY && at > 0);
		if (!year || (at > 0 && is_each(scan, at - 1)))
			return 0;
		/* những năm tháng, theo dòng năm tháng; suốt năm năm */
		const struct lex_entry *years = lex_before(scan, LEX_YEARS_BEFORE, at, NULL);
		if ((years && years->value != YEARS) || (at > 0 && glue_at(scan, at - 1) == GLUE_THOSE))
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
	/* 24 tháng đến dưới 48 tháng */
	size_t from = scan_is_dash(scan, joint - 1) ? joint : mod_skip(scan, joint);
	size_t count_end = number_read(scan, from, &reading->to);
	const struct lex_entry *second = count_end ? lex_at(scan, LEX_DURATION, count_end, &end) : NULL;
	if (!second || (unit && strcmp(unit->code, second->code) != 0))
		return 0;
	number_share_scale(&reading->from, &reading->to);
	long a = number_small(&reading->from), b = number_small(&reading->to);
	/* 145 đến 66 triệu năm trước: backwards from now */
	if (a >= 0 && b >= 0 && (a == b || (a > b && (glue_at(scan, end) != GLUE_BEFORE || second->code[0] != 'Y'))))
		return 0;
	reading->is_range = 1;
	reading->period = second->code;
	duration_scale(&reading->from, second);
	duration_scale(&reading->to, second);
	return end;
}

int duration_is_noun(const struct scan *scan, size_t at)
{
	const struct lex_entry *noun = lex_at(scan, LEX_COUNTED, at, NULL);
	return noun && noun->value == COUNTED_SOUND;
}

/* Whether a unit of time behind a number is none: 5 quý (khách), 2 ngày 26 và 27-9, tháng 5 năm, 12h (a time). */
static int is_no_duration(const struct scan *scan, size_t at, size_t count_end, size_t end)
{
	int unit = glue_at(scan, count_end);
	if (duration_is_noun(scan, count_end))
		return 1;
	/* 720p: lines of a picture */
	enum { LINES_LEAST = 240 };
	if (word_is(scan, count_end, "p") && is_digits(scan, at) && scan_digits_value(scan, at) >= LINES_LEAST)
		return 1;
	/* giảm so với con số 40.000 tuần trước: then */
	if (count_end == at + 3 && (unit == GLUE_WEEK || unit == GLUE_MONTH) && glue_at(scan, end) == GLUE_BEFORE)
		return 1;
	if (at > 0 && (glue_at(scan, at - 1) == GLUE_MONTH || glue_at(scan, at - 1) == GLUE_QUARTER) &&
	    unit == GLUE_YEAR)
		return 1;
	if (at > 0 && glue_at(scan, at - 1) == GLUE_DAY && unit == GLUE_MONTH)
		return 1;
	/* 26 tháng 9; 2 ngày 26 và 27-9: the digits belong to what follows; not in 3 ngày 2 đêm. */
	if ((unit == GLUE_MONTH || unit == GLUE_DAY) && end == count_end + 1 && is_digits(scan, end) &&
	    token_len(scan, end) <= 2 && !lex_at(scan, LEX_DURATION, end + 1, NULL) &&
	    !(unit == GLUE_DAY && lex_at(scan, LEX_PART, end + 1, NULL)) && glue_at(scan, end + 1) != GLUE_TIMES)
		return 1;
	/* 3 năm học; but "7 năm học tập", "5 năm học đại học" */
	int schooled = glue_at(scan, end) == GLUE_STUDY && is_lower_word(scan, end) &&
		       (!is_lower_word(scan, end + 1) || lex_at(scan, LEX_STOP, end + 1, NULL));
	return unit == GLUE_YEAR && end == count_end + 1 && (year_at(scan, end) || schooled);
}

/* "một ngày buồn", "vào một ngày": some day, no length. */
static int is_some_day(const struct scan *scan, size_t at, size_t count_end)
{
	size_t end;
	/* một ngày nào đó, chưa một năm nào */
	if (lex_at(scan, LEX_LABEL_AFTER, count_end, NULL))
		return 1;
	if (glue_at(scan, count_end) != GLUE_DAY || !lex_at(scan, LEX_DURATION, count_end, &end))
		return 0;
	if ((is_mark(scan, end, ',') && at == 0) || (at > 0 && glue_at(scan, at - 1) == GLUE_SAME))
		return 1;
	if (at > 0 && (glue_at(scan, at - 1) == GLUE_AT || glue_at(scan, at - 1) == GLUE_IS))
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
size_t duration_read_forth(const struct scan *scan, size_t at)
{
	size_t end;
	const struct lex_entry *forth = lex_at(scan, LEX_FORTH, at, &end);
	if (!forth || forth->code)
		return at;
	/* một tuần trước Tết; 6 tháng trước "đêm ấy", trước ngày nhập viện: what it comes before is said */
	int opens = is_mark_of(scan, end, U"\"“") && !is_glued(scan, end);
	int feast = glue_at(scan, end) == GLUE_TET ||
		    (glue_at(scan, end) == GLUE_DAY && (is_word(scan, end + 1) || is_digits(scan, end + 1))) ||
		    lex_at(scan, LEX_HOLIDAY, end, NULL);
	return glue_at(scan, at) == GLUE_BEFORE && (opens || feast) ? at : end;
}

/* 39 giờ một tuần, 5-7 giờ/ngày, 15 phút mỗi tối: how long in each of them. Returns the token behind, or at. */
static size_t read_rate(const struct scan *scan, size_t at, struct reading *reading)
{
	int short_one = reading->period[0] == 'T';
	/* nghỉ 2 ngày/tuần, 12 ngày mỗi năm; but 5 ngày/4 đêm, and 3 tháng một lần */
	int rated = is_mark(scan, at, '/')	      ? short_one || may_start(scan, at + 1, LEX_DURATION)
		    : glue_at(scan, at) == GLUE_ONE ? short_one
						      : glue_at(scan, at) == GLUE_EACH;
	return rated ? per_read(scan, at, &reading->per) : at;
}

/* Whether the count may be one of a length: not "Hai năm" of a name, một ngày kia, 1 ngày nào đó, đôi ba tiếng. */
static int may_be_length(const struct scan *scan, size_t at, size_t count_end)
{
	if (is_word(scan, at) && at > 0 && token_at(scan, at)->letters != CASE_LOWER)
		return 0;
	if (glue_at(scan, at) == GLUE_ONE && is_some_day(scan, at, count_end))
		return 0;
	if (is_digits(scan, at) && scan_digits_value(scan, at) == 1 && lex_at(scan, LEX_LABEL_AFTER, count_end, NULL))
		return 0;
	return !is_word(scan, at) || count_end != at + 1 || !lex_before(scan, LEX_FEW, at, NULL);
}

size_t rule_duration(const struct scan *scan, size_t at, struct reading *reading)
{
	int half;
	size_t end;
	reading->kind = KIND_DURATION;
	reading->rule = "duration";
	size_t pair_end = read_pair_of_days(scan, at, reading);
	if (pair_end)
		return duration_read_forth(scan, pair_end);
	size_t count_end = read_duration_count(scan, at, reading, &half);
	if (!count_end || !may_be_length(scan, at, count_end))
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
		duration_set_unit(reading, unit);
		if (half && !length_add_half(&reading->from, &reading->period, unit))
			return 0;
		if (glue_at(scan, end) == GLUE_HALF_MORE && length_add_half(&reading->from, &reading->period, unit))
			end++;
		else if (!half) {
			end = length_read_more(scan, end, &reading->from, &reading->period);
			end = length_read_second(scan, end, reading);
		}
		if (half && unit->value >= 10)
			number_set(&reading->from, (unsigned)unit->value / 2), reading->period = "Y";
	} else {
		end = length_end_range(scan, range_end, reading);
	}
	size_t rate_end = read_rate(scan, end, reading);
	if (rate_end > end)
		return rate_end;
	/* 44 năm tuổi: the age stays out of the span. */
	return duration_read_forth(scan, end);
}
