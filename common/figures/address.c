/* SPDX-License-Identifier: MIT */
/* The numbers of houses before their streets. */
#include "figures/label.h"
#include "vietnamese/syllable.h"

static int is_capital(const struct scan *scan, size_t at)
{
	return is_word(scan, at) && token_at(scan, at)->letters == CASE_CAPITAL;
}

/* A street's name at the token: đường Láng, Hai Bà Trưng. */
static int is_street(const struct scan *scan, size_t at)
{
	size_t end;
	if (lex_at(scan, LEX_STREET, at, &end))
		return is_capital(scan, end);
	/* Hồ Tùng Mậu; but 2 Trường Đại học */
	return is_capital(scan, at) && is_capital(scan, at + 1) &&
	       (!lex_at(scan, LEX_COUNTED, at, NULL) || (is_capital(scan, at + 2) && is_mark(scan, at + 3, ',')));
}

/* Whether two syllables with capitals stand there that can be Vietnamese: no team, no brand. */
static int is_vietnamese_name(const struct scan *scan, size_t at)
{
	return is_capital(scan, at) && is_capital(scan, at + 1) && syllable_is_valid(scan_word(scan, at), 1) &&
	       syllable_is_valid(scan_word(scan, at + 1), 1);
}

/* 55 Sương Nguyệt Ánh, Q.1: a place behind the name of the street. */
static int is_place_behind(const struct scan *scan, size_t street)
{
	enum { LONGEST = 4 };
	size_t end = street;
	while (end < street + LONGEST && is_capital(scan, end))
		end++;
	return is_vietnamese_name(scan, street) && is_mark(scan, end, ',') &&
	       (lex_at(scan, LEX_PLACE, end + 1, NULL) || lex_at(scan, LEX_ABBREVIATION, end + 1, NULL) ||
		(is_mark(scan, end + 2, '.') && is_glued(scan, end + 3) && token_len(scan, end + 1) == 1));
}

/* 43 Nguyễn Chí Thanh; but top 3 Lê Hoàng Phương. */
static int is_person(const struct scan *scan, size_t at, size_t street)
{
	/* Hoa hậu Việt Nam 2016 Đỗ Mỹ Linh */
	if (!is_capital(scan, street) || token_len(scan, at) > 3 || !lex_at(scan, LEX_SURNAME, street, NULL) ||
	    !is_vietnamese_name(scan, street) || lex_at(scan, LEX_COUNTED, street, NULL))
		return 0;
	const struct lex_entry *label = lex_before(scan, LEX_LABEL, at, NULL);
	return !(label && label->value == LABEL_RANK);
}

/* Địa chỉ: 255 - Xã Đàn, 19 - 21 Yên Lãng: nothing but a number of a house stands there. */
static int is_said(const struct scan *scan, size_t at)
{
	return at > 1 && is_mark(scan, at - 1, ':') && lex_before(scan, LEX_ADDRESS, at - 1, NULL);
}

/* Whether the words or the mark before a number say that a place follows. */
static int is_place_before(const struct scan *scan, size_t at)
{
	return is_mark_of(scan, at - 1, U"(,:") || lex_before(scan, LEX_ADDRESS, at, NULL) != NULL;
}

/* 153-155, 60/4, 12/5/7, 138B: the numbers of a house. Returns the token behind them. */
static size_t read_house(const struct scan *scan, size_t at)
{
	size_t end = at + 1;
	while ((is_mark(scan, end, '/') || scan_is_dash(scan, end)) && joins_digits(scan, end))
		end += 2;
	int letter = is_word(scan, end) && is_glued(scan, end) && token_len(scan, end) == 1 &&
		     token_at(scan, end)->letters != CASE_LOWER;
	return letter ? end + 1 : end;
}

size_t address_read(const struct scan *scan, size_t at)
{
	size_t end = read_house(scan, at);
	/* 27/9Nguyễn Văn: a cell of a table that lost its border */
	if (is_glued(scan, end) && is_word(scan, end) &&
	    (end != at + 3 || token_len(scan, at + 2) == 4 || !is_vietnamese_name(scan, end)))
		return 0;
	/* tại 39, Quang Trung; "Hà Nam: 521, Hà Nội: 73" counts */
	int comma = is_mark(scan, end, ',');
	size_t street = comma ? end + 1 : end;
	if (scan_is_dash(scan, end) && is_said(scan, at)) {
		/* 44 - 46 - 48 Tôn Thất Tùng */
		while (scan_is_dash(scan, end) && is_digits(scan, end + 1))
			end += 2;
		return is_capital(scan, end + (scan_is_dash(scan, end) || is_mark(scan, end, ','))) ? end : 0;
	}
	if (at > 0 && end == at + 1 && is_capital(scan, end) &&
	    (is_person(scan, at, end) || lex_at(scan, LEX_STREET, end, NULL)))
		return end;
	if (!is_mark(scan, at + 1, '/') && !scan_is_dash(scan, at + 1))
		return at > 0 && is_street(scan, street) &&
				       (is_place_before(scan, at) || is_place_behind(scan, street)) &&
				       (!comma || lex_before(scan, LEX_ADDRESS, at, NULL))
			       ? end
			       : 0;
	/* 9-10 Hà Nội could be a score, 116-118 Nguyễn Thị Minh Khai is none */
	int long_enough = is_mark(scan, at + 1, '/') || token_len(scan, at) > 1;
	return long_enough && (is_street(scan, street) || is_vietnamese_name(scan, street)) &&
			       (!comma || lex_at(scan, LEX_STREET, street, NULL))
		       ? end
		       : 0;
}
