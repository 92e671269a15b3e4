/* SPDX-License-Identifier: MIT */
#include "normalize/stored.h"

#include "base/utf8.h"
#include "charset/charset.h"
#include "charset/stored.h"
#include "normalize/passes.h"

/* Pushes a word as decoded for the cells [first, last): the first character takes them all, the others are inserted. */
static void push_word(struct cells *cells, size_t first, size_t last, struct slice word)
{
	for (size_t at = 0; at < word.len;) {
		uint32_t cp;
		size_t begin = at;
		at += (size_t)utf8_next(word.ptr + at, &cp);
		if (begin == 0)
			cells_push_merged(cells, first, last, cp, RULE_CHARSET);
		else
			cells_push_inserted(cells, cp, RULE_CHARSET);
	}
}

/* Pushes all cells, which make the text that the edits refer to, with the edits done. */
static void push_edited(struct cells *cells, const struct edits *edits, struct slice decoded)
{
	size_t at = 0, i = 0;
	char bytes[4];
	for (size_t e = 0; e < edits->count; e++) {
		const struct edit *edit = &edits->list[e];
		for (; at < edit->src_begin; i++) {
			at += (size_t)utf8_encode(cells->in.list[i].code_point, bytes);
			cells_push(cells, &cells->in.list[i]);
		}
		size_t first = i;
		for (; at < edit->src_end; i++)
			at += (size_t)utf8_encode(cells->in.list[i].code_point, bytes);
		push_word(cells, first, i, slice_of(decoded.ptr + edit->dst_begin, edit->dst_end - edit->dst_begin));
	}
	for (; i < cells->in.count; i++)
		cells_push(cells, &cells->in.list[i]);
}

int stored_repair(struct cells *cells)
{
	struct buf text = {0}, decoded = {0};
	struct edits edits = {0};
	struct charset_guess guess;
	for (size_t i = 0; i < cells->in.count; i++) {
		char bytes[4];
		buf_put(&text, bytes, (size_t)utf8_encode(cells->in.list[i].code_point, bytes));
	}
	int detected = text.failed ? -1 : charset_detect_stored(buf_slice(&text), &guess);
	if (detected > 0)
		stored_decode(guess.charset, buf_slice(&text), &decoded, &edits, rule_info[RULE_CHARSET].name);
	int found = edits.count > 0;
	cells->failed |= detected < 0 || decoded.failed || edits.failed;
	if (found && !cells->failed) {
		push_edited(cells, &edits, buf_slice(&decoded));
		cells_turn(cells);
	}
	buf_free(&text);
	buf_free(&decoded);
	edits_free(&edits);
	return found;
}
