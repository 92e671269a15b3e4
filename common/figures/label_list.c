/* SPDX-License-Identifier: MIT */
/* The numbers that stand behind the first one of a label or a name. */
#include "figures/label.h"

#include "figures/quantity.h"

/* MS: 2288; 2297, 2298: codes as long as the first; not "SEA Games 31; 3 HCV". */
static int is_next_code(const struct scan *scan, size_t at)
{
	int joins = is_mark(scan, at, ';') || (is_mark(scan, at, ',') && !is_glued(scan, at + 1));
	return joins && is_digits(scan, at - 1) && token_len(scan, at - 1) > 2 &&
	       token_len(scan, at + 1) == token_len(scan, at - 1);
}

static int joins_list(const struct scan *scan, size_t at)
{
	int glue = glue_at(scan, at);
	return is_mark(scan, at, ',') || is_mark(scan, at, '&') || glue == GLUE_AND || glue == GLUE_OR ||
	       scan_is_dash(scan, at);
}

/* lớp 1, 2, 3; phường 1 và 2; Windows 7 và 8; but lớp 1 và 30 học sinh. */
size_t label_skip_list(const struct scan *scan, size_t end)
{
	for (;;) {
		int code = is_next_code(scan, end);
		if (!is_digits(scan, end + 1) || !(code || (joins_list(scan, end) && token_len(scan, end + 1) <= 3)) ||
		    counts_behind(scan, end + 2) || joins_digits(scan, end + 2))
			return end;
		end += 2;
	}
}
