/* SPDX-License-Identifier: MIT */
/* Numbers that name: legal documents and telephones. Those that are no figures are in label.c. */
#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"

/* Capitals in the run: what makes 57-NQ/TW a document and 12/5 none. */
static int has_capitals(const struct scan *scan, size_t at, size_t end)
{
	for (size_t i = at; i < end; i++)
		if (is_word(scan, i) && scan->tokens[i].letters == CASE_UPPER)
			return 1;
	return 0;
}

static int has_mark(const struct scan *scan, size_t at, size_t end)
{
	for (size_t i = at; i < end; i++)
		if (is_mark(scan, i, '/') || scan_is_dash(scan, i))
			return 1;
	return 0;
}

/* (của) Luật …, Bộ luật …, Nghị định …: what an article is part of. */
static int is_of_law(const struct scan *scan, size_t at)
{
	size_t from = glue_at(scan, at) == GLUE_OF ? at + 1 : at;
	return lex_at(scan, LEX_DOC, from, NULL) != NULL || (glue_at(scan, from) == GLUE_BO &&
							     lex_at(scan, LEX_DOC, from + 1, NULL) != NULL);
}

/* khoản 2 Điều 15, Điều 5, điểm a khoản 1 Điều 3 */
static size_t read_article(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end = at, after, parts = 0;
	int article = 0;
	const struct lex_entry *part;
	while ((part = lex_at(scan, LEX_DOC_PART, end, &after)) != NULL && part->value < 3) {
		int letter = is_word(scan, after) && token_len(scan, after) <= 2 && part->value == 0;
		if (!letter && !is_digits(scan, after))
			break;
		/* chuyển khoản 500.000 đồng, thanh khoản 1,4 lần */
		if (!letter && is_glued(scan, after + 1) && is_glued(scan, after + 2) && is_digits(scan, after + 2) &&
		    (is_mark(scan, after + 1, '.') || is_mark(scan, after + 1, ',')))
			break;
		article |= part->value == 2 || part->value == 1;
		/* "5 điều 3 khoản" counts; Điều 15 names, and điều 229 bộ luật này. */
		if (part->value == 2 && scan->tokens[end].letters == CASE_LOWER && parts == 0 &&
		    !is_of_law(scan, after + 1))
			return 0;
		if (counts_behind(scan, after + 1) && !is_of_law(scan, after + 1) &&
		    !may_start(scan, after + 1, LEX_DOC_PART))
			return 0;
		end = after + 1;
		parts++;
		if (is_mark(scan, end, ',') && lex_at(scan, LEX_DOC_PART, end + 1, NULL))
			end++;
	}
	if (!article || (parts == 1 && (at > 0 && is_digits(scan, at - 1))))
		return 0;
	if (is_mark(scan, end - 1, ','))
		end--;
	reading->rule = "docref.article";
	reading->literal = scan_text(scan, at, end);
	return end;
}

static size_t read_named_document(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end, struct_end;
	struct tail tail;
	struct number number;
	const struct lex_entry *document = lex_at(scan, LEX_DOC, at, &end);
	if (!document)
		return 0;
	int numbered = glue_at(scan, end) == GLUE_NUMBER_SIGN;
	size_t from = end + (size_t)numbered;
	if (is_mark(scan, from, ':'))
		from++;
	if (!is_digits(scan, from))
		return 0;
	struct_end = scan_code_end(scan, from);
	int code = has_capitals(scan, from, struct_end) && has_mark(scan, from, struct_end);
	/* Luật 69/2014 */
	if (!code && struct_end == from + 3 && is_mark(scan, from + 1, '/') && year_at(scan, from + 2))
		code = 1;
	/* "quyết định 5 năm tù", "luật 2024": a bare number needs a strong name and nothing counted behind it. */
	if (!code) {
		struct_end = from + 1;
		if ((document->value == 1 && !numbered) ||
		    (is_glued(scan, struct_end) && !is_mark(scan, struct_end, ',') && !is_mark(scan, struct_end, '.') &&
		     !is_mark(scan, struct_end, ')')))
			return 0;
		number_set(&number, 1);
		if (tail_read(scan, struct_end, &number, &tail) > struct_end ||
		    lex_at(scan, LEX_DURATION, struct_end, NULL) || may_start(scan, struct_end, LEX_SCALE) ||
		    lex_at(scan, LEX_COUNTED, struct_end, NULL))
			if (glue_at(scan, struct_end) != GLUE_DAY && glue_at(scan, struct_end) != GLUE_YEAR)
				return 0;
		if (document->value == 1 && scan->tokens[at].letters == CASE_LOWER)
			return 0;
	}
	reading->rule = "docref.named";
	reading->literal = scan_text(scan, from, struct_end);
	return struct_end;
}

