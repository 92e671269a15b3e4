/* SPDX-License-Identifier: MIT */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "figures/pattern.h"

#include <pcre2.h>
#include <stdint.h>
#include <stdlib.h>

/*
 * How far a pattern may search. PCRE2 counts steps anew for every place where a match may begin, and does not count what
 * a simple repeat takes at all: \w+ at every place of a megabyte of letters is quadratic, whatever its limits. So places
 * are tried in windows. A match that a window cuts off is looked for again from its beginning alone, farther and farther,
 * and what all of these reach in one text is counted.
 */
enum {
	WINDOW = 4096,		 /* bytes */
	WINDOW_STEPS = 100000000, /* for all of its places: some tenths of a second */
	PLACE_STEPS_MAX = 1000000,
	REACH_MAX = 64 << 20, /* bytes */
	DEPTH_MAX = 1000,
	HEAP_MAX_KIB = 20000,
};

struct pattern {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *limits;
	struct slice text;
	size_t reach; /* bytes that may still be looked at beyond windows */
};

/* Also the buffers for its matches. Returns 0, or -1 without memory. */
static int prepare(struct pattern *pattern)
{
	/* Without a just-in-time compiler the interpreter does the same. */
	pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE | PCRE2_JIT_PARTIAL_HARD);
	pattern->data = pcre2_match_data_create_from_pattern(pattern->code, NULL);
	pattern->limits = pcre2_match_context_create(NULL);
	if (!pattern->data || !pattern->limits)
		return -1;
	pcre2_set_depth_limit(pattern->limits, DEPTH_MAX);
	pcre2_set_heap_limit(pattern->limits, HEAP_MAX_KIB);
	return 0;
}

struct pattern *pattern_new(struct slice source, struct pattern_fault *fault)
{
	/* \C would take letters to pieces. */
	const uint32_t flags = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
	struct pattern *pattern = calloc(1, sizeof *pattern);
	int error;
	*fault = (struct pattern_fault){0};
	if (!pattern)
		return NULL;
	pattern->code = pcre2_compile((PCRE2_SPTR)source.ptr, source.len, flags, &error, &fault->offset, NULL);
	if (!pattern->code && error != PCRE2_ERROR_NOMEMORY)
		pcre2_get_error_message(error, (PCRE2_UCHAR *)fault->text, sizeof fault->text);
	if (pattern->code && prepare(pattern) == 0)
		return pattern;
	pattern_free(pattern);
	return NULL;
}

void pattern_free(struct pattern *pattern)
{
	if (!pattern)
		return;
	pcre2_match_context_free(pattern->limits);
	pcre2_match_data_free(pattern->data);
	pcre2_code_free(pattern->code);
	free(pattern);
}

int pattern_group_number(const struct pattern *pattern, const char *name)
{
	int number = pcre2_substring_number_from_name(pattern->code, (PCRE2_SPTR)name);
	return number > 0 ? number : 0;
}

void pattern_begin(struct pattern *pattern, struct slice text)
{
	size_t places = text.len < WINDOW ? text.len + 1 : WINDOW, steps = WINDOW_STEPS / places;
	pcre2_set_match_limit(pattern->limits, (uint32_t)(steps < PLACE_STEPS_MAX ? steps : PLACE_STEPS_MAX));
	pattern->text = text;
	pattern->reach = REACH_MAX;
}

static int is_inside_letter(char byte)
{
	return ((unsigned char)byte & 0xc0) == 0x80;
}

/* The end of a window of that length, between two letters. */
static size_t window_end(struct slice text, size_t at, size_t len)
{
	if (text.len - at <= len)
		return text.len;
	size_t end = at + len;
	while (is_inside_letter(text.ptr[end]))
		end--;
	return end;
}

/* Matches within the window, as pcre2_match; PCRE2_ERROR_PARTIAL where what stands behind it would have been asked for. */
static int match(const struct pattern *pattern, size_t at, size_t end, uint32_t options)
{
	options |= PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
	if (end < pattern->text.len)
		options |= PCRE2_PARTIAL_HARD;
	return pcre2_match(pattern->code, (PCRE2_SPTR)pattern->text.ptr, end, at, options, pattern->data, pattern->limits);
}

/* Matches at that place alone, however far it reaches. */
static int match_far(struct pattern *pattern, size_t at)
{
	int found = PCRE2_ERROR_PARTIAL;
	for (size_t len = 2 * WINDOW; found == PCRE2_ERROR_PARTIAL; len *= 2) {
		size_t end = window_end(pattern->text, at, len);
		if (pattern->reach < end - at)
			return PCRE2_ERROR_MATCHLIMIT;
		pattern->reach -= end - at;
		found = match(pattern, at, end, PCRE2_ANCHORED);
	}
	return found;
}

/* As pcre2_match of the text from the place on. */
static int match_next(struct pattern *pattern, size_t at)
{
	const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(pattern->data);
	for (;;) {
		size_t end = window_end(pattern->text, at, WINDOW);
		int found = match(pattern, at, end, 0);
		if (found == PCRE2_ERROR_PARTIAL) {
			at = offsets[0];
			end = at + 1;
			while (end < pattern->text.len && is_inside_letter(pattern->text.ptr[end]))
				end++;
			found = match_far(pattern, at);
		}
		if (found != PCRE2_ERROR_NOMATCH || end == pattern->text.len)
			return found;
		at = end;
	}
}

int pattern_search(struct pattern *pattern, size_t at, struct slice *found)
{
	const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(pattern->data);
	int status = match_next(pattern, at);
	if (status < 0)
		return status == PCRE2_ERROR_NOMATCH ? 0 : -1;
	/* What \K makes of a match may lie before it, or be nothing. */
	if (offsets[0] >= offsets[1] || offsets[0] < at)
		return 0;
	*found = slice_of(pattern->text.ptr + offsets[0], offsets[1] - offsets[0]);
	return 1;
}

struct slice pattern_group(const struct pattern *pattern, int number)
{
	const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(pattern->data) + 2 * (size_t)number;
	if (offsets[0] == PCRE2_UNSET || offsets[0] >= offsets[1])
		return slice_of(NULL, 0);
	return slice_of(pattern->text.ptr + offsets[0], offsets[1] - offsets[0]);
}
