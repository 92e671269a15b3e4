/* SPDX-License-Identifier: MIT */
#include "segment/abbreviation.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "vietnamese/letter.h"

const struct abbreviation_class abbreviation_classes[] = {
	{"name", WORD_NAME},
	{"number", WORD_NUMBER},
	{"place", WORD_PLACE},
	{"city", WORD_CITY},
	{"never", WORD_NEVER},
	{"end", WORD_END},
	{"company", WORD_COMPANY},
	{"marked", WORD_MARKED},
	{"starter", WORD_STARTER},
	{"preposition", WORD_STARTER | WORD_PREPOSITION},
	{"person", WORD_PERSON},
	{"lettered", WORD_LETTERED},
	{"reporting", WORD_REPORTING},
	{"item", WORD_ITEM},
	{"agency", WORD_AGENCY},
	{"domain", WORD_DOMAIN},
	{"short-place", WORD_SHORT_PLACE},
	{"amount", WORD_AMOUNT},
	{"credit", WORD_CREDIT},
	{"numbered", WORD_NUMBERED},
	{"link", WORD_LINK},
};
const size_t abbreviation_class_count = sizeof abbreviation_classes / sizeof *abbreviation_classes;

static int refuse_class(struct user_file_fault *fault, size_t line, size_t column, struct slice word)
{
	user_file_refuse(fault, line, column, "unknown class '%.*s', not one of", (int)(word.len < 40 ? word.len : 40),
			 word.ptr);
	size_t len = strlen(fault->text);
	for (size_t i = 0; i < abbreviation_class_count; i++)
		len += (size_t)snprintf(fault->text + len, sizeof fault->text - len, " %s", abbreviation_classes[i].name);
	return -1;
}

/* The line without its comment and without the white space around it. */
static struct slice content(struct slice line)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.ptr[i] == '#' && (i == 0 || byte_is_blank(line.ptr[i - 1])))
			line.len = i;
	while (line.len > 0 && byte_is_blank(line.ptr[line.len - 1]))
		line.len--;
	while (line.len > 0 && byte_is_blank(line.ptr[0]))
		line = slice_of(line.ptr + 1, line.len - 1);
	return line;
}

/* "Ms": a capital and small letters behind it, which asks for the capital. */
static int is_title_case(struct slice word)
{
	uint32_t first, second;
	int len = utf8_next(word.ptr, &first);
	if ((size_t)len == word.len || !letter_is_upper(first))
		return 0;
	utf8_next(word.ptr + len, &second);
	return letter_is_letter(second) && !letter_is_upper(second);
}

/* An abbreviation replaces what was known of it, any other class is added. Returns 0, or -1 without memory. */
static int add_word(struct lexicon *lexicon, struct slice word, unsigned classes)
{
	struct slice copy = arena_copy(&lexicon->words, word);
	if (lexicon->words.failed)
		return -1;
	if ((classes & WORD_ABBREVIATION) && is_title_case(word))
		classes |= WORD_CAPITAL;
	text_lower(copy.ptr, copy.len, (char *)copy.ptr);
	return classes & WORD_ABBREVIATION ? lexicon_replace(lexicon, copy, classes) : lexicon_add(lexicon, copy, classes);
}

/* Adds "Word. class" to the lexicon; *column is set where something is wrong. */
static int take_line(void *context, struct slice line, size_t number, struct user_file_fault *fault)
{
	struct lexicon *lexicon = context;
	struct slice rest = content(line);
	size_t column = (size_t)(rest.ptr - line.ptr) + 1, gap = rest.len, i;
	if (rest.len == 0)
		return 0;
	while (gap > 0 && !byte_is_blank(rest.ptr[gap - 1]))
		gap--;
	struct slice name = slice_of(rest.ptr + gap, rest.len - gap), word = content(slice_of(rest.ptr, gap));
	for (i = 0; i < abbreviation_class_count && !slice_is(name, abbreviation_classes[i].name); i++)
		;
	if (word.len == 0)
		return user_file_refuse(fault, number, column, "no class behind the abbreviation");
	if (i == abbreviation_class_count)
		return refuse_class(fault, number, column + gap, name);
	if (word.ptr[word.len - 1] == '.')
		word.len--;
	if (word.len == 0 || word.len > LEXICON_MAX_WORD)
		return user_file_refuse(fault, number, column, "an abbreviation of no letters, or of too many");
	if (add_word(lexicon, word, abbreviation_classes[i].word_class) < 0)
		return user_file_no_memory(fault);
	return 0;
}

/* "Ms" where only the capital makes the word what it is; a full stop behind abbreviations. */
static void put_word(struct buf *out, const struct lexicon_entry *entry)
{
	struct slice word = slice_from_string(entry->word);
	size_t first = 0;
	if (entry->classes & WORD_CAPITAL) {
		uint32_t code_point;
		char upper[4];
		first = (size_t)utf8_next(word.ptr, &code_point);
		buf_put(out, upper, (size_t)utf8_encode((uint32_t)utf8proc_toupper((utf8proc_int32_t)code_point), upper));
	}
	buf_put(out, word.ptr + first, word.len - first);
	if (entry->classes & WORD_ABBREVIATION & ~(unsigned)WORD_END)
		buf_put_byte(out, '.');
}

void abbreviations_list(struct buf *out)
{
	for (size_t i = 0; i < lexicon_table_count; i++)
		for (size_t c = 0; c < abbreviation_class_count; c++) {
			const struct lexicon_entry *entry = &lexicon_table[i];
			unsigned word_class = abbreviation_classes[c].word_class;
			/* A preposition is a starter, too. */
			if ((entry->classes & word_class) != word_class ||
			    (word_class == WORD_STARTER && (entry->classes & WORD_PREPOSITION)))
				continue;
			put_word(out, entry);
			buf_printf(out, "\t%s\t# %s\n", abbreviation_classes[c].name, entry->source);
		}
}

int abbreviations_parse(struct lexicon *lexicon, struct slice text, struct user_file_fault *fault)
{
	return user_file_parse(text, take_line, lexicon, fault);
}

int abbreviations_read(struct lexicon *lexicon, const char *path, struct user_file_fault *fault)
{
	return user_file_read(path, take_line, lexicon, fault);
}
