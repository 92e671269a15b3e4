/* SPDX-License-Identifier: MIT */
#include "vietnamese/syllable.h"

#include <stdint.h>

#include "base/utf8.h"

/* Vowels, numbered from 1 so that up to three make an index. Names as one types them in Telex: AW ă, AA â, OW ơ. */
enum vowel { NO_VOWEL, A, AW, AA, E, EE, I, O, OO, OW, U, UW, Y, VOWELS };

static const unsigned char vowel_of[26][4] = {
	['a' - 'a'] = {[HAT_NONE] = A, [HAT_BREVE] = AW, [HAT_CIRCUMFLEX] = AA},
	['e' - 'a'] = {[HAT_NONE] = E, [HAT_CIRCUMFLEX] = EE},
	['i' - 'a'] = {[HAT_NONE] = I},
	['o' - 'a'] = {[HAT_NONE] = O, [HAT_CIRCUMFLEX] = OO, [HAT_HORN] = OW},
	['u' - 'a'] = {[HAT_NONE] = U, [HAT_HORN] = UW},
	['y' - 'a'] = {[HAT_NONE] = Y},
};

/* Codas as bits; a nucleus that may stand at the end of a syllable is OPEN. */
enum { C = 1, CH = 2, M = 4, N = 8, NG = 16, NH = 32, P = 64, T = 128, OPEN = 256 };
#define CODAS 0xff
#define STOPS (C | CH | P | T)

#define V1(a) [a]
#define V2(a, b) [(a) + VOWELS * (b)]
#define V3(a, b, c) [(a) + VOWELS * (b) + VOWELS * VOWELS * (c)]

/*
 * The nuclei (after Đoàn Thiện Thuật, Ngữ âm tiếng Việt, and QĐ 1989/QĐ-BGDĐT), each with the codas that dictionaries
 * show with it. A nucleus that takes one coda is not refused with another: names and sounds make their own.
 */
static const uint16_t nuclei[VOWELS * VOWELS * VOWELS] = {
	V1(A) = OPEN | C | CH | M | N | NG | NH | P | T,
	V1(AW) = C | M | N | NG | P | T,
	V1(AA) = C | M | N | NG | P | T,
	V1(E) = OPEN | C | M | N | NG | P | T,
	V1(EE) = OPEN | CH | M | N | NH | P | T,
	V1(I) = OPEN | CH | M | N | NH | P | T,
	V1(O) = OPEN | C | M | N | NG | P | T,
	V1(OO) = OPEN | C | M | N | NG | P | T,
	V1(OW) = OPEN | M | N | P | T,
	V1(U) = OPEN | C | M | N | NG | P | T,
	V1(UW) = OPEN | C | M | N | NG | T,
	V1(Y) = OPEN | CH | N | NH | P | T,

	V2(A, I) = OPEN, V2(A, O) = OPEN, V2(A, U) = OPEN, V2(A, Y) = OPEN, V2(AA, U) = OPEN, V2(AA, Y) = OPEN,
	V2(E, O) = OPEN, V2(EE, U) = OPEN,
	V2(I, A) = OPEN, V2(I, EE) = C | M | N | NG | P | T, V2(I, U) = OPEN,
	V2(O, A) = OPEN | C | CH | M | N | NG | NH | P | T, V2(O, AW) = C | M | N | NG | P | T,
	V2(O, E) = OPEN | M | N | NG | T, V2(O, I) = OPEN, V2(O, O) = C | N | NG,
	V2(OO, I) = OPEN, V2(OO, OO) = C | NG,
	V2(OW, I) = OPEN,
	V2(U, A) = OPEN, V2(U, AA) = N | NG | T, V2(U, EE) = OPEN | CH | N | NH, V2(U, I) = OPEN,
	V2(U, OO) = C | M | N | NG | T, V2(U, OW) = OPEN, V2(U, Y) = OPEN | CH | N | NH | P | T,
	V2(UW, A) = OPEN, V2(UW, I) = OPEN, V2(UW, U) = OPEN, V2(UW, OW) = C | M | N | NG | P | T,
	V2(Y, EE) = M | N | NG | T,

	V3(I, EE, U) = OPEN, V3(O, A, I) = OPEN, V3(O, A, O) = OPEN, V3(O, A, Y) = OPEN, V3(O, E, O) = OPEN,
	V3(U, AA, Y) = OPEN, V3(U, OO, I) = OPEN, V3(U, Y, A) = OPEN, V3(U, Y, EE) = N | T, V3(U, Y, U) = OPEN,
	V3(UW, OW, I) = OPEN, V3(UW, OW, U) = OPEN, V3(Y, EE, U) = OPEN,
};

