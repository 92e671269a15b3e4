/* SPDX-License-Identifier: MIT */
#include "segment/stop.h"

#include <string.h>

#include "vietnamese/syllable.h"

/* What stands behind a stop. */
enum follow {
	FOLLOW_LOWER,
	FOLLOW_UPPER,
	FOLLOW_DIGIT,
	FOLLOW_PUNCTUATION,
	FOLLOW_QUOTE,    /* a quotation opens */
	FOLLOW_BRACKET,  /* a bracket opens */
	FOLLOW_OTHER,    /* a bullet, another script */
};

struct following {
	enum follow kind;
	int dash;        /* a dash stands before it */
	enum follow inside;  /* what is in the quotation or bracket, or behind the bullet */
	size_t at;       /* where the word begins that decides */
};

/* Letters, digits and what joins them in one word: "TP.HCM", "4.0", "đ/c", "AC/DC", "Covid-19". */
static int joins(enum glyph glyph)
{
	return glyph == GLYPH_UPPER || glyph == GLYPH_LOWER || glyph == GLYPH_DIGIT || glyph == GLYPH_CASELESS;
}

/* The run of letters and digits at text[at]; cut where it gets too long for any table. */
static struct slice word_at(struct slice text, size_t at)
{
	size_t end = at, len;
	while (joins(glyph_at(text, end, &len)) && end - at + len <= LEXICON_MAX_WORD)
		end += len;
	return slice_of(text.ptr + at, end - at);
}

/*
 * The token before text[end]: back to white space, a quote, a bracket or a comma, at most LEXICON_MAX_WORD bytes. Dots
 * and slashes belong to it ("PGS.TS", "đ/c", "N.T.T.H").
 */
static struct slice token_before(struct slice text, size_t begin, size_t end)
{
	size_t at = end, len;
	while (at > begin && end - at < LEXICON_MAX_WORD) {
		enum glyph glyph = glyph_before(text, at, &len);
		char c = text.ptr[at - len];
		if (!joins(glyph) && c != '.' && c != '/' && c != '&' && c != '-' && c != '@')
			break;
		at -= len;
	}
	return slice_of(text.ptr + at, end - at);
}

/* The token before a token, white space between them. */
static struct slice token_before_token(struct slice text, size_t begin, struct slice token)
{
	size_t at = (size_t)(token.ptr - text.ptr), len;
	size_t end = at;
	while (end > begin && at - end < 8 && glyph_before(text, end, &len) == GLYPH_SPACE)
		end -= len;
	return end < at ? token_before(text, begin, end) : slice_of(token.ptr, 0);
}

/* What follows a dot inside of a token: "TS" of "PGS.TS". */
static struct slice last_part(struct slice token)
{
	for (size_t i = token.len; i > 0; i--)
		if (token.ptr[i - 1] == '.')
			return slice_of(token.ptr + i, token.len - i);
	return token;
}

static int is_number(struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] < '0' || word.ptr[i] > '9')
			return 0;
	return word.len > 0;
}

static int is_roman(struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!memchr("IVXLC", word.ptr[i], 5))
			return 0;
	return word.len > 0 && word.len < 6;
}

static int is_one_letter(struct slice word)
{
	size_t len;
	enum glyph glyph = glyph_at(word, 0, &len);
	return (glyph == GLYPH_UPPER || glyph == GLYPH_LOWER) && len == word.len;
}

static int is_capital(struct slice word)
{
	size_t len;
	return glyph_at(word, 0, &len) == GLYPH_UPPER;
}

/* Initials: "H", "N.V.T", "Ng.T". Every part is a capital, or a capital and one more letter. */
static int is_initials(struct slice token)
{
	size_t at = 0, len;
	while (at < token.len) {
		if (glyph_at(token, at, &len) != GLYPH_UPPER)
			return 0;
		at += len;
		if (at < token.len && at > len && glyph_at(token, at, &len) == GLYPH_LOWER)
			at += len;
		if (at < token.len && token.ptr[at++] != '.')
			return 0;
	}
	return token.len > 0;
}

static int is_syllable(struct slice word, int strict)
{
	char buffer[LEXICON_MAX_WORD];
	return syllable_is_valid(word_compose(word, buffer), strict);
}

