/* SPDX-License-Identifier: MIT */
/*
 * Documents as flat tables: a figure a row, or a sentence, or a document. What a row holds is a table of columns; how it
 * is written (TSV, CSV) is the program's business.
 */
#ifndef PHIN_TABLE_H
#define PHIN_TABLE_H

#include "base/option.h"
#include "stream/cursor.h"
#include "stream/document.h"

enum table_kind { TABLE_FIGURES, TABLE_SENTENCES, TABLE_DOCUMENTS };

enum { TABLE_MAX_META = 64, TABLE_MAX_COLUMNS = 96, TABLE_NUMBER_LEN = 24, TABLE_NUMBERS = 8 };

/* A column as a table of them names it; see table.c. */
struct table_column {
	const char *name;
	int source;
};

/* The options of every program that writes a flat table. */
struct table_options {
	int sentences, documents;        /* flags: which table; figures otherwise */
	int unit;                        /* enum text_unit of the offsets */
	int no_header;
	const char *null;                /* what stands for no value; "" */
	const char *quarantine_path;
	const char *meta[TABLE_MAX_META];
	size_t meta_count;
};

extern struct table_options table_options;

/* OPTION_CALL of --meta=KEY,...; may be given more than once. */
const char *table_take_meta(const char *argument, void *options);

/* The entries of a program's table of options. */
#define TABLE_OPTIONS \
	{'S', "sentences", NULL, "a row a sentence", OPTION_FLAG, &table_options.sentences, NULL, 0, 0, NULL}, \
	{'D', "documents", NULL, "a row a document", OPTION_FLAG, &table_options.documents, NULL, 0, 0, NULL}, \
	{'m', "meta", "KEY,...", "columns of metadata, behind id and date", OPTION_CALL, &table_options, NULL, 0, 0, \
	 table_take_meta}, \
	{'o', "offsets", "UNIT", "count offsets by codepoint (default), byte or utf16", OPTION_CHOICE, \
	 &table_options.unit, text_unit_names, 0, 0, NULL}, \
	{'n', "null", "TEXT", "what stands where there is no value (default: nothing)", OPTION_STRING, \
	 &table_options.null, NULL, 0, 0, NULL}, \
	{'H', "no-header", NULL, "leave out the line of column names", OPTION_FLAG, &table_options.no_header, NULL, 0, \
	 0, NULL}, \
	{'q', "quarantine", "FILE", "put documents with errors into FILE (JSON Lines)", OPTION_STRING, \
	 &table_options.quarantine_path, NULL, 0, 0, NULL}

/* Writes one row; a cell with ptr NULL has no value. */
typedef void table_put_row(void *context, const struct slice *cells, size_t count);

struct table {
	enum table_kind kind;
	table_put_row *put_row;
	void *context;
	uint64_t rows;                   /* written so far */
	/* The rest is the table's own. */
	struct table_column columns[TABLE_MAX_COLUMNS];
	struct slice names[TABLE_MAX_COLUMNS], cells[TABLE_MAX_COLUMNS];
	size_t column_count;
	char numbers[TABLE_NUMBERS][TABLE_NUMBER_LEN];
	struct buf column_names, words;
	struct document *document;
	struct cursor cursor;
};

/* Lays out the columns by the options. Returns NULL, or what is wrong with the options. */
const char *table_init(struct table *table, table_put_row *put_row, void *context);

/* Writes the row of names. */
void table_header(struct table *table);

/* Writes the rows of a document. Returns 0, or -1 without memory. */
int table_document(struct table *table, struct document *document);

void table_free(struct table *table);

#endif
