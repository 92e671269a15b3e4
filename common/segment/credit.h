/* SPDX-License-Identifier: MIT */
/* Credits of pictures that a crawl glued to the next sentence: "Ảnh: Reuters Sau trận đấu này, …". */
#ifndef PHIN_CREDIT_H
#define PHIN_CREDIT_H

#include <stddef.h>

#include "base/slice.h"
#include "segment/lexicon.h"

/*
 * Where the credit that the sentence text[begin, end) begins with is over and another sentence begins: the offset behind
 * it, or 0 if the sentence begins with none or nothing follows it.
 */
size_t credit_end(const struct lexicon *lexicon, struct slice text, size_t begin, size_t end);

#endif
