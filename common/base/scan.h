/* SPDX-License-Identifier: MIT */
/* Runs of bytes that need no escape, sixteen at a time where the processor can (SSE2), else eight. */
#ifndef PHIN_SCAN_H
#define PHIN_SCAN_H

#include <stddef.h>

/* The first byte of text[at, len) that is below 0x20, or a, or b; len if there is none. */
size_t scan_run(const char *text, size_t at, size_t len, char a, char b);

#endif
