/* SPDX-License-Identifier: MIT */
/*
 * --progress: a line on the terminal that says how far a program is: bytes, documents, bytes a second, and, where every
 * input is a file, the share that is done and the time that is left. Where stderr is no terminal nothing is said.
 */
#ifndef PHIN_PROGRESS_H
#define PHIN_PROGRESS_H

#include <stddef.h>
#include <stdint.h>

#include "base/input.h"

/* Begins to watch an input, if --progress asks for it. `documents` is read now and then; paths as for reader_init. */
void progress_watch(struct input *in, const uint64_t *documents, char *const *paths, size_t count);

/* Says how far it came, and ends the line. */
void progress_end(void);

#endif
