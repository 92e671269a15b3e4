/* SPDX-License-Identifier: MIT */
#include "figures/rules.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "figures/extract.h"
#include "figures/pattern.h"

/* The named groups that become keys. */
static const struct {
	const char *name;
	enum figure_key key;
} groups[] = {
	{"value", KEY_VALUE}, {"unit", KEY_UNIT}, {"per", KEY_PER}, {"noun", KEY_NOUN}, {"of", KEY_OF},
};
enum { GROUPS = sizeof groups / sizeof *groups };

struct kind {
	struct kind *next;
	const char *name;
	struct pattern *pattern;
	int group[GROUPS]; /* its number; 0: the pattern has none */
	struct slice match; /* the one at hand; len 0 where there is no more */
	int gave_up;
};

struct rules {
	struct arena strings;
	struct kind *kinds, **last;
	struct vocabulary *vocabulary; /* takes the words of the file */
	struct slice text;
};

/* Words: the name of the line, the set that it adds to with a value, and whether a second field says its code. */
static const struct word_line {
	const char *name;
	enum lex_set set;
	int value, has_code;
} word_lines[] = {
	{"unit", LEX_UNIT, 0, 1},   {"currency", LEX_CURRENCY, 0, 1},	     {"noun", LEX_COUNTED, 0, 0},
	{"label", LEX_LABEL, 0, 0}, {"measured", LEX_MEASURED, OF_ANYTHING, 0},
};

/* A copy with a NUL behind it. */
static const char *copy_string(struct rules *rules, struct slice text)
{
	char *copy = arena_alloc(&rules->strings, text.len + 1);
	if (!copy)
		return NULL;
	memcpy(copy, text.ptr, text.len);
	copy[text.len] = '\0';
	return copy;
}

/* Adds the phrase and its code, the fields behind the name of the line. */
static int add_word(struct rules *rules, const struct word_line *kind, const struct slice fields[3],
		    struct user_file_fault *fault, size_t line)
{
	struct slice phrase = fields[1], code = fields[2];
	if (phrase.len == 0 || (kind->has_code && code.len == 0))
		return user_file_refuse(fault, line, 1, "needs a phrase%s behind a TAB",
					kind->has_code ? " and a code, each" : "");
	const char *more = kind->has_code ? memchr(code.ptr, '\t', code.len) : code.ptr;
	if (more && code.len > 0)
		return user_file_refuse(fault, line, (size_t)(more - fields[0].ptr) + 1, "a field too many");
	struct lex_entry *entry = arena_alloc(&rules->strings, sizeof *entry);
	if (!entry)
		return user_file_no_memory(fault);
	const char *text = copy_string(rules, phrase), *symbol = code.len ? copy_string(rules, code) : NULL;
	*entry = (struct lex_entry){text, symbol, kind->value, 0};
	if (!entry->text || (code.len && !entry->code))
		return user_file_no_memory(fault);
	int added = vocabulary_add(rules->vocabulary, kind->set, entry);
	return added < 0   ? user_file_no_memory(fault)
	       : added > 0 ? user_file_refuse(fault, line, (size_t)(phrase.ptr - fields[0].ptr) + 1,
						 "a phrase without a word")
			   : 0;
}

/* Kinds are lower-case ASCII letters, digits and dashes, so that they are safe in every output. */
static int is_kind_name(struct slice name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!((name.ptr[i] >= 'a' && name.ptr[i] <= 'z') ||
		      (i > 0 && ((name.ptr[i] >= '0' && name.ptr[i] <= '9') || name.ptr[i] == '-'))))
			return 0;
	return name.len > 0;
}

static int add_kind(struct rules *rules, struct slice name, struct slice source, size_t column,
		    struct user_file_fault *fault, size_t line)
{
	struct pattern_fault wrong;
	if (!is_kind_name(name))
		return user_file_refuse(fault, line, 6, "a kind's name is lower-case letters, digits and dashes");
	struct kind *kind = arena_alloc(&rules->strings, sizeof *kind);
	if (!kind)
		return user_file_no_memory(fault);
	memset(kind, 0, sizeof *kind);
	/* Linked before its pattern is compiled, so that this is freed whatever happens. */
	*rules->last = kind;
	rules->last = &kind->next;
	kind->name = copy_string(rules, name);
	kind->pattern = pattern_new(source, &wrong);
	if (!kind->name || (!kind->pattern && !*wrong.text))
		return user_file_no_memory(fault);
	if (!kind->pattern)
		return user_file_refuse(fault, line, column + wrong.offset, "pattern: %s", wrong.text);
	for (int i = 0; i < GROUPS; i++)
		kind->group[i] = pattern_group_number(kind->pattern, groups[i].name);
	return 0;
}

