/* SPDX-License-Identifier: MIT */
/*
 * A peer: ICU's sentence break iterator for Vietnamese. Reads a paragraph a line; for each prints the byte offsets of
 * the ends of its sentences, white space at the end left out. With an argument it prints the sentences, one a line and
 * an empty line between paragraphs, as `segment --lines` does, for comparing speeds.
 *
 *	cc -O2 icu.c $(pkg-config --cflags --libs icu-uc icu-i18n)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

int main(int argc, char **argv)
{
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, "vi", NULL, 0, &status);
	char *line = NULL;
	size_t cap = 0;
	ssize_t len;
	(void)argv;
	while (U_SUCCESS(status) && (len = getline(&line, &cap, stdin)) > 0) {
		UText *text = utext_openUTF8(NULL, line, len - (line[len - 1] == '\n'), &status);
		ubrk_setUText(iterator, text, &status);
		int32_t begin = ubrk_first(iterator);
		for (int32_t next; (next = ubrk_next(iterator)) != UBRK_DONE; begin = next) {
			int32_t end = next;
			while (end > begin && strchr(" \t\r\n", line[end - 1]))
				end--;
			if (argc < 2)
				printf("%d ", end);
			else if (end > begin)
				printf("%.*s\n", end - begin, line + begin);
		}
		putchar('\n');
		utext_close(text);
	}
	ubrk_close(iterator);
	free(line);
	if (U_FAILURE(status))
		fprintf(stderr, "icu: %s\n", u_errorName(status));
	return U_FAILURE(status) || fflush(stdout) != 0;
}
