/* SPDX-License-Identifier: MIT */
/* Base64 (RFC 4648 §4) of bytes that come in pieces. */
#ifndef PHIN_BASE64_H
#define PHIN_BASE64_H

#include "base/output.h"

struct base64 {
	unsigned char held[3];
	int count;
};

void base64_put(struct base64 *state, struct output *out, struct slice bytes);

/* Writes what is still held, with padding. */
void base64_end(struct base64 *state, struct output *out);

#endif
