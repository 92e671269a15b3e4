/* SPDX-License-Identifier: MIT */
#include "normalize/invisible.h"
#include "normalize/passes.h"

/* A run of white space: in.list[first, last), where its lines end. */
struct run {
	size_t first, last;
	int at_start, at_end;   /* of the text */
	int line_ends;
};

static enum space_kind kind_at(const struct cells *cells, size_t i)
{
	const struct cell *cell = &cells->in.list[i];
	return cell->misread ? SPACE_NOT : space_kind(cell->code_point);
}

static int is_crlf(const struct cells *cells, size_t i)
{
	const struct cell_list *in = &cells->in;
	return in->list[i].code_point == '\r' && i + 1 < in->count && in->list[i + 1].code_point == '\n';
}

/* Blanks in the middle of a line: one is left. */
static void push_blanks(struct cells *cells, const struct run *run)
{
	cells_push_changed(cells, &cells->in.list[run->first], ' ', RULE_SPACE);
	for (size_t i = run->first + 1; i < run->last; i++)
		cells_drop(cells, &cells->in.list[i], RULE_SPACE);
}

/*
 * Line ends stay, as newlines; blanks before them go. Blanks behind the last of them, or at the beginning of the text, are
 * indentation: plain text keeps that, for it may be all that tells paragraphs apart; a block has none.
 */
static void push_lines(struct cells *cells, const struct run *run, const struct normalize_policy *policy)
{
	size_t last_end = run->first;
	int lines = policy->lines;
	for (size_t i = run->first; i < run->last; i++)
		if (kind_at(cells, i) == SPACE_LINE_END)
			last_end = i + 1;
	for (size_t i = run->first; i < run->last; i++) {
		const struct cell *cell = &cells->in.list[i];
		int is_end = kind_at(cells, i) == SPACE_LINE_END;
		if (is_end && is_crlf(cells, i) && lines && policy->carriage_returns)
			cells_push(cells, cell);
		else if (is_end && is_crlf(cells, i))
			cells_drop(cells, cell, RULE_LINE_END);
		else if (is_end && (lines || !(run->at_start || run->at_end)))
			cells_push_changed(cells, cell, '\n', RULE_LINE_END);
		else if (!is_end && lines && i >= last_end && !run->at_end)
			cells_push_changed(cells, cell, cell->code_point == '\t' ? '\t' : ' ', RULE_SPACE);
		else
			cells_drop(cells, cell, RULE_SPACE);
	}
}

/* U+3000 is how Chinese and Japanese write a space. */
static int is_ideographic(const struct cells *cells, const struct run *run)
{
	const struct cell_list *in = &cells->in;
	if (run->last - run->first != 1 || in->list[run->first].code_point != 0x3000)
		return 0;
	return (run->first > 0 && in->list[run->first - 1].code_point >= 0x2e80) ||
	       (run->last < in->count && in->list[run->last].code_point >= 0x2e80);
}

static void push_run(struct cells *cells, struct run *run, const struct normalize_policy *policy)
{
	run->at_start = run->first == 0 && cells->begin == 0;
	run->at_end = run->last == cells->in.count && cells->end == cells->source.len;
	if (is_ideographic(cells, run))
		cells_push(cells, &cells->in.list[run->first]);
	else if (run->line_ends || run->at_start || run->at_end)
		push_lines(cells, run, policy);
	else
		push_blanks(cells, run);
}

void pass_spaces(struct cells *cells, const struct normalize_policy *policy)
{
	for (size_t i = 0; i < cells->in.count;) {
		struct run run = {.first = i, .last = i};
		while (run.last < cells->in.count && kind_at(cells, run.last) != SPACE_NOT)
			run.line_ends += kind_at(cells, run.last++) == SPACE_LINE_END;
		if (run.last > run.first)
			push_run(cells, &run, policy);
		else
			cells_push(cells, &cells->in.list[run.last++]);
		i = run.last;
	}
}
