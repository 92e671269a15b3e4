/* SPDX-License-Identifier: MIT */
#include "figures/date.h"
#include "figures/quantity.h"

/* 30' or 30’: minutes closed by a prime. */
static size_t skip_prime(const struct scan *scan, size_t at)
{
	return is_prime(scan, at) && is_glued(scan, at) ? at + 1 : at;
}

static int minute_at(const struct scan *scan, size_t at)
{
	long minute = token_len(scan, at) <= 2 ? scan_digits_value(scan, at) : -1;
	return minute >= 0 && minute < 60 ? (int)minute : -1;
}

/* 3:01 PM: the halves of the English day. Returns the token behind them, or at. */
static size_t read_half_of_day(const struct scan *scan, size_t at, struct clock *clock)
{
	int noon = word_is(scan, at, "PM") || word_is(scan, at, "pm");
	if ((!noon && !word_is(scan, at, "AM") && !word_is(scan, at, "am")) || clock->hour > 12)
		return at;
	clock->hour = clock->hour % 12 + (noon ? 12 : 0);
	return at + 1;
}

/* 15:57, 15:57:45, 2:37 PM. Returns the token behind them, or 0. */
static size_t read_colons(const struct scan *scan, size_t at, struct clock *clock)
{
	size_t end = at + 3;
	if (!is_mark(scan, at + 1, ':') || !is_tight(scan, at + 1) || token_len(scan, at + 2) != 2 ||
	    minute_at(scan, at + 2) < 0 || clock->hour >= 24)
		return 0;
	clock->minute = minute_at(scan, at + 2);
	clock->sure = 1;
	/* 2:15:30 could be how long a race took */
	if (token_len(scan, at) == 2 && is_mark(scan, end, ':') && is_tight(scan, end) && token_len(scan, end + 1) == 2 &&
	    minute_at(scan, end + 1) >= 0) {
		clock->seconds = minute_at(scan, end + 1) + 1;
		end += 2;
	}
	return read_half_of_day(scan, end, clock);
}

/* The p or ph of 9h15p. */
static int is_tight_minute(const struct scan *scan, size_t at)
{
	return is_glued(scan, at) && (word_is(scan, at, "p") || word_is(scan, at, "ph"));
}

/* 15h kém 20: so many minutes before the hour. Returns the token behind, or that of kém. */
static size_t read_less(const struct scan *scan, size_t at, struct clock *clock)
{
	int minute = is_digits(scan, at + 1) ? minute_at(scan, at + 1) : -1;
	if (minute < 1 || clock->hour < 1 || is_mark(scan, at + 2, '%') || is_mark(scan, at + 2, ','))
		return at;
	clock->hour--;
	clock->minute = 60 - minute;
	return glue_at(scan, at + 2) == GLUE_MINUTE ? at + 3 : at + 2;
}

/* sáng, hôm qua, chủ nhật, ngày 2-10: what an hour is of; not "10g ngày 2 lần". */
static int is_day_behind(const struct scan *scan, size_t at)
{
	if (lex_at(scan, LEX_PART, at, NULL) || lex_at(scan, LEX_REL_DAY, at, NULL) || lex_at(scan, LEX_WEEKDAY, at, NULL))
		return 1;
	return glue_at(scan, at) == GLUE_DAY && is_digits(scan, at + 1) &&
	       (glue_at(scan, at + 2) == GLUE_MONTH || joins_digits(scan, at + 2));
}

/* Whether the g before the token means giờ, and no grams: 8g ngày 2-10, 19g - 21g thứ bảy. */
static int is_hour_in_g(const struct scan *scan, size_t at)
{
	size_t joint = joint_read(scan, at);
	return is_day_behind(scan, at) ||
	       (joint && is_digits(scan, joint) && glue_at(scan, joint + 1) == GLUE_HOUR_TIGHT && is_day_behind(scan, joint + 2));
}

