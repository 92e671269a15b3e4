/* SPDX-License-Identifier: MIT */
#include "charset/stored.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/utf8.h"
#include "charset/decode.h"
#include "charset/tables.h"
#include "vietnamese/letter.h"
#include "vietnamese/syllable.h"

static int is_white(uint32_t code_point)
{
	return code_point == ' ' || code_point == '\n' || code_point == '\t' || code_point == '\r';
}

/*
 * White space of ASCII, which no charset has otherwise, no-break spaces but in VISCII, where they are Õ, and signs that are
 * not of windows-1252: 👍, ≥, U+200B.
 */
static int parts_words(uint32_t code_point, enum charset charset)
{
	if (code_point == 0xa0)
		return charset != CHARSET_VISCII;
	int is_mark = code_point >= 0x300 && code_point < 0x370;
	return is_white(code_point) || (charset_cp1252_byte(code_point) < 0 && !is_mark && !letter_is_letter(code_point));
}

/*
 * Of the characters beyond ASCII in good text the most are letters that windows-1252 has not (ế, đ, ư); in stored bytes most
 * are signs and letters that Vietnamese has not (ß, ·, ñ). So many of the former for one of the latter make a text good.
 */
enum { GOOD_FOR_ODD = 4, GOOD_ENOUGH = 32 };

/* Whether two bytes begin or are a character of Vietnamese text in UTF-8: then it is that which was stored (Ã©, Â°, áº¿). */
static int is_utf8(int first, int second)
{
	return second >= 0x80 && second < 0xc0 &&
	       ((first >= 0xc2 && first <= 0xc6) || (first == 0xe1 && (second == 0xba || second == 0xbb)) || (first == 0xe2 && second == 0x80));
}

int stored_is_suspected(struct slice text)
{
	size_t good = 0, odd = 0, beyond = 0, misread = 0;
	int before = 0;
	for (size_t at = 0; at < text.len && good <= GOOD_ENOUGH + GOOD_FOR_ODD * odd;) {
		uint32_t code_point;
		struct letter letter;
		int n = utf8_decode(text.ptr + at, text.len - at, &code_point), last = before;
		at += (size_t)(n < 0 ? -n : n);
		before = 0;
		if (n < 2)
			continue;
		int is_vietnamese = letter_parts(code_point, &letter), byte = charset_cp1252_byte(code_point);
		beyond += byte >= 0;
		good += is_vietnamese && byte < 0;
		odd += !is_vietnamese && byte >= 0 && code_point != 0xa0 && code_point != 0xab && code_point != 0xbb && code_point < 0x2000;
		misread += is_utf8(last, byte);
		before = byte;
	}
	return beyond > 0 && good <= GOOD_FOR_ODD * odd && misread * 2 <= odd;
}

/* What a word says about itself. Of two minds: cã and có are syllables, Café and Cafộ are none. */
enum vote { OF_TWO_MINDS, RIGHT, STORED };

struct word {
	size_t begin, end;         /* in the text */
	size_t at, to;             /* in what was decoded */
	int is_stored;             /* it may be: all of it is of windows-1252 and of the charset */
	int is_ill_cased;          /* it would be */
	enum vote vote;
	unsigned char near[2], far[2];  /* what the neighbours on both sides say: of this sentence, of all */
};

struct words {
	struct word *list;
	size_t count, cap;
	struct buf decoded, bytes;
	struct damage damage;
	int failed;
};

/* Reads the word at `at` and turns it into bytes. Returns where it ends; *is_stored is cleared if it cannot have been any. */
static size_t take_word(struct slice text, size_t at, enum charset charset, struct buf *bytes, int *is_stored)
{
	buf_reset(bytes);
	*is_stored = 1;
	while (at < text.len) {
		uint32_t code_point;
		int n = utf8_next(text.ptr + at, &code_point);
		if (parts_words(code_point, charset))
			break;
		int byte = charset_cp1252_byte(code_point);
		*is_stored &= byte >= 0;
		buf_put_byte(bytes, (char)byte);
		at += (size_t)n;
	}
	return at;
}