/* Consonants in two letters or one as (first << 8 | second); ngh is told by its length. */
#define PAIR(a, b) ((unsigned)(a) << 8 | (unsigned)(b))

static unsigned coda_bit(const struct letter *letters, size_t count)
{
	if (count > 2 || letters[0].hat || (count == 2 && letters[1].hat))
		return 0;
	switch (count == 2 ? PAIR(letters[0].base, letters[1].base) : (unsigned)letters[0].base) {
	case 'c': return C;
	case 'm': return M;
	case 'n': return N;
	case 'p': return P;
	case 't': return T;
	case PAIR('c', 'h'): return CH;
	case PAIR('n', 'g'): return NG;
	case PAIR('n', 'h'): return NH;
	default: return 0;
	}
}

/* An onset of consonants alone; qu and gi are told apart before. */
static int is_onset(const struct letter *letters, size_t count)
{
	static const char singles[] = "bcdghklmnprstvx";
	if (count == 1)
		return letters[0].hat == HAT_STROKE || memchr(singles, letters[0].base, sizeof singles - 1) != NULL;
	if (count > 0 && letters[0].hat)
		return 0;
	switch (count) {
	case 0:
		return 1;
	case 2:
		switch (PAIR(letters[0].base, letters[1].base)) {
		case PAIR('c', 'h'): case PAIR('g', 'h'): case PAIR('k', 'h'): case PAIR('n', 'g'): case PAIR('n', 'h'):
		case PAIR('p', 'h'): case PAIR('t', 'h'): case PAIR('t', 'r'):
			return 1;
		}
		return 0;
	case 3:
		return letters[0].base == 'n' && letters[1].base == 'g' && letters[2].base == 'h';
	default:
		return 0;
	}
}

static enum vowel vowel_at(const struct letter *letters, size_t count, size_t i)
{
	return i < count && letters[i].hat < 4 ? vowel_of[letters[i].base - 'a'][letters[i].hat] : NO_VOWEL;
}

/*
 * The length of the onset, counted by letters. The u of qu is its; the i of gi is its if a vowel follows that is not
 * plain i or y, except iê before a coda (giêng, giết), where it is the nucleus's.
 */
static size_t onset_length(const struct letter *letters, size_t count)
{
	size_t n = 0;
	while (n < count && vowel_at(letters, count, n) == NO_VOWEL)
		n++;
	if (n != 1 || letters[0].hat)
		return n;
	enum vowel first = vowel_at(letters, count, 1), second = vowel_at(letters, count, 2);
	if (letters[0].base == 'q' && first == U)
		return 2;
	if (letters[0].base != 'g' || first != I || second == NO_VOWEL || second == I || second == Y)
		return 1;
	int coda_follows = count > 3 && vowel_at(letters, count, 3) == NO_VOWEL;
	return second == EE && coda_follows ? 1 : 2;
}

/* What dictionaries do with c k q, g gh, ng ngh, with iê and yê, with codas, with stops and tones. */
static int is_strict(const struct letter *letters, const struct syllable *s, unsigned nucleus, unsigned coda)
{
	enum vowel first = vowel_at(letters, s->onset + 1u, s->onset);
	int is_front = first == E || first == EE || first == I || first == Y;
	char last = s->onset ? letters[s->onset - 1].base : 0, initial = s->onset ? letters[0].base : 0;
	if (s->marks > 1 || (coda ? !(nuclei[nucleus] & coda) : !(nuclei[nucleus] & OPEN)))
		return 0;
	if ((coda & STOPS) && s->tone != TONE_SAC && s->tone != TONE_NANG)
		return 0;
	if (s->onset == 1 && ((initial == 'c' && is_front) || (initial == 'k' && !is_front)))
		return 0;
	/* g and ng before e ê need their h, before i too: but for gì, gìn, giêng. */
	if (s->onset > 0 && last == 'g' && is_front && (first != I || s->onset == 2))
		return 0;
	if (s->onset > 1 && last == 'h' && letters[s->onset - 2].base == 'g' && !is_front)
		return 0;
	if (s->onset == 0 ? nucleus == I + VOWELS * EE : nucleus == Y + VOWELS * EE)
		return initial == 'q';
	return 1;
}

