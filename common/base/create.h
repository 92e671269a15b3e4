/* SPDX-License-Identifier: MIT */
/*
 * Files that a program writes beside standard output. One that it reads too, or writes already, would be emptied under
 * its own feet, so that it is refused, as cat(1) and sort(1) do.
 */
#ifndef PHIN_CREATE_H
#define PHIN_CREATE_H

#include <stddef.h>

#include "base/output.h"

/* Tells which files are read, besides standard input. The strings stay. */
void create_inputs(char *const *paths, size_t count);

/* Creates the file, or empties it, and opens buffered output on it. Returns 0, or -1 after saying what is wrong. */
int create_file(struct output *out, const char *path);

/* For a file that somebody else opens, a database: whether it may be written (0, or -1 after saying why not) … */
int create_check(const char *path);

/* … and, once it is there, that it is. */
void create_claim(const char *path);

#endif
