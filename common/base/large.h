/* SPDX-License-Identifier: MIT */
/* Memory for buffers that may come to hold a whole document. */
#ifndef PHIN_LARGE_H
#define PHIN_LARGE_H

#include <stddef.h>

/* As realloc. Of some megabytes it is asked for in large pages. */
void *large_realloc(void *ptr, size_t size);

#endif
