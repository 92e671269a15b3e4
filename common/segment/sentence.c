/* SPDX-License-Identifier: MIT */
#include "segment/sentence.h"

#include <endian.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "segment/credit.h"
#include "segment/glyph.h"
#include "segment/onecase.h"
#include "segment/stop.h"

/* The walk over one block. */
struct walk {
	struct sentences *sentences;
	const struct lexicon *lexicon;
	struct slice text;
	size_t begin;             /* where the sentence at hand begins */
	size_t counted, quotes;   /* straight quotes in text[0, counted) */
	int small;                /* see struct stop */
};

/* Bytes that may belong to a stop: . ! ? and line breaks, and the first bytes of … and its kin (E2, E3, EF, C2). */
static inline int may_stop(unsigned char byte)
{
	return byte == '.' || byte == '!' || byte == '?' || byte == '\n' || byte == 0xc2 || byte == 0xe2 ||
	       byte == 0xe3 || byte == 0xef;
}

/* Sixteen bytes at once; compilers make SIMD of it, or plain code where there is none. */
typedef unsigned char vector __attribute__((vector_size(16)));

/* The first of sixteen bytes that may belong to a stop; 16 if there is none. */
static size_t first_may_stop(const char *text)
{
	vector v;
	uint64_t half[2];
	memcpy(&v, text, sizeof v);
	v = (vector)(v == '.') | (vector)(v == '!') | (vector)(v == '?') | (vector)(v == '\n') | (vector)(v == 0xc2) |
	    (vector)(v == 0xe2) | (vector)(v == 0xe3) | (vector)(v == 0xef);
	memcpy(half, &v, sizeof half);
	if (half[0])
		return (size_t)__builtin_ctzll(htole64(half[0])) / 8;
	return half[1] ? 8 + (size_t)__builtin_ctzll(htole64(half[1])) / 8 : sizeof v;
}

static size_t next_candidate(struct slice text, size_t at)
{
	for (size_t n = sizeof(vector); n == sizeof(vector) && at + sizeof(vector) <= text.len; at += n)
		n = first_may_stop(text.ptr + at);
	while (at < text.len && !may_stop((unsigned char)text.ptr[at]))
		at++;
	return at;
}

/* Moves *begin and *end over the white space inside. */
static void trim(struct slice text, size_t *begin, size_t *end)
{
	size_t len;
	enum glyph glyph;
	while (*begin < *end && ((glyph = glyph_at(text, *begin, &len)) == GLYPH_SPACE || glyph == GLYPH_NEWLINE))
		*begin += len;
	while (*end > *begin && ((glyph = glyph_before(text, *end, &len)) == GLYPH_SPACE || glyph == GLYPH_NEWLINE))
		*end -= len;
}

/* Adds the sentence text[begin, end) if anything but white space is in it. Returns 0, or -1. */
static int add_span(struct walk *walk, size_t begin, size_t end)
{
	struct sentences *sentences = walk->sentences;
	trim(walk->text, &begin, &end);
	if (begin == end)
		return 0;
	if (LIST_RESERVE(sentences->list, sentences->cap, sentences->count + 1) < 0)
		return -1;
	sentences->list[sentences->count++] = (struct sentence){begin, end};
	return 0;
}

/* Adds the sentence at hand, which ends at text[end]; credits that are glued to its front are sentences of their own. */
static int add(struct walk *walk, size_t end)
{
	size_t begin = walk->begin, behind, last = end;
	for (;; begin = behind) {
		trim(walk->text, &begin, &last);
		behind = begin < last ? credit_end(walk->lexicon, walk->text, begin, last) : 0;
		if (behind == 0)
			return add_span(walk, begin, last);
		if (add_span(walk, begin, behind) < 0)
			return -1;
	}
}

/* Whether a straight quote that opened before text[at] is still open. Counts each byte once. */
static int quote_is_open(struct walk *walk, size_t at)
{
	const char *quote;
	while (walk->counted < at && (quote = memchr(walk->text.ptr + walk->counted, '"', at - walk->counted))) {
		walk->quotes++;
		walk->counted = (size_t)(quote + 1 - walk->text.ptr);
	}
	if (walk->counted < at)
		walk->counted = at;
	return walk->quotes % 2;
}

/*
 * Whether the " or ' at text[at] closes: by what stands behind it and before it, else by how many stand before it.
 *	đi?" Lan    đi? "Tôi    đi? " Tôi (counts)    đi?"Tôi (counts)    đi? ".    đi? ''Tôi
 */
