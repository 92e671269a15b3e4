/* SPDX-License-Identifier: MIT */
/* Clock times without a day. */
#include "figures/date.h"
#include "figures/quantity.h"

/*
 * "Khoảng 15h, xe nổ máy": what opens a clause and closes with a comma is no length, unless a verb says so; nor is
 * "khoảng 19h", for what lasts so long is said in words.
 */
static int is_about_clock(const struct scan *scan, size_t at, size_t end, const struct clock *clock)
{
	size_t begin;
	const struct lex_entry *about = lex_before(scan, LEX_MOD, at, &begin), *said;
	if (!about || about->value != MOD_ABOUT || begin + 1 != at || clock->hour < 5)
		return 0;
	int late = clock->hour > 12 && glue_at(scan, at + 1) == GLUE_HOUR_TIGHT && is_word(scan, end) &&
		   !is_glued(scan, end);
	/* "Khoảng 17h": all that a line says */
	int whole = at == 1 && end == scan->count;
	if (!late && !whole && (!is_mark(scan, end, ',') || is_glued(scan, end + 1)))
		return 0;
	said = at > 1 ? lex_before(scan, LEX_CLOCK_BEFORE, at - 1, NULL) : NULL;
	return at == 1 || !is_word(scan, at - 2) || (said && said->value == CLOCK_TIME) ||
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
	if (clock->sure == 2 || (glue_at(scan, end) == GLUE_SAME && glue_at(scan, end + 1) == GLUE_DAY) ||
	    is_about_clock(scan, at, end, clock))
		return 1;
	int tight = glue_at(scan, at + 1) != GLUE_HOUR;
	/* 6h liên tục */
	const struct lex_entry *after = lex_at(scan, LEX_CLOCK_BEFORE, end, NULL);
	if (after && after->flags & LEX_STRONG)
		return 0;
	/* vào khoảng 12 giờ sau khi chết */
	size_t behind;
	if (!tight && !clock->sure && glue_at(scan, end) == GLUE_AFTER && lex_at(scan, LEX_REL, end, &behind) && behind > end + 1)
		return 0;
	/* "sau 6h" is a time, "sau 6 giờ" a duration */
	if (before && before->value != CLOCK_LENGTH_SPELLED)
		return before->value == CLOCK_TIME;
	if (!tight)
		return !before && clock->sure &&
		       (at == 0 || is_mark(scan, at - 1, '(') || glue_at(scan, at - 1) == GLUE_FROM ||
			glue_at(scan, at - 1) == GLUE_TO);
	if (clock->sure || before)
		return 1;
	const struct lex_entry *mod = at > 0 ? lex_before(scan, LEX_MOD, at, NULL) : NULL;
	/* 8h is a time unless said otherwise; 8 giờ is eight hours unless said otherwise, and 5H is a slogan. */
	return end == at + 2 && token_at(scan, at + 1)->letters == CASE_LOWER &&
	       glue_at(scan, at + 1) == GLUE_HOUR_TIGHT && !mod && !(is_mark(scan, end, '/') && is_glued(scan, end));
}

/* 10 - 15h, 6-7h sáng: the first hour without its h. */
static size_t read_tight_range(const struct scan *scan, size_t at, struct reading *reading)
{
	struct clock clock, until;
	size_t end, part_end;
	long hour = is_digits(scan, at) && token_len(scan, at) <= 2 ? scan_digits_value(scan, at) : -1;
	int word = glue_at(scan, at + 1) == GLUE_TO;
	/* mất 5-6h */
	const struct lex_entry *before = at > 0 ? lex_before(scan, LEX_CLOCK_BEFORE, at, NULL) : NULL;
	if (before && (before->value == CLOCK_LENGTH_VAGUE || glue_at(scan, at - 1) == GLUE_TAKES))
		return 0;
	if (hour < 0 || (!scan_is_dash(scan, at + 1) && !word) || !is_digits(scan, at + 2) ||
	    number_is_inside_name(scan, at, at + 1))
		return 0;
	end = clock_read(scan, at + 2, &until);
	/* 6-6h30 */
	int same = hour == until.hour && (until.minute == 0 || token_len(scan, at) != token_len(scan, at + 2));
	if (!end || hour > until.hour || same)
		return 0;
	/* "mở từ 8 đến 17 giờ" are opening hours; "từ 3 đến 5 giờ" is a length. */
	if (at > 0 && glue_at(scan, at - 1) == GLUE_FROM && hour >= 5 && until.hour >= hour + 4 &&
	    until.hour < 24)
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
	/* 12h30-5h: in the afternoon */
	if (!part && !first_part && reading->first.hour == 12 && until.hour < 7)
		until.hour += 12;
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
	    next != GLUE_HALF_MORE &&
	    token_at(scan, at + 1)->kind != TOKEN_MARK)
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
