/* SPDX-License-Identifier: MIT */
#include "words/train/labelled.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "vietnamese/letter.h"

static int is_one_of(struct slice word, const char *const *list)
{
	for (; *list; list++)
		if (slice_is(word, *list))
			return 1;
	return 0;
}

static const char *const closers[] = {",", ".", ";", ":", "!", "?", ")", "]", "}", "...", "…", "”", "’", "»", "%", NULL};
static const char *const openers[] = {"(", "[", "{", "“", "‘", "«", NULL};

static void put_byte(struct labelled *sentence, char byte, char what)
{
	buf_put_byte(&sentence->text, byte);
	buf_put_byte(&sentence->bytes, what);
}

/* Adds a word; `between` parts its syllables. */
static void put_word(struct labelled *sentence, struct slice word, char between)
{
	int quote = slice_is(word, "\"");
	if (slice_is(word, "LBKT"))
		word = SLICE("(");
	if (slice_is(word, "RBKT"))
		word = SLICE(")");
	if (!sentence->glued && !is_one_of(word, closers) && !(quote && sentence->quoted))
		put_byte(sentence, ' ', 0);
	for (size_t i = 0; i < word.len; i++)
		put_byte(sentence, word.ptr[i] == between ? ' ' : word.ptr[i],
			 word.ptr[i] == between ? BYTE_INSIDE : i == 0 ? BYTE_BEGINS : 0);
	sentence->glued = is_one_of(word, openers) || (quote && !sentence->quoted);
	sentence->quoted ^= quote;
}

static void labelled_reset(struct labelled *sentence)
{
	buf_reset(&sentence->text);
	buf_reset(&sentence->bytes);
	sentence->glued = 1;
	sentence->quoted = 0;
}

void labelled_strip(const struct labelled *sentence, struct labelled *plain)
{
	labelled_reset(plain);
	for (size_t at = 0; at < sentence->text.len;) {
		uint32_t cp;
		struct letter letter;
		char form[4];
		int n = utf8_next(sentence->text.ptr + at, &cp);
		char what = sentence->bytes.ptr[at];
		if (letter_parts(cp, &letter))
			cp = (uint32_t)letter.base - (letter.upper ? 0x20 : 0);
		int len = utf8_encode(cp, form);
		for (int i = 0; i < len; i++)
			put_byte(plain, form[i], i == 0 ? what : 0);
		at += (size_t)n;
	}
}

/* Who reads, and what for. */
struct reading {
	struct labelled sentence;
	int (*take)(void *context, const struct labelled *sentence);
	void *context;
};

static int finish(struct reading *reading)
{
	int stop = 0;
	if (reading->sentence.text.failed || reading->sentence.bytes.failed) {
		errno = ENOMEM;
		return -1;
	}
	if (reading->sentence.text.len > 0)
		stop = reading->take(reading->context, &reading->sentence);
	labelled_reset(&reading->sentence);
	return stop;
}

/* One line of `_` form is a sentence. */
static int read_plain(struct reading *reading, struct slice line)
{
	for (size_t at = 0; at < line.len;) {
		const char *space = memchr(line.ptr + at, ' ', line.len - at);
		size_t end = space ? (size_t)(space - line.ptr) : line.len;
		if (end > at)
			put_word(&reading->sentence, slice_of(line.ptr + at, end - at), '_');
		at = end + 1;
	}
	return finish(reading);
}

/* One line of CoNLL-U: a word, or the empty line that ends the sentence. */
static int read_conllu(struct reading *reading, struct slice line)
{
	if (line.len == 0)
		return finish(reading);
	const char *tab = memchr(line.ptr, '\t', line.len);
	if (line.ptr[0] == '#' || !tab || memchr(line.ptr, '-', (size_t)(tab - line.ptr)) ||
	    memchr(line.ptr, '.', (size_t)(tab - line.ptr)))
		return 0;
	const char *form = tab + 1, *end = memchr(form, '\t', line.len - (size_t)(form - line.ptr));
	if (end)
		put_word(&reading->sentence, slice_of(form, (size_t)(end - form)), ' ');
	return 0;
}

int labelled_read(const char *path, int (*take)(void *context, const struct labelled *sentence), void *context)
{
	size_t name = strlen(path), cap = 0;
	int conllu = name > 7 && strcmp(path + name - 7, ".conllu") == 0, stop = 0;
	struct reading reading = {.take = take, .context = context};
	FILE *file = fopen(path, "r");
	if (!file)
		return -1;
	char *line = NULL;
	labelled_reset(&reading.sentence);
	for (ssize_t n; !stop && (n = getline(&line, &cap, file)) >= 0;) {
		size_t len = (size_t)n;
		if (len > 0 && line[len - 1] == '\n')
			len--;
		if (utf8_valid_prefix(line, len) < len) {
			errno = EILSEQ;
			stop = -1;
		} else {
			stop = (conllu ? read_conllu : read_plain)(&reading, slice_of(line, len));
		}
	}
	if (!stop)
		stop = ferror(file) ? -1 : finish(&reading);
	free(line);
	fclose(file);
	labelled_free(&reading.sentence);
	return stop;
}

void labelled_free(struct labelled *sentence)
{
	buf_free(&sentence->text);
	buf_free(&sentence->bytes);
}
