/* SPDX-License-Identifier: MIT */
/* Numbers in words, and magnitudes behind words and digits. */
#include "figures/number.h"
#include "vietnamese/syllable.h"

static const struct lex_entry *digit_at(const struct scan *scan, size_t at)
{
	return lex_at(scan, LEX_DIGIT, at, NULL);
}

static int scale_at(const struct scan *scan, size_t at, size_t *end)
{
	const struct lex_entry *entry = lex_at(scan, LEX_SCALE, at, end);
	return entry ? entry->value : 0;
}

/* Whether the word năm at the token must be five, because of what follows: năm mươi, năm triệu, năm rưỡi. */
static int goes_on(const struct scan *scan, size_t at)
{
	size_t end;
	int glue = glue_at(scan, at);
	return glue == GLUE_TENS || glue == GLUE_POINT || scale_at(scan, at, &end) > 0;
}

/* The digit behind tens: mươi mốt, mươi hai, mươi lăm. năm is a year there, unless a magnitude follows. */
static size_t read_last_digit(const struct scan *scan, size_t at, unsigned *value)
{
	const struct lex_entry *digit = lex_at(scan, LEX_UNIT_DIGIT, at, NULL);
	if (!digit) {
		digit = digit_at(scan, at);
		if (!digit || digit->value == 0 || (digit->value == 5 && !goes_on(scan, at + 1)))
			return at;
		/* "hai mươi ba triệu" is 23 million, "hai mươi trăm" nothing. */
		if (glue_at(scan, at + 1) == GLUE_TENS)
			return at;
	}
	*value += (unsigned)digit->value;
	return at + 1;
}

/* mười, mười lăm, hai mươi, hai mươi mốt, hai lăm. Returns 0 if there are no tens. */
static size_t read_tens(const struct scan *scan, size_t at, unsigned *value)
{
	if (glue_at(scan, at) == GLUE_TEN) {
		*value += 10;
		return read_last_digit(scan, at + 1, value);
	}
	const struct lex_entry *digit = digit_at(scan, at);
	if (!digit || digit->value == 0)
		return 0;
	if (glue_at(scan, at + 1) == GLUE_TENS) {
		*value += 10u * (unsigned)digit->value;
		return read_last_digit(scan, at + 2, value);
	}
	const struct lex_entry *unit = lex_at(scan, LEX_UNIT_DIGIT, at + 1, NULL);
	if (!unit || digit->value < 2)
		return 0;
	*value += 10u * (unsigned)digit->value + (unsigned)unit->value;
	return at + 2;
}

/* linh năm, lẻ ba. Returns at if there is none. */
static size_t read_linh(const struct scan *scan, size_t at, unsigned *value)
{
	const struct lex_entry *digit = glue_at(scan, at) == GLUE_LINH ? digit_at(scan, at + 1) : NULL;
	if (!digit)
		return at;
	*value += (unsigned)digit->value;
	return at + 2;
}

int number_is_hundred(const struct scan *scan, size_t at)
{
	size_t end;
	return scale_at(scan, at, &end) == 2;
}

/* What follows trăm: linh năm, hai mươi ba, mười; "trăm hai" is left to the caller. */
static size_t read_below_hundred(const struct scan *scan, size_t at, unsigned *value)
{
	size_t end = read_tens(scan, at, value);
	return end ? end : read_linh(scan, at, value);
}

/*
 * A number below a thousand in words. Sets *single if it is one word of a digit. năm alone is not read here unless a
 * magnitude follows; không only where trăm does.
 */
static size_t read_small(const struct scan *scan, size_t at, unsigned *value, int *single)
{
	*value = 0;
	*single = 0;
	const struct lex_entry *digit = digit_at(scan, at);
	if (digit && number_is_hundred(scan, at + 1)) {
		*value = 100u * (unsigned)digit->value;
		return read_below_hundred(scan, at + 2, value);
	}
	size_t end = read_tens(scan, at, value);
	if (end)
		return end;
	if (!digit || (digit->value == 0 && glue_at(scan, at + 1) != GLUE_POINT))
		return 0;
	*value = (unsigned)digit->value;
	*single = 1;
	return at + 1;
}

static int push(struct number *number, struct term term)
{
	if (number->count == NUMBER_TERMS)
		return 0;
	number->terms[number->count++] = term;
	return 1;
}

/* A chain of magnitudes multiplies: nghìn tỷ is 10^12. Returns the token behind, *power 0 if there is none. */
static size_t read_scales(const struct scan *scan, size_t at, int *power, int *last)
{
	enum { POWER_MAX = 60 };
	size_t end;
	*power = 0;
	for (int scale; *power < POWER_MAX && (scale = scale_at(scan, at, &end)) > 0; at = end) {
		*power += scale;
		*last = scale;
	}
	return at;
}

