/* SPDX-License-Identifier: MIT */
#include "stream/align.h"

#include <errno.h>
#include <stdlib.h>

#include "base/list.h"
#include "stream/record.h"

int alignment_source(const struct annotation *annotation, size_t *begin, size_t *end)
{
	struct slice src;
	if (!keys_find(annotation->keys, "src", &src))
		return -1;
	const char *dash = src.len ? memchr(src.ptr, '-', src.len) : NULL;
	if (!dash)
		return -1;
	size_t left = (size_t)(dash - src.ptr);
	if (field_size(slice_of(src.ptr, left), begin) < 0 || field_size(slice_of(dash + 1, src.len - left - 1), end) < 0)
		return -1;
	return *begin <= *end ? 0 : -1;
}

static int is_alignment(const struct annotation *annotation)
{
	return !annotation->loose && slice_is(annotation->type, "A");
}

/*
 * What earlier stages did: the `A` records of the block as edits; `rule` is the record, in disguise. One that lies in
 * another is nobody's doing but a stranger's: it is left out.
 */
static void gather_before(const struct block *block, struct edits *before)
{
	size_t src_at = 0, dst_at = 0, begin, end;
	edits_reset(before);
	for (size_t i = 0; i < block->count; i++) {
		const struct annotation *a = &block->annotations[i];
		if (!is_alignment(a) || alignment_source(a, &begin, &end) < 0 || begin < src_at || a->begin < dst_at)
			continue;
		edits_add(before, begin, end, a->begin, a->end, (const char *)a);
		src_at = end;
		dst_at = a->end;
	}
}

/* Appends what stood in the source where the block's text [from, to) stands; records first..last lie inside. */
static void put_was(const struct block *block, const struct edits *before, size_t first, size_t last, size_t from,
		    size_t to, struct buf *out)
{
	for (size_t i = first; i < last; i++) {
		const struct edit *edit = &before->list[i];
		struct slice was;
		field_put_buf(out, slice_of(block->text.ptr + from, edit->dst_begin - from));
		if (keys_find(((const struct annotation *)(const void *)edit->rule)->keys, "was", &was))
			buf_put_slice(out, was);
		from = edit->dst_end;
	}
	field_put_buf(out, slice_of(block->text.ptr + from, to - from));
}

/*
 * Composes what earlier stages did (p: source to middle) with the edits at hand (q: middle to result): places that
 * overlap or touch in the middle text become one, so that no two begin at the same place. work->was holds the source
 * text of each.
 *
 *	source "e´^  x"  -p->  middle "ế  x"  -q->  result "ế x"     gives two places: "e´^" to "ế", "  " to " "
 */
static void compose(const struct block *block, const struct edits *edits, struct rewrite *work)
{
	const struct edits *before = &work->before;
	size_t i = 0, j = 0;
	edits_reset(&work->composed);
	buf_reset(&work->was);
	while (i < before->count || j < edits->count) {
		int p_first = i < before->count && (j == edits->count || before->list[i].dst_begin <= edits->list[j].src_begin);
		size_t first = i, from = p_first ? before->list[i].dst_begin : edits->list[j].src_begin, to;
		/* The source and the result of the place's begin: behind the places before it, all shifts add up. */
		size_t src = i ? from - before->list[i - 1].dst_end + before->list[i - 1].src_end : from;
		size_t dst = j ? from - edits->list[j - 1].src_end + edits->list[j - 1].dst_end : from;
		if (p_first)
			to = before->list[i++].dst_end;
		else
			to = edits->list[j++].src_end;
		for (;;) {
			if (i < before->count && before->list[i].dst_begin <= to)
				to = to > before->list[i].dst_end ? to : before->list[i].dst_end, i++;
			else if (j < edits->count && edits->list[j].src_begin <= to)
				to = to > edits->list[j].src_end ? to : edits->list[j].src_end, j++;
			else
				break;
		}
		size_t src_end = i ? to - before->list[i - 1].dst_end + before->list[i - 1].src_end : to;
		size_t dst_end = j ? to - edits->list[j - 1].src_end + edits->list[j - 1].dst_end : to;
		size_t mark = work->was.len;
		put_was(block, before, first, i, from, to, &work->was);
		/* Each place has a rule of its own, so that edits_add joins none; it keeps where its `was` begins. */
		edits_add(&work->composed, src, src_end, dst, dst_end, (const char *)(uintptr_t)(mark + 1));
	}
}

/* Makes the `A` records: "src=b-e was=text". */
static int make_records(struct rewrite *work)
{
	const struct edits *composed = &work->composed;
	if (LIST_RESERVE(work->records, work->cap, composed->count) < 0)
		return -1;
	buf_reset(&work->keys);
	for (size_t i = 0; i < composed->count; i++) {
		const struct edit *edit = &composed->list[i];
		size_t was = (uintptr_t)edit->rule - 1;
		size_t was_end = i + 1 < composed->count ? (uintptr_t)composed->list[i + 1].rule - 1 : work->was.len;
		size_t begin = work->keys.len;
		buf_put_string(&work->keys, "src=");
		buf_put_size(&work->keys, edit->src_begin);
		buf_put_byte(&work->keys, '-');
		buf_put_size(&work->keys, edit->src_end);
		buf_put_string(&work->keys, "\twas=");
		if (was_end > was)
			buf_put(&work->keys, work->was.ptr + was, was_end - was);
		work->records[i] = (struct new_annotation){edit->dst_begin, edit->dst_end,
							   slice_of(NULL, work->keys.len - begin)};
	}
	/* The buffer stands still now: lengths become slices. */
	const char *at = work->keys.ptr;
	for (size_t i = 0; i < composed->count; at += work->records[i++].keys.len)
		work->records[i].keys.ptr = at;
	return work->keys.failed || work->was.failed ? -1 : 0;
}

int writer_rewrite(struct writer *writer, const struct block *block, struct slice text, const struct edits *edits,
		   struct rewrite *work)
{
	gather_before(block, &work->before);
	compose(block, edits, work);
	if (edits->failed || work->before.failed || work->composed.failed || make_records(work) < 0)
		return -1;
	writer_annotate_moved(writer, block, text, edits, SLICE("A"), work->records, work->composed.count);
	return 0;
}

void rewrite_free(struct rewrite *work)
{
	edits_free(&work->before);
	edits_free(&work->composed);
	buf_free(&work->was);
	buf_free(&work->keys);
	free(work->records);
	*work = (struct rewrite){0};
}
