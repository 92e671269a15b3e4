/* SPDX-License-Identifier: MIT */
#include "normalize/scan.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

/*
 * Every two neighbouring bytes have an entry. SUSPECT: they never stand together in clean text. The other bits come in
 * two halves, one in the entry of a pair, one in that of a pair behind it; only together they are a doubt:
 *
 *	ENDED, ENDED            a character is complete, a continuation byte follows        C3 A0 | A0 BF
 *	UNFINISHED, UNFINISHED  a character is not complete, no continuation byte follows   E1 BA | BA 61
 *	TONED, TONED_NEXT       a letter with a tone, a letter beyond ASCII follows         tíêng, úôn
 *	FIRST, FIRST            i, o or u with a tone, a vowel follows                      hòan, gìa, thúy
 *	SECOND, SECOND          a vowel, a plain vowel in two bytes with a tone             hoà, miá, đươì
 *	SECOND_3, SECOND_3      the same in three bytes: the entries are two apart          hoả, cuả
 *
 * Which makes one table prove UTF-8, the alphabet, the spaces and most of the tones without a branch. In "hoà" the pairs
 * are "o C3" (SECOND) and "C3 A0" (SECOND, ENDED); in "là" the first is "l C3", which has nothing.
 */
enum {
	ENDED = 1,
	UNFINISHED = 2,
	TONED = 4,
	TONED_NEXT = 8,
	FIRST = 16,
	SECOND = 32,
	SECOND_3 = 64,
	SUSPECT = 128,
};

#define EACH(bits) (0x0101010101010101u * (uint64_t)(bits))

/* What is clean beside ASCII and the Vietnamese letters: – — ‘ ’ “ ” … */
static const uint32_t marks[] = {0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026};

/*
 * Ã is Vietnamese, but so often the first byte of mojibake that it gets a second look. In capitals it is rare anyway.
 */
#define A_TILDE 0xc3

static uint16_t pair_index(unsigned char first, unsigned char second)
{
	unsigned char bytes[2] = {first, second};
	uint16_t index;
	memcpy(&index, bytes, sizeof index);
	return index;
}

static unsigned char *entry(struct scan *scan, char first, char second)
{
	return &scan->pair[pair_index((unsigned char)first, (unsigned char)second)];
}

/* What may stand in a byte at a border between characters, gathered before the borders are admitted. */
enum {
	CAN_END = 1,      /* a clean character ends in it */
	CAN_BEGIN = 2,
	IS_MIDDLE = 4,    /* the second of three */
	TONED_I = 8,      /* an i with a tone ends in it */
	TONED_O = 16,
	TONED_U = 32,
	VOWEL = 64,       /* a vowel ends in it that a plain vowel with a tone might follow: ASCII, or with a hat */
};

static const char *const followers[] = {"aeou", "aeo", "y"};

/* Enters the pairs inside of a character, which is beyond ASCII: others have none. */
static void admit_character(struct scan *scan, uint32_t code_point, const struct letter *letter, unsigned char *role)
{
	char bytes[4];
	int len = utf8_encode(code_point, bytes);
	if (len < 2)
		return;
	unsigned char bits = ENDED, last = (unsigned char)bytes[len - 1];
	int is_plain = letter && letter->hat == HAT_NONE;
	role[(unsigned char)bytes[0]] |= CAN_BEGIN;
	role[last] |= CAN_END;
	if (letter && letter->tone) {
		bits |= TONED | (is_plain ? len == 2 ? SECOND : SECOND_3 : 0);
		const char *first = strchr("iou", letter->base);
		if (is_plain && first) {
			bits |= FIRST;
			role[last] |= *first == 'i' ? TONED_I : *first == 'o' ? TONED_O : TONED_U;
		}
	} else if (letter && !is_plain && letter->hat != HAT_STROKE) {
		role[last] |= VOWEL;
	}
	if (len == 3) {
		role[(unsigned char)bytes[1]] |= IS_MIDDLE;
		*entry(scan, bytes[0], bytes[1]) = UNFINISHED;
	}
	unsigned char *inside = entry(scan, bytes[len - 2], bytes[len - 1]);
	*inside = (unsigned char)((*inside & ~SUSPECT) | bits);
}

