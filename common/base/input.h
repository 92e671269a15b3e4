/* SPDX-License-Identifier: MIT */
/*
 * One input as a window of bytes that slides over it: the caller looks at ptr[begin, end), asks for more, and lets go
 * of what it is done with. The window keeps whatever is not let go of, and grows for it up to a stated maximum.
 */
#ifndef PHIN_INPUT_H
#define PHIN_INPUT_H

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct input {
	int fd;
	const char *name;     /* for messages: the path, or "-" */
	char *ptr;
	size_t begin, end;    /* the bytes at hand */
	size_t cap;
	int at_end;           /* read(2) said end of file */
	int error;            /* errno of a failed read, 0 if none */
	uint64_t total;       /* bytes read so far */
	void (*idle)(void *); /* called before a read that would wait, so that output is not held back meanwhile */
	void *idle_argument;
	void (*arrived)(const struct input *);  /* called when bytes were read, for those who show how far it is */
};

enum input_status { INPUT_MORE = 1, INPUT_END = 0, INPUT_FAILED = -1, INPUT_FULL = -2 };

/* Opens a path, "-" for standard input. Keeps the buffer of an earlier input. Returns 0, or -1 with errno. */
int input_open(struct input *in, const char *path);

/*
 * Reads more bytes behind end; begin stays, unless bytes before it make room. `max` bounds the window: INPUT_FULL when
 * it holds that much already. INPUT_FAILED leaves the reason in in->error (ENOMEM too).
 */
enum input_status input_fill(struct input *in, size_t max);

/* Closes the descriptor (standard input stays open); input_free lets go of the buffer too. */
void input_close(struct input *in);
void input_free(struct input *in);

#endif
