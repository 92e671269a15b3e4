/* SPDX-License-Identifier: MIT */
#include "normalize/normalize.h"

#include "normalize/marks.h"
#include "normalize/mojibake.h"
#include "normalize/passes.h"
#include "normalize/stored.h"

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

/* The same for a piece of whole lines: where it reaches into a line, it takes all of that. */
static size_t lines_end(struct slice text, size_t end)
{
	do {
		const char *newline = memchr(text.ptr + end, '\n', text.len - end);
		end = newline ? piece_end(text, (size_t)(newline - text.ptr) - 1) : text.len;
	} while (end < text.len && text.ptr[end - 1] != '\n');
	return end;
}

/*
 * Takes the line or block around the piece into account if something in it may be mojibake: the one place proves the other.
 * Returns where the piece ends now.
 */
static size_t repair_mojibake(struct normalizer *n, struct slice text, size_t *begin, size_t end)
{
	if (!(n->cells.needs & CELL_MISREAD) || !mojibake_suspected(&n->cells))
		return end;
	const char *newline = memrchr(text.ptr, '\n', *begin);
	size_t from = n->policy.lines && newline ? (size_t)(newline - text.ptr) + 1 : 0;
	if (from > n->done)
		*begin = from;
	else if (n->done < *begin)
		*begin = n->done;
	end = n->policy.lines ? lines_end(text, end) : text.len;
	cells_take(&n->cells, text, *begin, end);
	mojibake_repair(&n->cells);
	return end;
}

/* A block, unlike lines, did not come through the reader of plain text, which knows charsets. Whether it is decoded now. */
static int repair_stored(struct normalizer *n, struct slice text)
{
	if (n->policy.lines || !(n->cells.needs & CELL_STORED) || n->looked++)
		return 0;
	size_t begin = n->cells.begin, end = n->cells.end;
	cells_take(&n->cells, text, 0, text.len);
	if (stored_repair(&n->cells))
		return 1;
	cells_take(&n->cells, text, begin, end);
	return 0;
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

/* Takes the piece around a doubt through all repairs, into cells. Returns where it ends. */
static size_t take_piece(struct normalizer *n, struct slice text, size_t doubt, size_t *begin)
{
	size_t end = piece_end(text, doubt);
	*begin = piece_begin(text, doubt, n->done);
	cells_take(&n->cells, text, *begin, end);
	if (repair_stored(n, text)) {
		*begin = 0;
		end = text.len;
	} else {
		end = repair_mojibake(n, text, begin, end);
	}
	n->was_misread |= n->cells.needs & CELL_MISREAD && cells_have_rule(&n->cells, RULE_MOJIBAKE);
	run_passes(n);
	/* One place that looks misread may be a foreign word; in a text that was misread elsewhere it is none. */
	size_t left = n->cells.needs & CELL_MISREAD ? mojibake_left(&n->cells) : 0;
	n->misread += n->was_misread || left > 2 ? left : 0;
	return end;
}

/* One turn over a text: the result in n->text, the edits in n->turn. */
static int normalize_once(struct normalizer *n, struct slice text)
{
	size_t copied = 0, doubt, begin;
	n->done = 0;
	n->looked = n->unsettled = 0;
	n->misread = 0;
	n->text = text;
	edits_reset(&n->turn);
	buf_reset(&n->out);
	while ((doubt = next_doubt(n, text, n->done)) < text.len) {
		size_t end = take_piece(n, text, doubt, &begin);
		if (begin < copied) {
			/* All of the block, from the beginning again: it was in another charset. */
			buf_reset(&n->out);
			edits_reset(&n->turn);
			copied = 0;
		}
		if (cells_changed(&n->cells)) {
			buf_put(&n->out, text.ptr + copied, begin - copied);
			cells_put(&n->cells, &n->out, &n->turn);
			copied = end;
			n->unsettled |= (n->cells.needs & CELL_STORED) || mojibake_suspected(&n->cells);
		}
		n->done = end;
		if (n->cells.failed || n->out.failed || n->turn.failed)
			return -1;
	}
	if (n->turn.count == 0)
		return 0;
	buf_put(&n->out, text.ptr + copied, text.len - copied);
	n->text = buf_slice(&n->out);
	return n->out.failed ? -1 : 0;
}

/* Text that was misread may show only after a repair that it is (Ã&copy;). It seldom takes two turns, and never many. */
enum { MAX_TURNS = 8 };

/* Adds what a turn did to what was done before it, and makes room for the next. Returns the text for that. */
static struct slice end_turn(struct normalizer *n)
{
	struct edits edits = n->edits;
	struct buf out = n->out;
	if (n->edits.count == 0) {
		n->edits = n->turn;
		n->turn = edits;
	} else if (n->turn.count > 0) {
		edits_compose(&n->edits, &n->turn, &n->composed);
		n->edits = n->composed;
		n->composed = edits;
	}
	n->out = n->spare;
	n->spare = out;
	return n->text;
}

/* Decomposed text is composed at a stroke first, so that only what is doubtful besides goes through the passes. */
static struct slice compose_first(struct normalizer *n, struct slice text)
{
	edits_reset(&n->turn);
	buf_reset(&n->out);
	marks_compose(text, &n->out, &n->turn);
	n->text = buf_slice(&n->out);
	return n->turn.count > 0 ? end_turn(n) : text;
}

int normalize_text(struct normalizer *n, struct slice text)
{
	edits_reset(&n->edits);
	n->was_misread = 0;
	if (text.len > 0 && memchr(text.ptr, 0xcc, text.len))
		text = compose_first(n, text);
	for (int turn = 0; turn < MAX_TURNS && !n->spare.failed && !n->edits.failed; turn++) {
		if (normalize_once(n, text) < 0)
			return -1;
		if (n->turn.count == 0)
			break;
		text = end_turn(n);
		if (!n->unsettled)
			break;
	}
	count_edits(n);
	return n->edits.failed || n->spare.failed ? -1 : 0;
}

void normalizer_free(struct normalizer *n)
{
	cells_free(&n->cells);
	edits_free(&n->edits);
	edits_free(&n->turn);
	edits_free(&n->composed);
	buf_free(&n->out);
	buf_free(&n->spare);
}
