/* SPDX-License-Identifier: MIT */
#include <stdint.h>

#include "base/utf8.h"
#include "charset/charset.h"
#include "charset/decode.h"
#include "charset/stored.h"
#include "vietnamese/language.h"
#include "vietnamese/letter.h"
#include "vietnamese/syllable.h"

/* The charsets that are told apart by their words, the likelier first: of two that explain a text alike it wins. */
static const enum charset candidates[] = {
	CHARSET_TCVN3, CHARSET_VNI, CHARSET_CP1258, CHARSET_VISCII, CHARSET_VPS, CHARSET_BKHCM2,
};

/* Beyond ASCII: punctuation that stands between words in any charset, and signs that no charset has. */
static int is_between(uint32_t cp)
{
	return cp == 0xa0 || cp == 0xab || cp == 0xbb || (cp >= 0x200b && cp <= 0x2029) ||
	       (cp >= 0x2190 && !letter_is_letter(cp));
}

/* A word beyond ASCII speaks for a charset if it is a syllable, against it if it is none. One letter (ð, Ỗ) says little. */
static int score_word(struct slice word)
{
	struct letter letters[SYLLABLE_MAX];
	struct syllable syllable;
	size_t count, len = syllable_letters(word, letters, &count);
	if (len < word.len || !syllable_parse(letters, count, &syllable))
		return -2;
	return syllable_is_word(letters, count) ? (count > 1 ? 2 : 0) : -1;
}

static long score_text(struct slice text, size_t *words)
{
	long score = 0;
	*words = 0;
	for (size_t at = 0; at < text.len;) {
		size_t begin = at;
		int is_beyond = 0, has_letter = 0;
		while (at < text.len) {
			uint32_t cp;
			int n = utf8_next(text.ptr + at, &cp);
			if (cp < 0x80 ? !letter_is_letter(cp) : is_between(cp))
				break;
			is_beyond |= cp >= 0x80;
			has_letter |= letter_is_letter(cp);
			at += (size_t)n;
		}
		if (is_beyond && has_letter) {
			score += score_word(slice_of(text.ptr + begin, at - begin));
			++*words;
		}
		if (at < text.len && at == begin) {
			uint32_t cp;
			at += (size_t)utf8_next(text.ptr + at, &cp);
		}
	}
	return score;
}

/* The best of the candidates for these bytes; CHARSETS if none scores above `floor`. */
static enum charset best_candidate(struct slice bytes, long floor, struct buf *scratch)
{
	enum charset best = CHARSETS;
	for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
		struct damage damage = {0};
		size_t words;
		buf_reset(scratch);
		decode_bytes(candidates[i], bytes, scratch, &damage);
		if (candidates[i] == CHARSET_TCVN3)
			restore_capitals(scratch->ptr, scratch->len);
		long score = score_text(buf_slice(scratch), &words) - 2 * (long)damage.count;
		if (!scratch->failed && score > floor) {
			floor = score;
			best = candidates[i];
		}
	}
	return best;
}

static int has_bom(struct slice bytes, struct charset_guess *guess)
{
	if (slice_has_prefix(bytes, SLICE("\xef\xbb\xbf")))
		guess->charset = CHARSET_UTF8;
	else if (slice_has_prefix(bytes, SLICE("\xff\xfe")))
		guess->charset = CHARSET_UTF16LE;
	else if (slice_has_prefix(bytes, SLICE("\xfe\xff")))
		guess->charset = CHARSET_UTF16BE;
	else
		return 0;
	return 1;
}

/* UTF-16 without a mark: of the ASCII that every text holds, one byte in two is NUL, always on the same side. */
static int is_utf16(struct slice bytes, struct charset_guess *guess)
{
	size_t zeros[2] = {0};
	if (bytes.len < 4 || bytes.len % 2 || !memchr(bytes.ptr, '\0', bytes.len))
		return 0;
	for (size_t i = 0; i < bytes.len; i++)
		zeros[i % 2] += bytes.ptr[i] == '\0';
	size_t half = bytes.len / 2;
	if (zeros[0] * 20 < half && zeros[1] * 4 > half)
		guess->charset = CHARSET_UTF16LE;
	else if (zeros[1] * 20 < half && zeros[0] * 4 > half)
		guess->charset = CHARSET_UTF16BE;
	else
		return 0;
	return 1;
}

