/* SPDX-License-Identifier: MIT */
#include "figures/extract.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "figures/context.h"
#include "figures/lexer.h"
#include "vietnamese/letter.h"

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
	struct arena arena;
	struct number_memo memo;
	struct scan scan;
	unsigned kinds;
	/* The rules, a bit each, that may begin with a word of the set, with that very word, with digits or a mark. */
	uint32_t set_rules[LEX_SETS], glue_rules[GLUES], digit_rules, mark_rules;
	uint64_t begin_sets; /* those with any rule */
	/* tokens[0] stands for what was before the window; the window is tokens + 1. */
	struct token tokens[TOKEN_MAX + 3];
	struct reading readings[TOKEN_MAX];
	struct lexer lexer;
	size_t reading_count;
	struct figure *figures;
	size_t count, cap;
	int failed;
};

#define SET(name) (1ull << LEX_##name)
#define GLUE(name) (1ull << GLUE_##name)
_Static_assert(LEX_SETS <= 64 && GLUES <= 64, "sets and glue words are bits of a word");

/*
 * The rules, in the order in which they win where two read equally far. What is no figure comes before all but the
 * wind: it wins where it reads as far as any other. A rule is asked only at digits, or at words that it says it may
 * begin with.
 */
static const struct rule {
	rule_function *read;
	uint64_t sets, glues;
	int digits, marks;
} grammar[] = {
	{rule_wind, 0, GLUE(LEVEL), 0, 0},
	{rule_identifier, SET(LABEL), 0, 1, 0},
	{rule_docref, SET(DOC) | SET(DOC_PART), 0, 1, 0},
	{rule_phone, 0, 0, 1, 1},
	{rule_date,
	 SET(PART) | SET(WEEKDAY) | SET(EDGE) | SET(PERIOD) | SET(REL_DAY) | SET(DIGIT) | SET(SAME) | SET(SEASON),
	 GLUE(DAY) | GLUE(HOM) | GLUE(MUNG) | GLUE(RAM) | GLUE(MONTH) | GLUE(YEAR) | GLUE(QUARTER) | GLUE(WEEK) |
		 GLUE(CENTURY) | GLUE(DECADE) | GLUE(HALF) | GLUE(THOSE) | GLUE(TEN),
	 1, 0},
	{rule_multiple, SET(DIGIT) | SET(SCALE), GLUE(GAP) | GLUE(TEN), 1, 0},
	{rule_set, SET(DURATION) | SET(DIGIT), GLUE(EACH) | GLUE(EVERY), 1, 0},
	{rule_score, 0, 0, 1, 0},
	{rule_fraction, SET(FRACTION) | SET(DIGIT), GLUE(TEN) | GLUE(HALF), 1, 0},
	{rule_time, SET(DIGIT), GLUE(TEN), 1, 0},
	{rule_dimensions, 0, 0, 1, 0},
	{rule_duration, SET(DIGIT) | SET(SCALE), GLUE(TEN) | GLUE(HALF) | GLUE(YEAR), 1, 0},
	{rule_ordinal, 0, GLUE(TIMES) | GLUE(ORDER), 1, 0},
	{rule_vague, SET(VAGUE), 0, 0, 0},
	{rule_quantity, SET(DIGIT) | SET(SCALE) | SET(CURRENCY), GLUE(TEN) | GLUE(HALF) | GLUE(MINUS) | GLUE(YEAR), 1,
	 1},
};

enum { RULES = sizeof grammar / sizeof *grammar };
_Static_assert(RULES <= 32, "rules are bits of a word");

