/* SPDX-License-Identifier: MIT */
#include "segment/stop.h"

#include <string.h>

#include "segment/follow.h"
#include "segment/item.h"
#include "segment/onecase.h"
#include "segment/phrase.h"
#include "segment/word.h"

/* Bytes of the initials that an author signs with. */
enum { SIGNATURE_BYTES = 12 };

/* Initials before a word in upper case: "anh C. Các đối tượng" ends, "George W. Bush" and "Nguyễn Hồ Q. H." go on. */
static int ends_after_initials(const struct stop *stop, struct slice token, size_t at)
{
	struct slice word = word_at(stop->text, at), before = token_before_token(stop->text, stop->sentence, token);
	size_t after = at + word.len, len;
	unsigned known = lexicon_find(stop->lexicon, word);
	if (word_is_letter(word) && after < stop->text.len && stop->text.ptr[after] == '.')
		return 0;
	if (lexicon_find(stop->lexicon, before) & WORD_LETTERED)
		return 1;
	if (stop_in_capitals(stop, before, at))
		return begins_behind_initials(stop, at);
	if (known & WORD_STARTER)
		return 1;
	/* "Bush", and "Lê-nin" as Vietnamese writes it. */
	if (word_is_foreign(word) || (after + 1 < stop->text.len && stop->text.ptr[after] == '-' &&
				      glyph_at(stop->text, after + 1, &len) == GLYPH_LOWER))
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
	/* "… thực tế của TP. TP cũng yêu cầu" */
	if (known & (WORD_PREPOSITION | WORD_CITY))
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
	return token_is_initials(token) ? ends_after_initials(stop, token, at) : 1;
}

/* "500. 000 đồng": a crawl set the thousands apart. */
static int is_split_number(const struct stop *stop, struct slice token, size_t at)
{
	return word_is_number(token) && token.len <= 3 && slice_is(word_at(stop->text, at), "000");
}

/* "Bé K. 8 tuổi", "bé D. 7 ngày tuổi" go on, "tới nhà anh C. 3 ngày sau" does not. */
static int is_amount(const struct stop *stop, size_t at)
{
	struct slice word = second_word(stop->text, at);
	unsigned known = lexicon_find(stop->lexicon, word);
	if (known & WORD_NUMBERED)
		known = lexicon_find(stop->lexicon, second_word(stop->text, (size_t)(word.ptr - stop->text.ptr)));
	return (known & WORD_AMOUNT) != 0;
}

/* A full stop before a digit. */
static int dot_before_digit(const struct stop *stop, struct slice token, unsigned classes, size_t at)
{
	struct slice before = token_before_token(stop->text, stop->sentence, token);
	if ((classes & (WORD_NAME | WORD_CITY | WORD_NUMBER | WORD_NEVER)) || is_split_number(stop, token, at))
		return 0;
	if ((token_is_initials(token) || token_is_small_initials(stop, token)) && is_amount(stop, at))
		return 0;
	return !(lexicon_find(stop->lexicon, token) & WORD_PLACE) ||
	       (lexicon_find(stop->lexicon, before) & WORD_PERSON);
}

/*
 * A full stop before a small letter: it ends what an author, or a crawl, wrote without a capital, where a Vietnamese word
 * stands before it. "… ổn định. ảnh: BSCC", "… về quê. hôm sau"; not "Moderna Inc. hợp tác", "10 tr. một chuyến", nor where
 * a name was left out, "như anh. ở ấp Đông", nor beside a word that links, "… trời mưa nên. phải về", "… cho khô. là cách tốt nhất".
 */
static int dot_before_lower(const struct stop *stop, struct slice token, unsigned classes, size_t at)
{
	struct slice word = word_at(stop->text, at);
	if (classes & (WORD_ABBREVIATION | WORD_PERSON | WORD_LINK))
		return 0;
	if (token.len == 0 || word_is_letter(token) || word_is_letter(word) || word_is_capital(token))
		return 0;
	return word_is_syllable(token, 1) && !(lexicon_find(stop->lexicon, word) & WORD_LINK);
}