/*
 * Whether a word is beyond ASCII, and all that is so are signs that good text has at its ends or by a digit: m², 5°C, ©2020, «x». Words
 * of two charsets make a syllable of "m²"; they prove nothing.
 */
static int has_only_signs(struct slice bytes)
{
	static const char signs[] = "\xa2\xa3\xa5\xa7\xa9\xaa\xab\xae\xb0\xb1\xb2\xb3\xb5\xb7\xba\xbb\xbc\xbd\xbe\xd7";
	int has_signs = 0;
	for (size_t i = 0; i < bytes.len; i++) {
		unsigned char c = (unsigned char)bytes.ptr[i];
		int before = i > 0 ? (unsigned char)bytes.ptr[i - 1] : ' ', behind = i + 1 < bytes.len ? (unsigned char)bytes.ptr[i + 1] : ' ';
		if (c >= 0x80 && (!strchr(signs, c) || (letter_is_letter((uint32_t)before) && letter_is_letter((uint32_t)behind))))
			return 0;
		has_signs |= c >= 0x80;
	}
	return has_signs;
}

/*
 * Decodes all words into words->decoded, what stands between them as it is. With `list`, where each is as well; without, for
 * the score, those that prove nothing are left out.
 */
static void decode_words(enum charset charset, struct slice text, struct words *words, int list)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t code_point;
		struct word word = {.begin = at, .at = words->decoded.len};
		word.end = at = take_word(text, at, charset, &words->bytes, &word.is_stored);
		if (word.end == word.begin) {
			at += (size_t)utf8_next(text.ptr + at, &code_point);
			buf_put(&words->decoded, text.ptr + word.begin, at - word.begin);
			continue;
		}
		words->failed |= words->bytes.failed;
		size_t damage = words->damage.count;
		if (word.is_stored)
			decode_bytes(charset, buf_slice(&words->bytes), &words->decoded, &words->damage);
		word.is_stored &= words->damage.count == damage;
		if (!word.is_stored) {
			words->decoded.len = word.at;
			buf_put(&words->decoded, text.ptr + word.begin, word.end - word.begin);
		}
		word.to = words->decoded.len;
		if (!list) {
			words->decoded.len = word.is_stored && !has_only_signs(buf_slice(&words->bytes)) ? word.to : word.at;
			continue;
		}
		if (LIST_RESERVE(words->list, words->cap, words->count + 1) < 0) {
			words->failed = 1;
			return;
		}
		words->list[words->count++] = word;
	}
	words->failed |= words->decoded.failed || words->bytes.failed;
	if (charset == CHARSET_TCVN3 && !words->failed)
		restore_capitals(words->decoded.ptr, words->decoded.len);
}

static void free_words(struct words *words)
{
	free(words->list);
	buf_free(&words->decoded);
	buf_free(&words->bytes);
}

void stored_decode_all(enum charset charset, struct slice text, struct buf *out, size_t *bad)
{
	struct words words = {0};
	decode_words(charset, text, &words, 0);
	buf_put_slice(out, buf_slice(&words.decoded));
	*bad = words.damage.count;
	out->failed |= words.failed;
	free_words(&words);
}

static int is_ascii(struct slice word)
{
	size_t at = 0;
	while (at < word.len && (unsigned char)word.ptr[at] < 0x80)
		at++;
	return at == word.len;
}

/* Whether a word reads as a syllable beyond ASCII; marks of ASCII in front of it do not count. */
static int is_syllable(struct slice word)
{
	size_t count, at = 0;
	struct letter letters[SYLLABLE_MAX];
	while (at < word.len && (unsigned char)word.ptr[at] < 0x80 && !letter_is_letter((unsigned char)word.ptr[at]))
		at++;
	size_t len = syllable_letters(slice_of(word.ptr + at, word.len - at), letters, &count);
	return len > 0 && count <= SYLLABLE_MAX && !is_ascii(slice_of(word.ptr + at, len)) &&
	       syllable_is_word(letters, count);
}

