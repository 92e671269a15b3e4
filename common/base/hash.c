/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include <xxhash.h>

void hash_hex(struct slice bytes, char hex[HASH_HEX_LEN])
{
	static const char digits[] = "0123456789abcdef";
	XXH128_canonical_t canonical;
	XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.ptr, bytes.len));
	for (size_t i = 0; i < sizeof canonical.digest; i++) {
		hex[2 * i] = digits[canonical.digest[i] >> 4];
		hex[2 * i + 1] = digits[canonical.digest[i] & 15];
	}
}
