/* SPDX-License-Identifier: MIT */
/* common/base/option.h: GNU manners, checked values. What it says goes to stderr, a file here. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/option.h"
#include "check.h"

static int flag, other, choice;
static size_t size;
static const char *string, *maybe;
static const char *const choices[] = {"one", "two", NULL};

static const char *take(const char *argument, void *target)
{
	*(const char **)target = argument;
	return *argument == 'x' ? NULL : "must begin with x";
}

static const char *called;

static const char *const kinds[] = {"a", "b", NULL};

static const char *take_kinds(const char *argument, void *target)
{
	(void)target;
	return strcmp(argument, "a") == 0 ? NULL : "no such kind";
}

static const struct option_spec options[] = {
	{'f', "flag", NULL, "a flag", OPTION_FLAG, &flag, NULL, 0, 0, NULL},
	{'o', "flavour", NULL, "another", OPTION_FLAG, &other, NULL, 0, 0, NULL},
	{'s', "string", "TEXT", "a string", OPTION_STRING, &string, NULL, 0, 0, NULL},
	{'n', "size", "SIZE", "a size", OPTION_SIZE, &size, NULL, 10, (size_t)2 << 30, NULL},
	{0, "choice", "WHAT", "a choice", OPTION_CHOICE, &choice, choices, 0, 0, NULL},
	{'m', "maybe", "[=FILE]", "may have a value", OPTION_STRING, &maybe, NULL, 0, 0, NULL},
	{0, "call", "X", "a call", OPTION_CALL, &called, NULL, 0, 0, take},
	{0, "kinds", "LIST", "a list", OPTION_CALL, NULL, kinds, 0, 0, take_kinds},
	{0},
};
static const struct program program = {"checked", "is checked", "[FILE ...]", options, NULL};

/* Parses words separated by blanks. Returns the status; operands joined in `rest`. */
static char rest[256];
static int parse(const char *words)
{
	static char copy[256];
	char *argv[16] = {"checked"}, *at;
	int argc = 1, operands = 0;
	snprintf(copy, sizeof copy, "%s", words);
	flag = other = choice = 0;
	size = 0;
	string = maybe = called = NULL;
	for (at = strtok(copy, " "); at; at = strtok(NULL, " "))
		argv[argc++] = at;
	int status = options_parse(&program, argc, argv, &operands);
	rest[0] = '\0';
	for (int i = 1; i <= operands; i++)
		strcat(strcat(rest, argv[i]), " ");
	return status;
}

static void check_forms(void)
{
	CHECK(parse("-f a -s x b") == -1 && flag && strcmp(string, "x") == 0 && strcmp(rest, "a b ") == 0);
	CHECK(parse("-fo -sx") == -1 && flag && other && strcmp(string, "x") == 0);
	CHECK(parse("-fsx=y") == -1 && flag && strcmp(string, "x=y") == 0);
	CHECK(parse("--string=a=b --choice two") == -1 && strcmp(string, "a=b") == 0 && choice == 1);
	CHECK(parse("--str -f") == -1 && strcmp(string, "-f") == 0 && !flag);
	CHECK(parse("-- -f --string - ") == -1 && !flag && strcmp(rest, "-f --string - ") == 0);
	CHECK(parse("- -f -") == -1 && flag && strcmp(rest, "- - ") == 0);
	CHECK(parse("--maybe a") == -1 && strcmp(maybe, "") == 0 && strcmp(rest, "a ") == 0);
	CHECK(parse("--maybe=a") == -1 && strcmp(maybe, "a") == 0);
	CHECK(parse("-m a") == -1 && strcmp(maybe, "") == 0 && strcmp(rest, "a ") == 0);
	CHECK(parse("-ma") == -1 && strcmp(maybe, "a") == 0);
	CHECK(parse("--flag") == -1 && flag && parse("--flav") == -1 && other);
	CHECK(parse("--call=xyz") == -1 && strcmp(called, "xyz") == 0);
}

static void check_sizes(void)
{
	CHECK(parse("--size=10") == -1 && size == 10);
	CHECK(parse("-n64k") == -1 && size == 65536 && parse("-n 3M") == -1 && size == 3 << 20);
	CHECK(parse("--size=2G") == -1 && size == (size_t)2 << 30);
	static const char *const bad[] = {"9", "3G", "", "x", "-1", "+10", "10x", "10KK", "0x20", "1e3", "99999999999999999999", "99999999999G"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		char words[64];
		snprintf(words, sizeof words, "--size=%s", bad[i]);
		CHECK(parse(words) == EXIT_USAGE && size == 0);
	}
}

static void check_errors(void)
{
	static const char *const bad[] = {"--nothing", "-x", "--fla", "--flag=1", "--string", "-s", "-fx", "--choice=three",
					  "--choice", "--call=abc", "--=x", "--size", "---flag"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		CHECK(parse(bad[i]) == EXIT_USAGE);
}

/* Whether the words are refused with that message first. */
static int says(const char *words, const char *expected)
{
	char said[512];
	off_t from = lseek(STDERR_FILENO, 0, SEEK_END);
	if (parse(words) != EXIT_USAGE)
		return 0;
	ssize_t len = pread(STDERR_FILENO, said, sizeof said - 1, from);
	said[len > 0 ? len : 0] = '\0';
	said[strcspn(said, "\n")] = '\0';
	if (strcmp(said, expected) != 0)
		printf("%s, expected %s\n", said, expected);
	return strcmp(said, expected) == 0;
}

static void check_messages(void)
{
	CHECK(says("--choice=three", "checked: error: --choice=three: one or two is wanted"));
	CHECK(says("--size=9", "checked: error: --size=9: a number from 10 to 2G is wanted"));
	CHECK(says("-n x", "checked: error: --size=x: a number from 10 to 2G is wanted"));
	CHECK(says("--call=abc", "checked: error: --call=abc: must begin with x"));
	CHECK(says("--kinds=c", "checked: error: --kinds=c: no such kind: a or b is wanted"));
}

int main(void)
{
	FILE *said = tmpfile();
	if (!said || dup2(fileno(said), STDERR_FILENO) < 0)
		return 1;
	check_forms();
	check_sizes();
	check_errors();
	check_messages();
	return check_status();
}
