/* SPDX-License-Identifier: MIT */
#include "table/table.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "stream/record.h"
#include "table/sentence_words.h"
#include "table/timex.h"

/* Where a cell comes from. */
enum source {
	/* The same in every row of a document. */
	FROM_ID, FROM_DATE, FROM_META, FROM_TITLE, FROM_BLOCKS, FROM_SENTENCES, FROM_FIGURES, FROM_CHARACTERS, FROM_TEXT,
	/* Of the annotation that the row is about. */
	FROM_NUMBER, FROM_ROLE, FROM_SENTENCE, FROM_SURFACE, FROM_WORDS, FROM_START, FROM_END,
	FROM_FIRST_DAY, FROM_LAST_DAY, FROM_KEY,
};

/* The tables; FROM_META stands for all columns of --meta. The keys are those of phin-stream(5). */
static const struct table_column figure_columns[] = {
	{"id", FROM_ID}, {"date", FROM_DATE}, {NULL, FROM_META}, {"sentence", FROM_SENTENCE}, {"kind", FROM_KEY},
	{"surface", FROM_SURFACE}, {"value", FROM_KEY}, {"from", FROM_KEY}, {"to", FROM_KEY}, {"unit", FROM_KEY},
	{"per", FROM_KEY}, {"mod", FROM_KEY}, {"change", FROM_KEY}, {"role", FROM_KEY}, {"noun", FROM_KEY},
	{"of", FROM_KEY}, {"type", FROM_KEY}, {"part", FROM_KEY}, {"calendar", FROM_KEY}, {"first_day", FROM_FIRST_DAY},
	{"last_day", FROM_LAST_DAY}, {"start", FROM_START}, {"end", FROM_END}, {0},
};
static const struct table_column sentence_columns[] = {
	{"id", FROM_ID}, {"date", FROM_DATE}, {NULL, FROM_META}, {"number", FROM_NUMBER}, {"role", FROM_ROLE},
	{"sentence", FROM_SENTENCE}, {"words", FROM_WORDS}, {"start", FROM_START}, {"end", FROM_END}, {0},
};
static const struct table_column document_columns[] = {
	{"id", FROM_ID}, {"date", FROM_DATE}, {NULL, FROM_META}, {"title", FROM_TITLE}, {"blocks", FROM_BLOCKS},
	{"sentences", FROM_SENTENCES}, {"figures", FROM_FIGURES}, {"characters", FROM_CHARACTERS}, {"text", FROM_TEXT}, {0},
};
static const struct table_column *const kinds[] = {figure_columns, sentence_columns, document_columns};

struct table_options table_options = {.null = ""};

const char *table_take_meta(const char *argument, void *target)
{
	struct table_options *options = target;
	for (struct slice item; options_next_name(&argument, &item);) {
		char *name = item.len > 0 ? strndup(item.ptr, item.len) : NULL;
		if (item.len == 0)
			return "an empty name";
		if (!name)
			return "out of memory";
		for (size_t i = 0; i < options->meta_count; i++)
			if (strcmp(options->meta[i], name) == 0) {
				free(name);
				return "a name twice";
			}
		if (options->meta_count == TABLE_MAX_META) {
			free(name);
			return "too many names";
		}
		options->meta[options->meta_count++] = name;
	}
	return NULL;
}

static int is_name_of(const struct table_column *columns, const char *name)
{
	for (; columns->name || columns->source; columns++)
		if (columns->name && strcmp(columns->name, name) == 0)
			return 1;
	return 0;
}

/*
 * Adds the columns of --meta: one that has the name of a column of ours is called meta_NAME. A title is mostly no metadata
 * but a block; who asks for it does not care which.
 */
static void add_meta_columns(struct table *table, const struct table_column *all)
{
	for (size_t i = 0; i < table_options.meta_count; i++) {
		const char *name = table_options.meta[i];
		size_t begin = table->column_names.len;
		int is_ours = is_name_of(all, name);
		if (is_ours)
			buf_put_string(&table->column_names, "meta_");
		buf_put_string(&table->column_names, name);
		table->names[table->column_count] = slice_of(NULL, table->column_names.len - begin);
		table->columns[table->column_count++] =
			(struct table_column){name, !is_ours && strcmp(name, "title") == 0 ? FROM_TITLE : FROM_META};
	}
}