/*
 * VIQR is ASCII, and so is English: it must be beyond doubt. Of the words that marks make other than ASCII at least five
 * are syllables and not a tenth is none, and they are a sixth of all.
 */
static int is_viqr(struct slice bytes, struct buf *scratch)
{
	struct damage damage = {0};
	size_t words, spaces = 1;
	if (!memchr(bytes.ptr, '^', bytes.len) && !memchr(bytes.ptr, '+', bytes.len))
		return 0;
	for (size_t i = 0; i < bytes.len; i++)
		spaces += bytes.ptr[i] == ' ' || bytes.ptr[i] == '\n';
	buf_reset(scratch);
	decode_viqr(bytes, scratch, &damage);
	if (scratch->failed)
		return 0;
	long score = score_text(buf_slice(scratch), &words);
	return words >= 5 && score * 10 >= (long)words * 16 && words * 6 >= spaces;
}

/* Valid characters beyond ASCII, and what is no UTF-8; the last bytes of a sample that was cut are neither. */
static void count_utf8(struct slice bytes, int was_cut, size_t *good, size_t *bad)
{
	*good = *bad = 0;
	for (size_t at = 0; at < bytes.len;) {
		uint32_t cp;
		int n = utf8_decode(bytes.ptr + at, bytes.len - at, &cp);
		int is_cut = n < 0 && was_cut && at + 3 >= bytes.len;
		*good += n > 1;
		*bad += n < 0 && !is_cut;
		at += (size_t)(n < 0 ? -n : n);
	}
}

/* Whether a sample is UTF-8, as count_utf8 would have it, but for the last bytes of one that was cut. */
static int is_utf8(struct slice bytes, int was_cut)
{
	size_t valid = utf8_valid_prefix(bytes.ptr, bytes.len);
	return valid == bytes.len || (was_cut && valid + 3 >= bytes.len);
}

/* The best of the candidates for text whose bytes were taken for windows-1252 and stored as UTF-8. */
static enum charset best_stored(struct slice text, long floor, struct buf *scratch)
{
	enum charset best = CHARSETS;
	for (size_t i = 0; i < sizeof candidates / sizeof *candidates && !scratch->failed; i++) {
		size_t words, bad;
		buf_reset(scratch);
		stored_decode_all(candidates[i], text, scratch, &bad);
		long score = score_text(buf_slice(scratch), &words) - 2 * (long)bad;
		if (!scratch->failed && score > floor) {
			floor = score;
			best = candidates[i];
		}
	}
	return best;
}

/*
 * Whether most words come out as syllables, those in ASCII, too: "può" comes in every sentence of Italian and may be read as a
 * syllable, but the others are none.
 */
static int comes_out_vietnamese(enum charset charset, struct slice text, struct buf *scratch)
{
	struct language_counts counts = {0};
	size_t bad;
	buf_reset(scratch);
	stored_decode_all(charset, text, scratch, &bad);
	if (scratch->failed)
		return 0;
	language_count(buf_slice(scratch), &counts);
	return counts.syllables * 10 >= counts.words * 6;
}

int charset_detect_stored(struct slice text, struct charset_guess *guess)
{
	struct buf scratch = {0};
	size_t words, bad;
	*guess = (struct charset_guess){.charset = CHARSET_UTF8};
	text.len = utf8_valid_prefix(text.ptr, text.len);
	if (!stored_is_suspected(text))
		return 0;
	stored_decode_all(CHARSET_CP1252, text, &scratch, &bad);
	long floor = scratch.failed ? 0 : score_text(buf_slice(&scratch), &words);
	/* Three syllables more than by chance. */
	enum charset charset = !scratch.failed && words ? best_stored(text, (floor > 0 ? floor : 0) + 5, &scratch) : CHARSETS;
	int found = !scratch.failed && charset != CHARSETS && comes_out_vietnamese(charset, text, &scratch);
	int failed = scratch.failed;
	buf_free(&scratch);
	if (!found)
		return failed ? -1 : 0;
	guess->charset = charset;
	guess->stored = 1;
	return 1;
}

