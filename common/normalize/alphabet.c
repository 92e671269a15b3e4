/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "normalize/look_alike.h"
#include "normalize/passes.h"
#include "normalize/words.h"
#include "vietnamese/syllable.h"

static int is_ascii_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* ð and Ð, which Icelandic has too. */
static int is_eth(uint32_t cp)
{
	return cp == 0xd0 || cp == 0xf0 || cp == 0x189 || cp == 0x256;
}

/* A letter that no other language has: with a hat and a tone, a hook above, a dot below, ă, ơ, ư. */
static int is_vietnamese_only(uint32_t cp)
{
	struct letter letter;
	return cp >= 0x102 && letter_parts(cp, &letter);
}

/* What is known of a word that holds look-alikes. */
struct findings {
	int latin;             /* letters that are Latin for certain */
	int others;            /* look-alikes of another script */
	int eths;
	int carons;            /* ǎ, which pinyin has */
	int vietnamese;        /* letters that only Vietnamese has */
	int only_capitals;     /* nothing but Ð and capital consonants: NÐ, HÐND, QÐ */
	int foreign;           /* letters that look like nothing */
};

static struct findings examine(const struct cell *cells, size_t count)
{
	struct findings f = {.only_capitals = 1};
	for (size_t i = 0; i < count; i++) {
		uint32_t cp = cells[i].code_point, other = look_alike_of(cp);
		struct letter letter;
		f.eths += is_eth(cp);
		f.carons += cp == 0x1cd || cp == 0x1ce;
		f.others += other && !look_alike_is_latin(cp);
		f.latin += (!other && letter_parts(cp, &letter)) || (other && look_alike_is_latin(cp));
		f.vietnamese += is_vietnamese_only(cp);
		f.foreign += !other && !letter_parts(cp, &letter);
		if (cp != 0xd0 && cp != 0x189 && (cp < 'A' || cp > 'Z' || strchr("AEIOUY", (int)cp)))
			f.only_capitals = 0;
	}
	return f;
}

/* Whether the word, its look-alikes replaced, is a syllable. */
static int is_syllable(const struct cell *cells, size_t count)
{
	struct letter letters[SYLLABLE_MAX];
	struct syllable syllable;
	if (count > SYLLABLE_MAX)
		return 0;
	for (size_t i = 0; i < count; i++) {
		uint32_t other = look_alike_of(cells[i].code_point);
		if (!letter_parts(other ? other : cells[i].code_point, &letters[i]))
			return 0;
	}
	return syllable_parse(letters, count, &syllable);
}

/* Whether a digit stands in the source right before the byte, or before one space: "500ð", "100.000 ð". */
static int stands_behind_digit(struct cells *cells, size_t at)
{
	const char *s = cells->source.ptr;
	cells->looked_around = 1;
	if (at > 1 && memcmp(s + at - 2, "\xc2\xa0", 2) == 0)
		at -= 2;
	else if (at > 0 && s[at - 1] == ' ')
		at--;
	return at > 0 && is_ascii_digit((unsigned char)s[at - 1]);
}

/*
 * Whether a word is Chinese in pinyin rather than Vietnamese: with a macron or caron, or with a tone on what is no syllable
 * (xiè). Beside such, gǎn is no găn.
 */
static int is_pinyin(struct slice word)
{
	struct letter letters[SYLLABLE_MAX], letter;
	size_t count, tones = 0;
	struct syllable syllable;
	for (size_t at = 0; at < word.len;) {
		uint32_t cp;
		at += (size_t)utf8_next(word.ptr + at, &cp);
		if (cp == 0x101 || cp == 0x113 || cp == 0x11b || cp == 0x12b || cp == 0x14d || cp == 0x16b || (cp >= 0x1d0 && cp <= 0x1dc))
			return 1;
		tones += letter_parts(cp, &letter) && letter.hat == HAT_NONE && (letter.tone == TONE_SAC || letter.tone == TONE_HUYEN);
	}
	syllable_letters(word, letters, &count);
	return tones == 1 && count > 0 && count <= SYLLABLE_MAX && !syllable_parse(letters, count, &syllable);
}

/*
 * Whether the look-alikes of the word are to be replaced. A word all in another script stays, whatever it looks like
 * (Москва, Φ); so does one that makes no syllable (Ðórsson). Ð is Đ in "Ðà", in "Ðắk" for its ắ, in "NÐ" and "100.000 ð".
 */
static int is_disguised(struct cells *all, size_t first, size_t last)
{
	const struct cell_list *in = &all->in;
	const struct cell *cells = in->list + first;
	size_t count = last - first;
	struct findings f = examine(cells, count);
	if (f.foreign || (first > 0 && in->list[first - 1].code_point == '&'))
		return 0;
	if (f.others && (!f.latin || !is_syllable(cells, count)))
		return 0;
	if (f.eths && f.only_capitals && count > 1)
		return 1;
	if (f.eths && count == 1)
		return stands_behind_digit(all, cells->begin);
	if (f.carons && (is_pinyin(neighbour_before(all, cells->begin)) || is_pinyin(neighbour_behind(all, cells[count - 1].end))))
		return 0;
	return is_syllable(cells, count) || (f.eths && f.vietnamese > 0);
}

void pass_look_alikes(struct cells *cells, const struct normalize_policy *policy)
{
	const struct cell_list *in = &cells->in;
	(void)policy;
	for (size_t i = 0; i < in->count;) {
		size_t end = word_end(in, i), found = i;
		while (found < end && !look_alike_of(in->list[found].code_point))
			found++;
		int replace = found < end && !word_is_misread(in, i, end) && is_disguised(cells, i, end);
		if (end == i)
			end = i + 1;
		for (; i < end; i++) {
			uint32_t other = replace ? look_alike_of(in->list[i].code_point) : 0;
			cells_push_changed(cells, &in->list[i], other ? other : in->list[i].code_point, RULE_LOOK_ALIKE);
		}
	}
}
