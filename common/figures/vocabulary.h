/* SPDX-License-Identifier: MIT */
/*
 * The vocabulary of figures: phrases in sets, each a row of a table (words.c, units.c, contexts.c, nouns.c) with its
 * meaning and its source. To teach the extractor a word, add a row; the engine knows sets, never words. The rows are
 * compiled once into a trie over word hashes, so that a phrase is found in as many steps as it has tokens.
 */
#ifndef PHIN_FIGURES_VOCABULARY_H
#define PHIN_FIGURES_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "figures/token.h"

enum lex_set {
	LEX_GLUE,       /* words that the grammar names: value is enum glue */
	LEX_DIGIT,      /* value 0 to 9 */
	LEX_UNIT_DIGIT, /* only behind tens: mốt, tư, lăm; value */
	LEX_SCALE,      /* value is the power of ten */
	LEX_SCALE_TIGHT,/* written on the digits: 150k, 1tr5; value is the power */
	LEX_FRACTION,   /* một nửa; code is the ratio */
	LEX_VAGUE,      /* hàng, vài, mấy before a scale */
	LEX_UNIT,       /* code is the UCUM symbol */
	LEX_CURRENCY,   /* code is ISO 4217 */
	LEX_DURATION,   /* code is the letter of ISO 8601 with a T before those of time ("TM"); value: how many of it */
	LEX_MOD,        /* before a figure; value is enum mod, code what else the word may be (mods.c) */
	LEX_CHANGE,     /* verbs; value is enum change */
	LEX_PART,       /* part of the day; code MO, MI, AF, EV, NI */
	LEX_WEEKDAY,    /* value 1 Monday to 7 */
	LEX_MONTH_NAME, /* after tháng; value 1 to 12, lunar ones have code L */
	LEX_EDGE,       /* đầu, giữa, cuối; code is TIMEX3's mod */
	LEX_PERIOD,     /* nhiệm kỳ, giai đoạn, năm học …; code is type */
	LEX_REL_DAY,    /* hôm nay, hôm qua; value is days from the document's date, code the part of the day */
	LEX_REL,        /* after tháng, năm, tuần, quý: nay, trước, sau; value is the distance */
	LEX_FORTH,      /* behind a duration: qua, tới, trước; value -1, +1 */
	LEX_HOLIDAY,    /* value is month * 100 + day, code L for lunar ones */
	LEX_CAN,        /* the ten stems; value 0 to 9 */
	LEX_CHI,        /* the twelve branches; value 0 to 11 */
	LEX_DOC,        /* kinds of legal documents */
	LEX_DOC_PART,   /* điều, khoản, điểm */
	LEX_LABEL,      /* before a number that is a name: lớp, quận, đường, khóa */
	LEX_LABEL_AFTER,/* after a number word that counts nothing: hai bên */
	LEX_COUNTED,    /* nouns that follow a count */
	LEX_NOUN_MORE,  /* nouns that go on with a counted noun */
	LEX_MEASURED,   /* heads of what is measured: tổng thu, tỷ lệ, doanh thu; value is enum measured, which figures */
	LEX_LINK,       /* between what is measured and its figure: đạt, là, ước đạt */
	LEX_MONEY_WORD, /* makes a bare "5 triệu" money */
	LEX_SCORE,      /* words of a match: thắng, thua, tỷ số */
	LEX_DATE_BEFORE,/* words before a bare 26-9 that is a date */
	LEX_FUTURE,     /* sẽ, tới: turn a date without a year forward */
	LEX_ABBREVIATION, /* a stop behind them ends no sentence */
	LEX_PER,        /* denominators of more than one word */
	LEX_SEASON,     /* mùa hè; code is TIMEX3's SP, SU, FA, WI */
	LEX_NOT_TODAY,  /* before hôm nay: it means our times */
	LEX_SAME,       /* cùng kỳ */
	LEX_STOP,       /* words that are never counted: they end a noun */
	LEX_FEW,        /* before a digit: vài ba, đôi ba are a few */
	LEX_YEARS_BEFORE, /* before năm that is years, never five */
	LEX_RESTS,      /* before trên that is a preposition: dựa trên */
	LEX_CLOCK_BEFORE, /* words before a clock time, or before a duration that looks like one */
	LEX_YEAR_BEFORE, /* before a bare year */
	LEX_SOME_BEFORE, /* before a period that no one could name: mấy năm nay */
	LEX_CONTRAST,   /* before một that counts: trong đó một vụ */
	LEX_ERA,        /* behind a year or a century; value 1: before Christ */
	LEX_RANK,       /* after thứ, besides digits: nhất, nhì; value */
	LEX_CHANGE_LEAD,/* between a verb of change and its amount */
	LEX_CHANGE_BAR, /* a verb of change before it has nothing to do with the figure behind it */
	LEX_SAME_AMOUNT,/* between two figures that say the same: tương ứng */
	LEX_LIMIT,      /* before tối thiểu, tối đa that are part of a noun */
	LEX_ANGLE,      /* beside độ that is an angle */
	LEX_WIND,       /* before cấp that is the Beaufort scale */
	LEX_STREET,     /* before a street's name */
	LEX_PLACE,      /* places that hold smaller ones: xã, quận */
	LEX_ADDRESS,    /* before the number of a house */
	LEX_SURNAME,    /* of people, after whom streets are named */
	LEX_PHONE,      /* before the number of a telephone: ĐT, hotline */
	LEX_MONTH_ENGLISH, /* value 1 to 12 */
	LEX_INSTITUTION,/* before a name that may end in a number: bệnh viện Nhi đồng 2 */
	LEX_SETS
};

