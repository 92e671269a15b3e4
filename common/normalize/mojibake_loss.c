/* SPDX-License-Identifier: MIT */
/*
 * Mojibake that lost bytes on its way: a no-break space became a blank and ran into the one behind it ("lÃ má»™t" was "là
 * một", its à the bytes C3 A0), soft hyphens and C1 controls went. A place is restored where one reading alone gives a
 * syllable; what could be several (tiá»p: tiệp, tiếp?) is not guessed.
 */
#include "base/utf8.h"
#include "charset/tables.h"
#include "normalize/mojibake.h"
#include "vietnamese/syllable.h"

/* What is left of a character that lost its last byte: one or two cells, which were these bytes. */
static const struct remains {
	uint16_t cells[2];
	char bytes[3];
} remains[] = {
	{{0xc3, 0}, "\xc3"}, {{0x102, 0}, "\xc3"}, {{0xc4, 0}, "\xc4"}, {{0xc6, 0}, "\xc6"}, {{0xe1, 0xba}, "\xe1\xba"},
	{{0xe1, 0xbb}, "\xe1\xbb"},
};

static size_t remains_at(const struct remains *r, const struct cell_list *in, size_t i)
{
	if (in->list[i].code_point != r->cells[0])
		return 0;
	if (!r->cells[1])
		return 1;
	return i + 1 < in->count && in->list[i + 1].code_point == r->cells[1] ? 2 : 0;
}

int mojibake_may_be_left(const struct cell_list *in, size_t i)
{
	for (size_t r = 0; in->list[i].code_point >= 0x80 && r < sizeof remains / sizeof *remains; r++)
		if (remains_at(&remains[r], in, i))
			return 1;
	return 0;
}

static uint32_t completed(const struct remains *r, unsigned char last)
{
	char bytes[4];
	uint32_t code_point;
	size_t len = strlen(r->bytes);
	memcpy(bytes, r->bytes, len);
	bytes[len] = (char)last;
	return utf8_decode(bytes, len + 1, &code_point) > 0 ? code_point : 0;
}

static int is_letter_cell(const struct cell_list *list, size_t i)
{
	return i < list->count && letter_is_letter(list->list[i].code_point);
}

static int is_capital_cell(const struct cell_list *list, size_t i)
{
	return i < list->count && letter_is_upper(list->list[i].code_point);
}

static int is_blank_cell(const struct cell_list *list, size_t i)
{
	return i < list->count && list->list[i].code_point == ' ';
}

/* The letters around a place: those before it (pushed already), the one that it would be, those behind it. */
struct place {
	struct letter letters[2 * SYLLABLE_MAX + 1];
	size_t before, all;   /* letters up to and with the restored one; all of them */
	int fits;             /* 0: a run too long, or a letter that is not Vietnamese */
	int after_small;      /* a small letter stands right before it */
};

static int take_letters(const struct cell_list *list, size_t from, size_t to, struct letter *letters)
{
	for (size_t i = from; i < to; i++)
		if (!letter_parts(list->list[i].code_point, &letters[i - from]))
			return 0;
	return 1;
}

static void look_around(const struct cells *cells, size_t behind, uint32_t code_point, struct place *place)
{
	const struct cell_list *in = &cells->in, *out = &cells->out;
	size_t first = out->count, last = behind;
	*place = (struct place){.fits = 0};
	while (first > 0 && out->count - first <= SYLLABLE_MAX && is_letter_cell(out, first - 1))
		first--;
	while (last - behind <= SYLLABLE_MAX && is_letter_cell(in, last))
		last++;
	size_t n = out->count - first;
	if (n > SYLLABLE_MAX)
		return;
	place->before = n + 1;
	place->fits = take_letters(out, first, out->count, place->letters) && letter_parts(code_point, &place->letters[n]);
	place->after_small = n > 0 && place->fits && !place->letters[n - 1].upper;
	/* Foreign letters behind make the whole no syllable, but leave the first word what it is. */
	place->all = last - behind <= SYLLABLE_MAX && take_letters(in, behind, last, place->letters + n + 1)
			     ? place->before + last - behind : 2 * SYLLABLE_MAX;
}

/* Which bytes the line lost, by what it still has: it lost all of a kind, or none. */
struct lost {
	int soft, low;   /* AD, which is a soft hyphen; 80 to 9F */
	int holes;       /* 81, 8D, 8F, 90, 9D: controls still where windows-1252 has signs for the others (ề, ọ, ỏ, Đ, ờ) */
};

/* A letter, a digit, an opening mark: it does not cling to the word before it. */
static int begins_word(const struct cell_list *in, size_t i)
{
	uint32_t cp = i < in->count ? in->list[i].code_point : 0;
	return is_letter_cell(in, i) || (cp >= '0' && cp <= '9') || cp == '(' || cp == '[' || cp == '"' || cp == 0x201c;
}

/*
 * Whether a letter restored in front of a blank makes sense: the whole is a syllable (the blank was its byte), or the word
 * up to it is. A capital needs capitals around; without evidence, only Ã behind a small letter counts, which no word has.
 */
static int makes_sense(const struct cells *cells, size_t behind, uint32_t code_point, int evidence, struct place *place)
{
	const struct cell_list *in = &cells->in;
	look_around(cells, behind, code_point, place);
	/* XÃ HỘI: among capitals Ã is one of them. */
	if (!place->after_small && is_capital_cell(in, behind) && is_capital_cell(in, behind + 1))
		return 0;
	if (letter_is_upper(code_point) && is_letter_cell(in, behind) && !is_capital_cell(in, behind))
		return 0;
	if (!place->fits || !(evidence || place->after_small))
		return 0;
	return (place->all > place->before && syllable_is_word(place->letters, place->all)) ||
	       syllable_is_word(place->letters, place->before);
}

