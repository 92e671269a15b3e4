/* SPDX-License-Identifier: MIT */
/* common/base/utf8.h: what is told by many bytes at a time is what one sequence after another tells. */
#include <stdint.h>

#include "base/utf8.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* The first byte shifts the text, so that it lies against the end of its memory and against no border before. */
	size_t skip = size ? 1 + data[0] % 16 : 0, at = 0, points = 0, units = 0;
	const char *text = (const char *)data + (skip < size ? skip : size);
	size_t len = size - (skip < size ? skip : size);
	uint32_t code_point;
	int n;
	while (at < len && (n = utf8_decode(text + at, len - at, &code_point)) > 0) {
		at += (size_t)n;
		points++;
		units += code_point > 0xffff ? 2 : 1;
	}
	MUST(utf8_valid_prefix(text, len) == at);
	MUST(utf8_count(text, at) == points && utf8_count_utf16(text, at) == units);
	return 0;
}
