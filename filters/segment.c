/* SPDX-License-Identifier: MIT */
/*
 * segment: reads the stream or plain text and marks the sentences of every block, `S` records with offsets, and with
 * --words the words of each in its key words=; with --lines it prints a sentence a line for people and for tools that
 * read such text. It changes no text.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/list.h"
#include "segment/abbreviation.h"
#include "segment/sentence.h"
#include "stream/filter.h"
#include "words/flat.h"
#include "words/key.h"

struct job {
	struct lexicon lexicon;
	struct sentences sentences;
	struct words words;
	struct user_lexicon user;
	struct buf keys;           /* of the sentences of the block at hand */
	struct new_annotation *records;
	size_t cap;
	struct words_place place;  /* of the sentence at hand, in flat forms */
	uint64_t count;            /* sentences so far */
	uint64_t word_count;
	int gap;                   /* --lines: empty lines due before the next sentence */
};

/* What --words asks for: nothing, keys in the stream (or `_` with --lines), a flat form. */
enum words_form { WORDS_NONE, WORDS_KEYS, WORDS_TSV, WORDS_CONLLU };

static int lines;
static int words_form;
static int list;
static const char *abbreviations;
static const char *user_lexicon;

/* In the order of enum words_form, from WORDS_TSV. */
static const char *const words_forms[] = {"tsv", "conllu", NULL};

static const char *choose_words(const char *argument, void *target)
{
	int form = WORDS_KEYS;
	for (int i = 0; *argument && words_forms[i]; i++)
		if (strcmp(argument, words_forms[i]) == 0)
			form = WORDS_TSV + i;
	if (*argument && form == WORDS_KEYS)
		return "";
	*(int *)target = form;
	return NULL;
}

static const struct option_spec options[] = {
	{'l', "lines", NULL, "print a sentence a line, an empty line between blocks", OPTION_FLAG, &lines, NULL, 0, 0,
	 NULL},
	{'a', "abbreviations", "FILE", "abbreviations that add to those known, or override them", OPTION_STRING,
	 &abbreviations, NULL, 0, 0, NULL},
	{0, "list-abbreviations", NULL, "print the abbreviations and other words that decide, and exit", OPTION_FLAG, &list,
	 NULL, 0, 0, NULL},
	{'w', "words", "[=FORM]", "mark the words, too; FORM tsv or conllu: print them, a word a line", OPTION_CALL,
	 &words_form, words_forms, 0, 0, choose_words},
	{0, "lexicon", "FILE", "words that hold together, or do not, whatever the model says", OPTION_STRING, &user_lexicon,
	 NULL, 0, 0, NULL},
	{0},
};

