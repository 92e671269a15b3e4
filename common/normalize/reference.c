/* SPDX-License-Identifier: MIT */
#include "normalize/reference.h"

#include "normalize/invisible.h"

static int digit_of(char c, unsigned base)
{
	int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : 16;
	return digit < (int)base ? digit : -1;
}

/* "233" or "xE9". */
static uint32_t number_meaning(struct slice number)
{
	unsigned base = number.len > 0 && (number.ptr[0] | 0x20) == 'x' ? 16 : 10;
	uint32_t cp = 0;
	if (base == 16)
		number = slice_of(number.ptr + 1, number.len - 1);
	if (number.len == 0)
		return 0;
	for (size_t i = 0; i < number.len; i++) {
		int digit = digit_of(number.ptr[i], base);
		if (digit < 0)
			return 0;
		cp = cp * base + (uint32_t)digit;
		if (cp > 0x10ffff)
			return 0;
	}
	if (cp >= 0xd800 && cp <= 0xdfff)
		return 0;
	return c1_meaning(cp) ? c1_meaning(cp) : cp;
}

int reference_meaning(struct slice name, uint32_t meaning[2])
{
	size_t low = 0, high = reference_count;
	if (name.len > 1 && name.ptr[0] == '#') {
		meaning[0] = number_meaning(slice_of(name.ptr + 1, name.len - 1));
		return meaning[0] != 0;
	}
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		struct slice entry = slice_from_string(reference_table[middle].name);
		int order = memcmp(entry.ptr, name.ptr, entry.len < name.len ? entry.len : name.len);
		if (order == 0)
			order = entry.len < name.len ? -1 : entry.len > name.len;
		if (order == 0) {
			meaning[0] = reference_table[middle].first;
			meaning[1] = reference_table[middle].second;
			return meaning[1] ? 2 : 1;
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}
