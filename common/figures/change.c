/* SPDX-License-Identifier: MIT */
/* What a figure changes: up or down, from or to, by the verbs before it and the figures of the sentence. */
#include "figures/context.h"

#include <string.h>

static int may_change(const struct reading *reading)
{
	switch (reading->kind) {
	case KIND_NUMBER:
	case KIND_PERCENT:
	case KIND_PP:
	case KIND_MONEY:
	case KIND_MEASURE:
	case KIND_FRACTION:
	case KIND_MULTIPLE:
	case KIND_DURATION:
		return 1;
	default:
		return 0;
	}
}

static int starts_clause(const struct scan *scan, size_t at)
{
	return is_mark_of(scan, at, U",;.:(");
}

/* Words between the verb and its amount: "giảm khoảng", "tăng thêm tới", "tăng nhẹ lên mức", "hạ thủ tục"… */
static size_t skip_back_amount(const struct scan *scan, size_t at)
{
	/* giảm “từ 5 đến 12%” */
	size_t from = at - (at > 0 && glue_at(scan, at - 1) == GLUE_FROM);
	if (from > 0 && is_mark_of(scan, from - 1, U"“\"") && is_glued(scan, from))
		at = from - 1;
	while (lex_before(scan, LEX_CHANGE_LEAD, at, &at))
		;
	return at;
}

/* Where the words before the figure begin: behind the last figure that is no date ("tăng hơn vụ năm trước 25 tạ/ha").
 */
static size_t floor_of(const struct reading *readings, size_t i)
{
	while (i > 0 && readings[i - 1].kind == KIND_DATE)
		i--;
	return i > 0 ? readings[i - 1].end : 0;
}

/* tăng cường khả năng lên hơn 25%: the first word of another verb is a change where its goal answers it. */
static const struct lex_entry *verb_of_goal(const struct scan *scan, size_t at, enum change goal)
{
	size_t end;
	const struct lex_entry *verb = goal ? vocabulary_match(scan->vocabulary, LEX_CHANGE, scan->text, scan->tokens, at,
							       at + 1, &end)
					    : NULL;
	return verb && verb->value == (int)goal ? verb : NULL;
}

static int is_bar(const struct scan *scan, size_t at, enum change goal)
{
	const struct lex_entry *bar = lex_at(scan, LEX_CHANGE_BAR, at, NULL);
	return bar && bar->value != BAR_COMPARISON && !(goal && bar->value == BAR_BUT_GOAL);
}

/* Whether a verb stands in the tokens [at, end) that a comparison before it does not reach over. */
static int is_verb_behind(const struct scan *scan, size_t at, size_t end)
{
	for (; at < end; at++) {
		const struct lex_entry *bar = lex_at(scan, LEX_CHANGE_BAR, at, NULL);
		if (bar && bar->value == BAR_COMPARISON)
			return 1;
	}
	return 0;
}

/* cao hơn mức 6%: it is compared with that, not higher by it. */
static int is_level(const struct scan *scan, size_t at)
{
	return glue_at(scan, at) == GLUE_MARK ||
	       (at > 0 && glue_at(scan, at - 1) == GLUE_NUMBER_SIGN);
}

/*
 * The verb that changes the figure: right before it (with modifiers between), or before at most three words of what
 * changes ("giảm giá phòng 30%", "giảm nợ vay ròng 1.632 tỷ", "tăng vốn điều lệ thêm 5.000 tỷ").
 */
static const struct lex_entry *find_change(const struct scan *scan, const struct reading *readings, size_t k, size_t at,
					   enum change goal)
{
	const struct number *number = &readings[k].from;
	/* A count in words is seldom what changes. */
	int count = readings[k].kind == KIND_NUMBER && (number->spelled || number_small(number) >= 0);
	/* "giảm giá lên tới 180 triệu" is by so much; in "tăng trưởng còn 6%" neither says what the other does */
	int is_up_to = goal == CHANGE_UP && glue_at(scan, at + 1) == GLUE_TO;
	size_t floor = floor_of(readings, k), reach = goal ? 9 : count ? 1 : 5;
	for (size_t n = 0; n <= reach && at >= floor + n && at > n; n++) {
		/* giảm lợi nhuận 2020 tối thiểu 1.000 tỷ đồng: a date between is passed over */
		if (k > 0 && readings[k - 1].kind == KIND_DATE && readings[k - 1].end == at - n)
			at = readings[--k].begin + n;
		size_t begin, i = at - n;
		if (i <= floor)
			return NULL;
		const struct lex_entry *change = lex_before(scan, LEX_CHANGE, i, &begin);
		if (change && begin >= floor) {
			/* tăng cường is another word than tăng; mức tăng trưởng a noun, mức tăng the change itself. */
			const struct lex_entry *longest = lex_at(scan, LEX_CHANGE, begin, NULL);
			if (longest->value == CHANGE_NONE)
				return longest->flags & LEX_STRONG ? NULL : verb_of_goal(scan, begin, goal);
			/* 16 điểm nhiều hơn nhì bảng khi mùa giải chỉ còn sáu vòng */
			if ((goal || is_verb_behind(scan, i, at) || is_level(scan, at) || is_level(scan, i)) && change->flags & LEX_COMPARES)
				return NULL;
			return goal && change->value != (int)goal && !is_up_to ? NULL : change;
		}
		if (starts_clause(scan, i - 1) || !is_word(scan, i - 1) || is_bar(scan, i - 1, goal))
			return NULL;
	}
	return NULL;
}

