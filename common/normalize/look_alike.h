/* SPDX-License-Identifier: MIT */
/* Letters that look like letters of the Vietnamese alphabet and are others. */
#ifndef PHIN_LOOK_ALIKE_H
#define PHIN_LOOK_ALIKE_H

#include <stdint.h>

/* The Vietnamese (or ASCII) letter that a code point looks like; 0 if it is no look-alike. */
uint32_t look_alike_of(uint32_t code_point);

/* Whether it is Latin all the same (Ð, ǎ), so that it may stand in a word without any other Latin letter. */
int look_alike_is_latin(uint32_t code_point);

#endif
