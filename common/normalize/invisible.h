/* SPDX-License-Identifier: MIT */
/* Characters that one does not see: white space of all kinds, controls, zero-width and format characters. */
#ifndef PHIN_INVISIBLE_H
#define PHIN_INVISIBLE_H

#include <stdint.h>

enum space_kind { SPACE_NOT, SPACE_BLANK, SPACE_LINE_END };

enum space_kind space_kind(uint32_t code_point);

/* Controls (but for white space), soft hyphens, zero-width and format characters, U+FFFC. */
int is_invisible(uint32_t code_point);

/* Among those: the ones that have their use inside of scripts that join or run from right to left, and of emoji. */
int is_joiner(uint32_t code_point);

/* Whether a joiner has its use behind this code point. */
int takes_joiner(uint32_t code_point);

/* The character that windows-1252 has at 0x80 to 0x9f, which a C1 control stands for (HTML, §13.2.5.80); 0 if none. */
uint32_t c1_meaning(uint32_t code_point);

#endif
