/* SPDX-License-Identifier: MIT */
/* Numbers with and without a unit, their ranges and rates. */
#include <string.h>

#include "figures/count.h"
#include "figures/date.h"
#include "figures/duration.h"
#include "figures/quantity.h"

/* Digits that a dash joins tight to more of them, behind letters in capitals. */
static int is_model(const struct scan *scan, size_t at)
{
	return is_digits(scan, at) && joins_digits(scan, at + 1) && at > 0 && is_word(scan, at - 1) &&
	       token_at(scan, at - 1)->letters == CASE_UPPER && token_len(scan, at - 1) > 1;
}

/* 04-05, 99-00: two years of two digits each, the one after the other. */
static int is_season(const struct scan *scan, size_t first, size_t second)
{
	if (token_len(scan, first) != 2 || token_len(scan, second) != 2)
		return 0;
	long from = scan_digits_value(scan, first), to = scan_digits_value(scan, second);
	return from >= 0 && to >= 0 && (from < 10 || to < 10) && to == (from + 1) % 100;
}

/*
 * 1,500 bảng, 12,350 USD: money has cents, no thousandths, so that three digits behind a comma are thousands. A euro
 * may cost 1,142 USD.
 */
static void read_foreign_thousands(const struct scan *scan, size_t at, size_t number_end, struct number *number,
				   const struct tail *tail)
{
	static const char *const in_cents[] = {"USD", "EUR", "GBP", "VND"};
	struct term *term = &number->terms[0];
	if (tail->kind != KIND_MONEY || number->count != 1 || number->scale || number_end != at + 3 ||
	    term->fraction.len != 3 || !is_mark(scan, at + 1, ',') || term->whole.ptr[0] == '0' ||
	    term->whole.len > 3 ||
	    (term->whole.len == 1 && term->whole.ptr[0] == '1' && memcmp(term->fraction.ptr + 1, "00", 2) != 0))
		return;
	for (size_t i = 0; i < sizeof in_cents / sizeof *in_cents; i++) {
		if (strcmp(tail->unit, in_cents[i]) != 0)
			continue;
		term->whole = scan_text(scan, at, number_end);
		term->fraction.len = 0;
		return;
	}
}

/*
 * The second number of a range and its unit behind the joint. Units must agree, or be given once: "4 tấn đến dưới 10
 * tấn", "30%-50%", "35 đến 40 tỷ đồng".
 */
static size_t read_second(const struct scan *scan, size_t joint, struct reading *reading, struct tail *tail)
{
	struct tail second;
	int dash = scan_is_dash(scan, joint - 1);
	size_t from = dash ? joint : mod_skip(scan, joint);
	/* 500.000- 550.000 đồng: white space is lost easily, but 2 - 3 and 2 -3 are not the same */
	if (dash && tail->kind == KIND_NUMBER && !reading->from.separators && !may_start(scan, joint + 1, LEX_SCALE) &&
	    is_glued(scan, joint - 1) != is_glued(scan, joint))
		return 0;
	/* SEA Games 29-2017 */
	if (dash && is_digits(scan, joint - 2) && token_len(scan, joint - 2) < 3 && year_at(scan, from) >= 1900)
		return 0;
	/* ATR 72-500: a model */
	if (dash && is_model(scan, joint - 2) && tail->kind == KIND_NUMBER && !counts_behind(scan, from + 1))
		return 0;
	/* Milan (04-05): the years of a season; "nuôi 01-02 con" counts */
	if (dash && is_season(scan, joint - 2, from) && !counts_behind(scan, from + 1))
		return 0;
	/* 0862946688 - 0969999777 */
	if (is_digits(scan, from) && token_len(scan, from) > 8 && scan_word(scan, from).ptr[0] == '0')
		return 0;
	size_t number_end = is_digits(scan, from) || is_word(scan, from) ? number_read(scan, from, &reading->to) : 0;
	if (!number_end || reading->to.bare || (reading->to.spelled && dash && !reading->from.spelled))
		return 0;
	size_t end = tail_read(scan, number_end, &reading->to, &second);
	read_foreign_thousands(scan, from, number_end, &reading->to, &second);
	if (tail->kind != KIND_NUMBER && (tail->kind != second.kind || strcmp(tail->unit, second.unit) != 0))
		return 0;
	if (tail->kind == KIND_NUMBER)
		number_share_scale(&reading->from, &reading->to);
	if (!number_ascends(&reading->from, &reading->to) || number_has_suffix(scan, from, number_end))
		return 0;
	*tail = second;
	return end;
}