/* Whether a capital beyond ASCII stands behind a small letter, as in no word: hoỔ. */
static int is_ill_cased(struct slice word)
{
	int after_small = 0;
	for (size_t at = 0; at < word.len;) {
		uint32_t code_point;
		at += (size_t)utf8_next(word.ptr + at, &code_point);
		if (after_small && code_point >= 0x80 && letter_is_upper(code_point))
			return 1;
		after_small = letter_is_letter(code_point) && !letter_is_upper(code_point);
	}
	return 0;
}

static struct slice source_of(struct slice text, const struct word *word)
{
	return slice_of(text.ptr + word->begin, word->end - word->begin);
}

static struct slice decoded_of(const struct words *words, const struct word *word)
{
	return slice_of(words->decoded.ptr + word->at, word->to - word->at);
}

/* The last two votes on one side of a word; OF_TWO_MINDS where there are none yet. */
struct side {
	enum vote last, before;
};

/* What they say. One word that is right by chance does not make a side right: two do, or one that is all there is. */
static enum vote side_says(const struct side *side)
{
	return side->last == RIGHT && side->before == STORED ? STORED : side->last;
}

static void side_takes(struct side *side, enum vote vote)
{
	if (vote != OF_TWO_MINDS)
		*side = (struct side){vote, side->last};
}

static int ends_sentence(struct slice word)
{
	return word.len > 0 && memchr(".!?", word.ptr[word.len - 1], 3) != NULL;
}

static void vote(struct slice text, struct words *words, struct word *word)
{
	struct slice source = source_of(text, word), decoded = decoded_of(words, word);
	int before = is_syllable(source), after = word->is_stored && is_syllable(decoded);
	word->vote = before && !after ? RIGHT : after && !before ? STORED : OF_TWO_MINDS;
	word->is_ill_cased = !after && !is_ill_cased(source) && is_ill_cased(decoded);
}

/* The votes of all words, and what the neighbours of each say: those in its sentence, and those anywhere. */
static void count_votes(struct slice text, struct words *words)
{
	struct side near = {OF_TWO_MINDS, OF_TWO_MINDS}, far = near;
	for (size_t i = 0; i < words->count; i++) {
		struct word *word = &words->list[i];
		vote(text, words, word);
		word->near[0] = (unsigned char)side_says(&near);
		word->far[0] = (unsigned char)side_says(&far);
		side_takes(&near, word->vote);
		side_takes(&far, word->vote);
		if (ends_sentence(source_of(text, word)))
			near = (struct side){OF_TWO_MINDS, OF_TWO_MINDS};
	}
	near = far = (struct side){OF_TWO_MINDS, OF_TWO_MINDS};
	for (size_t i = words->count; i-- > 0;) {
		struct word *word = &words->list[i];
		if (ends_sentence(source_of(text, word)))
			near = (struct side){OF_TWO_MINDS, OF_TWO_MINDS};
		word->near[1] = (unsigned char)side_says(&near);
		word->far[1] = (unsigned char)side_says(&far);
		side_takes(&near, word->vote);
		side_takes(&far, word->vote);
	}
}

/* Whether the word stays: it is right, or is of two minds where something near is right, or far if nothing near is sure. */
static int is_right(const struct word *word)
{
	if (word->vote != OF_TWO_MINDS || word->is_ill_cased)
		return word->vote != STORED;
	const unsigned char *says = word->near[0] || word->near[1] ? word->near : word->far;
	return says[0] == RIGHT || says[1] == RIGHT;
}

void stored_decode(enum charset charset, struct slice text, struct buf *out, struct edits *edits, const char *rule)
{
	struct words words = {0};
	size_t copied = 0;
	decode_words(charset, text, &words, 1);
	out->failed |= words.failed;
	if (!words.failed)
		count_votes(text, &words);
	for (size_t i = 0; i < words.count && !out->failed; i++) {
		const struct word *word = &words.list[i];
		struct slice decoded = decoded_of(&words, word);
		if (is_right(word) || slice_equal(source_of(text, word), decoded))
			continue;
		buf_put(out, text.ptr + copied, word->begin - copied);
		size_t begin = out->len;
		buf_put_slice(out, decoded);
		copied = word->end;
		if (edits)
			edits_add(edits, word->begin, word->end, begin, out->len, rule);
	}
	buf_put(out, text.ptr + copied, text.len - copied);
	free_words(&words);
}