/* Turns the grammar round: from what stands at a place to the rules that may begin with it. */
static void index_grammar(struct extractor *x)
{
	for (size_t i = 0; i < RULES; i++) {
		uint32_t bit = 1u << i;
		for (size_t set = 0; set < LEX_SETS; set++)
			x->set_rules[set] |= grammar[i].sets >> set & 1 ? bit : 0;
		for (size_t glue = 0; glue < GLUES; glue++)
			x->glue_rules[glue] |= grammar[i].glues >> glue & 1 ? bit : 0;
		x->digit_rules |= grammar[i].digits ? bit : 0;
		x->mark_rules |= grammar[i].marks ? bit : 0;
		x->begin_sets |= grammar[i].sets;
	}
}

/* The rules that may begin with the token: asked of every one, so that text without figures costs next to nothing. */
static inline uint32_t rules_at(const struct extractor *x, const struct token *token)
{
	if (token->kind == TOKEN_DIGITS)
		return x->digit_rules;
	if (token->kind == TOKEN_MARK) {
		int may_begin = token->mark == '-' || token->mark == 0x2212 || token->mark == '(' || token->starts;
		return may_begin ? x->mark_rules : 0;
	}
	uint32_t rules = x->glue_rules[token->glue];
	for (uint64_t sets = token_starts(token) & x->begin_sets; sets; sets &= sets - 1)
		rules |= x->set_rules[__builtin_ctzll(sets)];
	return rules;
}

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
	x->scan.vocabulary = x->lexer.vocabulary = x->vocabulary;
	x->scan.arena = &x->arena;
	x->scan.memo = &x->memo;
	index_grammar(x);
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

int extractor_read_rules(struct extractor *x, const char *path, struct rules_fault *fault)
{
	x->rules = rules_read(path, x->vocabulary, fault);
	lexer_forget(&x->lexer);
	return x->rules ? 0 : -1;
}

const char *extractor_gave_up(struct extractor *x)
{
	return x->rules ? rules_gave_up(x->rules) : NULL;
}

/* The longest reading at the token by any of the rules; returns the token behind it, or 0. */
static size_t read_best(const struct scan *scan, size_t at, uint32_t rules, struct reading *best)
{
	size_t best_end = 0;
	for (; rules; rules &= rules - 1) {
		struct reading reading;
		reading_clear(&reading);
		size_t end = grammar[__builtin_ctz(rules)].read(scan, at, &reading);
		if (end > best_end) {
			best_end = end;
			*best = reading;
			best->begin = at;
			best->end = end;
		}
	}
	return best_end;
}

static void accept(struct extractor *x, const struct reading *reading)
{
	x->scan.last_end = reading->end;
	x->scan.last_kind = reading->kind;
	x->scan.has_money |= reading->kind == KIND_MONEY;
	x->scan.last_is_day = reading->kind == KIND_DATE && reading->first.grain == GRAIN_DAY && !reading->is_range;
	x->reading_count++;
}

