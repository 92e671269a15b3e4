/* SPDX-License-Identifier: MIT */
/* Numbers that name: legal documents and telephones, which are figures; labels, addresses and codes, which are none. */
#include <string.h>

#include "figures/date.h"
#include "figures/quantity.h"

/* The glued run of words, digits and - / . _ from the token on, its closing marks left out. */
static size_t code_end(const struct scan *scan, size_t at)
{
	size_t end = at + 1;
	for (size_t i = at + 1; i < scan->count && is_glued(scan, i); i++) {
		if (is_word(scan, i) || is_digits(scan, i))
			end = i + 1;
		else if (!(is_mark(scan, i, '/') || scan_is_dash(scan, i) || is_mark(scan, i, '.') ||
			   is_mark(scan, i, '_') || is_mark(scan, i, '&')))
			break;
	}
	return end;
}

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

/* What follows a label's number and makes it a count after all: tổ 5 người, phần 20%, đường 3 km. */
static int has_unit(const struct scan *scan, size_t at)
{
	struct number number;
	struct tail tail;
	number_set(&number, 1);
	if (is_mark(scan, at, '%') || may_start(scan, at, LEX_SCALE) || glue_at(scan, at) == GLUE_PHAN ||
	    lex_at(scan, LEX_DURATION, at, NULL))
		return 1;
	/* "phòng 3 C" is no charge and "lớp 5 A" no current; "phiên bản 128 GB" is a size. */
	return tail_read(scan, at, &number, &tail) > at &&
	       !(tail.kind == KIND_MEASURE && !is_glued(scan, at) && scan->tokens[at].letters == CASE_UPPER &&
		 token_len(scan, at) == 1);
}

