/* SPDX-License-Identifier: MIT */
/* common/words: how text is cut into tokens, what keys are alike, the key words=, the lexicon of the user. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/output.h"
#include "check.h"
#include "words/flat.h"
#include "words/key.h"
#include "words/token.h"

static struct words words;
static struct user_lexicon user;

/* The tokens of a text, `|` between those that nothing parts and a space between others. */
static const char *cut(const char *text)
{
	static char out[1024];
	static struct token tokens[256];
	size_t next, n = 0, count = tokens_cut(text, strlen(text), 0, tokens, 256, &next);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			out[n++] = tokens[i].apart ? ' ' : '|';
		memcpy(out + n, text + tokens[i].begin, tokens[i].end - tokens[i].begin);
		n += tokens[i].end - tokens[i].begin;
	}
	out[n] = '\0';
	return out;
}

static const struct {
	const char *text, *tokens;
} cuts[] = {
	{"Giá 5.000 đồng/kg, lãi 12,5% (năm).", "Giá 5.000 đồng|/|kg|, lãi 12,5% (|năm|)|."},
	{"ngày 26-9-2025, lúc 18h30 và 14:05", "ngày 26-9-2025|, lúc 18h30 và 14:05"},
	{"ở TP.HCM, TP. Huế, TP.Cần Thơ", "ở TP.HCM|, TP. Huế|, TP.|Cần Thơ"},
	{"Bà N.T.T.H (Q.Tân Bình) gặp T.Ư, v.v.", "Bà N.T.T.H (|Q.|Tân Bình|) gặp T.Ư|, v.v."},
	{"Anh C. đi. Anh C.", "Anh C. đi|. Anh C|."},
	{"hết 3 tỷ đồng.Ngoài ra xong.", "hết 3 tỷ đồng|.|Ngoài ra xong|."},
	{"Hà Nội-Hải Phòng, Cam-pu-chia, COVID-19", "Hà Nội|-|Hải Phòng|, Cam-pu-chia|, COVID-19"},
	{"xem https://example.vn/a?b=1. Thư: a.b@example.vn, example.com.vn!",
	 "xem https://example.vn/a?b=1|. Thư|: a.b@example.vn|, example.com.vn|!"},
	{"#metoo @ban_doc vui quá😀👍🏽!!!", "#metoo @ban_doc vui quá|😀|👍🏽|!!!"},
	{"“Thật à?” – “Ừ...”", "“|Thật à|?|” – “|Ừ|...|”"},
	{"Nghị định 43/2014/NĐ-CP, 120km/h, 30°C, -5 độ", "Nghị định 43/2014/NĐ-CP|, 120km/h|, 30°C|, -5 độ"},
	{"\xc2\xa0 hai\xe2\x80\x8b ba \t", "hai ba"},
	{"", ""},
	{" ... ", "..."},
};

static void check_cuts(void)
{
	for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
		const char *got = cut(cuts[i].text);
		if (strcmp(got, cuts[i].tokens) != 0)
			printf("%s\n  got      %s\n  expected %s\n", cuts[i].text, got, cuts[i].tokens);
		CHECK(strcmp(got, cuts[i].tokens) == 0);
	}
}

static uint32_t key_of(const char *text)
{
	struct token token[2];
	size_t next;
	return tokens_cut(text, strlen(text), 0, token, 2, &next) == 1 ? token[0].key : 0;
}

/* What two writings of a syllable may differ in does not count; what makes another syllable does. */
static void check_keys(void)
{
	static const char *const same[][2] = {
		{"hoà", "hòa"}, {"Thuỷ", "THỦY"}, {"khoẻ", "khỏe"}, {"đường", "ĐƯỜNG"}, {"Đặng", "\xc3\x90ặng"},
		{"hòa", "ho\xcc\x80""a"}, {"ế", "e\xcc\x82\xcc\x81"}, {"ế", "e\xcc\x81\xcc\x82"}, {"ự", "u\xcc\x9b\xcc\xa3"},
		{"ậ", "a\xcc\xa3\xcc\x82"}, {"Müller", "mu\xcc\x88ller"}, {"ưỡng", "u\xcc\x9bo\xcc\x9b\xcc\x83ng"},
	};
	static const char *const other[][2] = {
		{"hoa", "hòa"}, {"đa", "da"}, {"ban", "bán"}, {"ơ", "o"}, {"tư", "tu"}, {"an", "na"},
	};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		CHECK(key_of(same[i][0]) == key_of(same[i][1]) && key_of(same[i][0]) != 0);
	for (size_t i = 0; i < sizeof other / sizeof *other; i++)
		CHECK(key_of(other[i][0]) != key_of(other[i][1]));
}