/* Splits a line at its first two TABs; the fields that it has not stay empty. */
static void split(struct slice line, struct slice fields[3])
{
	size_t count = 0;
	while (count < 2) {
		const char *tab = memchr(line.ptr, '\t', line.len);
		if (!tab)
			break;
		size_t len = (size_t)(tab - line.ptr);
		fields[count++] = slice_of(line.ptr, len);
		line = slice_of(tab + 1, line.len - len - 1);
	}
	fields[count] = line;
}

/* One line of the file, split at its TABs. */
static int take_line(void *context, struct slice line, size_t number, struct user_file_fault *fault)
{
	struct rules *rules = context;
	struct slice fields[3] = {{0}};
	if (line.len == 0 || line.ptr[0] == '#')
		return 0;
	split(line, fields);
	if (slice_is(fields[0], "kind")) {
		if (fields[2].len == 0)
			return user_file_refuse(fault, number, 1, "kind needs a name and a pattern, separated by TAB");
		return add_kind(rules, fields[1], fields[2], (size_t)(fields[2].ptr - line.ptr) + 1, fault, number);
	}
	for (size_t i = 0; i < sizeof word_lines / sizeof *word_lines; i++)
		if (slice_is(fields[0], word_lines[i].name))
			return add_word(rules, &word_lines[i], fields, fault, number);
	return user_file_refuse(fault, number, 1, "no such rule; there are unit, currency, noun, label, measured and kind");
}

static struct rules *rules_new(struct vocabulary *vocabulary, struct user_file_fault *fault)
{
	struct rules *rules = calloc(1, sizeof *rules);
	if (!rules) {
		user_file_no_memory(fault);
		return NULL;
	}
	rules->last = &rules->kinds;
	rules->vocabulary = vocabulary;
	return rules;
}

/* The rules if they could be read; lets go of them otherwise. */
static struct rules *unless(int failed, struct rules *rules)
{
	if (!failed)
		return rules;
	rules_free(rules);
	return NULL;
}

struct rules *rules_parse(struct slice text, const char *path, struct vocabulary *vocabulary, struct user_file_fault *fault)
{
	*fault = (struct user_file_fault){.place = {.input = path}};
	struct rules *rules = rules_new(vocabulary, fault);
	return rules ? unless(user_file_parse(text, take_line, rules, fault), rules) : NULL;
}

struct rules *rules_read(const char *path, struct vocabulary *vocabulary, struct user_file_fault *fault)
{
	*fault = (struct user_file_fault){.place = {.input = path}};
	struct rules *rules = rules_new(vocabulary, fault);
	return rules ? unless(user_file_read(path, take_line, rules, fault), rules) : NULL;
}

void rules_free(struct rules *rules)
{
	if (!rules)
		return;
	for (struct kind *kind = rules->kinds; kind; kind = kind->next)
		pattern_free(kind->pattern);
	arena_free(&rules->strings);
	free(rules);
}

/* Finds the kind's next match; where its pattern gives up there are no more in this text. */
static void search(struct rules *rules, struct kind *kind, size_t at)
{
	kind->match = slice_of(rules->text.ptr + rules->text.len, 0);
	if (pattern_search(kind->pattern, at, &kind->match) < 0)
		kind->gave_up = 1;
}

void rules_begin(struct rules *rules, struct slice text)
{
	rules->text = text;
	for (struct kind *kind = rules->kinds; kind; kind = kind->next) {
		pattern_begin(kind->pattern, text);
		search(rules, kind, 0);
	}
}

static void put_keys(const struct kind *kind, struct figure *figure)
{
	for (int i = 0; i < GROUPS; i++)
		if (kind->group[i] > 0)
			figure->key[groups[i].key] = pattern_group(kind->pattern, kind->group[i]);
	if (kind->group[0] == 0)
		figure->key[KEY_VALUE] = kind->match;
}

/* Whether the match of `a` comes before that of `b`: it begins earlier, or there too and is longer. */
static int is_before(const struct kind *a, const struct kind *b)
{
	return a->match.ptr < b->match.ptr || (a->match.ptr == b->match.ptr && a->match.len > b->match.len);
}

int rules_next(struct rules *rules, size_t at, struct figure *figure)
{
	struct kind *best = NULL;
	for (struct kind *kind = rules->kinds; kind; kind = kind->next) {
		if (kind->match.ptr < rules->text.ptr + at)
			search(rules, kind, at);
		if (kind->match.len > 0 && (!best || is_before(kind, best)))
			best = kind;
	}
	if (!best)
		return 0;
	memset(figure, 0, sizeof *figure);
	figure->begin = (size_t)(best->match.ptr - rules->text.ptr);
	figure->end = figure->begin + best->match.len;
	figure->kind = KIND_USER;
	figure->kind_name = best->name;
	figure->rule = "user";
	put_keys(best, figure);
	return 1;
}

const char *rules_gave_up(struct rules *rules)
{
	for (struct kind *kind = rules->kinds; kind; kind = kind->next) {
		if (!kind->gave_up)
			continue;
		kind->gave_up = 0;
		return kind->name;
	}
	return NULL;
}
