/* SPDX-License-Identifier: MIT */
#include "segment/follow.h"

#include <string.h>

#include "segment/word.h"

/* "iPhone", "eBay": a capital inside makes it a name that may begin a sentence. */
static int is_camel(struct slice text, size_t at)
{
	size_t len, first;
	glyph_at(text, at, &first);
	return glyph_at(text, at, &len) == GLYPH_LOWER && glyph_at(text, at + first, &len) == GLYPH_UPPER;
}

/* "b) Thời hạn", "b. 15%", "b/ Điều kiện": a letter that numbers an item. */
static int is_lettered_item(struct slice text, size_t at)
{
	size_t len;
	if (at + 2 >= text.len || text.ptr[at] > 'e')
		return 0;
	return text.ptr[at + 1] == ')' ||
	       (memchr("./", text.ptr[at + 1], 2) && glyph_at(text, at + 2, &len) == GLYPH_SPACE);
}

static enum follow_kind follow_of(enum glyph glyph)
{
	switch (glyph) {
	case GLYPH_LOWER:
		return FOLLOW_LOWER;
	case GLYPH_UPPER:
		return FOLLOW_UPPER;
	case GLYPH_DIGIT:
		return FOLLOW_DIGIT;
	case GLYPH_QUOTE:
	case GLYPH_OPEN_QUOTE:
		return FOLLOW_QUOTE;
	case GLYPH_OPEN:
		return FOLLOW_BRACKET;
	case GLYPH_CASELESS:
	case GLYPH_SYMBOL:
		return FOLLOW_OTHER;
	default:
		return FOLLOW_PUNCTUATION;
	}
}

/* "… huynh đệ. ...Rồi": an ellipsis and a capital; moves *at behind the ellipsis. */
static int begins_with_ellipsis(struct slice text, size_t *at)
{
	size_t len, end = *at, marks = 0;
	for (; glyph_at(text, end, &len) == GLYPH_STOP && marks < 4; end += len)
		marks += text.ptr[end] == '.' ? 1 : 2;
	end = skip_space(text, end);
	if (marks < 2 || glyph_at(text, end, &len) != GLYPH_UPPER)
		return 0;
	*at = end;
	return 1;
}

struct follow stop_follow(const struct stop *stop)
{
	struct follow f = {.at = stop->next};
	size_t len;
	enum glyph glyph = glyph_at(stop->text, f.at, &len);
	if (glyph == GLYPH_DASH) {
		f.dash = 1;
		while (glyph_at(stop->text, f.at, &len) == GLYPH_DASH)
			f.at += len;
		f.at = skip_space(stop->text, f.at);
		glyph = glyph_at(stop->text, f.at, &len);
	}
	f.kind = f.inside = follow_of(glyph);
	if (glyph == GLYPH_STOP && stop->marks == STOP_DOT && stop->next > stop->end && begins_with_ellipsis(stop->text, &f.at))
		f.kind = f.inside = FOLLOW_UPPER;
	if (f.kind == FOLLOW_OTHER) {
		f.inside = follow_of(glyph_at(stop->text, skip_space(stop->text, f.at + len), &len));
		return f;
	}
	for (int i = 0; i < 4 && (glyph == GLYPH_QUOTE || glyph == GLYPH_OPEN_QUOTE || glyph == GLYPH_OPEN); i++) {
		f.at = skip_space(stop->text, f.at + len);
		glyph = glyph_at(stop->text, f.at, &len);
		/* "… “…nhưng" */
		f.inside = glyph == GLYPH_STOP ? FOLLOW_UPPER : follow_of(glyph);
	}
	/* "iPhone", and the item that "b)" numbers. */
	if (f.inside == FOLLOW_LOWER && (is_camel(stop->text, f.at) || is_lettered_item(stop->text, f.at))) {
		f.kind = f.kind == FOLLOW_LOWER ? FOLLOW_UPPER : f.kind;
		f.inside = FOLLOW_UPPER;
	}
	return f;
}
