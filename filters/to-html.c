/* SPDX-License-Identifier: MIT */
/*
 * to-html: reads the stream (or plain text) and writes one page of HTML that needs no network: the articles with their
 * figures marked, a table of the figures that sorts and filters, charts. Text is text, whoever wrote it: nothing of it
 * becomes markup or script. A document with an error is never written: it goes to --quarantine.
 */
#include "html/page.h"
#include "stream/sink.h"

/* In the order of enum wording_language. */
static const char *const language_names[] = {"vi", "en", NULL};

static int language = WORDING_VI;
static const char *title, *quarantine_path;

static const struct option_spec options[] = {
	{'t', "title", "TEXT", "the page's title", OPTION_STRING, &title, NULL, 0, 0, NULL},
	{'l', "language", "LANG", "what the page itself speaks: vi (default) or en", OPTION_CHOICE, &language, language_names,
	 0, 0, NULL},
	{'q', "quarantine", "FILE", "put documents with errors into FILE (JSON Lines)", OPTION_STRING, &quarantine_path,
	 NULL, 0, 0, NULL},
	{0},
};

static const struct program program = {
	.name = "to-html",
	.summary = "write articles, their figures and charts as one page of HTML",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

static int deliver(void *page, struct document *document, struct output *out)
{
	if (page_article(page, document, out) == 0)
		return EXIT_DONE;
	diag_error("out of memory");
	return EXIT_IO;
}

static int finish(void *page, struct output *out)
{
	page_end(page, out);
	return EXIT_DONE;
}

static void stats(void *context, struct buf *json)
{
	const struct page *page = context;
	buf_printf(json, ",\"figures\":%llu", (unsigned long long)page->figures);
}

int main(int argc, char **argv)
{
	struct page page = {0};
	int operands;
	filter_start();
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	page.language = (enum wording_language)language;
	page.title = title;
	const struct sink sink = {.program = &program, .context = &page, .quarantine_path = quarantine_path,
				  .deliver = deliver, .finish = finish, .stats = stats};
	status = sink_run(&sink, argv + 1, (size_t)operands);
	page_free(&page);
	return status;
}