static int quote_closes(struct walk *walk, size_t at, int space_before)
{
	size_t len, next = at + 1;
	char quote = walk->text.ptr[at];
	/* '' is written for one mark; no more of them are looked at. */
	if (next < walk->text.len && walk->text.ptr[next] == quote)
		next++;
	switch (glyph_at(walk->text, next, &len)) {
	case GLYPH_NONE:
	case GLYPH_NEWLINE:
	case GLYPH_PUNCTUATION:
	case GLYPH_STOP:
	case GLYPH_DASH:
	case GLYPH_CLOSE:
		return 1;
	case GLYPH_SPACE:
		return !space_before || (quote == '"' && quote_is_open(walk, at));
	default:
		return !space_before && (quote == '\'' || quote_is_open(walk, at));
	}
}

/* Moves stop->end behind closing quotes and brackets, also those that white space keeps apart. */
static void take_closers(struct walk *walk, struct stop *stop)
{
	size_t at = stop->marks_end, len;
	int space = 0;
	for (;; at += len) {
		enum glyph glyph = glyph_at(walk->text, at, &len);
		if (glyph == GLYPH_CLOSE || glyph == GLYPH_CLOSE_QUOTE ||
		    (glyph == GLYPH_QUOTE && quote_closes(walk, at, space))) {
			stop->quoted |= glyph != GLYPH_CLOSE;
			stop->end = at + len;
			space = 0;
		} else if (glyph == GLYPH_SPACE && !space) {
			space = 1;
		} else {
			return;
		}
	}
}

/* Reads the marks at text[at], their closers and the white space behind. Returns 0 if there are no marks. */
static int read_stop(struct walk *walk, size_t at, struct stop *stop)
{
	size_t len, dots = 0;
	*stop = (struct stop){.lexicon = walk->lexicon, .text = walk->text, .small = &walk->small, .sentence = walk->begin,
			      .run = at};
	for (; glyph_at(walk->text, at, &len) == GLYPH_STOP; at += len) {
		char mark = walk->text.ptr[at];
		dots += mark == '.';
		stop->marks |= mark == '.' ? STOP_DOT : (unsigned char)mark == 0xe2 ? STOP_ELLIPSIS : STOP_QUESTION;
		/* 。！？ need no white space behind them. */
		if ((unsigned char)mark >= 0xe3)
			stop->marks |= STOP_FINAL;
		if (mark == '.' && at + 2 < walk->text.len && memcmp(walk->text.ptr + at, "./.", 3) == 0) {
			stop->marks |= STOP_FINAL;
			len = 3;
		}
	}
	if (at == stop->run)
		return 0;
	if (dots > 1)
		stop->marks |= STOP_ELLIPSIS;
	stop->marks_end = stop->end = at;
	take_closers(walk, stop);
	for (at = stop->end;; at += len) {
		enum glyph glyph = glyph_at(walk->text, at, &len);
		stop->line_break |= glyph == GLYPH_NEWLINE;
		if (glyph != GLYPH_SPACE && glyph != GLYPH_NEWLINE)
			break;
	}
	stop->next = at;
	return 1;
}

static int walk_block(struct walk *walk)
{
	size_t at = 0, len;
	while ((at = next_candidate(walk->text, at)) < walk->text.len) {
		struct stop stop;
		enum glyph glyph = glyph_at(walk->text, at, &len);
		if (glyph == GLYPH_NEWLINE) {
			at += len;
			if (add(walk, at) < 0)
				return -1;
			walk->begin = at;
		} else if (glyph == GLYPH_STOP && read_stop(walk, at, &stop)) {
			at = stop.end;
			if (!stop_ends_sentence(&stop))
				continue;
			if (add(walk, stop.end) < 0)
				return -1;
			walk->begin = at = stop.next;
		} else {
			at += len;
		}
	}
	return add(walk, walk->text.len);
}

int sentences_find(struct sentences *sentences, const struct lexicon *lexicon, struct slice role, struct slice text)
{
	struct walk walk = {.sentences = sentences, .lexicon = lexicon, .text = text, .small = LETTERS_UNSEEN};
	sentences->count = 0;
	if (slice_is(role, "title"))
		return add_span(&walk, 0, text.len);
	return walk_block(&walk);
}

void sentences_free(struct sentences *sentences)
{
	free(sentences->list);
	*sentences = (struct sentences){0};
}
