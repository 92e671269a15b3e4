/* SPDX-License-Identifier: MIT */
/*
 * For LD_PRELOAD: makes the system behave as it may and seldom does. PHIN_SHIM is a list of words, separated by blanks:
 *
 *	short=1          every read and write on descriptors 0 and 1 moves at most one byte
 *	short=random     … or a number of bytes between 1 and 700, the same numbers in every run
 *	read=N:ERRNO     the Nth read of descriptor 0 fails so; likewise write=N:ERRNO of descriptor 1
 *	eintr=K          every Kth read and write is interrupted before it does anything
 *	full=BYTES       writes to files that the program opened itself fail with ENOSPC once they come to so many bytes
 *	malloc=N         the Nth allocation fails; malloc=N+ and every one after it
 *
 * PHIN_SHIM_FIRED names a file that is made when a call was failed (read=, write=, malloc=).
 */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

static struct {
	int active, short_one, short_random, malloc_on;
	long read_at, read_errno, write_at, write_errno, eintr, malloc_at;
	long reads, writes, calls, mallocs, full, written;
	uint32_t random;
} shim = {.random = 2463534242u};

static void fired(void)
{
	const char *path = getenv("PHIN_SHIM_FIRED");
	if (path)
		syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT, 0666));
}

static void word(char *at)
{
	char *value = strchr(at, '=');
	if (!value)
		return;
	*value++ = '\0';
	char *colon = strchr(value, ':');
	if (strcmp(at, "short") == 0) {
		shim.short_one = strcmp(value, "1") == 0;
		shim.short_random = !shim.short_one;
	} else if (strcmp(at, "read") == 0) {
		shim.read_at = atol(value);
		shim.read_errno = colon ? atol(colon + 1) : EIO;
	} else if (strcmp(at, "write") == 0) {
		shim.write_at = atol(value);
		shim.write_errno = colon ? atol(colon + 1) : ENOSPC;
	} else if (strcmp(at, "eintr") == 0) {
		shim.eintr = atol(value);
	} else if (strcmp(at, "full") == 0) {
		shim.full = atol(value);
	} else if (strcmp(at, "malloc") == 0) {
		shim.malloc_at = atol(value);
		shim.malloc_on = strchr(value, '+') != NULL;
	}
}

__attribute__((constructor)) static void begin(void)
{
	static char words[256];
	const char *given = getenv("PHIN_SHIM");
	strncpy(words, given ? given : "", sizeof words - 1);
	for (char *at = strtok(words, " "); at; at = strtok(NULL, " "))
		word(at);
	shim.active = 1;
}

static size_t shorter(size_t len)
{
	if (shim.short_one && len > 1)
		return 1;
	if (!shim.short_random)
		return len;
	shim.random ^= shim.random << 13;
	shim.random ^= shim.random >> 17;
	shim.random ^= shim.random << 5;
	size_t most = 1 + shim.random % 700;
	return len < most ? len : most;
}

static int interrupted(void)
{
	if (shim.eintr == 0 || ++shim.calls % shim.eintr != 0)
		return 0;
	errno = EINTR;
	return 1;
}

ssize_t read(int fd, void *bytes, size_t len)
{
	if (fd != 0)
		return syscall(SYS_read, fd, bytes, len);
	if (interrupted())
		return -1;
	if (++shim.reads == shim.read_at) {
		fired();
		errno = (int)shim.read_errno;
		return -1;
	}
	return syscall(SYS_read, fd, bytes, shorter(len));
}

static int is_full(int fd, size_t len)
{
	if (fd <= 2 || shim.full == 0 || (shim.written += (long)len) <= shim.full)
		return 0;
	fired();
	errno = ENOSPC;
	return 1;
}

ssize_t pwrite64(int fd, const void *bytes, size_t len, off64_t at)
{
	return is_full(fd, len) ? -1 : syscall(SYS_pwrite64, fd, bytes, len, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t len, off_t at)
{
	return pwrite64(fd, bytes, len, at);
}

ssize_t write(int fd, const void *bytes, size_t len)
{
	if (fd != 1)
		return is_full(fd, len) ? -1 : syscall(SYS_write, fd, bytes, len);
	if (interrupted())
		return -1;
	if (++shim.writes == shim.write_at) {
		fired();
		errno = (int)shim.write_errno;
		return -1;
	}
	return syscall(SYS_write, fd, bytes, shorter(len));
}

static int refused(void)
{
	if (!shim.active || shim.malloc_at == 0)
		return 0;
	shim.mallocs++;
	if (shim.mallocs != shim.malloc_at && !(shim.malloc_on && shim.mallocs > shim.malloc_at))
		return 0;
	fired();
	errno = ENOMEM;
	return 1;
}

void *malloc(size_t size)
{
	return refused() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return refused() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return refused() ? NULL : __libc_realloc(old, size);
}

void *reallocarray(void *old, size_t count, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(count, size, &bytes)) {
		errno = ENOMEM;
		return NULL;
	}
	return realloc(old, bytes);
}
