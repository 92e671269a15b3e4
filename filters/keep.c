/* SPDX-License-Identifier: MIT */
/*
 * keep: reads the stream (or plain text) and passes the documents on that meet every condition given: metadata, language,
 * length, figures. The others are counted as dropped and go to --rejected if it is given. With --mark-language it writes
 * down what language a document is in. A document passes as it came; one with an error always passes, to the sink.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/json.h"
#include "base/utf8.h"
#include "keep/condition.h"
#include "stream/gate.h"
#include "stream/record.h"
#include "vietnamese/language.h"

enum { MAX_CONDITIONS = 64, MAX_KINDS = 32 };

static struct {
	struct condition conditions[MAX_CONDITIONS];
	size_t condition_count;
	unsigned languages;             /* bits; 0: any */
	struct slice kinds[MAX_KINDS];  /* none: any */
	size_t kind_count;
	size_t min_characters, max_characters, min_figures;
	int invert;
	const char *mark, *rejected;
} wanted = {.max_characters = SIZE_MAX};

static const char *take_condition(const char *argument, void *target)
{
	(void)target;
	if (wanted.condition_count == MAX_CONDITIONS)
		return "too many conditions";
	const char *wrong = condition_parse(argument, &wanted.conditions[wanted.condition_count]);
	wanted.condition_count += !wrong;
	return wrong;
}

static const char *take_languages(const char *argument, void *target)
{
	struct slice name;
	(void)target;
	while (options_next_name(&argument, &name)) {
		unsigned bit = 0;
		for (int i = 0; i < LANGUAGES; i++)
			bit |= slice_is(name, language_names[i]) ? 1u << i : 0;
		if (!bit)
			return "no such language";
		wanted.languages |= bit;
	}
	return wanted.languages ? NULL : "no language";
}

static const char *take_kinds(const char *argument, void *target)
{
	(void)target;
	for (struct slice name; options_next_name(&argument, &name);) {
		if (name.len == 0)
			return "an empty name";
		if (wanted.kind_count == MAX_KINDS)
			return "too many kinds";
		wanted.kinds[wanted.kind_count++] = name;
	}
	return wanted.kind_count ? NULL : "no kind";
}

static const struct option_spec options[] = {
	{'m', "meta", "CONDITION", "metadata: KEY, or KEY and one of = != ~ !~ >= <= > < and a value", OPTION_CALL, NULL,
	 NULL, 0, 0, take_condition},
	{'l', "language", "LANG,...", "in one of these languages: vi, en, other", OPTION_CALL, NULL, language_names, 0, 0,
	 take_languages},
	{'c', "min-characters", "N", "at least N characters of text", OPTION_SIZE, &wanted.min_characters, NULL, 0, 0, NULL},
	{'C', "max-characters", "N", "at most N characters of text", OPTION_SIZE, &wanted.max_characters, NULL, 0, 0, NULL},
	{'k', "kinds", "KIND,...", "with a figure of one of these kinds", OPTION_CALL, NULL, NULL, 0, 0, take_kinds},
	{'f', "min-figures", "N", "with at least N figures (of --kinds)", OPTION_SIZE, &wanted.min_figures, NULL, 0, 0, NULL},
	{'v', "invert", NULL, "pass what does not meet the conditions", OPTION_FLAG, &wanted.invert, NULL, 0, 0, NULL},
	{'L', "mark-language", "[=KEY]", "write the language as metadata KEY (default: lang)", OPTION_STRING, &wanted.mark,
	 NULL, 0, 0, NULL},
	{'r', "rejected", "FILE", "write what does not pass to FILE, as the stream", OPTION_STRING, &wanted.rejected, NULL,
	 0, 0, NULL},
	{0},
};

static const struct program program = {
	.name = "keep",
	.summary = "pass on the documents that meet conditions",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

struct job {
	struct buf mark;  /* the language as JSON */
	uint64_t languages[LANGUAGES];
};

/* The language of the whole document, headlines and all. */
static enum language find_language(struct job *job, const struct document *document)
{
	struct language_counts counts = {0};
	language_count(buf_slice(&document->text), &counts);
	enum language language = language_of(&counts);
	job->languages[language]++;
	return language;
}

static int is_wanted_kind(const struct document_annotation *a)
{
	struct slice kind;
	if (!slice_is(a->type, "F"))
		return 0;
	if (wanted.kind_count == 0)
		return 1;
	if (!keys_find(a->keys, "kind", &kind))
		return 0;
	for (size_t i = 0; i < wanted.kind_count; i++)
		if (slice_equal(kind, wanted.kinds[i]))
			return 1;
	return 0;
}

static int has_figures(const struct document *document)
{
	size_t least = wanted.min_figures ? wanted.min_figures : wanted.kind_count > 0, count = 0;
	for (size_t i = 0; i < document->annotation_count && count < least; i++)
		count += (size_t)is_wanted_kind(&document->annotations[i]);
	return count >= least;
}

static int has_length(const struct document *document)
{
	if (wanted.min_characters == 0 && wanted.max_characters == SIZE_MAX)
		return 1;
	size_t count = utf8_count(document->text.ptr, document->text.len);
	return count >= wanted.min_characters && count <= wanted.max_characters;
}

/* 1 or 0, -1 if a pattern could not be run. */
static int meets_conditions(struct document *document)
{
	int holds = 1;
	for (size_t i = 0; holds == 1 && i < wanted.condition_count; i++)
		holds = condition_holds(&wanted.conditions[i], document);
	return holds;
}

static void mark_language(struct job *job, struct document *document, enum language language,
			  struct document_changes *changes)
{
	const char *key = *wanted.mark ? wanted.mark : "lang";
	struct slice json;
	if (document_meta(document, key, &json))  /* what came with the document stays as it came */
		return;
	buf_reset(&job->mark);
	json_put_string_buf(&job->mark, slice_from_string(language_names[language]));
	changes->meta_key = slice_from_string(key);
	changes->meta_json = buf_slice(&job->mark);
}

static enum verdict judge(void *context, struct gate *gate, struct document *document, struct document_changes *changes)
{
	struct job *job = context;
	int passes = meets_conditions(document);
	if (passes < 0) {
		diag_error("document '%.*s': --meta: the pattern needs more than PCRE2's limits allow",
			   DIAG_ID(document->id));
		gate->status = EXIT_IO;
		return VERDICT_FAILED;
	}
	passes = passes && has_length(document) && has_figures(document);
	if (wanted.languages || wanted.mark) {
		enum language language = find_language(job, document);
		passes = passes && (!wanted.languages || wanted.languages >> language & 1);
		if (wanted.mark)
			mark_language(job, document, language, changes);
	}
	return passes != wanted.invert ? VERDICT_PASS : VERDICT_DROP;
}

static void stats(void *context, struct buf *json)
{
	const struct job *job = context;
	if (!wanted.languages && !wanted.mark)
		return;
	buf_put_string(json, ",\"languages\":{");
	for (int i = 0; i < LANGUAGES; i++)
		buf_printf(json, "%s\"%s\":%llu", i ? "," : "", language_names[i], (unsigned long long)job->languages[i]);
	buf_put_byte(json, '}');
}

int main(int argc, char **argv)
{
	struct job job = {0};
	int operands;
	filter_start();
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	struct gate gate = {
		.program = &program, .context = &job, .rejected_path = wanted.rejected, .judge = judge, .stats = stats};
	status = gate_run(&gate, argv + 1, (size_t)operands);
	for (size_t i = 0; i < wanted.condition_count; i++)
		condition_free(&wanted.conditions[i]);
	buf_free(&job.mark);
	return status;
}