const char *table_init(struct table *table, table_put_row *put_row, void *context)
{
	if (table_options.sentences && table_options.documents)
		return "--sentences and --documents exclude each other";
	*table = (struct table){.put_row = put_row, .context = context};
	table->kind = table_options.sentences	? TABLE_SENTENCES
		      : table_options.documents ? TABLE_DOCUMENTS
						: TABLE_FIGURES;
	const struct table_column *all = kinds[table->kind];
	for (const struct table_column *column = all; column->name || column->source; column++) {
		if (!column->name) {
			add_meta_columns(table, all);
			continue;
		}
		table->names[table->column_count] = slice_from_string(column->name);
		table->columns[table->column_count++] = *column;
	}
	/* The names were gathered in memory that moved while it grew. */
	size_t at = 0;
	for (size_t i = 0; i < table->column_count; i++)
		if (!table->names[i].ptr) {
			table->names[i].ptr = table->column_names.ptr + at;
			at += table->names[i].len;
		}
	return table->column_names.failed ? "out of memory" : NULL;
}

void table_free(struct table *table)
{
	buf_free(&table->column_names);
	buf_free(&table->words);
	for (size_t i = 0; i < table_options.meta_count; i++)
		free((char *)(uintptr_t)table_options.meta[i]);
	table_options.meta_count = 0;
}

void table_header(struct table *table)
{
	if (!table_options.no_header)
		table->put_row(table->context, table->names, table->column_count);
}

/* A number as text, in the room of its own that each of a row's numbers has. */
static struct slice number_text(struct table *table, size_t number, size_t which)
{
	char *room = table->numbers[which];
	size_t at = TABLE_NUMBER_LEN;
	do
		room[--at] = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	return slice_of(room + at, TABLE_NUMBER_LEN - at);
}

static struct slice meta_text(struct document *document, const char *key)
{
	struct slice text;
	return document_meta_value(document, key, &text) ? text : slice_of(NULL, 0);
}

static size_t count_type(const struct document *document, const char *type)
{
	size_t count = 0;
	for (size_t i = 0; i < document->annotation_count; i++)
		count += slice_is(document->annotations[i].type, type);
	return count;
}

static struct slice document_cell(struct table *table, const struct table_column *column)
{
	struct document *document = table->document;
	struct slice text;
	switch ((enum source)column->source) {
	case FROM_ID:
		return document->id;
	case FROM_DATE:
		return document_date(document, &text) ? text : slice_of(NULL, 0);
	case FROM_META:
		return meta_text(document, column->name);
	case FROM_TITLE:
		return document_title(document, &text) ? text : slice_of(NULL, 0);
	case FROM_BLOCKS:
		return number_text(table, document->block_count, 0);
	case FROM_SENTENCES:
		return number_text(table, count_type(document, "S"), 1);
	case FROM_FIGURES:
		return number_text(table, count_type(document, "F"), 2);
	case FROM_CHARACTERS:
		return number_text(table, utf8_count(document->text.ptr, document->text.len), 3);
	case FROM_TEXT:
		return document->text.len ? buf_slice(&document->text) : SLICE("");
	default:
		return slice_of(NULL, 0);
	}
}

static void date_cells(struct table *table, struct slice keys, struct slice *first, struct slice *last)
{
	char *rooms[] = {table->numbers[4], table->numbers[5]};
	int known = timex_figure(keys, rooms[0], rooms[1]);
	*first = slice_of(known & TIMEX_FIRST ? rooms[0] : NULL, CALENDAR_ISO_LEN);
	*last = slice_of(known & TIMEX_LAST ? rooms[1] : NULL, CALENDAR_ISO_LEN);
}

static struct slice annotation_text(const struct table *table, const struct document_annotation *a)
{
	return a ? slice_of(table->document->text.ptr + a->begin, a->end - a->begin) : slice_of(NULL, 0);
}

/* Where in the document a row is. */
struct at {
	const struct document_annotation *annotation, *sentence;
	size_t sentences;
};

/*
 * A table that lost its cells is a sentence of 77 kB with two thousand figures: whole in every row it would make 150 MB
 * of it, and no spreadsheet takes more than 32,767 characters a cell. Of one that is longer than SENTENCE_MOST a row has
 * what stands beside its figure.
 */
enum { SENTENCE_MOST = 4000, SENTENCE_SIDE = 1000 };

static int is_inside(struct slice text, size_t at)
{
	return at < text.len && ((unsigned char)text.ptr[at] & 0xc0) == 0x80;
}

