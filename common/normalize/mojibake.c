/* SPDX-License-Identifier: MIT */
/*
 * UTF-8 that was read as a charset of one byte a character (Latin-1, windows-1252, windows-1258, MacRoman), once or more:
 * "tÃ\xa0i chÃ­nh", "Viá»‡t", "ti·∫øng". Its characters are turned back into bytes, and these read as UTF-8; nothing is
 * taken that does not come out as a whole character of a kind that Vietnamese text has.
 * Where bytes got lost besides, mojibake_loss.c is asked.
 */
#include "normalize/mojibake.h"

#include "base/utf8.h"
#include "charset/tables.h"
#include "normalize/words.h"
#include "vietnamese/syllable.h"

enum misreading { AS_WINDOWS, AS_MAC };

/* MacRoman from 0x80 on (Apple, ROMAN.TXT). */
static const uint16_t mac_roman[128] = {
	0xc4, 0xc5, 0xc7, 0xc9, 0xd1, 0xd6, 0xdc, 0xe1, 0xe0, 0xe2, 0xe4, 0xe3, 0xe5, 0xe7, 0xe9, 0xe8,
	0xea, 0xeb, 0xed, 0xec, 0xee, 0xef, 0xf1, 0xf3, 0xf2, 0xf4, 0xf6, 0xf5, 0xfa, 0xf9, 0xfb, 0xfc,
	0x2020, 0xb0, 0xa2, 0xa3, 0xa7, 0x2022, 0xb6, 0xdf, 0xae, 0xa9, 0x2122, 0xb4, 0xa8, 0x2260, 0xc6, 0xd8,
	0x221e, 0xb1, 0x2264, 0x2265, 0xa5, 0xb5, 0x2202, 0x2211, 0x220f, 0x3c0, 0x222b, 0xaa, 0xba, 0x3a9, 0xe6, 0xf8,
	0xbf, 0xa1, 0xac, 0x221a, 0x192, 0x2248, 0x2206, 0xab, 0xbb, 0x2026, 0xa0, 0xc0, 0xc3, 0xd5, 0x152, 0x153,
	0x2013, 0x2014, 0x201c, 0x201d, 0x2018, 0x2019, 0xf7, 0x25ca, 0xff, 0x178, 0x2044, 0x20ac, 0x2039, 0x203a, 0xfb01, 0xfb02,
	0x2021, 0xb7, 0x201a, 0x201e, 0x2030, 0xc2, 0xca, 0xc1, 0xcb, 0xc8, 0xcd, 0xce, 0xcf, 0xcc, 0xd3, 0xd4,
	0xf8ff, 0xd2, 0xda, 0xdb, 0xd9, 0x131, 0x2c6, 0x2dc, 0xaf, 0x2d8, 0x2d9, 0x2da, 0xb8, 0x2dd, 0x2db, 0x2c7,
};

/* The byte that a character was; 0 if it was none beyond ASCII. */
static unsigned char byte_of(uint32_t cp, enum misreading misreading)
{
	if (cp < 0x80)
		return 0;
	if (misreading == AS_MAC) {
		/* Some converters take the Greek letters for the mathematical signs. */
		cp = cp == 0x394 ? 0x2206 : cp == 0x2126 ? 0x3a9 : cp;
		for (unsigned i = 0; i < 128; i++)
			if (mac_roman[i] == cp)
				return (unsigned char)(0x80 + i);
		return 0;
	}
	/* windows-1258 differs in what matters only by its Ă for Ã; what windows-1252 leaves open Latin-1 fills with C1. */
	int byte = cp == 0x102 ? 0xc3 : charset_cp1252_byte(cp);
	return byte < 0 ? 0 : (unsigned char)byte;
}

/*
 * Characters that a Vietnamese text may hold, or one that was misread twice; of Chinese or Cyrillic letters mojibake is not
 * told from chance. The weak ones stand in good text behind a letter: as parts of a reading they prove nothing by themselves.
 */
