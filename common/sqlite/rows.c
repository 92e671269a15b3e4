/* SPDX-License-Identifier: MIT */
/* The rows of a document's parts: gathered for each table, then written with one statement a table. */
#include "sqlite/store.h"
#include "stream/record.h"
#include "table/sentence_words.h"
#include "table/timex.h"
#include "vietnamese/fold.h"

/*
 * In the order of the STORE_ numbers. What fails is given up with all its transaction, so that SQLite need not keep what it
 * would undo the statement alone with (OR FAIL).
 */
static const struct {
	const char *name;
	size_t columns;
	const char *insert;
} tables[STORE_FEEDS] = {
	{"feed_block", 5, "INSERT OR FAIL INTO block SELECT * FROM feed_block"},
	{"feed_sentence", 9, "INSERT OR FAIL INTO sentence SELECT * FROM feed_sentence"},
	{"feed_figure", 23, "INSERT OR FAIL INTO figure SELECT * FROM feed_figure"},
	{"feed_annotation", 6, "INSERT OR FAIL INTO annotation SELECT * FROM feed_annotation"},
	{"feed_warning", 6, "INSERT OR FAIL INTO warning SELECT * FROM feed_warning"},
};

/* The keys of a figure that are columns; `kind` and `value` come first, then `amount`, then the others in this order. */
enum { KEY_KIND, KEY_VALUE };
static const char *const figure_keys[] = {"kind",   "value", "from", "to", "unit", "per",  "mod",
					  "change", "role",  "noun", "of", "type", "part", "calendar"};
enum { FIGURE_KEYS = sizeof figure_keys / sizeof *figure_keys };

int store_open_rows(struct store *store)
{
	for (size_t i = 0; i < STORE_FEEDS; i++)
		if (feed_open(&store->feeds[i], &store->db, tables[i].name, tables[i].columns, tables[i].insert) < 0)
			return -1;
	return 0;
}

void store_close_rows(struct store *store)
{
	for (size_t i = 0; i < STORE_FEEDS; i++)
		feed_free(&store->feeds[i]);
}

struct slice store_text(struct store *store, struct document *document, struct slice text)
{
	static const char replacement[] = "\xef\xbf\xbd";
	if (!text.ptr || !memchr(text.ptr, '\0', text.len))
		return text;
	buf_reset(&store->shown);
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i])
			buf_put_byte(&store->shown, text.ptr[i]);
		else
			buf_put_string(&store->shown, replacement);
	}
	return arena_copy(&document->arena, buf_slice(&store->shown));
}

/* Where the rows of a document go, and how many there are of each kind. */
struct place_in {
	int64_t document;
	size_t sentence_end;
	int64_t sentences, figures, annotations;
};

static struct slice not_null(struct slice text)
{
	return text.ptr ? text : SLICE("");
}

/* A text of the document as a cell; without pointer it is NULL. */
static void put_text(struct store *store, struct document *document, struct feed *feed, struct slice text)
{
	feed_text(feed, store->has_nul ? store_text(store, document, text) : text);
}

static void put_span(struct store *store, struct feed *feed, size_t begin, size_t end)
{
	feed_integer(feed, (int64_t)cursor_at(&store->cursor, begin));
	feed_integer(feed, (int64_t)cursor_at(&store->cursor, end));
}

static void put_sentence(struct store *store, struct document *document, struct place_in *in, size_t block, size_t begin,
			 size_t end, struct slice keys)
{
	struct feed *feed = &store->feeds[STORE_SENTENCE];
	struct slice text = slice_of(document->text.ptr + begin, end - begin), words = {NULL, 0};
	buf_reset(&store->folded);
	text_fold(text, &store->folded);
	if (sentence_words(text, keys, &store->words))
		words = arena_copy(&document->arena, buf_slice(&store->words));
	/* SQLite numbers it so: one more than the last, without looking whether there is one of that number. */
	store->sentences++;
	feed_text(feed, slice_of(NULL, 0));
	feed_integer(feed, in->document);
	feed_integer(feed, in->sentences++);
	feed_integer(feed, (int64_t)block);
	put_span(store, feed, begin, end);
	put_text(store, document, feed, text);
	put_text(store, document, feed, words);
	put_text(store, document, feed, arena_copy(&document->arena, buf_slice(&store->folded)));
	in->sentence_end = end;
}

/* Kinds whose value is a number that may be added up; the others' are dates, ratios, names. */
static const char *const number_kinds[] = {"number", "percent", "pp", "money", "measure", "ordinal", "multiple"};

/* A decimal number, of no more digits than a floating-point number can hold: 1.2.3 is none, nor is a thousand nines. */
static int is_amount(struct slice kind, struct slice value)
{
	enum { MOST_DIGITS = 300 };
	size_t digits = 0, points = 0;
	for (size_t i = value.len > 0 && value.ptr[0] == '-'; i < value.len; i++) {
		if (value.ptr[i] != '.' && (value.ptr[i] < '0' || value.ptr[i] > '9'))
			return 0;
		points += value.ptr[i] == '.';
		digits += value.ptr[i] != '.';
	}
	if (points > 1 || digits > MOST_DIGITS)
		return 0;
	for (size_t i = 0; digits > 0 && i < sizeof number_kinds / sizeof *number_kinds; i++)
		if (slice_is(kind, number_kinds[i]))
			return 1;
	return 0;
}

