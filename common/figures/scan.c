/* SPDX-License-Identifier: MIT */
#include "figures/scan.h"

const struct lex_entry *scan_phrase_before(const struct scan *scan, enum lex_set set, size_t at, size_t *begin)
{
	enum { LONGEST_PHRASE = 5 };
	for (size_t n = at < LONGEST_PHRASE ? at : LONGEST_PHRASE; n > 0; n--) {
		size_t end = 0;
		if (!(token_starts(token_at(scan, at - n)) >> set & 1))
			continue;
		const struct lex_entry *entry =
			vocabulary_match(scan->vocabulary, set, scan->text, scan->tokens, at - n, at, &end);
		if (entry && end == at) {
			if (begin)
				*begin = at - n;
			return entry;
		}
	}
	return NULL;
}

long scan_digits_value(const struct scan *scan, size_t at)
{
	long value = 0;
	if (!is_digits(scan, at) || token_len(scan, at) > 9)
		return -1;
	for (size_t i = token_at(scan, at)->begin; i < token_at(scan, at)->end; i++)
		value = value * 10 + (scan->text.ptr[i] - '0');
	return value;
}

int scan_is_name(const struct scan *scan, size_t at)
{
	return at > 0 && at < scan->count && is_word(scan, at) && token_at(scan, at)->letters != CASE_LOWER;
}

size_t scan_code_end(const struct scan *scan, size_t at)
{
	size_t end = at + 1;
	for (size_t i = at + 1; i < scan->count && is_glued(scan, i); i++) {
		if (is_word(scan, i) || is_digits(scan, i))
			end = i + 1;
		else if (!(is_mark(scan, i, '/') || scan_is_dash(scan, i) || is_mark_of(scan, i, U"._&")))
			break;
	}
	return end;
}
