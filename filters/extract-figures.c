/* SPDX-License-Identifier: MIT */
/*
 * extract-figures: finds every figure in Vietnamese text and writes it as an `F` record under its block: kind, value,
 * unit, what is counted, what is measured. Values follow TIMEX3 (ISO 24617-1) for dates, ISO 4217 for money, UCUM for
 * measures; numbers are exact decimals, never floats. Dates without a year are resolved against the document's date.
 * The text is never changed.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/json.h"
#include "base/list.h"
#include "stream/docdate.h"
#include "figures/extract.h"
#include "stream/filter.h"
#include "stream/record.h"

static const char *check_date(const char *argument, void *target);
static const char *check_kinds(const char *argument, void *target);

static struct {
	struct date date;
	int has_date;
	unsigned kinds;
	int tsv, explain, list;
	const char *rules_path;
} chosen = {.kinds = ~0u};

static const struct option_spec options[] = {
	{0, "date", "DATE", "date of documents that have none: 2025-09-26", OPTION_CALL, &chosen, NULL, 0, 0,
	 check_date},
	{0, "kinds", "LIST", "only these kinds, separated by commas", OPTION_CALL, &chosen.kinds, figure_kind_names,
	 0, 0, check_kinds},
	{0, "tsv", NULL, "write a table, a figure a line, instead of the stream", OPTION_FLAG, &chosen.tsv, NULL, 0, 0,
	 NULL},
	{0, "explain", NULL, "say with each figure which rule read it", OPTION_FLAG, &chosen.explain, NULL, 0, 0, NULL},
	{0, "rules", "FILE", "add units, currencies, nouns and patterns of your own", OPTION_STRING, &chosen.rules_path,
	 NULL, 0, 0, NULL},
	{0, "list", NULL, "print the tables of words, units and holidays", OPTION_FLAG, &chosen.list, NULL, 0, 0, NULL},
	{0},
};

static const struct program program = {
	.name = "extract-figures",
	.summary = "find the figures in text: numbers, money, measures, dates, with their values",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

static const char *check_date(const char *argument, void *target)
{
	(void)target;
	chosen.has_date = docdate_parse(slice_from_string(argument), &chosen.date);
	return chosen.has_date ? NULL : "not a date, as 2025-09-26 is";
}

static const char *check_kinds(const char *argument, void *target)
{
	unsigned *kinds = target;
	*kinds = 0;
	for (struct slice name; options_next_name(&argument, &name);) {
		int kind = 0;
		while (figure_kind_names[kind] && !slice_is(name, figure_kind_names[kind]))
			kind++;
		if (!figure_kind_names[kind])
			return "no such kind";
		*kinds |= 1u << kind;
	}
	return *kinds ? NULL : "no kind";
}

struct state {
	struct extractor *extractor;
	struct buf keys; /* of the figures at hand, one after another */
	struct buf scratch;
	struct new_annotation *annotations;
	size_t *cuts;
	size_t annotation_cap, cut_cap;
	struct buf id;	/* --tsv: of the document, still escaped */
	struct buf row; /* --tsv: what the rows of a block begin with */
	unsigned long long figures, block;
	int has_header;
	int has_date; /* the document has said its date: where the key stands twice the first is meant */
};

/* A document begins: its date is the one of --date until its metadata say another. */
static int take_doc(void *context, struct reader *reader)
{
	struct state *state = context;
	(void)reader;
	extractor_set_date(state->extractor, chosen.has_date ? &chosen.date : NULL);
	state->block = 0;
	state->has_date = 0;
	return 0;
}

static int take_meta(void *context, struct slice key, struct slice value)
{
	struct state *state = context;
	struct slice text = value;
	struct date date;
	if (!slice_is(key, "date") || state->has_date)
		return 0;
	state->has_date = 1;
	buf_reset(&state->scratch);
	if (value.len > 1 && value.ptr[0] == '"' && json_text(value, &state->scratch, &text) < 0)
		return -1;
	if (docdate_parse(text, &date))
		extractor_set_date(state->extractor, &date);
	return 0;
}