/* Sorts the key=value fields into `values`, unescaped; of a key that stands twice the first is meant. */
static void read_keys(struct document *document, struct slice keys, struct slice values[FIGURE_KEYS])
{
	struct slice field;
	memset(values, 0, FIGURE_KEYS * sizeof *values);
	while (field_next(&keys, &field)) {
		const char *equals = memchr(field.ptr, '=', field.len);
		size_t i = 0, len = equals ? (size_t)(equals - field.ptr) : 0;
		while (i < FIGURE_KEYS && !(equals && slice_is(slice_of(field.ptr, len), figure_keys[i])))
			i++;
		if (i < FIGURE_KEYS && !values[i].ptr)
			values[i] = document_unescaped(document, slice_of(equals + 1, field.len - len - 1));
	}
}

static void put_days(struct document *document, struct feed *feed, struct slice keys)
{
	char first[CALENDAR_ISO_LEN], last[CALENDAR_ISO_LEN];
	int known = timex_figure(keys, first, last);
	struct slice none = {NULL, 0};
	feed_text(feed, known & TIMEX_FIRST ? arena_copy(&document->arena, slice_of(first, sizeof first)) : none);
	feed_text(feed, known & TIMEX_LAST ? arena_copy(&document->arena, slice_of(last, sizeof last)) : none);
}

static void put_figure(struct store *store, struct document *document, struct place_in *in,
		       const struct document_annotation *a)
{
	struct feed *feed = &store->feeds[STORE_FIGURE];
	struct slice values[FIGURE_KEYS];
	read_keys(document, a->keys, values);
	feed_integer(feed, in->document);
	feed_integer(feed, in->figures++);
	if (a->begin < in->sentence_end)
		feed_integer(feed, store->sentences);
	else
		feed_text(feed, slice_of(NULL, 0));
	put_span(store, feed, a->begin, a->end);
	put_text(store, document, feed, slice_of(document->text.ptr + a->begin, a->end - a->begin));
	put_text(store, document, feed, values[KEY_KIND]);
	put_text(store, document, feed, values[KEY_VALUE]);
	feed_text(feed, is_amount(values[KEY_KIND], values[KEY_VALUE]) ? values[KEY_VALUE] : slice_of(NULL, 0));
	for (int i = KEY_VALUE + 1; i < FIGURE_KEYS; i++)
		put_text(store, document, feed, values[i]);
	put_days(document, feed, a->keys);
}

static void put_annotation(struct store *store, struct place_in *in, const struct document_annotation *a)
{
	struct feed *feed = &store->feeds[STORE_ANNOTATION];
	feed_integer(feed, in->document);
	feed_integer(feed, in->annotations++);
	feed_text(feed, a->type);
	put_span(store, feed, a->begin, a->end);
	feed_text(feed, not_null(a->keys));
}

static int has_sentences(const struct document *document, const struct document_block *block)
{
	for (size_t i = block->first; i < block->first + block->count; i++)
		if (slice_is(document->annotations[i].type, "S"))
			return 1;
	return 0;
}

/* A document may have a million rows; they need not all be in memory. */
static int write_feeds(struct store *store, int all)
{
	for (size_t i = 0; i < STORE_FEEDS; i++)
		if ((all || feed_is_full(&store->feeds[i])) && feed_write(&store->feeds[i], &store->db) < 0)
			return -1;
	return 0;
}

static int put_block(struct store *store, struct document *document, struct place_in *in, size_t index)
{
	const struct document_block *block = &document->blocks[index];
	struct feed *feed = &store->feeds[STORE_BLOCK];
	feed_integer(feed, in->document);
	feed_integer(feed, (int64_t)index);
	feed_text(feed, not_null(block->role));
	put_span(store, feed, block->begin, block->end);
	in->sentence_end = 0;
	if (block->end > block->begin && !has_sentences(document, block))
		put_sentence(store, document, in, index, block->begin, block->end, slice_of(NULL, 0));
	for (size_t i = block->first; i < block->first + block->count; i++) {
		const struct document_annotation *a = &document->annotations[i];
		if (slice_is(a->type, "S"))
			put_sentence(store, document, in, index, a->begin, a->end, a->keys);
		else if (slice_is(a->type, "F"))
			put_figure(store, document, in, a);
		else if (!slice_is(a->type, "A"))
			put_annotation(store, in, a);
		if (write_feeds(store, 0) < 0)
			return -1;
	}
	return write_feeds(store, 0);
}

static void put_warning(struct store *store, struct document *document, int64_t number, size_t ordinal)
{
	const struct document_finding *finding = &document->findings[ordinal];
	struct feed *feed = &store->feeds[STORE_WARNING];
	const struct slice texts[] = {finding->stage, finding->code, finding->place, finding->message};
	feed_integer(feed, number);
	feed_integer(feed, (int64_t)ordinal);
	for (int i = 0; i < 4; i++)
		feed_text(feed, store_text(store, document, not_null(texts[i])));
}

int store_put_rows(struct store *store, struct document *document, int64_t number)
{
	struct place_in in = {.document = number};
	store->cursor = (struct cursor){UNIT_CODE_POINT, document->text.ptr, 0, 0};
	for (size_t i = 0; i < document->block_count; i++)
		if (put_block(store, document, &in, i) < 0)
			return -1;
	for (size_t i = 0; i < document->finding_count; i++)
		put_warning(store, document, number, i);
	return write_feeds(store, 1);
}
