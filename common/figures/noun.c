/* SPDX-License-Identifier: MIT */
#include "figures/context.h"

#include "vietnamese/letter.h"
#include "vietnamese/syllable.h"

static int is_boundary(const struct scan *scan, size_t at)
{
	return !is_word(scan, at) || lex_at(scan, LEX_STOP, at, NULL) != NULL;
}

/* What may be counted by a number: the counted noun, then the nouns that go on with it. */
static size_t read_counted(const struct scan *scan, size_t at)
{
	size_t end, more;
	/* 12 CLB, but no "6 AO" */
	int written = token_at(scan, at)->letters == CASE_LOWER || !syllable_is_valid(scan_word(scan, at), 1);
	const struct lex_entry *noun = written ? lex_at(scan, LEX_COUNTED, at, &end) : NULL;
	/* mẫu 796 trang bị phanh đĩa: no page */
	if (!noun || (lex_at(scan, LEX_STOP, at, &more) && more > end))
		return at;
	int classifier = noun->value == COUNTED_CLASSIFIER || noun->value == COUNTED_VESSEL;
	/* đồng chí ủy viên, tổ chức Đảng; chai nước mắm */
	size_t longer = end;
	lex_at(scan, LEX_NOUN_MORE, end, &longer);
	if (classifier && (noun = lex_at(scan, LEX_COUNTED, end, &more)) != NULL && noun->value == COUNTED_NOUN && more >= longer) {
		classifier = 0;
		end = more;
	}
	const struct lex_entry *belongs;
	while ((belongs = lex_at(scan, LEX_NOUN_MORE, end, &more)) != NULL) {
		/* hai bộ Y tế và Công thương: a name */
		if (token_at(scan, end)->letters != CASE_LOWER && !(belongs->flags & LEX_CASED))
			break;
		end = more;
		classifier = 0;
	}
	/* A classifier alone is the noun only where nothing goes on with it. */
	return classifier && !is_boundary(scan, end) ? at : end;
}

/* A phrase that opens the sentence loses its capital: the key is the phrase, not the place where it stood. */
static struct slice lower_first(const struct scan *scan, size_t at, struct slice phrase)
{
	if (token_at(scan, at)->letters != CASE_CAPITAL)
		return phrase;
	struct slice copy = arena_copy(scan->arena, phrase);
	if (copy.len > 0)
		text_lower(copy.ptr, token_len(scan, at), (char *)copy.ptr);
	return copy;
}

static void read_noun(const struct scan *scan, struct reading *reading)
{
	size_t begin;
	if (reading->kind == KIND_ORDINAL && reading->begin > 0 && glue_at(scan, reading->begin) == GLUE_TIMES) {
		/* hội nghị lần thứ 2: what it orders stands before */
		const struct lex_entry *noun = lex_before(scan, LEX_COUNTED, reading->begin, &begin);
		/* thi đua yêu nước lần thứ 6: a syllable within a phrase is none */
		int alone = noun && (begin + 1 < reading->begin || begin == 0 || is_boundary(scan, begin - 1));
		if (noun && noun->value == COUNTED_NOUN && alone)
			reading->noun = lower_first(scan, begin, scan_text(scan, begin, reading->begin));
		return;
	}
	if (!reading->counts || reading->noun.len)
		return;
	/* "2 ngày 26 và 27-9": the days are counted, no length is meant */
	int days = glue_at(scan, reading->end) == GLUE_DAY && is_digits(scan, reading->end + 1);
	size_t end = days ? reading->end + 1 : read_counted(scan, reading->end);
	if (end > reading->end)
		reading->noun = scan_text(scan, reading->end, end);
}

/* Words between what is measured and its figure: ước đạt gần, lần lượt là, hơn, (modifiers). */
static size_t skip_link(const struct scan *scan, size_t at)
{
	size_t begin;
	for (int step = 0; step < 5; step++) {
		/* The độ of "tốc độ", "nhiệt độ" is no modifier ("độ 20 người"). */
		if (lex_before(scan, LEX_MEASURED, at, &begin))
			break;
		if (!lex_before(scan, LEX_MOD, at, &begin) && !lex_before(scan, LEX_LINK, at, &begin))
			break;
		at = begin;
	}
	return at;
}

