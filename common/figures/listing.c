/* SPDX-License-Identifier: MIT */
/* The vocabulary as a table for people and programs: extract-figures --list. */
#include "figures/vocabulary.h"

/*
 * What a row of a set means, by what it has besides its phrase. Values that have names are printed by name, the first
 * being `first`; a value that is not told of says nothing and is left out.
 */
#define NAMES(...) (const char *const[]){__VA_ARGS__, NULL}

static const struct meaning {
	const char *text;
	int first;
	const char *const *names; /* ends with NULL */
	int is_number;            /* the value is one */
} meanings[LEX_SETS] = {
	[LEX_GLUE] = {"a word that the grammar of numbers, dates and times knows by name", 0, NULL, 0},
	[LEX_DIGIT] = {"a digit in words: its value", 0, NULL, 1},
	[LEX_UNIT_DIGIT] = {"a digit in words, only behind tens: its value", 0, NULL, 1},
	[LEX_SCALE] = {"a magnitude: the power of ten", 0, NULL, 1},
	[LEX_SCALE_TIGHT] = {"a magnitude written on the digits (150k): the power of ten", 0, NULL, 1},
	[LEX_FRACTION] = {"a fraction in words: the code is the ratio", 0, NULL, 0},
	[LEX_VAGUE] = {"before a magnitude: an open count of it", 0, NULL, 0},
	[LEX_UNIT] = {"a unit: the code is the UCUM symbol", 0, NAMES("", "temperature-or-angle"), 0},
	[LEX_CURRENCY] = {"a currency: the code of ISO 4217", 0, NULL, 0},
	[LEX_DURATION] = {"a unit of time: the code is the letter of ISO 8601 (T before those of the clock), the value how many", 0, NULL, 1},
	[LEX_MOD] = {"a modifier: the value of mod, the code another sense", 0,
		     NAMES("", "about", "nearly", "over", "under", "at-least", "at-most", "vague"), 0},
	[LEX_CHANGE] = {"a verb of change: the value of change", 0, NAMES("", "up", "down"), 0},
	[LEX_PART] = {"a part of the day: the code of TIMEX3; the value 12 is added to hours before noon", 0, NULL, 1},
	[LEX_WEEKDAY] = {"a day of the week: 1 is Monday", 0, NULL, 1},
	[LEX_MONTH_NAME] = {"a month by name: its number; L: of the lunar calendar", 0, NULL, 1},
	[LEX_MONTH_ENGLISH] = {"a month in English: its number", 0, NULL, 1},
	[LEX_EDGE] = {"a part of a period: the code is TIMEX3's mod", 0, NULL, 0},
	[LEX_PERIOD] = {"before a range of years: the code is the type", 0, NULL, 0},
	[LEX_REL_DAY] = {"a day told from the document's: by how many days; the code is the part of the day", 0, NULL, 1},
	[LEX_REL] = {"behind a month, year, week, quarter: by how many it lies from the document's", 0, NULL, 1},
	[LEX_FORTH] = {"behind a duration: back (-1) or forth (1) from the document's date", 0, NULL, 1},
	[LEX_HOLIDAY] = {"a holiday: month and day (902 is 2 September); L: of the lunar calendar", 0, NULL, 1},
	[LEX_CAN] = {"a stem of the sixty years: its number from 0", 0, NULL, 1},
	[LEX_CHI] = {"a branch of the sixty years: its number from 0", 0, NULL, 1},
	[LEX_DOC] = {"a kind of document", 0, NAMES("", "needs-a-code"), 0},
	[LEX_DOC_PART] = {"a part of a document", 0, NAMES("point", "clause", "article", "chapter"), 0},
	[LEX_LABEL] = {"before a number that is a name, and no figure", 0,
		       NAMES("", "spelled-too", "in-capitals", "no-label", "in-groups-too", "rank"), 0},
	[LEX_LABEL_AFTER] = {"behind a number that counts nothing", 0, NAMES("", "model"), 0},
	[LEX_COUNTED] = {"a noun that is counted", 0, NAMES("", "classifier", "vessel", "sound"), 0},
	[LEX_NOUN_MORE] = {"goes on with a counted noun", 0, NULL, 0},
	[LEX_MEASURED] = {"a head of what is measured: by which figures", 0,
			  NAMES("", "count", "money", "count,money", "percent", "count,percent", "money,percent",
				"count,money,percent", "measure", "count,measure", "money,measure", "count,money,measure",
				"percent,measure", "count,percent,measure", "money,percent,measure", "anything"), 0},
	[LEX_LINK] = {"between what is measured and its figure", 0, NULL, 0},
	[LEX_MONEY_WORD] = {"near a bare magnitude: it is money", 0, NULL, 0},
	[LEX_SCORE] = {"near two numbers: a score", 0, NULL, 0},
	[LEX_DATE_BEFORE] = {"before 26-9: a date", 0, NAMES("", "with-a-point-too"), 0},
	[LEX_FUTURE] = {"near a date without a year: it lies behind (-1) or before us (1)", 0, NULL, 1},
	[LEX_ABBREVIATION] = {"a stop behind it ends no sentence", 0, NULL, 0},
	[LEX_PER] = {"a denominator of more than one word", 0, NULL, 0},
	[LEX_SEASON] = {"a season: the code of TIMEX3", 0, NULL, 0},
	[LEX_NOT_TODAY] = {"before hôm nay: our times, not the day", 0, NAMES("", "only-the-long-form", "any-day"), 0},
	[LEX_SAME] = {"the same period of the year before", 0, NULL, 0},
	[LEX_STOP] = {"is never counted, and ends a noun", 0, NAMES("", "clause", "name"), 0},
	[LEX_FEW] = {"before a digit: a few", 0, NULL, 0},
	[LEX_YEARS_BEFORE] = {"before năm: years, not five", 0, NAMES("", "months-too"), 0},
	[LEX_RESTS] = {"before trên: a preposition, no modifier", 0, NULL, 0},
	[LEX_CLOCK_BEFORE] = {"before hours: a time, or a length", -3,
			      NAMES("length-if-vague", "length-if-spelled", "length", "", "time"), 0},
	[LEX_YEAR_BEFORE] = {"before a bare year", 0, NAMES("if-nothing-follows", "always", "unless-counted"), 0},
	[LEX_SOME_BEFORE] = {"before a period: no one that could be named", 0, NULL, 0},
	[LEX_CONTRAST] = {"before một: it counts", 0, NULL, 0},
	[LEX_ERA] = {"behind a year or a century", 0, NAMES("after-Christ", "before-Christ"), 0},
	[LEX_RANK] = {"behind thứ: its number", 0, NULL, 1},
	[LEX_CHANGE_LEAD] = {"between a verb of change and its amount", 0, NULL, 0},
	[LEX_CHANGE_BAR] = {"a verb of change before it does not reach the figure behind it", 0,
			    NAMES("", "comparison", "not-a-goal"), 0},
	[LEX_SAME_AMOUNT] = {"between two figures that say the same", 0, NULL, 0},
	[LEX_LIMIT] = {"before tối thiểu, tối đa: part of a noun", 0, NULL, 0},
	[LEX_ANGLE] = {"beside độ: an angle", 0, NAMES("", "right-behind"), 0},
	[LEX_WIND] = {"before cấp: the Beaufort scale", 0, NULL, 0},
	[LEX_STREET] = {"before the name of a street", 0, NULL, 0},
	[LEX_PLACE] = {"a place that holds smaller ones", 0, NULL, 0},
	[LEX_ADDRESS] = {"before the number of a house", 0, NULL, 0},
	[LEX_SURNAME] = {"a surname: streets are named after people", 0, NULL, 0},
	[LEX_PHONE] = {"before a telephone's number", 0, NULL, 0},
	[LEX_INSTITUTION] = {"before a name that may end in a number", 0, NULL, 0},
};