/* Words that the grammar knows by name; the spelling is in words.c. Rules may begin with those before GLUE_BITS. */
enum glue {
	GLUE_NONE, GLUE_FROM, GLUE_TO, GLUE_AND, GLUE_OF, GLUE_OR, GLUE_EACH, GLUE_DAY, GLUE_HOM, GLUE_MUNG,
	GLUE_MONTH, GLUE_YEAR, GLUE_QUARTER, GLUE_WEEK, GLUE_CENTURY, GLUE_DECADE, GLUE_HALF, GLUE_HALF_MORE, GLUE_TEN,
	GLUE_TENS, GLUE_LINH, GLUE_POINT, GLUE_MINUS, GLUE_PHAN, GLUE_DIEM, GLUE_TIMES, GLUE_GAP, GLUE_DOUBLE,
	GLUE_ORDER, GLUE_MINUTE, GLUE_HOUR, GLUE_HOUR_TIGHT, GLUE_SECOND, GLUE_AGE, GLUE_LEVEL,
	GLUE_LEFT, GLUE_NUMBER_SIGN, GLUE_EVERY, GLUE_THOSE, GLUE_AT, GLUE_LUNAR, GLUE_TET, GLUE_BORN, GLUE_RAM,
	GLUE_ONE, GLUE_WHOLE, GLUE_SOLAR, GLUE_UPWARD, GLUE_GENERAL, GLUE_ITH, GLUE_DASH, GLUE_BRACKET,
	GLUE_SLASH, GLUE_STOP, GLUE_COLON, GLUE_CROSS, GLUE_FOR,
	GLUE_BITS,
	GLUE_UP = GLUE_BITS, GLUE_DOWN, GLUE_NOW, GLUE_TOMORROW, GLUE_THIS, GLUE_BEFORE, GLUE_TURN, GLUE_LESS, GLUE_GO,
	GLUE_BACK, GLUE_THROUGH, GLUE_MANY, GLUE_SAME, GLUE_IS, GLUE_THEN, GLUE_STUDY, GLUE_SIDE, GLUE_HOURS, GLUE_SKY,
	GLUE_MONEY, GLUE_SOME, GLUE_GOLD, GLUE_BIRTH, GLUE_CONG, GLUE_SUFFER, GLUE_BO, GLUE_SINGLY, GLUE_TIMES_OF,
	GLUE_MARK, GLUE_MORE, GLUE_THERE_IS, GLUE_TAKES, GLUE_ONLY, GLUE_WORTH, GLUE_THAT, GLUE_LAW, GLUE_SET_OF_MATCH, GLUE_AFTER,
	GLUE_RUNNING, GLUE_MANNER,
	GLUES
};