/* 150k, 1tr5, 2tỷ3: a magnitude on the digits, with the next digits on it. Returns at if there is none. */
static size_t read_tight_scale(const struct scan *scan, size_t at, struct number *number)
{
	size_t end;
	const struct lex_entry *scale = is_glued(scan, at) ? lex_at(scan, LEX_SCALE_TIGHT, at, &end) : NULL;
	if (!scale)
		return at;
	/* 4K is a screen, 5K a race. */
	if (scale->value == 3 && token_at(scan, at)->letters != CASE_LOWER && token_len(scan, at - 1) < 2)
		return at;
	number->terms[0].shift = number->scale = scale->value;
	number->tight = 1;
	if (is_digits(scan, end) && is_glued(scan, end) && token_len(scan, end) <= 3) {
		push(number,
		     (struct term){.whole = scan_word(scan, end), .shift = scale->value - (int)token_len(scan, end)});
		end++;
	}
	return end;
}

/* hai phẩy năm, không phẩy không năm: digits behind the point, or a number of tens. */
static size_t read_spelled_point(const struct scan *scan, size_t at, struct number *number)
{
	unsigned tens = 0;
	int shift = 0;
	size_t end = read_tens(scan, at, &tens);
	if (end) {
		push(number, (struct term){.small = tens, .shift = -2});
		return end;
	}
	for (const struct lex_entry *digit; shift > -6 && (digit = digit_at(scan, at)) != NULL; at++)
		if (!push(number, (struct term){.small = (unsigned)digit->value, .shift = --shift}))
			break;
	return at;
}

/*
 * The count before a magnitude: digits, words, or nothing where the magnitude stands for one (trăm lẻ năm).
 * Sets *count_end to the token behind it. Returns 0 if there is no number.
 */
static int read_count(const struct scan *scan, size_t at, struct number *part, int first, int *single,
		      size_t *count_end)
{
	unsigned value;
	size_t end;
	*single = 0;
	if (is_digits(scan, at)) {
		*count_end = number_read_digits(scan, at, part);
		return *count_end != 0;
	}
	number_clear(part);
	part->terms[0] = (struct term){.small = 0};
	part->count = 1;
	part->spelled = 1;
	end = read_small(scan, at, &value, single);
	if (end) {
		part->terms[0].small = value;
		/* mười mấy, hai mươi mấy */
		part->vague = glue_at(scan, end) == GLUE_SOME && end > at &&
			      (glue_at(scan, end - 1) == GLUE_TEN || glue_at(scan, end - 1) == GLUE_TENS);
		end += part->vague;
		if (glue_at(scan, end) == GLUE_POINT &&
		    (digit_at(scan, end + 1) || glue_at(scan, end + 1) == GLUE_TEN)) {
			*single = 0;
			end = read_spelled_point(scan, end + 1, part);
		}
		*count_end = end;
		return 1;
	}
	if (!first)
		return 0;
	/* nửa triệu is 5 · 10^5: the caller sees count 5 and takes a power off. */
	if (glue_at(scan, at) == GLUE_HALF && scale_at(scan, at + 1, &end) > 0) {
		part->terms[0].small = 5;
		part->terms[0].shift = -1;
		*count_end = at + 1;
		return 1;
	}
	if (scale_at(scan, at, &end) > 0) {
		part->terms[0].small = 1;
		part->bare = 1;
		*count_end = at;
		return 1;
	}
	return 0;
}

/* Whether a digit may be short for the next lower power: "một triệu ba", unless it counts what follows. */
static int may_be_shorthand(const struct scan *scan, size_t at)
{
	size_t end;
	if (lex_at(scan, LEX_CURRENCY, at, &end))
		return 1;
	return !is_word(scan, at) && !is_digits(scan, at);
}

/*
 * What may close a number behind its last magnitude: rưỡi, linh năm, a smaller number in full, a digit in short.
 * Returns the token behind, or at.
 */
static size_t read_close(const struct scan *scan, size_t at, struct number *number)
{
	unsigned value = 0;
	int single, power = number->scale;
	if (glue_at(scan, at) == GLUE_HALF_MORE)
		return push(number, (struct term){.small = 5, .shift = power - 1}) ? at + 1 : at;
	size_t end = read_linh(scan, at, &value);
	if (end > at)
		return push(number, (struct term){.small = value}) ? end : at;
	if (is_digits(scan, at)) {
		/* "5 nghìn 500": only where the digits fill the places. */
		if (power != 3 || token_len(scan, at) != 3 || number_is_separator(scan, at + 1))
			return at;
		return push(number, (struct term){.whole = scan_word(scan, at)}) ? at + 1 : at;
	}
	end = read_small(scan, at, &value, &single);
	if (!end || (single && (value == 0 || value == 5)))
		return at;
	if (!single)
		return power > 2 && push(number, (struct term){.small = value}) ? end : at;
	/* trăm hai, a hundred and twenty, may count what follows. */
	if (power == 1 || (!may_be_shorthand(scan, end) && !(number->bare && power == 2)))
		return at;
	return push(number, (struct term){.small = value, .shift = power - 1}) ? end : at;
}

