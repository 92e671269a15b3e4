/* SPDX-License-Identifier: MIT */
/* common/figures/number.h: every way of writing a number, its value exact. */
#include <stdlib.h>

#include "check.h"
#include "figures/number.h"

static struct vocabulary *vocabulary;
static struct arena arena;
static struct token tokens[TOKENS_AROUND + TOKEN_MAX + TOKENS_AROUND];

/* The value of the number that fills the text; "" if it is none, or does not fill it. */
static struct slice value_of(const char *string)
{
	struct number_memo memo = {.at = SIZE_MAX};
	struct scan scan = {.vocabulary = vocabulary,
			    .text = slice_from_string(string),
			    .tokens = tokens + TOKENS_AROUND,
			    .arena = &arena,
			    .memo = &memo};
	struct number number;
	for (size_t at = 0; vocabulary_next(vocabulary, scan.text, &at, &tokens[TOKENS_AROUND + scan.count]);)
		scan.count++;
	tokens_bound(tokens, 0);
	tokens_bound(tokens + TOKENS_AROUND + scan.count, scan.text.len);
	size_t end = number_read(&scan, 0, &number);
	return end == scan.count ? number_print(&number, &arena) : slice_of("", 0);
}

static void check_value(const char *text, const char *value)
{
	struct slice got = value_of(text);
	if (!slice_is(got, value))
		printf("%s: %.*s, expected %s\n", text, (int)got.len, got.ptr, value);
	CHECK(slice_is(got, value));
	arena_reset(&arena);
}

static void check_digits(void)
{
	check_value("2.952", "2952");
	check_value("12,178", "12.178");
	check_value("1.234,56", "1234.56");
	check_value("4,110.55", "4110.55");
	check_value("101 300 000", "101300000");
	check_value("500,000", "500000");
	check_value("17,50", "17.50");
	check_value("0,5", "0.5");
	check_value("05", "5");
	check_value("-5", "-5");
	check_value("1.25.3", "");
	check_value("10.0.0.1", "");
	check_value("123456789012345678901234567890", "123456789012345678901234567890");
}

static void check_magnitudes(void)
{
	check_value("1,50 tỷ", "1500000000");
	check_value("1,2 nghìn tỷ", "1200000000000");
	check_value("2 tỷ 350 triệu", "2350000000");
	check_value("3 triệu rưỡi", "3500000");
	check_value("1tr5", "1500000");
	check_value("150k", "150000");
	check_value("1,23456789 nghìn", "1234.56789");
	check_value("99.999.999.999.999.999.999 tỷ", "99999999999999999999000000000");
}

static void check_words(void)
{
	check_value("hai nghìn không trăm linh năm", "2005");
	check_value("một tỷ rưỡi", "1500000000");
	check_value("một triệu ba", "1300000");
	check_value("nửa triệu", "500000");
	check_value("hai lăm", "25");
	check_value("hai mươi tư", "24");
	check_value("trăm lẻ năm", "105");
	check_value("trăm hai", "120");
	check_value("ba mươi mốt vạn", "310000");
	check_value("chín trăm chín mươi chín nghìn chín trăm chín mươi chín", "999999");
	check_value("hai phẩy không năm", "2.05");
	check_value("âm mười hai", "-12");
	check_value("HAI MƯƠI TRIỆU", "20000000");
	check_value("hai mươi năm", "");
}

static void check_roman(void)
{
	CHECK(number_roman(SLICE("XIV")) == 14);
	CHECK(number_roman(SLICE("MCMXCIX")) == 1999);
	CHECK(number_roman(SLICE("IIII")) == 0);
	CHECK(number_roman(SLICE("VX")) == 0);
	CHECK(number_roman(SLICE("xiv")) == 0);
}

int main(void)
{
	vocabulary = vocabulary_new();
	CHECK(vocabulary != NULL);
	if (!vocabulary)
		return check_status();
	check_digits();
	check_magnitudes();
	check_words();
	check_roman();
	vocabulary_free(vocabulary);
	arena_free(&arena);
	return check_status();
}