/* Bits of sets and of words of the grammar. */
#define SET(name) (1ull << LEX_##name)
#define GLUE(name) (1ull << GLUE_##name)
_Static_assert(LEX_SETS <= 64 && GLUE_BITS <= 64, "sets and words of the grammar are bits of a word");

/* The bit of a word of the grammar; none of those that no rule begins with. */
static inline uint64_t glue_bit(unsigned glue)
{
	return glue < GLUE_BITS ? 1ull << glue : 0;
}

enum mod { MOD_NONE, MOD_ABOUT, MOD_NEARLY, MOD_OVER, MOD_UNDER, MOD_AT_LEAST, MOD_AT_MOST, MOD_VAGUE, MODS };
enum measured { OF_COUNT = 1, OF_MONEY = 2, OF_PERCENT = 4, OF_MEASURE = 8, OF_ANYTHING = 15 };

/* Values of LEX_LABEL: which numbers a label names. */
enum {
	LABEL_DIGITS,   /* in digits; 0 in the table */
	LABEL_SPELLED,  /* spelled out or in Roman numerals, too */
	LABEL_CAPITALS, /* only if the label is in capitals itself */
	LABEL_NONE,     /* no label, though it ends in the word of one: the number behind it is a figure (tổng số) */
	LABEL_GROUPS,   /* its number may stand in groups */
	LABEL_RANK,     /* no label, nor a name that goes on with the number: top 10 */
	LABEL_HELP,     /* only of the numbers that are called for help: cảnh sát 113 */
};

/* Values of LEX_COUNTED. */
enum {
	COUNTED_NOUN,       /* may stand alone; 0 in the table */
	COUNTED_CLASSIFIER, /* or a short word: the noun only where nothing that could go on with it follows */
	COUNTED_VESSEL,     /* is counted by một, too */
	COUNTED_SOUND,      /* its first word is no unit of time: tiếng nổ */
};

/* Values of LEX_STOP: what else ends there, besides a noun phrase. */
enum {
	STOP_NOUN,   /* nothing; 0 in the table */
	STOP_CLAUSE, /* a name with its number and what is measured, which may open behind some of them (LEX_OPENS) */
	STOP_NAME,   /* a name with its number */
};

/* Values of LEX_UNIT. */
enum {
	UNIT_PLAIN,   /* 0 in the table */
	UNIT_DEGREES, /* of temperature, or of an angle (LEX_ANGLE) */
};

/* Values of LEX_DOC. */
enum {
	DOC_STRONG, /* a bare number behind it is its own; 0 in the table */
	DOC_COMMON, /* a word of other senses: it needs a sign or a code (kế hoạch số 5) */
};

/* Values of LEX_DOC_PART, the smallest first. */
enum { DOC_POINT, DOC_CLAUSE, DOC_ARTICLE, DOC_CHAPTER };

/* Values of LEX_LABEL_AFTER. */
enum {
	AFTER_COUNT, /* what the number word does not count; 0 in the table */
	AFTER_MODEL, /* of a product's name: 11 Pro */
};

/* Values of LEX_DATE_BEFORE. */
enum {
	DATE_BEFORE_DASH,  /* 26-9, 26/9; 0 in the table */
	DATE_BEFORE_POINT, /* 26.9, too */
};

/* Values of LEX_NOT_TODAY. */
enum {
	OUR_TIMES,      /* hôm nay means our times; 0 in the table */
	OUR_TIMES_LONG, /* only in its long form: đến ngày hôm nay */
	ANY_DAY,        /* whatever the day: mấy hôm nay */
};

/* Values of LEX_YEARS_BEFORE. */
enum {
	YEARS,        /* 0 in the table */
	YEARS_MONTHS, /* nor is it five in năm tháng */
	YEARS_MONTHS_ONLY, /* only there: theo năm tháng, but "cùng năm anh em" counts */
};

/* Values of LEX_CLOCK_BEFORE. */
enum {
	CLOCK_LENGTH_VAGUE = -3,   /* before a duration, were it a vague one: kéo dài hàng tuần */
	CLOCK_LENGTH_SPELLED = -2, /* before a duration in words, a time in short form: sau 6 giờ, sau 6h */
	CLOCK_LENGTH = -1,         /* before a duration */
	CLOCK_TIME = 1,
};