int syllable_parse(const struct letter *letters, size_t count, struct syllable *syllable)
{
	*syllable = (struct syllable){0};
	if (count == 0 || count > SYLLABLE_MAX)
		return 0;
	for (size_t i = 0; i < count; i++) {
		if (letters[i].tone == TONE_NGANG)
			continue;
		if (syllable->marks++ == 0) {
			syllable->tone = letters[i].tone;
			syllable->tone_at = (unsigned char)i;
		} else if (letters[i].tone != syllable->tone) {
			return 0;
		}
	}
	size_t onset = onset_length(letters, count), end = onset;
	unsigned nucleus = 0, weight = 1;
	for (; vowel_at(letters, count, end) != NO_VOWEL; end++, weight *= VOWELS) {
		if (end - onset == 3)
			return 0;
		nucleus += weight * vowel_at(letters, count, end);
	}
	syllable->onset = (unsigned char)onset;
	syllable->nucleus = (unsigned char)(end - onset);
	syllable->coda = (unsigned char)(count - end);
	int has_glide = onset == 2 && vowel_at(letters, count, 1) != NO_VOWEL;
	if (!has_glide && !is_onset(letters, onset))
		return 0;
	/* A tone on the glide of qu or gi is misplaced, which tone_place mends (qúa, gìa); nothing else may bear one. */
	unsigned coda = end < count ? coda_bit(letters + end, count - end) : 0;
	if (end < count ? !coda || !(nuclei[nucleus] & CODAS) : !(nuclei[nucleus] & OPEN))
		return 0;
	syllable->strict = (unsigned char)is_strict(letters, syllable, nucleus, coda);
	return 1;
}

int syllable_is_word(const struct letter *letters, size_t count)
{
	struct syllable syllable;
	size_t upper = 0;
	if (!syllable_parse(letters, count, &syllable) || !syllable.strict)
		return 0;
	for (size_t i = 0; i < count; i++)
		upper += letters[i].upper;
	return upper == 0 || upper == count || (upper == 1 && letters[0].upper);
}

size_t syllable_tone_place(const struct letter *letters, const struct syllable *syllable, enum tone_style style)
{
	size_t first = syllable->onset, count = syllable->nucleus;
	enum vowel v[3] = {NO_VOWEL};
	for (size_t i = 0; i < count && i < 3; i++)
		v[i] = vowel_at(letters, first + count, first + i);
	/* ưa ưi ưu, then the last vowel that has a hat. */
	if (count == 2 && v[0] == UW && (v[1] == A || v[1] == I || v[1] == U))
		return first;
	for (size_t i = count; i-- > 0;)
		if (letters[first + i].hat != HAT_NONE)
			return first + i;
	if (count == 1)
		return first;
	if (count == 3 || syllable->coda > 0)
		return first + 1;
	int is_open_glide = (v[0] == O && (v[1] == A || v[1] == E)) || (v[0] == U && v[1] == Y);
	return is_open_glide && style == TONE_STYLE_NEW ? first + 1 : first;
}

size_t syllable_letters(struct slice text, struct letter letters[SYLLABLE_MAX], size_t *count)
{
	size_t at = 0, n = 0;
	while (at < text.len) {
		uint32_t code_point;
		struct letter letter;
		int len = utf8_next(text.ptr + at, &code_point);
		if (letter_parts(code_point, &letter)) {
			if (n < SYLLABLE_MAX)
				letters[n] = letter;
			n += n <= SYLLABLE_MAX;
		} else if (letter_is_letter(code_point)) {
			n = SYLLABLE_MAX + 1;
		} else {
			break;
		}
		at += (size_t)len;
	}
	*count = n;
	return at;
}

int syllable_is_valid(struct slice word, int strict)
{
	struct letter letters[SYLLABLE_MAX];
	struct syllable syllable;
	size_t count, len = syllable_letters(word, letters, &count);
	if (len < word.len || !syllable_parse(letters, count, &syllable))
		return 0;
	return strict ? syllable.strict : syllable.marks <= 1;
}