/* Whether no Vietnamese would write the word: Bush, Trump, Riise. */
static int is_foreign(struct slice word)
{
	return is_capital(word) && !is_syllable(word, 0);
}

static size_t skip_space(struct slice text, size_t at)
{
	size_t len;
	while (glyph_at(text, at, &len) == GLYPH_SPACE)
		at += len;
	return at;
}

/* "iPhone", "eBay": a capital inside makes it a name that may begin a sentence. */
static int is_camel(struct slice text, size_t at)
{
	size_t len, first;
	glyph_at(text, at, &first);
	return glyph_at(text, at, &len) == GLYPH_LOWER && glyph_at(text, at + first, &len) == GLYPH_UPPER;
}

static enum follow follow_of(enum glyph glyph)
{
	switch (glyph) {
	case GLYPH_LOWER:
		return FOLLOW_LOWER;
	case GLYPH_UPPER:
		return FOLLOW_UPPER;
	case GLYPH_DIGIT:
		return FOLLOW_DIGIT;
	case GLYPH_QUOTE:
	case GLYPH_OPEN_QUOTE:
		return FOLLOW_QUOTE;
	case GLYPH_OPEN:
		return FOLLOW_BRACKET;
	case GLYPH_CASELESS:
	case GLYPH_SYMBOL:
		return FOLLOW_OTHER;
	default:
		return FOLLOW_PUNCTUATION;
	}
}

static struct following what_follows(const struct stop *stop)
{
	struct following f = {.at = stop->next};
	size_t len;
	enum glyph glyph = glyph_at(stop->text, f.at, &len);
	if (glyph == GLYPH_DASH) {
		f.dash = 1;
		while (glyph_at(stop->text, f.at, &len) == GLYPH_DASH)
			f.at += len;
		f.at = skip_space(stop->text, f.at);
		glyph = glyph_at(stop->text, f.at, &len);
	}
	f.kind = f.inside = follow_of(glyph);
	if (f.kind == FOLLOW_OTHER) {
		f.inside = follow_of(glyph_at(stop->text, skip_space(stop->text, f.at + len), &len));
		return f;
	}
	for (int i = 0; i < 4 && (glyph == GLYPH_QUOTE || glyph == GLYPH_OPEN_QUOTE || glyph == GLYPH_OPEN); i++) {
		f.at = skip_space(stop->text, f.at + len);
		glyph = glyph_at(stop->text, f.at, &len);
		/* "… “…nhưng" */
		f.inside = glyph == GLYPH_STOP ? FOLLOW_UPPER : follow_of(glyph);
	}
	if (f.inside == FOLLOW_LOWER && is_camel(stop->text, f.at)) {
		f.kind = f.kind == FOLLOW_LOWER ? FOLLOW_UPPER : f.kind;
		f.inside = FOLLOW_UPPER;
	}
	return f;
}

/*
 * Whether a reporting clause begins at text[at]: a name of capitalised words and titles, then its verb, then soon the
 * end: "Lan hỏi.", "Fetulla Arik nói.", not "Microsoft cho biết người dùng sẽ …". Behind a dash it may be long.
 */
static int is_reporting_clause(const struct stop *stop, size_t at, int dash)
{
	struct slice text = stop->text, word = {0};
	size_t len;
	int words = 0;
	for (; words < 6; words++, at = skip_space(text, at + word.len)) {
		word = word_at(text, at);
		if (word.len == 0)
			return 0;
		struct slice next = word_at(text, skip_space(text, at + word.len));
		struct slice both = slice_of(word.ptr, (size_t)(next.ptr + next.len - word.ptr));
		if (words > 0 && ((lexicon_find(stop->lexicon, word) | lexicon_find(stop->lexicon, both)) & WORD_REPORTING))
			break;
	}
	if (dash)
		return words < 6;
	for (int rest = 0; words < 6 && rest < 5; rest++) {
		word = word_at(text, at);
		at += word.len;
		enum glyph glyph = glyph_at(text, at, &len);
		if (glyph == GLYPH_STOP || glyph == GLYPH_NONE || glyph == GLYPH_NEWLINE)
			return 1;
		if (glyph != GLYPH_SPACE)
			return 0;
		at = skip_space(text, at);
	}
	return 0;
}