/* One full stop and white space behind it. */
static int ends_at_dot(const struct stop *stop)
{
	struct follow f = stop_follow(stop);
	struct slice token = slice_of(stop->text.ptr + stop->run, 0);
	size_t len;
	enum glyph before = glyph_before(stop->text, stop->run, &len);
	if (stop_ends_dateline(stop, f.dash))
		return 0;
	if (stop->end == stop->marks_end)
		token = token_before(stop->text, stop->sentence, stop->run);
	else if (!stop->quoted && (token_classes(stop, token_before(stop->text, stop->sentence, stop->run)) & WORD_NAME))
		return 0;  /* "Bác sĩ (BS.) Nguyễn" */
	unsigned classes = token_classes(stop, token);
	if (token.len > 0 && !f.dash && token_is_item_number(stop, token))
		return 0;
	/* "Boe Technology Group Co., Ltd. - 2.263" */
	if (f.dash && (classes & WORD_COMPANY))
		return 0;
	switch (f.kind) {
	case FOLLOW_LOWER:
		if (stop_in_small(stop))
			return f.dash || small_dot_ends(stop, token, classes, f.at);
		return !f.dash && dot_before_lower(stop, token, classes, f.at);
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
		if (token_is_small_initials(stop, token))
			return 0;
		return (!token_is_initials(token) || (classes & WORD_END)) && !(classes & (WORD_NAME | WORD_CITY | WORD_NEVER));
	case FOLLOW_UPPER:
		if ((stop->quoted || before == GLYPH_QUOTE || before == GLYPH_CLOSE_QUOTE) &&
		    (begins_reporting_clause(stop, f.at, f.dash) || (f.dash && begins_speaker(stop, f.at))))
			return 0;
		if (f.dash || token.len == 0)
			return 1;
		/* Most words are neither abbreviations nor initials. */
		return (!(classes & WORD_ABBREVIATION) && !token_is_initials(token)) || dot_before_capital(stop, token, f.at);
	default:
		return 1;
	}
}

/* "Yahoo! News" goes on, "… của Yahoo! Theo báo cáo" ends. */
static int is_marked_name(const struct stop *stop, size_t at)
{
	struct slice token = token_before(stop->text, stop->sentence, stop->run);
	return stop->end == stop->run + 1 && (lexicon_find(stop->lexicon, token) & WORD_MARKED) &&
	       !(lexicon_find(stop->lexicon, word_at(stop->text, at)) & WORD_STARTER);
}

/* Behind a quotation and a dash: "…?” – Lan chau mày" goes on, "…?” - Trước tiên, tôi …" ends. */
static int begins_answer(const struct stop *stop, size_t at)
{
	unsigned known = lexicon_find(stop->lexicon, word_at(stop->text, at));
	return (known & WORD_STARTER) && !(known & WORD_PERSON) && !word_is_capital(second_word(stop->text, at));
}

/* Behind ? and ! a sentence begins, behind an ellipsis it may go on. */
static int strong_before_small(const struct stop *stop, size_t at, int dash)
{
	if (stop->quoted && (dash || begins_reporting_clause(stop, at, 0)))
		return 0;
	/* "… hô: “xáo đâu?” là cả nhà" */
	return ((stop->marks & STOP_QUESTION) && !stop->quoted) || begins_behind_ellipsis(stop, at);
}

/* "HỌC, THI,… CŨNG", "HÔ: “XÁO ĐÂU?” LÀ": a word in capitals that would have a small letter elsewhere. */
static int goes_on_in_capitals(const struct stop *stop, size_t at)
{
	size_t end = stop->run, len;
	if (((stop->marks & STOP_QUESTION) && !stop->quoted) || !word_in_capitals(word_at(stop->text, at)))
		return 0;
	for (; end > stop->sentence; end -= len) {
		enum glyph glyph = glyph_before(stop->text, end, &len);
		if (glyph != GLYPH_PUNCTUATION && glyph != GLYPH_SPACE)
			break;
	}
	return word_in_capitals(word_before(stop->text, stop->sentence, end)) && !begins_behind_ellipsis(stop, at);
}

/* ? ! … and white space behind. */
static int ends_at_strong(const struct stop *stop)
{
	struct follow f = stop_follow(stop);
	switch (f.kind) {
	case FOLLOW_LOWER:
		return stop_in_small(stop) && strong_before_small(stop, f.at, f.dash);
	case FOLLOW_PUNCTUATION:
		return 0;
	case FOLLOW_BRACKET:
		return f.inside != FOLLOW_LOWER;
	case FOLLOW_UPPER:
		if (goes_on_in_capitals(stop, f.at))
			return 0;
		if (stop->quoted)
			return f.dash ? begins_answer(stop, f.at) : !begins_reporting_clause(stop, f.at, 0);
		return !is_marked_name(stop, f.at);
	default:
		return 1;
	}
}