static void put_keys(struct state *state, const struct figure *figure)
{
	buf_put_string(&state->keys, "kind=");
	buf_put_string(&state->keys, figure->kind_name);
	for (int key = 0; key < FIGURE_KEYS; key++) {
		if (figure->key[key].len == 0)
			continue;
		buf_put_byte(&state->keys, '\t');
		buf_put_string(&state->keys, figure_key_names[key]);
		buf_put_byte(&state->keys, '=');
		field_put_buf(&state->keys, figure->key[key]);
	}
	if (chosen.explain) {
		buf_put_string(&state->keys, "\trule=");
		buf_put_string(&state->keys, figure->rule);
	}
}

/* Ends of the sentences that segment has marked. */
static int take_cuts(struct state *state, const struct block *block, size_t *count)
{
	*count = 0;
	if (LIST_RESERVE(state->cuts, state->cut_cap, block->count) < 0)
		return -1;
	for (size_t i = 0; i < block->count; i++)
		if (!block->annotations[i].loose && slice_is(block->annotations[i].type, "S"))
			state->cuts[(*count)++] = block->annotations[i].end;
	return 0;
}

static int put_annotations(struct state *state, const struct figure *figures, size_t count, struct annotating *annotating)
{
	if (LIST_RESERVE(state->annotations, state->annotation_cap, count) < 0)
		return -1;
	buf_reset(&state->keys);
	/* The buffer may move while it grows: first the lengths, then the places. */
	for (size_t i = 0; i < count; i++) {
		size_t from = state->keys.len;
		put_keys(state, &figures[i]);
		state->annotations[i] =
			(struct new_annotation){figures[i].begin, figures[i].end, {NULL, state->keys.len - from}};
	}
	if (state->keys.failed)
		return -1;
	for (size_t i = 0, at = 0; i < count; at += state->annotations[i++].keys.len)
		state->annotations[i].keys.ptr = state->keys.ptr + at;
	annotating_more(annotating, state->annotations, count);
	return 0;
}

static int begin_block(struct state *state, const struct block *block)
{
	size_t cuts;
	if (take_cuts(state, block, &cuts) < 0)
		return -1;
	extractor_begin(state->extractor, block->text, state->cuts, cuts);
	state->block++;
	return 0;
}

/* The next figures of the block; returns 1, 0 if there are no more, or -1 without memory. */
static int find_more(struct state *state, const struct figure **figures, size_t *count)
{
	int found = extractor_next(state->extractor, figures, count);
	state->figures += found > 0 ? *count : 0;
	return found;
}

static int take_block(void *context, const struct block *block, struct writer *writer)
{
	struct state *state = context;
	struct annotating annotating;
	const struct figure *figures;
	const char *kind;
	size_t count;
	int found;
	if (begin_block(state, block) < 0)
		return -1;
	annotating_begin(&annotating, writer, block, SLICE("F"));
	while ((found = find_more(state, &figures, &count)) > 0)
		if (put_annotations(state, figures, count, &annotating) < 0)
			return -1;
	if (found < 0)
		return -1;
	annotating_end(&annotating);
	while ((kind = extractor_gave_up(state->extractor)) != NULL)
		writer_finding(writer, DIAG_WARNING, "rule-limit", block->place,
			       "the pattern of kind %s gave up at its limit", kind);
	return 0;
}

static void put_header(struct output *out)
{
	output_put_string(out, "id\tblock\tbegin\tend\ttext\tkind");
	for (int key = 0; key < FIGURE_KEYS; key++) {
		output_put_byte(out, '\t');
		output_put_string(out, figure_key_names[key]);
	}
	output_put_string(out, chosen.explain ? "\trule\n" : "\n");
}

static void put_cell(struct output *out, struct slice text)
{
	output_put_byte(out, '\t');
	if (text.len > 0)
		field_put(out, text);
}

