/* SPDX-License-Identifier: MIT */
/*
 * Zeroes a struct of some hundred bytes, often. For a size that it knows the compiler writes x86's string instruction,
 * which needs longer to start than the C library for the whole; so it must not know.
 */
#ifndef PHIN_CLEAR_H
#define PHIN_CLEAR_H

#include <stddef.h>
#include <string.h>

static inline void clear_bytes(void *bytes, size_t len)
{
	__asm__("" : "+r"(len));
	memset(bytes, 0, len);
}

#endif
