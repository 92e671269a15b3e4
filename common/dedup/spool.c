/* SPDX-License-Identifier: MIT */
#include "dedup/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"

static int fail(int error)
{
	diag(DIAG_ERROR, (struct place){.input = "temporary file"}, "%s", strerror(error));
	return -1;
}

int spool_open(struct spool *spool)
{
	const char *folder = getenv("TMPDIR");
	struct buf path = {0};
	spool->fd = -1;
	buf_printf(&path, "%s/phin-XXXXXX", folder && *folder ? folder : "/tmp");
	buf_put_byte(&path, '\0');
	if (path.failed)
		return fail(ENOMEM);
	int fd = mkostemp(path.ptr, O_CLOEXEC);
	int error = errno;
	if (fd >= 0)
		unlink(path.ptr);
	buf_free(&path);
	if (fd < 0)
		return fail(error);
	if (output_open(&spool->out, fd) < 0) {
		close(fd);
		return fail(ENOMEM);
	}
	spool->fd = fd;
	return 0;
}

/* What failed once fails for good, and was said. */
int spool_flush(struct spool *spool)
{
	if (output_flush(&spool->out) == 0)
		return 0;
	if (!spool->said)
		fail(spool->out.error);
	spool->said = 1;
	return -1;
}

int spool_read(struct spool *spool, uint64_t begin, uint64_t end, struct buf *buf)
{
	size_t len = (size_t)(end - begin);
	buf_reset(buf);
	if (buf_reserve(buf, len) < 0)
		return fail(ENOMEM);
	while (buf->len < len) {
		ssize_t n = pread(spool->fd, buf->ptr + buf->len, len - buf->len, (off_t)(begin + buf->len));
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return fail(n < 0 ? errno : EIO);
		buf->len += (size_t)n;
	}
	return 0;
}

int spool_copy(struct spool *spool, uint64_t begin, uint64_t end, struct buf *piece, struct output *out)
{
	enum { PIECE = 64 << 10 };
	for (uint64_t next; begin < end; begin = next) {
		next = end - begin > PIECE ? begin + PIECE : end;
		if (spool_read(spool, begin, next, piece) < 0)
			return -1;
		output_put_slice(out, buf_slice(piece));
	}
	return 0;
}

void spool_close(struct spool *spool)
{
	if (spool->fd >= 0)
		output_close(&spool->out);
	spool->fd = -1;
}
