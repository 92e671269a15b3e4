/* SPDX-License-Identifier: MIT */
/* The combining marks that Vietnamese text in NFD has behind its letters. */
#ifndef PHIN_MARK_H
#define PHIN_MARK_H

#include <stdint.h>

#include "vietnamese/letter.h"

/* A mark as part of a letter: HAT_NONE and TONE_NGANG are the part that it is not. */
struct mark {
	uint32_t code_point;
	unsigned char hat, tone;
};

/* The mark that a code point is; NULL if it is none. */
const struct mark *mark_find(uint32_t code_point);

#endif