/* Whether "lên", "xuống", "còn" right before the figure make it the goal of the change. */
static size_t read_goal(const struct scan *scan, size_t at, enum change *goal)
{
	int glue = at > 0 ? glue_at(scan, at - 1) : GLUE_NONE;
	*goal = glue == GLUE_UP			       ? CHANGE_UP
		: glue == GLUE_DOWN || glue == GLUE_LEFT ? CHANGE_DOWN
							 : CHANGE_NONE;
	if (!*goal)
		return at;
	/* lên thêm 30%: by so much, not to it */
	if (glue_at(scan, at) == GLUE_MORE) {
		*goal = CHANGE_NONE;
		return at - 1;
	}
	/* xuống còn, xuống chỉ còn */
	size_t verb = at - 1 - (at > 1 && glue_at(scan, at - 2) == GLUE_ONLY);
	return verb > 0 && glue == GLUE_LEFT && is_rise_to(scan, verb - 1) ? verb - 1 : at - 1;
}

/* "Vàng lên 4.110 USD": lên alone before an amount, not before an age or a small count. */
static enum change bare_goal(const struct scan *scan, const struct reading *reading, size_t at)
{
	int up = glue_at(scan, at) == GLUE_UP, down = glue_at(scan, at) == GLUE_DOWN;
	long value = number_small(&reading->from);
	/* xuống mức 4,5% */
	int level = at + 2 == reading->begin && glue_at(scan, at + 1) == GLUE_MARK;
	/* xuống còn 5%, xuống chỉ còn 5% */
	int left = down && (glue_at(scan, at + 1) == GLUE_LEFT || glue_at(scan, at + 2) == GLUE_LEFT);
	if ((!up && !down) || (at + 1 != reading->begin && !level && !left) || reading->kind == KIND_MULTIPLE ||
	    (reading->kind == KIND_NUMBER && value >= 0 && value < 1000))
		return CHANGE_NONE;
	return up ? CHANGE_UP : CHANGE_DOWN;
}

/* "điều chỉnh từ A lên B", whatever the verb: A stands right before, behind từ. */
static int answers_from(const struct scan *scan, const struct reading *from, const struct reading *to, size_t at)
{
	/* từ mức A lên mức B */
	size_t begin = from->begin - (from->begin > 1 && glue_at(scan, from->begin - 1) == GLUE_MARK);
	return is_rise_to(scan, at) && from->kind == to->kind && from->end == at && !from->is_range && begin > 0 &&
	       glue_at(scan, begin - 1) == GLUE_FROM;
}

/* Whether the one stands behind từ, and of the same kind as the other. */
static int stands_behind_from(const struct scan *scan, const struct reading *from, const struct reading *to)
{
	return from->kind == to->kind && !from->is_range && !from->role && from->begin > 0 &&
	       glue_at(scan, from->begin - 1) == GLUE_FROM;
}

/* Behind "lên" or "xuống": the change that an earlier figure of the sentence has begun. Returns 1 if there is one. */
static int take_goal(const struct scan *scan, struct reading *readings, size_t i, enum change goal)
{
	enum { LOOK_BACK = 3, NEAR = 25 };
	/* tăng từ A lên B; tăng A lên B; tăng A (tương ứng C) lên B */
	for (size_t k = i, back = 0; k > 0 && back < LOOK_BACK && readings[k - 1].begin + NEAR > readings[i].begin;
	     k--, back++) {
		struct reading *before = &readings[k - 1];
		int from = before->role && before->role[0] == 'f';
		if (before->change == CHANGE_NONE && !from)
			continue;
		/* tăng 6%, chỉ còn 3: another matter */
		if ((before->role && !from) || (before->change != CHANGE_NONE && before->change != goal))
			return 0;
		readings[i].change = before->change;
		readings[i].role = "to";
		if (from)
			before->change = CHANGE_NONE;
		/* giảm 410 tỷ, từ A xuống B */
		if (k < i && stands_behind_from(scan, &readings[i - 1], &readings[i])) {
			readings[i - 1].role = "from";
			readings[i - 1].change = CHANGE_NONE;
		}
		return 1;
	}
	return 0;
}