static const struct program program = {
	.name = "segment",
	.summary = "mark the sentences and words of Vietnamese text",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

static struct slice sentence_text(const struct job *job, struct slice text, size_t i)
{
	struct sentence s = job->sentences.list[i];
	return slice_of(text.ptr + s.begin, s.end - s.begin);
}

/* The words of a sentence. Returns 0, or -1 without memory. */
static int find_words(struct job *job, struct slice sentence)
{
	int failed = words_find(&job->words, &job->user, sentence);
	job->word_count += job->words.count;
	return failed;
}

/* The keys words= of all sentences, one behind the other; their slices are set when the buffer moves no more. */
static int make_keys(struct job *job, struct slice text)
{
	buf_reset(&job->keys);
	for (size_t i = 0; i < job->sentences.count; i++) {
		size_t from = job->keys.len;
		if (find_words(job, sentence_text(job, text, i)) < 0)
			return -1;
		words_put_key(&job->keys, job->words.list, job->words.count);
		job->records[i].keys.len = job->keys.len - from;
	}
	const char *at = job->keys.ptr;
	for (size_t i = 0; i < job->sentences.count; i++) {
		job->records[i].keys.ptr = at;
		at += job->records[i].keys.len;
	}
	return job->keys.failed ? -1 : 0;
}

static int put_block(void *context, const struct block *block, struct writer *writer)
{
	struct job *job = context;
	if (sentences_find(&job->sentences, &job->lexicon, block->role, block->text) < 0 ||
	    LIST_RESERVE(job->records, job->cap, job->sentences.count) < 0)
		return -1;
	for (size_t i = 0; i < job->sentences.count; i++)
		job->records[i] = (struct new_annotation){job->sentences.list[i].begin, job->sentences.list[i].end, {0}};
	if (words_form && job->sentences.count > 0 && make_keys(job, block->text) < 0)
		return -1;
	job->count += job->sentences.count;
	writer_annotate(writer, block, SLICE("S"), job->records, job->sentences.count);
	return 0;
}

/* A sentence on a line of its own: what would break the line, a TAB for those who cut by it too, becomes a space. */
static void put_line(struct output *out, struct slice sentence)
{
	size_t from = 0;
	for (size_t i = 0; i < sentence.len; i++) {
		if ((unsigned char)sentence.ptr[i] >= ' ')
			continue;
		output_put(out, sentence.ptr + from, i - from);
		output_put_byte(out, ' ');
		from = i + 1;
	}
	output_put(out, sentence.ptr + from, sentence.len - from);
	output_put_byte(out, '\n');
}

static int put_sentence(struct job *job, struct slice sentence, struct output *out)
{
	if (words_form && find_words(job, sentence) < 0)
		return -1;
	switch (words_form) {
	case WORDS_NONE:
		put_line(out, sentence);
		return 0;
	case WORDS_KEYS:
		words_put_line(out, sentence, &job->words);
		return 0;
	case WORDS_TSV:
		words_put_tsv(out, &job->place, sentence, &job->words);
		return 0;
	default:
		words_put_conllu(out, &job->place, sentence, &job->words);
		return 0;
	}
}

/* --lines: an empty line between blocks, two between documents. Tables of words have their own marks of documents. */
static int put_flat(void *context, enum event event, const struct reader *reader, struct output *out)
{
	struct job *job = context;
	int table = words_form >= WORDS_TSV;
	if (event == EVENT_DOC) {
		if (job->gap)
			job->gap = 2;
		if (words_form == WORDS_TSV && out->total == 0)
			words_put_tsv_head(out);
		job->place = (struct words_place){.document = reader->id};
	}
	if (event != EVENT_BLOCK)
		return 0;
	struct slice text = reader->block.text;
	if (sentences_find(&job->sentences, &job->lexicon, reader->block.role, text) < 0)
		return -1;
	job->place.block++;
	for (size_t i = 0; i < job->sentences.count; i++) {
		for (; job->gap > 0 && !table; job->gap--)
			output_put_byte(out, '\n');
		job->place.sentence++;
		job->place.begin = job->sentences.list[i].begin;
		if (put_sentence(job, sentence_text(job, text, i), out) < 0)
			return -1;
	}
	if (job->sentences.count > 0)
		job->gap = 1;
	job->count += job->sentences.count;
	return 0;
}

static void put_stats(void *context, struct buf *json)
{
	struct job *job = context;
	buf_printf(json, ",\"sentences\":%llu", (unsigned long long)job->count);
	if (words_form)
		buf_printf(json, ",\"words\":%llu", (unsigned long long)job->word_count);
}

/* The rules: those of the library and the user's. Returns 0, or the exit status to leave with. */
static int read_rules(struct job *job)
{
	struct user_file_fault fault;
	if (lexicon_init(&job->lexicon) < 0) {
		diag_error("out of memory");
		return EXIT_IO;
	}
	if (!abbreviations || abbreviations_read(&job->lexicon, abbreviations, &fault) == 0)
		return 0;
	return user_file_report(&fault);
}

/* The model and the user's words. Returns 0, or the exit status to leave with. */
static int read_words(struct job *job)
{
	struct user_file_fault fault;
	const char *wrong = words_form ? words_init(&job->words, NULL) : NULL;
	if (wrong) {
		diag_error("%s", wrong);
		return EXIT_IO;
	}
	if (!user_lexicon || user_lexicon_read(&job->user, user_lexicon, &fault) == 0)
		return 0;
	return user_file_report(&fault);
}

static int print_list(void)
{
	struct buf text = {0};
	abbreviations_list(&text);
	return options_print(&text);
}

int main(int argc, char **argv)
{
	int operands;
	struct job job = {0};
	filter_start();
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	if (list)
		return print_list();
	const struct filter filter = {
		.program = &program,
		.context = &job,
		.block = put_block,
		.flat = lines || words_form >= WORDS_TSV ? put_flat : NULL,
		.stats = put_stats,
	};
	status = read_rules(&job);
	if (!status)
		status = read_words(&job);
	if (!status)
		status = filter_run(&filter, argv + 1, (size_t)operands);
	sentences_free(&job.sentences);
	words_free(&job.words);
	user_lexicon_free(&job.user);
	buf_free(&job.keys);
	lexicon_free(&job.lexicon);
	free(job.records);
	return status;
}
