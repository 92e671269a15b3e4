/* SPDX-License-Identifier: MIT */
/*
 * One page of HTML that needs nothing else: the articles with their figures marked, written as they come; page.js makes
 * the table and the charts out of the marks when the page is opened, so that nobody has to hold them here.
 */
#ifndef PHIN_PAGE_H
#define PHIN_PAGE_H

#include "base/output.h"
#include "html/wording.h"
#include "stream/document.h"

struct page {
	enum wording_language language;
	const char *title;        /* NULL: that of the wording */
	uint64_t articles, figures;
	int begun, failed;        /* failed: no memory */
	struct buf reading;
};

/* Begins the page unless it was. */
void page_begin(struct page *page, struct output *out);

/* Writes an article. Returns 0, or -1 without memory. */
int page_article(struct page *page, struct document *document, struct output *out);

/* Ends the page, which is begun if nothing came. */
void page_end(struct page *page, struct output *out);

void page_free(struct page *page);

#endif
