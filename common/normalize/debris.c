/* SPDX-License-Identifier: MIT */
#include "normalize/invisible.h"
#include "normalize/passes.h"
#include "normalize/reference.h"
#include "vietnamese/letter.h"

/*
 * Cells are pushed one by one, and what is pushed is final: an invisible character is never pushed, and a semicolon first
 * looks back whether it closes a character reference, which is then taken off and its meaning pushed in its place. So
 * "&amp;lt;", "&am&shy;p;" and whatever else is wrapped up in itself comes undone in one pass.
 */
enum { HOST_MAX = 64 };

struct state {
	struct cells *cells;
	const struct normalize_policy *policy;
	size_t token;   /* in the output: where the run without white space begins */
	int has_query;  /* the token is a host, perhaps a path, and a question mark */
	int in_url;
};

/* Code points whose form C is ASCII (Unicode, UnicodeData.txt): they may close a reference, so they are composed here. */
static uint32_t ascii_singleton(uint32_t cp)
{
	return cp == 0x37e ? ';' : cp == 0x1fef ? '`' : cp == 0x212a ? 'K' : 0;
}

static uint32_t narrow(uint32_t cp)
{
	return cp >= 0xff01 && cp <= 0xff5e ? cp - 0xff00 + 0x20 : 0;
}

static int ends_with(const struct state *state, const char *ascii, size_t len)
{
	const struct cell_list *out = &state->cells->out;
	if (out->count - state->token < len)
		return 0;
	for (size_t i = 0; i < len; i++)
		if (out->list[out->count - len + i].code_point != (unsigned char)ascii[i])
			return 0;
	return 1;
}

/* Whether the token, up to here, is a host such as vnexpress.net, and what may follow that before a query. */
static int is_host_and_path(const struct state *state)
{
	const struct cell_list *out = &state->cells->out;
	size_t at = state->token, label = 0, labels = 0;
	for (; at < out->count && at - state->token < HOST_MAX; at++) {
		uint32_t cp = out->list[at].code_point;
		if (cp == '/' || cp == '?')
			break;
		if (cp != '.' && cp != '-' && !(cp >= 'a' && cp <= 'z') && !(cp >= '0' && cp <= '9'))
			return 0;
		labels += cp == '.';
		label = cp == '.' ? 0 : label + 1;
	}
	return labels > 0 && label > 1 && at < out->count && !(out->list[at - 1].code_point <= '9');
}

/*
 * Keeps track of where a URL is: behind "://", a "www." that begins the token, or "host.vn/path?key=", up to white space,
 * quotes, brackets.
 */
static void track_url(struct state *state, uint32_t cp)
{
	if (space_kind(cp) != SPACE_NOT || cp == '"' || cp == 0x201c || cp == 0x201d || cp == '<' || cp == '>') {
		state->token = state->cells->out.count;
		state->in_url = state->has_query = 0;
	} else if (cp == '?' && !state->has_query) {
		state->has_query = is_host_and_path(state);
	} else if (cp == '=' && state->has_query) {
		state->in_url = 1;
	} else if (cp == '/' && ends_with(state, "://", 3)) {
		state->in_url = 1;
	} else if (cp == '.' && state->cells->out.count - state->token == 4 && ends_with(state, "www.", 4)) {
		state->in_url = 1;
	}
}

/* Appends a cell as it is. */
static void put(struct state *state, const struct cell *cell)
{
	cells_push(state->cells, cell);
	track_url(state, cell->code_point);
}

/*
 * If the output ends in a reference but for the semicolon at hand, takes it off; *cell becomes what it means. Of the few
 * that mean two characters, the first is put.
 */
