/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <stdint.h>

#include "base/scan.h"
#include "base/utf8.h"

/* A position in a text that is being checked. */
struct scan {
	const char *text;
	size_t at, len;
	const char *error;
};

static int is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void skip_space(struct scan *s)
{
	while (s->at < s->len && is_space(s->text[s->at]))
		s->at++;
}

static int fail(struct scan *s, const char *error)
{
	s->error = error;
	return -1;
}

/* The first quote, backslash or control character at or after `at`; len if there is none. */
static size_t string_run(const char *text, size_t at, size_t len)
{
	return scan_run(text, at, len, '"', '\\');
}

static int hex_value(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The four hex digits of \uXXXX at text[at]; -1 if they are none. */
static int32_t hex4(const char *text, size_t at, size_t len)
{
	int32_t unit = 0;
	if (len - at < 4)
		return -1;
	for (size_t i = at; i < at + 4; i++) {
		int digit = hex_value(text[i]);
		if (digit < 0)
			return -1;
		unit = unit << 4 | digit;
	}
	return unit;
}

/* Checks \uXXXX (s->at is behind the u); a high surrogate needs its low one (RFC 8259 §7). */
static int scan_unicode_escape(struct scan *s)
{
	int32_t unit = hex4(s->text, s->at, s->len);
	if (unit < 0)
		return fail(s, "an escape \\u without four hex digits");
	if (unit >= 0xdc00 && unit <= 0xdfff)
		return fail(s, "a low surrogate without a high one before it");
	s->at += 4;
	if (unit < 0xd800 || unit > 0xdbff)
		return 0;
	if (s->len - s->at < 6 || s->text[s->at] != '\\' || s->text[s->at + 1] != 'u')
		return fail(s, "a high surrogate without a low one behind it");
	unit = hex4(s->text, s->at + 2, s->len);
	if (unit < 0xdc00 || unit > 0xdfff)
		return fail(s, "a high surrogate without a low one behind it");
	s->at += 6;
	return 0;
}

static int scan_string(struct scan *s)
{
	s->at++;
	for (;;) {
		s->at = string_run(s->text, s->at, s->len);
		if (s->at >= s->len)
			return fail(s, "a string without its closing quote");
		char c = s->text[s->at];
		if (c == '"') {
			s->at++;
			return 0;
		}
		if (c != '\\')
			return fail(s, "a control character in a string");
		s->at++;
		c = s->at < s->len ? s->text[s->at] : '\0';
		if (c == '\0' || !strchr("\"\\/bfnrtu", c))
			return fail(s, "an unknown escape");
		s->at++;
		if (c == 'u' && scan_unicode_escape(s) < 0)
			return -1;
	}
}

static int is_digit_at(const struct scan *s)
{
	return s->at < s->len && s->text[s->at] >= '0' && s->text[s->at] <= '9';
}

static int scan_digits(struct scan *s)
{
	if (!is_digit_at(s))
		return fail(s, "a number without the digit that is due");
	while (is_digit_at(s))
		s->at++;
	return 0;
}

static int scan_number(struct scan *s)
{
	if (s->text[s->at] == '-')
		s->at++;
	if (is_digit_at(s) && s->text[s->at] == '0') {
		s->at++;
		if (is_digit_at(s))
			return fail(s, "a number with a leading zero");
	} else if (scan_digits(s) < 0) {
		return -1;
	}
	if (s->at < s->len && s->text[s->at] == '.') {
		s->at++;
		if (scan_digits(s) < 0)
			return -1;
	}
	if (s->at < s->len && (s->text[s->at] | 0x20) == 'e') {
		s->at++;
		if (s->at < s->len && (s->text[s->at] == '+' || s->text[s->at] == '-'))
			s->at++;
		if (scan_digits(s) < 0)
			return -1;
	}
	return 0;
}

static int scan_literal(struct scan *s, const char *literal)
{
	size_t len = strlen(literal);
	if (s->len - s->at < len || memcmp(s->text + s->at, literal, len) != 0)
		return fail(s, "not a JSON value");
	s->at += len;
	return 0;
}

/* Scans a string, number or literal. */
static int scan_scalar(struct scan *s)
{
	switch (s->text[s->at]) {
	case '"':
		return scan_string(s);
	case 't':
		return scan_literal(s, "true");
	case 'f':
		return scan_literal(s, "false");
	case 'n':
		return scan_literal(s, "null");
	default:
		if (s->text[s->at] == '-' || is_digit_at(s))
			return scan_number(s);
		return fail(s, "not a JSON value");
	}
}

/* Scans `"key" :` of an object. */
static int scan_key(struct scan *s)
{
	skip_space(s);
	if (s->at >= s->len || s->text[s->at] != '"')
		return fail(s, "not a key where one is due");
	if (scan_string(s) < 0)
		return -1;
	skip_space(s);
	if (s->at >= s->len || s->text[s->at] != ':')
		return fail(s, "no colon behind a key");
	s->at++;
	return 0;
}

/*
 * Behind a value: closes whatever closes here, and steps over a comma (and the key behind it). Returns 1 if another
 * value is due, 0 if the outermost is complete, -1 on an error.
 */
static int scan_after_value(struct scan *s, const char *open, size_t *depth)
{
	while (*depth > 0) {
		skip_space(s);
		char c = s->at < s->len ? s->text[s->at] : '\0';
		int is_object = open[*depth - 1] == '{';
		if (c == ',') {
			s->at++;
			return is_object && scan_key(s) < 0 ? -1 : 1;
		}
		if (c != (is_object ? '}' : ']'))
			return fail(s, is_object ? "neither a comma nor a closing brace" : "neither a comma nor a closing bracket");
		s->at++;
		--*depth;
	}
	return 0;
}

/* Scans one value, s->at at its first byte, without recursion: `open` remembers what is open. */
static int scan_value(struct scan *s)
{
	char open[JSON_MAX_DEPTH];
	size_t depth = 0;
	for (;;) {
		skip_space(s);
		if (s->at >= s->len)
			return fail(s, "the end where a value is due");
		/* As jansson counts: what stands inside of 2048 brackets is one too deep, be it a number. */
		if (depth == JSON_MAX_DEPTH)
			return fail(s, "nested too deeply");
		char c = s->text[s->at];
		if (c == '{' || c == '[') {
			open[depth++] = c;
			s->at++;
			skip_space(s);
			if (s->at >= s->len || s->text[s->at] != (c == '{' ? '}' : ']')) {
				if (c == '{' && scan_key(s) < 0)
					return -1;
				continue;
			}
			s->at++;
			depth--;
		} else if (scan_scalar(s) < 0) {
			return -1;
		}
		int more = scan_after_value(s, open, &depth);
		if (more <= 0)
			return more;
	}
}

int json_check(struct slice text, struct slice *value, struct json_error *error)
{
	struct scan s = {.text = text.ptr, .len = text.len};
	size_t valid = utf8_valid_prefix(text.ptr, text.len);
	if (valid < text.len) {
		*error = (struct json_error){valid, "invalid UTF-8"};
		return -1;
	}
	skip_space(&s);
	size_t begin = s.at;
	int failed = scan_value(&s);
	size_t end = s.at;
	if (!failed) {
		skip_space(&s);
		if (s.at < s.len)
			failed = fail(&s, "something behind the value");
	}
	if (failed)
		*error = (struct json_error){s.at, s.error};
	else
		*value = slice_of(text.ptr + begin, end - begin);
	return failed;
}

static int next_value(struct slice container, size_t *at, int is_object, struct slice *key, struct slice *value)
{
	struct scan s = {.text = container.ptr, .at = *at ? *at : 1, .len = container.len};
	skip_space(&s);
	if (s.text[s.at] == ',') {
		s.at++;
		skip_space(&s);
	}
	if (s.text[s.at] == (is_object ? '}' : ']'))
		return 0;
	if (is_object) {
		size_t begin = s.at;
		scan_string(&s);
		*key = slice_of(s.text + begin, s.at - begin);
		skip_space(&s);
		s.at++;
		skip_space(&s);
	}
	size_t begin = s.at;
	scan_value(&s);
	*value = slice_of(s.text + begin, s.at - begin);
	*at = s.at;
	return 1;
}

int json_next_member(struct slice object, size_t *at, struct slice *key, struct slice *value)
{
	return next_value(object, at, 1, key, value);
}

int json_next_element(struct slice array, size_t *at, struct slice *value)
{
	return next_value(array, at, 0, NULL, value);
}

/* Appends the character that the escape at raw[*at] stands for; *at is behind the backslash. */
static void put_unescaped(struct slice raw, size_t *at, struct buf *out)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	char c = raw.ptr[(*at)++];
	if (c != 'u') {
		buf_put_byte(out, to[strchr(from, c) - from]);
		return;
	}
	uint32_t code_point = (uint32_t)hex4(raw.ptr, *at, raw.len);
	*at += 4;
	if (code_point >= 0xd800 && code_point <= 0xdbff) {
		uint32_t low = (uint32_t)hex4(raw.ptr, *at + 2, raw.len);
		code_point = 0x10000 + ((code_point - 0xd800) << 10) + (low - 0xdc00);
		*at += 6;
	}
	char bytes[4];
	buf_put(out, bytes, (size_t)utf8_encode(code_point, bytes));
}

