/* SPDX-License-Identifier: MIT */
/* Content hashes: XXH3, 128 bits, of the xxHash library; written as 32 hex digits in canonical order. */
#ifndef PHIN_HASH_H
#define PHIN_HASH_H

#include "base/slice.h"

#define HASH_HEX_LEN 32

/* Writes the hash of the bytes to hex, without a terminating NUL. */
void hash_hex(struct slice bytes, char hex[HASH_HEX_LEN]);

#endif
