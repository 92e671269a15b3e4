/* SPDX-License-Identifier: MIT */
/* What the tokenizer knows of marks, abbreviations and addresses: tables. */
#ifndef PHIN_WORDS_PUNCTUATION_H
#define PHIN_WORDS_PUNCTUATION_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

/* Between or beside what a mark stays in its token. */
enum {
	MARK_LETTERS = 1,        /* letter, letter; alone: a letter beside it */
	MARK_LETTER_DIGIT = 2,
	MARK_DIGIT_LETTER = 4,
	MARK_DIGITS = 8,         /* digit, digit; alone: a digit beside it */
	MARK_BEFORE_MARK = 16,   /* another mark may follow: 50%-60% */
	MARK_ENDS = 32,          /* where it does not stay inside, it ends its token: 50%/ */
	MARK_ANY = MARK_LETTERS | MARK_LETTER_DIGIT | MARK_DIGIT_LETTER | MARK_DIGITS,
};

/* Marks that letters around them decide about. */
enum punctuation_rule { RULE_NONE, RULE_STOP, RULE_HYPHEN, RULE_SLASH };

struct punctuation {
	uint32_t code_point;
	uint8_t inner;           /* where it stays inside of a token */
	uint8_t first;           /* where it may begin one */
	uint8_t last;            /* where it may end one */
	uint8_t rule;            /* enum punctuation_rule */
	uint8_t runs;            /* several of it are one token */
	uint8_t shape;           /* enum shape, when it stands alone */
	uint16_t like;           /* the model's key is that of this mark; 0: its own */
};

/* Fills the tables that every function here reads. Call once. */
void punctuation_init(void);

/* The entry of a mark, NULL if there is none: it is then a token of its own wherever it stands. */
const struct punctuation *punctuation_find(uint32_t code_point);

/* Whether the letters are an abbreviation that a full stop and a name follow: TP, Q, ThS. */
int punctuation_is_shortening(struct slice letters);

/* The end of the URL, e-mail address or domain that begins at text[at]; `at` if there is none. */
size_t address_end(const char *text, size_t at, size_t end);

#endif
