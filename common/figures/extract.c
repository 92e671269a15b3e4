/* SPDX-License-Identifier: MIT */
#include "figures/extract.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clear.h"
#include "base/list.h"
#include "base/utf8.h"
#include "figures/context.h"
#include "figures/grammar.h"
#include "figures/window.h"

const char *const figure_kind_names[FIGURE_KINDS + 1] = {
	"number", "percent",  "pp",  "money", "measure", "ordinal", "fraction", "multiple", "date",
	"time",	  "duration", "set", "score", "phone",	 "docref",  "user",	NULL,
};

const char *const figure_key_names[FIGURE_KEYS + 1] = {
	"value", "from", "to", "unit", "per", "mod", "change", "role", "part", "type", "calendar", "noun", "of", NULL,
};

static const char *const mod_names[MODS] = {
	NULL, "about", "nearly", "over", "under", "at-least", "at-most", "vague",
};

struct extractor {
	struct vocabulary *vocabulary;
	struct rules *rules;
	struct grammar grammar;
	struct arena arena;
	struct number_memo memo;
	struct scan scan;
	unsigned kinds;
	struct window window;
	uint16_t places[TOKEN_MAX + 1]; /* tokens of the window where a rule may begin */
	struct reading readings[TOKEN_MAX];
	size_t reading_count;
	struct figure *figures;
	size_t count, cap;
	int failed, is_done; /* is_done: some figures of the text were given */
};

struct extractor *extractor_new(void)
{
	struct extractor *x = calloc(1, sizeof *x);
	if (!x)
		return NULL;
	x->vocabulary = vocabulary_new();
	x->kinds = ~0u;
	if (!x->vocabulary) {
		free(x);
		return NULL;
	}
	x->scan.vocabulary = x->window.lexer.vocabulary = x->vocabulary;
	x->scan.arena = &x->arena;
	x->scan.memo = &x->memo;
	grammar_init(&x->grammar);
	grammar_note(&x->grammar, x->vocabulary);
	return x;
}

void extractor_free(struct extractor *x)
{
	if (!x)
		return;
	vocabulary_free(x->vocabulary);
	rules_free(x->rules);
	arena_free(&x->arena);
	free(x->figures);
	free(x);
}

void extractor_set_date(struct extractor *x, const struct date *date)
{
	x->scan.has_date = date != NULL;
	if (date)
		x->scan.date = *date;
}

void extractor_set_kinds(struct extractor *x, unsigned kinds)
{
	x->kinds = kinds;
}

int extractor_read_rules(struct extractor *x, const char *path, struct user_file_fault *fault)
{
	x->rules = rules_read(path, x->vocabulary, fault);
	if (!x->rules)
		return -1;
	if (vocabulary_seal(x->vocabulary) < 0)
		return user_file_no_memory(fault);
	grammar_note(&x->grammar, x->vocabulary);
	lexer_forget(&x->window.lexer);
	return 0;
}

const char *extractor_gave_up(struct extractor *x)
{
	return x->rules ? rules_gave_up(x->rules) : NULL;
}

static void accept(struct extractor *x, const struct reading *reading)
{
	x->scan.last_end = reading->end;
	x->scan.last_kind = reading->kind;
	x->scan.has_money |= reading->kind == KIND_MONEY;
	if (reading->kind == KIND_MONEY)
		x->scan.in_millions = reading->from.scale >= 6 ? reading->unit : NULL;
	x->scan.last_is_year = reading->kind == KIND_DATE && reading->first.grain == GRAIN_YEAR;
	x->scan.last_is_month = reading->kind == KIND_DATE && reading->first.grain == GRAIN_MONTH && !reading->is_range;
	int age = reading->first.grain == GRAIN_CENTURY || reading->first.grain == GRAIN_DECADE;
	x->scan.last_age = reading->kind == KIND_DATE && age ? (int)reading->first.grain : 0;
	x->scan.last_is_day = reading->kind == KIND_DATE && reading->first.grain == GRAIN_DAY && !reading->is_range;
	x->reading_count++;
}

/*
 * Puts those tokens of the window there at which some rule may begin; returns how many. Every other one of those that begin
 * something is left out, and to guess which would be wrong as often: none is guessed.
 */