/* The same change in other words: "(tương ứng 4,13%)", "0,5% hoặc 1%". */
static void share_change(const struct scan *scan, struct reading *readings, size_t i, size_t begin)
{
	size_t open = begin;
	while (lex_before(scan, LEX_SAME_AMOUNT, open, &open))
		;
	const struct reading *before = i > 0 ? &readings[i - 1] : NULL;
	if (!before)
		return;
	if (open > 0 && is_mark(scan, open - 1, '(') && before->end == open - 1 && may_change(before) && !before->role)
		readings[i].change = before->change;
	if (before->end != begin - 1 || before->kind != readings[i].kind)
		return;
	/* giảm 10%, 25% và 69%; but "giảm 5%, 20% khách hủy" */
	size_t end = readings[i].end;
	int listed = (is_mark(scan, begin - 1, ',') || glue_at(scan, begin - 1) == GLUE_AND) && !before->role;
	int ends = !is_word(scan, end) || lex_at(scan, LEX_STOP, end, NULL);
	if (listed && ends && readings[i].kind == KIND_PERCENT)
		readings[i].change = before->change;
	/* tăng lần lượt 7%, 3% và 6% */
	for (size_t k = i; listed && k-- > 0 && readings[k].change == before->change;)
		if ((readings[k].begin > 0 && glue_at(scan, readings[k].begin - 1) == GLUE_TURN) ||
		    (readings[k].begin > 1 && glue_at(scan, readings[k].begin - 2) == GLUE_TURN)) {
			readings[i].change = before->change;
			return;
		}
	if (glue_at(scan, begin - 1) == GLUE_OR)
		readings[i].change = before->change;
}

/* Without a verb of change: what lên and xuống alone say. Returns 1 if they do. */
static int take_bare_goal(const struct scan *scan, struct reading *readings, size_t i, size_t at)
{
	struct reading *reading = &readings[i];
	if (i > 0 && answers_from(scan, &readings[i - 1], reading, at)) {
		reading->change = glue_at(scan, at) == GLUE_UP ? CHANGE_UP : CHANGE_DOWN;
		readings[i - 1].role = "from";
		readings[i - 1].change = CHANGE_NONE;
	} else {
		reading->change = bare_goal(scan, reading, at);
	}
	if (reading->change != CHANGE_NONE)
		reading->role = "to";
	return reading->change != CHANGE_NONE;
}

/* "từ 15 tỷ USD năm 2008 tăng lên 52 tỷ USD": where the change began, with its year between. */
static void find_from(const struct scan *scan, struct reading *readings, size_t i)
{
	size_t k = i;
	while (k > 0 && readings[k - 1].kind == KIND_DATE)
		k--;
	struct reading *before = k > 0 ? &readings[k - 1] : NULL;
	if (k < i && before && before->kind == readings[i].kind && !before->role && !before->is_range &&
	    before->change == CHANGE_NONE && before->begin > 0 && glue_at(scan, before->begin - 1) == GLUE_FROM)
		before->role = "from";
}

void change_read(const struct scan *scan, struct reading *readings, size_t i, size_t begin)
{
	struct reading *reading = &readings[i];
	enum change goal;
	int from;
	if (!may_change(reading))
		return;
	size_t at = skip_back_amount(scan, begin);
	from = at > 0 && glue_at(scan, at - 1) == GLUE_FROM && !reading->is_range;
	/* suy giảm khả năng lao động từ 81% trở lên: a limit */
	if (from && (reading->mods[0] == MOD_AT_LEAST || reading->mods[0] == MOD_AT_MOST))
		return;
	if (at > 0 && glue_at(scan, at - 1) == GLUE_FROM)
		at--;
	at = read_goal(scan, at, &goal);
	/* tăng 17 lần, giảm 16 lần: how often; mức giảm của 2 phiên, nâng cả hai tay */
	int number = reading->kind == KIND_NUMBER;
	if ((begin > 0 && (glue_at(scan, begin - 1) == GLUE_OF || (number && glue_at(scan, begin - 1) == GLUE_WHOLE))) ||
	    (number && glue_at(scan, reading->end) == GLUE_TIMES))
		return;
	const struct lex_entry *change = find_change(scan, readings, i, at, goal);
	/* "cao hơn 40 mét" says how high, not how much higher; a duration changes only from or to something. */
	if ((change && reading->kind == KIND_MEASURE && reading->mods[0] == MOD_OVER &&
	     lex_before(scan, LEX_CHANGE, reading->begin, NULL)) ||
	    (reading->kind == KIND_DURATION && !goal && !from))
		return;
	if (!change) {
		if (!goal || (!take_goal(scan, readings, i, goal) && !take_bare_goal(scan, readings, i, at)))
			share_change(scan, readings, i, begin);
		return;
	}
	/* tăng trưởng âm 2,5%: the sign says it; rút 50% of the money takes it out. */
	if ((change->code && !goal && !from) || reading->from.negative || reading->mods[0] == MOD_VAGUE)
		return;
	if (goal)
		find_from(scan, readings, i);
	reading->change = (enum change)change->value;
	reading->role = (int)goal == change->value ? "to" : from ? "from" : NULL;
}
