/* SPDX-License-Identifier: MIT */
/*
 * Options as data: one table a program, which parses the command line, prints --help and makes the completions.
 * GNU manners: -x, -xVALUE, -x VALUE, --name, --name=VALUE, --name VALUE, unambiguous prefixes, `--`, operands anywhere.
 */
#ifndef PHIN_OPTION_H
#define PHIN_OPTION_H

#include <stddef.h>

#include "base/buf.h"

enum option_kind {
	OPTION_FLAG,    /* target: int, set to 1 */
	OPTION_STRING,  /* target: const char * */
	OPTION_SIZE,    /* target: size_t; a number with an optional K, M or G (powers of 1024), within [min, max] */
	OPTION_CHOICE,  /* target: int, the index of the value in `choices` */
	OPTION_CALL,    /* call(argument, target) returns NULL or what is wrong with the value */
};

struct option_spec {
	char letter;                /* 0 if there is none */
	const char *name;           /* NULL ends the table */
	const char *argument;       /* "FILE"; "[=FILE]" if it may be left out (the target then gets "") ; NULL: none */
	const char *help;
	enum option_kind kind;
	void *target;
	const char *const *choices; /* NULL-terminated; of a call those that it knows, for messages and completions */
	size_t min, max;
	const char *(*call)(const char *argument, void *target);
};

struct program {
	const char *name;
	const char *summary;                    /* one line, lower case, no full stop */
	const char *operands;                   /* "[FILE ...]" */
	const struct option_spec *options;      /* the program's own */
	const struct option_spec *shared;       /* those that it shares with others; may be NULL */
};

/*
 * Parses argv. Moves the operands to argv[1 ..] and stores their number. Returns -1 to go on, else the exit status to
 * leave with: after --help, --version (stdout was written, flushed and checked) or a usage error (reported). Without any
 * argument and with a terminal on standard input, people get the help.
 */
int options_parse(const struct program *program, int argc, char **argv, int *operands);

/* Prints what an option asks for instead of a run, as --help is printed, and frees it. Returns the status to leave with. */
int options_print(struct buf *text);

/* Takes the next name off a list with commas. Returns 0 at its end. */
int options_next_name(const char **list, struct slice *name);

#endif
