/* SPDX-License-Identifier: MIT */
#include "figures/context.h"

#include "vietnamese/letter.h"

static int is_boundary(const struct scan *scan, size_t at)
{
	return !is_word(scan, at) || lex_at(scan, LEX_STOP, at, NULL) != NULL;
}

/* What may be counted by a number: the counted noun, then the nouns that go on with it. */
static size_t read_counted(const struct scan *scan, size_t at)
{
	size_t end, more;
	const struct lex_entry *noun = lex_at(scan, LEX_COUNTED, at, &end);
	if (!noun)
		return at;
	int classifier = noun->value == 1;
	/* đồng chí ủy viên, tổ chức Đảng */
	if (classifier && (noun = lex_at(scan, LEX_COUNTED, end, &more)) != NULL && noun->value == 0) {
		classifier = 0;
		end = more;
	}
	while (lex_at(scan, LEX_NOUN_MORE, end, &more)) {
		end = more;
		classifier = 0;
	}
	/* A classifier alone is the noun only where nothing goes on with it. */
	return classifier && !is_boundary(scan, end) ? at : end;
}

static void read_noun(const struct scan *scan, struct reading *reading)
{
	size_t begin;
	if (reading->kind == KIND_ORDINAL && reading->begin > 0 && glue_at(scan, reading->begin) == GLUE_TIMES) {
		/* hội nghị lần thứ 2: what it orders stands before */
		const struct lex_entry *noun = lex_before(scan, LEX_COUNTED, reading->begin, &begin);
		if (noun && noun->value == 0)
			reading->noun = scan_text(scan, begin, reading->begin);
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

/* Words between what is measured and its figure: ước đạt gần, là hơn, (modifiers). */
static size_t skip_link(const struct scan *scan, size_t at)
{
	size_t begin;
	for (int step = 0; step < 3; step++) {
		if (lex_before(scan, LEX_MOD, at, &begin) || lex_before(scan, LEX_LINK, at, &begin))
			at = begin;
	}
	return at;
}

/* A phrase that opens the sentence loses its capital: the key is the phrase, not the place where it stood. */
static struct slice lower_first(const struct scan *scan, size_t at, struct slice phrase)
{
	if (scan->tokens[at].letters != CASE_CAPITAL)
		return phrase;
	struct slice copy = arena_copy(scan->arena, phrase);
	if (copy.len > 0)
		text_lower(copy.ptr, token_len(scan, at), (char *)copy.ptr);
	return copy;
}

/*
 * What is measured: from a head noun that says so (tổng thu, tỷ lệ …) to the link before the figure, with no mark, no
 * other figure and no verb of another clause between.
 */
static void read_of(const struct scan *scan, struct reading *readings, size_t i)
{
	enum { LONGEST = 14 };
	struct reading *reading = &readings[i];
	size_t floor = i > 0 ? readings[i - 1].end : 0;
	if (reading->kind != KIND_MONEY && reading->kind != KIND_PERCENT && reading->kind != KIND_MEASURE && reading->kind != KIND_NUMBER)
		return;
	if (reading->role && reading->role[0] == 't')
		return;
	size_t end = skip_link(scan, reading->begin), begin, head;
	/* "xuất khẩu tăng 5%": the verb is the link */
	if (reading->change != CHANGE_NONE) {
		if (!lex_before(scan, LEX_CHANGE, end, &begin))
			return;
		end = begin;
	}
	begin = head = end;
	for (; begin > floor && end - begin < LONGEST; begin--) {
		if (!is_word(scan, begin - 1))
			break;
		const struct lex_entry *stop = lex_at(scan, LEX_STOP, begin - 1, NULL);
		if (stop && stop->value == 1)
			return;
		if (lex_at(scan, LEX_MEASURED, begin - 1, NULL))
			head = begin - 1;
	}
	int open = begin == floor || !is_word(scan, begin - 1);
	/* The head must open the clause: what stands before it could change its sense. */
	if (head < end && open && head == begin)
		reading->of = lower_first(scan, head, scan_text(scan, head, end));
}

void noun_read(const struct scan *scan, struct reading *readings, size_t i, size_t count)
{
	(void)count;
	read_noun(scan, &readings[i]);
	read_of(scan, readings, i);
}