/* Digits and what dates are written with: "26-9", "26/9/2025". */
static int is_date(struct slice token)
{
	int digits = 0;
	for (size_t i = 0; i < token.len; i++) {
		if (token.ptr[i] >= '0' && token.ptr[i] <= '9')
			digits++;
		else if (!memchr("-/.", token.ptr[i], 3))
			return 0;
	}
	return digits >= 2;
}

/*
 * Whether what stands before the stop is a dateline at the top of a block: "(SGGP).-", "Hà Nội (TTXVN).", "TPHCM, ngày
 * 26-9.".
 */
static int is_dateline(const struct stop *stop, const struct following *f)
{
	struct slice head = slice_of(stop->text.ptr, stop->run);
	size_t len, at = 0, words = 0;
	if (stop->sentence != 0 && skip_space(stop->text, 0) != stop->sentence)
		return 0;
	if (head.len > 80 || stop->marks != STOP_DOT)
		return 0;
	if (head.len > 0 && head.ptr[head.len - 1] == ')') {
		const char *open = memrchr(head.ptr, '(', head.len);
		size_t begin = open ? (size_t)(open + 1 - head.ptr) : 0;
		struct slice source = slice_of(head.ptr + begin, head.len - 1 - begin);
		return open && (f->dash || (lexicon_find(stop->lexicon, source) & WORD_AGENCY));
	}
	struct slice date = token_before(head, 0, head.len), before = token_before_token(head, 0, date);
	char buffer[LEXICON_MAX_WORD];
	if (!is_date(date) || !slice_is(word_compose(before, buffer), "ngày"))
		return 0;
	/* Only capitals and a comma before "ngày". */
	for (head.len = (size_t)(before.ptr - head.ptr); at < head.len; words++) {
		struct slice word = word_at(head, at);
		if (word.len == 0 || !is_capital(word))
			return 0;
		at += word.len;
		while (at < head.len && (head.ptr[at] == ',' || head.ptr[at] == '.' || glyph_at(head, at, &len) == GLYPH_SPACE))
			at++;
	}
	return words > 0;
}

/* Whether the token numbers an item: "1.", "IV.", "a.", "Điều 5.", at the beginning or behind a colon or semicolon. */
static int is_item_number(const struct stop *stop, struct slice token)
{
	size_t begin = (size_t)(token.ptr - stop->text.ptr), len;
	int numeric = is_number(token) && token.len <= 3;
	if (!numeric && !is_roman(token) && !is_one_letter(token))
		return 0;
	if (begin <= stop->sentence)
		return 1;
	struct slice before = token_before_token(stop->text, stop->sentence, token);
	if (before.len > 0)
		return !is_one_letter(token) && before.ptr == stop->text.ptr + stop->sentence && is_capital(before) &&
		       (lexicon_find(stop->lexicon, before) & WORD_ITEM);
	/* Nothing but dashes and brackets since the sentence began, or a colon right before. */
	size_t at = begin;
	while (at > stop->sentence && glyph_before(stop->text, at, &len) == GLYPH_SPACE)
		at -= len;
	if (at > stop->sentence && numeric && (stop->text.ptr[at - 1] == ':' || stop->text.ptr[at - 1] == ';'))
		return 1;
	while (at > stop->sentence) {
		enum glyph glyph = glyph_before(stop->text, at, &len);
		if (joins(glyph) || glyph == GLYPH_PUNCTUATION)
			return 0;
		at -= len;
	}
	return 1;
}

/* The word after the one at `at`. */
static struct slice second_word(struct slice text, size_t at)
{
	return word_at(text, skip_space(text, at + word_at(text, at).len));
}

/* Initials before a word in upper case: "anh C. Các đối tượng" ends, "George W. Bush" and "Nguyễn Hồ Q. H." go on. */
static int ends_after_initials(const struct stop *stop, struct slice token, size_t at)
{
	struct slice word = word_at(stop->text, at), before = token_before_token(stop->text, stop->sentence, token);
	size_t after = at + word.len;
	unsigned known = lexicon_find(stop->lexicon, word);
	if (is_one_letter(word) && after < stop->text.len && stop->text.ptr[after] == '.')
		return 0;
	if (known & WORD_STARTER)
		return 1;
	if (lexicon_find(stop->lexicon, before) & WORD_LETTERED)
		return 1;
	if (is_foreign(word))
		return 0;
	return after >= stop->text.len || stop->text.ptr[after] != ',';
}