static void add_part(struct number *number, const struct number *part, int power)
{
	for (size_t i = 0; i < part->count; i++) {
		struct term term = part->terms[i];
		term.shift += power;
		push(number, term);
	}
	number->vague |= part->vague;
}

/* Whether more follows a magnitude on the digits: 5tỷ đồng ends there, "2tỷ 350 triệu" and "2triệu rưỡi" do not. */
static int goes_on_apart(const struct scan *scan, size_t at)
{
	size_t end = at + 1, unused;
	if (glue_at(scan, end) == GLUE_HALF_MORE ||
	    (lex_at(scan, LEX_SCALE, at, NULL) && may_start(scan, end, LEX_SCALE)))
		return 1;
	return is_digits(scan, end) && !is_glued(scan, end) && scale_at(scan, end + 1, &unused) > 0;
}

/* hai trăm rưỡi: half of the hundred. */
static size_t read_half_hundred(const struct scan *scan, size_t at, struct number *number)
{
	int hundred = glue_at(scan, at) == GLUE_HALF_MORE && at > 0 && number_is_hundred(scan, at - 1);
	return hundred && push(number, (struct term){.small = 50}) ? at + 1 : at;
}

static size_t read_terms(const struct scan *scan, size_t at, struct number *number)
{
	struct number part;
	int single, power, last = 0, limit = 1000;
	size_t end = 0;
	for (int first = 1; number->count < NUMBER_TERMS - 6; first = 0) {
		size_t count_end;
		if (!read_count(scan, at, &part, first, &single, &count_end))
			break;
		if (first && !part.spelled && !goes_on_apart(scan, count_end)) {
			size_t tight_end = read_tight_scale(scan, count_end, &part);
			if (tight_end > count_end) {
				*number = part;
				return tight_end;
			}
		}
		size_t scale_end = read_scales(scan, count_end, &power, &last);
		if (first && power == 0) {
			number->spelled = part.spelled;
			number->separators = part.separators;
			add_part(number, &part, 0);
			return part.spelled ? read_half_hundred(scan, count_end, number) : count_end;
		}
		if (power == 0 || power >= limit)
			break;
		if (first) {
			number->spelled = part.spelled;
			number->bare = part.bare;
		}
		add_part(number, &part, power);
		limit = number->scale = power;
		at = end = scale_end;
	}
	return end ? read_close(scan, end, number) : 0;
}

/* Covid -19, STEREO -1: a dash behind a word of another language is no minus. */
int number_is_behind_name(const struct scan *scan, size_t dash)
{
	return dash > 0 && is_word(scan, dash - 1) && token_at(scan, dash - 1)->letters != CASE_LOWER &&
	       token_len(scan, dash + 1) <= 2 && !syllable_is_valid(scan_word(scan, dash - 1), 1);
}

/* A minus belongs to the digits that it stands on, if nothing stands on it: "-5 độ", not "Covid-19", not "5-10". */
static int is_minus(const struct scan *scan, size_t at)
{
	if (!is_mark_of(scan, at, U"-−") || !is_digits(scan, at + 1) || !is_glued(scan, at + 1))
		return 0;
	if (is_mark(scan, at - 1, '('))
		return 1;
	return !is_glued(scan, at) && !(at > 0 && (is_digits(scan, at - 1) || number_is_behind_name(scan, at)));
}

static size_t read_number(const struct scan *scan, size_t at, struct number *number)
{
	number_clear(number);
	int minus = is_minus(scan, at) || (glue_at(scan, at) == GLUE_MINUS && token_at(scan, at)->letters == CASE_LOWER);
	size_t end = read_terms(scan, at + (size_t)minus, number);
	if (end && minus) {
		number->negative = 1;
		number->bare = 0;
	}
	return end;
}

size_t number_end(const struct scan *scan, size_t at)
{
	struct number_memo *memo = scan->memo;
	if (memo->at != at) {
		memo->at = at;
		memo->end = number_may_begin(scan, at) ? read_number(scan, at, &memo->number) : 0;
	}
	return memo->end;
}

size_t number_read_here(const struct scan *scan, size_t at, struct number *number)
{
	if (number_end(scan, at))
		number_copy(number, &scan->memo->number);
	else
		number_clear(number);
	return scan->memo->end;
}
