/* SPDX-License-Identifier: MIT */
/*
 * Markers of lists: "1. Về kinh tế", "2) Các". At the beginning of a sentence the marks tell them; inside of running
 * text, where crawls have lost the lines, a marker is known by the one before it: "… đi chậm 3. Kiểm tra" behind a 2.
 */
#include "figures/label.h"

/* (5), in running text. */
static int is_in_brackets(const struct scan *scan, size_t at)
{
	return at > 0 && is_mark(scan, at - 1, '(') && is_mark(scan, at + 1, ')');
}

/* Whether what stands behind "2." begins an item: a capital, which behind other text may stand right on the mark. */
static int begins_item(const struct scan *scan, size_t at, size_t item)
{
	int opens_word = at > 0 || !is_glued(scan, item) ||
			 (token_at(scan, item)->letters == CASE_CAPITAL && token_len(scan, item) > 1);
	return opens_word && is_word(scan, item) && token_at(scan, item)->letters != CASE_LOWER;
}

/* A sentence may end with the marker of the next item: "… câu trả lời.2.", "những bước sau: 1." */
static int ends_window(const struct scan *scan, size_t at, int goes_on)
{
	if (at + 2 != scan->count || at == 0 || !is_mark(scan, at + 1, '.'))
		return 0;
	/* "Hà Nội: 3, Huế: 1." closes the text */
	int more = token_skip_space(scan->text, token_at(scan, at + 1)->end) < scan->text.len;
	/* "Uống đủ nước nhé! 2. Ăn đúng bữa": a clause has closed before it */
	int begins = is_mark_of(scan, at - 1, U"!?…") || (is_mark(scan, at - 1, ':') && scan_digits_value(scan, at) == 1);
	return is_glued(scan, at) || goes_on || (more && begins);
}

size_t list_marker_read(const struct scan *scan, size_t at)
{
	if (token_len(scan, at) > 2)
		return 0;
	if (is_in_brackets(scan, at))
		return at + 1;
	long value = scan_digits_value(scan, at);
	/* "7- Hai bên" opens an article, and a list goes on: ", 8- SLNA" */
	int dash = (at == 0 || value == scan->last_marker + 1) && scan_is_dash(scan, at + 1) && !is_glued(scan, at + 2);
	int mark = is_mark_of(scan, at + 1, U".)/") || dash;
	if (!mark || !is_glued(scan, at + 1) || value == 0)
		return 0;
	uint32_t before = at > 0 ? token_at(scan, at - 1)->mark : '.';
	/* 1.2. and 3,5. */
	if (at > 1 && before && is_glued(scan, at) && is_glued(scan, at - 1) && is_digits(scan, at - 2))
		return 0;
	/* lọt vào top 3. */
	int next = scan->last_marker > 0 && value == scan->last_marker + 1 && !lex_before(scan, LEX_LABEL, at, NULL);
	/* "… Company, Ltd. - 1.414 21. GlobalFoundries": a list whose items end in numbers */
	int goes_on = next || (at > 0 && !is_glued(scan, at) && (is_digits(scan, at - 1) || before == '.'));
	/* Behind other marks no list begins or goes on. */
	if (!goes_on && at > 0 && !is_mark_of(scan, at - 1, U".:;!?…\"“”(~"))
		return 0;
	return ends_window(scan, at, goes_on) || begins_item(scan, at, at + 2) ? at + 2 : 0;
}
