/* SPDX-License-Identifier: MIT */
#include "words/punctuation.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "words/token.h"

enum { A = MARK_ANY, D = MARK_DIGITS, L = MARK_LETTERS, LD = MARK_LETTER_DIGIT, DL = MARK_DIGIT_LETTER };

/* By code point: punctuation_find searches. Conventions are those of the treebank VTB and of the corpus of VLSP 2013. */
static const struct punctuation marks[] = {
	/* mark    inner                          first  last   rule         runs shape        like */
	{'!',      0,                             0,     0,     0,           1,   SHAPE_STOP,  0},
	{'"',      0,                             0,     0,     0,           0,   SHAPE_QUOTE, 0},
	{'#',      0,                             L,     L,     0,           1,   SHAPE_STOP,  0},
	{'$',      A,                             D,     D,     0,           0,   SHAPE_STOP,  0},
	{'%',      D | MARK_BEFORE_MARK | MARK_ENDS, 0,  D,     0,           0,   SHAPE_STOP,  0},
	{'&',      L,                             0,     0,     0,           0,   SHAPE_STOP,  0},
	{'\'',     A,                             0,     D,     0,           0,   SHAPE_QUOTE, 0},
	{'(',      0,                             0,     0,     0,           0,   SHAPE_OPEN,  0},
	{')',      0,                             0,     0,     0,           0,   SHAPE_CLOSE, 0},
	{'*',      0,                             0,     0,     0,           1,   SHAPE_STOP,  0},
	{'+',      A,                             D,     D | L, 0,           0,   SHAPE_STOP,  0},
	{',',      D,                             0,     0,     0,           0,   SHAPE_COMMA, 0},
	{'-',      A,                             D,     0,     RULE_HYPHEN, 1,   SHAPE_DASH,  0},
	{'.',      A,                             0,     L,     RULE_STOP,   1,   SHAPE_STOP,  0},
	{'/',      A,                             0,     0,     RULE_SLASH,  0,   SHAPE_COMMA, 0},
	{':',      D,                             0,     0,     0,           0,   SHAPE_COMMA, 0},
	{';',      0,                             0,     0,     0,           0,   SHAPE_COMMA, ','},
	{'=',      0,                             0,     0,     0,           1,   SHAPE_STOP,  0},
	{'?',      0,                             0,     0,     0,           1,   SHAPE_STOP,  0},
	{'@',      L | LD | DL,                   L,     0,     0,           0,   SHAPE_STOP,  0},
	{'[',      0,                             0,     0,     0,           0,   SHAPE_OPEN,  '('},
	{']',      0,                             0,     0,     0,           0,   SHAPE_CLOSE, ')'},
	{'_',      A | MARK_BEFORE_MARK,          L,     L | D, 0,           1,   SHAPE_STOP,  0},
	{'{',      0,                             0,     0,     0,           0,   SHAPE_OPEN,  '('},
	{'}',      0,                             0,     0,     0,           0,   SHAPE_CLOSE, ')'},
	{'~',      0,                             D,     0,     0,           1,   SHAPE_STOP,  0},
	{0xa3,     D | DL,                        D,     D,     0,           0,   SHAPE_STOP,  '$'},
	{0xab,     0,                             0,     0,     0,           0,   SHAPE_OPEN,  0x201c},
	{0xb0,     A,                             L,     D,     0,           0,   SHAPE_STOP,  0},
	{0xb1,     D,                             D,     0,     0,           0,   SHAPE_STOP,  0},
	{0xbb,     0,                             0,     0,     0,           0,   SHAPE_CLOSE, 0x201d},
	{0xd7,     A,                             0,     0,     0,           0,   SHAPE_STOP,  0},
	{0x2010,   A,                             0,     0,     RULE_HYPHEN, 1,   SHAPE_DASH,  '-'},
	{0x2011,   A,                             0,     0,     RULE_HYPHEN, 1,   SHAPE_DASH,  '-'},
	{0x2012,   D,                             0,     0,     0,           1,   SHAPE_DASH,  '-'},
	{0x2013,   D,                             0,     0,     0,           1,   SHAPE_DASH,  '-'},
	{0x2014,   D,                             0,     0,     0,           1,   SHAPE_DASH,  '-'},
	{0x2018,   0,                             0,     0,     0,           0,   SHAPE_OPEN,  0x201c},
	{0x2019,   A,                             0,     D,     0,           0,   SHAPE_CLOSE, 0x201d},
	{0x201c,   0,                             0,     0,     0,           0,   SHAPE_OPEN,  0},
	{0x201d,   0,                             0,     0,     0,           0,   SHAPE_CLOSE, 0},
	{0x2026,   0,                             0,     0,     0,           1,   SHAPE_STOP,  '.'},
	{0x2030,   D | MARK_BEFORE_MARK | MARK_ENDS, 0,  D,     0,           0,   SHAPE_STOP,  '%'},
	{0x2032,   A,                             0,     D,     0,           0,   SHAPE_STOP,  '\''},
	{0x2033,   A,                             0,     D,     0,           0,   SHAPE_STOP,  '\''},
	{0x20ab,   D | DL,                        D,     D,     0,           0,   SHAPE_STOP,  '$'},
	{0x20ac,   D | DL,                        D,     D,     0,           0,   SHAPE_STOP,  '$'},
	{0x2212,   D,                             D,     0,     0,           0,   SHAPE_DASH,  '-'},
};

