/* SPDX-License-Identifier: MIT */
/* Which numbers count at all: năm is five or a year, một one or an article, hai bên are not counted. */
#include "figures/count.h"

/* Whether the words before năm make it a year: mỗi năm, 5 năm, mười năm, đầu năm, nghìn năm. */
static int is_year_behind(const struct scan *scan, size_t at)
{
	int before = at > 0 ? glue_at(scan, at - 1) : 0;
	return (at > 0 && is_each(scan, at - 1)) || before == GLUE_GENERAL || before == GLUE_ONE ||
	       before == GLUE_WHOLE || before == GLUE_MONTH || before == GLUE_ORDER ||
	       (at > 0 && (is_digits(scan, at - 1) || may_start(scan, at - 1, LEX_DIGIT) ||
			   may_start(scan, at - 1, LEX_EDGE) || may_start(scan, at - 1, LEX_SCALE) ||
			   glue_at(scan, at - 1) == GLUE_TEN || glue_at(scan, at - 1) == GLUE_TENS));
}

/* năm before a noun that is counted, not behind a word that makes it a year. */
int count_is_five(const struct scan *scan, size_t at)
{
	/* bao nhiêu năm, những năm em học, quanh năm nước đổ: years, however many */
	const struct lex_entry *years = lex_before(scan, LEX_YEARS_BEFORE, at, NULL);
	if (years && (years->value != YEARS_MONTHS_ONLY || glue_at(scan, at + 1) == GLUE_MONTH))
		return 0;
	if (is_year_behind(scan, at))
		return 0;
	/* năm tháng ngày giờ of a life */
	if (glue_at(scan, at + 1) == GLUE_MONTH && glue_at(scan, at + 2) == GLUE_DAY)
		return 0;
	if (lex_at(scan, LEX_DURATION, at + 1, NULL))
		return glue_at(scan, at + 1) != GLUE_QUARTER;
	return lex_at(scan, LEX_COUNTED, at + 1, NULL) != NULL || glue_at(scan, at + 1) == GLUE_TIMES;
}

/* một with a unit, or where the words before say that it is counted. */
static int is_one(const struct scan *scan, size_t at)
{
	const struct lex_entry *mod = at > 0 ? lex_before(scan, LEX_MOD, at, NULL) : NULL;
	const struct lex_entry *counted = lex_at(scan, LEX_COUNTED, at + 1, NULL);
	if (counted && counted->value == COUNTED_VESSEL)
		return 1;
	if (!is_lower_word(scan, at + 1))
		return 0;
	if (mod && (mod->value == MOD_AT_LEAST || mod->value == MOD_AT_MOST))
		return 1;
	/* "bốn vụ, trong đó một vụ": beside another count of the sentence. */
	if (!counted || at < 2)
		return 0;
	if (glue_at(scan, at - 1) == GLUE_AND && scan->last_kind == KIND_NUMBER && scan->last_end + 6 > at &&
	    scan->last_end > 0)
		return 1;
	return lex_before(scan, LEX_CONTRAST, at, NULL) != NULL;
}

/* Whether a number in words, without a unit, counts what follows. */
static int counts(const struct scan *scan, size_t at, size_t end, const struct number *number)
{
	long value = number_small(number);
	int single = end == at + 1;
	if (at > 0 && token_at(scan, at)->letters != CASE_LOWER && !(at == 1 && token_at(scan, 0)->kind == TOKEN_MARK))
		return 0;
	const struct lex_entry *label = at > 0 ? lex_before(scan, LEX_LABEL, at, NULL) : NULL;
	if (label && label->value == LABEL_SPELLED)
		return 0;
	if (at > 0 && (glue_at(scan, at - 1) == GLUE_ORDER || glue_at(scan, at - 1) == GLUE_NUMBER_SIGN))
		return 0;
	if (!single)
		return 1;
	/* năm tuổi; but đá nghìn năm tuổi */
	if (glue_at(scan, end) == GLUE_AGE)
		return value > 0 && !(value == 5 && is_year_behind(scan, at));
	/* cả hai hoãn cưới, cả hai không: both of them, whatever follows */
	const struct lex_entry *digit = lex_at(scan, LEX_DIGIT, end, NULL);
	if (at > 0 && glue_at(scan, at - 1) == GLUE_WHOLE && value > 1 && value < 5 &&
	    (!digit || digit->value == 0) &&
	    !lex_at(scan, LEX_LABEL_AFTER, end, NULL))
		return 1;
	/* hai mẹ con are counted, hai mẹ are not */
	size_t noun_end = end;
	/* ba Quả bóng Vàng */
	if (is_word(scan, end) && token_at(scan, end)->letters == CASE_CAPITAL && value > 1 && value != 5 &&
	    lex_at(scan, LEX_COUNTED, end, NULL))
		return 1;
	if (!is_lower_word(scan, end) || (lex_at(scan, LEX_LABEL_AFTER, end, NULL) &&
					  !(lex_at(scan, LEX_COUNTED, end, &noun_end) && noun_end > end + 1)))
		return 0;
	/* hai hai hai; mười mươi is certain */
	if (digit || glue_at(scan, end) == GLUE_TENS)
		return 0;
	if (value == 1)
		return is_one(scan, at);
	if (value == 5)
		return count_is_five(scan, at);
	if (value == 0)
		return 0;
	if (lex_at(scan, LEX_COUNTED, end, NULL))
		return 1;
	/* chín and tám are other words too. */
	return value != 8 && value != 9 && !lex_at(scan, LEX_STOP, end, NULL);
}

