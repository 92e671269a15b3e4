/* SPDX-License-Identifier: MIT */
/* Numbers of legal documents and of their parts. Those that are no figures are in label.c. */
#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"

/* Capitals in the run: what makes 57-NQ/TW or 47/TTg a document and 12/5 none. */
static int has_capitals(const struct scan *scan, size_t at, size_t end)
{
	for (size_t i = at; i < end; i++)
		if (is_word(scan, i) && (token_at(scan, i)->letters == CASE_UPPER || token_at(scan, i)->letters == CASE_MIXED))
			return 1;
	return 0;
}

static int has_mark(const struct scan *scan, size_t at, size_t end)
{
	for (size_t i = at; i < end; i++)
		if (is_mark(scan, i, '/') || scan_is_dash(scan, i))
			return 1;
	return 0;
}

/* (của) Luật …, Bộ luật …, Nghị định …: what an article is part of. */
static int is_of_law(const struct scan *scan, size_t at)
{
	size_t from = glue_at(scan, at) == GLUE_OF ? at + 1 : at;
	return lex_at(scan, LEX_DOC, from, NULL) != NULL || (glue_at(scan, from) == GLUE_BO &&
							     lex_at(scan, LEX_DOC, from + 1, NULL) != NULL);
}

/* khoản 2 và 3 Điều 20, khoản 1, 2, 3 Điều 5: a list of parts, if a larger part follows. Returns its end, or at. */
static size_t skip_parts(const struct scan *scan, size_t at)
{
	size_t end = at;
	while ((is_mark(scan, end, ',') || glue_at(scan, end) == GLUE_AND) && is_digits(scan, end + 1) &&
	       token_len(scan, end + 1) <= 2)
		end += 2;
	const struct lex_entry *larger = end > at ? lex_at(scan, LEX_DOC_PART, end, NULL) : NULL;
	return end > at && ((larger && larger->value == DOC_ARTICLE) || is_of_law(scan, end)) ? end : at;
}

/* khoản 2 Điều 15, Điều 5, điểm a khoản 1 Điều 3 */
static size_t read_article(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end = at, after, parts = 0;
	int article = 0;
	const struct lex_entry *part;
	while ((part = lex_at(scan, LEX_DOC_PART, end, &after)) != NULL && part->value < DOC_CHAPTER) {
		int letter = is_word(scan, after) && token_len(scan, after) <= 2 && part->value == DOC_POINT;
		if (!letter && !is_digits(scan, after))
			break;
		/* chuyển khoản 500.000 đồng, thanh khoản 1,4 lần */
		if (!letter && number_is_separator(scan, after + 1) && skip_parts(scan, after + 1) == after + 1)
			break;
		article |= part->value == DOC_ARTICLE || part->value == DOC_CLAUSE;
		/* "5 điều 3 khoản" counts; Điều 15 names, and điều 229 bộ luật này. */
		if (part->value == DOC_ARTICLE && token_at(scan, end)->letters == CASE_LOWER && parts == 0 &&
		    !is_of_law(scan, after + 1))
			return 0;
		if (counts_behind(scan, after + 1) && !is_of_law(scan, after + 1) &&
		    !may_start(scan, after + 1, LEX_DOC_PART))
			return 0;
		end = skip_parts(scan, after + 1);
		parts++;
		if (is_mark(scan, end, ',') && lex_at(scan, LEX_DOC_PART, end + 1, NULL))
			end++;
	}
	if (!article || (parts == 1 && (at > 0 && is_digits(scan, at - 1))))
		return 0;
	if (is_mark(scan, end - 1, ','))
		end--;
	reading->rule = "docref.article";
	reading->literal = scan_text(scan, at, end);
	return end;
}

/*
 * "Quyết định kỷ luật số 25/QĐ-UBND": a word or two between the document and its number, which has a code. Returns the
 * token of số, or at.
 */
static size_t skip_title(const struct scan *scan, size_t at)
{
	enum { LONGEST = 3 };
	for (size_t n = 1; n <= LONGEST; n++) {
		size_t word = at + n - 1;
		const struct lex_entry *other = lex_at(scan, LEX_DOC, word, NULL);
		if (!is_word(scan, word) || token_at(scan, word)->letters != CASE_LOWER ||
		    lex_at(scan, LEX_STOP, word, NULL) || (other && other->value == DOC_STRONG))
			break;
		if (glue_at(scan, at + n) != GLUE_NUMBER_SIGN || !is_digits(scan, at + n + 1))
			continue;
		size_t end = scan_code_end(scan, at + n + 1);
		if (has_capitals(scan, at + n + 1, end) && has_mark(scan, at + n + 1, end))
			return at + n;
	}
	return at;
}