static const struct range {
	uint32_t first, last;
} plausible[] = {
	{0x80, 0x17f}, {0x192, 0x192}, {0x1a0, 0x1a1}, {0x1af, 0x1b0}, {0x2c6, 0x2c6}, {0x2dc, 0x2dc}, {0x300, 0x323},
	{0x1ea0, 0x1ef9}, {0x2000, 0x2bff}, {0xfe0f, 0xfe0f}, {0xfeff, 0xfeff}, {0x1f000, 0x10ffff},
}, weak[] = {
	{0xa0, 0xa0}, {0xb0, 0xb0}, {0xb2, 0xb3}, {0xb7, 0xb7}, {0xbb, 0xbb}, {0x2010, 0x2026},
};

static int is_in(const struct range *ranges, size_t count, uint32_t cp)
{
	for (size_t i = 0; i < count; i++)
		if (cp <= ranges[i].last)
			return cp >= ranges[i].first;
	return 0;
}

static int is_plausible(uint32_t cp)
{
	return is_in(plausible, sizeof plausible / sizeof *plausible, cp);
}

static int is_weak(uint32_t cp)
{
	return is_in(weak, sizeof weak / sizeof *weak, cp);
}

/* A character that was read as several. */
struct reading {
	uint32_t code_point;
	size_t count;     /* cells that it stands in; 0: there is none */
	int is_strong;
};

static struct reading read_at(const struct cell_list *in, size_t i, enum misreading misreading)
{
	char bytes[4];
	struct reading reading = {0};
	unsigned char lead = byte_of(in->list[i].code_point, misreading);
	size_t need = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	if (need == 0 || in->count - i < need)
		return reading;
	for (size_t j = 0; j < need; j++) {
		bytes[j] = (char)byte_of(in->list[i + j].code_point, misreading);
		if (j > 0 && ((unsigned char)bytes[j] & 0xc0) != 0x80)
			return reading;
		reading.is_strong |= j > 0 && !is_weak(in->list[i + j].code_point);
	}
	if (utf8_decode(bytes, need, &reading.code_point) == (int)need && is_plausible(reading.code_point))
		reading.count = need;
	return reading;
}

/* A line of the cells, and what is known of it. */
struct line {
	size_t begin, end;
	enum misreading misreading;
	size_t readings;   /* characters that it explains */
	size_t strong;     /* those of them that are no chance */
	size_t proven;     /* words that it makes syllables of */
	int evidence;      /* some were read again before */
};

/* A word as it would be read again. */
struct word {
	struct letter letters[SYLLABLE_MAX];
	size_t count;     /* SYLLABLE_MAX + 1: too long, or not Vietnamese */
	int is_read;      /* a reading is the last of it */
	int is_anchored;  /* a reading stands inside of it: in clean text the word would have ended there */
};

static void word_add(struct word *word, uint32_t code_point)
{
	word->is_anchored |= word->is_read;
	if (word->count >= SYLLABLE_MAX || !letter_parts(code_point, &word->letters[word->count]))
		word->count = SYLLABLE_MAX + 1;
	else
		word->count++;
}

/* Whether the word proves its readings: nÃ³i is nói. Of one letter it proves nothing. */
static int word_ends(struct word *word)
{
	int is_proven = word->is_anchored && word->count > 1 && syllable_is_word(word->letters, word->count);
	*word = (struct word){.count = 0};
	return is_proven;
}

/* A capital right behind a small letter, as no word has it: the first byte of a character (sÆ°). */
static int is_capital_inside(const struct cell_list *in, size_t i)
{
	return i > 0 && letter_is_upper(in->list[i].code_point) && letter_is_letter(in->list[i - 1].code_point) &&
	       !letter_is_upper(in->list[i - 1].code_point);
}

/* A Vietnamese capital with a sign behind it may be meant (NÀNG MÃ®), unless it stands inside of a word. */
static int is_meant(const struct cell_list *in, size_t i)
{
	struct letter letter;
	return letter_parts(in->list[i].code_point, &letter) && letter.upper;
}

/*
 * Â in front of a sign is all of that sign's first byte: "5Â°C", "mÂ²", "Â©". As a letter it stands before none of these, but
 * at the end of a name in capitals, or before a blank and a closing quote.
 */