/* chục, trăm without a count are numbers only behind a word of quantity: hơn chục, gần trăm. */
static int bare_is_meant(const struct scan *scan, size_t at, const struct number *number)
{
	if (number->count > 1)
		return 1;
	return at > 0 && lex_before(scan, LEX_MOD, at, NULL) != NULL;
}

/* một in digits, which is an article or of other words where một is: 1 số, 1 trong những, 1 ngày nào đó, 1 cách tự nhiên. */
static int is_one_of_words(const struct scan *scan, size_t end)
{
	size_t behind;
	int glue = glue_at(scan, end);
	return glue == GLUE_NUMBER_SIGN || glue == GLUE_MANNER ||
	       (glue == GLUE_GENERAL && glue_at(scan, end + 1) == GLUE_THOSE) ||
	       (lex_at(scan, LEX_LABEL_AFTER, end, &behind) && behind > end + 1);
}

/* Whether a number in digits counts: not the fineness of gold, a code, what is glued to letters. */
static int digits_are_meant(const struct scan *scan, size_t at, size_t end, const struct number *number,
			    enum figure_kind kind)
{
	/* vàng 24k: a fineness, no thousands */
	if (number->tight && at > 0 && glue_at(scan, at - 1) == GLUE_GOLD)
		return 0;
	if (kind != KIND_NUMBER)
		return 1;
	/* A word with its space lost before a number needs a unit behind it to be believed. */
	if (at > 0 && is_glued(scan, at) && is_word(scan, at - 1) && number->scale == 0)
		return 0;
	/* the 6s of "iPhone 5s, 6s", where it is no length; cộng 2,5đ: points */
	if (is_glued(scan, end) && ((token_len(scan, end) == 1 && may_start(scan, end, LEX_DURATION)) ||
				    may_start(scan, end, LEX_CURRENCY)))
		return 0;
	/* "2 bên" are sides, as hai bên are */
	if (number_small(number) == 2 && glue_at(scan, end) == GLUE_SIDE)
		return 0;
	if (number_small(number) == 1 && is_one_of_words(scan, end))
		return 0;
	/* đầu số 090, 0977: a code */
	int code = token_len(scan, at) > 2 && scan_word(scan, at).ptr[0] == '0' && end == at + 1;
	return !code || counts_behind(scan, end);
}

int count_is_meant(const struct scan *scan, size_t at, size_t end, const struct number *number,
		     const struct tail *tail)
{
	if (number->bare && !bare_is_meant(scan, at, number))
		return 0;
	if (!number->spelled)
		return digits_are_meant(scan, at, end, number, tail->kind);
	/* vài ba câu, dăm bảy cân: a few */
	if (end == at + 1 && lex_before(scan, LEX_FEW, at, NULL))
		return 0;
	if (tail->kind == KIND_NUMBER)
		return counts(scan, at, end, number);
	if (at > 0 && token_at(scan, at)->letters != CASE_LOWER)
		return 0;
	/* năm before a unit: "mỗi năm 2%" never reads năm as five, "năm cân thịt" does. */
	if (end == at + 1 && number_small(number) == 5 && number->scale == 0)
		return !(at > 0 && is_each(scan, at - 1));
	return 1;
}
