/* SPDX-License-Identifier: MIT */
/* What fuzzers of the stream share: bytes as the reader's input, output into memory, and what must hold. */
#ifndef PHIN_FUZZ_H
#define PHIN_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/output.h"
#include "stream/reader.h"

#define MUST(condition) \
	((condition) ? (void)0 : (fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition), abort()))

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A descriptor from which the bytes can be read; the reader is to read standard input. */
static inline void begin_input(const void *data, size_t size)
{
	int fd = memfd_create("fuzz", 0);
	MUST(fd >= 0 && write(fd, data, size) == (ssize_t)size && lseek(fd, 0, SEEK_SET) == 0);
	MUST(dup2(fd, STDIN_FILENO) == STDIN_FILENO);
	close(fd);
}

struct memory {
	struct output out;
	int fd;
};

static inline void begin_output(struct memory *memory)
{
	memory->fd = memfd_create("fuzz", 0);
	MUST(memory->fd >= 0 && output_open(&memory->out, dup(memory->fd)) == 0);
}

/* Closes the output. Returns what was written; to be freed. */
static inline struct slice end_output(struct memory *memory)
{
	MUST(output_close(&memory->out) == 0);
	off_t size = lseek(memory->fd, 0, SEEK_END);
	char *bytes = malloc((size_t)size + 1);
	MUST(size >= 0 && bytes && pread(memory->fd, bytes, (size_t)size, 0) == size);
	close(memory->fd);
	return slice_of(bytes, (size_t)size);
}

/* Small limits, so that they are met. */
static const struct reader_options fuzz_options = {.max_line = 4096, .max_document = 65536};

#endif
