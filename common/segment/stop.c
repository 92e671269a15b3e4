/* SPDX-License-Identifier: MIT */
#include "segment/stop.h"

#include <string.h>

#include "segment/word.h"

/* Bytes of the longest dateline, and how far from a stop the brackets around it may be. */
enum { DATELINE_BYTES = 80, BRACKET_BYTES = 200 };

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

static int is_roman(struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!memchr("IVXLC", word.ptr[i], 5))
			return 0;
	return word.len > 0 && word.len < 6;
}

/* Onsets of two letters, which stand for a name as one letter does: Nguyễn Thành Ng. */
static const char digraphs[][2] = {"Ch", "Gh", "Gi", "Kh", "Ng", "Nh", "Ph", "Qu", "Th", "Tr"};

static size_t digraph_length(struct slice token, size_t at)
{
	for (size_t i = 0; i < sizeof digraphs / sizeof *digraphs; i++)
		if (token.len - at >= 2 && memcmp(token.ptr + at, digraphs[i], 2) == 0)
			return 2;
	return 0;
}

/* Initials: "H", "N.V.T", "Ng", "Th.H". */
static int is_initials(struct slice token)
{
	size_t at = 0, len;
	while (at < token.len) {
		if (glyph_at(token, at, &len) != GLYPH_UPPER)
			return 0;
		size_t both = digraph_length(token, at);
		at += both ? both : len;
		if (at < token.len && token.ptr[at++] != '.')
			return 0;
	}
	return token.len > 0;
}

/* "iPhone", "eBay": a capital inside makes it a name that may begin a sentence. */
static int is_camel(struct slice text, size_t at)
{
	size_t len, first;
	glyph_at(text, at, &first);
	return glyph_at(text, at, &len) == GLYPH_LOWER && glyph_at(text, at + first, &len) == GLYPH_UPPER;
}

