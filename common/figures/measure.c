/* SPDX-License-Identifier: MIT */
/* Measures that are more than a number and its unit: the force of the wind, dimensions. */
#include <string.h>

#include "figures/quantity.h"

/* Words that make cấp the Beaufort scale. */
static int is_wind(const struct scan *scan, size_t at)
{
	for (size_t n = 1; n <= 12 && n <= at; n++)
		if (lex_at(scan, LEX_WIND, at - n, NULL))
			return 1;
	return 0;
}

/* cấp 6-7, cấp 8 of the wind. */
size_t rule_wind(const struct scan *scan, size_t at, struct reading *reading)
{
	if (glue_at(scan, at) != GLUE_LEVEL || !is_digits(scan, at + 1) || !is_wind(scan, at))
		return 0;
	size_t end = number_read_digits(scan, at + 1, &reading->from);
	if (!end || number_small(&reading->from) < 0 || number_small(&reading->from) > 17)
		return 0;
	size_t joint = joint_read(scan, end);
	size_t last = joint ? number_read_digits(scan, joint, &reading->to) : 0;
	if (last && number_ascends(&reading->from, &reading->to)) {
		reading->is_range = 1;
		end = last;
	}
	reading->kind = KIND_MEASURE;
	reading->rule = "measure.wind";
	reading->unit = "Bft";
	return end;
}

/* 1/1,52 inch: a part of an inch, as sensors are sold by. Returns the token behind it, or 0. */
static size_t read_part(const struct scan *scan, size_t at, struct reading *reading)
{
	struct number number;
	struct tail tail;
	if (token_len(scan, at) != 1 || !is_mark(scan, at + 1, '/') || !joins_digits(scan, at + 1))
		return 0;
	size_t end = number_read_digits(scan, at + 2, &number);
	size_t tail_end = end && number.separators ? tail_read(scan, end, &number, &tail) : end;
	if (tail_end == end || tail.kind != KIND_MEASURE || strcmp(tail.unit, "in") != 0)
		return 0;
	struct slice below = number_print(&number, scan->arena);
	char *text = below.len > 0 ? arena_alloc(scan->arena, below.len + 2) : NULL;
	if (!text)
		return 0;
	text[0] = *scan_word(scan, at).ptr;
	text[1] = '/';
	memcpy(text + 2, below.ptr, below.len);
	reading->kind = KIND_MEASURE;
	reading->rule = "measure.part";
	reading->unit = tail.unit;
	reading->literal = slice_of(text, below.len + 2);
	return tail_end;
}

/* 3x4,5: the sides as 3x4.5, in the arena. An empty slice when memory has run out. */
static struct slice print_sides(const struct number *sides, size_t count, struct arena *arena)
{
	struct slice all = number_print(&sides[0], arena);
	for (size_t i = 1; i < count; i++) {
		struct slice side = number_print(&sides[i], arena);
		char *text = arena_alloc(arena, all.len + 1 + side.len);
		if (!text || all.len == 0 || side.len == 0)
			return (struct slice){0};
		memcpy(text, all.ptr, all.len);
		text[all.len] = 'x';
		memcpy(text + all.len + 1, side.ptr, side.len);
		all = slice_of(text, all.len + 1 + side.len);
	}
	return all;
}

/* The unit of all sides: 3x4 cm, 3.395 x 1.475 x 1.650 (mm). Returns the token behind it, or at. */
static size_t read_common_unit(const struct scan *scan, size_t at, const struct number *last, struct tail *tail)
{
	size_t open = at + (size_t)is_mark(scan, at, '(');
	size_t end = tail_read(scan, open, last, tail);
	if (open == at)
		return end;
	if (is_mark(scan, end, ')'))
		return end + 1;
	tail->kind = KIND_NUMBER;
	return at;
}

/* 3x4 cm: a measure in two or three directions. */
size_t rule_dimensions(const struct scan *scan, size_t at, struct reading *reading)
{
	/* What has more sides than anybody measures is no measure: "1x1x1x…" is not read to its end at every digit. */
	enum { SIDES = 4, SIDES_READ = 16 };
	struct number sides[SIDES], *last = sides;
	struct tail tail;
	size_t part_end = read_part(scan, at, reading);
	if (part_end)
		return part_end;
	size_t from = at, count = 0, end = 0;
	while (count < SIDES_READ && is_digits(scan, from)) {
		last = &sides[count < SIDES ? count : SIDES - 1];
		end = number_read_digits(scan, from, last);
		count += end > 0;
		/* 5cm x 8cm */
		int sided = end && may_start(scan, end, LEX_UNIT) &&
			    (glue_at(scan, end + 1) == GLUE_CROSS || glue_at(scan, end + 2) == GLUE_CROSS);
		size_t unit_end = sided ? tail_read(scan, end, last, &tail) : end;
		size_t cross = unit_end > end && tail.kind == KIND_MEASURE ? unit_end : end;
		if (!end || glue_at(scan, cross) != GLUE_CROSS || !is_digits(scan, cross + 1))
			break;
		from = cross + 1;
	}
	if (count < 2 || !end || (is_glued(scan, at) && is_word(scan, at - 1)))
		return 0;
	size_t tail_end = read_common_unit(scan, end, last, &tail);
	if (tail.kind != KIND_MEASURE)
		return 0;
	reading->kind = KIND_MEASURE;
	reading->rule = "measure.dimensions";
	reading->unit = tail.unit;
	reading->literal = count <= SIDES ? print_sides(sides, count, scan->arena) : scan_text(scan, at, end);
	return tail_end;
}
