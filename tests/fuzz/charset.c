/* SPDX-License-Identifier: MIT */
/*
 * Charsets: any bytes are detected as something and decode to valid UTF-8, under every charset, without line separators
 * that a reader of lines would not know. The first byte chooses the charset; 0 detects it.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "charset/charset.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size == 0)
		return 0;
	struct charset_guess guess = {.charset = (enum charset)(data[0] % CHARSETS)};
	struct slice bytes = slice_of((const char *)data + 1, size - 1);
	struct buf out = {0};
	size_t bad, first_bad;
	if (guess.charset == CHARSET_AUTO)
		charset_detect(bytes, &guess);
	if (guess.charset == CHARSET_AUTO || guess.charset >= CHARSETS)
		abort();
	charset_decode(&guess, bytes, &out, &bad, &first_bad);
	if (utf8_valid_prefix(out.ptr, out.len) < out.len || (bad > 0 && first_bad >= bytes.len))
		abort();
	if (out.len > 0 && !charset_is_plain_utf8(buf_slice(&out)))
		abort();
	buf_free(&out);
	return 0;
}
