/* SPDX-License-Identifier: MIT */
/* What a block of plain text is, where the text shows it. */
#ifndef PHIN_ROLE_H
#define PHIN_ROLE_H

#include "base/slice.h"
#include "segment/layout.h"

/* Whether a line begins a list item: "- Có sổ hồng", "• …", "1. …", "a) …", "(2) …"; not "1.200 người", "-5 độ". */
int role_is_item(struct slice line);

/* Gives every block its role: li, caption, h before what it heads, else p. */
void role_assign(struct slice text, struct layout *layout);

#endif
