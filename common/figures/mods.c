/* SPDX-License-Identifier: MIT */
/* Modifiers before and behind a figure: khoảng, hơn, không quá; trở lên. */
#include "figures/context.h"

#include <string.h>

static int takes_mods(const struct reading *reading)
{
	return reading->kind != KIND_DOCREF && reading->kind != KIND_PHONE && reading->kind != KIND_SCORE &&
	       reading->kind != KIND_ORDINAL &&
	       /* khoảng 2-3 tháng một lần */
	       (reading->kind != KIND_SET || reading->is_range || number_small(&reading->from) > 1);
}

/* Whether the word may be another one, too, of that name in the table (code). */
static int is_sense(const struct lex_entry *mod, const char *name)
{
	return mod->code && strcmp(mod->code, name) == 0;
}

/* hơn/trên/dưới/quá before a date are prepositions of another sense; khoảng and gần are not. */
static int is_mod_of(const struct reading *reading, const struct lex_entry *mod)
{
	if (reading->kind != KIND_DATE && reading->kind != KIND_TIME)
		return 1;
	if (reading->first.has_time || reading->kind == KIND_TIME)
		return mod->value == MOD_ABOUT || mod->value == MOD_NEARLY || mod->value == MOD_OVER;
	return mod->value == MOD_ABOUT && !is_sense(mod, "estimate");
}

/* 17 trên 24 quận, 4,4 trên 5 điểm: out of them; but "Covid-19 trên 300.000". */
static int is_out_of(const struct scan *scan, size_t at)
{
	return at > 1 && is_digits(scan, at - 1) && !(is_glued(scan, at - 1) && scan_is_dash(scan, at - 2));
}

/* "trên 20 quận" of a place, "trên địa bàn 3 xã" never comes here; "trong độ tuổi", "tốc độ 80" do: độ is a noun there.
 */
static int is_real_mod(const struct scan *scan, const struct reading *reading, size_t begin,
		       const struct lex_entry *mod)
{
	if (is_sense(mod, "degree"))
		return begin == 0 || !is_word(scan, begin - 1) || lex_before(scan, LEX_STOP, begin, NULL) != NULL;
	/* rocket cỡ 57 mm: a noun, its size */
	if (is_sense(mod, "size"))
		return reading->kind != KIND_MEASURE;
	/* clip dài hơn 1 phút; but "dài hơn 5%" compares */
	if (is_sense(mod, "long"))
		return reading->kind == KIND_DURATION || reading->kind == KIND_MEASURE;
	if (is_sense(mod, "limit") && lex_before(scan, LEX_LIMIT, begin, NULL))
		return 0;
	/* già nửa: a good half */
	if (is_sense(mod, "good"))
		return reading->kind == KIND_FRACTION;
	/* dao động trong khoảng từ 17 đến 20 triệu: an interval; "trong khoảng 2-3 tháng" is about so long */
	if (is_sense(mod, "interval") && reading->is_range)
		return reading->kind == KIND_DURATION;
	/* ngoài 70 is an age; "ngoài 3 thuyền viên" leaves them out */
	if (is_sense(mod, "outside"))
		return reading->kind == KIND_NUMBER && number_small(&reading->from) >= 10 &&
		       number_small(&reading->from) % 10 == 0 && !lex_at(scan, LEX_COUNTED, reading->end, NULL);
	/* "dựa trên 340.000 ca", "trên 2 màn hình": a preposition; "trên 40" is more than that. */
	if (is_sense(mod, "on")) {
		long value = number_small(&reading->from);
		if (lex_before(scan, LEX_RESTS, begin, NULL) || is_out_of(scan, begin))
			return 0;
		return !(reading->kind == KIND_NUMBER && value >= 0 && value < 5 && !reading->from.scale);
	}
	return mod->value != MOD_NONE;
}

/*
 * Whether a comparison says how much there is, not how much more: nhỏ hơn 2 micromet, thấp hơn 5 mét; "có ít hơn 1/5 trẻ
 * em", where nothing that is compared stands before.
 */
static int is_bound(const struct scan *scan, const struct reading *reading, const struct lex_entry *change,
		    size_t begin)
{
	if (!(change->flags & LEX_COMPARES))
		return 0;
	if (reading->kind == KIND_MEASURE)
		return change->value == CHANGE_DOWN;
	int opens = begin == 0 || glue_at(scan, begin - 1) == GLUE_THERE_IS || (begin == 1 && glue_at(scan, 0) == GLUE_AND);
	return opens && (reading->kind == KIND_PERCENT || reading->kind == KIND_FRACTION);
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
	const struct lex_entry *change = mod ? lex_before(scan, LEX_CHANGE, begin, &change_begin) : NULL;
	if (change && change_begin < mod_begin && is_bound(scan, reading, change, change_begin)) {
		reading->mods[0] = change->value == CHANGE_DOWN ? MOD_UNDER : MOD_OVER;
		return change_begin;
	}
	if (change && change_begin < mod_begin && reading->kind != KIND_MEASURE)
		return begin;
	/* "gần 15h, ngày", "khoảng từ 5": từ between */
	if (!mod && begin > 1 && glue_at(scan, begin - 1) == GLUE_FROM) {
		mod = lex_before(scan, LEX_MOD, begin - 1, &mod_begin);
		/* nhanh hơn từ 10 đến 70 lần */
		if (mod && lex_before(scan, LEX_CHANGE, begin - 1, &change_begin) && change_begin < mod_begin)
			return begin;
	}
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
		/* hư 2/3 tính từ đầu trở xuống: that is where */
		if (is_mark(scan, i, ',') || is_digits(scan, i) || glue_at(scan, i) == GLUE_FROM)
			return;
		if (glue_at(scan, i) != GLUE_UPWARD)
			continue;
		if (glue_at(scan, i + 1) == GLUE_UP)
			reading->mods[0] = MOD_AT_LEAST;
		else if (glue_at(scan, i + 1) == GLUE_DOWN)
			reading->mods[0] = MOD_AT_MOST;
		return;
	}
}

size_t mods_read(const struct scan *scan, struct reading *reading)
{
	if (!takes_mods(reading))
		return reading->begin;
	if (reading->from.vague)
		reading->mods[0] = MOD_VAGUE;
	size_t begin = read_mods(scan, reading);
	if (reading->kind != KIND_DATE)
		read_mods_behind(scan, reading);
	return begin;
}
