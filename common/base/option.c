/* SPDX-License-Identifier: MIT */
#include "base/option.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/create.h"
#include "base/diag.h"
#include "base/output.h"

static const struct option_spec own_options[] = {
	{.letter = 'h', .name = "help", .help = "print this help and exit"},
	{.letter = 'V', .name = "version", .help = "print the version and exit"},
	{0},
};

/* Calls with every option of the program, its own first, then the shared, then --help and --version. */
static const struct option_spec *option_at(const struct program *program, size_t i)
{
	const struct option_spec *tables[] = {program->options, program->shared, own_options};
	for (size_t t = 0; t < 3; t++)
		for (const struct option_spec *o = tables[t]; o && o->name; o++)
			if (i-- == 0)
				return o;
	return NULL;
}

static int argument_is_optional(const struct option_spec *option)
{
	return option->argument && option->argument[0] == '[';
}

/* Prints one --help line: "  -o, --offsets=UNIT    text", the text starting a line of its own when the head is long. */
static void put_option_help(struct buf *out, const struct option_spec *option)
{
	size_t begin = out->len;
	if (option->letter)
		buf_printf(out, "  -%c, --%s", option->letter, option->name);
	else
		buf_printf(out, "      --%s", option->name);
	if (option->argument)
		buf_printf(out, "%s%s", argument_is_optional(option) ? "" : "=", option->argument);
	size_t width = out->len - begin;
	if (width > 30) {
		buf_put_byte(out, '\n');
		width = 0;
	}
	buf_printf(out, "%*s%s\n", (int)(32 - width), "", option->help);
}

int options_print(struct buf *text)
{
	struct output out;
	int error = ENOMEM;
	if (!text->failed && output_open(&out, STDOUT_FILENO) == 0) {
		output_put_slice(&out, buf_slice(text));
		error = output_close(&out);
	}
	if (error == ENOMEM)
		diag_error("out of memory");
	else if (error)
		diag_error("standard output: %s", strerror(error));
	buf_free(text);
	return error ? EXIT_IO : EXIT_DONE;
}

int options_next_name(const char **list, struct slice *name)
{
	if (!**list)
		return 0;
	*name = slice_of(*list, strcspn(*list, ","));
	*list += name->len + ((*list)[name->len] == ',');
	return 1;
}

static int print_help(const struct program *program)
{
	struct buf text = {0};
	buf_printf(&text, "Usage: %s [OPTION ...]%s%s\n%s: %s\n\n", program->name, *program->operands ? " " : "",
		   program->operands, program->name, program->summary);
	for (size_t i = 0; option_at(program, i); i++)
		put_option_help(&text, option_at(program, i));
	buf_printf(&text, "\nThe manual: man %s, man 5 phin-stream, man 7 phin\n", program->name);
	return options_print(&text);
}

/* One option a line for those who build completions: letter, name, argument, choices, help, separated by TAB. */
static int print_option_table(const struct program *program)
{
	struct buf text = {0};
	const struct option_spec *o;
	for (size_t i = 0; (o = option_at(program, i)); i++) {
		buf_printf(&text, "%.1s\t%s\t%s\t", o->letter ? &o->letter : "", o->name, o->argument ? o->argument : "");
		for (size_t c = 0; o->choices && o->choices[c]; c++)
			buf_printf(&text, "%s%s", c ? " " : "", o->choices[c]);
		buf_printf(&text, "\t%s\n", o->help);
	}
	return options_print(&text);
}

static int print_version(const struct program *program)
{
	struct buf text = {0};
	buf_printf(&text, "%s (phin) %s\n", program->name, PHIN_VERSION);
	return options_print(&text);
}

/* The option of that name, or of that prefix if it is the only one; *found counts the candidates. */
static const struct option_spec *find_long(const struct program *program, const char *name, size_t len, int *found)
{
	const struct option_spec *match = NULL, *option;
	*found = 0;
	for (size_t i = 0; (option = option_at(program, i)); i++) {
		if (strncmp(option->name, name, len) != 0)
			continue;
		if (option->name[len] == '\0') {
			*found = 1;
			return option;
		}
		match = option;
		++*found;
	}
	return *found == 1 ? match : NULL;
}

static const struct option_spec *find_letter(const struct program *program, char letter)
{
	const struct option_spec *option;
	for (size_t i = 0; (option = option_at(program, i)); i++)
		if (option->letter == letter)
			return option;
	return NULL;
}

/* "64", "64K", "2M", "1G". Returns 0, or -1 if it is no such number or does not fit. */
static int parse_size(const char *text, size_t *size)
{
	char *end;
	if (*text < '0' || *text > '9')
		return -1;
	errno = 0;
	unsigned long long number = strtoull(text, &end, 10);
	int shift = *end == 'K' || *end == 'k' ? 10 : *end == 'M' || *end == 'm' ? 20 : *end == 'G' || *end == 'g' ? 30 : 0;
	if (shift)
		end++;
	if (errno || *end || number > (SIZE_MAX >> shift))
		return -1;
	*size = (size_t)number << shift;
	return 0;
}

/* 1048576 as 1M, as people type it. */
static void put_size(struct buf *out, size_t size)
{
	static const char units[] = "KMG";
	int unit = -1;
	while (size > 0 && size % 1024 == 0 && unit < 2) {
		size /= 1024;
		unit++;
	}
	buf_put_size(out, size);
	if (unit >= 0)
		buf_put_byte(out, units[unit]);
}