/* Whether a toned i, o or u ends in this byte and the ASCII vowel behind it makes its place doubtful. */
static int is_doubtful_first(unsigned char role, unsigned char vowel)
{
	for (int i = 0; i < 3; i++)
		if ((role & (TONED_I << i)) && memchr(followers[i], vowel | 0x20, strlen(followers[i])))
			return 1;
	return 0;
}

/* The entry where one character ends and the next begins. */
static unsigned char border(const unsigned char *role, unsigned char last, unsigned char first, int tones)
{
	unsigned char bits = role[last] & IS_MIDDLE ? UNFINISHED : 0;
	int is_letter_lead = first >= 0xc3 && first <= 0xe1;
	if (!tones)
		return bits;
	if (last >= 0x80 && is_letter_lead)
		bits |= TONED_NEXT;
	if (first < 0x80 && is_doubtful_first(role[last], first))
		bits |= FIRST;
	if (is_letter_lead && (role[last] & VOWEL))
		bits |= first == 0xe1 ? SECOND_3 : SECOND;
	/* qúa: the mark on the u of qu. */
	if (is_letter_lead && (last | 0x20) == 'q')
		bits |= SUSPECT;
	return bits;
}

/* Spaces twice, at the end of a line, at its beginning; what may begin a character reference; what options may change. */
static void doubt_ascii(struct scan *scan, int typography)
{
	*entry(scan, ' ', ' ') = *entry(scan, ' ', '\n') = *entry(scan, '\n', ' ') = SUSPECT;
	*entry(scan, '&', '#') = SUSPECT;
	for (int c = 'a'; c <= 'z'; c++)
		*entry(scan, '&', c) = *entry(scan, '&', c - 0x20) = SUSPECT;
	if (!typography)
		return;
	for (const char *c = ",.;:!?)]}"; *c; c++)
		*entry(scan, ' ', *c) = SUSPECT;
	*entry(scan, '.', '.') = SUSPECT;
	for (unsigned c = 0; c < 0x100; c++)
		*entry(scan, '"', (char)c) = SUSPECT;
}

void scan_init(struct scan *scan, int tones, enum tone_style style, int typography)
{
	unsigned char role[0x100] = {0};
	memset(scan->pair, SUSPECT, sizeof scan->pair);
	scan->style = style;
	for (unsigned char c = 0; c < 0x80; c++)
		if (c == '\n' || (c >= 0x20 && c < 0x7f))
			role[c] = CAN_BEGIN | CAN_END | (c > '@' && strchr("aeiouy", c | 0x20) ? VOWEL : 0);
	for (uint32_t cp = 0x80; cp < 0x1f00; cp++) {
		struct letter letter;
		if (letter_parts(cp, &letter) && cp != A_TILDE) {
			letter.tone = tones ? letter.tone : TONE_NGANG;
			admit_character(scan, cp, &letter, role);
		}
	}
	for (size_t i = 0; i < sizeof marks / sizeof *marks && !typography; i++)
		admit_character(scan, marks[i], NULL, role);
	for (unsigned last = 0; last < 0x100; last++)
		for (unsigned first = 0; first < 0x100; first++)
			if ((role[last] & CAN_END) && (role[first] & CAN_BEGIN))
				scan->pair[pair_index((unsigned char)last, (unsigned char)first)] =
					border(role, (unsigned char)last, (unsigned char)first, tones);
	doubt_ascii(scan, typography);
}

