/* SPDX-License-Identifier: MIT */
/*
 * train-words: makes the model of words (words/words.model) from labelled text: a lexicon, then weights. Files are given
 * as COPIES:FILE, how often an epoch shows their sentences; what is shown more than once is taken for made by hand. The
 * same files in the same order give the same model, byte for byte. Not installed: `make train` builds and runs it.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/option.h"
#include "stream/filter.h"
#include "words/train/convention.h"
#include "words/train/learn.h"
#include "words/train/score.h"

static const char *model_path = "words.model";
static const char *test_path;
static size_t epochs = 3;

static const struct option_spec options[] = {
	{'o', "output", "FILE", "write the model to FILE (words.model)", OPTION_STRING, &model_path, NULL, 0, 0, NULL},
	{'e', "epochs", "N", "go N times through the data (3)", OPTION_SIZE, &epochs, NULL, 1, 100, NULL},
	{'t', "test", "FILE", "hold the model against FILE and print precision, recall and F1 of words", OPTION_STRING,
	 &test_path, NULL, 0, 0, NULL},
	{0},
};

static const struct program program = {
	.name = "train-words",
	.summary = "make the model of words from labelled text",
	.operands = "COPIES:FILE ...",
	.options = options,
};

static int read_operand(struct corpus *corpus, const char *operand)
{
	char *path;
	unsigned long copies = strtoul(operand, &path, 10);
	if (path == operand || *path != ':' || copies < 1 || copies > 1000) {
		diag_error("not COPIES:FILE: %s", operand);
		return EXIT_USAGE;
	}
	if (corpus_read(corpus, path + 1, (unsigned)copies) == 0)
		return 0;
	diag_error("%s: %s", path + 1, strerror(errno));
	return EXIT_IO;
}

static int write_model(const struct model *model)
{
	FILE *file = fopen(model_path, "wb");
	int failed = !file || fwrite(model, sizeof *model, 1, file) != 1;
	if (file && fclose(file) != 0)
		failed = 1;
	if (!failed)
		return EXIT_DONE;
	diag_error("%s: %s", model_path, strerror(errno));
	return EXIT_IO;
}

/* Prints how the model does on the file of --test. Returns the exit status. */
static int test(const struct model *model)
{
	struct words words;
	struct score score = {0};
	const char *wrong = words_init(&words, model);
	int failed = wrong ? -1 : score_file(&score, &words, test_path);
	if (failed)
		diag_error("%s: %s", test_path, wrong ? wrong : strerror(errno));
	else
		printf("%s: precision %.2f recall %.2f F1 %.2f (%zu words)\n", test_path,
		       100.0 * (double)score.right / (double)score.found, 100.0 * (double)score.right / (double)score.words,
		       200.0 * (double)score.right / (double)(score.words + score.found), score.words);
	words_free(&words);
	return failed ? EXIT_IO : EXIT_DONE;
}

/* Everything after reading. Returns the exit status. */
static int train(struct corpus *corpus, struct counts *counts, struct learner *learner, struct model *model)
{
	size_t changed;
	if (convention_apply(corpus, &changed) < 0 || counts_learn(counts, corpus) < 0 || learner_init(learner, corpus) < 0) {
		diag_error("out of memory");
		return EXIT_IO;
	}
	fprintf(stderr, "%zu gaps changed to the convention of what was labelled by hand\n", changed);
	for (size_t e = 1; e <= epochs; e++) {
		learner_epoch(learner, corpus, counts);
		fprintf(stderr, "epoch %zu: %llu gaps wrong\n", e, (unsigned long long)learner->errors);
	}
	memcpy(model->magic, MODEL_MAGIC, sizeof model->magic);
	model->version = MODEL_VERSION;
	learner_store(learner, model);
	size_t lost = counts_store(counts, model);
	fprintf(stderr, "%zu sentences, %zu tokens, %u words in the lexicon, no place for %zu\n", corpus->sentence_count,
		corpus->count, (unsigned)model->words, lost);
	int status = write_model(model);
	return status || !test_path ? status : test(model);
}

int main(int argc, char **argv)
{
	int operands;
	struct corpus corpus = {0};
	struct counts counts = {0};
	struct learner learner = {0};
	filter_start();
	diag_set_program(argv[0]);
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	struct model *model = calloc(1, sizeof *model);
	tokens_init();
	status = operands > 0 && model ? 0 : EXIT_USAGE;
	for (int i = 1; i <= operands && !status; i++)
		status = read_operand(&corpus, argv[i]);
	if (!status)
		status = train(&corpus, &counts, &learner, model);
	learner_free(&learner);
	counts_free(&counts);
	corpus_free(&corpus);
	free(model);
	return status;
}
