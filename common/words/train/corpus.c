/* SPDX-License-Identifier: MIT */
#include "words/train/corpus.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "vietnamese/letter.h"
#include "words/feature.h"

/* A sentence as it is put together: its text, and for every byte whether it is a space inside of a word. */
struct draft {
	struct buf text, inside;
	int glued;         /* nothing is put before the next token */
	int quoted;        /* an ASCII quotation mark is open */
};

/* One in so many sentences is learnt without its diacritics, too. */
enum { PLAIN_EVERY = 25 };

static int is_one_of(struct slice word, const char *const *list)
{
	for (; *list; list++)
		if (slice_is(word, *list))
			return 1;
	return 0;
}

static const char *const closers[] = {",", ".", ";", ":", "!", "?", ")", "]", "}", "...", "…", "”", "’", "»", "%", NULL};
static const char *const openers[] = {"(", "[", "{", "“", "‘", "«", NULL};

static void draft_put(struct draft *draft, char byte, char inside)
{
	buf_put_byte(&draft->text, byte);
	buf_put_byte(&draft->inside, inside);
}

/* Adds a word of the data; `between` parts its syllables. */
static void draft_word(struct draft *draft, struct slice word, char between)
{
	int quote = slice_is(word, "\"");
	if (slice_is(word, "LBKT"))
		word = SLICE("(");
	if (slice_is(word, "RBKT"))
		word = SLICE(")");
	if (!draft->glued && !is_one_of(word, closers) && !(quote && draft->quoted))
		draft_put(draft, ' ', 0);
	for (size_t i = 0; i < word.len; i++)
		draft_put(draft, word.ptr[i] == between ? ' ' : word.ptr[i], word.ptr[i] == between);
	draft->glued = is_one_of(word, openers) || (quote && !draft->quoted);
	draft->quoted ^= quote;
}

static void draft_reset(struct draft *draft)
{
	buf_reset(&draft->text);
	buf_reset(&draft->inside);
	draft->glued = 1;
	draft->quoted = 0;
}

/* The draft without diacritics: "đường" is "duong". */
static void draft_strip(const struct draft *draft, struct draft *plain)
{
	draft_reset(plain);
	for (size_t at = 0; at < draft->text.len;) {
		uint32_t cp;
		struct letter letter;
		char form[4];
		int n = utf8_next(draft->text.ptr + at, &cp);
		char inside = draft->inside.ptr[at];
		if (letter_parts(cp, &letter))
			cp = (uint32_t)letter.base - (letter.upper ? 0x20 : 0);
		int len = utf8_encode(cp, form);
		for (int i = 0; i < len; i++)
			draft_put(plain, form[i], inside);
		at += (size_t)n;
	}
}

static int grow(void **list, size_t *cap, size_t count, size_t extra, size_t size)
{
	if (count + extra <= *cap)
		return 0;
	void *more = reallocarray(*list, (count + extra) * 2, size);
	if (!more)
		return -1;
	*list = more;
	*cap = (count + extra) * 2;
	return 0;
}

static int corpus_add(struct corpus *corpus, const struct draft *draft, unsigned copies, int counted)
{
	static struct token tokens[RUN_TOKENS];
	size_t next, count;
	if (draft->text.failed || draft->inside.failed)
		return -1;
	count = tokens_cut(draft->text.ptr, draft->text.len, 0, tokens, RUN_TOKENS, &next);
	if (count == 0)
		return 0;
	if (grow((void **)&corpus->examples, &corpus->cap, corpus->count, count, sizeof *corpus->examples) < 0 ||
	    grow((void **)&corpus->sentences, &corpus->sentence_cap, corpus->sentence_count, 1,
		 sizeof *corpus->sentences) < 0)
		return -1;
	corpus->sentences[corpus->sentence_count++] = (struct sentence_range){corpus->count, count, copies, counted};
	for (size_t i = 0; i < count; i++) {
		const struct token *token = &tokens[i];
		int open = i > 0 && token->apart && !token_is_mark(token) && !token_is_mark(token - 1);
		corpus->examples[corpus->count++] =
			(struct example){token->key, token->onset, token->rime, token->shape, token->apart,
					 open && draft->inside.ptr[token->begin - 1]};
	}
	return 0;
}

/* Ends a sentence: adds it, and at times its plain form. */
static int finish(struct corpus *corpus, struct draft *draft, struct draft *plain, unsigned copies)
{
	if (draft->text.len == 0)
		return 0;
	int failed = corpus_add(corpus, draft, copies, 1);
	if (!failed && corpus->sentence_count % PLAIN_EVERY == 0) {
		draft_strip(draft, plain);
		failed = corpus_add(corpus, plain, 1, 0);
	}
	draft_reset(draft);
	return failed;
}

/* One line of `_` form is a sentence. */
static int read_plain(struct corpus *corpus, struct slice line, struct draft drafts[2], unsigned copies)
{
	for (size_t at = 0; at < line.len;) {
		const char *space = memchr(line.ptr + at, ' ', line.len - at);
		size_t end = space ? (size_t)(space - line.ptr) : line.len;
		if (end > at)
			draft_word(&drafts[0], slice_of(line.ptr + at, end - at), '_');
		at = end + 1;
	}
	return finish(corpus, &drafts[0], &drafts[1], copies);
}

/* One line of CoNLL-U: a word, or the empty line that ends the sentence. */
static int read_conllu(struct corpus *corpus, struct slice line, struct draft drafts[2], unsigned copies)
{
	if (line.len == 0)
		return finish(corpus, &drafts[0], &drafts[1], copies);
	const char *tab = memchr(line.ptr, '\t', line.len);
	if (line.ptr[0] == '#' || !tab || memchr(line.ptr, '-', (size_t)(tab - line.ptr)) ||
	    memchr(line.ptr, '.', (size_t)(tab - line.ptr)))
		return 0;
	const char *form = tab + 1, *end = memchr(form, '\t', line.len - (size_t)(form - line.ptr));
	if (end)
		draft_word(&drafts[0], slice_of(form, (size_t)(end - form)), ' ');
	return 0;
}

int corpus_read(struct corpus *corpus, const char *path, unsigned copies)
{
	size_t name = strlen(path), cap = 0;
	int conllu = name > 7 && strcmp(path + name - 7, ".conllu") == 0, failed = 0;
	struct draft drafts[2] = {0};
	FILE *file = fopen(path, "r");
	if (!file)
		return -1;
	char *line = NULL;
	draft_reset(&drafts[0]);
	for (ssize_t n; !failed && (n = getline(&line, &cap, file)) >= 0;) {
		size_t len = (size_t)n;
		if (len > 0 && line[len - 1] == '\n')
			len--;
		if (utf8_valid_prefix(line, len) < len) {
			errno = EILSEQ;
			failed = -1;
		} else {
			failed = (conllu ? read_conllu : read_plain)(corpus, slice_of(line, len), drafts, copies);
		}
	}
	if (!failed)
		failed = ferror(file) ? -1 : finish(corpus, &drafts[0], &drafts[1], copies);
	free(line);
	fclose(file);
	for (int i = 0; i < 2; i++) {
		buf_free(&drafts[i].text);
		buf_free(&drafts[i].inside);
	}
	return failed;
}

void corpus_free(struct corpus *corpus)
{
	free(corpus->examples);
	free(corpus->sentences);
}
