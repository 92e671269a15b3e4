/* SPDX-License-Identifier: MIT */
/* common/vietnamese/language.h: Vietnamese in all its forms, English, others. */
#include "check.h"
#include "vietnamese/language.h"

static enum language language(const char *text)
{
	struct language_counts counts = {0};
	language_count(slice_from_string(text), &counts);
	return language_of(&counts);
}

int main(void)
{
	CHECK(language("Giá vàng miếng chiều nay tăng 500.000 đồng mỗi lượng") == LANGUAGE_VI);
	CHECK(language("Gia vang mieng chieu nay tang 500.000 dong moi luong") == LANGUAGE_VI);
	CHECK(language("Gia\xcc\x81 va\xcc\x80ng ta\xcc\x86ng ma\xcc\xa3nh") == LANGUAGE_VI);
	CHECK(language("GIÁ VÀNG TĂNG MẠNH") == LANGUAGE_VI);
	CHECK(language("The price of gold was up 2% this morning, and it is not the last rise") == LANGUAGE_EN);
	CHECK(language("El precio del oro subió un 2% esta mañana en la ciudad") == LANGUAGE_OTHER);
	CHECK(language("Le prix de l'or a monté à Genève où l'été a été très chaud") == LANGUAGE_OTHER);
	CHECK(language("Цена золота выросла") == LANGUAGE_OTHER);
	CHECK(language("") == LANGUAGE_OTHER);
	CHECK(language("500.000 - 1.000.000") == LANGUAGE_OTHER);
	return check_status();
}