static int close_reference(struct state *state, struct cell *cell)
{
	struct cell_list *out = &state->cells->out;
	char name[REFERENCE_MAX];
	uint32_t meaning[2];
	size_t len = 0, at = out->count, end = cell->end;
	while (at > 0 && len < sizeof name && is_reference_char(out->list[at - 1].code_point))
		name[sizeof name - ++len] = (char)out->list[--at].code_point;
	if (len == 0 || at == 0 || out->list[at - 1].code_point != '&' || state->in_url)
		return 0;
	int count = reference_meaning(slice_of(name + sizeof name - len, len), meaning);
	if (count == 0)
		return 0;
	*cell = out->list[at - 1];
	cell->end = end;
	cell->rule = cell->rule ? cell->rule : rule_info[RULE_ENTITY].name;
	cell->code_point = meaning[0];
	state->cells->needs |= cell_needs(meaning[0]);
	/* What was left out in front of the semicolon lies inside of the cell now. */
	state->cells->gap = NULL;
	out->count = at - 1;
	state->token = state->token < out->count ? state->token : out->count;
	if (count == 2) {
		put(state, cell);
		*cell = (struct cell){meaning[1], end, end, cell->rule, NULL, 0};
		state->cells->needs |= cell_needs(meaning[1]);
	}
	return 1;
}

/* Whether the cells from i on begin a URL, as far as ASCII tells. */
static int begins_url(const struct cell_list *in, size_t i)
{
	static const char *const begins[] = {"www.", "http"};
	for (size_t b = 0; b < sizeof begins / sizeof *begins; b++) {
		size_t n = 0;
		while (begins[b][n] && i + n < in->count && in->list[i + n].code_point == (unsigned char)begins[b][n])
			n++;
		if (!begins[b][n])
			return 1;
	}
	return 0;
}

/*
 * A zero-width space between the end of a sentence and a capital is all that is left of a space: "phim.<U+200B>Theo"; so is
 * one before a URL. In all other places it joins.
 */
static int parts_words(const struct state *state, uint32_t cp, size_t next)
{
	const struct cell_list *in = &state->cells->in, *out = &state->cells->out;
	uint32_t before = out->count > 0 ? out->list[out->count - 1].code_point : 0;
	if ((cp != 0x200b && cp != 0xfeff) || next >= in->count || state->in_url)
		return 0;
	if (before == '.' || before == '!' || before == '?' || before == 0x2026)
		return letter_is_upper(in->list[next].code_point);
	return letter_is_letter(before) && begins_url(in, next);
}

/* The cell, which in.list[next] follows, as it may be pushed. Returns 0 if it is to be left out. */
static int clean(struct state *state, struct cell *cell, size_t next)
{
	const struct cell_list *out = &state->cells->out;
	uint32_t cp = cell->code_point, other;
	enum rule rule = RULE_COMPOSE;
	if (is_invisible(cp)) {
		rule = cp < 0xa0 ? RULE_CONTROL : RULE_INVISIBLE;
		other = parts_words(state, cp, next) ? ' ' : c1_meaning(cp);
		if (!other && !(is_joiner(cp) && out->count > 0 && takes_joiner(out->list[out->count - 1].code_point))) {
			cells_drop(state->cells, cell, rule);
			return 0;
		}
	} else if ((other = ascii_singleton(cp)) == 0 && state->policy->width == WIDTH_NARROW) {
		other = narrow(cp);
		rule = RULE_WIDTH;
	}
	if (other) {
		cell->code_point = other;
		cell->rule = cell->rule ? cell->rule : rule_info[rule].name;
		state->cells->needs |= cell_needs(other);
	}
	return 1;
}

void pass_debris(struct cells *cells, const struct normalize_policy *policy)
{
	struct state state = {.cells = cells, .policy = policy};
	for (size_t i = 0; i < cells->in.count; i++) {
		struct cell cell = cells->in.list[i];
		int stays = cell.misread || clean(&state, &cell, i + 1);
		while (stays && cell.code_point == ';' && close_reference(&state, &cell))
			stays = clean(&state, &cell, i + 1);
		if (stays)
			put(&state, &cell);
	}
}
