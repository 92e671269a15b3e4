/* SPDX-License-Identifier: MIT */
#include "html/page.h"

#include "base/json.h"
#include "html/escape.h"
#include "stream/record.h"

/* Made of page.css and page.js by the Makefile; the hash is what the browser holds the script against. */
static const char style[] =
#include "page.css.inc"
	;
static const char script[] =
#include "page.js.inc"
	;
static const char script_hash[] =
#include "page.js.sha256.inc"
	;

static const char *say(const struct page *page, const char *name)
{
	return wording(name, page->language);
}

static void put_text(struct output *out, const char *text)
{
	html_put(out, slice_from_string(text));
}

/* What page.js says, as a block of data that is never run. */
static void put_wordings(const struct page *page, struct output *out)
{
	output_put_string(out, "<script type=\"application/json\" id=\"wording\">{");
	for (size_t i = 0; wordings[i].name; i++) {
		output_put_string(out, i ? ",\n" : "\n");
		json_put_string(out, slice_from_string(wordings[i].name));
		output_put_byte(out, ':');
		json_put_string(out, slice_from_string(wordings[i].text[page->language]));
	}
	output_put_string(out, "}</script>\n");
}

static void put_head(const struct page *page, struct output *out)
{
	const char *title = page->title ? page->title : say(page, "title");
	output_put_string(out, page->language == WORDING_VI ? "<!DOCTYPE html>\n<html lang=\"vi\">\n"
							    : "<!DOCTYPE html>\n<html lang=\"en\">\n");
	output_put_string(out, "<head>\n<meta charset=\"utf-8\">\n"
			       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
			       "<meta name=\"color-scheme\" content=\"light dark\">\n"
			       "<meta name=\"referrer\" content=\"no-referrer\">\n"
			       /* Nothing is loaded, and no script but ours is run, whatever an article may hold. */
			       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; "
			       "form-action 'none'; style-src 'unsafe-inline'; script-src 'sha256-");
	output_put_string(out, script_hash);
	output_put_string(out, "'\">\n<title>");
	put_text(out, title);
	output_put_string(out, "</title>\n<style>\n");
	output_put_string(out, style);
	output_put_string(out, "</style>\n</head>\n<body>\n");
}

static void put_skip_link(const struct page *page, struct output *out, const char *target, const char *name)
{
	output_put_string(out, "<a class=\"skip\" href=\"#");
	output_put_string(out, target);
	output_put_string(out, "\">");
	put_text(out, say(page, name));
	output_put_string(out, "</a>\n");
}

static void put_heading(const struct page *page, struct output *out, const char *id, const char *name)
{
	output_put_string(out, "<h2 id=\"");
	output_put_string(out, id);
	output_put_string(out, "-heading\">");
	put_text(out, say(page, name));
	output_put_string(out, "</h2>\n");
}

void page_begin(struct page *page, struct output *out)
{
	if (page->begun)
		return;
	page->begun = 1;
	put_head(page, out);
	put_skip_link(page, out, "figures", "to_figures");
	put_skip_link(page, out, "articles", "to_articles");
	output_put_string(out, "<header>\n<h1>");
	put_text(out, page->title ? page->title : say(page, "title"));
	output_put_string(out, "</h1>\n<p id=\"summary\"></p>\n<noscript><p>");
	put_text(out, say(page, "noscript"));
	output_put_string(out, "</p></noscript>\n</header>\n<main>\n");
	output_put_string(out, "<section id=\"charts\" class=\"made\" aria-labelledby=\"charts-heading\" hidden>\n");
	put_heading(page, out, "charts", "plots");
	output_put_string(out, "</section>\n<section id=\"figures\" class=\"made\" aria-labelledby=\"figures-heading\" hidden>\n");
	put_heading(page, out, "figures", "figures");
	output_put_string(out, "</section>\n<section id=\"articles\" lang=\"vi\" aria-labelledby=\"articles-heading\">\n");
	put_heading(page, out, "articles", "articles");
}

/* A key of a figure, and the attribute that carries it to page.js. */
static const struct {
	const char *key, *attribute;
} figure_keys[] = {
	{"kind", "data-kind"}, {"value", "data-value"}, {"from", "data-from"}, {"to", "data-to"},     {"unit", "data-unit"},
	{"per", "data-per"},   {"mod", "data-mod"},     {"change", "data-change"}, {"role", "data-role"}, {"noun", "data-noun"}, {"of", "data-of"},
};

