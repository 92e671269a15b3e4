/* SPDX-License-Identifier: MIT */
#include "stream/explain.h"

#include "stream/record.h"

void explain_line(struct output *out, struct place place, const char *rule, struct slice before, struct slice after)
{
	output_put_string(out, place.input);
	output_put_byte(out, ':');
	output_put_size(out, place.line);
	output_put_byte(out, ':');
	output_put_size(out, place.column);
	output_put_byte(out, '\t');
	output_put_string(out, rule);
	output_put_byte(out, '\t');
	field_put(out, before);
	output_put_byte(out, '\t');
	field_put(out, after);
	output_put_byte(out, '\n');
}

void explain_places(const struct edits *edits, struct slice source, struct place place,
		    void (*take)(void *context, const struct edit *edit, struct place place), void *context)
{
	size_t counted = 0;
	for (size_t i = 0; i < edits->count; i++) {
		const struct edit *edit = &edits->list[i];
		for (const char *at; (at = memchr(source.ptr + counted, '\n', edit->src_begin - counted));) {
			place.line++;
			place.column = 1;
			counted = (size_t)(at - source.ptr) + 1;
		}
		place.column += edit->src_begin - counted;
		counted = edit->src_begin;
		take(context, edit, place);
	}
}
