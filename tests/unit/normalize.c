/* SPDX-License-Identifier: MIT */
/*
 * normalize_text: form C agrees with utf8proc's on every code point and on random sequences, but where Vietnamese wants
 * more; every legal syllable's tone mark comes home from every other vowel, through the fast path and the passes; time is
 * linear where input could make it otherwise.
 */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "check.h"
#include "normalize/normalize.h"
#include "vietnamese/syllable.h"

static struct normalizer old_style = {.policy = {.tone = TONE_OLD, .lines = 1}};
static struct normalizer new_style = {.policy = {.tone = TONE_NEW, .lines = 1}};
static struct normalizer keeping = {.policy = {.tone = TONE_KEEP, .lines = 1}};

static struct slice normalized(struct normalizer *normalizer, struct slice text)
{
	CHECK(normalize_text(normalizer, text) == 0);
	return normalizer->text;
}

/* Characters that other rules than form C take care of. */
static int is_others_business(uint32_t cp)
{
	unsigned needs = cell_needs(cp);
	return (needs & (CELL_SPACE | CELL_INVISIBLE | CELL_LOOK_ALIKE)) || (cp >= 0xd800 && cp < 0xe000) || cp == '&';
}

static int is_form_c(struct slice text)
{
	utf8proc_uint8_t *expected = NULL;
	utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)text.ptr, (utf8proc_ssize_t)text.len, &expected,
					    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	int same = len >= 0 && slice_equal(normalized(&keeping, text), slice_of((const char *)expected, (size_t)len));
	free(expected);
	return same;
}

static void check_every_code_point(void)
{
	size_t wrong = 0;
	for (uint32_t cp = 1; cp < 0x110000; cp++) {
		char text[8] = "x";
		if (is_others_business(cp))
			continue;
		size_t len = 1 + (size_t)utf8_encode(cp, text + 1);
		text[len++] = 'x';
		wrong += !is_form_c(slice_of(text, len));
	}
	CHECK(wrong == 0);
}

/* Sequences of what composes, decomposes and is reordered, but no Vietnamese vowel, whose marks have an order of their own. */
static void check_random_sequences(void)
{
	static const uint32_t points[] = {
		'c', 'n', 'K', 0xc7, 0x11f, 0x1e0a, 0x1e0c, 0x344, 0x300, 0x301, 0x307, 0x308, 0x323, 0x327, 0x328, 0x345,
		0x3b7, 0x1f80, 0x5b0, 0x5d0, 0xfb2f, 0x915, 0x93c, 0x958, 0x9c7, 0x9be, 0x1100, 0x1161, 0x11a8, 0xac00, 0xac01,
		0x212b, 0x2126, 0xf900, 0x1d15e, 0x1d165, 0x16ff0, 0x110ba, 0x1109a, 0x31b, 0x321,
	};
	srand(1);
	size_t wrong = 0;
	for (int round = 0; round < 200000; round++) {
		char text[64] = "x ";
		size_t len = 2;
		for (int n = rand() % 8 + 1; n > 0; n--)
			len += (size_t)utf8_encode(points[(size_t)rand() % (sizeof points / sizeof *points)], text + len);
		wrong += !is_form_c(slice_of(text, len));
	}
	CHECK(wrong == 0);
}

static size_t spell(const struct letter *letters, size_t count, char *text)
{
	size_t len = 0;
	for (size_t i = 0; i < count; i++)
		len += (size_t)utf8_encode(letter_compose(letters[i]), text + len);
	return len;
}

static size_t checked, listed;

/*
 * Noé, Boá, Phuý: oa, oe, uy stand behind these in no Vietnamese word but noa and goá, so the mark may be a name's own; and none
 * begins with p (più).
 */
static int may_be_foreign(const struct letter *letters, const struct syllable *s)
{
	static const char *const onsets[] = {"b", "m", "v", "r", "ph", "n", "g"};
	char onset[4] = "";
	for (size_t i = 0; i < s->onset && i < 3; i++)
		onset[i] = letters[i].hat ? '?' : letters[i].base;
	size_t o = 0;
	if (strcmp(onset, "p") == 0)
		return 1;
	while (o < 7 && strcmp(onsets[o], onset) != 0)
		o++;
	if (o == 7 || s->nucleus != 2 || s->coda || letters[s->onset].hat || letters[s->onset + 1].hat)
		return 0;
	char first = letters[s->onset].base, second = letters[s->onset + 1].base;
	return (first == 'o' && second == 'a' && o < 5) || (first == 'o' && second == 'e') || (first == 'u' && second == 'y');
}