/* The sort of head that a figure of the kind has; 0 if it measures nothing. */
static int sort_of(enum figure_kind kind)
{
	switch (kind) {
	case KIND_NUMBER:
		return OF_COUNT;
	case KIND_MONEY:
		return OF_MONEY;
	case KIND_PERCENT:
		return OF_PERCENT;
	case KIND_MEASURE:
		return OF_MEASURE;
	default:
		return 0;
	}
}

/* Whether a head of the sorts can have such a figure; what changes by so many percent can be anything. */
static int goes_with(const struct scan *scan, const struct reading *reading, int sorts, int linked)
{
	int behind = glue_at(scan, reading->end);
	if (reading->kind == KIND_NUMBER && (behind == GLUE_TIMES || behind == GLUE_AGE))
		return 0;
	return (sorts & sort_of(reading->kind)) ||
	       (reading->kind == KIND_PERCENT && (reading->change != CHANGE_NONE || linked));
}

/* The end of the phrase before the figure, its links left out; *linked says whether there were any. 0: none. */
static size_t find_phrase_end(const struct scan *scan, const struct reading *reading, int *linked)
{
	size_t begin, end = skip_link(scan, reading->begin);
	*linked = end < reading->begin;
	/* "xuất khẩu tăng 5%": the verb is the link */
	if (reading->change != CHANGE_NONE) {
		if (!lex_before(scan, LEX_CHANGE, end, &begin))
			return 0;
		end = skip_link(scan, begin);
		*linked = 1;
	}
	return end;
}

/* Doanh thu năm 2020 đạt …: the dates before the link are no part of the phrase. Returns where it ends before them. */
static size_t skip_dates(const struct scan *scan, const struct reading *readings, size_t *i, size_t end)
{
	while (*i > 0 && readings[*i - 1].kind == KIND_DATE && readings[*i - 1].end == end) {
		end = readings[--*i].begin;
		/* trong năm 2020, của quý II */
		const struct lex_entry *stop = end > 0 ? lex_before(scan, LEX_STOP, end, NULL) : NULL;
		end -= stop && stop->value == STOP_NAME;
	}
	return end;
}

/*
 * Where the phrase that ends at the token begins: behind a mark, a figure or a word that opens a clause; what stands
 * before it there could change its sense. Returns end if a word of another clause is in it.
 */
static size_t find_phrase(const struct scan *scan, size_t floor, size_t end)
{
	enum { LONGEST = 14 };
	size_t begin = end;
	for (; begin > floor && is_word(scan, begin - 1); begin--) {
		const struct lex_entry *stop = lex_at(scan, LEX_STOP, begin - 1, NULL);
		if (stop && stop->flags & LEX_OPENS)
			return begin;
		if (end - begin == LONGEST || (stop && stop->value == STOP_CLAUSE))
			return end;
	}
	return begin;
}

/*
 * What is measured: from a head noun that says so (tổng thu, tỷ lệ …) to the link before the figure, with no mark, no
 * other figure and no verb of another clause between. The head must open its clause.
 */
static void read_of(const struct scan *scan, struct reading *readings, size_t i)
{
	enum { LONGEST_UNLINKED = 5 };
	struct reading *reading = &readings[i];
	int linked;
	if (!sort_of(reading->kind) || (reading->role && reading->role[0] == 't'))
		return;
	size_t end = find_phrase_end(scan, reading, &linked);
	if (linked)
		end = skip_dates(scan, readings, &i, end);
	size_t floor = i > 0 ? readings[i - 1].end : 0;
	/* doanh thu, tổng chi end with words that are verbs elsewhere */
	if (end <= floor || (lex_before(scan, LEX_STOP, end, NULL) && !lex_before(scan, LEX_MEASURED, end, NULL)))
		return;
	size_t begin = find_phrase(scan, floor, end);
	/* Right behind another figure it could be part of that one: 50% kinh phí; not behind a date. */
	int opens = begin > floor || begin == 0 || readings[i - 1].kind == KIND_DATE;
	size_t head_end;
	const struct lex_entry *head = opens ? lex_at(scan, LEX_MEASURED, begin, &head_end) : NULL;
	if (!head || head_end > end || !goes_with(scan, reading, head->value, linked) ||
	    (!linked && end - begin > LONGEST_UNLINKED))
		return;
	reading->of = lower_first(scan, begin, scan_text(scan, begin, end));
}

void noun_read(const struct scan *scan, struct reading *readings, size_t i)
{
	read_noun(scan, &readings[i]);
	read_of(scan, readings, i);
}