/* $50, US$ 1,2 tỷ: the currency before the number. */
static size_t read_prefixed(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t from;
	const struct lex_entry *currency = lex_at(scan, LEX_CURRENCY, at, &from);
	if (!currency || !currency->code || !(token_at(scan, from - 1)->mark || token_at(scan, at)->letters == CASE_UPPER) ||
	    !is_digits(scan, from))
		return 0;
	size_t end = number_read(scan, from, &reading->from);
	if (!end || (at > 0 && is_digits(scan, at - 1)))
		return 0;
	/* EURO 2016 is a tournament */
	if (!token_at(scan, from - 1)->mark && end == from + 1 && scan_digits_value(scan, from) >= 1900 &&
	    scan_digits_value(scan, from) <= 2100)
		return 0;
	reading->kind = KIND_MONEY;
	reading->unit = currency->code;
	reading->rule = "money.prefixed";
	/* $50-60, USD1000-1300/năm */
	size_t joint = joint_read(scan, end), last;
	if (joint && is_digits(scan, joint) && (last = number_read(scan, joint, &reading->to)) != 0) {
		number_share_scale(&reading->from, &reading->to);
		reading->is_range = number_ascends(&reading->from, &reading->to);
		end = reading->is_range ? last : end;
	}
	return per_read(scan, end, &reading->per);
}

/* A bare amount beside a word of money is money: "giá 5 triệu", "vốn 11.000 tỷ". */
static int is_beside_money(const struct scan *scan, size_t at, size_t end)
{
	enum { NEAR = 12 };
	if (scan->has_money)
		return 1;
	for (size_t n = 1; n <= NEAR && n <= at; n++) {
		if (is_mark(scan, at - n, '.') || is_mark(scan, at - n, ';'))
			break;
		if (lex_at(scan, LEX_MONEY_WORD, at - n, NULL) || lex_at(scan, LEX_CURRENCY, at - n, NULL))
			return 1;
	}
	return lex_at(scan, LEX_MONEY_WORD, end, NULL) != NULL;
}

/*
 * 740 triệu đôla, nhiều hơn 78 triệu so với Real: the currency that was said goes on; not in what it is worth, "1 triệu
 * USD (25 tỷ)".
 */
static const char *currency_beside(const struct scan *scan, size_t at)
{
	enum { NEAR = 3 };
	if (!scan->in_millions)
		return "VND";
	for (size_t n = 1; n <= NEAR && n <= at; n++) {
		int glue = glue_at(scan, at - n);
		if (is_mark_of(scan, at - n, U"(=~") || glue == GLUE_WORTH || glue == GLUE_TIMES_OF)
			return "VND";
	}
	return scan->in_millions;
}

/* Whether nothing is counted behind the amount. */
static int is_open_amount(const struct scan *scan, size_t end)
{
	if (lex_at(scan, LEX_MONEY_WORD, end, NULL))
		return 1;
	return !lex_at(scan, LEX_COUNTED, end, NULL) &&
	       (!is_lower_word(scan, end) || lex_at(scan, LEX_STOP, end, NULL));
}

static void set_tail(struct reading *reading, const struct tail *tail)
{
	reading->kind = tail->kind;
	reading->unit = tail->unit;
	reading->rule = tail->rule;
}

/* 47,9 triệu đồng/lượng, tăng 300 nghìn; giảm mất 2.000: thousands by which a price has changed. */
static int is_step(const struct scan *scan, size_t at, const struct number *last)
{
	if (!scan->has_money || at < 2)
		return 0;
	int plain = last->scale == 0 && last->separators && !last->spelled && number_small(last) % 1000 == 0;
	return (last->scale == 3 || plain) &&
	       (lex_before(scan, LEX_CHANGE, at, NULL) || lex_before(scan, LEX_CHANGE, at - 1, NULL));
}

