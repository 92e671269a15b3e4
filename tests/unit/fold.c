/* SPDX-License-Identifier: MIT */
/* common/vietnamese/fold.h: with marks and without come to the same. */
#include "check.h"
#include "vietnamese/fold.h"

static int folds(const char *text, const char *expected)
{
	struct buf out = {0};
	text_fold(slice_from_string(text), &out);
	int same = slice_is(buf_slice(&out), expected);
	if (!same)
		printf("%s: %.*s\n", text, (int)out.len, out.ptr);
	buf_free(&out);
	return same;
}

int main(void)
{
	CHECK(folds("Đà Nẵng", "da nang"));
	CHECK(folds("ĐƯỜNG NGUYỄN HUỆ, quận 1", "duong nguyen hue, quan 1"));
	CHECK(folds("Tie\xcc\x82\xcc\x81ng Vie\xcc\xa3\xcc\x82t", "tieng viet"));
	CHECK(folds("Mbappé, Özil, Curaçao, Straße", "mbappe, ozil, curacao, strasse"));
	CHECK(folds("Москва, 東京, 5 m²", "москва, 東京, 5 m²"));
	CHECK(folds("", ""));
	return check_status();
}
