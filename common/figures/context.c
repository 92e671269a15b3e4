/* SPDX-License-Identifier: MIT */
#include "figures/context.h"

#include <string.h>

static int takes_mods(const struct reading *reading)
{
	return reading->kind != KIND_DOCREF && reading->kind != KIND_PHONE && reading->kind != KIND_SCORE &&
	       reading->kind != KIND_ORDINAL && reading->kind != KIND_SET;
}

/* hơn/trên/dưới/quá before a date are prepositions of another sense; khoảng and gần are not. */
static int is_mod_of(const struct reading *reading, const struct lex_entry *mod)
{
	if (reading->kind != KIND_DATE && reading->kind != KIND_TIME)
		return 1;
	if (reading->first.has_time || reading->kind == KIND_TIME)
		return mod->value == MOD_ABOUT || mod->value == MOD_NEARLY || mod->value == MOD_OVER;
	return mod->value == MOD_ABOUT && strcmp(mod->text, "ước") != 0;
}

/* "trên 20 quận" of a place, "trên địa bàn 3 xã" never comes here; "trong độ tuổi", "tốc độ 80" do: độ is a noun there.
 */
static int is_real_mod(const struct scan *scan, const struct reading *reading, size_t begin,
		       const struct lex_entry *mod)
{
	if (strcmp(mod->text, "độ") == 0)
		return begin == 0 || !is_word(scan, begin - 1) || lex_before(scan, LEX_STOP, begin, NULL) != NULL;
	/* "lương tối thiểu là", "mức tối đa": a noun. */
	if (strncmp(mod->text, "tối", sizeof "tối" - 1) == 0 && begin > 0 &&
	    (word_is(scan, begin - 1, "lương") || word_is(scan, begin - 1, "Lương") ||
	     word_is(scan, begin - 1, "mức") || word_is(scan, begin - 1, "Mức")))
		return 0;
	if (strcmp(mod->text, "kém") == 0 || strcmp(mod->text, "già") == 0)
		return 0;
	/* ngoài 70 is an age; "ngoài 3 thuyền viên" leaves them out */
	if (strcmp(mod->text, "ngoài") == 0)
		return reading->kind == KIND_NUMBER && number_small(&reading->from) >= 10 &&
		       number_small(&reading->from) % 10 == 0 && !lex_at(scan, LEX_COUNTED, reading->end, NULL);
	/* "dựa trên 340.000 ca", "trên 2 màn hình": a preposition; "trên 40" is more than that. */
	if (strcmp(mod->text, "trên") == 0) {
		long value = number_small(&reading->from);
		if (lex_before(scan, LEX_RESTS, begin, NULL))
			return 0;
		return !(reading->kind == KIND_NUMBER && value >= 0 && value < 5 && !reading->from.scale);
	}
	return 1;
}

/* The last token before the figure that belongs to it: modifiers begin there. */
static size_t read_mods(const struct scan *scan, struct reading *reading)
{
	size_t begin = reading->begin, mod_begin;
	/* ", ước khoảng", "đạt hơn": the nearest modifier is the figure's; "chừng gần" the nearer wins by being one
	 * phrase. */
	const struct lex_entry *mod = begin > 0 ? lex_before(scan, LEX_MOD, begin, &mod_begin) : NULL;
	/* "cao hơn 5%": hơn belongs to the comparison. */
	size_t change_begin;
	if (mod && lex_before(scan, LEX_CHANGE, begin, &change_begin) && change_begin < mod_begin &&
	    reading->kind != KIND_MEASURE)
		return begin;
	/* nhỏ hơn 2 micromet, thấp hơn 5 mét: under it */
	const struct lex_entry *less =
		mod && reading->kind == KIND_MEASURE ? lex_before(scan, LEX_CHANGE, begin, &change_begin) : NULL;
	if (less && change_begin < mod_begin && less->value == CHANGE_DOWN && strstr(less->text, "hơn")) {
		reading->mods[0] = MOD_UNDER;
		return change_begin;
	}
	/* "gần 15h, ngày", "khoảng từ 5": từ between */
	if (!mod && begin > 1 && glue_at(scan, begin - 1) == GLUE_FROM)
		mod = lex_before(scan, LEX_MOD, begin - 1, &mod_begin);
	if (mod && is_mod_of(reading, mod) && is_real_mod(scan, reading, mod_begin, mod)) {
		if (reading->mods[0] == MOD_NONE)
			reading->mods[0] = (enum mod)mod->value;
		return mod_begin;
	}
	return begin;
}