static int is_stray(const struct cell_list *in, size_t i, const struct reading *reading)
{
	if (in->list[i].code_point != 0xc2 || reading->code_point >= 0xc0)
		return 0;
	if (is_capital_inside(in, i))
		return 1;
	return (i == 0 || !letter_is_letter(in->list[i - 1].code_point)) && reading->code_point != 0xa0 && reading->code_point != 0xbb;
}

/* The words that the line's misreading makes syllables of. */
static size_t count_proven(const struct cell_list *in, const struct line *line)
{
	struct word word = {.count = 0};
	size_t proven = 0;
	for (size_t i = line->begin; i < line->end; i++) {
		uint32_t cp = in->list[i].code_point;
		struct reading reading = cp < 0x80 ? (struct reading){0} : read_at(in, i, line->misreading);
		if (reading.count) {
			word.is_anchored |= is_capital_inside(in, i);
			i += reading.count - 1;
			cp = reading.code_point;
		}
		if (letter_is_letter(cp))
			word_add(&word, cp);
		else
			proven += word_ends(&word);
		word.is_read = reading.count > 0 && word.count > 0;
	}
	return proven + word_ends(&word);
}

static void count_readings(const struct cell_list *in, struct line *line, enum misreading misreading)
{
	line->misreading = misreading;
	line->readings = line->strong = line->proven = 0;
	for (size_t i = line->begin; i < line->end; i++) {
		if (in->list[i].code_point < 0x80)
			continue;
		struct reading reading = read_at(in, i, misreading);
		if (reading.count == 0)
			continue;
		line->readings++;
		line->strong += is_stray(in, i, &reading) || (reading.is_strong && (is_capital_inside(in, i) || !is_meant(in, i)));
		i += reading.count - 1;
	}
	if (line->readings > 0)
		line->proven = count_proven(in, line);
}

/* The line that begins at a cell, with the misreading that explains more of it. */
static struct line next_line(const struct cell_list *in, size_t begin)
{
	const char *repaired = rule_info[RULE_MOJIBAKE].name;
	struct line line = {.begin = begin, .end = begin}, other;
	while (line.end < in->count && in->list[line.end].code_point != '\n')
		line.evidence |= in->list[line.end++].rule == repaired;
	if (line.end < in->count)
		line.end++;
	other = line;
	count_readings(in, &line, AS_WINDOWS);
	count_readings(in, &other, AS_MAC);
	/* Chance can make one · and ∫ meet, and mathematics many √ and π, but no syllable of them. */
	return other.strong > line.strong && other.strong > 1 && other.proven > 0 ? other : line;
}

static void read_again(struct cells *cells, const struct line *line)
{
	for (size_t i = line->begin; i < line->end;) {
		struct reading reading = {0};
		if (cells->in.list[i].code_point >= 0x80)
			reading = read_at(&cells->in, i, line->misreading);
		if (reading.count)
			cells_push_merged(cells, i, i + reading.count, reading.code_point, RULE_MOJIBAKE);
		else
			cells_push(cells, &cells->in.list[i++]);
		i += reading.count;
	}
}

/* One turn over all lines. Returns whether it changed anything: then what came out may be misread still (read twice). */
static int repair_once(struct cells *cells)
{
	int changed = 0;
	for (size_t i = 0; i < cells->in.count;) {
		struct line line = next_line(&cells->in, i);
		if (line.strong + line.proven > 0 || (line.evidence && line.readings > 0)) {
			read_again(cells, &line);
			changed = 1;
		} else {
			changed |= mojibake_restore(cells, line.begin, line.end, line.evidence);
		}
		i = line.end;
	}
	cells_turn(cells);
	return changed;
}

int mojibake_repair(struct cells *cells)
{
	int changed = 0;
	while (!cells->failed && repair_once(cells))
		changed = 1;
	return changed;
}