/* 98/2023/QH15, 57-NQ/TW: the shapes of Decree 30/2020/NĐ-CP, appendix III. */
static size_t read_bare_document(const struct scan *scan, size_t at, struct reading *reading)
{
	if (!is_digits(scan, at) || (at > 0 && is_glued(scan, at)))
		return 0;
	size_t end = scan_code_end(scan, at);
	if (end < at + 3 || !has_capitals(scan, at + 1, end))
		return 0;
	int year = is_mark(scan, at + 1, '/') && year_at(scan, at + 2) && is_mark(scan, at + 3, '/') &&
		   is_word(scan, at + 4);
	int party = scan_is_dash(scan, at + 1) && is_word(scan, at + 2) && scan->tokens[at + 2].letters == CASE_UPPER &&
		    has_mark(scan, at + 3, end) && is_mark(scan, at + 3, '/');
	int plain = is_mark(scan, at + 1, '/') && is_word(scan, at + 2) && scan->tokens[at + 2].letters == CASE_UPPER &&
		    scan_is_dash(scan, at + 3) && token_len(scan, at + 2) <= 6;
	if (!year && !party && !plain)
		return 0;
	reading->rule = "docref.code";
	reading->literal = scan_text(scan, at, end);
	return end;
}

size_t rule_docref(const struct scan *scan, size_t at, struct reading *reading)
{
	size_t end = 0;
	reading->kind = KIND_DOCREF;
	if (may_start(scan, at, LEX_DOC))
		end = read_named_document(scan, at, reading);
	if (!end && may_start(scan, at, LEX_DOC_PART))
		end = read_article(scan, at, reading);
	return end ? end : read_bare_document(scan, at, reading);
}

/* How many digits a number has that begins so: 0[35789] mobile, 01 the old mobile, 02 a city, 1800 and 1900 services.
 */
static int phone_digits(struct slice digits)
{
	if (digits.len < 2 || digits.ptr[0] != '0')
		return 0;
	switch (digits.ptr[1]) {
	case '1':
		return 11;
	case '2':
		return digits.len == 10 ? 10 : 11;
	case '3':
	case '5':
	case '7':
	case '8':
	case '9':
		return 10;
	case '4':
	case '6':
		return 10;
	default:
		return 0;
	}
}

static int phone_joint(const struct scan *scan, size_t at)
{
	return (is_mark(scan, at, '.') || is_mark(scan, at, '-') || is_mark(scan, at, ')')) && is_digits(scan, at + 1);
}

/* The digits of a telephone number. */
struct phone {
	char digits[16];
	size_t len;
};

static int phone_put(struct phone *phone, struct slice digits)
{
	if (digits.len > sizeof phone->digits - phone->len)
		return 0;
	memcpy(phone->digits + phone->len, digits.ptr, digits.len);
	phone->len += digits.len;
	return 1;
}

/* Takes groups until `want` digits are full. Returns the token behind them, or 0. */
static size_t take_phone(const struct scan *scan, size_t at, size_t want, struct phone *value)
{
	size_t end = at;
	value->len = 0;
	if (!phone_put(value, scan_word(scan, end++)))
		return 0;
	while (value->len < want) {
		size_t next = phone_joint(scan, end) ? end + 1 : end;
		if (!is_digits(scan, next) || token_len(scan, next) < 2 || value->len + token_len(scan, next) > want)
			return 0;
		if (next == end && scan->tokens[next].begin - scan->tokens[next - 1].end != 1)
			return 0;
		phone_put(value, scan_word(scan, next));
		end = next + 1;
	}
	return value->len == want ? end : 0;
}

int phone_may_begin(const struct scan *scan, size_t at)
{
	if (!is_digits(scan, at))
		return is_digits(scan, at + 1);
	struct slice head = scan_word(scan, at);
	return head.ptr[0] == '0' || (head.ptr[0] == '1' && head.len >= 4) || (at > 0 && is_mark(scan, at - 1, '+'));
}

size_t rule_phone(const struct scan *scan, size_t at, struct reading *reading)
{
	struct phone value = {.len = 0};
	size_t end = 0, want = 0, first = at;
	if (is_mark(scan, at, '(') && is_digits(scan, at + 1) && is_mark(scan, at + 2, ')') && is_digits(scan, at + 3))
		first = at + 1;
	if (!is_digits(scan, first) || (first > 0 && number_is_inside_name(scan, first, first + 1) && first == at))
		return 0;
	struct slice head = scan_word(scan, first);
	if (head.len >= 8 && head.len <= 10 &&
	    (slice_has_prefix(head, SLICE("1900")) || slice_has_prefix(head, SLICE("1800")))) {
		reading->kind = KIND_PHONE;
		reading->rule = "phone.service";
		reading->literal = head;
		return first + 1;
	}
	int service = slice_is(head, "1900") || slice_is(head, "1800");
	if (at > 0 && is_mark(scan, at - 1, '+') && is_glued(scan, at) && slice_has_prefix(head, SLICE("84")))
		want = 11;
	else
		want = (size_t)phone_digits(head);
	if (service) {
		for (want = 10; want >= 8 && !end; want--)
			end = take_phone(scan, first, want, &value);
		/* "1900 2000" may be two years: a service number has four digits behind a space, and no year's. */
		if (end && year_at(scan, first + 1) >= 1900 && year_at(scan, first + 1) < 2100)
			end = 0;
	} else if (want) {
		end = take_phone(scan, first, want, &value);
		if (!end && want == 11 && head.ptr[1] == '2')
			end = take_phone(scan, first, 10, &value);
	}
	if (end) {
		reading->kind = KIND_PHONE;
		reading->rule = "phone";
		reading->literal = arena_copy(scan->arena, slice_of(value.digits, value.len));
	}
	return end;
}
