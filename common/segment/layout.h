/* SPDX-License-Identifier: MIT */
#ifndef PHIN_LAYOUT_H
#define PHIN_LAYOUT_H
#include <stddef.h>
#include "base/slice.h"
enum layout_mode { LAYOUT_AUTO, LAYOUT_BLANK, LAYOUT_LINE, LAYOUT_UNWRAP };
struct layout_block { size_t begin, end; const char *role; int join; };
struct layout { struct layout_block *blocks; size_t count, cap; };
int layout_blocks(struct slice text, enum layout_mode mode, struct layout *out);
void layout_free(struct layout *layout);
#endif