/* trở lên, trở xuống behind the figure, or behind what it counts. */
static void read_mods_behind(const struct scan *scan, struct reading *reading)
{
	enum { REACH = 4 };
	for (size_t i = reading->end; i < reading->end + REACH && i < scan->count; i++) {
		if (is_mark(scan, i, ',') || is_digits(scan, i))
			return;
		if (glue_at(scan, i) != GLUE_UPWARD)
			continue;
		if (word_is(scan, i + 1, "lên"))
			reading->mods[0] = MOD_AT_LEAST;
		else if (word_is(scan, i + 1, "xuống"))
			reading->mods[0] = MOD_AT_MOST;
		return;
	}
}

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
	return is_mark(scan, at, ',') || is_mark(scan, at, ';') || is_mark(scan, at, '.') || is_mark(scan, at, ':') ||
	       is_mark(scan, at, '(');
}

/* Words between the verb and its amount: "giảm khoảng", "tăng thêm tới", "tăng nhẹ lên mức", "hạ thủ tục"… */
static size_t skip_back_amount(const struct scan *scan, size_t at)
{
	while (at > 0 && (word_is(scan, at - 1, "mức") || word_is(scan, at - 1, "thêm") ||
			  glue_at(scan, at - 1) == GLUE_TO || word_is(scan, at - 1, "khoảng")))
		at--;
	return at;
}

/*
 * The verb that changes the figure: right before it (with modifiers between), or before at most three words of what
 * changes ("giảm giá phòng 30%", "giảm nợ vay ròng 1.632 tỷ", "tăng vốn điều lệ thêm 5.000 tỷ").
 */
static const struct lex_entry *find_change(const struct scan *scan, size_t at, size_t floor, size_t reach)
{
	for (size_t n = 0; n <= reach && at >= floor + n && at > n; n++) {
		size_t begin, i = at - n;
		const struct lex_entry *change = lex_before(scan, LEX_CHANGE, i, &begin);
		if (change && begin >= floor) {
			/* tăng cường is another word than tăng; mức tăng trưởng a noun, mức tăng the change itself. */
			const struct lex_entry *longest = lex_at(scan, LEX_CHANGE, begin, NULL);
			int noun = begin > 0 && strcmp(change->text, "tăng trưởng") == 0 &&
				   (word_is(scan, begin - 1, "mức") || word_is(scan, begin - 1, "độ") ||
				    word_is(scan, begin - 1, "lệ"));
			return longest->value == CHANGE_NONE || noun ? NULL : change;
		}
		if (starts_clause(scan, i - 1) || !is_word(scan, i - 1) || glue_at(scan, i - 1) == GLUE_AND ||
		    word_is(scan, i - 1, "đạt") || word_is(scan, i - 1, "là") || word_is(scan, i - 1, "với") ||
		    word_is(scan, i - 1, "có") || word_is(scan, i - 1, "so") || word_is(scan, i - 1, "ở") ||
		    word_is(scan, i - 1, "tại") || word_is(scan, i - 1, "về") || word_is(scan, i - 1, "cho") ||
		    word_is(scan, i - 1, "trong") || word_is(scan, i - 1, "vì"))
			return NULL;
	}
	return NULL;
}

/* Whether "lên", "xuống", "còn" right before the figure make it the goal of the change. */
static size_t read_goal(const struct scan *scan, size_t at, int *goal)
{
	*goal = at > 0 && (glue_at(scan, at - 1) == GLUE_RISE_TO || glue_at(scan, at - 1) == GLUE_LEFT);
	return *goal ? at - 1 : at;
}

/* Where the words before the figure begin: behind the last figure that is no date ("tăng hơn vụ năm trước 25 tạ/ha").
 */
static size_t floor_of(const struct reading *readings, size_t i)
{
	while (i > 0 && readings[i - 1].kind == KIND_DATE)
		i--;
	return i > 0 ? readings[i - 1].end : 0;
}

/* "Vàng lên 4.110 USD": lên alone before an amount, not before an age or a small count. */
static enum change bare_goal(const struct scan *scan, const struct reading *reading, size_t at)
{
	int up = word_is(scan, at, "lên"), down = word_is(scan, at, "xuống");
	long value = number_small(&reading->from);
	if ((!up && !down) || at + 1 != reading->begin || reading->kind == KIND_MULTIPLE ||
	    (reading->kind == KIND_NUMBER && value >= 0 && value < 1000))
		return CHANGE_NONE;
	return up ? CHANGE_UP : CHANGE_DOWN;
}