/* Values of LEX_CHANGE_BAR. */
enum {
	BAR,          /* 0 in the table */
	BAR_COMPARISON, /* only a comparison: thấp hơn A sẽ được chi 740 triệu */
	BAR_BUT_GOAL, /* not where lên, xuống or còn answers the verb: giảm tỷ lệ ở nam giới xuống dưới 20% */
};

/* Values of LEX_YEAR_BEFORE. */
enum {
	YEAR_IF_OPEN,        /* if nothing countable follows; 0 in the table */
	YEAR_ALWAYS,
	YEAR_UNLESS_COUNTED, /* a person may be spoken to behind it: sau 1975 bà */
};

/* Values of LEX_ANGLE. */
enum {
	ANGLE_NEAR,   /* 0 in the table */
	ANGLE_BEHIND, /* right behind độ: độ vĩ */
};

enum change { CHANGE_NONE, CHANGE_UP, CHANGE_DOWN };

enum {
	LEX_CASED = 1,   /* only in this case: MW, 5g is not 5G */
	LEX_STRONG = 2,  /* of a label: a noun behind its number does not make it a count; of what is relative (tới, này): a
			    bare day before it is a date; of what is no change: not with a goal, either; beside a clock time:
			    behind it, too (6h liên tục) */
	LEX_COMPARES = 4, /* of a change: it compares (cao hơn) */
	LEX_COMMON = 8,   /* of a currency: another word too, which only a magnitude or a large number makes money */
	LEX_NAME = 16,    /* of a currency: with a capital it is a name */
	LEX_POINTS = 32,  /* of a currency: with decimals it counts points */
	LEX_OPENS = 64,   /* of a word that ends a phrase: the next one begins behind it (với, có, rằng) */
};

struct lex_entry {
	const char *text;
	const char *code;
	int value;
	int flags;
};

/* A table: the rows of one set, and where they come from. */
struct lex_table {
	enum lex_set set;
	const char *name;
	const char *source;
	const struct lex_entry *entries;
	size_t count;
};

/* A row of a list of tables: the set, its name, where its knowledge is from, its array of entries. */
#define LEX_TABLE(set, name, source, rows) {(set), (name), (source), (rows), sizeof(rows) / sizeof *(rows)}

struct lex_table_list {
	const struct lex_table *tables;
	size_t count;
};

extern const struct lex_table_list lex_words, lex_units, lex_contexts, lex_nouns;

struct vocabulary;

/* The compiled tables; NULL without memory. */
struct vocabulary *vocabulary_new(void);
void vocabulary_free(struct vocabulary *vocabulary);

/*
 * Adds a row of the user's own; the entry and its strings must stay. Returns 0, or -1 without memory. `text` of no
 * token is refused with 1.
 */
int vocabulary_add(struct vocabulary *vocabulary, enum lex_set set, const struct lex_entry *entry);

/* To be called when rows were added, before any are looked for. Returns 0, or -1 without memory. */
int vocabulary_seal(struct vocabulary *vocabulary);

/* As token_next, with what the vocabulary knows of the token. */
int vocabulary_next(const struct vocabulary *vocabulary, struct slice text, size_t *at, struct token *token);

/*
 * The words that stand in any phrase, for the grammar to note its rules in: the next one behind `word`, the first one
 * behind NULL; NULL when there are no more. vocabulary_add may move them.
 */
struct lex_word *vocabulary_each(struct vocabulary *vocabulary, struct lex_word *word);

/*
 * The longest phrase of `set` that begins at tokens[at] and ends before tokens[limit] at the latest; *end is the token
 * behind it. tokens[count] must be a TOKEN_END. NULL if there is none.
 */
const struct lex_entry *vocabulary_match(const struct vocabulary *vocabulary, enum lex_set set, struct slice text,
					 const struct token *tokens, size_t at, size_t limit, size_t *end);

/* Writes every table, with what its rows mean (--list). */
void vocabulary_print(struct buf *out);

#endif
