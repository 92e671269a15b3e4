/* SPDX-License-Identifier: MIT */
/*
 * common/stream/align.h and source_map.h: random texts are rewritten at random, stage after stage, through the stream;
 * from the last text and its `A` records the first must come back, byte for byte, and any span lead to its source.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/utf8.h"
#include "check.h"
#include "stream/align.h"
#include "stream/filter.h"
#include "stream/source_map.h"

static uint32_t next_random(uint32_t below)
{
	static uint32_t state = 88172645u;
	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state % below;
}

static void put_letters(struct buf *out, uint32_t most)
{
	static const char *const letters[] = {"a", "b", " ", "\t", "\\", "đ", "ế", "😀", "\n"};
	for (uint32_t n = next_random(most + 1); n > 0; n--)
		buf_put_string(out, letters[next_random(sizeof letters / sizeof *letters)]);
}

/* Code points from here on, at most n. */
static size_t skip(struct slice text, size_t at, uint32_t n)
{
	uint32_t code_point;
	while (n-- > 0 && at < text.len)
		at += (size_t)utf8_next(text.ptr + at, &code_point);
	return at;
}

/* Rewrites text at random: replaces, deletes, inserts. */
static void rewrite(struct slice text, struct buf *out, struct edits *edits)
{
	size_t at = 0, from;
	buf_reset(out);
	edits_reset(edits);
	while (at < text.len) {
		from = at;
		at = skip(text, at, next_random(6));
		buf_put(out, text.ptr + from, at - from);
		if (next_random(3) == 0)
			continue;
		from = at;
		at = skip(text, at, next_random(4));
		size_t dst = out->len;
		put_letters(out, 3);
		if (at > from || out->len > dst)
			edits_add(edits, from, at, dst, out->len, next_random(2) ? "one" : "two");
	}
}

/* A descriptor that the output is written to, to be read by the reader as its standard input. */
static void begin_output(struct output *out, int *fd)
{
	*fd = memfd_create("align", 0);
	CHECK(*fd >= 0 && output_open(out, dup(*fd)) == 0);
}

static void begin_reading(struct reader *reader, int fd)
{
	static char *const standard_input[] = {"-"};
	lseek(fd, 0, SEEK_SET);
	dup2(fd, STDIN_FILENO);
	close(fd);
	reader_init(reader, &filter_options.reader, standard_input, 1);
}

/* One stage: reads the stream, rewrites its block. Returns the descriptor of what it wrote. */
static int run_stage(int in)
{
	struct reader reader;
	struct output out;
	struct edits edits = {0};
	struct rewrite work = {0};
	struct buf text = {0};
	int fd;
	enum event event;
	begin_output(&out, &fd);
	begin_reading(&reader, in);
	struct writer writer = {.out = &out, .stage = "align", .delimiter = '\n'};
	while ((event = reader_next(&reader)) != EVENT_EOF) {
		CHECK(event == EVENT_DOC || event == EVENT_BLOCK || event == EVENT_END);
		if (event == EVENT_DOC)
			writer_doc_line(&writer, reader.line, 0);
		if (event == EVENT_END)
			writer_end(&writer);
		if (event != EVENT_BLOCK)
			continue;
		CHECK(reader.block.fault == NULL);
		rewrite(reader.block.text, &text, &edits);
		CHECK(writer_rewrite(&writer, &reader.block, buf_slice(&text), &edits, &work) == 0);
	}
	CHECK(output_close(&out) == 0);
	rewrite_free(&work);
	edits_free(&edits);
	buf_free(&text);
	reader_free(&reader);
	return fd;
}

/* What an `A` record says stood there, and where. */
static struct slice was_of(struct document *document, const struct document_annotation *a, size_t *src, size_t *src_end)
{
	struct slice was = {"", 0};
	struct annotation plain = {.keys = a->keys};
	CHECK(alignment_source(&plain, src, src_end) == 0);
	CHECK(document_key(document, a->keys, "was", &was));
	CHECK(was.len == *src_end - *src);
	return was;
}

/* Puts back what the `A` records say was there; the text outside of them is what it was. */
static void check_source(struct document *document, struct slice source)
{
	struct buf back = {0};
	size_t at = 0, src, src_end;
	for (size_t i = 0; i < document->annotation_count; i++) {
		const struct document_annotation *a = &document->annotations[i];
		if (!slice_is(a->type, "A"))
			continue;
		CHECK(a->begin >= at);
		buf_put(&back, document->text.ptr + at, a->begin - at);
		struct slice was = was_of(document, a, &src, &src_end);
		CHECK(back.len == src);
		buf_put_slice(&back, was);
		at = a->end;
	}
	buf_put(&back, document->text.ptr + at, document->text.len - at);
	CHECK(slice_equal(buf_slice(&back), source));
	buf_free(&back);
}

