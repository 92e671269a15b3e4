/* SPDX-License-Identifier: MIT */
#include "normalize/normalize.h"

#include "charset/stored.h"
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

/* The lines or the block around a piece, without what is done: what it takes to tell in which charset a place was read. */
static struct slice around_piece(const struct normalizer *n, struct slice text, size_t begin, size_t end)
{
	const char *newline = memrchr(text.ptr, '\n', begin);
	size_t from = n->policy.lines && newline ? (size_t)(newline - text.ptr) + 1 : 0;
	/* Of lines a piece that began on the line before begins there still. */
	if (from < n->done)
		from = n->done;
	end = n->policy.lines ? lines_end(text, end) : text.len;
	return slice_of(text.ptr + from, end - from);
}

/*
 * Decodes what was bytes of another charset. A block is looked at once and as a whole, what is done of it again; of lines,
 * those around the piece, for they have been through the reader of plain text, which knows charsets. Returns whether it
 * did: then the cells are all that was decoded.
 */
static int repair_stored(struct normalizer *n, struct slice text)
{
	size_t begin = n->cells.begin, end = n->cells.end;
	if (!(n->cells.needs & CELL_STORED) || n->looked > begin)
		return 0;
	struct slice around = n->policy.lines ? around_piece(n, text, begin, end) : text;
	size_t from = (size_t)(around.ptr - text.ptr);
	n->looked = from + around.len;
	if (!stored_is_suspected(around))
		return 0;
	cells_take(&n->cells, text, from, n->looked);
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

/* Takes the piece around a doubt through all repairs, into the cells, which are as much of the text as that took. */
static void take_piece(struct normalizer *n, struct slice text, size_t doubt)
{
	struct cells *cells = &n->cells;
	cells_take(cells, text, piece_begin(text, doubt, n->done), piece_end(text, doubt));
	int is_suspect = cells->needs & CELL_MISREAD && mojibake_suspected(cells);
	if (is_suspect) {
		/* One place proves the other. */
		struct slice around = around_piece(n, text, cells->begin, cells->end);
		size_t from = (size_t)(around.ptr - text.ptr);
		cells_take(cells, text, from < cells->begin ? from : cells->begin, from + around.len);
	}
	if (!repair_stored(n, text) && is_suspect)
		mojibake_repair(cells);
	n->was_misread |= cells->needs & CELL_MISREAD && cells_have_rule(cells, RULE_MOJIBAKE);
	size_t marked = cells->needs & CELL_MISREAD ? mojibake_mark(cells) : 0;
	n->unsettled |= marked > 0;
	run_passes(n);
	/* One place that looks misread may be a foreign word; in a text that was misread elsewhere it is none. */
	size_t left = cells->needs & CELL_MISREAD ? mojibake_left(cells) : 0;
	n->misread += (n->was_misread || left > 2) && left > marked ? left : marked;
}

/* What was put out; of nothing, too, it has an address. */
static struct slice result_of(const struct normalizer *n)
{
	return n->out.len > 0 ? buf_slice(&n->out) : slice_of("", 0);
}

/* One turn over a text: the result in n->text, the edits in n->turn. */
static int normalize_once(struct normalizer *n, struct slice text)
{
	const struct cells *cells = &n->cells;
	size_t copied = 0, doubt;
	n->done = 0;
	n->looked = 0;
	n->unsettled = n->cells.looked_around = 0;
	n->misread = 0;
	n->text = text;
	edits_reset(&n->turn);
	buf_reset(&n->out);
	while ((doubt = next_doubt(n, text, n->done)) < text.len) {
		take_piece(n, text, doubt);
		if (cells->begin < copied) {
			/* All of the block, from the beginning again: it was in another charset. */
			buf_reset(&n->out);
			edits_reset(&n->turn);
			copied = 0;
		}
		if (cells_changed(cells)) {
			buf_put(&n->out, text.ptr + copied, cells->begin - copied);
			cells_put(cells, &n->out, &n->turn);
			copied = cells->end;
			n->unsettled |= (cells->needs & CELL_STORED) || (cells->needs & CELL_MISREAD && mojibake_suspected(cells));
		}
		n->done = cells->end;
		if (cells->failed || n->out.failed || n->turn.failed)
			return -1;
	}
	if (n->turn.count == 0)
		return 0;
	buf_put(&n->out, text.ptr + copied, text.len - copied);
	n->text = result_of(n);
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
	n->text = result_of(n);
	return n->turn.count > 0 ? end_turn(n) : text;
}

int normalize_text(struct normalizer *n, struct slice text)
{
	edits_reset(&n->edits);
	n->was_misread = 0;
	for (int turn = 0; turn < MAX_TURNS && !n->spare.failed && !n->edits.failed; turn++) {
		if (text.len > 0 && memchr(text.ptr, 0xcc, text.len))
			text = compose_first(n, text);
		if (n->spare.failed || n->out.failed || n->turn.failed || n->edits.failed || normalize_once(n, text) < 0)
			return -1;
		if (n->turn.count == 0)
			break;
		text = end_turn(n);
		/* What might be of another charset has other words now, and some word may have other neighbours. */
		if (!n->unsettled && !n->looked && !n->cells.looked_around)
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