static void detect_words(struct slice bytes, size_t good, size_t bad, struct charset_guess *guess, struct buf *scratch)
{
	struct damage damage = {0};
	size_t words;
	buf_reset(scratch);
	decode_utf8(bytes, scratch, &damage);
	long floor = score_text(buf_slice(scratch), &words);
	enum charset best = best_candidate(bytes, floor > 0 ? floor : 0, scratch);
	if (best != CHARSETS)
		guess->charset = best;
	else
		guess->charset = floor > 0 || good > bad ? CHARSET_UTF8 : CHARSET_CP1252;
}

static int is_ascii(unsigned char c)
{
	return c < 0x80;
}

static size_t ascii_prefix(struct slice bytes)
{
	size_t at = 0;
	while (at < bytes.len && is_ascii((unsigned char)bytes.ptr[at]))
		at++;
	return at;
}

/* The sample of a document from its first byte beyond ASCII, or a little before: words at a border are whole. */
static struct slice late_sample(struct slice bytes, size_t ascii)
{
	while (ascii > 0 && bytes.ptr[ascii - 1] != ' ' && bytes.ptr[ascii - 1] != '\n')
		ascii--;
	size_t len = bytes.len - ascii;
	return slice_of(bytes.ptr + ascii, len < CHARSET_SAMPLE ? len : CHARSET_SAMPLE);
}

void charset_detect(struct slice bytes, struct charset_guess *guess)
{
	struct buf scratch = {0};
	struct slice sample = slice_of(bytes.ptr, bytes.len < CHARSET_SAMPLE ? bytes.len : CHARSET_SAMPLE);
	size_t ascii = ascii_prefix(bytes), good, bad;
	*guess = (struct charset_guess){.charset = CHARSET_UTF8};
	if (has_bom(bytes, guess) || is_utf16(sample, guess))
		return;
	if (ascii >= sample.len) {
		if (is_viqr(sample, &scratch)) {
			guess->charset = CHARSET_VIQR;
			goto out;
		}
		if (ascii == bytes.len) {
			guess->is_ascii = 1;
			goto out;
		}
		sample = late_sample(bytes, ascii);
	}
	int was_cut = sample.ptr + sample.len < bytes.ptr + bytes.len;
	if (is_utf8(sample, was_cut)) {
		guess->failed = charset_detect_stored(sample, guess) < 0;
	} else {
		count_utf8(sample, was_cut, &good, &bad);
		detect_words(sample, good, bad, guess, &scratch);
	}
out:
	guess->failed |= scratch.failed;
	buf_free(&scratch);
}

static void decode(enum charset charset, struct slice bytes, struct buf *out, struct damage *damage)
{
	size_t from = out->len;
	switch (charset) {
	case CHARSET_AUTO: case CHARSET_UTF8: case CHARSETS:
		decode_utf8(bytes, out, damage);
		break;
	case CHARSET_UTF16: case CHARSET_UTF16LE: case CHARSET_UTF16BE:
		decode_utf16(bytes, charset == CHARSET_UTF16BE, out, damage);
		break;
	case CHARSET_VIQR:
		decode_viqr(bytes, out, damage);
		break;
	default:
		decode_bytes(charset, bytes, out, damage);
	}
	if (charset == CHARSET_TCVN3 && out->len > from)
		restore_capitals(out->ptr + from, out->len - from);
}

void charset_decode(const struct charset_guess *guess, struct slice bytes, struct buf *out, size_t *bad, size_t *first_bad)
{
	struct damage damage = {0};
	size_t from = out->len;
	enum charset charset = guess->charset;
	if (charset == CHARSET_UTF16)
		charset = slice_has_prefix(bytes, SLICE("\xfe\xff")) ? CHARSET_UTF16BE : CHARSET_UTF16LE;
	if (guess->stored && utf8_valid_prefix(bytes.ptr, bytes.len) == bytes.len)
		stored_decode(charset, bytes, out, NULL, NULL);
	else if (guess->stored)
		decode_utf8(bytes, out, &damage);
	else
		decode(charset, bytes, out, &damage);
	if (!out->failed && out->len > from)
		out->len = from + join_line_ends(out->ptr + from, out->len - from);
	*bad = damage.count;
	*first_bad = damage.first;
}
