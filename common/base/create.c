/* SPDX-License-Identifier: MIT */
#include "base/create.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"

/* More than any program has options that name a file to write. */
enum { CREATED_MAX = 8 };

static char *const *inputs;
static size_t input_count;
static struct stat created[CREATED_MAX];
static size_t created_count;

void create_inputs(char *const *paths, size_t count)
{
	inputs = paths;
	input_count = count;
}

static int is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Whether the program reads the file, or writes it already. A device may be named as often as one likes. */
static int is_in_use(const struct stat *file)
{
	struct stat other;
	if (!S_ISREG(file->st_mode))
		return 0;
	for (size_t i = 0; i < created_count; i++)
		if (is_same(file, &created[i]))
			return 1;
	for (int fd = STDIN_FILENO; fd <= STDOUT_FILENO; fd++)
		if (fstat(fd, &other) == 0 && is_same(file, &other))
			return 1;
	for (size_t i = 0; i < input_count; i++)
		if (stat(inputs[i], &other) == 0 && is_same(file, &other))
			return 1;
	return 0;
}

static int refuse(const char *path, const char *why)
{
	diag(DIAG_ERROR, (struct place){.input = path}, "%s", why);
	return -1;
}

int create_check(const char *path)
{
	struct stat file;
	if (stat(path, &file) == 0 && is_in_use(&file))
		return refuse(path, "a file that is read or written already cannot be written here");
	return 0;
}

void create_claim(const char *path)
{
	if (created_count < CREATED_MAX && stat(path, &created[created_count]) == 0)
		created_count++;
}

int create_file(struct output *out, const char *path)
{
	/* Looked at before it is opened: standard output may be closed by now, and its number free for the file. */
	if (create_check(path) < 0)
		return -1;
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return refuse(path, strerror(errno));
	if (created_count < CREATED_MAX && fstat(fd, &created[created_count]) == 0)
		created_count++;
	if (output_open(out, fd) == 0)
		return 0;
	close(fd);
	out->fd = -1;
	return refuse(path, "out of memory");
}
