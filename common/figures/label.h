/* SPDX-License-Identifier: MIT */
/*
 * Numbers that name and count nothing, each sort in a file of its own: label.c, named.c, address.c, list_marker.c. Lists of
 * them are in label_list.c.
 */
#ifndef PHIN_FIGURES_LABEL_H
#define PHIN_FIGURES_LABEL_H

#include "figures/scan.h"

/* A list that goes on with the numbers of a label or a name: 1, 2, 3; 7 và 8. Returns the token behind it, or end. */
size_t label_skip_list(const struct scan *scan, size_t end);

/* The number of a house before its street: 43 Hai Bà Trưng, 60/4 Nguyễn Văn Đậu. Returns the token behind it, or 0. */
size_t address_read(const struct scan *scan, size_t at);

/* A number behind a name or a noun that it belongs to: Mazda 3, tầng 7. Returns the token behind it, or 0. */
size_t named_number_read(const struct scan *scan, size_t at);

/* The marker of a list: "1. Về kinh tế", "2) Các". Returns the token behind it, or 0. */
size_t list_marker_read(const struct scan *scan, size_t at);

#endif