/* "VTV.vn - Tối nay": an Internet name begins at text[at]. */
static int begins_domain(const struct stop *stop, size_t at)
{
	size_t dot = at + word_at(stop->text, at).len;
	return dot < stop->text.len && stop->text.ptr[dot] == '.' &&
	       (lexicon_find(stop->lexicon, word_at(stop->text, dot + 1)) & WORD_DOMAIN);
}

/*
 * Whether a word before a full stop and a capitalised one right behind it are the end and the beginning of sentences: one
 * of them is Vietnamese, or a sentence goes on behind them. "đồng.Ngoài ra", "Twitter.FIFA chúc mừng", "Kitt.Kitt nhỏ
 * hơn"; not "Trojan.Win64.Generic".
 */
static int words_part(const struct stop *stop, struct slice part, struct slice word, int mixed)
{
	struct slice second = second_word(stop->text, (size_t)(word.ptr - stop->text.ptr));
	size_t len, behind = (size_t)(word.ptr + word.len - stop->text.ptr), next = skip_space(stop->text, behind);
	/* "… khí cacbon.N.P" */
	if (word_is_letter(word) && !word_is_capital(part) && part.len > 3 && glyph_at(stop->text, behind, &len) == GLYPH_STOP)
		return 1;
	if (word_is_syllable(part, 0) || begins_domain(stop, (size_t)(word.ptr - stop->text.ptr)))
		return 1;
	if (mixed && word_is_syllable(word, 0))
		return 1;
	/* "Juventus.Mathieu (33 tuổi) ngồi ngoài" */
	if (mixed && part.len > 3 && glyph_at(stop->text, next, &len) == GLYPH_OPEN)
		return 1;
	return word.len > 1 && part.len > 3 && second.len > 0 && (mixed || !word_is_capital(second));
}

/* "… năm 2016.P.V": nothing but initials stands behind text[at]. */
static int begins_signature(const struct stop *stop, size_t at)
{
	struct slice rest = slice_of(stop->text.ptr + at, stop->text.len - at);
	return rest.len <= SIGNATURE_BYTES && memchr(rest.ptr, '.', rest.len) && token_is_initials(rest);
}

/* Whether the straight quote at text[at] opens: white space or nothing stands before it. */
static int opens_quotation(struct slice text, size_t at)
{
	size_t len;
	enum glyph before = at > 0 ? glyph_before(text, at, &len) : GLYPH_NONE;
	return before == GLYPH_NONE || before == GLYPH_SPACE || before == GLYPH_NEWLINE || before == GLYPH_OPEN;
}

/* A full stop right before a capital: "… đồng.Ngoài ra" lacks its space, "P.Bến Nghé" and "VietNam.Net" do not. */
static int ends_at_glued_dot(const struct stop *stop, size_t at)
{
	struct slice token = token_before(stop->text, stop->sentence, stop->run), part = token_last_part(token);
	struct slice word = word_at(stop->text, at), second = second_word(stop->text, at);
	size_t len, first;
	enum glyph before = glyph_before(stop->text, stop->run, &len);
	unsigned classes = token_classes(stop, token);
	unsigned known = lexicon_find(stop->lexicon, word);
	/* A letter alone is a word ("Ở", "Ý kiến") or an initial. */
	glyph_at(word, 0, &first);
	int mixed = glyph_at(word, first, &len) == GLYPH_LOWER || (word_is_letter(word) && word_is_syllable(word, 1));
	if (classes & (WORD_NAME | WORD_NUMBER | WORD_NEVER | WORD_PLACE | WORD_CITY))
		return 0;
	/* "VietNam.Net", "Character.AI", but "… bị cảm.Ai cũng lo" */
	if (((known & WORD_DOMAIN) && !(mixed && (known & WORD_STARTER))) || (token.len > 0 && token_is_item_number(stop, token)))
		return 0;
	/* "https://example.vn.Sản phẩm" */
	if (before != GLYPH_CLOSE && ends_address(stop->text, stop->run))
		return mixed && (lexicon_find(stop->lexicon, part) & WORD_DOMAIN) && word_is_syllable(word, 1);
	if (known & WORD_STARTER)
		return 1;
	/* "… châu Á.Bản luận tội", "… 73 độ C.Kết quả", but "C.Ronaldo" */
	if (token_is_initials(token) && !(classes & WORD_END))
		return mixed && (lexicon_find(stop->lexicon, token_before_token(stop->text, stop->sentence, token)) &
				 WORD_LETTERED);
	if (before == GLYPH_CLOSE_QUOTE || (before == GLYPH_QUOTE && !opens_quotation(stop->text, stop->run - 1)))
		return 1;
	if (part.len == 0)
		return mixed || before == GLYPH_CLOSE || (second.len > 0 && !word_is_capital(second));
	/* "vào năm 1998.Không ít", "Galaxy S5.Samsung", not "Trojan.Win64.Generic" */
	if (before == GLYPH_DIGIT)
		return (mixed && (part.len == token.len || word_is_number(part))) || begins_domain(stop, at) ||
		       (!mixed && part.len == token.len && words_part_in_one_case(stop, part, word)) ||
		       begins_signature(stop, at);
	if (before == GLYPH_UPPER && !(classes & WORD_END))
		return mixed ? part.len >= 3 && !word_is_capital(second) : words_part_in_one_case(stop, part, word);
	return words_part(stop, part, word, mixed);
}

