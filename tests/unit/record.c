/* SPDX-License-Identifier: MIT */
/* common/stream/record.h: kinds, fields, escapes there and back. */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/utf8.h"
#include "check.h"
#include "stream/record.h"

static void check_kinds(void)
{
	static const struct { const char *line; enum record_kind kind; } lines[] = {
		{"%doc\t1\tx", RECORD_DOC}, {"%doc\t", RECORD_DOC}, {"%doc", RECORD_OTHER}, {"%docs\t1\tx", RECORD_OTHER},
		{"%end", RECORD_END}, {"%end\t", RECORD_OTHER}, {"%ended", RECORD_OTHER}, {"m\tk\t1", RECORD_META},
		{"t\tp\tx", RECORD_BLOCK}, {"t", RECORD_OTHER}, {"tt\tp\tx", RECORD_OTHER}, {"e\terror", RECORD_FINDING},
		{"r\tx", RECORD_RAW}, {"S\t0\t1\tx", RECORD_ANNOTATION}, {"Note\t0\t1\tx", RECORD_ANNOTATION},
		{"x-later\t1", RECORD_OTHER}, {"", RECORD_OTHER}, {"\tm", RECORD_OTHER},
	};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		CHECK(record_kind(slice_from_string(lines[i].line)) == lines[i].kind);
}

static void check_fields(void)
{
	struct slice rest = SLICE("F\t\tx\t"), field, value;
	size_t number;
	CHECK(field_next(&rest, &field) && slice_is(field, "F"));
	CHECK(field_next(&rest, &field) && slice_is(field, ""));
	CHECK(field_next(&rest, &field) && slice_is(field, "x"));
	CHECK(field_next(&rest, &field) && slice_is(field, ""));
	CHECK(!field_next(&rest, &field));
	rest = SLICE("");
	CHECK(field_next(&rest, &field) && field.len == 0 && !field_next(&rest, &field));
	CHECK(field_size(SLICE("0"), &number) == 0 && number == 0);
	CHECK(field_size(SLICE("999999999999999999"), &number) == 0 && number == 999999999999999999);
	CHECK(field_size(SLICE(""), &number) < 0 && field_size(SLICE("-1"), &number) < 0);
	CHECK(field_size(SLICE("1 "), &number) < 0 && field_size(SLICE("9999999999999999999"), &number) < 0);
	const struct slice keys = SLICE("kind=number\tvalue=\tflag\tvalues=2");
	CHECK(keys_find(keys, "value", &value) && value.len == 0);
	CHECK(keys_find(keys, "values", &value) && slice_is(value, "2"));
	CHECK(keys_find(keys, "kind", &value) && slice_is(value, "number"));
	CHECK(!keys_find(keys, "flag", &value) && !keys_find(keys, "kin", &value) && !keys_find(slice_of(NULL, 0), "k", &value));
}

/* What a put writes to a descriptor, read back. */
static struct slice written(void (*put)(struct output *, struct slice), struct slice text, char *into, size_t room)
{
	struct output out;
	int fd = memfd_create("record", 0);
	CHECK(fd >= 0 && output_open(&out, dup(fd)) == 0);
	put(&out, text);
	CHECK(output_close(&out) == 0);
	ssize_t len = pread(fd, into, room, 0);
	close(fd);
	return slice_of(into, len < 0 ? 0 : (size_t)len);
}

static void check_round_trip(struct slice bytes)
{
	struct buf escaped = {0}, scratch = {0};
	char into[4096];
	struct slice back;
	int is_utf8 = utf8_valid_prefix(bytes.ptr, bytes.len) == bytes.len;
	field_put_bytes_buf(&escaped, bytes);
	CHECK(utf8_valid_prefix(escaped.ptr, escaped.len) == escaped.len);
	for (size_t i = 0; i < escaped.len; i++)
		CHECK((unsigned char)escaped.ptr[i] >= 0x20);
	CHECK(field_unescape(buf_slice(&escaped), &scratch, &back) == 0 && slice_equal(back, bytes));
	CHECK(slice_equal(written(field_put_bytes, bytes, into, sizeof into), buf_slice(&escaped)));
	if (is_utf8) {
		struct buf plain = {0};
		field_put_buf(&plain, bytes);
		CHECK(slice_equal(buf_slice(&plain), buf_slice(&escaped)));
		CHECK(slice_equal(written(field_put, bytes, into, sizeof into), buf_slice(&escaped)));
		buf_free(&plain);
	}
	buf_free(&escaped);
	buf_free(&scratch);
}

static void check_escapes(void)
{
	static const char *const broken[] = {"\\", "a\\", "\\x", "\\x1", "\\xg1", "\\q", "\\0", "\\N", "\\.", "a\\tb\\"};
	struct buf scratch = {0};
	struct slice back;
	char all[300];
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
		CHECK(field_unescape(slice_from_string(broken[i]), &scratch, &back) < 0 && !scratch.failed);
	buf_reset(&scratch);
	CHECK(field_unescape(SLICE("\\t\\n\\r\\\\\\x00\\x1E\\xfF"), &scratch, &back) == 0);
	CHECK(slice_equal(back, SLICE("\t\n\r\\\0\x1e\xff")));
	const struct slice plain = SLICE("không có gì");
	CHECK(field_unescape(plain, &scratch, &back) == 0 && back.ptr == plain.ptr);
	for (int i = 0; i < 256; i++)
		all[i] = (char)i;
	for (size_t from = 0; from < 256; from += 5)
		for (size_t to = from; to < 256; to += 11)
			check_round_trip(slice_of(all + from, to - from));
	check_round_trip(SLICE("Tỷ lệ\tđúng\nhạn \\ 98%\r"));
	buf_free(&scratch);
}

int main(void)
{
	check_kinds();
	check_fields();
	check_escapes();
	return check_status();
}
