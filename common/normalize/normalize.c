/* SPDX-License-Identifier: MIT */
#include "normalize/normalize.h"

#include "normalize/passes.h"

static const struct {
	unsigned needs;
	void (*run)(struct cells *cells, const struct normalize_policy *policy);
} passes[] = {
	{CELL_AMPERSAND | CELL_INVISIBLE | CELL_TYPOGRAPHY, pass_debris},
	{CELL_MARK, pass_compose},
	{CELL_LOOK_ALIKE, pass_look_alikes},
	{CELL_TONE, pass_tones},
	{CELL_TYPOGRAPHY, pass_typography},
	{CELL_SPACE, pass_spaces},
};

static int changes_typography(const struct normalize_policy *policy)
{
	return policy->quotes || policy->dashes || policy->ellipsis || policy->width || policy->punctuation;
}

void normalizer_init(struct normalizer *normalizer)
{
	const struct normalize_policy *policy = &normalizer->policy;
	scan_init(&normalizer->scan, policy->tone != TONE_KEEP,
		  policy->tone == TONE_NEW ? TONE_STYLE_NEW : TONE_STYLE_OLD, changes_typography(policy));
}

static int is_white(char c)
{
	return c == ' ' || c == '\n';
}

/*
 * A piece is what can be looked at alone: it begins with white space or at the beginning, and ends where a character
 * follows, after white space, that nothing can change: an ASCII letter or digit. So no rule sees half of what it needs.
 */
static size_t piece_begin(struct slice text, size_t doubt, size_t floor)
{
	while (doubt > floor && !is_white(text.ptr[doubt - 1]))
		doubt--;
	while (doubt > floor && is_white(text.ptr[doubt - 1]))
		doubt--;
	return doubt;
}

static int is_fixed(unsigned char c)
{
	return (c >= '0' && c <= '9') || (unsigned char)((c | 0x20) - 'a') < 26;
}

static size_t piece_end(struct slice text, size_t doubt)
{
	/* The doubt is about two characters: the piece takes both. */
	for (size_t at = doubt + 2; at < text.len; at++)
		if (is_white(text.ptr[at - 1]) && is_fixed((unsigned char)text.ptr[at]))
			return at;
	return text.len;
}

static void run_passes(struct normalizer *n)
{
	for (size_t i = 0; i < sizeof passes / sizeof *passes; i++)
		if (n->cells.needs & passes[i].needs) {
			passes[i].run(&n->cells, &n->policy);
			cells_turn(&n->cells);
		}
}

/* The next doubt; a block, unlike lines, has none at its edges. */
static size_t next_doubt(const struct normalizer *n, struct slice text, size_t from)
{
	if (from == text.len)
		return from;
	if (!n->policy.lines && from == 0 && text.ptr[0] == '\n')
		return 0;
	size_t doubt = scan_doubt(&n->scan, text.ptr, text.len, from);
	return !n->policy.lines && doubt == text.len && text.ptr[text.len - 1] == '\n' ? text.len - 1 : doubt;
}

static void count_edits(struct normalizer *n)
{
	for (size_t i = 0; i < n->edits.count; i++)
		n->counts[rule_of(n->edits.list[i].rule)]++;
}

int normalize_text(struct normalizer *n, struct slice text)
{
	size_t copied = 0, done = 0, doubt;
	n->text = text;
	edits_reset(&n->edits);
	buf_reset(&n->out);
	while ((doubt = next_doubt(n, text, done)) < text.len) {
		size_t begin = piece_begin(text, doubt, done), end = piece_end(text, doubt);
		cells_take(&n->cells, text, begin, end);
		run_passes(n);
		if (cells_changed(&n->cells)) {
			buf_put(&n->out, text.ptr + copied, begin - copied);
			cells_put(&n->cells, &n->out, &n->edits);
			copied = end;
		}
		done = end;
		if (n->cells.failed || n->out.failed || n->edits.failed)
			return -1;
	}
	if (n->edits.count == 0)
		return 0;
	buf_put(&n->out, text.ptr + copied, text.len - copied);
	n->text = buf_slice(&n->out);
	count_edits(n);
	return n->out.failed ? -1 : 0;
}

void normalizer_free(struct normalizer *n)
{
	cells_free(&n->cells);
	edits_free(&n->edits);
	buf_free(&n->out);
}
