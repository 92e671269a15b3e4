/* SPDX-License-Identifier: MIT */
/*
 * A file that a user writes for a program, a rule a line: abbreviations, words, units. UTF-8 of at most 64 MiB; a byte
 * order mark at its head and a carriage return before the end of a line are no part of it. The first line that is wrong
 * ends the reading.
 */
#ifndef PHIN_USER_FILE_H
#define PHIN_USER_FILE_H

#include "base/diag.h"
#include "base/slice.h"

struct user_file_fault {
	struct place place;  /* line and column are 0 where the file as a whole could not be read */
	char text[320];
	int status;          /* to leave with: EXIT_USAGE for what stands in the file, EXIT_IO for the file itself */
};

/* Takes line `number` (from 1), valid UTF-8 without a NUL and without its end. Returns 0, or -1 with *fault, as user_file_refuse does. */
typedef int user_file_line(void *context, struct slice line, size_t number, struct user_file_fault *fault);

/* Hands every line of the file at `path` to take_line. Returns 0, or -1 with *fault. */
int user_file_read(const char *path, user_file_line *take_line, void *context, struct user_file_fault *fault);

/* The same for text in memory; fault->place.input stays as it is. */
int user_file_parse(struct slice text, user_file_line *take_line, void *context, struct user_file_fault *fault);

/* Says in *fault what is wrong with line and column (from 1; 0: nowhere in particular). Returns -1. */
__attribute__((format(printf, 4, 5))) int user_file_refuse(struct user_file_fault *fault, size_t line, size_t column,
							   const char *format, ...);

/* The same where it is not the file's fault. Returns -1. */
int user_file_no_memory(struct user_file_fault *fault);

/* Writes the fault to standard error. Returns the status to leave with. */
int user_file_report(const struct user_file_fault *fault);

#endif
