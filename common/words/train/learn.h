/* SPDX-License-Identifier: MIT */
/*
 * Weights of a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) by stochastic gradient, averaged
 * (Polyak and Juditsky 1992). Nothing but the four operations of IEEE 754 is done in doubles, in one order: the same
 * data give the same model, byte for byte, where the compiler fuses no multiplication with an addition (x86-64).
 */
#ifndef PHIN_WORDS_LEARN_H
#define PHIN_WORDS_LEARN_H

#include "words/train/counts.h"

struct learner {
	double *weights;
	double *steps;       /* for the average: each change times the sentences seen before it */
	double seen;         /* sentences so far, plus 1 */
	uint64_t random;
	uint64_t errors;     /* gaps decided wrongly in the last epoch */
	uint32_t *order;
	size_t order_count;
	struct scratch *scratch;
};

/* Returns 0, or -1 without memory. */
int learner_init(struct learner *learner, const struct corpus *corpus);

/* Goes once through the corpus in random order. */
void learner_epoch(struct learner *learner, const struct corpus *corpus, const struct counts *counts);

/* Puts the averaged weights into the model. */
void learner_store(const struct learner *learner, struct model *model);

void learner_free(struct learner *learner);

#endif