/* The cells of the keys. Most are empty: their TABs are put at once. */
static void put_key_cells(const struct figure *figure, struct output *out)
{
	static const char tabs[FIGURE_KEYS] = {[0 ... FIGURE_KEYS - 1] = '\t'};
	size_t empty = 0;
	for (int key = 0; key < FIGURE_KEYS; key++) {
		empty++;
		if (figure->key[key].len == 0)
			continue;
		output_put(out, tabs, empty);
		field_put(out, figure->key[key]);
		empty = 0;
	}
	output_put(out, tabs, empty);
}

static void put_row(const struct state *state, const struct block *block, const struct figure *figure,
		    struct output *out)
{
	output_put_slice(out, buf_slice(&state->row));
	output_put_size(out, figure->begin);
	output_put_byte(out, '\t');
	output_put_size(out, figure->end);
	put_cell(out, slice_of(block->text.ptr + figure->begin, figure->end - figure->begin));
	put_cell(out, slice_from_string(figure->kind_name));
	put_key_cells(figure, out);
	if (chosen.explain)
		put_cell(out, slice_from_string(figure->rule));
	output_put_byte(out, '\n');
}

static int begin_rows(struct state *state)
{
	buf_reset(&state->row);
	buf_put_slice(&state->row, buf_slice(&state->id));
	buf_put_byte(&state->row, '\t');
	buf_put_size(&state->row, (size_t)state->block);
	buf_put_byte(&state->row, '\t');
	return state->row.failed ? -1 : 0;
}

/* --tsv: a figure a line, a header first. */
static int put_flat(void *context, enum event event, const struct reader *reader, struct output *out)
{
	struct state *state = context;
	const struct figure *figures;
	size_t count;
	int found;
	if (!state->has_header)
		put_header(out);
	state->has_header = 1;
	if (event == EVENT_DOC) {
		buf_reset(&state->id);
		buf_put_slice(&state->id, reader->id);
		return take_doc(context, NULL) || state->id.failed;
	}
	if (event == EVENT_META)
		return take_meta(context, reader->key, reader->value);
	if (event != EVENT_BLOCK)
		return 0;
	if (begin_block(state, &reader->block) < 0 || begin_rows(state) < 0)
		return -1;
	while ((found = find_more(state, &figures, &count)) > 0)
		for (size_t i = 0; i < count; i++)
			put_row(state, &reader->block, &figures[i], out);
	if (found < 0)
		return -1;
	const char *kind;
	while ((kind = extractor_gave_up(state->extractor)) != NULL)
		diag(DIAG_WARNING, reader->block.place, "the pattern of kind %s gave up at its limit", kind);
	return 0;
}

static void put_stats(void *context, struct buf *json)
{
	const struct state *state = context;
	buf_printf(json, ",\"figures\":%llu", state->figures);
}

/* --list: what the program knows, as a table. */
static int print_list(void)
{
	struct buf text = {0};
	vocabulary_print(&text);
	return options_print(&text);
}

static void free_state(struct state *state)
{
	extractor_free(state->extractor);
	buf_free(&state->keys);
	buf_free(&state->scratch);
	buf_free(&state->id);
	buf_free(&state->row);
	free(state->annotations);
	free(state->cuts);
}

int main(int argc, char **argv)
{
	int operands;
	filter_start();
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	if (chosen.list)
		return print_list();
	struct state state = {.extractor = extractor_new()};
	if (!state.extractor) {
		diag_error("out of memory");
		return EXIT_IO;
	}
	extractor_set_kinds(state.extractor, chosen.kinds);
	struct user_file_fault fault;
	if (chosen.rules_path && extractor_read_rules(state.extractor, chosen.rules_path, &fault) < 0) {
		free_state(&state);
		return user_file_report(&fault);
	}
	const struct filter filter = {
		.program = &program,
		.context = &state,
		.doc = take_doc,
		.meta = take_meta,
		.block = take_block,
		.flat = chosen.tsv ? put_flat : NULL,
		.stats = put_stats,
	};
	status = filter_run(&filter, argv + 1, (size_t)operands);
	free_state(&state);
	return status;
}
