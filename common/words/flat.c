/* SPDX-License-Identifier: MIT */
#include "words/flat.h"

#include "stream/record.h"
#include "words/token.h"

/* Writes text[begin, end), each run of white space and control characters in it as a space. */
static void put_spaced(struct output *out, struct slice text, size_t begin, size_t end)
{
	size_t from = begin, n;
	for (size_t at = begin; at < end;) {
		if (space_length(text.ptr, end, at) == 0) {
			at++;
			continue;
		}
		output_put(out, text.ptr + from, at - from);
		while (at < end && (n = space_length(text.ptr, end, at)) > 0)
			at += n;
		output_put_byte(out, ' ');
		from = at;
	}
	output_put(out, text.ptr + from, end - from);
}

/*
 * Copies text[from, end) to `to`, each of the joints in it as `_`, and moves *joint behind them. Where a joint is of one
 * byte, as nearly all are, the text is copied over it. Returns the end of the copy.
 */
static char *copy_joined(char *to, const char *text, size_t from, size_t end, const struct joint **joint,
			 const struct joint *last)
{
	for (;;) {
		const struct joint *wide = *joint;
		while (wide < last && wide->begin < end && wide->end - wide->begin == 1)
			wide++;
		size_t stop = wide < last && wide->begin < end ? wide->begin : end;
		memcpy(to, text + from, stop - from);
		for (; *joint < wide; ++*joint)
			to[(*joint)->begin - from] = '_';
		to += stop - from;
		if (stop == end)
			return to;
		*to++ = '_';
		from = wide->end;
		++*joint;
	}
}

void words_put_line(struct output *out, struct slice sentence, const struct words *words)
{
	if (words->count == 0) {
		output_put_byte(out, '\n');
		return;
	}
	const char *text = sentence.ptr;
	const struct joint *joint = words->joints, *last = joint + words->joint_count;
	/* A space more for each word that the next one touches, and the newline. */
	char *begin = output_reserve(out, sentence.len + words->count + 1), *to = begin;
	if (!begin)
		return;
	for (size_t i = 0, from; i < words->count; i++) {
		from = words->list[i].begin;
		/* One space behind a word is as it will be written: words between which it stands are copied together. */
		while (i + 1 < words->count && words->list[i + 1].begin == words->list[i].end + 1 &&
		       text[words->list[i].end] == ' ')
			i++;
		to = copy_joined(to, text, from, words->list[i].end, &joint, last);
		*to++ = ' ';
	}
	to[-1] = '\n';
	output_advance(out, (size_t)(to - begin));
}

void words_put_tsv_head(struct output *out)
{
	output_put_string(out, "id\tblock\tsentence\tword\tstart\tend\ttext\n");
}

static void put_number(struct output *out, size_t number)
{
	output_put_size(out, number);
	output_put_byte(out, '\t');
}

void words_put_tsv(struct output *out, const struct words_place *place, struct slice sentence, const struct words *words)
{
	for (size_t i = 0; i < words->count; i++) {
		struct word word = words->list[i];
		output_put_slice(out, place->document);
		output_put_byte(out, '\t');
		put_number(out, place->block);
		put_number(out, place->sentence);
		put_number(out, i + 1);
		put_number(out, place->begin + word.begin);
		put_number(out, place->begin + word.end);
		field_put(out, slice_of(sentence.ptr + word.begin, word.end - word.begin));
		output_put_byte(out, '\n');
	}
}

void words_put_conllu(struct output *out, const struct words_place *place, struct slice sentence,
		      const struct words *words)
{
	output_put_string(out, "# sent_id = ");
	output_put_slice(out, place->document);
	output_put_byte(out, '-');
	output_put_size(out, place->sentence);
	output_put_string(out, "\n# text = ");
	put_spaced(out, sentence, 0, sentence.len);
	output_put_byte(out, '\n');
	for (size_t i = 0; i < words->count; i++) {
		int glued = i + 1 < words->count && words->list[i].end == words->list[i + 1].begin;
		put_number(out, i + 1);
		put_spaced(out, sentence, words->list[i].begin, words->list[i].end);
		output_put_string(out, "\t_\t_\t_\t_\t_\t_\t_\t");
		output_put_string(out, glued ? "SpaceAfter=No\n" : "_\n");
	}
	output_put_byte(out, '\n');
}
