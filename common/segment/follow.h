/* SPDX-License-Identifier: MIT */
#ifndef PHIN_FOLLOW_H
#define PHIN_FOLLOW_H

#include <stddef.h>

#include "segment/stop.h"

/* What stands behind a stop. */
enum follow_kind {
	FOLLOW_LOWER,
	FOLLOW_UPPER,
	FOLLOW_DIGIT,
	FOLLOW_PUNCTUATION,
	FOLLOW_QUOTE,    /* a quotation opens */
	FOLLOW_BRACKET,  /* a bracket opens */
	FOLLOW_OTHER,    /* a bullet, another script */
};

struct follow {
	enum follow_kind kind;
	int dash;                /* a dash stands before it */
	enum follow_kind inside; /* what is in the quotation or bracket, or behind the bullet */
	size_t at;               /* where the word begins that decides */
};

struct follow stop_follow(const struct stop *stop);

#endif