static int is_word_with(const struct cells *cells, size_t behind, uint32_t code_point)
{
	struct place place;
	look_around(cells, behind, code_point, &place);
	return place.fits && syllable_is_word(place.letters, place.all);
}

/*
 * The last byte was A0, or 85 (next line, in C1), and is a blank now, or nothing at the end of the line. If the word is
 * none without a space behind that letter, this blank stood for two.
 */
static size_t restore_blank(struct cells *cells, size_t i, const struct remains *r, int evidence, struct lost lost)
{
	static const unsigned char blanks[] = {0xa0, 0x85};
	const struct cell_list *in = &cells->in;
	struct place place, one;
	size_t left = remains_at(r, in, i), taken = left;
	uint32_t restored = 0;
	if (left == 0 || (i + left < in->count && in->list[i + left].code_point != '\n' && !is_blank_cell(in, i + left)))
		return 0;
	taken += is_blank_cell(in, i + left);
	for (size_t b = 0; b < sizeof blanks; b++) {
		uint32_t code_point = completed(r, blanks[b]);
		/* Where C1 controls went 85 is one of many that it could be, where soft hyphens went one of two. */
		int is_one_of_many = lost.low || lost.holes || (lost.soft && is_word_with(cells, i + left, completed(r, 0xad)));
		if ((blanks[b] == 0x85 && (!evidence || is_one_of_many)) || !makes_sense(cells, i + taken, code_point, evidence, &one))
			continue;
		if (restored || (r->cells[0] == 0x102 && !one.after_small))
			return 0;
		restored = code_point;
		place = one;
	}
	if (!restored)
		return 0;
	cells_push_merged(cells, i, i + taken, restored, RULE_MOJIBAKE);
	int is_whole = place.all > place.before && syllable_is_word(place.letters, place.all);
	if (!is_whole && begins_word(in, i + taken))
		cells_push_inserted(cells, ' ', RULE_GLUED);
	return taken;
}

/* Read off the source, for in the cells most is repaired already. */
static struct lost lost_in(const struct cells *cells, size_t begin, size_t end)
{
	struct lost lost = {1, 1, 1};
	const struct cell_list *in = &cells->in;
	size_t to = end > begin ? in->list[end - 1].end : 0;
	for (size_t at = end > begin ? in->list[begin].begin : 0; at + 1 < to; at++) {
		unsigned char first = (unsigned char)cells->source.ptr[at];
		unsigned char second = (unsigned char)cells->source.ptr[at + 1];
		/* Latin-1 leaves 80 to 9F as C1 controls; windows-1252 makes € ‚ ƒ „ and so on of most. */
		lost.soft &= !(first == 0xc2 && second == 0xad);
		int is_c1 = first == 0xc2 && second >= 0x80 && second < 0xa0;
		lost.holes &= !is_c1;
		lost.low &= !is_c1 && first != 0xe2 && first != 0xc5 && first != 0xcb;
	}
	return lost;
}

/* The last byte is gone: whichever of those that the line lost gives a syllable, if only one does. */
static size_t restore_gone(struct cells *cells, size_t i, const struct remains *r, struct lost lost)
{
	const struct cell_list *in = &cells->in;
	size_t left = remains_at(r, in, i), found = 0;
	uint32_t restored = 0;
	if (left == 0)
		return 0;
	for (unsigned byte = 0x80; byte <= 0xad; byte = byte == 0x9f ? 0xad : byte + 1) {
		struct place place;
		if (byte == 0xad ? !lost.soft : !lost.low && !(lost.holes && charset_cp1252[byte] == 0))
			continue;
		look_around(cells, i + left, completed(r, (unsigned char)byte), &place);
		size_t next = is_blank_cell(in, i + left) ? i + left + 1 : i + left;
		int among_capitals = !place.after_small && is_capital_cell(in, next) && is_capital_cell(in, next + 1);
		if (!place.fits || among_capitals || (r->cells[0] == 0x102 && !place.after_small) ||
		    !syllable_is_word(place.letters, place.all))
			continue;
		restored = completed(r, (unsigned char)byte);
		found++;
	}
	if (found != 1)
		return 0;
	cells_push_merged(cells, i, i + left, restored, RULE_MOJIBAKE);
	return left;
}

int mojibake_restore(struct cells *cells, size_t begin, size_t end, int evidence)
{
	const struct cell_list *in = &cells->in;
	struct lost lost = evidence ? lost_in(cells, begin, end) : (struct lost){0, 1, 1};
	int changed = 0;
	for (size_t i = begin; i < end;) {
		size_t taken = 0;
		for (size_t r = 0; r < sizeof remains / sizeof *remains && taken == 0 && in->list[i].code_point >= 0x80; r++) {
			taken = restore_blank(cells, i, &remains[r], evidence, lost);
			if (taken == 0 && evidence)
				taken = restore_gone(cells, i, &remains[r], lost);
		}
		/* Â and a blank: a no-break space. */
		if (taken == 0 && evidence && in->list[i].code_point == 0xc2 && is_blank_cell(in, i + 1)) {
			cells_push_merged(cells, i, i + 2, 0xa0, RULE_MOJIBAKE);
			taken = 2;
		}
		if (taken == 0)
			cells_push(cells, &in->list[i++]);
		i += taken;
		changed |= taken > 0;
	}
	return changed;
}
