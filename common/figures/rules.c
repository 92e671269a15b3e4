/* SPDX-License-Identifier: MIT */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "figures/rules.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "figures/extract.h"

/* Steps of the matcher for one search: a fraction of a second, however bad the pattern. */
enum { MATCH_LIMIT = 1000000, DEPTH_LIMIT = 1000, HEAP_LIMIT_KIB = 20000 };

/* The named groups that become keys. */
static const struct {
	const char *name;
	enum figure_key key;
} groups[] = {
	{"value", KEY_VALUE}, {"unit", KEY_UNIT}, {"per", KEY_PER}, {"noun", KEY_NOUN}, {"of", KEY_OF},
};
enum { GROUPS = sizeof groups / sizeof *groups };

struct pattern {
	struct pattern *next;
	const char *kind;
	pcre2_code *code;
	pcre2_match_data *match;
	int group[GROUPS]; /* its number; 0: the pattern has none */
	size_t begin, end; /* the match at hand; begin is the text's length where there is no more */
	int given_up;
};

struct rules {
	struct arena strings;
	struct pattern *patterns, **last;
	struct vocabulary *vocabulary; /* takes the words of the file */
	pcre2_match_context *limits;
	struct slice text;
};

/* Words: the name of the line, the set that it adds to, and whether a second field says its code. */
static const struct {
	const char *name;
	enum lex_set set;
	int has_code;
} word_lines[] = {
	{"unit", LEX_UNIT, 1},	 {"currency", LEX_CURRENCY, 1}, {"noun", LEX_COUNTED, 0},
	{"label", LEX_LABEL, 0}, {"measured", LEX_MEASURED, 0},
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

static int add_word(struct rules *rules, enum lex_set set, struct slice phrase, struct slice code,
		    struct user_file_fault *fault, size_t line)
{
	struct lex_entry *entry = arena_alloc(&rules->strings, sizeof *entry);
	if (!entry)
		return user_file_no_memory(fault);
	*entry = (struct lex_entry){copy_string(rules, phrase), code.len ? copy_string(rules, code) : NULL, 0, 0};
	if (!entry->text || (code.len && !entry->code))
		return user_file_no_memory(fault);
	int added = vocabulary_add(rules->vocabulary, set, entry);
	return added < 0   ? user_file_no_memory(fault)
	       : added > 0 ? user_file_refuse(fault, line, 1, "a phrase without a word")
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

static int compile(struct pattern *pattern, struct slice source, size_t column, struct user_file_fault *fault, size_t line)
{
	int error;
	PCRE2_SIZE offset;
	char reason[120];
	pattern->code = pcre2_compile((PCRE2_SPTR)source.ptr, source.len, PCRE2_UTF | PCRE2_UCP, &error, &offset, NULL);
	if (!pattern->code) {
		pcre2_get_error_message(error, (PCRE2_UCHAR *)reason, sizeof reason);
		return user_file_refuse(fault, line, column + offset, "pattern: %s", reason);
	}
	/* Without a just-in-time compiler the interpreter does the same. */
	pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
	pattern->match = pcre2_match_data_create_from_pattern(pattern->code, NULL);
	if (!pattern->match)
		return user_file_no_memory(fault);
	for (int i = 0; i < GROUPS; i++) {
		int number = pcre2_substring_number_from_name(pattern->code, (PCRE2_SPTR)groups[i].name);
		pattern->group[i] = number > 0 ? number : 0;
	}
	return 0;
}

static int add_pattern(struct rules *rules, struct slice kind, struct slice source, size_t column,
		       struct user_file_fault *fault, size_t line)
{
	if (!is_kind_name(kind))
		return user_file_refuse(fault, line, 6, "a kind's name is lower-case letters, digits and dashes");
	struct pattern *pattern = arena_alloc(&rules->strings, sizeof *pattern);
	if (!pattern)
		return user_file_no_memory(fault);
	memset(pattern, 0, sizeof *pattern);
	/* Linked before it is compiled, so that it is freed whatever happens. */
	*rules->last = pattern;
	rules->last = &pattern->next;
	pattern->kind = copy_string(rules, kind);
	return pattern->kind ? compile(pattern, source, column, fault, line) : user_file_no_memory(fault);
}

/* Splits a line at its first two TABs. Returns the number of fields. */
static size_t split(struct slice line, struct slice fields[3])
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
	fields[count++] = line;
	return count;
}

/* One line of the file, split at its TABs. */
static int take_line(void *context, struct slice line, size_t number, struct user_file_fault *fault)
{
	struct rules *rules = context;
	struct slice fields[3] = {{0}};
	if (line.len == 0 || line.ptr[0] == '#')
		return 0;
	size_t count = split(line, fields);
	if (slice_is(fields[0], "kind")) {
		if (count < 3 || fields[2].len == 0)
			return user_file_refuse(fault, number, 1, "kind needs a name and a pattern, separated by TAB");
		return add_pattern(rules, fields[1], fields[2], (size_t)(fields[2].ptr - line.ptr) + 1, fault, number);
	}
	for (size_t i = 0; i < sizeof word_lines / sizeof *word_lines; i++) {
		if (!slice_is(fields[0], word_lines[i].name))
			continue;
		if (count < 2 || fields[1].len == 0 || (word_lines[i].has_code && (count < 3 || fields[2].len == 0)))
			return user_file_refuse(fault, number, 1, "needs a phrase%s behind a TAB",
						word_lines[i].has_code ? " and a code, each" : "");
		return add_word(rules, word_lines[i].set, fields[1], fields[2], fault, number);
	}
	return user_file_refuse(fault, number, 1, "no such rule; there are unit, currency, noun, label, measured and kind");
}

static struct rules *rules_new(struct vocabulary *vocabulary, struct user_file_fault *fault)
{
	struct rules *rules = calloc(1, sizeof *rules);
	if (rules) {
		rules->last = &rules->patterns;
		rules->vocabulary = vocabulary;
		rules->limits = pcre2_match_context_create(NULL);
	}
	if (!rules || !rules->limits) {
		user_file_no_memory(fault);
		rules_free(rules);
		return NULL;
	}
	pcre2_set_match_limit(rules->limits, MATCH_LIMIT);
	pcre2_set_depth_limit(rules->limits, DEPTH_LIMIT);
	pcre2_set_heap_limit(rules->limits, HEAP_LIMIT_KIB);
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
	for (struct pattern *pattern = rules->patterns; pattern; pattern = pattern->next) {
		pcre2_match_data_free(pattern->match);
		pcre2_code_free(pattern->code);
	}
	pcre2_match_context_free(rules->limits);
	arena_free(&rules->strings);
	free(rules);
}

/* Finds the pattern's next match that is not empty; at its limit the pattern rests for this text. */
static void search(struct rules *rules, struct pattern *pattern, size_t at)
{
	const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(pattern->match);
	int found = pcre2_match(pattern->code, (PCRE2_SPTR)rules->text.ptr, rules->text.len, at,
				PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, pattern->match, rules->limits);
	pattern->begin = pattern->end = rules->text.len;
	if (found > 0 && offsets[0] < offsets[1] && offsets[0] >= at) {
		pattern->begin = offsets[0];
		pattern->end = offsets[1];
	} else if (found < 0 && found != PCRE2_ERROR_NOMATCH) {
		pattern->given_up = 1;
	}
}

void rules_begin(struct rules *rules, struct slice text)
{
	rules->text = text;
	for (struct pattern *pattern = rules->patterns; pattern; pattern = pattern->next)
		search(rules, pattern, 0);
}

static void put_keys(const struct rules *rules, const struct pattern *pattern, struct figure *figure)
{
	const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(pattern->match);
	for (int i = 0; i < GROUPS; i++) {
		size_t n = 2 * (size_t)pattern->group[i];
		if (n > 0 && offsets[n] != PCRE2_UNSET && offsets[n] < offsets[n + 1])
			figure->key[groups[i].key] =
				slice_of(rules->text.ptr + offsets[n], offsets[n + 1] - offsets[n]);
	}
	if (pattern->group[0] == 0)
		figure->key[KEY_VALUE] = slice_of(rules->text.ptr + pattern->begin, pattern->end - pattern->begin);
}

int rules_next(struct rules *rules, size_t at, struct figure *figure)
{
	struct pattern *best = NULL;
	for (struct pattern *pattern = rules->patterns; pattern; pattern = pattern->next) {
		if (pattern->begin < at)
			search(rules, pattern, at);
		if (pattern->begin < pattern->end && (!best || pattern->begin < best->begin ||
						      (pattern->begin == best->begin && pattern->end > best->end)))
			best = pattern;
	}
	if (!best)
		return 0;
	memset(figure, 0, sizeof *figure);
	figure->begin = best->begin;
	figure->end = best->end;
	figure->kind = KIND_USER;
	figure->kind_name = best->kind;
	figure->rule = "user";
	put_keys(rules, best, figure);
	return 1;
}

const char *rules_gave_up(struct rules *rules)
{
	for (struct pattern *pattern = rules->patterns; pattern; pattern = pattern->next) {
		if (!pattern->given_up)
			continue;
		pattern->given_up = 0;
		return pattern->kind;
	}
	return NULL;
}