/* Money and its rate behind the number: also "5 triệu" that is money by its neighbours. */
static size_t finish(const struct scan *scan, size_t at, size_t end, struct reading *reading)
{
	const struct number *last = reading->is_range ? &reading->to : &reading->from;
	/* giá từ 200.000 đến 250.000/kg */
	int rated = last->separators && !last->spelled && number_small(last) >= 1000 && is_mark(scan, end, '/') &&
		    is_glued(scan, end) && is_word(scan, end + 1) && !may_start(scan, end + 1, LEX_CURRENCY);
	/* 55 triệu/tháng: nothing but money has so much in a time without a noun */
	int income = last->scale >= 6 && is_mark(scan, end, '/') && is_word(scan, end + 1);
	int much = rated || last->scale >= 6 || last->tight || is_step(scan, at, last);
	if (reading->kind == KIND_NUMBER && much && is_open_amount(scan, end) &&
	    (income || is_beside_money(scan, at, end))) {
		reading->kind = KIND_MONEY;
		reading->unit = currency_beside(scan, at);
		reading->rule = "money.beside";
	}
	if (reading->kind == KIND_NUMBER && (!last->bare || reading->mods[0] == MOD_VAGUE)) {
		size_t rate_end = rate_read_counted(scan, end, reading);
		if (rate_end > end) {
			reading->rule = "number.rate";
			return rate_end;
		}
	}
	if (reading->kind != KIND_NUMBER || last->scale > 0)
		end = per_read(scan, end, &reading->per);
	reading->counts = reading->kind == KIND_NUMBER;
	return end;
}

/* 1m75, 3kg5: the decimals behind the unit. */
static size_t read_tight_decimals(const struct scan *scan, size_t at, struct reading *reading, const struct tail *tail)
{
	int metre = tail->kind == KIND_MEASURE && (strcmp(tail->unit, "m") == 0 || strcmp(tail->unit, "kg") == 0);
	if (!metre || !is_digits(scan, at) || token_len(scan, at) > 2 || reading->from.count > 1 ||
	    reading->from.terms[0].fraction.len)
		return at;
	if (!is_glued(scan, at) || (is_glued(scan, at + 1) && (is_word(scan, at + 1) || is_mark(scan, at + 1, '/'))))
		return at;
	reading->from.terms[0].fraction = scan_word(scan, at);
	return at + 1;
}

/* A word that begins a range must be a plain number: not Ba of a name, not a bare trăm. */
static int may_open_range(const struct scan *scan, size_t at, const struct number *first)
{
	return !first->bare && !(first->spelled && at > 0 && token_at(scan, at)->letters != CASE_LOWER);
}

/* Whether more dashes and numbers stand on either side of the range that a dash before `joint` makes. */
static int is_in_chain(const struct scan *scan, size_t at, size_t joint, size_t end)
{
	if (!scan_is_dash(scan, joint - 1))
		return 0;
	return (scan_is_dash(scan, end) && is_digits(scan, end + 1)) ||
	       (at > 1 && scan_is_dash(scan, at - 1) && is_digits(scan, at - 2));
}

/* The second bound of a range. 55 triệu đồng/lượng - 56 triệu đồng/lượng: a rate may stand on both, the same one. */
static size_t read_bound(const struct scan *scan, size_t at, size_t end, struct reading *reading, struct tail *tail)
{
	struct slice rate = {0}, second = {0};
	size_t rate_end = per_read(scan, end, &rate);
	size_t joint = joint_read(scan, rate_end);
	if (!joint || !may_open_range(scan, at, &reading->from))
		return 0;
	size_t range_end = read_second(scan, joint, reading, tail);
	/* 02 - 06 - 10 - 13, 5MP - 24MP - 8MP: a list */
	if (range_end && is_in_chain(scan, at, joint, range_end))
		return 0;
	if (!range_end || rate_end == end)
		return range_end;
	return per_read(scan, range_end, &second) > range_end && slice_equal(rate, second) ? range_end : 0;
}

/* A dash or a slash that stands tight between the digits before the token and those behind. */
static int joins(const struct scan *scan, size_t mark)
{
	return (scan_is_dash(scan, mark) || is_mark(scan, mark, '/')) && joins_digits(scan, mark) &&
	       is_digits(scan, mark - 1);
}

/*
 * B727-200, 20-11, 2/2016-5/2017, kèo 11/10: digits that a mark joins and that no rule has read together are a code, or
 * what only their writer could tell; neither is a number. Behind an ordinal the slash is "out of": thứ 6/9; so is it
 * behind decimals, 24,4/100.000. In 64/128 GB both are sizes.
 */
