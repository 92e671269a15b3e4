/* SPDX-License-Identifier: MIT */
/*
 * common/vietnamese/syllable.h: the grammar, generated: every onset with every rime, tone, case pattern and style. The
 * mark stands where the rules say, written down here a second time, as a list by rime, and from any other vowel of the
 * syllable it finds back.
 */
#include <string.h>

#include "base/utf8.h"
#include "check.h"
#include "vietnamese/syllable.h"

static const char *const onsets[] = {
	"", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",
	"s", "t", "th", "tr", "v", "x",
};
static const char *const codas[] = {"c", "ch", "m", "n", "ng", "nh", "p", "t"};

/* The open rimes and the vowels before a coda; the vowel in capitals bears the mark in the old style. */
static const char *const open_rimes[] = {
	"A", "Ai", "Ao", "Au", "Ay", "Âu", "Ây", "E", "Eo", "Ê", "Êu", "I", "Ia", "iÊu", "Iu", "Oa", "oAi", "oAo", "oAy", "Oe",
	"oEo", "Oi", "O", "Ô", "Ôi", "Ơ", "Ơi", "U", "Ua", "Ui", "uÊ", "Uy", "uYa", "uYu", "uÔi", "uƠ", "uÂy", "Ư", "Ưa", "Ưi",
	"ưƠi", "ưƠu", "Ưu", "Y", "yÊu",
};
static const char *const closed_rimes[] = {
	"A", "Ă", "Â", "E", "Ê", "I", "iÊ", "O", "oA", "oĂ", "oE", "oO", "Ô", "ôÔ", "Ơ", "U", "uÂ", "uÊ", "uY", "uyÊ", "uÔ",
	"Ư", "ưƠ", "Y", "yÊ",
};

static size_t checked;

static size_t spell(struct letter *letters, size_t n, const char *text, size_t *marked)
{
	for (size_t at = 0; text[at];) {
		uint32_t code_point;
		at += (size_t)utf8_next(text + at, &code_point);
		letter_parts(code_point, &letters[n]);
		if (letters[n].upper)
			*marked = n;
		n++;
	}
	return n;
}

static int is_vowel(struct letter letter)
{
	return strchr("aeiouy", letter.base) != NULL;
}

/* The tone on every vowel of the syllable in turn, and on two at once: always the same place is asked for. */
static void check_places(struct letter *letters, size_t count, size_t place, size_t first, enum tone_style style)
{
	struct syllable syllable;
	for (size_t at = first; at < count; at++) {
		if (!is_vowel(letters[at]))
			continue;
		for (int tone = TONE_HUYEN; tone < TONES; tone++) {
			letters[at].tone = (unsigned char)tone;
			CHECK(syllable_parse(letters, count, &syllable));
			CHECK(syllable.tone == tone && syllable.tone_at == at && syllable.marks == 1);
			CHECK(syllable_tone_place(letters, &syllable, style) == place);
			letters[at].tone = TONE_NGANG;
			checked++;
		}
	}
}

static void check_syllable(const char *onset, const char *rime, const char *coda)
{
	struct letter letters[12];
	size_t place = 0, ignored = 0, count = spell(letters, 0, onset, &ignored), first = count;
	int is_qu = strcmp(onset, "qu") == 0;
	count = spell(letters, count, rime, &place);
	count = spell(letters, count, coda, &ignored);
	if (count > SYLLABLE_MAX)
		return;
	const char *open_glides[] = {"Oa", "Oe", "Uy"};
	size_t new_place = place;
	for (size_t i = 0; i < 3 && !*coda; i++)
		new_place += strcmp(rime, open_glides[i]) == 0;
	/* Every pattern of capitals: case has no say. */
	for (unsigned pattern = 0; pattern < 1u << count; pattern++) {
		for (size_t i = 0; i < count; i++)
			letters[i].upper = pattern >> i & 1;
		check_places(letters, count, place, is_qu ? 1 : first, TONE_STYLE_OLD);
		check_places(letters, count, new_place, is_qu ? 1 : first, TONE_STYLE_NEW);
	}
}