static size_t find_places(struct extractor *x)
{
	const struct window *window = &x->window;
	size_t count = 0;
	for (size_t i = 0; i < window->begin_count; i++) {
		x->places[count] = window->begins[i];
		count += (size_t)grammar_may_read(&x->grammar, token_at(&x->scan, window->begins[i]));
	}
	return count;
}

static void read_window(struct extractor *x)
{
	struct scan *scan = &x->scan;
	size_t behind = 0;
	x->reading_count = 0;
	scan->tokens = x->window.tokens + TOKENS_AROUND;
	scan->count = x->window.count;
	scan->memo->at = SIZE_MAX;
	scan->last_end = 0;
	scan->has_money = 0;
	scan->in_millions = NULL;
	size_t count = find_places(x);
	for (size_t i = 0; i < count; i++) {
		struct reading *reading = &x->readings[x->reading_count];
		size_t at = x->places[i], end;
		if (at < behind || !(end = grammar_read(&x->grammar, scan, at, reading)))
			continue;
		behind = end;
		if (reading->kind != FIGURE_KINDS)
			accept(x, reading);
		else if (reading->marker)
			scan->last_marker = reading->marker;
	}
}

static void set(struct figure *figure, enum figure_key key, const char *value)
{
	if (value)
		figure->key[key] = slice_from_string(value);
}

/* P18M, PT90M, P1.5M: the count between the letters. */
static struct slice print_period(struct extractor *x, const struct number *number, const char *period)
{
	struct slice count = number_print(number, &x->arena);
	char *text = arena_alloc(&x->arena, count.len + 4), *to = text;
	if (!text || count.len == 0)
		return slice_of(NULL, 0);
	*to++ = 'P';
	if (period[0] == 'T')
		*to++ = *period++;
	memcpy(to, count.ptr, count.len);
	to += count.len;
	*to++ = *period;
	return slice_of(text, (size_t)(to - text));
}

static struct slice print_bound(struct extractor *x, const struct reading *reading, int last)
{
	switch (reading->kind) {
	case KIND_DATE:
	case KIND_TIME:
		return moment_print(last ? &reading->last : &reading->first, &x->arena);
	case KIND_DURATION:
	case KIND_SET:
		return print_period(x, last ? &reading->to : &reading->from, reading->period);
	default:
		return number_print(last ? &reading->to : &reading->from, &x->arena);
	}
}

static void set_values(struct extractor *x, const struct reading *reading, struct figure *figure)
{
	if (reading->unresolved)
		return;
	if (reading->literal.len) {
		figure->key[KEY_VALUE] = reading->literal;
		return;
	}
	if (!reading->is_range) {
		figure->key[KEY_VALUE] = print_bound(x, reading, 0);
		return;
	}
	if (!reading->open_from)
		figure->key[KEY_FROM] = print_bound(x, reading, 0);
	if (!reading->open_to)
		figure->key[KEY_TO] = print_bound(x, reading, 1);
}

/* mod=about or mod=about,END */
static struct slice print_mods(struct extractor *x, const struct reading *reading)
{
	char text[64], *to = text;
	const char *first = mod_names[reading->mods[0]];
	if (!first && !reading->edge)
		return slice_of(NULL, 0);
	to = stpcpy(to, first ? first : "");
	if (first && reading->edge)
		*to++ = ',';
	to = stpcpy(to, reading->edge ? reading->edge : "");
	return arena_copy(&x->arena, slice_of(text, (size_t)(to - text)));
}

/* Room for one more figure, zeroed; NULL without memory. */
static struct figure *add_figure(struct extractor *x)
{
	if (LIST_RESERVE(x->figures, x->cap, x->count + 1) < 0) {
		x->failed = 1;
		return NULL;
	}
	struct figure *figure = &x->figures[x->count++];
	clear_bytes(figure, sizeof *figure);
	return figure;
}