/* Appends text, behind a separator if something stands there. */
static void add(struct buf *reading, const char *separator, struct slice text)
{
	if (text.len == 0)
		return;
	if (reading->len > 0)
		buf_put_string(reading, separator);
	buf_put_slice(reading, text);
}

static struct slice key_text(struct document *document, const struct document_annotation *a, const char *key)
{
	struct slice value;
	return document_key(document, a->keys, key, &value) ? value : slice_of(NULL, 0);
}

/* Appends what stands for prefix + value in the wording, or the value itself. */
static void add_wording(struct page *page, const char *prefix, struct slice value)
{
	char name[64];
	size_t len = strlen(prefix);
	if (value.len == 0 || len + value.len >= sizeof name)
		return;
	memcpy(name, prefix, len);
	memcpy(name + len, value.ptr, value.len);
	name[len + value.len] = '\0';
	const char *known = say(page, name);
	add(&page->reading, ", ", *known ? slice_from_string(known) : value);
}

/* Kinds whose value is a number to be read by people; a date's or a document's is left as it is. */
static int is_quantity(struct slice kind)
{
	static const char *const kinds[] = {"number", "percent", "pp", "money", "measure", "ordinal", "multiple"};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (slice_is(kind, kinds[i]))
			return 1;
	return 0;
}

/* Appends a value: 1234567.5 of a quantity as 1.234.567,5, or 1,234,567.5 in English. */
static void add_value(struct page *page, const char *separator, struct slice value, int quantity)
{
	struct buf *reading = &page->reading;
	char group = page->language == WORDING_VI ? '.' : ',', point = page->language == WORDING_VI ? ',' : '.';
	size_t begin = value.len > 0 && value.ptr[0] == '-', digits = 0;
	while (begin + digits < value.len && value.ptr[begin + digits] >= '0' && value.ptr[begin + digits] <= '9')
		digits++;
	if (!quantity || digits == 0 || (begin + digits < value.len && value.ptr[begin + digits] != '.')) {
		add(reading, separator, value);
		return;
	}
	add(reading, separator, slice_of(value.ptr, begin + 1));
	for (size_t i = 1; i < digits; i++) {
		if ((digits - i) % 3 == 0)
			buf_put_byte(reading, group);
		buf_put_byte(reading, value.ptr[begin + i]);
	}
	if (begin + digits < value.len) {
		buf_put_byte(reading, point);
		buf_put(reading, value.ptr + begin + digits + 1, value.len - begin - digits - 1);
	}
}

/* "tiền, trên: 340.000.000.000 VND / người": what a figure was read as, for people. */
static void render_reading(struct page *page, struct document *document, const struct document_annotation *a)
{
	struct buf *reading = &page->reading;
	buf_reset(reading);
	struct slice kind = key_text(document, a, "kind");
	int quantity = is_quantity(kind);
	add_wording(page, "kind_", kind);
	add_wording(page, "change_", key_text(document, a, "change"));
	add_wording(page, "mod_", key_text(document, a, "mod"));
	add_value(page, ": ", key_text(document, a, "value"), quantity);
	struct slice from = key_text(document, a, "from"), to = key_text(document, a, "to");
	if (from.len > 0 || to.len > 0) {
		add_value(page, ": ", from.len ? from : SLICE("…"), quantity);
		add_value(page, " – ", to.len ? to : SLICE("…"), quantity);
	}
	add(reading, " ", key_text(document, a, "unit"));
	add(reading, " / ", key_text(document, a, "per"));
	page->failed |= reading->failed;
}

static void put_figure(struct page *page, struct document *document, const struct document_annotation *a,
		       struct output *out)
{
	output_put_string(out, "<mark id=\"f");
	output_put_size(out, (size_t)++page->figures);
	output_put_string(out, "\" tabindex=\"0\"");
	for (size_t i = 0; i < sizeof figure_keys / sizeof *figure_keys; i++) {
		struct slice value = key_text(document, a, figure_keys[i].key);
		if (value.len > 0)
			html_put_attribute(out, figure_keys[i].attribute, value);
	}
	output_put_byte(out, '>');
	html_put(out, slice_of(document->text.ptr + a->begin, a->end - a->begin));
	render_reading(page, document, a);
	/* In brackets, for those who hear it; shown apart for those who see it. */
	output_put_string(out, "<span class=\"reading\"> (");
	html_put(out, buf_slice(&page->reading));
	output_put_string(out, ")</span></mark>");
}