/* The mark of a tone on every vowel in turn: it always comes home. */
static void check_marks(struct letter *letters, size_t count, unsigned char tone, struct normalizer *normalizer,
			enum tone_style style)
{
	struct syllable syllable;
	for (size_t at = 0; at < count; at++) {
		letters[at].tone = tone;
		if (letter_compose(letters[at]) && syllable_parse(letters, count, &syllable)) {
			char text[64] = "a ", expected[64] = "a ";
			size_t place = may_be_foreign(letters, &syllable) ? at : syllable_tone_place(letters, &syllable, style);
			size_t len = 2 + spell(letters, count, text + 2);
			letters[at].tone = TONE_NGANG;
			letters[place].tone = tone;
			size_t wanted = 2 + spell(letters, count, expected + 2);
			letters[place].tone = TONE_NGANG;
			strcpy(text + len, " a");
			strcpy(expected + wanted, " a");
			struct slice found = normalized(normalizer, slice_of(text, len + 2));
			if (!slice_equal(found, slice_of(expected, wanted + 2)) && listed++ < 10)
				printf("%s became %.*s, not %s\n", text, (int)found.len, found.ptr, expected);
			checked++;
		}
		letters[at].tone = TONE_NGANG;
	}
}

/* Small letters, the first a capital, all capitals. */
static void check_cases(struct letter *letters, size_t count)
{
	for (int pattern = 0; pattern < 3; pattern++) {
		for (size_t i = 0; i < count; i++)
			letters[i].upper = pattern == 2 || (pattern == 1 && i == 0);
		/* Of capitals not every tone: the sanitizers take their time. */
		for (unsigned char tone = TONE_HUYEN; tone < TONES; tone++) {
			if (pattern > 0 && tone != (checked / 7 + (size_t)pattern) % 5 + 1)
				continue;
			check_marks(letters, count, tone, &old_style, TONE_STYLE_OLD);
			check_marks(letters, count, tone, &new_style, TONE_STYLE_NEW);
		}
	}
}

/* Every onset with every run of up to three vowels and every coda that the parser takes for a syllable. */
static void check_every_syllable(void)
{
	static const char *const onsets[] = {"", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng",
					     "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"};
	static const char *const codas[] = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};
	static const char *const vowels[] = {"", "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"};
	enum { ONSETS = sizeof onsets / sizeof *onsets, CODAS = sizeof codas / sizeof *codas, COUNT = sizeof vowels / sizeof *vowels };
	for (size_t n = 0; n < (size_t)ONSETS * CODAS * COUNT * COUNT * COUNT; n++) {
		struct letter letters[SYLLABLE_MAX];
		struct syllable syllable;
		char text[32];
		size_t count, v1 = n % COUNT, v2 = n / COUNT % COUNT, v3 = n / COUNT / COUNT % COUNT, rest = n / COUNT / COUNT / COUNT;
		if (v1 == 0 || (v2 == 0 && v3 > 0))
			continue;
		snprintf(text, sizeof text, "%s%s%s%s%s", onsets[rest % ONSETS], vowels[v1], vowels[v2], vowels[v3], codas[rest / ONSETS]);
		syllable_letters(slice_from_string(text), letters, &count);
		if (count <= SYLLABLE_MAX && syllable_parse(letters, count, &syllable))
			check_cases(letters, count);
	}
	CHECK(checked > 100000);
	CHECK(listed == 0);
}

/* A megabyte of what would take hours if any rule took squares: that it comes to an end is the check. */
static void check_linear(const char *stuff)
{
	size_t len = strlen(stuff), count = ((size_t)1 << 20) / len;
	char *text = malloc(count * len + 1);
	if (!text)
		abort();
	for (size_t i = 0; i < count; i++)
		memcpy(text + 1 + i * len, stuff, len);
	text[0] = 'a';
	struct slice result = normalized(&old_style, slice_of(text, count * len + 1));
	CHECK(utf8_valid_prefix(result.ptr, result.len) == result.len);
	free(text);
}

int main(void)
{
	static const char *const stuff[] = {
		"\xcc\x81", "\xcc\xa3\xcc\x81", "&amp;", "&am&shy;p;", "&semi", ";", "&#38;", "\xc3\x83", "\xc3\x83\xc2\x83\xc3\x82\xc2\x83",
		"\xe1\xba\xbf", "ho\xc3\xa0 ", "  ", "\n ", "\xff", "\xe2\x80\x8b", "\xc3\x90", "\xd0\xb0", "l\xc3\x83 ", "a\xcc\x80", "&", "\xe1\x84\x80",
		"C\xc3\xa9ng h\xc3\x9f" "a n\xc2\xad\xc3\xad" "c ", "\xc2\xad", "Lo\xc3\xa9 Anna ", "Lo\xc3\xa9-- ", "g\xc7\x8en ", "\xc3\x82\xc2\xb0", "a.vn/?", "\xc3\x83\xc2\xa0 ",
	};
	normalizer_init(&old_style);
	normalizer_init(&new_style);
	normalizer_init(&keeping);
	check_every_code_point();
	check_random_sequences();
	check_every_syllable();
	for (size_t i = 0; i < sizeof stuff / sizeof *stuff; i++)
		check_linear(stuff[i]);
	normalizer_free(&old_style);
	normalizer_free(&new_style);
	normalizer_free(&keeping);
	return check_status();
}