/* The byte where so many units begin. */
static size_t byte_of(enum text_unit unit, struct slice text, size_t units)
{
	size_t at = 0;
	while (at < text.len && count_units(unit, text.ptr, at) < units)
		at = skip(text, at, 1);
	CHECK(count_units(unit, text.ptr, at) == units);
	return at;
}

/*
 * The source of [begin, end) by walking over the `A` records: those that lie inside or are cut belong to the span, those
 * that are empty at its border do not.
 */
static void slow_span(struct document *document, size_t begin, size_t end, size_t *from, size_t *to)
{
	size_t at = 0, src_at = 0, src, src_end;
	*from = *to = SIZE_MAX;
	for (size_t i = 0; i <= document->annotation_count; i++) {
		const struct document_annotation *a = i < document->annotation_count ? &document->annotations[i] : NULL;
		if (a && !slice_is(a->type, "A"))
			continue;
		size_t stop = a ? a->begin : document->text.len;
		if (*to == SIZE_MAX && end >= at && end <= stop)
			*to = src_at + end - at;
		if (begin >= at && begin <= stop)
			*from = src_at + begin - at;
		if (!a)
			break;
		was_of(document, a, &src, &src_end);
		if (*to == SIZE_MAX && end > a->begin && end < a->end)
			*to = src_end;
		if (begin > a->begin && begin < a->end)
			*from = src;
		at = a->end;
		src_at = src_end;
	}
	*from = *from < *to ? *from : *to;
}

static void check_spans(struct document *document, struct slice source)
{
	struct slice text = buf_slice(&document->text);
	struct source_map map = {0};
	for (enum text_unit unit = UNIT_CODE_POINT; unit <= UNIT_UTF16; unit++) {
		source_map_document(&map, document, unit);
		CHECK(source_map_block(&map, &document->blocks[0]) == 0);
		for (int i = 0; i < 20; i++) {
			size_t begin = skip(text, 0, next_random(12)), end = skip(text, begin, next_random(8));
			size_t from, to, slow_from, slow_to;
			source_map_span(&map, begin, end, &from, &to);
			slow_span(document, begin, end, &slow_from, &slow_to);
			if (begin == end)
				continue;
			CHECK(byte_of(unit, source, from) == slow_from);
			CHECK(byte_of(unit, source, to) == slow_to);
		}
	}
	source_map_free(&map);
}

static void check_round(void)
{
	struct buf source = {0};
	struct output out;
	struct reader reader;
	struct document document;
	int fd;
	put_letters(&source, 14);
	begin_output(&out, &fd);
	struct writer writer = {.out = &out, .stage = "align", .delimiter = '\n'};
	struct block block = {.role = SLICE("p")};
	writer_doc(&writer, SLICE("x"), 0);
	writer_block_text(&writer, &block, buf_slice(&source));
	for (size_t begin = 0; begin < source.len; begin = skip(buf_slice(&source), begin, 2))
		writer_annotation(&writer, SLICE("X"), buf_slice(&source), begin, skip(buf_slice(&source), begin, 3),
				  SLICE("words=1,2\tkeep=yes"));
	writer_end(&writer);
	CHECK(output_close(&out) == 0);
	for (uint32_t stages = 1 + next_random(3); stages > 0; stages--)
		fd = run_stage(fd);
	begin_reading(&reader, fd);
	document_init(&document, "align");
	CHECK(document_next(&document, &reader, SIZE_MAX) == DOCUMENT_READ && !document.error);
	CHECK(document.block_count == 1);
	for (size_t i = 0; i < document.annotation_count; i++)
		if (slice_is(document.annotations[i].type, "X"))
			CHECK(slice_is(document.annotations[i].keys, "keep=yes"));
	for (size_t i = 1; i < document.annotation_count; i++) {
		const struct document_annotation *a = &document.annotations[i - 1], *b = a + 1;
		CHECK(a->begin < b->begin || (a->begin == b->begin && a->end >= b->end));
	}
	check_source(&document, buf_slice(&source));
	check_spans(&document, buf_slice(&source));
	document_free(&document);
	reader_free(&reader);
	buf_free(&source);
}

int main(void)
{
	for (int round = 0; round < 3000 && check_failures == 0; round++)
		check_round();
	return check_status();
}
