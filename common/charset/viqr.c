/* SPDX-License-Identifier: MIT */
/*
 * VIQR, RFC 1456: a letter, a hat ^ ( +, a tone ' ` ? ~ . in ASCII; dd is đ; a backslash takes the next character as it is.
 * A mark counts only where it makes a legal letter, and a syllable has one tone. At the end of a word . and ? are tones
 * only if more of the sentence follows: "tro.ng", "la. lu+?ng", but "ddo'.", "sao?".
 */
#include "charset/decode.h"

#include "base/utf8.h"
#include "vietnamese/letter.h"

struct state {
	struct slice bytes;
	size_t at;
	int toned;          /* the syllable at hand has its tone */
	struct letter last; /* base 0 if a mark cannot follow */
};

static int is_letter(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

static char peek(const struct state *state, size_t ahead)
{
	return state->at + ahead < state->bytes.len ? state->bytes.ptr[state->at + ahead] : '\0';
}

static int tone_of(char c)
{
	static const char marks[] = "`?~'.";
	const char *found = c ? strchr(marks, c) : NULL;
	return found ? TONE_HUYEN + (int)(found - marks) : TONE_NGANG;
}

static int hat_of(char c)
{
	return c == '^' ? HAT_CIRCUMFLEX : c == '(' ? HAT_BREVE : c == '+' || c == '*' ? HAT_HORN : HAT_NONE;
}

/*
 * Whether . or ? at the end of a word is its punctuation: nothing follows, or something that begins a sentence. Before
 * other punctuation it is a tone: "bo^.,", "ca?.".
 */
static int ends_sentence(const struct state *state)
{
	char next = peek(state, 1);
	if (is_letter(next) || (next && strchr(",.;:!?)\"", next)))
		return 0;
	if (next != ' ')
		return 1;
	char begin = peek(state, 2);
	return !(begin >= 'a' && begin <= 'z');
}

static int apply(struct state *state, struct letter letter)
{
	if (!letter_compose(letter))
		return 0;
	state->last = letter;
	return 1;
}

/* Takes the mark at hand upon the last letter, if it is one. */
static int take_mark(struct state *state)
{
	char c = peek(state, 0);
	struct letter letter = state->last;
	if (!letter.base)
		return 0;
	if (hat_of(c) && !letter.hat && !letter.tone) {
		letter.hat = (unsigned char)hat_of(c);
		return apply(state, letter);
	}
	if (!tone_of(c) || state->toned || ((c == '.' || c == '?') && ends_sentence(state)))
		return 0;
	/* An apostrophe behind a word that something else quotes: d'accord has no vowel before it, rock'n'roll neither. */
	letter.tone = (unsigned char)tone_of(c);
	state->toned = apply(state, letter);
	return state->toned;
}

static void flush(struct state *state, struct buf *out)
{
	char bytes[4];
	if (state->last.base)
		buf_put(out, bytes, (size_t)utf8_encode(letter_compose(state->last), bytes));
	state->last.base = 0;
}

/* What is not ASCII is UTF-8, or damage. */
static void take_beyond(struct state *state, struct buf *out, struct damage *damage)
{
	uint32_t code_point;
	int n = utf8_decode(state->bytes.ptr + state->at, state->bytes.len - state->at, &code_point);
	if (n > 0) {
		buf_put(out, state->bytes.ptr + state->at, (size_t)n);
	} else {
		buf_put(out, "\xef\xbf\xbd", 3);
		damage->first = damage->count++ ? damage->first : state->at;
	}
	state->toned = 0;
	state->at += (size_t)(n < 0 ? -n : n) - 1;
}

static void take_character(struct state *state, struct buf *out, struct damage *damage)
{
	char c = peek(state, 0);
	flush(state, out);
	if ((unsigned char)c >= 0x80) {
		take_beyond(state, out, damage);
		return;
	}
	if (c == '\\' && (unsigned char)peek(state, 1) < 0x80 && state->at + 1 < state->bytes.len) {
		buf_put_byte(out, state->bytes.ptr[++state->at]);
		return;
	}
	if (!is_letter(c))
		state->toned = 0;
	if ((c == 'd' || c == 'D') && (peek(state, 1) | 0x20) == 'd') {
		state->at++;
		state->last = (struct letter){'d', HAT_STROKE, 0, c == 'D'};
	} else if (!is_letter(c) || !letter_parts((unsigned char)c, &state->last)) {
		buf_put_byte(out, c);
	}
}

void decode_viqr(struct slice bytes, struct buf *out, struct damage *damage)
{
	struct state state = {.bytes = bytes};
	for (; state.at < bytes.len; state.at++)
		if (!take_mark(&state))
			take_character(&state, out, damage);
	flush(&state, out);
}
