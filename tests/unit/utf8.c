/* SPDX-License-Identifier: MIT */
/* common/base/utf8.h: against the definition (Unicode, table 3-7), over every code point and every short byte sequence. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "check.h"

/* Table 3-7, line by line. Returns the length of the well-formed sequence at s, or 0. */
static size_t well_formed(const unsigned char *s, size_t len)
{
	static const struct { unsigned char low[4], high[4]; size_t len; } table[] = {
		{{0x00}, {0x7f}, 1},
		{{0xc2, 0x80}, {0xdf, 0xbf}, 2},
		{{0xe0, 0xa0, 0x80}, {0xe0, 0xbf, 0xbf}, 3},
		{{0xe1, 0x80, 0x80}, {0xec, 0xbf, 0xbf}, 3},
		{{0xed, 0x80, 0x80}, {0xed, 0x9f, 0xbf}, 3},
		{{0xee, 0x80, 0x80}, {0xef, 0xbf, 0xbf}, 3},
		{{0xf0, 0x90, 0x80, 0x80}, {0xf0, 0xbf, 0xbf, 0xbf}, 4},
		{{0xf1, 0x80, 0x80, 0x80}, {0xf3, 0xbf, 0xbf, 0xbf}, 4},
		{{0xf4, 0x80, 0x80, 0x80}, {0xf4, 0x8f, 0xbf, 0xbf}, 4},
	};
	for (size_t line = 0; line < sizeof table / sizeof *table; line++) {
		size_t i = 0;
		while (i < table[line].len && i < len && s[i] >= table[line].low[i] && s[i] <= table[line].high[i])
			i++;
		if (i == table[line].len)
			return i;
	}
	return 0;
}

static size_t slow_valid_prefix(const char *text, size_t len)
{
	size_t at = 0, n;
	while (at < len && (n = well_formed((const unsigned char *)text + at, len - at)) > 0)
		at += n;
	return at;
}

static void check_code_points(void)
{
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		char bytes[4];
		uint32_t back;
		if (cp >= 0xd800 && cp < 0xe000)
			continue;
		int n = utf8_encode(cp, bytes);
		CHECK(well_formed((unsigned char *)bytes, (size_t)n) == (size_t)n);
		CHECK(utf8_decode(bytes, (size_t)n, &back) == n && back == cp);
		CHECK(utf8_next(bytes, &back) == n && back == cp);
		CHECK(utf8_previous(bytes, (size_t)n, &back) == n && back == cp);
		CHECK(utf8_count(bytes, (size_t)n) == 1);
		CHECK(utf8_count_utf16(bytes, (size_t)n) == (cp < 0x10000 ? 1 : 2));
		CHECK(n == 1 || utf8_decode(bytes, (size_t)n - 1, &back) < 0);
	}
}

/* Every first and second byte, with bytes at the borders of the continuation bytes behind them. */
static void check_sequences(void)
{
	static const unsigned char borders[] = {0x00, 0x7f, 0x80, 0xbf, 0xc0, 0xff};
	for (uint32_t n = 0; n < 256 * 256 * 36; n++) {
		const unsigned char bytes[4] = {(unsigned char)(n / 36 >> 8), (unsigned char)(n / 36), borders[n / 6 % 6],
						borders[n % 6]};
		uint32_t code_point;
		size_t expected = well_formed(bytes, 4);
		int found = utf8_decode((const char *)bytes, 4, &code_point);
		if (expected ? found != (int)expected : found >= 0 || code_point != 0xfffd) {
			printf("%02x %02x %02x %02x: %d, not %zu\n", bytes[0], bytes[1], bytes[2], bytes[3], found, expected);
			check_failures++;
			return;
		}
	}
}

/* utf8_valid_prefix takes sixteen bytes at a time: the same sequences at every place about such a border, and cut. */
static void check_borders(void)
{
	static const unsigned char firsts[] = {0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed,
					       0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf7, 0xf8, 0xff};
	static const unsigned char seconds[] = {0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xe1, 0xf0, 0xff};
	static const unsigned char borders[] = {0x7f, 0x80, 0xbf, 0xc3};
	for (size_t n = 0; n < sizeof firsts * sizeof seconds * 16 * 20; n++) {
		char text[48];
		size_t at = 12 + n % 20, k = n / 20;
		for (size_t i = 0; i < sizeof text; i++)
			text[i] = i % 2 == at % 2 ? '\xc3' : '\xa0';
		text[at] = (char)firsts[k / 16 / sizeof seconds];
		text[at + 1] = (char)seconds[k / 16 % sizeof seconds];
		text[at + 2] = (char)borders[k / 4 % 4];
		text[at + 3] = (char)borders[k % 4];
		for (size_t begin = at % 2, len = at + 1; len <= sizeof text; len += len < at + 6 ? 1 : 7)
			CHECK(utf8_valid_prefix(text + begin, len - begin) == slow_valid_prefix(text + begin, len - begin));
	}
}

static uint32_t next_random(void)
{
	static uint32_t state = 2463534242u;
	state ^= state << 13;
	state ^= state >> 17;
	return state ^= state << 5;
}

/* Long texts of letters of all lengths, with something wrong at a random place, at every alignment. */
static void check_texts(void)
{
	static const char *const pieces[] = {"a", "tin ", "ế", "đ", "á", "😀", "phường Bình Hòa", "\xff", "\xe1\xba", "\xed\xa0\x80", "\x80"};
	for (int round = 0; round < 20000; round++) {
		char text[400];
		size_t len = 0, skip = next_random() % 8, choice = round % 3 ? 7 : 11;
		while (len < 40 + next_random() % 300) {
			const char *piece = pieces[next_random() % choice];
			size_t n = strlen(piece);
			memcpy(text + len, piece, n);
			len += n;
		}
		skip = skip < len ? skip : len;
		size_t valid = slow_valid_prefix(text + skip, len - skip), points = 0, units = 0;
		CHECK(utf8_valid_prefix(text + skip, len - skip) == valid);
		for (size_t i = skip; i < skip + valid; i++) {
			unsigned char byte = (unsigned char)text[i];
			points += byte < 0x80 || byte >= 0xc0;
			units += byte < 0x80 || byte >= 0xf0 ? 1 + (byte >= 0xf0) : byte >= 0xc0;
		}
		CHECK(utf8_count(text + skip, valid) == points);
		CHECK(utf8_count_utf16(text + skip, valid) == units);
	}
}

int main(void)
{
	uint32_t code_point;
	check_code_points();
	check_sequences();
	check_borders();
	check_texts();
	/* Maximal subparts (Unicode §3.9): E1 BA is one, F0 80 is not: the second byte is wrong already. */
	CHECK(utf8_decode("\xe1\xbax", 3, &code_point) == -2);
	CHECK(utf8_decode("\xf0\x80\x80", 3, &code_point) == -1);
	CHECK(utf8_decode("\xf1\x80\x80x", 4, &code_point) == -3);
	CHECK(utf8_valid_prefix(NULL, 0) == 0 && utf8_count(NULL, 0) == 0);
	return check_status();
}
