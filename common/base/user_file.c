/* SPDX-License-Identifier: MIT */
#include "base/user_file.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/input.h"
#include "base/utf8.h"

enum { MAX_MIB = 64 };

static int fail(struct user_file_fault *fault, const char *text)
{
	user_file_refuse(fault, 0, 0, "%s", text);
	fault->status = EXIT_IO;
	return -1;
}

int user_file_refuse(struct user_file_fault *fault, size_t line, size_t column, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(fault->text, sizeof fault->text, format, arguments);
	va_end(arguments);
	fault->place.line = line;
	fault->place.column = column;
	fault->status = EXIT_USAGE;
	return -1;
}

int user_file_no_memory(struct user_file_fault *fault)
{
	return fail(fault, "out of memory");
}

int user_file_report(const struct user_file_fault *fault)
{
	diag(DIAG_ERROR, fault->place, "%s", fault->text);
	return fault->status;
}

int user_file_parse(struct slice text, user_file_line *take_line, void *context, struct user_file_fault *fault)
{
	const struct slice byte_order_mark = SLICE("\xef\xbb\xbf");
	size_t at = slice_has_prefix(text, byte_order_mark) ? byte_order_mark.len : 0;
	for (size_t number = 1; at < text.len; number++) {
		const char *newline = memchr(text.ptr + at, '\n', text.len - at);
		struct slice line = slice_of(text.ptr + at, (newline ? (size_t)(newline - text.ptr) : text.len) - at);
		size_t valid = utf8_valid_prefix(line.ptr, line.len);
		at += line.len + 1;
		if (valid < line.len)
			return user_file_refuse(fault, number, valid + 1, "invalid UTF-8");
		if (line.len > 0 && line.ptr[line.len - 1] == '\r')
			line.len--;
		const char *nul = line.len > 0 ? memchr(line.ptr, '\0', line.len) : NULL;
		if (nul)
			return user_file_refuse(fault, number, (size_t)(nul - line.ptr) + 1, "a NUL byte");
		if (take_line(context, line, number, fault) < 0)
			return -1;
	}
	return 0;
}

int user_file_read(const char *path, user_file_line *take_line, void *context, struct user_file_fault *fault)
{
	struct input in = {0};
	enum input_status status = INPUT_MORE;
	int failed;
	*fault = (struct user_file_fault){.place = {.input = path}};
	if (input_open(&in, path) < 0)
		return fail(fault, strerror(errno));
	while (status == INPUT_MORE)
		status = input_fill(&in, (size_t)MAX_MIB << 20);
	if (status == INPUT_END)
		failed = user_file_parse(slice_of(in.ptr + in.begin, in.end - in.begin), take_line, context, fault);
	else if (status == INPUT_FULL)
		failed = user_file_refuse(fault, 0, 0, "larger than %d MiB", MAX_MIB);
	else
		failed = fail(fault, strerror(in.error));
	input_close(&in);
	input_free(&in);
	return failed;
}
