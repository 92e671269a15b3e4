/* SPDX-License-Identifier: MIT */
#include "normalize/invisible.h"
#include "normalize/passes.h"

/* Quotation marks and dashes: what they become in ASCII. Sorted as in Unicode. */
static const struct {
	uint16_t code_point;
	char ascii;
} simple_forms[] = {
	{0xab, '"'}, {0xbb, '"'}, {0x2010, '-'}, {0x2011, '-'}, {0x2012, '-'}, {0x2013, '-'}, {0x2014, '-'}, {0x2015, '-'},
	{0x2018, '\''}, {0x2019, '\''}, {0x201a, '\''}, {0x201b, '\''}, {0x201c, '"'}, {0x201d, '"'}, {0x201e, '"'},
	{0x201f, '"'}, {0x2032, '\''}, {0x2033, '"'}, {0x2039, '\''}, {0x203a, '\''},
};

static char simple_form(uint32_t cp)
{
	for (size_t i = 0; i < sizeof simple_forms / sizeof *simple_forms; i++)
		if (simple_forms[i].code_point == cp)
			return simple_forms[i].ascii;
	return 0;
}

static int is_space(const struct cell_list *list, size_t i)
{
	return i >= list->count || space_kind(list->list[i].code_point) != SPACE_NOT;
}

/* A straight double quote opens at the beginning, behind white space, dashes and what opens itself; else it closes. */
static uint32_t curly(uint32_t before)
{
	static const uint16_t openers[] = {'(', '[', '{', '-', 0xab, 0x2013, 0x2014, 0x2018, 0x201c};
	for (size_t o = 0; o < sizeof openers / sizeof *openers; o++)
		if (openers[o] == before)
			return 0x201c;
	return space_kind(before) != SPACE_NOT ? 0x201c : 0x201d;
}

/* `before` is what was pushed last. */
static uint32_t quote(uint32_t cp, uint32_t before, int policy)
{
	char simple = simple_form(cp);
	if (policy == QUOTES_STRAIGHT && simple && simple != '-')
		return (uint32_t)simple;
	return policy == QUOTES_CURLY && cp == '"' ? curly(before) : cp;
}

static uint32_t dash(uint32_t cp, int policy)
{
	if (simple_form(cp) != '-' || policy == DASHES_KEEP)
		return cp;
	/* A hyphen proper stays one: only dashes become en dashes. */
	return policy == DASHES_HYPHEN || cp == 0x2010 || cp == 0x2011 ? '-' : 0x2013;
}

/* Dots in a row from list[i] on. */
static size_t dots(const struct cell_list *in, size_t i)
{
	size_t n = 0;
	while (i + n < in->count && in->list[i + n].code_point == '.')
		n++;
	return n;
}

/* What programs, markup and shells have, and sentences have not. */
static const char *const code_signs[] = {
	"`", "==", "!=", "&&", "||", "->", "=>", "::", "()", " = ", " += ", "[ ", "{", "};", "$(", "*/", "</", "/>",
};

/* So far around a mark it is looked for, within the line. */
enum { CODE_REACH = 128 };

/* Whether it looks like code around a byte of the source: there spaces have a meaning. */
static int is_code(struct cells *cells, size_t at)
{
	struct slice source = cells->source;
	size_t begin = at, end = at;
	cells->looked_around = 1;
	while (begin > 0 && at - begin < CODE_REACH && source.ptr[begin - 1] != '\n')
		begin--;
	while (end < source.len && end - at < CODE_REACH && source.ptr[end] != '\n')
		end++;
	for (size_t i = 0; i < sizeof code_signs / sizeof *code_signs; i++)
		if (memmem(source.ptr + begin, end - begin, code_signs[i], strlen(code_signs[i])))
			return 1;
	return 0;
}

/* The end of the blanks from list[i] on. */
static size_t blanks_end(const struct cell_list *in, size_t i)
{
	while (i < in->count && !in->list[i].misread && space_kind(in->list[i].code_point) == SPACE_BLANK)
		i++;
	return i;
}

static int is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/*
 * Whether list[i], behind blanks, is a mark that clings to what is before it: "ngày mai ." The mark must be followed
 * by white space, so that ".NET", "..." and ":)" keep their distance; and "&amp ;" must not become a reference. "2 : 1" is
 * a score.
 */
static int clings(struct cells *cells, size_t i, uint32_t before)
{
	const struct cell_list *in = &cells->in;
	if (i >= in->count || before == 0 || before == '.' || space_kind(before) != SPACE_NOT)
		return 0;
	uint32_t mark = in->list[i].code_point;
	/* The digit is in the next piece. */
	size_t behind = in->list[i].end + 1;
	cells->looked_around |= mark == ':';
	if (mark == ':' && is_digit(before) && behind < cells->source.len && is_digit((unsigned char)cells->source.ptr[behind]))
		return 0;
	return mark < 0x80 && mark && strchr(",.:!?)]}", (int)mark) && is_space(in, i + 1);
}

/* Pushes the cells at list[i] that make an ellipsis of the other kind. Returns how many it took; 0 if there is none. */
static size_t push_ellipsis(struct cells *cells, size_t i, int policy)
{
	const struct cell_list *in = &cells->in;
	if (policy == ELLIPSIS_DOTS && in->list[i].code_point == 0x2026) {
		cells_push_changed(cells, &in->list[i], '.', RULE_ELLIPSIS);
		cells_push_inserted(cells, '.', RULE_ELLIPSIS);
		cells_push_inserted(cells, '.', RULE_ELLIPSIS);
		return 1;
	}
	if (policy == ELLIPSIS_SIGN && dots(in, i) == 3 && (i == 0 || in->list[i - 1].code_point != '.')) {
		cells_push_merged(cells, i, i + 3, 0x2026, RULE_ELLIPSIS);
		return 3;
	}
	return 0;
}

/* Blanks in.list[first, last): left out where what follows clings. */
static void push_blanks(struct cells *cells, size_t first, size_t last, int drop)
{
	for (; first < last; first++)
		if (drop)
			cells_drop(cells, &cells->in.list[first], RULE_PUNCTUATION);
		else
			cells_push(cells, &cells->in.list[first]);
}

void pass_typography(struct cells *cells, const struct normalize_policy *policy)
{
	const struct cell_list *in = &cells->in;
	for (size_t i = 0, taken; i < in->count; i++) {
		const struct cell *cell = &in->list[i];
		uint32_t before = cells->out.count ? cells->out.list[cells->out.count - 1].code_point : 0;
		if (cell->misread) {
			cells_push(cells, cell);
			continue;
		}
		/* A run of blanks is looked at once. */
		if (policy->punctuation == PUNCTUATION_CLOSE && (taken = blanks_end(in, i) - i) > 0) {
			push_blanks(cells, i, i + taken, clings(cells, i + taken, before) && !is_code(cells, cell->begin));
			i += taken - 1;
			continue;
		}
		if ((taken = push_ellipsis(cells, i, policy->ellipsis)) > 0) {
			i += taken - 1;
			continue;
		}
		uint32_t quoted = quote(cell->code_point, before ? before : ' ', policy->quotes);
		uint32_t dashed = dash(cell->code_point, policy->dashes);
		if (quoted != cell->code_point)
			cells_push_changed(cells, cell, quoted, RULE_QUOTES);
		else
			cells_push_changed(cells, cell, dashed, RULE_DASHES);
	}
}