static void read_window(struct extractor *x)
{
	struct scan *scan = &x->scan;
	x->reading_count = 0;
	scan->memo->at = SIZE_MAX;
	scan->last_end = 0;
	scan->has_money = 0;
	for (size_t at = 0; at < scan->count;) {
		struct reading *reading = &x->readings[x->reading_count];
		uint32_t rules = rules_at(x, &scan->tokens[at]);
		if (!rules) {
			at++;
			continue;
		}
		size_t end = read_best(scan, at, rules, reading);
		if (!end)
			end = rule_run(scan, at, reading);
		else if (end && reading->kind != FIGURE_KINDS)
			accept(x, reading);
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
	if (x->count == x->cap) {
		size_t cap = x->cap ? x->cap * 2 : 64;
		struct figure *more = realloc(x->figures, cap * sizeof *more);
		if (!more) {
			x->failed = 1;
			return NULL;
		}
		x->figures = more;
		x->cap = cap;
	}
	struct figure *figure = &x->figures[x->count++];
	memset(figure, 0, sizeof *figure);
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
	for (size_t i = 0; i < x->reading_count; i++) {
		context_link(&x->scan, x->readings, i);
		context_read(&x->scan, x->readings, i);
		noun_read(&x->scan, x->readings, i);
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
	return !(before->kind == TOKEN_WORD && (before->starts >> LEX_ABBREVIATION & 1 ||
						(before->letters != CASE_LOWER && before->end - before->begin == 1))) &&
	       x;
}

static inline int has_newline(struct slice text, size_t from, size_t to)
{
	if (to - from <= 1)
		return to > from && text.ptr[from] == '\n';
	return memchr(text.ptr + from, '\n', to - from) != NULL;
}

/*
 * Tables that lost their borders in a crawl run a telephone number, an amount and a date together:
 * "0914424829500,00012/9/2016", "0962.887.3998,060,000". How many of the token's digits belong to what is before; 0:
 * all.
 */
static size_t run_together(const struct token *tokens, size_t count, struct slice text, const struct token *token)
{
	const char *digits = text.ptr + token->begin;
	size_t len = token->end - token->begin, before = 0;
	char next = token->end < text.len ? text.ptr[token->end] : 0;
	if (next != ',' && next != '/')
		return 0;
	/* ,00012/9/2016 */
	if (count > 1 && len > 3 && len < 6 && next == '/' && tokens[count - 1].mark == ',' && token->glued &&
	    memcmp(digits, "000", 3) == 0)
		return 3;
	for (size_t i = count;
	     i >= 2 && token->glued && tokens[i - 1].mark == '.' && tokens[i - 2].kind == TOKEN_DIGITS; i -= 2) {
		before += tokens[i - 2].end - tokens[i - 2].begin;
		digits = text.ptr + tokens[i - 2].begin;
	}
	size_t phone = digits[0] != '0' ? 0 : digits[1] == '1' ? 11 : memchr("35789", digits[1], 5) ? 10 : 0;
	return phone && next == ',' && before < phone && before + len > phone && before + len <= phone + 3
		       ? phone - before
		       : 0;
}

/* Takes tokens up to the end of a sentence, or as many as fit. Returns whether there were any. */
static int fill_window(struct extractor *x, size_t *at, const size_t *cuts, size_t cut_count, size_t *cut)
{
	struct token *tokens = x->tokens + 1;
	struct slice text = x->scan.text;
	size_t count = 0;
	while (*cut < cut_count && cuts[*cut] <= *at)
		++*cut;
	while (count < TOKEN_MAX) {
		struct token *token = &tokens[count];
		size_t from = *at;
		if (!lexer_next(&x->lexer, text, at, token))
			break;
		int new_sentence = count > 0 && ((*cut < cut_count && token->begin >= cuts[*cut]) ||
						 has_newline(text, from, token->begin) ||
						 (tokens[count - 1].kind == TOKEN_MARK && cut_count == 0 &&
						  ends_sentence(x, tokens, count, token)));
		if (new_sentence) {
			*at = from;
			break;
		}
		size_t part = token->kind == TOKEN_DIGITS ? run_together(tokens, count, text, token) : 0;
		if (part)
			token->end = *at = token->begin + part;
		count++;
	}
	/* The window opens with nothing glued to it, and closes with two tokens that are none. */
	for (size_t i = 0; i < 2; i++)
		tokens[count + i] = (struct token){.begin = text.len, .end = text.len};
	x->scan.tokens = tokens;
	x->scan.count = count;
	return count > 0;
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

int extractor_run(struct extractor *x, struct slice text, const size_t *cuts, size_t cut_count,
		  const struct figure **figures, size_t *count)
{
	size_t at = 0, cut = 0;
	arena_reset(&x->arena);
	x->count = 0;
	x->failed = 0;
	x->scan.text = text;
	while (fill_window(x, &at, cuts, cut_count, &cut))
		take_window(x);
	if (x->rules && x->kinds >> KIND_USER & 1)
		merge_rules(x);
	*figures = x->figures;
	*count = x->count;
	return x->failed || x->arena.failed ? -1 : 0;
}