/* "b) Thời hạn", "b. 15%": a letter that numbers an item. */
static int is_lettered_item(struct slice text, size_t at)
{
	size_t len;
	if (at + 2 >= text.len || text.ptr[at] > 'e')
		return 0;
	return text.ptr[at + 1] == ')' || (text.ptr[at + 1] == '.' && glyph_at(text, at + 2, &len) == GLYPH_SPACE);
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
	/* "iPhone", and the item that "b)" numbers. */
	if (f.inside == FOLLOW_LOWER && (is_camel(stop->text, f.at) || is_lettered_item(stop->text, f.at))) {
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

/* Whether a person is named at text[at]: "– Bà Lê Minh Trang, đại diện …", "- TS. Nguyễn Trung Hiển". */
static int is_speaker(const struct stop *stop, size_t at)
{
	struct slice word = word_at(stop->text, at), second;
	unsigned known = lexicon_find(stop->lexicon, word);
	second = word_at(stop->text, skip_space(stop->text, at + word.len));
	return ((known & WORD_PERSON) && word_is_capital(second)) || (known & WORD_NAME);
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
	if (head.len > DATELINE_BYTES || stop->marks != STOP_DOT || skip_space(head, 0) != stop->sentence)
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
		if (word.len == 0 || !word_is_capital(word))
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
	int numeric = word_is_number(token) && token.len <= 3;
	if (!numeric && !is_roman(token) && !word_is_letter(token))
		return 0;
	if (begin <= stop->sentence)
		return 1;
	struct slice before = token_before_token(stop->text, stop->sentence, token);
	if (before.len > 0)
		return !word_is_letter(token) && before.ptr == stop->text.ptr + stop->sentence && word_is_capital(before) &&
		       (lexicon_find(stop->lexicon, before) & WORD_ITEM);
	/* Nothing but dashes and brackets since the sentence began, or a colon right before. */
	size_t at = begin;
	while (at > stop->sentence && glyph_before(stop->text, at, &len) == GLYPH_SPACE)
		at -= len;
	int lettered = token.len == 1 && token.ptr[0] >= 'a' && token.ptr[0] <= 'e';
	if (at > stop->sentence && (numeric || lettered) && (stop->text.ptr[at - 1] == ':' || stop->text.ptr[at - 1] == ';'))
		return 1;
	while (at > stop->sentence) {
		enum glyph glyph = glyph_before(stop->text, at, &len);
		if (glyph_is_word(glyph) || glyph == GLYPH_PUNCTUATION)
			return 0;
		at -= len;
	}
	return 1;
}

/* Initials before a word in upper case: "anh C. Các đối tượng" ends, "George W. Bush" and "Nguyễn Hồ Q. H." go on. */
static int ends_after_initials(const struct stop *stop, struct slice token, size_t at)
{
	struct slice word = word_at(stop->text, at), before = token_before_token(stop->text, stop->sentence, token);
	size_t after = at + word.len;
	unsigned known = lexicon_find(stop->lexicon, word);
	if (word_is_letter(word) && after < stop->text.len && stop->text.ptr[after] == '.')
		return 0;
	if (known & WORD_STARTER)
		return 1;
	if (lexicon_find(stop->lexicon, before) & WORD_LETTERED)
		return 1;
	if (word_is_foreign(word))
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
	    (word_is_capital(before) && !(lexicon_find(stop->lexicon, before) & WORD_PLACE)))
		return ends_after_initials(stop, token, at);
	if (known & WORD_STARTER)
		return 1;
	return !word_is_capital(second) && second.len > 0 && !word_is_number(second);
}

/* "TP. Hồ Chí Minh", "TP. Huế" go on; "… người dân TP. Sở cũng kiến nghị" ends: the names have a capital a syllable. */
static int ends_after_city(unsigned known, struct slice word, struct slice second)
{
	if (known & WORD_PREPOSITION)
		return 1;
	if ((known & WORD_SHORT_PLACE) || word_is_foreign(word))
		return 0;
	return second.len > 0 && !word_is_capital(second) && !word_is_number(second);
}

/* A full stop, white space, a capital: the words on both sides decide. */
static int dot_before_capital(const struct stop *stop, struct slice token, size_t at)
{
	unsigned classes = lexicon_find(stop->lexicon, token);
	struct slice part = token_last_part(token), word = word_at(stop->text, at), second = second_word(stop->text, at);
	unsigned known = lexicon_find(stop->lexicon, word);
	if (!classes && part.len < token.len && !word_is_letter(part))
		classes = lexicon_find(stop->lexicon, part);
	if (classes & WORD_END)
		return 1;
	if (classes & WORD_NEVER)
		return 0;
	if (classes & WORD_COMPANY)
		return !(known & WORD_COMPANY);
	if (classes & WORD_CITY)
		return ends_after_city(known, word, second);
	if (classes & WORD_NAME)
		return (known & WORD_PREPOSITION) ||
		       ((known & WORD_STARTER) && second.len > 0 && !word_is_capital(second) && !word_is_number(second));
	if ((classes & WORD_PLACE) && part.len == token.len)
		return ends_after_place(stop, token, at);
	return is_initials(token) ? ends_after_initials(stop, token, at) : 1;
}

/* "500. 000 đồng": a crawl set the thousands apart. */
static int is_split_number(const struct stop *stop, struct slice token, size_t at)
{
	return word_is_number(token) && token.len <= 3 && slice_is(word_at(stop->text, at), "000");
}

/* "Bé K. 8 tuổi" goes on, "tới nhà anh C. 3 ngày sau" does not. */
static int is_age(const struct stop *stop, size_t at)
{
	return (lexicon_find(stop->lexicon, second_word(stop->text, at)) & WORD_AGE) != 0;
}

/* A full stop before a digit. */
static int dot_before_digit(const struct stop *stop, struct slice token, unsigned classes, size_t at)
{
	struct slice before = token_before_token(stop->text, stop->sentence, token);
	if ((classes & (WORD_NAME | WORD_CITY | WORD_NUMBER | WORD_NEVER)) || is_split_number(stop, token, at))
		return 0;
	if (is_initials(token) && is_age(stop, at))
		return 0;
	return !(lexicon_find(stop->lexicon, token) & WORD_PLACE) ||
	       (lexicon_find(stop->lexicon, before) & WORD_PERSON);
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
	unsigned classes = lexicon_find(stop->lexicon, token) | lexicon_find(stop->lexicon, token_last_part(token));
	if (token.len > 0 && !f.dash && is_item_number(stop, token))
		return 0;
	switch (f.kind) {
	case FOLLOW_LOWER:
	case FOLLOW_PUNCTUATION:
		return 0;
	case FOLLOW_DIGIT:
		return dot_before_digit(stop, token, classes, f.at);
	case FOLLOW_QUOTE:
		/* "một biệt danh m. "khùng"" */
		if (f.inside == FOLLOW_LOWER && word_is_letter(token) && !word_is_capital(token))
			return 0;
		return !(classes & (WORD_NAME | WORD_CITY | WORD_NEVER));
	case FOLLOW_BRACKET:
		return !is_initials(token) && !(classes & (WORD_NAME | WORD_CITY | WORD_NEVER));
	case FOLLOW_UPPER:
		if ((stop->quoted || before == GLYPH_QUOTE || before == GLYPH_CLOSE_QUOTE) &&
		    (is_reporting_clause(stop, f.at, f.dash) || (f.dash && is_speaker(stop, f.at))))
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
	struct slice token = token_before(stop->text, stop->sentence, stop->run), part = token_last_part(token);
	struct slice word = word_at(stop->text, at);
	size_t len, after;
	unsigned classes = lexicon_find(stop->lexicon, token) | lexicon_find(stop->lexicon, part);
	unsigned known = lexicon_find(stop->lexicon, word);
	if (classes & (WORD_NAME | WORD_NUMBER | WORD_NEVER | WORD_PLACE | WORD_CITY))
		return 0;
	if (token.len > 0 && is_item_number(stop, token))
		return 0;
	if ((known & WORD_DOMAIN) || is_address(stop->text, stop->run))
		return 0;
	if (known & WORD_STARTER)
		return 1;
	if (is_initials(token))
		return 0;
	/* A letter alone is a word ("Ở", "Ý kiến") or an initial. */
	glyph_at(word, 0, &after);
	int mixed = glyph_at(word, after, &len) == GLYPH_LOWER || (word_is_letter(word) && word_is_syllable(word, 1));
	if (glyph_before(stop->text, stop->run, &len) == GLYPH_UPPER)
		return mixed && part.len >= 3 && !word_is_capital(second_word(stop->text, at));
	/* "50%.Hải Đăng", "năm 2015.Theo", " .Kế đến" */
	if (part.len == 0 || glyph_before(stop->text, stop->run, &len) == GLYPH_DIGIT)
		return mixed;
	struct slice second = second_word(stop->text, at);
	if (mixed)
		return word_is_syllable(part, 0) || word_is_syllable(word, 0);
	/* "… đồng.UBND", "Twitter.FIFA chúc mừng" */
	return word_is_syllable(part, 0) || (word.len > 1 && second.len > 0 && !word_is_capital(second));
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
		       !word_is_letter(token_before(stop->text, stop->sentence, stop->run));
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

/*
 * Whether the stop stands in brackets that opened inside of the sentence and close soon: "Ông Tám (nhà ở huyện Châu
 * Thành. Bến Tre) trúng mùa".
 */
static int is_in_brackets(const struct stop *stop)
{
	size_t back = stop->run - stop->sentence, ahead = stop->text.len - stop->end;
	const char *begin = stop->text.ptr + stop->run - (back < BRACKET_BYTES ? back : BRACKET_BYTES);
	const char *open = memrchr(begin, '(', (size_t)(stop->text.ptr + stop->run - begin));
	if (!open || open == stop->text.ptr + stop->sentence ||
	    memchr(open, ')', (size_t)(stop->text.ptr + stop->end - open)))
		return 0;
	struct slice rest = slice_of(stop->text.ptr + stop->end, ahead < BRACKET_BYTES ? ahead : BRACKET_BYTES);
	const char *close = memchr(rest.ptr, ')', rest.len);
	return close && !memchr(rest.ptr, '(', (size_t)(close - rest.ptr)) &&
	       !memchr(rest.ptr, '\n', (size_t)(close - rest.ptr));
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
	int ends = stop->next == stop->end    ? ends_glued(stop)
		   : stop->marks == STOP_DOT ? ends_at_dot(stop)
					     : ends_at_strong(stop);
	return ends && !is_in_brackets(stop);
}
