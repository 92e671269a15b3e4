/* SPDX-License-Identifier: MIT */
/* Text in small letters throughout, and text in capitals: where case does not tell what begins a sentence. */
#ifndef PHIN_ONECASE_H
#define PHIN_ONECASE_H

#include <stddef.h>

#include "base/slice.h"
#include "segment/stop.h"

/* struct stop's small before anybody has asked. */
enum { LETTERS_UNSEEN = -1 };

/* Whether the whole text has no capital. */
int stop_in_small(const struct stop *stop);

/* "h", "đ.t.s", "chị th": whether the token stands for a name in text that has no capital. */
int token_is_small_initials(const struct stop *stop, struct slice token);

/* "ĐÃ"; a letter alone may be an initial. */
int word_in_capitals(struct slice word);

/* Whether the words around the stop are in capitals, `before` and the one at text[at]: "BÀ X. ĐƯỢC", "HỌC, THI… CŨNG".
 */
int stop_in_capitals(const struct stop *stop, struct slice before, size_t at);

/* Whether the word at text[at] begins a sentence behind initials: "chị h. theo" does, "chị h. trèo", "chị h. đã" do
 * not. */
int begins_behind_initials(const struct stop *stop, size_t at);

/* Whether it does behind an ellipsis: "… phố xá… mọi người" does, "… phố xá… đều" does not. */
int begins_behind_ellipsis(const struct stop *stop, size_t at);

/* A full stop, white space and a small letter in text that has no capitals. */
int small_dot_ends(const struct stop *stop, struct slice token, unsigned classes, size_t at);

/*
 * Words of one case with nothing but a full stop between them: they and the words around them are Vietnamese, or the
 *second is longer than the last part of an Internet name. HỌC PHÍ SẼ TĂNG.PHỤ HUYNH LO LẮNG    … ở trung quốc.xiaomi dự
 *tính
 */
int words_part_in_one_case(const struct stop *stop, struct slice part, struct slice word);

#endif
