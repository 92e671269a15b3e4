/* SPDX-License-Identifier: MIT */
/*
 * Text cut into tokens: syllables, numbers, marks, addresses. A token never holds white space; the decoder then joins
 * tokens that white space parts into words.
 *
 * Every token has a key, by which the model knows it. The key of a syllable is made of its letters in lower case and
 * of its tone, wherever the mark stands, and whether it is composed: "Hoà", "HÒA" and "ho" "a" U+0300 have one key.
 */
#ifndef PHIN_WORDS_TOKEN_H
#define PHIN_WORDS_TOKEN_H

#include <stddef.h>
#include <stdint.h>

enum shape {
	SHAPE_EDGE,       /* before the first token and behind the last */
	SHAPE_LOWER,      /* kinh */
	SHAPE_CAPITAL,    /* Kinh, Ý */
	SHAPE_CAPS,       /* UBND */
	SHAPE_MIXED,      /* iPhone, VnExpress */
	SHAPE_INITIAL,    /* T. */
	SHAPE_SHORTENED,  /* TP. v.v. T.Ư */
	SHAPE_NUMBER,     /* 12 1.234,5 26-9 98% */
	SHAPE_CODE,       /* 70kg U23 example.vn #metoo */
	SHAPE_COMPOUND,   /* Cam-pu-chia check-in */
	SHAPE_STOP,       /* . ! ? ... and every other mark: the first of those that no word goes over */
	SHAPE_COMMA,      /* , ; : / */
	SHAPE_QUOTE,
	SHAPE_OPEN,
	SHAPE_CLOSE,
	SHAPE_DASH,
	SHAPES
};

struct token {
	size_t begin, end;  /* bytes of the text */
	uint32_t key;
	uint16_t onset;     /* of a syllable: what stands before its first vowel and from there on, without the tone; */
	uint16_t rime;      /* 0 in other tokens. "nhớp" and "nhỡn" have one onset, "thăm" and "thẳm" one of each */
	uint8_t shape;      /* enum shape */
	uint8_t apart;      /* white space stands before it */
};

/* Fills the tables that every function here reads. Call once. */
void tokens_init(void);

/*
 * Cuts text[at, len), valid UTF-8, into tokens until `max` of them are there or the text ends; at least one token is
 * made if there is anything but white space. Returns how many; *next is where to go on. Never more than `max`: a run
 * without white space that would make more is cut at the limit.
 */
size_t tokens_cut(const char *text, size_t len, size_t at, struct token *tokens, size_t max, size_t *next);

/* Whether words may go on over the token: it is no mark. */
static inline int token_is_mark(const struct token *token)
{
	return token->shape >= SHAPE_STOP;
}

/* The part of space_length that meets what may be no letter. */
size_t space_length_wide(const char *text, size_t at);

/* Length in bytes of the white space at text[at], 0 if there is none. */
static inline size_t space_length(const char *text, size_t len, size_t at)
{
	unsigned char byte = at < len ? (unsigned char)text[at] : 0xff;
	if (byte < 0x80)
		return byte <= ' ';
	/* No white space begins with the first byte of most letters of Vietnamese, nor with FF, which is no UTF-8. */
	return (byte < 0xe1 && byte != 0xc2) || byte == 0xff ? 0 : space_length_wide(text, at);
}

#endif