static int is_half_of_pair(const struct scan *scan, size_t at, size_t end, const struct number *number)
{
	int ranked = scan->last_kind == KIND_ORDINAL && scan->last_end + 1 == at;
	if (at > 1 && is_glued(scan, at) && joins(scan, at - 1) && !ranked)
		return 1;
	if (!is_glued(scan, end) || !joins(scan, end))
		return 0;
	if (!is_mark(scan, end, '/') || is_mark(scan, end + 2, '/'))
		return 1;
	/* 1/5 triệu trẻ: one in so many */
	if (number_small(number) == 1 && lex_at(scan, LEX_SCALE, end + 2, NULL))
		return 1;
	return !number->separators && !unit_behind(scan, end + 2);
}

static size_t read_plain(const struct scan *scan, size_t at, struct reading *reading)
{
	struct tail tail;
	size_t number_end = number_read(scan, at, &reading->from), end;
	if (!number_end && glue_at(scan, at) == GLUE_YEAR && count_is_five(scan, at)) {
		number_set(&reading->from, 5);
		reading->from.spelled = 1;
		number_end = at + 1;
	}
	/* nửa lít */
	if (!number_end && half_of_unit(scan, at)) {
		number_set(&reading->from, 5);
		number_shift(&reading->from, -1);
		number_end = at + 1;
	}
	if (!number_end || number_is_inside_name(scan, at, number_end))
		return 0;
	end = tail_read(scan, number_end, &reading->from, &tail);
	end = read_tight_decimals(scan, end, reading, &tail);
	read_foreign_thousands(scan, at, number_end, &reading->from, &tail);
	struct number first;
	number_copy(&first, &reading->from);
	struct tail range_tail = tail;
	size_t range_end = read_bound(scan, at, end, reading, &range_tail);
	if (range_end) {
		/* 22,520-22,610 đồng: the unit stands behind the second alone */
		if (tail.kind == KIND_NUMBER)
			read_foreign_thousands(scan, at, number_end, &reading->from, &range_tail);
		set_tail(reading, &range_tail);
		reading->is_range = 1;
		return finish(scan, at, range_end, reading);
	}
	number_copy(&reading->from, &first);
	if (tail.kind == KIND_NUMBER && is_digits(scan, at) && is_half_of_pair(scan, at, end, &first))
		return 0;
	if (!count_is_meant(scan, at, number_end, &reading->from, &tail))
		return 0;
	set_tail(reading, &tail);
	return finish(scan, at, end, reading);
}

size_t rule_quantity(const struct scan *scan, size_t at, struct reading *reading)
{
	struct tail tail;
	if (may_start(scan, at, LEX_CURRENCY)) {
		size_t end = read_prefixed(scan, at, reading);
		if (end)
			return end;
	}
	size_t two = number_read_two_digits(scan, at, reading);
	if (two) {
		size_t end = tail_read(scan, two, &reading->to, &tail);
		set_tail(reading, &tail);
		return finish(scan, at, end, reading);
	}
	return read_plain(scan, at, reading);
}

int vague_may_begin(const struct scan *scan, size_t at)
{
	const struct lex_word *next = token_at(scan, at + 1)->word;
	return (next->starts >> LEX_SCALE | next->seconds >> LEX_VAGUE) & 1;
}

/* hàng chục, mấy chục năm, hàng trăm triệu đồng: the magnitude is all there is. */
size_t rule_vague(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t from, end;
	struct tail tail;
	const struct lex_entry *vague = lex_at(scan, LEX_VAGUE, at, &from);
	if (!vague || !may_start(scan, from, LEX_SCALE))
		return 0;
	end = number_read(scan, from, &reading->from);
	if (!end || !reading->from.bare || reading->from.count != 1)
		return 0;
	size_t tail_end = tail_read(scan, end, &reading->from, &tail);
	set_tail(reading, &tail);
	reading->mods[0] = MOD_VAGUE;
	/* not hàng chục nghìn tiếng ho */
	int may_last = tail.kind == KIND_NUMBER && !duration_is_noun(scan, end);
	const struct lex_entry *unit = may_last ? lex_at(scan, LEX_DURATION, end, &tail_end) : NULL;
	if (unit) {
		reading->kind = KIND_DURATION;
		reading->period = unit->code;
		duration_scale(&reading->from, unit);
		reading->rule = "duration.vague";
		return duration_read_forth(scan, tail_end);
	}
	size_t finished = finish(scan, at, tail_end, reading);
	if (reading->kind == KIND_NUMBER)
		reading->rule = "number.vague";
	return finished;
}
