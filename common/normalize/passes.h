/* SPDX-License-Identifier: MIT */
/* The passes of the slow path, in their order. Each reads cells->in and pushes all that shall stay. */
#ifndef PHIN_PASSES_H
#define PHIN_PASSES_H

#include "normalize/cells.h"
#include "normalize/normalize.h"

/* Character references, controls, invisible characters, fullwidth forms if wished: what stands between the letters. */
void pass_debris(struct cells *cells, const struct normalize_policy *policy);

/* Normalization form C; Vietnamese letters also from marks in any order. */
void pass_compose(struct cells *cells, const struct normalize_policy *policy);

/* Letters of other alphabets inside of Vietnamese words. */
void pass_look_alikes(struct cells *cells, const struct normalize_policy *policy);

/* Tone marks to the letter where the style has them. */
void pass_tones(struct cells *cells, const struct normalize_policy *policy);

/* Quotes, dashes, ellipses, spaces before punctuation: only what the options ask for. */
void pass_typography(struct cells *cells, const struct normalize_policy *policy);

/* White space. The last pass: whatever the others did, no two blanks are left. */
void pass_spaces(struct cells *cells, const struct normalize_policy *policy);

#endif