int json_text(struct slice raw, struct buf *scratch, struct slice *text)
{
	size_t at = 1, last = raw.len - 1, begin = scratch->len;
	if (!memchr(raw.ptr + 1, '\\', raw.len - 2)) {
		*text = slice_of(raw.ptr + 1, raw.len - 2);
		return 0;
	}
	while (at < last) {
		const char *slash = memchr(raw.ptr + at, '\\', last - at);
		size_t end = slash ? (size_t)(slash - raw.ptr) : last;
		buf_put(scratch, raw.ptr + at, end - at);
		at = end;
		if (slash) {
			at++;
			put_unescaped(raw, &at, scratch);
		}
	}
	*text = slice_of(scratch->ptr + begin, scratch->len - begin);
	return scratch->failed ? -1 : 0;
}

/* Compares a JSON string with one reference token of a pointer, in which ~1 is / and ~0 is ~ (RFC 6901 §4). */
static int token_matches(struct slice key, const char *token, size_t len)
{
	struct buf scratch = {0};
	struct slice text;
	int same = 0;
	if (json_text(key, &scratch, &text) == 0) {
		size_t k = 0, t = 0;
		for (; t < len && k < text.len; t++, k++) {
			char c = token[t];
			if (c == '~' && t + 1 < len)
				c = token[++t] == '1' ? '/' : '~';
			if (c != text.ptr[k])
				break;
		}
		same = t == len && k == text.len;
	}
	buf_free(&scratch);
	return same;
}

