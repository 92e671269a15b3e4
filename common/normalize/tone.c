/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "normalize/mojibake.h"
#include "normalize/passes.h"
#include "normalize/words.h"
#include "vietnamese/syllable.h"

/* Words that parse as a syllable and stay as they are written, in lower case; some only behind a certain word. */
static const struct {
	uint32_t letters[SYLLABLE_MAX];
	const char *before;  /* NULL: anywhere */
} exceptions[] = {
	{{'n', 'o', 0xe9}, NULL},              /* Noé, a French and biblical name; no syllable noe is known */
	{{'g', 0x1ecb, 'a'}, "giặt"},          /* giặt gịa: gi + ịa in all dictionaries */
};

/* Where the white space and hyphens that end at the byte begin. */
static size_t gap_begin(struct slice source, size_t at)
{
	for (;;) {
		if (at > 0 && memchr(" \t\r\n-", source.ptr[at - 1], 5))
			at--;
		else if (at > 1 && memcmp(source.ptr + at - 2, "\xc2\xa0", 2) == 0)
			at -= 2;
		else
			return at;
	}
}

/* Whether the source reads `word`, in any case, and a gap right before the byte. */
static int stands_behind(struct slice source, size_t at, const char *word)
{
	size_t len = strlen(word), end = gap_begin(source, at);
	char lower[16];
	if (end == at || end < len || len > sizeof lower || utf8_valid_prefix(source.ptr + end - len, len) < len)
		return 0;
	text_lower(source.ptr + end - len, len, lower);
	return memcmp(lower, word, len) == 0;
}

/* Whether the word may be mojibake that was not recognised: toÃ³c, yá»…. A tone that moved would destroy it for good. */
static int is_misread(const struct cell_list *in, size_t first, size_t last)
{
	for (size_t i = first; i < last; i++)
		if (mojibake_begins(in, i))
			return 1;
	return 0;
}

static int is_exception(const struct cells *cells, const struct cell *word, size_t count)
{
	for (size_t e = 0; e < sizeof exceptions / sizeof *exceptions; e++) {
		size_t i = 0;
		while (i < count && letter_lower(word[i].code_point) == exceptions[e].letters[i])
			i++;
		if (i == count && (i == SYLLABLE_MAX || !exceptions[e].letters[i]) &&
		    (!exceptions[e].before || stands_behind(cells->source, word->begin, exceptions[e].before)))
			return 1;
	}
	return 0;
}

/*
 * Where the tone of a word should stand. Returns 1 if the word is one syllable and its mark stands elsewhere, or more
 * than once (tíếng).
 */
static int is_misplaced(const struct cells *cells, const struct cell *word, size_t count, enum tone_style style,
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
	if (is_exception(cells, word, count))
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
			   is_misplaced(cells, in->list + i, end - i, style, letters, &place) && !is_misread(in, i, end);
		if (end == i)
			end = i + 1;
		for (size_t j = 0; i < end; i++, j++)
			cells_push_changed(cells, &in->list[i], move ? letter_compose(letters[j]) : in->list[i].code_point,
					   RULE_TONE);
	}
}