static int counts_behind(const struct scan *scan, size_t at)
{
	int lower = scan->tokens[at].letters == CASE_LOWER;
	return has_unit(scan, at) || (lower && lex_at(scan, LEX_COUNTED, at, NULL)) || glue_at(scan, at) == GLUE_AGE;
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
		/* "5 điều 3 khoản" counts; Điều 15 names. */
		if (part->value == 2 && scan->tokens[end].letters == CASE_LOWER && parts == 0)
			return 0;
		if (counts_behind(scan, after + 1) && !may_start(scan, after + 1, LEX_DOC_PART))
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
	struct_end = code_end(scan, from);
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
	size_t end = code_end(scan, at);
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

/* "tổng số", "tỷ số": the label's word belongs to the one before. */
static int is_other_word(const struct scan *scan, size_t at)
{
	size_t end;
	const struct lex_entry *longer = lex_at(scan, LEX_LABEL, at - 1, &end);
	return longer && longer->value == 3 && end == at + 1;
}

/* ngày 31-4, tháng 18: what the rules for dates have refused is no number either. */
static size_t read_impossible_date(const struct scan *scan, size_t at)
{
	int glue = glue_at(scan, at);
	if ((glue != GLUE_DAY && glue != GLUE_MONTH) || !is_digits(scan, at + 1) || token_len(scan, at + 1) > 2)
		return 0;
	size_t end = at + 2;
	while ((is_mark(scan, end, '/') || scan_is_dash(scan, end) || is_mark(scan, end, '.')) && is_glued(scan, end) &&
	       is_digits(scan, end + 1) && is_glued(scan, end + 1))
		end += 2;
	if (counts_behind(scan, end) ||
	    (is_mark(scan, end, ',') && is_digits(scan, end + 1) && is_glued(scan, end + 1)))
		return 0;
	return glue == GLUE_DAY ? (end > at + 2 ? end : 0) : scan_digits_value(scan, at + 1) > 12 ? end : 0;
}

/* A list goes on with the numbers of the same label or name: lớp 1, 2, 3; phường 1 và 2; Windows 7 và 8. */
static size_t skip_list(const struct scan *scan, size_t end)
{
	while ((is_mark(scan, end, ',') || is_mark(scan, end, '&') || glue_at(scan, end) == GLUE_AND ||
		scan_is_dash(scan, end)) &&
	       is_digits(scan, end + 1) && token_len(scan, end + 1) <= 3 && !counts_behind(scan, end + 2) &&
	       !(is_glued(scan, end + 2) && is_digits(scan, end + 3) && is_glued(scan, end + 3)))
		end += 2;
	return end;
}

/* lớp 2, khóa XIV, đường 3 Tháng 2, bão số 10, vòng 1/8, Mega 6/45, hiệp hai */
static size_t read_label(const struct scan *scan, size_t at)
{
	size_t from, end;
	const struct lex_entry *label = lex_at(scan, LEX_LABEL, at, &from);
	if (!label || label->value == 3 || label->value == 9 ||
	    (label->value == 2 && scan->tokens[at].letters == CASE_LOWER))
		return 0;
	if (at > 0 && is_other_word(scan, at))
		return 0;
	int strong = label->flags & LEX_STRONG || glue_at(scan, from) == GLUE_NUMBER_SIGN;
	if (glue_at(scan, from) == GLUE_NUMBER_SIGN)
		from++;
	if (is_mark(scan, from, ':') || (is_mark(scan, from, '.') && is_glued(scan, from)) ||
	    (scan_is_dash(scan, from) && is_glued(scan, from)))
		from++;
	if (is_digits(scan, from)) {
		end = code_end(scan, from);
		/* phần 38,4% and phòng 1,2 triệu are no labels */
		if (is_mark(scan, from + 1, ',') && is_glued(scan, from + 1) && is_digits(scan, from + 2) &&
		    is_glued(scan, from + 2))
			return 0;
		/* đường 3 Tháng 2, đường 30 Tháng 4 */
		if (glue_at(scan, end) == GLUE_MONTH && scan->tokens[end].letters != CASE_LOWER)
			end = is_digits(scan, end + 1) || may_start(scan, end + 1, LEX_MONTH_NAME) ? end + 2 : end;
		if (end > from)
			end = skip_list(scan, end);
		struct clock clock;
		/* giai đoạn 2 đề án: behind a label that is nothing else, only a unit makes a count */
		int counted = strong ? has_unit(scan, end) : counts_behind(scan, end);
		if (counted || clock_read(scan, from, &clock))
			return 0;
		/* giai đoạn 2021-2025; but mã số 2025 */
		if (year_at(scan, from) >= 1930 && year_at(scan, from) <= 2050 &&
		    glue_at(scan, from - 1) != GLUE_NUMBER_SIGN)
			return 0;
		return end;
	}
	if (label->value != 1 || !is_word(scan, from))
		return 0;
	if (number_roman(scan_word(scan, from)))
		return from + 1;
	const struct lex_entry *digit = lex_at(scan, LEX_DIGIT, from, NULL);
	return digit && digit->value != 5 && !counts_behind(scan, from + 1) && !lex_at(scan, LEX_SCALE, from + 1, NULL)
		       ? from + 1
		       : 0;
}

/* "ở 43 Hai Bà Trưng": a house and its street. */
static int is_address(const struct scan *scan, size_t at)
{
	int open = is_mark(scan, at - 1, '(') || is_mark(scan, at - 1, ',');
	int place = open || (is_word(scan, at - 1) &&
			     (slice_is(scan_word(scan, at - 1), "ở") || slice_is(scan_word(scan, at - 1), "tại") ||
			      slice_is(scan_word(scan, at - 1), "chỉ")));
	return place && is_word(scan, at + 1) && !is_glued(scan, at + 1) &&
	       scan->tokens[at + 1].letters == CASE_CAPITAL && is_word(scan, at + 2) &&
	       scan->tokens[at + 2].letters == CASE_CAPITAL && !lex_at(scan, LEX_COUNTED, at + 1, NULL);
}

/* TP HCM 5 ca: an abbreviation of two words is a place or an office; AIPA 40 is a name. */
static int is_place_in_capitals(const struct scan *scan, size_t at)
{
	return scan->tokens[at].letters == CASE_UPPER && at > 0 && is_word(scan, at - 1) &&
	       scan->tokens[at - 1].letters != CASE_LOWER;
}

/* Mazda 3, Vĩnh Tân 4, iPhone 11: a number behind a name counts only where a noun or a unit follows. */
static size_t read_named(const struct scan *scan, size_t at)
{
	if (!is_digits(scan, at) || at < 1 || token_len(scan, at) > 4)
		return 0;
	const struct lex_entry *model = lex_at(scan, LEX_LABEL_AFTER, at + 1, NULL);
	if ((model && model->value == 1) || is_address(scan, at))
		return at + 1;
	int year = year_at(scan, at) >= 1900 && year_at(scan, at) <= 2100;
	if (is_glued(scan, at) || !is_word(scan, at - 1) || scan->tokens[at - 1].letters == CASE_LOWER || year ||
	    is_place_in_capitals(scan, at - 1))
		return 0;
	size_t next = at + 1;
	int joined = is_glued(scan, next) && !is_mark(scan, next, '.') && !is_mark(scan, next, ',') &&
		     !is_mark(scan, next, ')') && !is_mark(scan, next, ';') && !is_mark(scan, next, '"') &&
		     !is_mark(scan, next, 0x201d);
	int decimal = is_glued(scan, next) && is_digits(scan, next + 1) && is_glued(scan, next + 1);
	if (joined || decimal || counts_behind(scan, next) || (is_mark(scan, next, '(') && !scan_is_name(scan, at - 2)) || scan_is_dash(scan, next))
		return 0;
	/* Snapdragon 8 Elite, (43 Hai Bà Trưng: a name on both sides, or on one and a mark on the other. */
	int capital_behind = is_word(scan, next) && scan->tokens[next].letters != CASE_LOWER &&
			     !lex_at(scan, LEX_COUNTED, next, NULL);
	if (capital_behind)
		return at + 1;
	/* A capital that only opens the sentence, or a quotation, is no name. */
	if (at == 1 || is_mark(scan, at - 2, '"') || is_mark(scan, at - 2, 0x201c) || is_mark(scan, at - 2, ':'))
		return 0;
	return !is_word(scan, next) || lex_at(scan, LEX_STOP, next, NULL) ? skip_list(scan, at + 1) : 0;
}

/* The marker of a list at the beginning: "1. Về kinh tế", "2) Các". */
static size_t read_list_marker(const struct scan *scan, size_t at)
{
	/* (5), in running text */
	if (at > 0 && is_digits(scan, at) && token_len(scan, at) <= 2 && is_mark(scan, at - 1, '(') &&
	    is_mark(scan, at + 1, ')'))
		return at + 1;
	uint32_t before = at > 0 ? scan->tokens[at - 1].mark : '.';
	/* "… Company, Ltd. - 1.414 21. GlobalFoundries": a list whose items end in numbers */
	int goes_on = at > 0 && !is_glued(scan, at) && (is_digits(scan, at - 1) || before == '.');
	int opens = goes_on || before == '.' || before == ':' || before == ';' || before == '!' || before == '?' ||
		    before == 0x2026 || before == '"' || before == 0x201d;
	if (!opens || !is_digits(scan, at) || token_len(scan, at) > 2 || !is_glued(scan, at + 1) ||
	    (at > 1 && is_glued(scan, at - 1) && is_digits(scan, at - 2) && is_glued(scan, at)))
		return 0;
	int mark = is_mark(scan, at + 1, '.') || is_mark(scan, at + 1, ')') || is_mark(scan, at + 1, '/');
	/* The window may end with the marker of the next paragraph: "… câu trả lời.2." */
	if (mark && at > 0 && (is_glued(scan, at) || goes_on) && at + 2 == scan->count)
		return at + 2;
	/* Behind other text the capital may stand right on the stop. */
	return mark && (at > 0 || !is_glued(scan, at + 2)) && is_word(scan, at + 2) &&
			       scan->tokens[at + 2].letters != CASE_LOWER
		       ? at + 2
		       : 0;
}

/* 1.1.1.1, 10.0.0.1, 1.25.3: groups that no number, date or telephone has taken. */
static size_t read_groups(const struct scan *scan, size_t at)
{
	size_t end = at;
	while ((is_mark(scan, end + 1, '.') || is_mark(scan, end + 1, ',') || is_mark(scan, end + 1, '/') ||
		is_mark(scan, end + 1, ':') || scan_is_dash(scan, end + 1)) &&
	       is_glued(scan, end + 1) && is_digits(scan, end + 2) && is_glued(scan, end + 2))
		end += 2;
	return end > at + 2 ? end + 1 : 0;
}

/* 24/7, 24/24: always open, but for a day or a part of one before it. */
static size_t read_always_open(const struct scan *scan, size_t at)
{
	if (!is_mark(scan, at + 1, '/') || scan_digits_value(scan, at) != 24 ||
	    (scan_digits_value(scan, at + 2) != 7 && scan_digits_value(scan, at + 2) != 24) ||
	    (is_mark(scan, at + 3, '/') && is_glued(scan, at + 3)))
		return 0;
	return at > 0 && (glue_at(scan, at - 1) == GLUE_DAY || lex_before(scan, LEX_PART, at, NULL)) ? 0 : at + 3;
}

int identifier_may_begin(const struct scan *scan, size_t at)
{
	const struct token *next = &scan->tokens[at + 1];
	if (is_digits(scan, at) || next->kind == TOKEN_DIGITS)
		return 1;
	/* Of a label: another word of it, số, a digit or a Roman numeral; or what joins it to its number. */
	if (next->kind == TOKEN_WORD)
		return (next->word->seconds >> LEX_LABEL | next->word->starts >> LEX_DIGIT) & 1 ||
		       next->glue == GLUE_NUMBER_SIGN ||
		       (next->letters != CASE_LOWER && number_roman(scan_word(scan, at + 1)));
	return next->glue == GLUE_COLON || next->glue == GLUE_STOP || scan_is_dash(scan, at + 1);
}

size_t rule_identifier(const struct scan *scan, size_t at, struct reading *reading)
{
	reading->rule = "not-a-figure";
	if (!is_digits(scan, at))
		return read_label(scan, at);
	size_t end = read_list_marker(scan, at);
	if (!end)
		end = read_named(scan, at);
	return end ? end : read_always_open(scan, at);
}

size_t rule_run(const struct scan *scan, size_t at, struct reading *reading)
{
	reading->rule = "not-a-figure";
	return is_digits(scan, at) ? read_groups(scan, at) : read_impossible_date(scan, at);
}