/*
 * The end of a document's number: 25-NQ/TW, 10-MT:2015/BTNMT; white space may stand around its first mark: 05 - CT/TW,
 * 1234 /QĐ-UBND. *code says whether it has capitals and a mark, or a year.
 */
static size_t read_number_of_document(const struct scan *scan, size_t from, int *code)
{
	size_t end = scan_code_end(scan, from);
	int apart = end == from + 1 && (scan_is_dash(scan, end) || is_mark(scan, end, '/')) && is_word(scan, end + 1) &&
		    token_at(scan, end + 1)->letters == CASE_UPPER && is_glued(scan, end + 2) &&
		    (is_mark(scan, end + 2, '/') || is_mark(scan, end + 2, '-'));
	if (apart)
		end = scan_code_end(scan, end + 1);
	/* 155/2016/ NĐ-CP */
	if (is_mark(scan, end, '/') && is_glued(scan, end) && is_digits(scan, end - 1) && is_word(scan, end + 1) &&
	    token_at(scan, end + 1)->letters == CASE_UPPER && scan_is_dash(scan, end + 2) && is_tight(scan, end + 2))
		end = scan_code_end(scan, end + 1);
	if (is_mark(scan, end, ':') && joins_digits(scan, end) && year_at(scan, end + 1))
		end = scan_code_end(scan, end + 1);
	/* Luật 69/2014 */
	int year = end == from + 3 && is_mark(scan, from + 1, '/') && year_at(scan, from + 2);
	*code = year || (has_capitals(scan, from, end) && has_mark(scan, from, end));
	return end;
}

static size_t read_named_document(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end, struct_end;
	struct tail tail;
	struct number number;
	const struct lex_entry *document = lex_at(scan, LEX_DOC, at, &end);
	if (!document)
		return 0;
	end = skip_title(scan, end);
	int numbered = glue_at(scan, end) == GLUE_NUMBER_SIGN;
	size_t from = end + (size_t)numbered;
	if (is_mark(scan, from, ':'))
		from++;
	if (!is_digits(scan, from))
		return 0;
	int code;
	struct_end = read_number_of_document(scan, from, &code);
	/* "quyết định 5 năm tù", "luật 2024": a bare number needs a strong name and nothing counted behind it. */
	if (!code) {
		struct_end = from + 1;
		if ((document->value == DOC_COMMON && !numbered) ||
		    (is_glued(scan, struct_end) && !is_mark_of(scan, struct_end, U",.)")))
			return 0;
		number_set(&number, 1);
		if (tail_read(scan, struct_end, &number, &tail) > struct_end ||
		    lex_at(scan, LEX_DURATION, struct_end, NULL) || may_start(scan, struct_end, LEX_SCALE) ||
		    /* Quyết định số 1266 quy định */
		    (!numbered && lex_at(scan, LEX_COUNTED, struct_end, NULL)))
			if (glue_at(scan, struct_end) != GLUE_DAY && glue_at(scan, struct_end) != GLUE_YEAR)
				return 0;
		if (document->value == DOC_COMMON && token_at(scan, at)->letters == CASE_LOWER)
			return 0;
	}
	reading->rule = "docref.named";
	reading->literal = scan_text(scan, from, struct_end);
	return struct_end;
}

/* 98/2023/QH15, 57-NQ/TW: the shapes of Decree 30/2020/NĐ-CP, appendix III. */
static size_t read_bare_document(const struct scan *scan, size_t at, struct reading *reading)
{
	if (!is_digits(scan, at) || (at > 0 && is_glued(scan, at)))
		return 0;
	size_t end = scan_code_end(scan, at);
	if (end < at + 3 || !has_capitals(scan, at + 1, end))
		return 0;
	int year = is_mark(scan, at + 1, '/') && year_at(scan, at + 2) && is_mark(scan, at + 3, '/') &&
		   is_word(scan, at + 4);
	int party = scan_is_dash(scan, at + 1) && is_word(scan, at + 2) && token_at(scan, at + 2)->letters == CASE_UPPER &&
		    has_mark(scan, at + 3, end) && is_mark(scan, at + 3, '/');
	int plain = is_mark(scan, at + 1, '/') && is_word(scan, at + 2) && token_at(scan, at + 2)->letters == CASE_UPPER &&
		    scan_is_dash(scan, at + 3) && token_len(scan, at + 2) <= 6;
	if (!year && !party && !plain)
		return 0;
	reading->rule = "docref.code";
	reading->literal = scan_text(scan, at, end);
	return end;
}

size_t rule_docref(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end = 0;
	reading->kind = KIND_DOCREF;
	if (may_start(scan, at, LEX_DOC))
		end = read_named_document(scan, at, reading);
	if (!end && may_start(scan, at, LEX_DOC_PART))
		end = read_article(scan, at, reading);
	return end ? end : read_bare_document(scan, at, reading);
}