/* After qu the glide is gone: no rime begins with o, u or ư. After gi: not with i or y, but for iê (giêng). */
static int goes_with(const char *onset, const char *rime, int closed)
{
	const char *u_rimes[] = {"O", "o", "U", "u", "Ư", "ư", "Ô", "ô"};
	if (strcmp(onset, "qu") == 0)
		for (size_t i = 0; i < sizeof u_rimes / sizeof *u_rimes; i++)
			if (strncmp(rime, u_rimes[i], strlen(u_rimes[i])) == 0 && strcmp(rime, "Ô") != 0)
				return 0;
	if (strcmp(onset, "gi") == 0 && strchr("IiYy", rime[0]))
		return 0;
	/* g + i + a vowel is gi + the vowel; but giêng. */
	if (strcmp(onset, "g") == 0 && strchr("Ii", rime[0]) && rime[1])
		return closed && strcmp(rime, "iÊ") == 0;
	return 1;
}

static void check_grammar(void)
{
	for (size_t o = 0; o < sizeof onsets / sizeof *onsets; o++) {
		for (size_t r = 0; r < sizeof open_rimes / sizeof *open_rimes; r++)
			if (goes_with(onsets[o], open_rimes[r], 0))
				check_syllable(onsets[o], open_rimes[r], "");
		for (size_t r = 0; r < sizeof closed_rimes / sizeof *closed_rimes; r++)
			for (size_t c = 0; c < sizeof codas / sizeof *codas; c++)
				if (goes_with(onsets[o], closed_rimes[r], 1))
					check_syllable(onsets[o], closed_rimes[r], codas[c]);
	}
	CHECK(checked > 1000000);
}

static int valid(const char *word)
{
	return syllable_is_valid(slice_from_string(word), 0);
}

static int strict(const char *word)
{
	return syllable_is_valid(slice_from_string(word), 1);
}

static void check_words(void)
{
	static const char *const good[] = {
		"nghiêng", "Đặng", "THỦY", "thuỷ", "gì", "gìn", "giếng", "giết", "giặt", "quý", "quốc", "quyết", "khuỷu", "ngoằn",
		"ngoèo", "xoong", "yêu", "ướt", "ý", "ở", "ỉa", "giữa", "giuộc", "quơ", "khuya", "rượu", "huýt", "a",
	};
	static const char *const bad[] = {
		"Đắkk", "Krông", "José", "café", "Mátxcơva", "Zoé", "Phở2", "tiêếng", "tíềng", "fò", "zà", "", "ng", "nghiêngg", "ê-đê",
		"Москва", "ảb", "qá", "ăi", "oong2", "iê", "đhà",
	};
	static const char *const lenient[] = {"tíếng", "kà", "cì", "ngề", "ghà", "hàc", "iên", "tyến", "pặch", "nga\xcc\x80"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		CHECK(valid(good[i]) && strict(good[i]));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		CHECK(!valid(bad[i]));
	for (size_t i = 0; i < sizeof lenient / sizeof *lenient; i++)
		CHECK(!strict(lenient[i]));
	CHECK(valid("kà") && valid("hàc") && valid("tyến"));
}

static void check_runs(void)
{
	struct letter letters[SYLLABLE_MAX];
	size_t count;
	CHECK(syllable_letters(SLICE("hòa bình"), letters, &count) == 4 && count == 3);
	CHECK(syllable_letters(SLICE("2 hòa"), letters, &count) == 0 && count == 0);
	CHECK(syllable_letters(SLICE("Ôxtrâylia"), letters, &count) == 11 && count == SYLLABLE_MAX + 1);
	CHECK(syllable_letters(SLICE("señor"), letters, &count) == 6 && count == SYLLABLE_MAX + 1);
}

int main(void)
{
	check_words();
	check_runs();
	check_grammar();
	return check_status();
}
