/* SPDX-License-Identifier: MIT */
#include "words/flat.h"

#include "stream/record.h"
#include "words/token.h"

/* Writes a word, each run of white space and control characters in it as `between`. */
static void put_word(struct output *out, struct slice sentence, struct word word, char between)
{
	size_t from = word.begin, n;
	if (word.tokens == 1) {
		output_put(out, sentence.ptr + word.begin, word.end - word.begin);
		return;
	}
	for (size_t at = word.begin; at < word.end;) {
		if (space_length(sentence.ptr, word.end, at) == 0) {
			at++;
			continue;
		}
		output_put(out, sentence.ptr + from, at - from);
		while (at < word.end && (n = space_length(sentence.ptr, word.end, at)) > 0)
			at += n;
		output_put_byte(out, between);
		from = at;
	}
	output_put(out, sentence.ptr + from, word.end - from);
}

void words_put_line(struct output *out, struct slice sentence, const struct words *words)
{
	const char *text = sentence.ptr;
	size_t from = words->count > 0 ? words->list[0].begin : 0; /* what stands from here on is not written yet */
	for (size_t i = 0; i < words->count; i++) {
		struct word word = words->list[i];
		size_t next = i + 1 < words->count ? words->list[i + 1].begin : sentence.len;
		if (word.tokens > 1) {
			output_put(out, text + from, word.begin - from);
			put_word(out, sentence, word, '_');
			from = word.end;
		}
		/* One space behind the word is as it will be written: it goes with what follows. */
		if (i + 1 < words->count && next == word.end + 1 && text[word.end] == ' ')
			continue;
		output_put(out, text + from, word.end - from);
		if (i + 1 < words->count)
			output_put_byte(out, ' ');
		from = next;
	}
	output_put_byte(out, '\n');
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
	put_word(out, sentence, (struct word){0, sentence.len, 0}, ' ');
	output_put_byte(out, '\n');
	for (size_t i = 0; i < words->count; i++) {
		int glued = i + 1 < words->count && words->list[i].end == words->list[i + 1].begin;
		put_number(out, i + 1);
		put_word(out, sentence, words->list[i], ' ');
		output_put_string(out, "\t_\t_\t_\t_\t_\t_\t_\t");
		output_put_string(out, glued ? "SpaceAfter=No\n" : "_\n");
	}
	output_put_byte(out, '\n');
}