/* 19h, 19h30, 18g30, 18h30'. "g" needs the minutes or a day: 18g is eighteen grams. */
static size_t read_tight_clock(const struct scan *scan, size_t at, struct clock *clock)
{
	size_t end = at + 2;
	int gram = scan_word(scan, at + 1).ptr[0] == 'g' || scan_word(scan, at + 1).ptr[0] == 'G';
	clock->minute = 0;
	if (is_digits(scan, end) && minute_at(scan, end) >= 0 && (is_glued(scan, end) || !gram) &&
	    token_len(scan, end) == 2 && !(is_mark(scan, end + 1, '/') && is_glued(scan, end + 1)) &&
	    !(is_glued(scan, end) == 0 && scan_is_dash(scan, end + 1)) &&
	    (is_glued(scan, end) || glue_at(scan, end + 1) == GLUE_MINUTE || skip_prime(scan, end + 1) > end + 1 ||
	     lex_at(scan, LEX_PART, end + 1, NULL))) {
		clock->minute = minute_at(scan, end);
		/* 9h15p; but "chạy mất 2h45p" */
		clock->sure = !is_tight_minute(scan, end + 1);
		end = skip_prime(scan, end + 1);
		return glue_at(scan, end) == GLUE_MINUTE || !clock->sure ? end + 1 : end;
	}
	if (glue_at(scan, end) == GLUE_LESS)
		return read_less(scan, end, clock);
	/* 7h/ngày and 7h liền are hours of work; a letter on the h is another word. */
	int letter = is_glued(scan, end) && (is_word(scan, end) || is_digits(scan, end));
	if (letter || (gram && !is_hour_in_g(scan, end)))
		return 0;
	return end;
}

/* 7 giờ, 7 giờ 30 (phút), 7 giờ rưỡi, bảy giờ kém mười lăm. */
static size_t read_long_clock(const struct scan *scan, size_t at, struct clock *clock)
{
	struct number number;
	size_t end = at + 1;
	clock->minute = 0;
	if (glue_at(scan, end) == GLUE_HALF_MORE) {
		clock->minute = 30;
		return end + 1;
	}
	int less = glue_at(scan, end) == GLUE_LEFT ? 0 : glue_at(scan, end) == GLUE_LESS;
	size_t minute_end = number_read(scan, end + (size_t)less, &number);
	long minute = minute_end ? number_small(&number) : -1;
	if (minute < 0 || minute > 59)
		return end;
	if (glue_at(scan, minute_end) == GLUE_MINUTE)
		minute_end++;
	else if (!less && (number.spelled || token_len(scan, end) != 2 || number.separators ||
			   /* 0 giờ 25/11 */
			   (is_mark(scan, minute_end, '/') && joins_digits(scan, minute_end))))
		return end;
	if (less && clock->hour > 0) {
		clock->hour--;
		minute = 60 - minute;
	}
	clock->minute = (int)minute;
	/* 7 giờ 30: without phút no length looks like this */
	int said = glue_at(scan, minute_end - 1) == GLUE_MINUTE;
	clock->sure = less ? 0 : said || number.spelled ? 1 : 2;
	return minute_end;
}

size_t clock_read(const struct scan *scan, size_t at, struct clock *clock)
{
	struct number number;
	*clock = (struct clock){0};
	if (is_digits(scan, at) && token_len(scan, at) <= 2) {
		int next = glue_at(scan, at + 1);
		/* 4 rưỡi sáng */
		int half = next == GLUE_HALF_MORE && lex_at(scan, LEX_PART, at + 2, NULL);
		if (next != GLUE_HOUR && next != GLUE_HOUR_TIGHT && !is_mark(scan, at + 1, ':') && !half)
			return 0;
		clock->hour = (int)scan_digits_value(scan, at);
		if (clock->hour > 24)
			return 0;
		if (next == GLUE_HALF_MORE) {
			clock->minute = 30;
			return at + 2;
		}
		size_t colons_end = read_colons(scan, at, clock);
		if (colons_end)
			return colons_end;
		if (next == GLUE_HOUR_TIGHT &&
		    (is_glued(scan, at + 1) || token_len(scan, at + 1) == 1))
			return read_tight_clock(scan, at, clock);
		return next == GLUE_HOUR ? read_long_clock(scan, at + 1, clock) : 0;
	}
	size_t end = is_word(scan, at) ? number_read(scan, at, &number) : 0;
	long hour = end ? number_small(&number) : -1;
	if (hour < 0 || hour > 24 || glue_at(scan, end) != GLUE_HOUR)
		return 0;
	clock->hour = (int)hour;
	return read_long_clock(scan, end, clock);
}

void clock_set(struct moment *moment, const struct clock *clock, const struct lex_entry *part)
{
	moment->has_time = 1;
	moment->hour = clock->hour;
	moment->minute = clock->minute;
	moment->seconds = clock->seconds;
	/* 7 giờ tối is 19:00; 12 giờ trưa 12:00; 12 giờ đêm 24:00; 1 giờ trưa 13:00; 1h đêm 01:00. */
	if (!part || !part->code)
		return;
	int night = part->code[0] == 'N';
	if (part->value == 12 && moment->hour < 12 && !(night && moment->hour < 6))
		moment->hour += 12;
	else if (part->code[0] == 'M' && part->code[1] == 'I' && moment->hour > 0 && moment->hour < 6)
		moment->hour += 12;
	else if (night && moment->hour == 12)
		moment->hour = moment->minute ? 0 : 24;
}
