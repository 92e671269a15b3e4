/* SPDX-License-Identifier: MIT */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "keep/condition.h"

#include <pcre2.h>
#include <stdlib.h>

/* Longest first, so that >= is not read as >. */
static const struct {
	const char *text;
	enum condition_test test;
} operators[] = {
	{"!=", TEST_UNEQUAL}, {"!~", TEST_NO_MATCH}, {">=", TEST_AT_LEAST}, {"<=", TEST_AT_MOST}, {"=", TEST_EQUAL},
	{"~", TEST_MATCH}, {">", TEST_ABOVE}, {"<", TEST_BELOW},
};

static const char *compile(struct condition *condition)
{
	int code;
	PCRE2_SIZE at;
	pcre2_code *pattern = pcre2_compile((PCRE2_SPTR)condition->value.ptr, condition->value.len, PCRE2_UTF | PCRE2_UCP,
					    &code, &at, NULL);
	if (!pattern)
		return "not a valid pattern";
	condition->pattern = pattern;
	condition->match = pcre2_match_data_create_from_pattern(pattern, NULL);
	if (!condition->match)
		return "out of memory";
	pcre2_jit_compile(pattern, PCRE2_JIT_COMPLETE);
	return NULL;
}

static int is_pattern(const struct condition *condition)
{
	return condition->test == TEST_MATCH || condition->test == TEST_NO_MATCH;
}

/* A pattern is held against the date as it came, another value against what is read of it. */
static int is_day(const struct condition *condition)
{
	return strcmp(condition->key, "date") == 0 && !is_pattern(condition);
}

const char *condition_parse(const char *text, struct condition *condition)
{
	size_t len = strcspn(text, "!=~<>");
	*condition = (struct condition){.test = TEST_EXISTS};
	if (len == 0)
		return "no key";
	condition->key = strdup(text);
	if (!condition->key)
		return "out of memory";
	const char *wrong = text[len] ? "no such comparison" : NULL;
	for (size_t i = 0; wrong && i < sizeof operators / sizeof *operators; i++) {
		if (strncmp(text + len, operators[i].text, strlen(operators[i].text)) != 0)
			continue;
		condition->test = operators[i].test;
		condition->key[len] = '\0';
		condition->value = slice_from_string(condition->key + len + strlen(operators[i].text));
		wrong = NULL;
	}
	if (!wrong && is_day(condition))
		condition->value = docdate_text(condition->value, condition->day);
	if (!wrong && is_pattern(condition))
		wrong = compile(condition);
	if (wrong)
		condition_free(condition);
	return wrong;
}

void condition_free(struct condition *condition)
{
	pcre2_match_data_free(condition->match);
	pcre2_code_free(condition->pattern);
	free(condition->key);
	*condition = (struct condition){0};
}

static int compare(struct slice text, struct slice value)
{
	size_t common = text.len < value.len ? text.len : value.len;
	int order = common ? memcmp(text.ptr, value.ptr, common) : 0;
	return order ? order : (text.len > value.len) - (text.len < value.len);
}

static int matches(const struct condition *condition, struct slice text)
{
	/* Metadata was checked as JSON, and JSON is UTF-8. */
	int found = pcre2_match(condition->pattern, (PCRE2_SPTR)(text.len ? text.ptr : ""), text.len, 0,
				PCRE2_NO_UTF_CHECK, condition->match, NULL);
	return found >= 0 ? 1 : found == PCRE2_ERROR_NOMATCH ? 0 : -1;
}

/* The text that a key stands for: of a string what it says, of another value its JSON; `id` is the document's too. */
static int find_text(const struct condition *condition, struct document *document, struct slice *text)
{
	if (is_day(condition))
		return document_date(document, text);
	if (document_meta_value(document, condition->key, text))
		return 1;
	*text = document->id;
	return strcmp(condition->key, "id") == 0 && document->id.len > 0;
}

int condition_holds(const struct condition *condition, struct document *document)
{
	struct slice text;
	if (!find_text(condition, document, &text))
		return condition->test == TEST_UNEQUAL || condition->test == TEST_NO_MATCH;
	switch (condition->test) {
	case TEST_EXISTS:
		return 1;
	case TEST_EQUAL:
		return compare(text, condition->value) == 0;
	case TEST_UNEQUAL:
		return compare(text, condition->value) != 0;
	case TEST_AT_LEAST:
		return compare(text, condition->value) >= 0;
	case TEST_AT_MOST:
		return compare(text, condition->value) <= 0;
	case TEST_ABOVE:
		return compare(text, condition->value) > 0;
	case TEST_BELOW:
		return compare(text, condition->value) < 0;
	default: {
		int found = matches(condition, text);
		return found < 0 || condition->test == TEST_MATCH ? found : !found;
	}
	}
}
