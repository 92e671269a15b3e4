/* SPDX-License-Identifier: MIT */
/*
 * What sinks make of any stream: a row of the flat table has a cell for every column, a page has no markup but its own,
 * fingerprints agree with themselves, the words of a sentence and the days of a date are what they say.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "dedup/fingerprint.h"
#include "html/page.h"
#include "stream/document.h"
#include "table/table.h"
#include "table/timex.h"
#include "vietnamese/fold.h"
#include "vietnamese/language.h"

static size_t rows;

static void take_row(void *context, const struct slice *cells, size_t count)
{
	struct table *table = context;
	MUST(count == table->column_count);
	for (size_t i = 0; i < count; i++)
		MUST(!cells[i].ptr || utf8_valid_prefix(cells[i].ptr, cells[i].len) == cells[i].len);
	rows++;
}

static void check_table(struct document *document, int kind)
{
	struct table table;
	table_options.sentences = kind == TABLE_SENTENCES;
	table_options.documents = kind == TABLE_DOCUMENTS;
	MUST(!table_take_meta("url,kind", &table_options));
	MUST(!table_init(&table, take_row, &table));
	rows = 0;
	table_header(&table);
	MUST(table_document(&table, document) == 0 && rows == table.rows + 1);
	table_free(&table);
}

/* Tags that the page of one article may have; text is escaped, so that no other "<" stands in it. */
static void check_page(struct document *document)
{
	static const char *const tags[] = {"<article", "</article", "<h3", "</h3", "<h4", "</h4", "<p", "</p", "<mark", "</mark",
					   "<span", "</span", "<time", "</time", "<a rel=", "</a"};
	struct memory memory;
	struct page page = {.begun = 1};
	begin_output(&memory);
	MUST(page_article(&page, document, &memory.out) == 0);
	struct slice text = end_output(&memory);
	for (size_t at = 0; at < text.len; at++) {
		int known = text.ptr[at] != '<';
		for (size_t i = 0; !known && i < sizeof tags / sizeof *tags; i++)
			known = slice_has_prefix(slice_of(text.ptr + at, text.len - at), slice_from_string(tags[i]));
		MUST(known);
	}
	free((char *)(uintptr_t)text.ptr);
	page_free(&page);
}

static void check_text(struct slice text)
{
	struct buf once = {0}, twice = {0};
	struct language_counts counts = {0};
	text_fold(text, &once);
	text_fold(buf_slice(&once), &twice);
	MUST(!once.failed && slice_equal(buf_slice(&once), buf_slice(&twice)));
	MUST(utf8_valid_prefix(once.ptr, once.len) == once.len);
	language_count(text, &counts);
	MUST(counts.marked <= counts.syllables && counts.syllables <= counts.words);
	buf_free(&once);
	buf_free(&twice);
}

static void check_fingerprint(const struct document *document)
{
	struct word_list words = {0};
	struct fingerprint first, second;
	memset(&first, 0, sizeof first);
	memset(&second, 0, sizeof second);
	MUST(fingerprint_document(document, 0, &words, &first) == 0);
	MUST(fingerprint_document(document, 0, &words, &second) == 0);
	MUST(memcmp(first.content, second.content, CONTENT_LEN) == 0 && first.count == second.count);
	MUST(first.count == 0 || sketch_similarity(first.sketch, first.count, second.sketch, second.count, 0) == 1000);
	for (size_t i = 1; i < first.count; i++)
		MUST(first.sketch[i - 1] < first.sketch[i]);
	word_list_free(&words);
}

static void check_timex(struct slice text)
{
	struct timex_days days;
	if (timex_days(text, &days))
		MUST(calendar_days(days.first) <= calendar_days(days.last) && days.last.month >= 1 && days.last.month <= 12);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char *const input[] = {"-"};
	struct reader reader;
	struct document document;
	begin_input(data, size);
	document_init(&document, "fuzz");
	reader_init(&reader, &fuzz_options, input, 1);
	check_timex(slice_of((const char *)data, size));
	while (document_next(&document, &reader, fuzz_options.max_document) == DOCUMENT_READ) {
		check_text(buf_slice(&document.text));
		check_fingerprint(&document);
		if (document.error)
			continue;
		for (int kind = TABLE_FIGURES; kind <= TABLE_DOCUMENTS; kind++)
			check_table(&document, kind);
		check_page(&document);
	}
	document_free(&document);
	reader_free(&reader);
	return 0;
}