/* In the order of their bits, LEX_CASED and so on. */
static const char *const flag_names[] = {"cased", "strong", "compares", "common", "name", "points", "opens"};

static void put_value(struct buf *out, const struct meaning *meaning, int value)
{
	if (meaning->is_number)
		buf_printf(out, "%d", value);
	for (int i = 0; meaning->names && meaning->names[i]; i++)
		if (meaning->first + i == value)
			buf_put_string(out, meaning->names[i]);
}

static void put_flags(struct buf *out, int flags)
{
	const char *comma = "";
	for (size_t i = 0; i < sizeof flag_names / sizeof *flag_names; i++)
		if (flags >> i & 1) {
			buf_printf(out, "%s%s", comma, flag_names[i]);
			comma = ",";
		}
}

static void put_row(struct buf *out, const struct lex_table *table, const struct lex_entry *entry)
{
	const struct meaning *meaning = &meanings[table->set];
	buf_printf(out, "%s\t%s\t%s\t", table->name, entry->text, entry->code ? entry->code : "");
	put_value(out, meaning, entry->value);
	buf_printf(out, "\t%s\t", table->source);
	put_flags(out, entry->flags);
	buf_printf(out, "\t%s\n", meaning->text);
}

void vocabulary_print(struct buf *out)
{
	const struct lex_table_list *const lists[] = {&lex_words, &lex_units, &lex_contexts, &lex_nouns, NULL};
	buf_put_string(out, "table\tphrase\tcode\tvalue\tsource\tflags\tmeaning\n");
	for (const struct lex_table_list *const *list = lists; *list; list++)
		for (size_t t = 0; t < (*list)->count; t++)
			for (size_t i = 0; i < (*list)->tables[t].count; i++)
				put_row(out, &(*list)->tables[t], &(*list)->tables[t].entries[i]);
}
