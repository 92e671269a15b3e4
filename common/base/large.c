/* SPDX-License-Identifier: MIT */
#include "base/large.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Below, a page that is filled in part would be more than the faults that it saves. */
enum { LARGE = 4 << 20 };

void *large_realloc(void *ptr, size_t size)
{
	void *memory = realloc(ptr, size);
#ifdef MADV_HUGEPAGE
	/*
	 * Each page of 4 KB that is touched for the first time costs a fault: for 28 MB that are 7,000, and a tenth of what it
	 * takes to find the figures in them. Linux gives pages of 2 MB to who asks for them (Documentation/admin-guide/mm/
	 * transhuge.rst); where it does not, nothing is lost.
	 */
	if (memory && size >= LARGE) {
		/* Whole pages, the first and the last too: a mapping that is cut in two could not be moved when it grows. */
		uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), begin = (uintptr_t)memory / page * page;
		uintptr_t end = ((uintptr_t)memory + size + page - 1) / page * page;
		(void)madvise((void *)begin, end - begin, MADV_HUGEPAGE);
	}
#endif
	return memory;
}