/* "Q. Tân Bình" goes on; "anh Q. Sau đó", "Trần Văn Q. Công an" end. */
static int ends_after_place(const struct stop *stop, struct slice token, size_t at)
{
	struct slice before = token_before_token(stop->text, stop->sentence, token);
	struct slice second = second_word(stop->text, at);
	unsigned known = lexicon_find(stop->lexicon, word_at(stop->text, at));
	if ((lexicon_find(stop->lexicon, before) & (WORD_PERSON | WORD_LETTERED)) ||
	    (is_capital(before) && !(lexicon_find(stop->lexicon, before) & WORD_PLACE)))
		return ends_after_initials(stop, token, at);
	if (known & WORD_STARTER)
		return 1;
	return !is_capital(second) && second.len > 0 && !is_number(second);
}

/* A full stop, white space, a capital: the words on both sides decide. */
static int dot_before_capital(const struct stop *stop, struct slice token, size_t at)
{
	unsigned classes = lexicon_find(stop->lexicon, token);
	struct slice part = last_part(token), word = word_at(stop->text, at), second = second_word(stop->text, at);
	unsigned known = lexicon_find(stop->lexicon, word);
	if (!classes && part.len < token.len && !is_one_letter(part))
		classes = lexicon_find(stop->lexicon, part);
	if (classes & WORD_END)
		return 1;
	if (classes & WORD_NEVER)
		return 0;
	if (classes & WORD_COMPANY)
		return !(known & WORD_COMPANY);
	if (classes & WORD_NAME)
		return (known & WORD_STARTER) && second.len > 0 && !is_capital(second) && !is_number(second);
	if ((classes & WORD_PLACE) && part.len == token.len)
		return ends_after_place(stop, token, at);
	return is_initials(token) ? ends_after_initials(stop, token, at) : 1;
}

/* "500. 000 đồng": a crawl set the thousands apart. */
static int is_split_number(const struct stop *stop, struct slice token, size_t at)
{
	return is_number(token) && token.len <= 3 && slice_is(word_at(stop->text, at), "000");
}

/* One full stop and white space behind it. */
static int ends_at_dot(const struct stop *stop)
{
	struct following f = what_follows(stop);
	struct slice token = slice_of(stop->text.ptr + stop->run, 0);
	size_t len;
	enum glyph before = glyph_before(stop->text, stop->run, &len);
	if (is_dateline(stop, &f))
		return 0;
	if (stop->end == stop->marks_end)
		token = token_before(stop->text, stop->sentence, stop->run);
	unsigned classes = lexicon_find(stop->lexicon, token) | lexicon_find(stop->lexicon, last_part(token));
	if (token.len > 0 && !f.dash && is_item_number(stop, token))
		return 0;
	switch (f.kind) {
	case FOLLOW_LOWER:
	case FOLLOW_PUNCTUATION:
		return 0;
	case FOLLOW_DIGIT:
		if ((classes & (WORD_NAME | WORD_NUMBER | WORD_NEVER)) || is_split_number(stop, token, f.at))
			return 0;
		return !(lexicon_find(stop->lexicon, token) & WORD_PLACE) ||
		       (lexicon_find(stop->lexicon, token_before_token(stop->text, stop->sentence, token)) & WORD_PERSON);
	case FOLLOW_QUOTE:
		/* "một biệt danh m. "khùng"" */
		if (f.inside == FOLLOW_LOWER && is_one_letter(token) && !is_capital(token))
			return 0;
		return !(classes & (WORD_NAME | WORD_NEVER));
	case FOLLOW_BRACKET:
		return !is_initials(token) && !(classes & (WORD_NAME | WORD_NEVER));
	case FOLLOW_UPPER:
		if ((stop->quoted || before == GLYPH_QUOTE || before == GLYPH_CLOSE_QUOTE) &&
		    is_reporting_clause(stop, f.at, f.dash))
			return 0;
		return f.dash || token.len == 0 || dot_before_capital(stop, token, f.at);
	default:
		return 1;
	}
}