/* "điều chỉnh từ A lên B", whatever the verb: A stands right before, behind từ. */
static int answers_from(const struct scan *scan, const struct reading *from, const struct reading *to, size_t at)
{
	return (word_is(scan, at, "lên") || word_is(scan, at, "xuống")) && from->kind == to->kind && from->end == at &&
	       !from->is_range && from->begin > 0 && glue_at(scan, from->begin - 1) == GLUE_FROM;
}

/* Behind "lên" or "xuống": the change that an earlier figure of the sentence has begun. Returns 1 if there is one. */
static int take_goal(struct reading *readings, size_t i)
{
	enum { LOOK_BACK = 3, NEAR = 25 };
	/* tăng từ A lên B; tăng A lên B; tăng A (tương ứng C) lên B */
	for (size_t k = i, back = 0; k > 0 && back < LOOK_BACK && readings[k - 1].begin + NEAR > readings[i].begin;
	     k--, back++) {
		struct reading *before = &readings[k - 1];
		int from = before->role && before->role[0] == 'f';
		if (before->change == CHANGE_NONE && !from)
			continue;
		if (before->role && !from)
			return 0;
		readings[i].change = before->change;
		readings[i].role = "to";
		if (from)
			before->change = CHANGE_NONE;
		return 1;
	}
	return 0;
}

