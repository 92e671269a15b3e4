/* SPDX-License-Identifier: MIT */
/* common/base/option.h: GNU manners, checked values. What it says goes to stderr, which is closed here. */
#include <fcntl.h>
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

static const struct option_spec options[] = {
	{'f', "flag", NULL, "a flag", OPTION_FLAG, &flag, NULL, 0, 0, NULL},
	{'o', "flavour", NULL, "another", OPTION_FLAG, &other, NULL, 0, 0, NULL},
	{'s', "string", "TEXT", "a string", OPTION_STRING, &string, NULL, 0, 0, NULL},
	{'n', "size", "SIZE", "a size", OPTION_SIZE, &size, NULL, 10, (size_t)2 << 30, NULL},
	{0, "choice", "WHAT", "a choice", OPTION_CHOICE, &choice, choices, 0, 0, NULL},
	{'m', "maybe", "[=FILE]", "may have a value", OPTION_STRING, &maybe, NULL, 0, 0, NULL},
	{0, "call", "X", "a call", OPTION_CALL, &called, NULL, 0, 0, take},
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

int main(void)
{
	int null = open("/dev/null", O_WRONLY);
	dup2(null, STDERR_FILENO);
	check_forms();
	check_sizes();
	check_errors();
	return check_status();
}