/* The words of a text in the `_` form. */
static const char *segment(const char *text)
{
	static char out[4096];
	size_t n = 0;
	CHECK(words_find(&words, &user, slice_from_string(text)) == 0);
	for (size_t i = 0; i < words.count; i++) {
		if (i > 0)
			out[n++] = ' ';
		for (size_t at = words.list[i].begin; at < words.list[i].end; at++)
			out[n++] = text[at] == ' ' ? '_' : text[at];
	}
	out[n] = '\0';
	return out;
}

static const char lexicon_text[] =
	"# riêng\n\ntrí tuệ nhân tạo\nHọc_máy\t+\r\nhọc sinh\t-\nbàn học\t-500\nnhà máy điện\t900\n";

static const char *read_lexicon(const char *text, size_t len)
{
	static struct user_file_fault fault;
	char path[] = "/tmp/phin-words-XXXXXX";
	int fd = mkstemp(path);
	CHECK(fd >= 0 && write(fd, text, len) == (ssize_t)len);
	close(fd);
	user_lexicon_free(&user);
	int failed = user_lexicon_read(&user, path, &fault);
	unlink(path);
	return failed ? fault.text : NULL;
}

static void check_lexicon(void)
{
	static const char *const wrong[] = {"một\n", "a , b\n", "a b\tx\n", "a b\t10001\n", "a b\t5 6\n", "a\xff b\n",
					    "a-,b c\n", "a b c d e f g h i j k l m n o p q\n"};
	CHECK(strcmp(segment("các em học sinh giỏi"), "các em học_sinh giỏi") == 0);
	CHECK(read_lexicon(lexicon_text, sizeof lexicon_text - 1) == NULL);
	CHECK(user.count == 5);
	CHECK(strcmp(segment("các em học sinh giỏi"), "các em học sinh giỏi") == 0);
	CHECK(strcmp(segment("môn học máy và TRÍ TUỆ nhân tạo"), "môn học_máy và TRÍ_TUỆ_nhân_tạo") == 0);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		CHECK(read_lexicon(wrong[i], strlen(wrong[i])) != NULL);
	user_lexicon_free(&user);
}

static void check_key(void)
{
	static const struct word list[] = {{2, 13, 1}, {13, 14, 1}, {15, 20, 1}, {23, 24, 1}};
	struct buf key = {0};
	struct word word;
	size_t at = 0;
	words_put_key(&key, list, 4);
	CHECK(slice_is(buf_slice(&key), "words=(2)11+1,5(3)1"));
	struct slice value = slice_of(key.ptr + 6, key.len - 6);
	for (size_t i = 0; i < 4; i++)
		CHECK(words_next(&value, &at, 24, &word) == 1 && word.begin == list[i].begin && word.end == list[i].end);
	CHECK(words_next(&value, &at, 24, &word) == 0);
	static const char *const wrong[] = {"x", "5,", ",5", "5+", "25", "5,20", "(5", "(5)", "0", "5;4", "5(30)1",
					    "99999999999999999999"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		int got = 1;
		value = slice_from_string(wrong[i]);
		for (at = 0; got > 0;)
			got = words_next(&value, &at, 24, &word);
		CHECK(got == -1);
	}
	buf_free(&key);
}

/* A run of syllables without end is cut into windows; nothing is lost between them. */
static void check_long(void)
{
	static char text[200000];
	static const char piece[] = "nhân dân thành phố ";
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = piece[i % (sizeof piece - 1)];
	size_t len = sizeof text - sizeof text % (sizeof piece - 1) - 1, at = 0, joined = 0;
	CHECK(words_find(&words, NULL, slice_of(text, len)) == 0);
	for (size_t i = 0; i < words.count; i++) {
		CHECK(words.list[i].begin == at);
		at = words.list[i].end + 1;
		joined += memchr(text + words.list[i].begin, ' ', words.list[i].end - words.list[i].begin) != NULL;
	}
	CHECK(at == len + 1);
	CHECK(joined == words.count);
}

int main(void)
{
	CHECK(words_init(&words, NULL) == NULL);
	check_cuts();
	check_keys();
	check_lexicon();
	check_key();
	check_long();
	words_free(&words);
	return check_status();
}
