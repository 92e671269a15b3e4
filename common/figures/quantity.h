/* SPDX-License-Identifier: MIT */
/* What stands behind a number and makes it a quantity: a unit, a currency, a percent sign, a rate. */
#ifndef PHIN_FIGURES_QUANTITY_H
#define PHIN_FIGURES_QUANTITY_H

#include "figures/reading.h"

struct tail {
	enum figure_kind kind; /* KIND_NUMBER where there is none */
	const char *unit;
	const char *rule;
};

/* Whether nửa at the token is half a unit: nửa lít, nửa kg. */
int half_of_unit(const struct scan *scan, size_t at);

/* Reads a unit at the token; returns the token behind it, or at. `number` stands before. */
size_t tail_read(const struct scan *scan, size_t at, const struct number *number, struct tail *tail);

/* What stands behind a label's number and makes it a count after all: tổ 5 người, phần 20%, đường 3 km. */
int counts_behind(const struct scan *scan, size_t at);

/* A unit alone: "giai đoạn 2 đề án" has none. */
int unit_behind(const struct scan *scan, size_t at);

/* Reads the denominator of a rate: /người/tháng, mỗi ngày. Returns the token behind it, or at. */
size_t per_read(const struct scan *scan, size_t at, struct slice *per);

/* Reads what is counted and its denominator, 2.706 khách/giờ: behind the number. Returns the token behind, or at. (rate.c) */
size_t rate_read_counted(const struct scan *scan, size_t at, struct reading *reading);

/* What joins the two numbers of a range: a dash, đến, tới. Returns the token behind it, or 0. */
size_t joint_read(const struct scan *scan, size_t at);

/* Modifiers inside of a range are dropped: 4 tấn đến dưới 10 tấn. Returns the token behind one, or at. */
size_t mod_skip(const struct scan *scan, size_t at);

/*
 * The first number of a range takes the magnitude of the second: "35 đến 40 tỷ". A full number does not: "200.000 tới
 * 6,5 triệu".
 */
void number_share_scale(struct number *first, const struct number *second);

/* Whether the digits at the token are part of something that is no number: U23, 57-NQ/TW, 1.25.3, #5, 4K. */
int number_is_inside_name(const struct scan *scan, size_t at, size_t end);

/* hai ba, năm bảy: a range in two words. Returns the token behind it, or 0. */
size_t number_read_two_digits(const struct scan *scan, size_t at, struct reading *reading);

/* Whether letters or more digits stand on the end of the number that make it another thing: 4K, 57-NQ. */
int number_has_suffix(const struct scan *scan, size_t at, size_t end);

#endif
