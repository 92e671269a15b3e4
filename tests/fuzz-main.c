/* SPDX-License-Identifier: MIT */
/* Replays files through a fuzzer's entry point, so that its seeds are tests wherever there is no libFuzzer. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
	FILE *file = fopen(path, "rb");
	if (!file) {
		perror(path);
		return 1;
	}
	uint8_t *data = NULL;
	size_t len = 0, cap = 0, n;
	do {
		if (len == cap)
			data = realloc(data, cap = cap ? cap * 2 : 65536);
		if (!data)
			abort();
		n = fread(data + len, 1, cap - len, file);
		len += n;
	} while (n > 0);
	fclose(file);
	/* A copy of the exact size, so that a sanitizer sees a read past the end. */
	uint8_t *exact = realloc(data, len ? len : 1);
	LLVMFuzzerTestOneInput(exact, len);
	free(exact);
	return 0;
}

int main(int argc, char **argv)
{
	int failures = 0;
	for (int i = 1; i < argc; i++)
		failures += replay(argv[i]);
	return failures > 0;
}
