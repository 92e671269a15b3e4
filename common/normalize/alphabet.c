/* SPDX-License-Identifier: MIT */
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

/*
 * Whether the look-alikes of the word are to be replaced. A word all in another script stays, whatever it looks like
 * (Москва, Φ); so does one that makes no syllable (Ðórsson). Ð is Đ in "Ðà", in "Ðắk" for its ắ, in "NÐ" and "100.000 ð".
 */
static int is_disguised(const struct cell_list *in, size_t first, size_t last)
{
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
		return first > 0 && is_ascii_digit(in->list[first - 1].code_point);
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
		int replace = found < end && is_disguised(in, i, end);
		if (end == i)
			end = i + 1;
		for (; i < end; i++) {
			uint32_t other = replace ? look_alike_of(in->list[i].code_point) : 0;
			cells_push_changed(cells, &in->list[i], other ? other : in->list[i].code_point, RULE_LOOK_ALIKE);
		}
	}
}
