/* SPDX-License-Identifier: MIT */
/* The numbers of houses. */
#include "figures/label.h"

/* A street's name at the token: Hai Bà Trưng, đường Láng. */
static int is_street(const struct scan *scan, size_t at)
{
	size_t end;
	if (lex_at(scan, LEX_STREET, at, &end))
		return is_word(scan, end) && scan->tokens[end].letters == CASE_CAPITAL;
	return is_word(scan, at) && scan->tokens[at].letters == CASE_CAPITAL && is_word(scan, at + 1) &&
	       scan->tokens[at + 1].letters == CASE_CAPITAL && !lex_at(scan, LEX_COUNTED, at, NULL);
}

/* "ở 43 Hai Bà Trưng": a house and its street. */
static int is_address(const struct scan *scan, size_t at)
{
	int place = is_mark(scan, at - 1, '(') || is_mark(scan, at - 1, ',') || is_mark(scan, at - 1, ':') ||
		    lex_before(scan, LEX_ADDRESS, at, NULL);
	return place && !is_glued(scan, at + 1) && is_street(scan, at + 1);
}

size_t address_read(const struct scan *scan, size_t at)
{
	if (is_address(scan, at))
		return at + 1;
	/* ngụ 60/4 Nguyễn Văn Đậu */
	return is_mark(scan, at + 1, '/') && is_glued(scan, at + 1) && is_digits(scan, at + 2) &&
			       is_glued(scan, at + 2) && is_street(scan, at + 3)
		       ? at + 3
		       : 0;
}