int mojibake_suspected(const struct cells *cells)
{
	for (size_t i = 0; i < cells->in.count;) {
		struct line line = next_line(&cells->in, i);
		struct line other = line;
		count_readings(&cells->in, &other, AS_MAC);
		if (line.readings + other.readings > 0)
			return 1;
		for (; i < line.end; i++)
			if (mojibake_may_be_left(&cells->in, i))
				return 1;
	}
	return 0;
}

/* Whether the letters before a place are capitals, and so is the word before: "CÁC XÃ" with a no-break space behind. */
static int is_among_capitals(struct cells *cells, size_t i)
{
	const struct cell_list *in = &cells->in;
	struct letter letters[SYLLABLE_MAX];
	size_t count, first = i;
	while (first > 0 && letter_is_letter(in->list[first - 1].code_point))
		first--;
	if (first == i || !letter_is_upper(in->list[i - 1].code_point))
		return 0;
	if (i - first > 1)
		return 1;
	syllable_letters(neighbour_before(cells, in->list[first].begin), letters, &count);
	return count > 1 && count <= SYLLABLE_MAX && letters[0].upper && letters[1].upper;
}

/* Whether the word around a place is one if the place is read again: of one letter, too. */
static int makes_word(const struct cell_list *in, size_t i, const struct reading *reading)
{
	struct word word = {.count = 0};
	size_t first = i, last = i + reading->count;
	while (first > 0 && i - first <= SYLLABLE_MAX && letter_is_letter(in->list[first - 1].code_point))
		first--;
	for (; first < i; first++)
		word_add(&word, in->list[first].code_point);
	word_add(&word, reading->code_point);
	for (; last < in->count && word.count <= SYLLABLE_MAX && letter_is_letter(in->list[last].code_point); last++)
		word_add(&word, in->list[last].code_point);
	return word.count <= SYLLABLE_MAX && syllable_is_word(word.letters, word.count);
}

/* How many cells from i on may be a character that was read as them, though nothing proves it; 0 if they are what they are. */
static size_t may_be_misread(struct cells *cells, size_t i)
{
	const struct cell_list *in = &cells->in;
	uint32_t cp = in->list[i].code_point;
	if (cp < 0x80)
		return 0;
	struct reading reading = read_at(in, i, AS_WINDOWS);
	if (reading.count > 0) {
		int is_credible = is_capital_inside(in, i) || is_stray(in, i, &reading) ||
				  (makes_word(in, i, &reading) && !is_among_capitals(cells, i));
		return is_credible ? reading.count : 0;
	}
	/* «hoá» is clean, tiá»p lost its last byte; so did giÃy and sÆ. */
	if (cp == 0xe1 && i + 2 < in->count && letter_is_letter(in->list[i + 2].code_point) &&
	    (in->list[i + 1].code_point == 0xba || in->list[i + 1].code_point == 0xbb))
		return 2;
	/* Ă stands for Ã in windows-1258, and at the beginning of words that ran together: quảĂn. Æ with a mark on it is a letter. */
	int has_mark = i + 1 < in->count && in->list[i + 1].code_point >= 0x300 && in->list[i + 1].code_point <= 0x36f;
	return cp != 0x102 && !has_mark && mojibake_may_be_left(in, i) && is_capital_inside(in, i);
}

size_t mojibake_mark(struct cells *cells)
{
	size_t count = 0;
	for (size_t i = 0, n; i < cells->in.count; i += n ? n : 1) {
		n = may_be_misread(cells, i);
		for (size_t j = i; j < i + n; j++)
			cells->in.list[j].misread = 1;
		count += n > 0;
	}
	return count;
}

size_t mojibake_left(const struct cells *cells)
{
	size_t count = 0;
	for (size_t i = 0; i + 1 < cells->in.count; i++) {
		uint32_t cp = cells->in.list[i].code_point, next = cells->in.list[i + 1].code_point;
		int is_lead = cp == 0xc3 || cp == 0xc4 || cp == 0xc6 || (cp == 0xe1 && (next == 0xba || next == 0xbb));
		int is_broken = next >= 0x80 && next < 0xc0 && next != 0xbb && next != 0xab;
		count += is_lead && (is_broken || cp == 0xe1 || (cp != 0xc3 && letter_is_letter(next)));
	}
	return count;
}