static int is_continuation(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

static int is_ascii_letter(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/*
 * Most doubts about tones are dispelled by the letters on both sides: "toàn" and "quá" are right in any style. Returns 1
 * if this one is; 0 leaves it to the parser. `at` is the last byte before the toned letter, which is the second vowel.
 */
static int second_is_right(const struct scan *scan, const unsigned char *s, size_t len, size_t at)
{
	unsigned char before = at > 0 ? s[at - 1] | 0x20 : 0, vowel = s[at] | 0x20;
	size_t end = at + (s[at + 1] < 0xe0 ? 3 : 4);
	if (s[at] >= 0x80 || end > len)
		return 0;
	if (vowel == 'u' && before == 'q')
		return 1;
	if (vowel == 'i')
		return before == 'g';
	if (vowel != 'o')
		return 0;
	uint32_t code_point;
	struct letter letter;
	utf8_next((const char *)s + at + 1, &code_point);
	unsigned char next = end < len ? s[end] : ' ';
	if (!letter_parts(code_point, &letter) || (letter.base != 'a' && letter.base != 'e') || next >= 0x80)
		return 0;
	return is_ascii_letter(next) || scan->style == TONE_STYLE_NEW;
}

/* The same for a toned i, o or u that a vowel follows; its last byte is s[at]. "hòa " and "phía " are right. */
static int first_is_right(const struct scan *scan, const unsigned char *s, size_t len, size_t at)
{
	size_t begin = at;
	uint32_t code_point;
	struct letter letter;
	while (begin > 0 && is_continuation(s[begin]))
		begin--;
	utf8_next((const char *)s + begin, &code_point);
	if (!letter_parts(code_point, &letter) || at + 1 >= len)
		return 0;
	unsigned char before = begin > 0 ? s[begin - 1] | 0x20 : 0, vowel = s[at + 1] | 0x20;
	unsigned char next = at + 2 < len ? s[at + 2] : ' ';
	if (is_ascii_letter(next) || (next >= 0x80 && next < 0xe2))
		return 0;
	if (letter.base == 'i')
		return before != 'g' && (vowel == 'a' || vowel == 'u');
	return before != 'q' && scan->style == TONE_STYLE_OLD && vowel != 'o';
}

/* Whether the doubt at this pair is one about tones, and dispelled. */
static int is_dispelled(const struct scan *scan, const unsigned char *s, size_t len, size_t at)
{
	unsigned char t0 = scan->pair[pair_index(s[at], s[at + 1])], t1 = scan->pair[pair_index(s[at + 1], s[at + 2])];
	if ((t0 & SUSPECT) || (t0 & t1 & (ENDED | UNFINISHED)) || ((t0 & TONED) && (t1 & TONED_NEXT)))
		return 0;
	return t0 & t1 & FIRST ? first_is_right(scan, s, len, at + 1) : second_is_right(scan, s, len, at);
}

enum { BLOCK = 32, AHEAD = 3 };

/* The doubts among the pairs that begin at s[0, BLOCK); reads AHEAD bytes more. Returns the first, or BLOCK. */
static size_t scan_block(const struct scan *scan, const unsigned char *s, size_t skip)
{
	unsigned char t[BLOCK + AHEAD + 5] = {0};
	for (size_t i = 0; i < BLOCK + 2; i++) {
		uint16_t index;
		memcpy(&index, s + i, sizeof index);
		t[i] = scan->pair[index];
	}
	for (size_t i = 0; i < BLOCK; i += 8) {
		uint64_t t0, t1, t2;
		memcpy(&t0, t + i, 8);
		memcpy(&t1, t + i + 1, 8);
		memcpy(&t2, t + i + 2, 8);
		uint64_t doubt = (t0 & EACH(SUSPECT)) | (t0 & t1 & EACH(ENDED | UNFINISHED | FIRST | SECOND)) |
				 (t0 << 1 & t1 & EACH(TONED_NEXT)) | (t0 & t2 & EACH(SECOND_3));
		if (!doubt)
			continue;
		/* Rare enough: the byte is looked for in an order that does not ask for the machine's. */
		unsigned char byte[8];
		memcpy(byte, &doubt, 8);
		for (size_t j = 0; j < 8; j++)
			if (byte[j] && i + j >= skip)
				return i + j;
	}
	return BLOCK;
}

/* The doubt is at a pair; what is doubted begins at the character there, or behind it. */
static size_t character_at(const unsigned char *s, size_t at)
{
	while (at > 0 && is_continuation(s[at]))
		at--;
	return at;
}

size_t scan_doubt(const struct scan *scan, const char *text, size_t len, size_t from)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t at = from, skip = 0;
	if (from < len && from == 0 && (scan->pair[pair_index('\n', s[0])] & SUSPECT))
		return 0;
	while (at < len) {
		unsigned char last[BLOCK + AHEAD];
		const unsigned char *block = s + at;
		if (len - at < BLOCK + AHEAD) {
			/* A line ends here, or as good as. */
			memset(last, '\n', sizeof last);
			memcpy(last, s + at, len - at);
			block = last;
		}
		size_t found = scan_block(scan, block, skip);
		if (found == BLOCK) {
			at += BLOCK;
			skip = 0;
		} else if (at + found >= len) {
			return len;
		} else if (block == s + at && is_dispelled(scan, s, len, at + found)) {
			skip = found + 1;
			if (skip == BLOCK)
				at += BLOCK, skip = 0;
		} else {
			return character_at(s, at + found);
		}
	}
	return len;
}
