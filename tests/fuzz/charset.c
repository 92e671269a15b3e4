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

/* What was decoded is settled as it is; what comes as UTF-8 is so where it stands, too. */
static void check_settled(const struct charset_guess *guess, struct slice bytes, const struct buf *decoded)
{
	struct buf copy = {0};
	size_t len = decoded->len;
	buf_put_slice(&copy, buf_slice(decoded));
	if (len > 0 && (!charset_settle_utf8(copy.ptr, &len) || !slice_equal(slice_of(copy.ptr, len), buf_slice(decoded))))
		abort();
	buf_reset(&copy);
	buf_put_slice(&copy, bytes);
	len = copy.len;
	if (guess->charset == CHARSET_UTF8 && !guess->stored && len > 0 && charset_settle_utf8(copy.ptr, &len) &&
	    !slice_equal(slice_of(copy.ptr, len), buf_slice(decoded)))
		abort();
	buf_free(&copy);
}

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
	check_settled(&guess, bytes, &out);
	buf_free(&out);
	return 0;
}
