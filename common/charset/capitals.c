/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "charset/decode.h"
#include "vietnamese/letter.h"
#include "vietnamese/syllable.h"

/* A word for restore_capitals: how many letters speak for capitals or for small letters, how many say nothing. */
struct word {
	size_t begin, end;
	int upper, lower, silent;
	int is_syllable;   /* not an abbreviation such as GTVT, which is in capitals anywhere */
};

/* Letters with a tone say nothing in TCVN3; all others do. */
static size_t read_word(const char *text, size_t len, size_t at, struct word *word)
{
	uint32_t code_point;
	struct letter letter;
	*word = (struct word){0};
	for (int n; at < len; at += (size_t)n) {
		n = utf8_next(text + at, &code_point);
		if (letter_parts(code_point, &letter))
			break;
	}
	word->begin = at;
	for (int n; at < len; at += (size_t)n) {
		n = utf8_next(text + at, &code_point);
		if (!letter_parts(code_point, &letter))
			break;
		word->silent += !letter.upper && letter.tone;
		word->upper += letter.upper;
		word->lower += !letter.upper && !letter.tone;
	}
	word->is_syllable = syllable_is_valid(slice_of(text + word->begin, at - word->begin), 0);
	return word->end = at;
}

/* Whether text[0, at) ends in two small letters: a word, not an initial. */
static int ends_in_word(const char *text, size_t at)
{
	for (int i = 0; i < 2; i++) {
		uint32_t code_point;
		struct letter letter;
		if (at == 0)
			return 0;
		at -= (size_t)utf8_previous(text, at, &code_point);
		if (!letter_parts(code_point, &letter) || letter.upper)
			return 0;
	}
	return 1;
}

/* Whether a sentence begins here: behind an empty line, or a full stop after a word in small letters (not "V.", "..."). */
static int begins_sentence(const char *text, size_t at)
{
	int newlines = 0, blanks = 0;
	while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '\r')) {
		newlines += text[--at] == '\n';
		blanks++;
	}
	if (at == 0 || blanks == 0)
		return 0;
	return newlines > 1 || (text[at - 1] == '.' && ends_in_word(text, at - 1));
}

static void raise_letters(char *text, const struct word *word, size_t most)
{
	uint32_t code_point;
	struct letter letter;
	for (size_t at = word->begin; at < word->end && most > 0; most--) {
		int n = utf8_next(text + at, &code_point);
		letter_parts(code_point, &letter);
		letter.upper = 1;
		/* Both cases of a Vietnamese letter are of one length in UTF-8. */
		utf8_encode(letter_compose(letter), text + at);
		at += (size_t)n;
	}
}

/* Whether a word is in capitals for certain. */
static int is_capitals(const struct word *word)
{
	return word->upper > 1 && word->lower == 0;
}

/*
 * A word without small letters and with two capitals is raised. One that is silent, or has its first letter only, looks
 * at its neighbours: "Tõ NAY" and "ë NHµ" are in capitals, "Bé §éi" is not. The first letter of a sentence is one anyway.
 */
void restore_capitals(char *text, size_t len)
{
	struct word before = {0}, here, after;
	size_t at = read_word(text, len, 0, &here);
	while (here.end > here.begin) {
		at = read_word(text, len, at, &after);
		int undecided = here.lower == 0 && here.upper <= 1 && here.silent > 0;
		int around = (is_capitals(&before) && before.is_syllable) || (is_capitals(&after) && after.is_syllable);
		int against = before.lower > 0 || after.lower > 0;
		if (here.silent > 0 && (is_capitals(&here) || (undecided && around && !against))) {
			raise_letters(text, &here, SIZE_MAX);
			here.upper = 2;
		} else if (here.silent > 0 && here.upper == 0 && begins_sentence(text, here.begin)) {
			raise_letters(text, &here, 1);
		}
		before = here;
		here = after;
	}
}