/* The same change in other words: "(tương ứng 4,13%)", "0,5% hoặc 1%". */
static void share_change(const struct scan *scan, struct reading *readings, size_t i, size_t begin)
{
	static const char *const links[] = {"ứng", "tương", "đương", "với", "khoảng"};
	size_t open = begin;
	for (size_t k = 0; open > 0 && k < sizeof links / sizeof *links; k++) {
		if (word_is(scan, open - 1, links[k])) {
			open--;
			k = (size_t)-1;
		}
	}
	const struct reading *before = i > 0 ? &readings[i - 1] : NULL;
	if (!before)
		return;
	if (open > 0 && is_mark(scan, open - 1, '(') && before->end == open - 1 && may_change(before) && !before->role)
		readings[i].change = before->change;
	if (before->end != begin - 1 || before->kind != readings[i].kind)
		return;
	/* tăng lần lượt 7%, 3% và 6% */
	int listed = (is_mark(scan, begin - 1, ',') || glue_at(scan, begin - 1) == GLUE_AND) && !before->role;
	for (size_t k = i; listed && k-- > 0 && readings[k].change == before->change;)
		if ((readings[k].begin > 0 && word_is(scan, readings[k].begin - 1, "lượt")) ||
		    (readings[k].begin > 1 && word_is(scan, readings[k].begin - 2, "lượt"))) {
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
		reading->change = word_is(scan, at, "lên") ? CHANGE_UP : CHANGE_DOWN;
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

static void read_change(const struct scan *scan, struct reading *readings, size_t i, size_t begin)
{
	struct reading *reading = &readings[i];
	int goal, from;
	size_t at = skip_back_amount(scan, begin);
	from = at > 0 && glue_at(scan, at - 1) == GLUE_FROM && !reading->is_range;
	if (at > 0 && glue_at(scan, at - 1) == GLUE_FROM)
		at--;
	at = read_goal(scan, at, &goal);
	/* tăng 17 lần, giảm 16 lần: how often */
	if (reading->kind == KIND_NUMBER && glue_at(scan, reading->end) == GLUE_TIMES)
		return;
	/* A count in words is seldom what changes. */
	int count = reading->kind == KIND_NUMBER && (reading->from.spelled || number_small(&reading->from) >= 0);
	const struct lex_entry *change = find_change(scan, at, floor_of(readings, i), goal ? 6 : count ? 1 : 5);
	/* "cao hơn 40 mét" says how high, not how much higher; a duration changes only from or to something. */
	if ((change && reading->kind == KIND_MEASURE && reading->mods[0] == MOD_OVER &&
	     lex_before(scan, LEX_CHANGE, reading->begin, NULL)) ||
	    (reading->kind == KIND_DURATION && !goal && !from))
		return;
	if (!change) {
		if (!goal || (!take_goal(readings, i) && !take_bare_goal(scan, readings, i, at)))
			share_change(scan, readings, i, begin);
		return;
	}
	/* tăng trưởng âm 2,5%: the sign says it. */
	if (reading->from.negative || reading->mods[0] == MOD_VAGUE)
		return;
	if (goal)
		find_from(scan, readings, i);
	reading->change = (enum change)change->value;
	reading->role = goal ? "to" : from ? "from" : NULL;
}

void context_read(const struct scan *scan, struct reading *readings, size_t i)
{
	struct reading *reading = &readings[i];
	size_t begin = reading->begin;
	if (takes_mods(reading))
		begin = read_mods(scan, reading);
	if (takes_mods(reading) && reading->kind != KIND_DATE)
		read_mods_behind(scan, reading);
	if (may_change(reading))
		read_change(scan, readings, i, begin);
}

/* mỗi tháng 9 triệu; mỗi người 500.000 đồng: the denominator stands before. */
static void read_per_before(const struct scan *scan, struct reading *reading)
{
	size_t at = reading->begin, unit_begin;
	if (reading->per.len || (reading->kind != KIND_MONEY && reading->kind != KIND_MEASURE))
		return;
	const struct lex_entry *mod = lex_before(scan, LEX_MOD, at, &unit_begin);
	if (mod)
		at = unit_begin;
	if (lex_before(scan, LEX_DURATION, at, &unit_begin) && unit_begin > 0 &&
	    glue_at(scan, unit_begin - 1) == GLUE_EACH)
		reading->per = scan_text(scan, unit_begin, at);
}

/* "từ 5 triệu lên 10 triệu USD": what seemed đồng by its neighbours has the currency of the next. */
static void share_currency(const struct scan *scan, struct reading *readings, size_t i)
{
	struct reading *reading = &readings[i], *next = reading + 1;
	if (!reading->rule || strcmp(reading->rule, "money.beside") != 0 || reading->end + 1 != next->begin ||
	    next->kind != KIND_MONEY || next->is_range)
		return;
	if (glue_at(scan, reading->end) == GLUE_RISE_TO || glue_at(scan, reading->end) == GLUE_AND ||
	    glue_at(scan, reading->end) == GLUE_OR)
		reading->unit = next->unit;
}

/* The period that the sentence speaks of, a year earlier. */
static void shift_year(struct reading *reading, const struct reading *period, int years)
{
	reading->is_range = period->is_range;
	reading->first = period->first;
	reading->last = period->last;
	reading->first.year -= years;
	reading->last.year -= years;
}

/* cùng kỳ năm trước: of the months, the quarter or the month that the sentence named before. */
static void resolve_same_period(const struct scan *scan, struct reading *readings, size_t i)
{
	struct reading *reading = &readings[i];
	if (!reading->rule || strcmp(reading->rule, "date.same-period") != 0 || reading->unresolved)
		return;
	for (size_t k = i; k-- > 0;) {
		const struct reading *period = &readings[k];
		int months = period->is_range && period->first.grain == GRAIN_MONTH;
		if (period->kind != KIND_DATE || period->unresolved || period->type || period->first.has_time ||
		    period->first.year <= reading->first.year)
			continue;
		if (period->edge ||
		    (!months && period->first.grain != GRAIN_QUARTER && period->first.grain != GRAIN_MONTH))
			continue;
		shift_year(reading, period, period->first.year - reading->first.year);
		return;
	}
	(void)scan;
}

/* "tăng 17 lần, giảm 16 lần": what does both has gone up and down so often; nothing is multiplied. */
static void count_changes(const struct scan *scan, struct reading *readings, size_t i)
{
	enum { NEAR = 4 };
	struct reading *up = &readings[i], *down = up + 1;
	if (up->kind != KIND_MULTIPLE || down->kind != KIND_MULTIPLE || up->begin == 0 || down->begin > up->end + NEAR)
		return;
	int rises = word_is(scan, up->begin - 1, "tăng") && word_is(scan, down->begin - 1, "giảm");
	int falls = word_is(scan, up->begin - 1, "giảm") && word_is(scan, down->begin - 1, "tăng");
	for (size_t k = 0; (rises || falls) && k < 2; k++) {
		if (glue_at(scan, up[k].end - 1) != GLUE_TIMES)
			continue;
		up[k].kind = KIND_NUMBER;
		up[k].rule = "number";
		up[k].counts = 1;
		up[k].end--;
	}
}

void context_link(const struct scan *scan, struct reading *readings, size_t i, size_t count)
{
	read_per_before(scan, &readings[i]);
	resolve_same_period(scan, readings, i);
	if (i + 1 < count) {
		share_currency(scan, readings, i);
		count_changes(scan, readings, i);
	}
}
