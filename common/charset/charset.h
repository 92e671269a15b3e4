/* SPDX-License-Identifier: MIT */
/*
 * The charsets that Vietnamese text comes in: names, decoders, detection. Used by the one reader of plain text and, for
 * bytes that were stored as UTF-8 undecoded, by normalize.
 */
#ifndef PHIN_CHARSET_H
#define PHIN_CHARSET_H

#include <stddef.h>

#include "base/buf.h"
#include "base/slice.h"

enum charset {
	CHARSET_AUTO,
	CHARSET_UTF8,
	CHARSET_UTF16,    /* by its byte order mark, else little endian */
	CHARSET_UTF16LE,
	CHARSET_UTF16BE,
	CHARSET_TCVN3,
	CHARSET_VNI,
	CHARSET_VISCII,
	CHARSET_VPS,
	CHARSET_CP1258,
	CHARSET_BKHCM2,
	CHARSET_VIQR,
	CHARSET_CP1252,
	CHARSETS,
};

struct charset_info {
	const char *name;
	const char *aliases;  /* separated by blanks */
	const char *what;     /* one line for people */
};

extern const struct charset_info charset_info[CHARSETS];

/* The charset of a name or alias, in any case; CHARSETS if there is none. For tables of options: charset_option. */
enum charset charset_by_name(const char *name);

/* Stores the charset in *(int *)target. Returns NULL, or what is wrong with the name. */
const char *charset_option(const char *name, void *target);

/* What a document is in. */
struct charset_guess {
	enum charset charset;  /* never CHARSET_AUTO */
	int stored;            /* its bytes were taken for windows-1252 and stored as UTF-8: Céng hßa */
	int is_ascii;          /* nothing was seen that would tell */
	int failed;            /* no memory to tell it */
};

enum {
	/* Detection looks at so much from the beginning, and if that is ASCII, at so much from the first other byte on. */
	CHARSET_SAMPLE = 64 << 10,
};

/*
 * Tells the charset of a document: a byte order mark, else UTF-8 if all of it is valid, else the charset under which the
 * words beyond ASCII are Vietnamese syllables; else windows-1252, or UTF-8 with bad bytes if there is more of that.
 */
void charset_detect(struct slice bytes, struct charset_guess *guess);

/*
 * The same for valid UTF-8 alone: whether it is windows-1252 that was another charset before. Returns 1 with the guess, 0,
 * or -1 without memory.
 */
int charset_detect_stored(struct slice text, struct charset_guess *guess);

/*
 * Decodes bytes as UTF-8 with NFC for the Vietnamese letters, appending to out; line separators (CR alone, U+0085, U+2028,
 * U+2029) become newlines, code point for code point. What cannot be decoded becomes U+FFFD: *bad counts it and
 * *first_bad is the place of the first in bytes. Failure is in out->failed.
 */
void charset_decode(const struct charset_guess *guess, struct slice bytes, struct buf *out, size_t *bad, size_t *first_bad);

/*
 * Does to valid UTF-8, where it stands, what decoding would do (but to a byte order mark): its line separators become
 * newlines, and *len less. Returns 0 if it is not valid, and then nothing has changed.
 */
int charset_settle_utf8(char *bytes, size_t *len);

#endif
