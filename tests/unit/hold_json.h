/* SPDX-License-Identifier: MIT */
/* Holds the JSON reader against jansson, for the unit check and the fuzzer. Aborts where they differ. */
#ifndef PHIN_HOLD_JSON_H
#define PHIN_HOLD_JSON_H

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"

static inline json_t *jansson_of(struct slice text)
{
	json_error_t error;
	return json_loadb(text.ptr ? text.ptr : "", text.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
}

/* Whether jansson refused what it cannot hold, and what is no fault of the text: a large number, a NUL in a key. */
static inline int is_beyond_jansson(struct slice text)
{
	json_error_t error;
	json_t *value = json_loadb(text.ptr ? text.ptr : "", text.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
	json_decref(value);
	return !value && (json_error_code(&error) == json_error_numeric_overflow ||
			  json_error_code(&error) == json_error_null_byte_in_key);
}

static inline void differ(struct slice text, const char *what)
{
	fprintf(stderr, "json.c and jansson differ: %s: %.*s\n", what, (int)(text.len < 2000 ? text.len : 2000), text.ptr);
	abort();
}

static inline void hold_value(struct slice raw, json_t *theirs);

static inline void hold_object(struct slice raw, json_t *theirs)
{
	struct slice key, value, name;
	struct buf scratch = {0};
	size_t at = 0, count = 0;
	while (json_next_member(raw, &at, &key, &value)) {
		struct buf text = {0};
		size_t later = at;
		struct slice next_key, next_value;
		int is_last = 1;
		if (json_text(key, &text, &name) < 0)
			abort();
		/* Of duplicates jansson keeps the last. */
		while (json_next_member(raw, &later, &next_key, &next_value)) {
			struct slice next_name;
			buf_reset(&scratch);
			json_text(next_key, &scratch, &next_name);
			is_last &= !slice_equal(name, next_name);
		}
		if (is_last) {
			char *string = calloc(1, name.len + 1);
			memcpy(string, name.ptr, name.len);
			json_t *member = json_object_get(theirs, string);
			if (!member)
				differ(raw, "a member is missing");
			hold_value(value, member);
			free(string);
			count++;
		}
		buf_free(&text);
	}
	if (count != json_object_size(theirs))
		differ(raw, "the number of members");
	buf_free(&scratch);
}

static inline void hold_value(struct slice raw, json_t *theirs)
{
	struct buf scratch = {0};
	struct slice text;
	size_t at = 0, index = 0;
	switch (json_typeof(theirs)) {
	case JSON_OBJECT:
		hold_object(raw, theirs);
		break;
	case JSON_ARRAY:
		for (; json_next_element(raw, &at, &text); index++)
			if (index < json_array_size(theirs))
				hold_value(text, json_array_get(theirs, index));
		if (index != json_array_size(theirs))
			differ(raw, "the number of elements");
		break;
	case JSON_STRING:
		if (json_text(raw, &scratch, &text) < 0 || text.len != json_string_length(theirs) ||
		    memcmp(text.ptr, json_string_value(theirs), text.len) != 0)
			differ(raw, "a string");
		break;
	default:
		if (raw.len == 0 || raw.ptr[0] == '"' || raw.ptr[0] == '{' || raw.ptr[0] == '[')
			differ(raw, "the kind of a value");
	}
	buf_free(&scratch);
}

/* The same verdict, and the same values. */
static inline void hold_against_jansson(struct slice text)
{
	struct slice value;
	struct json_error error;
	int ours = json_check(text, &value, &error) == 0;
	json_t *theirs = jansson_of(text);
	/* jansson 2.14 passes over a NUL byte behind a number: its stream takes what it pushed back for an empty buffer. */
	if (theirs && !ours && memchr(text.ptr, '\0', text.len))
		goto done;
	if (theirs && !ours)
		differ(text, error.text);
	if (!theirs && ours && !is_beyond_jansson(text))
		differ(text, "we take what jansson refuses");
	/* Comparing costs the depth squared, and the stack. */
	if (theirs && text.len < 4096)
		hold_value(value, theirs);
done:
	json_decref(theirs);
}

#endif
