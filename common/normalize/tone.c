/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "normalize/passes.h"
#include "normalize/words.h"
#include "vietnamese/syllable.h"

/* Words that parse as a syllable and stay as they are written, in lower case; some only behind a certain word. */
static const struct {
	uint32_t letters[SYLLABLE_MAX];
	const char *before;  /* NULL: anywhere */
} exceptions[] = {
	{{'g', 0x1ecb, 'a'}, "giặt"},          /* giặt gịa: gi + ịa in all dictionaries */
};

/* Whether the source reads `word`, in any case, and a gap right before the byte. */
static int stands_behind(struct cells *cells, size_t at, const char *word)
{
	struct slice before = neighbour_before(cells, at);
	char lower[16];
	if (before.len != strlen(word) || before.len > sizeof lower)
		return 0;
	text_lower(before.ptr, before.len, lower);
	return memcmp(lower, word, before.len) == 0;
}

/*
 * Onsets behind which oa, oe, uy stand in no Vietnamese word: lips do not round twice, and n, r, g have it in noa, noãn, goá
 * alone (Đoàn Thiện Thuật, Ngữ âm tiếng Việt, on the medial /w/). Noé, Boé, Moá are foreign names, where the mark is the
 * name's own.
 */
static int is_foreign_onset(const struct letter *letters, const struct syllable *s)
{
	static const char onsets[] = "bmvnrg";
	int is_oa = letters[s->onset + 1].base == 'a';
	char first = letters[0].base;
	if (s->onset == 2)
		return first == 'p' && letters[1].base == 'h';
	return s->onset == 1 && letters[0].hat == HAT_NONE && memchr(onsets, first, sizeof onsets - 1) &&
	       !(is_oa && (first == 'n' || first == 'g'));
}

/* A capitalised word that is no syllable: Franck. */
static int is_foreign_name(struct slice word)
{
	struct letter letters[SYLLABLE_MAX], first;
	size_t count;
	uint32_t code_point;
	struct syllable syllable;
	if (word.len < 2 || utf8_decode(word.ptr, word.len, &code_point) < 0 || !letter_parts(code_point, &first) || !first.upper)
		return 0;
	syllable_letters(word, letters, &count);
	return count > 1 && (count > SYLLABLE_MAX || !syllable_parse(letters, count, &syllable));
}

/*
 * Whether the word, in which the style alone tells the place of the tone, may be a foreign name: by its onset; or it has an
 * acute and a foreign name beside it (Anna Loé), where only a capital makes it a name.
 */
static int may_be_foreign(struct cells *cells, const struct cell *word, size_t count, const struct letter *letters,
			  const struct syllable *s)
{
	/* No Vietnamese word begins with p alone: più. */
	if (s->onset == 1 && letters[0].base == 'p')
		return 1;
	if (s->nucleus != 2 || s->coda > 0 || s->marks != 1 || letters[s->onset].hat || letters[s->onset + 1].hat)
		return 0;
	char first = letters[s->onset].base, second = letters[s->onset + 1].base;
	if (!(first == 'o' && (second == 'a' || second == 'e')) && !(first == 'u' && second == 'y'))
		return 0;
	if (is_foreign_onset(letters, s))
		return 1;
	return s->tone == TONE_SAC && letters[0].upper && !letters[count - 1].upper &&
	       (is_foreign_name(neighbour_before(cells, word[0].begin)) ||
		is_foreign_name(neighbour_behind(cells, word[count - 1].end)));
}

/* A capital beyond ASCII right behind a small letter, as no word has it: two words ran together (chủÔng). */
static int is_glued(const struct cell *word, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (word[i].code_point >= 0x80 && letter_is_upper(word[i].code_point) && !letter_is_upper(word[i - 1].code_point))
			return 1;
	return 0;
}

static int is_exception(struct cells *cells, const struct cell *word, size_t count)
{
	for (size_t e = 0; e < sizeof exceptions / sizeof *exceptions; e++) {
		size_t i = 0;
		while (i < count && letter_lower(word[i].code_point) == exceptions[e].letters[i])
			i++;
		if (i == count && (i == SYLLABLE_MAX || !exceptions[e].letters[i]) &&
		    (!exceptions[e].before || stands_behind(cells, word->begin, exceptions[e].before)))
			return 1;
	}
	return 0;
}

/*
 * Whether the tone stands twice because two words ran together: "chúý" may be "chú ý". Both halves of "hòà" are syllables,
 * too, but à follows no word; of the words of one letter that make a nucleus with the one before, ý and ở do.
 */
static int may_be_two_words(const struct letter *letters, const struct syllable *s)
{
	struct syllable half;
	size_t last = s->onset + s->nucleus - 1u;
	if (s->marks != 2 || s->coda > 0 || s->nucleus != 2 || !letters[last].tone || !syllable_parse(letters, last, &half))
		return 0;
	return (letters[last].base == 'y' && letters[last].tone == TONE_SAC) ||
	       (letters[last].base == 'o' && letters[last].hat == HAT_HORN && letters[last].tone == TONE_HOI);
}

/*
 * Where the tone of a word should stand. Returns 1 if the word is one syllable and its mark stands elsewhere, or more
 * than once (tíếng).
 */
static int is_misplaced(struct cells *cells, const struct cell *word, size_t count, enum tone_style style,
			struct letter *letters, size_t *place)
{
	struct syllable syllable;
	if (count > SYLLABLE_MAX)
		return 0;
	for (size_t i = 0; i < count; i++)
		if (!letter_parts(word[i].code_point, &letters[i]))
			return 0;
	if (!syllable_parse(letters, count, &syllable) || syllable.marks == 0)
		return 0;
	*place = syllable_tone_place(letters, &syllable, style);
	if (syllable.marks == 1 && syllable.tone_at == *place)
		return 0;
	if (is_exception(cells, word, count) || is_glued(word, count) || may_be_foreign(cells, word, count, letters, &syllable) ||
	    may_be_two_words(letters, &syllable))
		return 0;
	for (size_t i = 0; i < count; i++)
		letters[i].tone = i == *place ? syllable.tone : TONE_NGANG;
	return 1;
}

void pass_tones(struct cells *cells, const struct normalize_policy *policy)
{
	const struct cell_list *in = &cells->in;
	enum tone_style style = policy->tone == TONE_NEW ? TONE_STYLE_NEW : TONE_STYLE_OLD;
	for (size_t i = 0; i < in->count;) {
		struct letter letters[SYLLABLE_MAX];
		size_t place, end = word_end(in, i);
		int move = end > i && policy->tone != TONE_KEEP &&
			   is_misplaced(cells, in->list + i, end - i, style, letters, &place) && !word_is_misread(in, i, end);
		if (end == i)
			end = i + 1;
		for (size_t j = 0; i < end; i++, j++)
			cells_push_changed(cells, &in->list[i], move ? letter_compose(letters[j]) : in->list[i].code_point,
					   RULE_TONE);
	}
}
