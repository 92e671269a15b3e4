/* SPDX-License-Identifier: MIT */
/*
 * Vocabulary: nouns that the press counts, what may follow them inside of a noun phrase, what is measured, and the words
 * that stand between it and its figure. Precise rather than complete: what is not here has no `noun` and no `of`.
 */
#include "figures/vocabulary.h"

static const struct lex_entry counted[] = {
	{"người", NULL, 0, 0}, {"cháu", NULL, 0, 0}, {"em", NULL, 0, 0}, {"đồng chí", NULL, 0, 0}, {"ca", NULL, 0, 0}, {"vụ", NULL, 0, 0}, {"con", NULL, 0, 0}, {"chiếc", NULL, 0, 0}, {"cái", NULL, 0, 0}, {"nước", NULL, 0, 0}, {"tổ chức", NULL, 0, 0}, {"đảng viên", NULL, 0, 0},
};

static const struct lex_entry noun_more[] = {
	{"đảng", NULL, 0, 0}, {"ủy viên", NULL, 0, 0},
};

static const struct lex_entry measured[] = {
	{"tổng thu", NULL, 0, 0}, {"chi ngân sách", NULL, 0, 0}, {"tỷ lệ", NULL, 0, 0},
};

static const struct lex_entry links[] = {
	{"đạt", NULL, 0, 0}, {"ước đạt", NULL, 0, 0}, {"là", NULL, 0, 0},
};

#define TABLE(set, name, source, rows) {set, name, source, rows, sizeof rows / sizeof *rows}

static const struct lex_table tables[] = {
	TABLE(LEX_COUNTED, "counted", "usage of the press", counted),
	TABLE(LEX_NOUN_MORE, "noun-more", "usage of the press", noun_more),
	TABLE(LEX_MEASURED, "measured", "usage of the press", measured),
	TABLE(LEX_LINK, "link", "usage of the press", links),
};

const struct lex_table_list lex_nouns = {tables, sizeof tables / sizeof *tables};