static int compare_mark(const void *key, const void *entry)
{
	uint32_t cp = *(const uint32_t *)key, other = ((const struct punctuation *)entry)->code_point;
	return (cp > other) - (cp < other);
}

/* Entries of ASCII, found without a search. */
static const struct punctuation *ascii[128];

const struct punctuation *punctuation_find(uint32_t code_point)
{
	if (code_point < 0x80)
		return ascii[code_point];
	return bsearch(&code_point, marks, sizeof marks / sizeof *marks, sizeof *marks, compare_mark);
}

/* Written before a name, with a full stop: units of administration, titles, forms of address. Padded with NULs. */
enum { SHORTENING_MAX = 8 };
static const char shortenings[][SHORTENING_MAX] = {
	"TP", "Tp", "tp", "TX", "Tx", "tx", "TT", "Tt", "Q", "q", "P", "p", "H", "h", "X", "KP", "Kp", "kp",
	"GS", "PGS", "TS", "TSKH", "ThS", "Ths", "BS", "Bs", "BSCKI", "BSCKII", "LS", "Ls", "KS", "Ks", "KTS", "CN", "DS",
	"NS", "NSND", "NSUT", "NSƯT", "NGND", "NGƯT", "ĐD", "HLV", "CT", "PCT", "Th", "Ng", "Nh", "Mr", "Mrs", "Ms", "Dr",
	"St", "Jr", "Sr", "Co", "Inc", "Ltd", "Corp", "No", "vs", "tr", "Cty", "cty", "đ", "ĐT",
};

/* By length, the first bytes of shortenings, six bits of each: most words are told by these to be none. */
static uint64_t shortening_begins[SHORTENING_MAX];

static uint64_t begin_bit(const char *word)
{
	return (uint64_t)1 << (*word & 63);
}

void punctuation_init(void)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks && marks[i].code_point < 0x80; i++)
		ascii[marks[i].code_point] = &marks[i];
	for (size_t i = 0; i < sizeof shortenings / sizeof *shortenings; i++)
		shortening_begins[strlen(shortenings[i])] |= begin_bit(shortenings[i]);
}

int punctuation_is_shortening(struct slice letters)
{
	char padded[SHORTENING_MAX] = {0};
	if (letters.len == 0 || letters.len >= SHORTENING_MAX || !(shortening_begins[letters.len] & begin_bit(letters.ptr)))
		return 0;
	memcpy(padded, letters.ptr, letters.len);
	for (size_t i = 0; i < sizeof shortenings / sizeof *shortenings; i++)
		if (memcmp(padded, shortenings[i], SHORTENING_MAX) == 0)
			return 1;
	return 0;
}

/* Last labels of domains that the press names, in lower or upper case. */
static const char *const top_domains[] = {
	"vn", "com", "net", "org", "info", "edu", "gov", "mil", "biz", "tv", "io", "co", "uk", "us", "eu", "fr", "de", "jp",
	"cn", "kr", "ru", "au", "sg", "th", "la", "kh", "tw", "hk", "ca", "ch", "asia", "ai", "app", "dev", "xyz", "news",
	"online", "shop", "site", "top", "vip", "club", "link", "live",
};

static int is_top_domain(struct slice label)
{
	for (size_t i = 0; i < sizeof top_domains / sizeof *top_domains; i++)
		if (strlen(top_domains[i]) == label.len && strncasecmp(top_domains[i], label.ptr, label.len) == 0)
			return (label.ptr[0] ^ label.ptr[label.len - 1]) < 0x20;
	return 0;
}

static int is_ascii_word(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* The end of what a URL may hold: quotes and brackets end it. */
static size_t url_end(const char *text, size_t at, size_t end)
{
	while (at < end && !strchr("\"<>()[]{}|\\^`", text[at]) && (unsigned char)text[at] != 0xe2)
		at++;
	return at;
}

/*
 * a.b.vn, a.b@c.com, and a path behind a domain. The first label of a domain may not be a single letter ("E.co"); a
 * capital behind the last full stop alone ("xong.Com") is the beginning of a sentence.
 */
static size_t domain_end(const char *text, size_t at, size_t end)
{
	size_t to = at, label = at;
	int at_sign = 0, dots = 0;
	while (to < end && (is_ascii_word(text[to]) || strchr(".-_@+%", text[to]))) {
		if (text[to] == '@') {
			at_sign++;
			dots = 0;
		}
		dots += text[to] == '.';
		if (text[to] == '.' || text[to] == '@')
			label = to + 1;
		to++;
	}
	if (at_sign > 1 || dots == 0 || label >= to || label - at < 3 || !is_top_domain(slice_of(text + label, to - label)))
		return at;
	if (to < end && text[to] == '/')
		return url_end(text, to, end);
	return to == end || (text[to] & 0x80) == 0 ? to : at;
}

static const char *const schemes[] = {"http://", "https://", "ftp://", "www.", "HTTP://", "HTTPS://"};

size_t address_end(const char *text, size_t at, size_t end)
{
	if (!is_ascii_word(text[at]))
		return at;
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (text[at] == *schemes[i] && slice_has_prefix(slice_of(text + at, end - at), slice_from_string(schemes[i])))
			return url_end(text, at, end);
	return domain_end(text, at, end);
}