/* Writes the text of a block with its figures marked; one that overlaps another is left out. */
static void put_marked(struct page *page, struct document *document, const struct document_block *block,
		       struct output *out)
{
	size_t at = block->begin;
	for (size_t i = block->first; i < block->first + block->count; i++) {
		const struct document_annotation *a = &document->annotations[i];
		if (!slice_is(a->type, "F") || a->begin < at || a->end == a->begin)
			continue;
		html_put(out, slice_of(document->text.ptr + at, a->begin - at));
		put_figure(page, document, a, out);
		at = a->end;
	}
	html_put(out, slice_of(document->text.ptr + at, block->end - at));
}

/* What a block of a role becomes; others are paragraphs. */
static const struct {
	const char *role, *begin, *end;
} elements[] = {
	{"h", "<h4>", "</h4>\n"},
	{"li", "<p class=\"item\">", "</p>\n"},
	{"caption", "<p class=\"caption\">", "</p>\n"},
	{"", "<p>", "</p>\n"},
};

static void put_block(struct page *page, struct document *document, const struct document_block *block,
		      struct output *out)
{
	size_t i = 0;
	while (*elements[i].role && !slice_is(block->role, elements[i].role))
		i++;
	output_put_string(out, elements[i].begin);
	put_marked(page, document, block, out);
	output_put_string(out, elements[i].end);
}

/* Date, source and address, under the title. */
static void put_origin(struct document *document, struct output *out)
{
	struct slice date, source, url;
	int has_date = document_meta_value(document, "date", &date),
	    has_source = document_meta_value(document, "source", &source);
	int has_url = document_meta_value(document, "url", &url);
	if (!has_date && !has_source && !has_url)
		return;
	output_put_string(out, "<p class=\"origin\">");
	if (has_date) {
		output_put_string(out, "<time>");
		html_put(out, date);
		output_put_string(out, "</time> ");
	}
	if (has_source) {
		output_put_string(out, "<span class=\"source\">");
		html_put(out, source);
		output_put_string(out, "</span> ");
	}
	if (has_url && html_is_link(url)) {
		output_put_string(out, "<a rel=\"noopener noreferrer nofollow\"");
		html_put_attribute(out, "href", url);
		output_put_byte(out, '>');
		html_put(out, url);
		output_put_string(out, "</a>");
	} else if (has_url) {
		html_put(out, url);
	}
	output_put_string(out, "</p>\n");
}

/* The first block that is a title, with its figures; else the metadata's title, else the id. */
static const struct document_block *put_title(struct page *page, struct document *document, struct output *out)
{
	struct slice title = document->id;
	for (size_t i = 0; i < document->block_count; i++) {
		if (!slice_is(document->blocks[i].role, "title"))
			continue;
		put_marked(page, document, &document->blocks[i], out);
		return &document->blocks[i];
	}
	document_title(document, &title);
	html_put(out, title);
	return NULL;
}

int page_article(struct page *page, struct document *document, struct output *out)
{
	struct slice date;
	page_begin(page, out);
	output_put_string(out, "<article id=\"a");
	output_put_size(out, (size_t)++page->articles);
	output_put_byte(out, '"');
	html_put_attribute(out, "data-id", document->id);
	if (document_date(document, &date))
		html_put_attribute(out, "data-date", date);
	output_put_string(out, ">\n<h3>");
	const struct document_block *title = put_title(page, document, out);
	output_put_string(out, "</h3>\n");
	put_origin(document, out);
	for (size_t i = 0; i < document->block_count; i++)
		if (&document->blocks[i] != title)
			put_block(page, document, &document->blocks[i], out);
	output_put_string(out, "</article>\n");
	return page->failed || document->arena.failed ? -1 : 0;
}

void page_end(struct page *page, struct output *out)
{
	page_begin(page, out);
	output_put_string(out, "</section>\n</main>\n");
	put_wordings(page, out);
	output_put_string(out, "<script>");
	output_put_string(out, script);
	output_put_string(out, "</script>\n</body>\n</html>\n");
}

void page_free(struct page *page)
{
	buf_free(&page->reading);
}