/* "first, longest or newest is wanted", "a number from 10 to 2G is wanted"; nothing for a value of no fixed form. */
static void put_wanted(struct buf *out, const struct option_spec *o)
{
	if (o->kind == OPTION_SIZE)
		buf_put_string(out, "a number");
	if (o->kind == OPTION_SIZE && o->max > 0) {
		buf_put_string(out, " from ");
		put_size(out, o->min);
		buf_put_string(out, " to ");
		put_size(out, o->max);
	}
	for (size_t i = 0; o->choices && o->choices[i]; i++)
		buf_printf(out, "%s%s", i == 0 ? "" : o->choices[i + 1] ? ", " : " or ", o->choices[i]);
	if (out->len > 0)
		buf_put_string(out, " is wanted");
}

/* Says what is wrong with a value, if there is more to say than what is wanted. */
static void say_wrong(const struct option_spec *o, const char *value, const char *wrong)
{
	struct buf wanted = {0};
	put_wanted(&wanted, o);
	buf_put_byte(&wanted, '\0');
	diag_error("--%s=%s: %s%s%s", o->name, value, wrong, *wrong && wanted.len > 1 ? ": " : "",
		   wanted.failed ? "" : wanted.ptr);
	buf_free(&wanted);
}

static int usage_error(const struct program *program)
{
	diag(DIAG_NOTE, (struct place){0}, "try '%s --help'", program->name);
	return EXIT_USAGE;
}

/* Stores a value; returns -1, or the exit status after saying what is wrong. */
static int store(const struct program *program, const struct option_spec *o, const char *value)
{
	const char *wrong = NULL;
	switch (o->kind) {
	case OPTION_FLAG:
		*(int *)o->target = 1;
		return -1;
	case OPTION_STRING:
		*(const char **)o->target = value;
		return -1;
	case OPTION_SIZE: {
		size_t size;
		if (parse_size(value, &size) == 0 && size >= o->min && (o->max == 0 || size <= o->max)) {
			*(size_t *)o->target = size;
			return -1;
		}
		wrong = "";
		break;
	}
	case OPTION_CHOICE:
		for (int i = 0; o->choices[i]; i++)
			if (strcmp(o->choices[i], value) == 0) {
				*(int *)o->target = i;
				return -1;
			}
		wrong = "";
		break;
	case OPTION_CALL:
		wrong = o->call(value, o->target);
		if (!wrong)
			return -1;
	}
	say_wrong(o, value, wrong);
	return usage_error(program);
}

static int take(const struct program *program, const struct option_spec *option, const char *value)
{
	if (option == &own_options[0])
		return print_help(program);
	if (option == &own_options[1])
		return print_version(program);
	return store(program, option, value);
}

/* Parses argv[*i], which begins with "--"; may take argv[*i + 1] as its value. */
static int parse_long(const struct program *program, char **argv, int argc, int *i)
{
	const char *name = argv[*i] + 2, *equals = strchr(name, '=');
	size_t len = equals ? (size_t)(equals - name) : strlen(name);
	int found;
	const struct option_spec *option = find_long(program, name, len, &found);
	if (!option) {
		diag_error("%s option '--%.*s'", found > 1 ? "ambiguous" : "unknown", (int)len, name);
		return usage_error(program);
	}
	if (!option->argument) {
		if (!equals)
			return take(program, option, "");
		diag_error("option --%s takes no value", option->name);
		return usage_error(program);
	}
	if (equals)
		return take(program, option, equals + 1);
	if (argument_is_optional(option))
		return take(program, option, "");
	if (*i + 1 >= argc) {
		diag_error("option --%s needs a value", option->name);
		return usage_error(program);
	}
	return take(program, option, argv[++*i]);
}

/* Parses argv[*i], a cluster of short options such as -lj4. */
static int parse_short(const struct program *program, char **argv, int argc, int *i)
{
	for (const char *at = argv[*i] + 1; *at; at++) {
		const struct option_spec *option = find_letter(program, *at);
		int status;
		if (!option) {
			diag_error("unknown option '-%c'", *at);
			return usage_error(program);
		}
		if (!option->argument || (argument_is_optional(option) && !at[1])) {
			status = take(program, option, "");
		} else if (at[1]) {
			return take(program, option, at + 1);
		} else if (*i + 1 < argc) {
			return take(program, option, argv[++*i]);
		} else {
			diag_error("option -%c needs a value", *at);
			return usage_error(program);
		}
		if (status >= 0)
			return status;
	}
	return -1;
}

int options_parse(const struct program *program, int argc, char **argv, int *operands)
{
	int kept = 0, only_operands = 0;
	diag_set_program(argc > 0 ? argv[0] : program->name);
	for (int i = 1; i < argc; i++) {
		int status = -1;
		if (only_operands || argv[i][0] != '-' || argv[i][1] == '\0')
			argv[1 + kept++] = argv[i];
		else if (strcmp(argv[i], "--") == 0)
			only_operands = 1;
		else if (strcmp(argv[i], "--option-table") == 0)
			return print_option_table(program);
		else if (argv[i][1] == '-')
			status = parse_long(program, argv, argc, &i);
		else
			status = parse_short(program, argv, argc, &i);
		if (status >= 0)
			return status;
	}
	*operands = kept;
	create_inputs(argv + 1, (size_t)kept);
	/* Somebody typed the name alone at a terminal: a program that waits in silence is no answer. */
	if (argc == 1 && isatty(STDIN_FILENO))
		return print_help(program);
	return -1;
}
