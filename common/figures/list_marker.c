/* SPDX-License-Identifier: MIT */
/* Markers of lists. */
#include "figures/label.h"

size_t list_marker_read(const struct scan *scan, size_t at)
{
	/* (5), in running text */
	if (at > 0 && is_digits(scan, at) && token_len(scan, at) <= 2 && is_mark(scan, at - 1, '(') &&
	    is_mark(scan, at + 1, ')'))
		return at + 1;
	uint32_t before = at > 0 ? scan->tokens[at - 1].mark : '.';
	/* "… Company, Ltd. - 1.414 21. GlobalFoundries": a list whose items end in numbers */
	int goes_on = at > 0 && !is_glued(scan, at) && (is_digits(scan, at - 1) || before == '.');
	int opens = goes_on || before == '.' || before == ':' || before == ';' || before == '!' || before == '?' ||
		    before == 0x2026 || before == '"' || before == 0x201d || before == '~';
	if (!opens || !is_digits(scan, at) || token_len(scan, at) > 2 || !is_glued(scan, at + 1) ||
	    (at > 1 && is_glued(scan, at - 1) && is_digits(scan, at - 2) && is_glued(scan, at)))
		return 0;
	int mark = is_mark(scan, at + 1, '.') || is_mark(scan, at + 1, ')') || is_mark(scan, at + 1, '/');
	/* The window may end with the marker of the next paragraph: "… câu trả lời.2." */
	if (mark && at > 0 && (is_glued(scan, at) || goes_on) && at + 2 == scan->count)
		return at + 2;
	/* Behind other text the capital may stand right on the stop. */
	int opens_word = at > 0 || !is_glued(scan, at + 2) ||
			 (scan->tokens[at + 2].letters == CASE_CAPITAL && token_len(scan, at + 2) > 1);
	return mark && opens_word && is_word(scan, at + 2) && scan->tokens[at + 2].letters != CASE_LOWER ? at + 2 : 0;
}
