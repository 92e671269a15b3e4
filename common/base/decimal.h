/* SPDX-License-Identifier: MIT */
/* Numbers in decimal, written where they are to stand. */
#ifndef PHIN_DECIMAL_H
#define PHIN_DECIMAL_H

#include <stddef.h>

/* How many digits the number has; most have up to four. */
static inline size_t decimal_len(size_t number)
{
	size_t len = 0;
	for (; number >= 10000; number /= 10000)
		len += 4;
	return len + (number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : 4);
}

/* Writes the number, which has so many digits. */
static inline void decimal_put(char *to, size_t len, size_t number)
{
	for (; len > 0; number /= 10)
		to[--len] = (char)('0' + number % 10);
}

#endif
