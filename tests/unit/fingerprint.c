/* SPDX-License-Identifier: MIT */
/* common/dedup/fingerprint.h: what is folded away and what is not; the estimate of similarity. */
#include "check.h"
#include "dedup/fingerprint.h"

static struct word_list list;

static uint64_t hash(const char *text)
{
	size_t words;
	return fingerprint_text(slice_from_string(text), &list, &words);
}

static size_t words(const char *text)
{
	size_t count;
	fingerprint_text(slice_from_string(text), &list, &count);
	return count;
}

static void check_text(void)
{
	CHECK(hash("Hòa Bình, 1.250 tỷ") == hash("HOÀ BÌNH 1 250 TỶ"));
	CHECK(hash("Tiếng Việt") == hash("Tie\xcc\x82\xcc\x81ng Vie\xcc\xa3\xcc\x82t"));
	CHECK(hash("Tiếng Việt") == hash("Ti\xc3\xaa\xcc\x81ng Vi\xc3\xaa\xcc\xa3t"));
	CHECK(hash("Ünïted МОСКВА") == hash("ünïted москва"));
	CHECK(hash("hòa bình") != hash("hóa bình"));
	CHECK(hash("đi") != hash("di"));
	CHECK(hash("an toàn") != hash("toàn an"));
	CHECK(hash("12 3") != hash("1 23"));
	CHECK(words("") == 0 && words(" -- … ") == 0 && words("TP.HCM: 12,5%") == 4);
}

static void check_similarity(void)
{
	uint32_t a[SKETCH_MAX], b[SKETCH_MAX];
	for (uint32_t i = 0; i < SKETCH_MAX; i++) {
		a[i] = 2 * i;
		b[i] = 3 * i;
	}
	CHECK(sketch_similarity(a, SKETCH_MAX, a, SKETCH_MAX, 0) == 1000);
	CHECK(sketch_similarity(a, 0, b, 0, 0) == 0);
	CHECK(sketch_similarity(a, 10, b, 0, 0) == 0);
	/* {0 2 4 6 8 10} and {0 3 6 9}: 2 of 8. */
	CHECK(sketch_similarity(a, 6, b, 4, 0) == 250);
	CHECK(sketch_similarity(b, 4, a, 6, 0) == 250);
	/* Of the smallest 128 of both, 0 2 3 4 6 8 9 10 12 …, every fourth is shared, the first too. */
	CHECK(sketch_similarity(a, SKETCH_MAX, b, SKETCH_MAX, 0) == 250);
}

/* `count` hashes of 0, 1, 2 … in order, of every three about two, others for another seed. */
static void draw(uint32_t *sketch, size_t count, uint32_t seed)
{
	uint32_t next = 0, state = seed;
	for (size_t i = 0; i < count; i++) {
		state = state * 1664525u + 1013904223u;
		next += 1 + (state >> 30 == 0);
		sketch[i] = next;
	}
}

/* With a least similarity, and from the head of one sketch, the answer is the same, only sooner. */
static void check_least(void)
{
	enum { HEAD = 29 };
	uint32_t a[SKETCH_MAX], b[SKETCH_MAX];
	int others = 0;
	for (uint32_t seed = 1; seed < 4000; seed++) {
		size_t a_count = seed % 5 ? SKETCH_MAX : seed % SKETCH_MAX + 1, b_count = seed % 7 ? SKETCH_MAX : seed % 50 + 1;
		int least = 600 + (int)seed % 402;
		draw(a, a_count, seed % 16);
		draw(b, b_count, seed % 11);
		int exact = sketch_similarity(a, a_count, b, b_count, 0);
		int other = sketch_is_other(a, a_count, b, b_count < HEAD ? b_count : HEAD, b_count, least);
		CHECK(sketch_similarity(a, a_count, b, b_count, least) == (exact >= least ? exact : -1));
		CHECK(!other || exact < least);
		others += other;
	}
	CHECK(others > 100);
}

int main(void)
{
	check_text();
	check_similarity();
	check_least();
	word_list_free(&list);
	return check_status();
}
