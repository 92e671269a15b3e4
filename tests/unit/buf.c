/* SPDX-License-Identifier: MIT */
/* common/base/buf.h and arena.h: growth, ceiling, sticky failure. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "check.h"

static void check_growth(void)
{
	struct buf buf = {0};
	for (size_t i = 0; i < 100000; i++)
		buf_put_byte(&buf, (char)('a' + i % 26));
	CHECK(!buf.failed && buf.len == 100000 && buf.cap < 300000);
	CHECK(buf.ptr[0] == 'a' && buf.ptr[99999] == 'a' + 99999 % 26);
	buf_reset(&buf);
	buf_put_size(&buf, 0);
	buf_put_byte(&buf, ' ');
	buf_put_size(&buf, SIZE_MAX);
	buf_printf(&buf, " %d%s", -7, "x");
	CHECK(slice_is(buf_slice(&buf), "0 18446744073709551615 -7x"));
	buf_put(&buf, NULL, 0);
	CHECK(buf.len == 26);
	buf_free(&buf);
}

static void check_ceiling(void)
{
	struct buf buf = {.max = 100};
	char bytes[101];
	memset(bytes, 'x', sizeof bytes);
	buf_put(&buf, bytes, 100);
	CHECK(!buf.failed && buf.len == 100 && buf.cap == 100);
	buf_put_byte(&buf, 'y');
	CHECK(buf.failed && buf.len == 100);
	buf_put(&buf, "", 0);
	buf_put_byte(&buf, 'y');
	CHECK(buf.failed && buf.len == 100);
	buf_reset(&buf);
	buf_put(&buf, bytes, sizeof bytes);
	CHECK(buf.failed && buf.len == 0);
	buf_free(&buf);
	buf_put_byte(&buf, 'z');
	CHECK(!buf.failed && buf.len == 1 && buf.max == 100);
	buf_free(&buf);
	struct buf endless = {0};
	CHECK(buf_reserve(&endless, SIZE_MAX) < 0 && endless.failed);
	buf_free(&endless);
}

static void check_arena(void)
{
	struct arena arena = {0};
	struct slice kept[2000];
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < 2000; i++) {
			char text[1000];
			memset(text, (int)('a' + i % 26), sizeof text);
			kept[i] = arena_copy(&arena, slice_of(text, i % sizeof text));
		}
		char *huge = arena_alloc(&arena, 5 << 20);
		CHECK(huge != NULL);
		memset(huge, 1, 5 << 20);
		for (size_t i = 0; i < 2000; i++)
			for (size_t at = 0; at < kept[i].len; at += 97)
				CHECK(kept[i].ptr[at] == (char)('a' + i % 26));
		CHECK(arena.used > 5 << 20 && !arena.failed);
		arena_reset(&arena);
		CHECK(arena.used == 0);
	}
	CHECK(arena_alloc(&arena, SIZE_MAX / 2 + 1) == NULL && arena.failed);
	arena_free(&arena);
}

int main(void)
{
	check_growth();
	check_ceiling();
	check_arena();
	return check_status();
}
