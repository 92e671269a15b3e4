/* SPDX-License-Identifier: MIT */
#include "figures/extract.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "figures/context.h"
#include "vietnamese/letter.h"

const char *const figure_kind_names[FIGURE_KINDS + 1] = {
	"number", "percent", "pp", "money", "measure", "ordinal", "fraction", "multiple", "date", "time", "duration", "set",
	"score", "phone", "docref", "user", NULL,
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
	struct arena arena;
	struct scan scan;
	unsigned kinds;
	/* tokens[0] stands for what was before the window; the window is tokens + 1. */
	struct token tokens[TOKEN_MAX + 3];
	struct reading readings[TOKEN_MAX];
	size_t reading_count;
	struct figure *figures;
	size_t count, cap;
	int failed;
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
	x->scan.vocabulary = x->vocabulary;
	x->scan.arena = &x->arena;
	return x;
}

void extractor_free(struct extractor *x)
{
	if (!x)
		return;
	vocabulary_free(x->vocabulary);
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

void extractor_set_rules(struct extractor *x, struct rules *rules)
{
	x->rules = rules;
}

/*
 * The rules, in the order in which they win where two read equally far. What is no figure comes first where it reads as
 * far as any other; a run of digit groups that nothing else has read comes last.
 */
static read_function *const rules[] = {
	read_identifier, read_docref, read_phone, read_date, read_multiple, read_set, read_score, read_fraction, read_time,
	read_dimensions, read_duration, read_ordinal, read_vague, read_quantity,
};

/* Sets whose words may begin a figure; the glue words that do are in glue_begins. */
static const uint64_t begins = 1ull << LEX_DIGIT | 1ull << LEX_SCALE | 1ull << LEX_FRACTION | 1ull << LEX_VAGUE | 1ull << LEX_PART |
			       1ull << LEX_WEEKDAY | 1ull << LEX_EDGE | 1ull << LEX_PERIOD | 1ull << LEX_REL_DAY | 1ull << LEX_DOC |
			       1ull << LEX_DOC_PART | 1ull << LEX_LABEL | 1ull << LEX_CURRENCY | 1ull << LEX_DURATION | 1ull << LEX_SAME;

static int glue_begins(int glue)
{
	static const uint8_t yes[GLUES] = {
		[GLUE_EACH] = 1, [GLUE_DAY] = 1, [GLUE_HOM] = 1, [GLUE_MUNG] = 1, [GLUE_MONTH] = 1, [GLUE_YEAR] = 1, [GLUE_QUARTER] = 1,
		[GLUE_WEEK] = 1, [GLUE_CENTURY] = 1, [GLUE_HALF] = 1, [GLUE_TEN] = 1, [GLUE_MINUS] = 1, [GLUE_TIMES] = 1, [GLUE_GAP] = 1,
		[GLUE_ORDER] = 1, [GLUE_THOSE] = 1, [GLUE_EVERY] = 1, [GLUE_RAM] = 1, [GLUE_LEVEL] = 1,
	};
	return yes[glue];
}

static int may_begin(const struct scan *scan, size_t at)
{
	const struct token *token = &scan->tokens[at];
	if (token->kind == TOKEN_DIGITS)
		return 1;
	return (token->starts & begins) != 0 || glue_begins(token->glue) || token->mark == '-' || token->mark == 0x2212 || token->mark == '(' ||
	       (token->kind == TOKEN_WORD && is_word(scan, at + 1) && glue_at(scan, at + 1) == GLUE_DECADE);
}

/* The longest reading at the token; returns the token behind it, or 0. */
static size_t read_best(const struct scan *scan, size_t at, struct reading *best)
{
	size_t best_end = 0;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		struct reading reading;
		memset(&reading, 0, sizeof reading);
		reading.kind = FIGURE_KINDS;
		size_t end = rules[i](scan, at, &reading);
		if (end > best_end) {
			best_end = end;
			*best = reading;
			best->begin = at;
			best->end = end;
		}
	}
	return best_end;
}