/* ? ! … and white space behind. */
static int ends_at_strong(const struct stop *stop)
{
	struct following f = what_follows(stop);
	switch (f.kind) {
	case FOLLOW_LOWER:
	case FOLLOW_PUNCTUATION:
		return 0;
	case FOLLOW_BRACKET:
		return f.inside != FOLLOW_LOWER;
	case FOLLOW_UPPER:
		/* "…?” – Lan chau mày" */
		return !stop->quoted || !(f.dash || is_reporting_clause(stop, f.at, 0));
	default:
		return 1;
	}
}

static int is_address(struct slice text, size_t at)
{
	size_t begin = at;
	while (begin > 0 && at - begin < 64 && !memchr(" \n\t", text.ptr[begin - 1], 3))
		begin--;
	struct slice head = slice_of(text.ptr + begin, at - begin);
	return memchr(head.ptr, '@', head.len) || memmem(head.ptr, head.len, "://", 3) || memmem(head.ptr, head.len, "www.", 4);
}

/* A full stop right before a capital: "… đồng.Ngoài ra" lacks its space, "P.Bến Nghé" and "VietNam.Net" do not. */
static int ends_at_glued_dot(const struct stop *stop, size_t at)
{
	struct slice token = token_before(stop->text, stop->sentence, stop->run), part = last_part(token);
	struct slice word = word_at(stop->text, at);
	size_t len, after;
	unsigned classes = lexicon_find(stop->lexicon, token) | lexicon_find(stop->lexicon, part);
	unsigned known = lexicon_find(stop->lexicon, word);
	if (classes & (WORD_NAME | WORD_NUMBER | WORD_NEVER | WORD_PLACE))
		return 0;
	if ((known & WORD_DOMAIN) || is_address(stop->text, stop->run))
		return 0;
	if (known & WORD_STARTER)
		return 1;
	if (is_initials(token))
		return 0;
	/* A letter alone is a word ("Ở", "Ý kiến") or an initial. */
	glyph_at(word, 0, &after);
	int mixed = glyph_at(word, after, &len) == GLYPH_LOWER || (is_one_letter(word) && is_syllable(word, 1));
	if (glyph_before(stop->text, stop->run, &len) == GLYPH_UPPER)
		return mixed && part.len >= 3 && !is_capital(second_word(stop->text, at));
	/* "50%.Hải Đăng", "năm 2015.Theo", " .Kế đến" */
	if (part.len == 0 || glyph_before(stop->text, stop->run, &len) == GLYPH_DIGIT)
		return mixed;
	struct slice second = second_word(stop->text, at);
	if (mixed)
		return is_syllable(part, 0) || is_syllable(word, 0);
	/* "… đồng.UBND", "Twitter.FIFA chúc mừng" */
	return is_syllable(part, 0) || (word.len > 1 && second.len > 0 && !is_capital(second));
}

/* No white space behind the stop. */
static int ends_glued(const struct stop *stop)
{
	struct following f = what_follows(stop);
	if (f.dash)
		return f.inside == FOLLOW_UPPER && !(stop->marks == STOP_DOT && is_dateline(stop, &f));
	switch (f.kind) {
	case FOLLOW_UPPER:
		if (stop->end > stop->marks_end)
			return 1;
		if (stop->marks == STOP_DOT)
			return ends_at_glued_dot(stop, f.at);
		return !is_address(stop->text, stop->run) &&
		       !is_one_letter(token_before(stop->text, stop->sentence, stop->run));
	case FOLLOW_QUOTE:
	case FOLLOW_BRACKET:
		return f.inside == FOLLOW_UPPER &&
		       !is_initials(token_before(stop->text, stop->sentence, stop->run));
	case FOLLOW_OTHER:
		return f.inside == FOLLOW_UPPER;
	default:
		return 0;
	}
}

int stop_ends_sentence(const struct stop *stop)
{
	size_t len;
	if (stop->next >= stop->text.len || stop->line_break || (stop->marks & STOP_FINAL))
		return 1;
	/* "(…)", "[...]", and marks that open the sentence stand for words. */
	if (stop->run <= stop->sentence)
		return 0;
	enum glyph before = glyph_before(stop->text, stop->run, &len);
	if (before == GLYPH_OPEN || before == GLYPH_OPEN_QUOTE)
		return 0;
	if (stop->next == stop->end)
		return ends_glued(stop);
	return stop->marks == STOP_DOT ? ends_at_dot(stop) : ends_at_strong(stop);
}
