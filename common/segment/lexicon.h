/* SPDX-License-Identifier: MIT */
/* The words that decide about sentences: abbreviations and what may follow them, words that begin one, reporting verbs. */
#ifndef PHIN_LEXICON_H
#define PHIN_LEXICON_H

#include <stddef.h>

#include "base/arena.h"
#include "base/slice.h"

/* What is known of a word; a word may be several things. */
enum word_class {
	WORD_NAME = 1 << 0,          /* abbreviation, goes with the name or number behind it: ThS. Lê Vân, QL. 1A */
	WORD_NUMBER = 1 << 1,        /* abbreviation, goes with a number: tr. 15, No. 7; before a word it may end a sentence */
	WORD_PLACE = 1 << 2,         /* goes with the name of a place, unless it is a person's initial: Q. Tân Bình */
	WORD_NEVER = 1 << 3,         /* abbreviation that never ends a sentence: cf. */
	WORD_END = 1 << 4,           /* may end a sentence, whatever else is known of it */
	WORD_STARTER = 1 << 5,       /* with a capital it begins a sentence: Theo, Trước, Tuy */
	WORD_PERSON = 1 << 6,        /* stands before a person's name: anh, bà, cháu */
	WORD_LETTERED = 1 << 7,      /* stands before a letter that is no initial: vitamin C, lớp A, Serie A */
	WORD_REPORTING = 1 << 8,     /* verb of a reporting clause, of one or two syllables: hỏi, cho biết */
	WORD_ITEM = 1 << 9,          /* counts the parts of a text: Điều 5., Chương II. */
	WORD_AGENCY = 1 << 10,       /* newspapers and agencies as datelines name them: SGGP, TTXVN */
	WORD_DOMAIN = 1 << 11,       /* last part of an Internet name, also where it has a capital: VietNam.Net */
	WORD_COMPANY = 1 << 12,      /* goes on the name of a company: Co. Ltd. */
	WORD_CITY = 1 << 13,         /* as WORD_PLACE, but never an initial: TP. Huế */
	WORD_PREPOSITION = 1 << 14,  /* a WORD_STARTER that is no part of a name: Theo, Trong, Khi */
	WORD_SHORT_PLACE = 1 << 15,  /* a place's name of one syllable: Huế, Vinh */
	WORD_AMOUNT = 1 << 16,       /* behind a number, goes on with the name before it: Bé K. 8 tuổi, chị H. 5 triệu */
	WORD_CREDIT = 1 << 17,       /* begins the credit of a picture: Ảnh, Nguồn */
	WORD_MARKED = 1 << 18,       /* a name whose exclamation mark is part of it: Yahoo! News */
	WORD_CAPITAL = 1 << 19,      /* is that only with a capital: Ms. Lan, but "20 ms. Sau" */
	WORD_NUMBERED = 1 << 20,     /* stands before a number that is no item's: số 2, tháng 3, top 10 */
	WORD_LINK = 1 << 21,         /* no sentence ends with it, and none begins so with a small letter: là, của, nên */
	WORD_MIDDLE = 1 << 22,       /* goes on behind initials and ellipses where case does not tell: đã, được, đều */
};

/* What a word is as an abbreviation. */
#define WORD_ABBREVIATION (WORD_NAME | WORD_NUMBER | WORD_PLACE | WORD_CITY | WORD_NEVER | WORD_END | \
			   WORD_COMPANY)

struct lexicon_entry {
	const char *word;     /* in lower case, without its last full stop */
	unsigned classes;
	const char *source;   /* what defines it, or where it is met */
};

/* The tables that the library brings, and their number of entries. */
extern const struct lexicon_entry lexicon_table[];
extern const size_t lexicon_table_count;

struct lexicon {
	struct lexicon_slot *slots;
	size_t count, cap;    /* cap is a power of 2 */
	struct arena words;   /* the words of the user's file */
};

enum { LEXICON_MAX_WORD = 48 };

/* Fills the lexicon from the tables. Returns 0, or -1 without memory. */
int lexicon_init(struct lexicon *lexicon);

/* Adds classes to a word in lower case that stays where it is. Returns 0, or -1 without memory. */
int lexicon_add(struct lexicon *lexicon, struct slice word, unsigned classes);

/* The same for an abbreviation of the user's: what was known of the word as an abbreviation is forgotten. */
int lexicon_replace(struct lexicon *lexicon, struct slice word, unsigned classes);

/*
 * The word composed (NFC), for text that came decomposed: the word itself where nothing is to do or it is too long, else
 * a copy in buffer.
 */
struct slice word_compose(struct slice word, char buffer[LEXICON_MAX_WORD]);

/* The classes of a word in any case; 0 if it is unknown or longer than LEXICON_MAX_WORD bytes. */
unsigned lexicon_find(const struct lexicon *lexicon, struct slice word);

void lexicon_free(struct lexicon *lexicon);

#endif