/* A capital, or a small letter in text that has no capitals. */
static int begins_with_letter(const struct stop *stop, enum follow_kind inside)
{
	return inside == FOLLOW_UPPER || (inside == FOLLOW_LOWER && stop_in_small(stop));
}

/* "… đồng.ngoài ra" in text that has no capitals; "dantri.com.vn" is no such place. */
static int small_dot_parts(const struct stop *stop, size_t at)
{
	struct slice token = token_before(stop->text, stop->sentence, stop->run), word = word_at(stop->text, at);
	if (stop->end > stop->marks_end || stop->marks != STOP_DOT)
		return !ends_address(stop->text, stop->run) && strong_before_small(stop, at, 0);
	/* "… tên gọi “lưới trời”.mã này" */
	if (token.len == 0)
		return !opens_quotation(stop->text, stop->run - 1);
	return token_last_part(token).len == token.len && !ends_address(stop->text, stop->run) &&
	       !(token_classes(stop, token) & WORD_ABBREVIATION) && !(lexicon_find(stop->lexicon, word) & WORD_DOMAIN) &&
	       words_part_in_one_case(stop, token, word);
}

/* No white space behind the stop. */
static int ends_glued(const struct stop *stop)
{
	struct follow f = stop_follow(stop);
	size_t len;
	if (f.dash)
		return begins_with_letter(stop, f.inside) && !(stop->marks == STOP_DOT && stop_ends_dateline(stop, f.dash));
	switch (f.kind) {
	case FOLLOW_UPPER:
		if (stop->end > stop->marks_end)
			return 1;
		if (stop->marks == STOP_DOT)
			return ends_at_glued_dot(stop, f.at);
		return !ends_address(stop->text, stop->run) &&
		       !word_is_letter(token_before(stop->text, stop->sentence, stop->run));
	case FOLLOW_QUOTE:
	case FOLLOW_BRACKET:
		return begins_with_letter(stop, f.inside) &&
		       !token_is_initials(token_before(stop->text, stop->sentence, stop->run));
	case FOLLOW_OTHER:
		return begins_with_letter(stop, f.inside);
	case FOLLOW_LOWER:
		return stop_in_small(stop) && small_dot_parts(stop, f.at);
	case FOLLOW_DIGIT:
		if (stop_ends_before_item(stop, f.at))
			return 1;
		/* "… lãnh cảm...3 loại", not "10...20" */
		return (stop->marks & STOP_ELLIPSIS) && glyph_before(stop->text, stop->run, &len) == GLYPH_LOWER;
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
	if (before == GLYPH_OPEN || before == GLYPH_OPEN_QUOTE ||
	    (before == GLYPH_QUOTE && (stop->marks & STOP_ELLIPSIS) &&
	     opens_quotation(stop->text, stop->run - len)))
		return 0;
	int ends = stop->next == stop->end    ? ends_glued(stop)
		   : stop->marks == STOP_DOT ? ends_at_dot(stop)
					     : ends_at_strong(stop);
	return ends && !stop_is_in_brackets(stop);
}
