/* SPDX-License-Identifier: MIT */
#include <stdint.h>

#include "base/utf8.h"
#include "charset/charset.h"
#include "charset/decode.h"
#include "vietnamese/letter.h"
#include "vietnamese/syllable.h"

/* The charsets that are told apart by their words, the likelier first: of two that explain a text alike it wins. */
static const enum charset candidates[] = {
	CHARSET_TCVN3, CHARSET_VNI, CHARSET_CP1258, CHARSET_VISCII, CHARSET_VPS, CHARSET_BKHCM2,
};

/* Punctuation beyond ASCII that stands between words in any charset. */
static int is_between(uint32_t cp)
{
	return cp == 0xa0 || cp == 0xab || cp == 0xbb || (cp >= 0x2010 && cp <= 0x2026);
}

/* How the letters of a word are cased: 1 if all small, all capitals, or the first alone a capital. */
static int is_cased_well(const struct letter *letters, size_t count)
{
	size_t upper = 0;
	for (size_t i = 0; i < count; i++)
		upper += letters[i].upper;
	return upper == 0 || upper == count || (upper == 1 && letters[0].upper);
}

/* A word beyond ASCII speaks for a charset if it is a syllable, against it if it is none. */
static int score_word(struct slice word)
{
	struct letter letters[SYLLABLE_MAX];
	struct syllable syllable;
	size_t count, len = syllable_letters(word, letters, &count);
	if (len < word.len || !syllable_parse(letters, count, &syllable))
		return -2;
	return syllable.strict && is_cased_well(letters, count) ? 2 : -1;
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

/* The words of valid UTF-8 read as they are, against the same bytes taken for windows-1252 once before. */
static void look_behind_utf8(struct slice bytes, struct charset_guess *guess, struct buf *scratch, struct buf *other)
{
	size_t words;
	buf_reset(other);
	size_t whole = utf8_valid_prefix(bytes.ptr, bytes.len);
	if (!encode_cp1252(slice_of(bytes.ptr, whole), other) || other->failed)
		return;
	long floor = score_text(slice_of(bytes.ptr, whole), &words);
	/* Three syllables more than by chance. */
	enum charset charset = words ? best_candidate(buf_slice(other), (floor > 0 ? floor : 0) + 5, scratch) : CHARSETS;
	if (charset != CHARSETS) {
		guess->charset = charset;
		guess->stored = 1;
	}
}

int charset_detect_stored(struct slice text, struct charset_guess *guess)
{
	struct buf scratch = {0}, other = {0};
	*guess = (struct charset_guess){.charset = CHARSET_UTF8};
	look_behind_utf8(text, guess, &scratch, &other);
	buf_free(&scratch);
	buf_free(&other);
	return guess->stored;
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
	struct buf scratch = {0}, other = {0};
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
	count_utf8(sample, sample.ptr + sample.len < bytes.ptr + bytes.len, &good, &bad);
	if (bad == 0)
		look_behind_utf8(sample, guess, &scratch, &other);
	else
		detect_words(sample, good, bad, guess, &scratch);
out:
	buf_free(&scratch);
	buf_free(&other);
}

/*
 * The length of a line separator that is none in a file of lines: a CR alone, U+0085, U+2028, U+2029; 0 if there is none.
 * U+0085 behind » is no line end but the last of the bytes E1 BB 85, which were ễ before somebody took them for Latin-1.
 */
static size_t line_separator(const char *s, size_t left, int behind_guillemet)
{
	if (*s == '\r')
		return left < 2 || s[1] != '\n';
	if (left > 1 && memcmp(s, "\xc2\x85", 2) == 0)
		return behind_guillemet ? 0 : 2;
	return left > 2 && (memcmp(s, "\xe2\x80\xa8", 3) == 0 || memcmp(s, "\xe2\x80\xa9", 3) == 0) ? 3 : 0;
}

/* Where each of the bytes that a separator begins with stands next: all are rare, so memchr goes far in one step. */
struct separators {
	struct slice text;
	const char *next[3];
};

static const char separator_begins[] = {'\r', '\xc2', '\xe2'};

static const char *find_byte(struct slice text, size_t at, char byte)
{
	const char *found = at < text.len ? memchr(text.ptr + at, byte, text.len - at) : NULL;
	return found ? found : text.ptr + text.len;
}

static struct separators separators_of(struct slice text)
{
	struct separators separators = {.text = text};
	for (size_t i = 0; i < sizeof separator_begins; i++)
		separators.next[i] = find_byte(text, 0, separator_begins[i]);
	return separators;
}

/* The next separator; returns its length and *at, or 0 at the end of the text. */
static size_t next_separator(struct separators *separators, size_t *at)
{
	struct slice text = separators->text;
	for (;;) {
		size_t first = 0;
		for (size_t i = 1; i < sizeof separator_begins; i++)
			if (separators->next[i] < separators->next[first])
				first = i;
		const char *begin = separators->next[first];
		*at = (size_t)(begin - text.ptr);
		if (*at == text.len)
			return 0;
		separators->next[first] = find_byte(text, *at + 1, separator_begins[first]);
		size_t len = line_separator(begin, text.len - *at, *at > 1 && memcmp(begin - 2, "\xc2\xbb", 2) == 0);
		if (len > 0)
			return len;
	}
}

/* They become newlines, code point for code point. */
static void join_line_ends(struct buf *out, size_t from)
{
	struct slice text = slice_of(out->ptr + from, out->len - from);
	struct separators separators = separators_of(text);
	size_t begin = 0, to = 0, at, len;
	/* What is moved lies before the separator at hand, what is looked for behind it. */
	while ((len = next_separator(&separators, &at)) > 0) {
		memmove(out->ptr + from + to, text.ptr + begin, at - begin);
		to += at - begin;
		out->ptr[from + to++] = '\n';
		begin = at + len;
	}
	if (begin == 0)
		return;
	memmove(out->ptr + from + to, text.ptr + begin, text.len - begin);
	out->len = from + to + text.len - begin;
}

static int has_line_separators(struct slice text)
{
	size_t at;
	struct separators separators = separators_of(text);
	return next_separator(&separators, &at) > 0;
}

int charset_is_plain_utf8(struct slice bytes)
{
	/* Separators first: where there is one, the text is validated as it is decoded. */
	return !has_line_separators(bytes) && utf8_valid_prefix(bytes.ptr, bytes.len) == bytes.len;
}

static size_t white_end(struct slice text, size_t at)
{
	while (at < text.len && memchr(" \n\t\r", text.ptr[at], 4))
		at++;
	return at;
}

static size_t word_end(struct slice text, size_t at)
{
	while (at < text.len && !memchr(" \n\t\r", text.ptr[at], 4))
		at++;
	return at;
}

/* Whether a word reads as a syllable; ASCII marks in front of it do not count. */
static int is_syllable(struct slice word)
{
	size_t count, at = 0;
	struct letter letters[SYLLABLE_MAX];
	struct syllable syllable;
	while (at < word.len && (unsigned char)word.ptr[at] < 0x80 && !letter_is_letter((unsigned char)word.ptr[at]))
		at++;
	return syllable_letters(slice_of(word.ptr + at, word.len - at), letters, &count) > 0 && count <= SYLLABLE_MAX &&
	       syllable_parse(letters, count, &syllable) && syllable.strict;
}

/*
 * Words that were right before the decoding and are none behind it stay: "bình" would be "bỡnh". No charset has another
 * meaning for ASCII's white space, so the words of both texts go side by side.
 */
static void keep_right_words(struct slice before, struct slice decoded, struct buf *out)
{
	for (size_t a = 0, b = 0; b < decoded.len;) {
		size_t begin_a = white_end(before, a), begin_b = white_end(decoded, b);
		buf_put(out, decoded.ptr + b, begin_b - b);
		a = word_end(before, begin_a);
		b = word_end(decoded, begin_b);
		struct slice old = slice_of(before.ptr + begin_a, a - begin_a), new = slice_of(decoded.ptr + begin_b, b - begin_b);
		int stays = !is_syllable(new) && is_syllable(old);
		buf_put(out, (stays ? old : new).ptr, (stays ? old : new).len);
	}
}

void charset_decode(const struct charset_guess *guess, struct slice bytes, struct buf *out, size_t *bad, size_t *first_bad)
{
	struct damage damage = {0};
	struct buf inner = {0}, decoded = {0};
	struct slice stored = bytes;
	size_t from = out->len;
	enum charset charset = guess->charset;
	if (charset == CHARSET_UTF16)
		charset = slice_has_prefix(bytes, SLICE("\xfe\xff")) ? CHARSET_UTF16BE : CHARSET_UTF16LE;
	if (guess->stored && utf8_valid_prefix(bytes.ptr, bytes.len) == bytes.len && encode_cp1252(bytes, &inner))
		bytes = buf_slice(&inner);
	else if (guess->stored)
		charset = CHARSET_UTF8;
	switch (charset) {
	case CHARSET_AUTO: case CHARSET_UTF8: case CHARSETS:
		decode_utf8(bytes, out, &damage);
		break;
	case CHARSET_UTF16: case CHARSET_UTF16LE: case CHARSET_UTF16BE:
		decode_utf16(bytes, charset == CHARSET_UTF16BE, out, &damage);
		break;
	case CHARSET_VIQR:
		decode_viqr(bytes, out, &damage);
		break;
	default:
		decode_bytes(charset, bytes, out, &damage);
	}
	if (bytes.ptr != stored.ptr) {
		buf_put(&decoded, out->ptr + from, out->len - from);
		out->len = from;
		keep_right_words(stored, buf_slice(&decoded), out);
	}
	out->failed |= inner.failed || decoded.failed;
	buf_free(&inner);
	buf_free(&decoded);
	if (!out->failed)
		join_line_ends(out, from);
	*bad = damage.count;
	*first_bad = damage.first;
}
