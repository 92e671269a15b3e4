/* SPDX-License-Identifier: MIT */
/* common/vietnamese/letter.h: every letter comes apart and goes together; case agrees with Unicode's. */
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "check.h"
#include "vietnamese/letter.h"

static void check_round_trip(void)
{
	int count = 0;
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		struct letter letter;
		if (!letter_parts(cp, &letter))
			continue;
		count++;
		CHECK(letter_compose(letter) == cp);
		CHECK(letter_lower(cp) == (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp));
		CHECK(letter_is_upper(cp) == letter.upper);
	}
	/* 12 vowels in 6 tones, 20 consonants and đ, in both cases. */
	CHECK(count == 2 * (12 * TONES + 20 + 1));
}

static void check_lower(void)
{
	char text[] = "ĐẶNG THÙY TRÂM, ÀẰẦÈỀÌÒỒỜÙỪỲ Ở Ô-XTƠ-RÂY-LI-A, МОСКВА, İẞ";
	text_lower(text, strlen(text), text);
	CHECK(strcmp(text, "đặng thùy trâm, àằầèềìòồờùừỳ ở ô-xtơ-rây-li-a, москва, İẞ") == 0);
}

int main(void)
{
	struct letter letter;
	CHECK(letter_parts(0x1ec7, &letter) && letter.base == 'e' && letter.hat == HAT_CIRCUMFLEX);
	CHECK(letter.tone == TONE_NANG && !letter.upper);
	CHECK(letter_compose((struct letter){'a', HAT_HORN, TONE_SAC, 0}) == 0);
	CHECK(letter_compose((struct letter){'d', HAT_STROKE, TONE_NGANG, 1}) == 0x110);
	check_round_trip();
	check_lower();
	return check_status();
}
