/* SPDX-License-Identifier: MIT */
/*
 * segment: reads the stream or plain text and marks the sentences of every block, `S` records with offsets; with --lines
 * it prints a sentence a line for people and for tools that read such text. It changes no text.
 */
#include <stdlib.h>

#include "segment/abbreviation.h"
#include "segment/sentence.h"
#include "stream/filter.h"

struct job {
	struct lexicon lexicon;
	struct sentences sentences;
	struct new_annotation *records;
	size_t cap;
	uint64_t count;     /* sentences so far */
	int gap;            /* --lines: empty lines due before the next sentence */
};

static int lines;
static const char *abbreviations;

static const struct option_spec options[] = {
	{'l', "lines", NULL, "print a sentence a line, an empty line between blocks", OPTION_FLAG, &lines, NULL, 0, 0,
	 NULL},
	{'a', "abbreviations", "FILE", "abbreviations that add to those known, or override them", OPTION_STRING,
	 &abbreviations, NULL, 0, 0, NULL},
	{0},
};

static const struct program program = {
	.name = "segment",
	.summary = "mark the sentences of Vietnamese text",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

/* Room for a record a sentence. Returns 0, or -1 without memory. */
static int reserve(struct job *job, size_t count)
{
	if (count <= job->cap)
		return 0;
	struct new_annotation *records = reallocarray(job->records, count * 2, sizeof *records);
	if (!records)
		return -1;
	job->records = records;
	job->cap = count * 2;
	return 0;
}

static int put_block(void *context, const struct block *block, struct writer *writer)
{
	struct job *job = context;
	if (sentences_find(&job->sentences, &job->lexicon, block->role, block->text) < 0 ||
	    reserve(job, job->sentences.count) < 0)
		return -1;
	for (size_t i = 0; i < job->sentences.count; i++)
		job->records[i] = (struct new_annotation){job->sentences.list[i].begin, job->sentences.list[i].end, {0}};
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

/* --lines: an empty line between blocks, two between documents. */
static int put_flat(void *context, enum event event, const struct reader *reader, struct output *out)
{
	struct job *job = context;
	if (event == EVENT_DOC && job->gap)
		job->gap = 2;
	if (event != EVENT_BLOCK)
		return 0;
	struct slice text = reader->block.text;
	if (sentences_find(&job->sentences, &job->lexicon, reader->block.role, text) < 0)
		return -1;
	for (size_t i = 0; i < job->sentences.count; i++) {
		struct sentence s = job->sentences.list[i];
		for (; job->gap > 0; job->gap--)
			output_put_byte(out, '\n');
		put_line(out, slice_of(text.ptr + s.begin, s.end - s.begin));
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
}

/* The rules: those of the library and the user's. Returns 0, or the exit status to leave with. */
static int read_rules(struct job *job)
{
	struct abbreviation_fault fault;
	if (lexicon_init(&job->lexicon) < 0) {
		diag_error("out of memory");
		return EXIT_IO;
	}
	if (!abbreviations || abbreviations_read(&job->lexicon, abbreviations, &fault) == 0)
		return 0;
	diag(DIAG_ERROR, fault.place, "%s", fault.text);
	return fault.status;
}

int main(int argc, char **argv)
{
	int operands;
	struct job job = {0};
	filter_start();
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	const struct filter filter = {
		.program = &program,
		.context = &job,
		.block = put_block,
		.flat = lines ? put_flat : NULL,
		.stats = put_stats,
	};
	status = read_rules(&job);
	if (!status)
		status = filter_run(&filter, argv + 1, (size_t)operands);
	sentences_free(&job.sentences);
	lexicon_free(&job.lexicon);
	free(job.records);
	return status;
}