/* The index that a token names: decimal without leading zeros. Returns 0, or -1. */
static int token_index(const char *token, size_t len, size_t *index)
{
	if (len == 0 || len > 9 || (token[0] == '0' && len > 1))
		return -1;
	*index = 0;
	for (size_t i = 0; i < len; i++) {
		if (token[i] < '0' || token[i] > '9')
			return -1;
		*index = *index * 10 + (size_t)(token[i] - '0');
	}
	return 0;
}

static int step_into(struct slice *value, const char *token, size_t len)
{
	size_t at = 0, index;
	struct slice key, member;
	if (value->ptr[0] == '{') {
		while (json_next_member(*value, &at, &key, &member))
			if (token_matches(key, token, len)) {
				*value = member;
				return 1;
			}
	} else if (value->ptr[0] == '[' && token_index(token, len, &index) == 0) {
		while (json_next_element(*value, &at, &member))
			if (index-- == 0) {
				*value = member;
				return 1;
			}
	}
	return 0;
}

int json_pointer(struct slice value, const char *pointer, struct slice *found)
{
	while (*pointer) {
		const char *token = ++pointer;
		size_t len = strcspn(token, "/");
		if (!step_into(&value, token, len))
			return 0;
		pointer = token + len;
	}
	*found = value;
	return 1;
}

/* The escape of one byte that may not stand in a string; returns its length. */
static size_t escape_one(unsigned char byte, char out[6])
{
	static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt", digits[] = "0123456789abcdef";
	const char *known = byte ? strchr(from, byte) : NULL;
	out[0] = '\\';
	if (known) {
		out[1] = to[known - from];
		return 2;
	}
	memcpy(out + 1, "u00", 3);
	out[4] = digits[byte >> 4];
	out[5] = digits[byte & 15];
	return 6;
}

/* The next piece of a string as it is to be written, a run without escapes or the escape of one byte; moves *at. */
static struct slice next_piece(struct slice text, size_t *at, char escape[6])
{
	size_t begin = *at, end = string_run(text.ptr, begin, text.len);
	if (end > begin) {
		*at = end;
		return slice_of(text.ptr + begin, end - begin);
	}
	*at = begin + 1;
	return slice_of(escape, escape_one((unsigned char)text.ptr[begin], escape));
}

void json_put_text(struct output *out, struct slice text)
{
	char escape[6];
	for (size_t at = 0; at < text.len;)
		output_put_slice(out, next_piece(text, &at, escape));
}

void json_put_string(struct output *out, struct slice text)
{
	output_put_byte(out, '"');
	while (text.len > 0) {
		size_t valid = utf8_valid_prefix(text.ptr, text.len);
		uint32_t code_point;
		json_put_text(out, slice_of(text.ptr, valid));
		text = slice_of(text.ptr + valid, text.len - valid);
		if (text.len > 0) {
			size_t bad = (size_t)-utf8_decode(text.ptr, text.len, &code_point);
			output_put(out, "\xef\xbf\xbd", 3);
			text = slice_of(text.ptr + bad, text.len - bad);
		}
	}
	output_put_byte(out, '"');
}

void json_put_string_buf(struct buf *out, struct slice text)
{
	char escape[6];
	buf_put_byte(out, '"');
	for (size_t at = 0; at < text.len;)
		buf_put_slice(out, next_piece(text, &at, escape));
	buf_put_byte(out, '"');
}
