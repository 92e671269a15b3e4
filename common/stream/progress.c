/* SPDX-License-Identifier: MIT */
#include "stream/progress.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "stream/filter.h"

/* Wipes the line: back to its beginning, then EL of ECMA-48. */
#define WIPE "\r\033[K"
enum { INTERVAL_MS = 200 };

static struct {
	const struct input *in;
	const uint64_t *documents;
	uint64_t total;                    /* bytes of all inputs; 0 if that is not known */
	unsigned long long began, shown;   /* ms */
} watch;

static unsigned long long now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (unsigned long long)now.tv_sec * 1000 + (unsigned long long)now.tv_nsec / 1000000;
}

/* Bytes of all inputs; 0 if one is no regular file. */
static uint64_t size_of(char *const *paths, size_t count)
{
	uint64_t total = 0;
	for (size_t i = 0; i < (count ? count : 1); i++) {
		struct stat status;
		int failed = count == 0 || strcmp(paths[i], "-") == 0 ? fstat(STDIN_FILENO, &status)
								      : stat(paths[i], &status);
		if (failed || !S_ISREG(status.st_mode))
			return 0;
		total += (uint64_t)status.st_size;
	}
	return total;
}

/* "12.3 MB": tenths by hand, for printf's decimal point belongs to the locale. */
static int put_bytes(char *out, size_t room, unsigned long long bytes)
{
	static const char *const units[] = {"kB", "MB", "GB", "TB"};
	size_t unit = 0;
	unsigned long long tenths = bytes / 100;
	while (tenths >= 10000 && unit + 1 < sizeof units / sizeof *units) {
		tenths /= 1000;
		unit++;
	}
	return snprintf(out, room, "%llu.%llu %s", tenths / 10, tenths % 10, units[unit]);
}

static void show(const char *end)
{
	char line[256], done[32], rate[32];
	unsigned long long ms = now_ms() - watch.began, bytes = watch.in->total;
	put_bytes(done, sizeof done, bytes);
	put_bytes(rate, sizeof rate, ms ? bytes * 1000 / ms : 0);
	int len = snprintf(line, sizeof line, WIPE "%s: %s", diag_program(), done);
	if (watch.total) {
		put_bytes(done, sizeof done, watch.total);
		len += snprintf(line + len, sizeof line - (size_t)len, " of %s (%llu%%)", done,
				bytes * 100 / watch.total);
	}
	len += snprintf(line + len, sizeof line - (size_t)len, ", %llu document%s, %s/s",
			(unsigned long long)*watch.documents, plural(*watch.documents), rate);
	if (watch.total > bytes && bytes > 0 && !*end) {
		unsigned long long left = (watch.total - bytes) * ms / bytes / 1000;
		len += snprintf(line + len, sizeof line - (size_t)len, ", %llu:%02llu left", left / 60, left % 60);
	}
	len += snprintf(line + len, sizeof line - (size_t)len, "%s", end);
	while (write(STDERR_FILENO, line, (size_t)len) < 0 && errno == EINTR)
		;
}

static void arrived(const struct input *in)
{
	(void)in;
	unsigned long long now = now_ms();
	if (now - watch.shown < INTERVAL_MS)
		return;
	watch.shown = now;
	show("");
}

void progress_watch(struct input *in, const uint64_t *documents, char *const *paths, size_t count)
{
	if (!filter_options.progress || !isatty(STDERR_FILENO))
		return;
	watch.in = in;
	watch.documents = documents;
	watch.total = size_of(paths, count);
	watch.began = watch.shown = now_ms();
	in->arrived = arrived;
	diag_wipe = WIPE;
}

void progress_end(void)
{
	if (!watch.in)
		return;
	show("\n");
	watch.in = NULL;
	diag_wipe = NULL;
}
