/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"

const char *diag_wipe;

static const char *program = "phin";

void diag_set_program(const char *argv0)
{
	const char *slash = argv0 ? strrchr(argv0, '/') : NULL;
	if (argv0 && *argv0)
		program = slash ? slash + 1 : argv0;
}

const char *diag_program(void)
{
	return program;
}

int diag_id_len(struct slice id)
{
	enum { MOST = 64 };
	size_t len = id.len < MOST ? id.len : MOST;
	while (len > 0 && len < id.len && ((unsigned char)id.ptr[len] & 0xc0) == 0x80)
		len--;
	return (int)len;
}

/* Whether a terminal may be given the code point: no C0, DEL, C1. */
static int is_printable(uint32_t code_point)
{
	return code_point >= 0x20 && (code_point < 0x7f || code_point >= 0xa0);
}

/*
 * Copies text; control characters and bytes that are not UTF-8 become \xHH. Returns the length. A message has no use
 * for more than fits.
 */
static size_t escape(const char *text, char *out, size_t room)
{
	size_t len = 0, left = strlen(text);
	while (left > 0 && len + 4 * 4 < room) {
		uint32_t code_point;
		int n = utf8_decode(text, left, &code_point), is_good = n > 0 && is_printable(code_point);
		size_t bytes = (size_t)(n > 0 ? n : -n);
		for (size_t i = 0; i < bytes; i++)
			len += (size_t)sprintf(out + len, is_good ? "%c" : "\\x%02x", (unsigned char)text[i]);
		text += bytes;
		left -= bytes;
	}
	return len;
}

static void say(enum diag_level level, struct place place, const char *format, va_list args)
{
	static const char *const levels[] = {"error", "warning", "note"};
	char message[1024], line[4096];
	size_t len = 0;
	vsnprintf(message, sizeof message, format, args);
	if (diag_wipe)
		len += (size_t)snprintf(line, 16, "%s", diag_wipe);
	len += escape(program, line + len, 256);
	line[len++] = ':';
	if (place.input) {
		line[len++] = ' ';
		len += escape(place.input, line + len, 1024);
		line[len++] = ':';
	}
	if (place.line > 0)
		len += (size_t)snprintf(line + len, 32, "%zu:", place.line);
	if (place.line > 0 && place.column > 0)
		len += (size_t)snprintf(line + len, 32, "%zu:", place.column);
	len += (size_t)snprintf(line + len, 32, " %s: ", levels[level]);
	len += escape(message, line + len, sizeof line - len - 1);
	line[len++] = '\n';
	/* Nobody is left to tell when stderr itself cannot be written. */
	while (write(STDERR_FILENO, line, len) < 0 && errno == EINTR)
		;
}

void diag(enum diag_level level, struct place place, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(level, place, format, args);
	va_end(args);
}

void diag_composed(enum diag_level level, struct slice place, struct slice message)
{
	char input[512];
	snprintf(input, sizeof input, "%.*s", (int)place.len, place.ptr);
	diag(level, (struct place){.input = input}, "%.*s", (int)message.len, message.ptr);
}

void diag_error(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(DIAG_ERROR, (struct place){0}, format, args);
	va_end(args);
}
