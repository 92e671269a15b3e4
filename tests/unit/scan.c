/* SPDX-License-Identifier: MIT */
/* common/base/scan.h: against one byte after another, for every length and place about the borders of sixteen bytes. */
#include <stdlib.h>
#include <string.h>

#include "base/scan.h"
#include "check.h"

static size_t slow_run(const char *text, size_t at, size_t len)
{
	while (at < len && (unsigned char)text[at] >= 0x20 && text[at] != '"' && text[at] != '\\')
		at++;
	return at;
}

/* One byte that ends the run, and one before the place where it is looked for, which must not be found. */
static void check_places(char end)
{
	enum { LONGEST = 70 };
	for (size_t len = 0; len <= LONGEST; len++) {
		/* Of this very length, so that a sanitizer sees what is read behind it. */
		char *text = malloc(len ? len : 1);
		for (size_t from = 0; text && from <= len; from++)
			for (size_t place = 0; place <= len; place++) {
				memset(text, '\xc3', len);
				if (place < len)
					text[place] = end;
				CHECK(scan_run(text, from, len, '"', '\\') == slow_run(text, from, len));
			}
		free(text);
	}
}

int main(void)
{
	static const char ends[] = {'"', '\\', '\0', '\n', 0x1f, ' ', 0x7f};
	for (size_t i = 0; i < sizeof ends; i++)
		check_places(ends[i]);
	return check_status();
}
