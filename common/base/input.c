/* SPDX-License-Identifier: MIT */
#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/large.h"

#define INPUT_CAPACITY ((size_t)128 << 10)

int input_open(struct input *in, const char *path)
{
	struct stat status;
	int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	/* A directory opens and cannot be read: told now, it costs no more than a missing file, and the others are read. */
	if (fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) {
		if (fd != STDIN_FILENO)
			close(fd);
		errno = EISDIR;
		return -1;
	}
	in->fd = fd;
	in->name = path;
	in->begin = in->end = 0;
	in->at_end = in->error = 0;
	return 0;
}

static int make_room(struct input *in, size_t max)
{
	if (in->begin > 0) {
		memmove(in->ptr, in->ptr + in->begin, in->end - in->begin);
		in->end -= in->begin;
		in->begin = 0;
	}
	/* Half the buffer free is room enough; below that, reads become small and moves frequent. */
	if (in->cap - in->end >= INPUT_CAPACITY / 2)
		return INPUT_MORE;
	if (in->end >= max)
		return INPUT_FULL;
	size_t cap = in->cap ? in->cap * 2 : INPUT_CAPACITY;
	char *ptr = large_realloc(in->ptr, cap);
	if (!ptr) {
		in->error = ENOMEM;
		return INPUT_FAILED;
	}
	in->ptr = ptr;
	in->cap = cap;
	return INPUT_MORE;
}

enum input_status input_fill(struct input *in, size_t max)
{
	if (in->error)
		return INPUT_FAILED;
	if (in->at_end)
		return INPUT_END;
	int room = make_room(in, max);
	if (room != INPUT_MORE)
		return room;
	if (in->idle && poll(&(struct pollfd){.fd = in->fd, .events = POLLIN}, 1, 0) == 0)
		in->idle(in->idle_argument);
	for (;;) {
		ssize_t n = read(in->fd, in->ptr + in->end, in->cap - in->end);
		if (n > 0) {
			in->end += (size_t)n;
			in->total += (size_t)n;
			if (in->arrived)
				in->arrived(in);
			return INPUT_MORE;
		}
		if (n == 0) {
			in->at_end = 1;
			return INPUT_END;
		}
		if (errno == EAGAIN || errno == EWOULDBLOCK) {
			poll(&(struct pollfd){.fd = in->fd, .events = POLLIN}, 1, -1);
		} else if (errno != EINTR) {
			in->error = errno;
			return INPUT_FAILED;
		}
	}
}

void input_close(struct input *in)
{
	if (in->fd > STDIN_FILENO)
		close(in->fd);
	in->fd = -1;
}

void input_free(struct input *in)
{
	input_close(in);
	free(in->ptr);
	*in = (struct input){.fd = -1};
}