static void read_window(struct extractor *x)
{
	const struct scan *scan = &x->scan;
	x->reading_count = 0;
	for (size_t at = 0; at < scan->count;) {
		struct reading *reading = &x->readings[x->reading_count];
		size_t end = may_begin(scan, at) ? read_best(scan, at, reading) : 0;
		if (!end && is_digits(scan, at))
			end = read_run(scan, at, reading);
		else if (end && reading->kind != FIGURE_KINDS)
			x->reading_count++;
		at = end ? end : at + 1;
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
	char text[64] = "";
	const char *first = mod_names[reading->mods[0]];
	if (!first && !reading->edge)
		return slice_of(NULL, 0);
	strcat(text, first ? first : "");
	if (first && reading->edge)
		strcat(text, ",");
	strcat(text, reading->edge ? reading->edge : "");
	return arena_copy(&x->arena, slice_from_string(text));
}

static void put_figure(struct extractor *x, const struct reading *reading)
{
	if (reading->kind < 32 && !(x->kinds >> reading->kind & 1))
		return;
	if (x->count == x->cap) {
		size_t cap = x->cap ? x->cap * 2 : 64;
		struct figure *more = realloc(x->figures, cap * sizeof *more);
		if (!more) {
			x->failed = 1;
			return;
		}
		x->figures = more;
		x->cap = cap;
	}
	struct figure *figure = &x->figures[x->count++];
	memset(figure, 0, sizeof *figure);
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
	for (size_t i = 0; i < x->reading_count; i++) {
		context_link(&x->scan, x->readings, i);
		context_read(&x->scan, x->readings, i, x->reading_count);
		noun_read(&x->scan, x->readings, i, x->reading_count);
	}
	for (size_t i = 0; i < x->reading_count; i++)
		if (!is_taken_as_per(x, i))
			put_figure(x, &x->readings[i]);
}

/* Whether a sentence ends at the mark before the token: what follows begins with a capital, a digit or a quote. */
static int ends_sentence(const struct extractor *x, const struct token *tokens, size_t count, const struct token *next)
{
	const struct token *mark = &tokens[count - 1];
	if (next->glued || count < 1)
		return 0;
	if (mark->mark == '!' || mark->mark == '?' || mark->mark == 0x2026)
		return next->kind == TOKEN_MARK || next->letters != CASE_LOWER;
	if (mark->mark != '.' || (next->kind == TOKEN_WORD && next->letters == CASE_LOWER))
		return 0;
	const struct token *before = count > 1 ? &tokens[count - 2] : NULL;
	if (!before || !mark->glued)
		return 1;
	/* "1. Về", "TP. Hồ Chí Minh", "N. V. An" */
	if (before->kind == TOKEN_DIGITS && count == 2)
		return 0;
	return !(before->kind == TOKEN_WORD && (before->starts >> LEX_ABBREVIATION & 1 || (before->letters != CASE_LOWER && before->end - before->begin == 1))) && x;
}

static int has_newline(struct slice text, size_t from, size_t to)
{
	return from < to && memchr(text.ptr + from, '\n', to - from) != NULL;
}

/* Takes tokens up to the end of a sentence, or as many as fit. Returns whether there were any. */
static int fill_window(struct extractor *x, size_t *at, const size_t *cuts, size_t cut_count, size_t *cut)
{
	struct token *tokens = x->tokens + 1;
	struct slice text = x->scan.text;
	size_t count = 0, before = *at;
	while (count < TOKEN_MAX) {
		struct token token;
		size_t from = *at;
		if (!token_next(text, at, &token))
			break;
		while (*cut < cut_count && cuts[*cut] <= before)
			++*cut;
		int new_sentence = count > 0 && ((*cut < cut_count && token.begin >= cuts[*cut]) || has_newline(text, from, token.begin) ||
						 (tokens[count - 1].kind == TOKEN_MARK && cut_count == 0 && ends_sentence(x, tokens, count, &token)));
		if (new_sentence) {
			*at = from;
			break;
		}
		vocabulary_mark(x->vocabulary, &token);
		tokens[count++] = token;
		before = token.end;
	}
	/* The window opens with nothing glued to it, and closes with two tokens that are none. */
	for (size_t i = 0; i < 2; i++)
		tokens[count + i] = (struct token){.begin = text.len, .end = text.len};
	x->scan.tokens = tokens;
	x->scan.count = count;
	return count > 0;
}

int extractor_run(struct extractor *x, struct slice text, const size_t *cuts, size_t cut_count, const struct figure **figures,
		  size_t *count)
{
	size_t at = 0, cut = 0;
	arena_reset(&x->arena);
	x->count = 0;
	x->failed = 0;
	x->scan.text = text;
	while (fill_window(x, &at, cuts, cut_count, &cut))
		take_window(x);
	*figures = x->figures;
	*count = x->count;
	return x->failed || x->arena.failed ? -1 : 0;
}
