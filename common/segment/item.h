/* SPDX-License-Identifier: MIT */
/* The numbers of items: "1.", "b)", "Điều 5.". */
#ifndef PHIN_ITEM_H
#define PHIN_ITEM_H

#include <stddef.h>

#include "base/slice.h"
#include "segment/stop.h"

/*
 * Whether the token before the stop numbers an item: "1", "IV", "a", "Điều 5", at the beginning or behind a colon, or in a
 * list whose lines a crawl joined.
 */
int token_is_item_number(const struct stop *stop, struct slice token);

/*
 * Whether the number of an item stands at text[at], right behind the stop: "… giải quyết vấn đề.2. Bạn biết cách"; not
 * "Công an Q.7. Vụ việc", "Android 6.0.1. Máy". Behind a short foreign word it may be a part of a name: "Win.11. Bản".
 */
int stop_ends_before_item(const struct stop *stop, size_t at);

#endif