static void put_figure(struct extractor *x, const struct reading *reading)
{
	struct figure *figure = x->kinds >> reading->kind & 1 ? add_figure(x) : NULL;
	if (!figure)
		return;
	figure->begin = x->scan.tokens[reading->begin].begin;
	figure->end = x->scan.tokens[reading->end - 1].end;
	figure->kind = reading->kind;
	figure->kind_name = reading->kind_name ? reading->kind_name : figure_kind_names[reading->kind];
	figure->rule = reading->rule;
	set_values(x, reading, figure);
	set(figure, KEY_UNIT, reading->unit);
	figure->key[KEY_PER] = reading->per;
	figure->key[KEY_MOD] = print_mods(x, reading);
	set(figure, KEY_CHANGE, reading->change == CHANGE_UP ? "up" : reading->change == CHANGE_DOWN ? "down" : NULL);
	set(figure, KEY_ROLE, reading->role);
	set(figure, KEY_PART, reading->part);
	set(figure, KEY_TYPE, reading->type);
	set(figure, KEY_CALENDAR, reading->lunar ? "lunar" : NULL);
	figure->key[KEY_NOUN] = reading->noun;
	figure->key[KEY_OF] = reading->of;
}

/* A denominator that stood alone ("mỗi tháng 9 triệu") is no figure of its own. */
static int is_taken_as_per(const struct extractor *x, size_t i)
{
	const struct reading *set_reading = &x->readings[i];
	if (set_reading->kind != KIND_SET || i + 1 >= x->reading_count)
		return 0;
	const struct slice per = x->readings[i + 1].per;
	return per.len > 0 && per.ptr + per.len == x->scan.text.ptr + x->scan.tokens[set_reading->end - 1].end;
}

static void take_window(struct extractor *x)
{
	read_window(x);
	context_share_units(&x->scan, x->readings, x->reading_count);
	for (size_t i = 0; i < x->reading_count; i++) {
		context_link(&x->scan, x->readings, i, x->reading_count);
		context_read(&x->scan, x->readings, i);
		noun_read(&x->scan, x->readings, i);
	}
	for (size_t i = 0; i < x->reading_count; i++)
		if (!is_taken_as_per(x, i))
			put_figure(x, &x->readings[i]);
}

static int by_begin(const void *a, const void *b)
{
	const struct figure *left = a, *right = b;
	return left->begin < right->begin ? -1 : left->begin > right->begin;
}

/* Puts the matches of the user's patterns among the figures, in place of those that they touch. */
static void merge_rules(struct extractor *x)
{
	size_t own = x->count, kept = 0, at = 0;
	struct figure match;
	rules_begin(x->rules, x->scan.text);
	for (; rules_next(x->rules, at, &match); at = match.end) {
		struct figure *figure = add_figure(x);
		if (!figure)
			return;
		*figure = match;
	}
	if (x->count == own)
		return;
	for (size_t i = 0, user = own; i < own; i++) {
		while (user < x->count && x->figures[user].end <= x->figures[i].begin)
			user++;
		if (user == x->count || x->figures[user].begin >= x->figures[i].end)
			x->figures[kept++] = x->figures[i];
	}
	memmove(x->figures + kept, x->figures + own, (x->count - own) * sizeof *x->figures);
	x->count -= own - kept;
	qsort(x->figures, x->count, sizeof *x->figures, by_begin);
}

void extractor_begin(struct extractor *x, struct slice text, const size_t *cuts, size_t cut_count)
{
	x->scan.text = text;
	x->scan.last_marker = 0;
	x->is_done = 0;
	window_begin(&x->window, text, cuts, cut_count);
}

int extractor_next(struct extractor *x, const struct figure **figures, size_t *count)
{
	enum { ENOUGH = 256 };
	int has_patterns = x->rules && x->kinds >> KIND_USER & 1;
	size_t most = has_patterns ? SIZE_MAX : ENOUGH;
	arena_reset(&x->arena);
	x->count = 0;
	x->failed = 0;
	while (x->count < most && window_next(&x->window)) {
		take_window(x);
		/* Readings that became no figure need what they put there no more. */
		if (x->count == 0)
			arena_reset(&x->arena);
	}
	/* The patterns look at the text as a whole, and but once: it is at its end when they are done. */
	if (has_patterns && !x->is_done)
		merge_rules(x);
	x->is_done = 1;
	*figures = x->figures;
	*count = x->count;
	return x->failed || x->arena.failed ? -1 : x->count > 0;
}