/* The words in text[begin, end) that lie within SENTENCE_SIDE of the figure, a mark where something was left out. */
static struct slice words_beside(struct table *table, size_t begin, size_t end, size_t figure_begin, size_t figure_end)
{
	struct slice text = buf_slice(&table->document->text);
	size_t from = begin, to = end;
	if (figure_begin - begin > SENTENCE_SIDE) {
		const char *start = text.ptr + figure_begin - SENTENCE_SIDE, *space = memchr(start, ' ', SENTENCE_SIDE);
		from = (size_t)((space ? space + 1 : start) - text.ptr);
	}
	if (figure_end < end && end - figure_end > SENTENCE_SIDE) {
		const char *start = text.ptr + figure_end, *space = memrchr(start, ' ', SENTENCE_SIDE);
		to = space ? (size_t)(space - text.ptr) : figure_end + SENTENCE_SIDE;
	}
	while (is_inside(text, from))
		from++;
	while (is_inside(text, to))
		to--;
	buf_reset(&table->words);
	buf_put_string(&table->words, from > begin ? "… " : "");
	buf_put(&table->words, text.ptr + from, to - from);
	buf_put_string(&table->words, to < end ? " …" : "");
	return buf_slice(&table->words);
}

static struct slice sentence_beside(struct table *table, const struct at *at)
{
	const struct document_annotation *sentence = at->sentence, *a = at->annotation;
	if (!sentence || a == sentence || sentence->end - sentence->begin <= SENTENCE_MOST)
		return annotation_text(table, sentence);
	return words_beside(table, sentence->begin, sentence->end, a->begin, a->end);
}

static struct slice row_cell(struct table *table, const struct table_column *column, const struct at *at)
{
	const struct document_annotation *a = at->annotation;
	struct slice first, last, text;
	switch ((enum source)column->source) {
	case FROM_NUMBER:
		return number_text(table, at->sentences - 1, 0);
	case FROM_ROLE:
		return table->document->blocks[a->block].role;
	case FROM_SENTENCE:
		return sentence_beside(table, at);
	case FROM_SURFACE:
		return annotation_text(table, a);
	case FROM_WORDS:
		return sentence_words(annotation_text(table, a), a->keys, &table->words) ? buf_slice(&table->words)
											 : slice_of(NULL, 0);
	case FROM_START:
		return number_text(table, cursor_at(&table->cursor, a->begin), 1);
	case FROM_END:
		return number_text(table, cursor_at(&table->cursor, a->end), 2);
	case FROM_FIRST_DAY:
	case FROM_LAST_DAY:
		date_cells(table, a->keys, &first, &last);
		return column->source == FROM_FIRST_DAY ? first : last;
	case FROM_KEY:
		return document_key(table->document, a->keys, column->name, &text) ? text : slice_of(NULL, 0);
	default:
		return slice_of(NULL, 0);
	}
}

static void put_row(struct table *table, const struct at *at)
{
	for (size_t i = 0; at && i < table->column_count; i++)
		if (table->columns[i].source >= FROM_NUMBER)
			table->cells[i] = row_cell(table, &table->columns[i], at);
	table->put_row(table->context, table->cells, table->column_count);
	table->rows++;
}

static void put_annotations(struct table *table, const char *type)
{
	struct document *document = table->document;
	struct at at = {0};
	for (size_t i = 0; i < document->annotation_count; i++) {
		const struct document_annotation *a = &document->annotations[i];
		int is_sentence = slice_is(a->type, "S");
		at.annotation = a;
		at.sentences += is_sentence;
		if (is_sentence)
			at.sentence = a;
		/* Behind its end a sentence holds nothing: a block may have none, or text between two. */
		else if (at.sentence && (at.sentence->block != a->block || at.sentence->end <= a->begin))
			at.sentence = NULL;
		if (slice_is(a->type, type))
			put_row(table, &at);
	}
}

int table_document(struct table *table, struct document *document)
{
	table->document = document;
	table->cursor = (struct cursor){(enum text_unit)table_options.unit, document->text.ptr, 0, 0};
	for (size_t i = 0; i < table->column_count; i++)
		table->cells[i] = document_cell(table, &table->columns[i]);
	if (table->kind == TABLE_DOCUMENTS)
		put_row(table, NULL);
	else
		put_annotations(table, table->kind == TABLE_SENTENCES ? "S" : "F");
	return document->arena.failed || table->words.failed ? -1 : 0;
}
