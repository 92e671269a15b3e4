/* SPDX-License-Identifier: MIT */
/*
 * normalize_text: any bytes in, valid UTF-8 out; twice changes no more than once; the edits tell exactly what changed. The
 * first byte chooses the policy.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "normalize/normalize.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int condition)
{
	if (!condition)
		abort();
}

/* What lies between the edits was copied as it stood. */
static void check_edits(struct slice source, struct slice text, const struct edits *edits)
{
	size_t src = 0, dst = 0;
	for (size_t i = 0; i <= edits->count; i++) {
		struct edit end = {source.len, source.len, text.len, text.len, NULL};
		const struct edit *edit = i < edits->count ? &edits->list[i] : &end;
		require(edit->src_begin >= src && edit->dst_begin >= dst && edit->src_end >= edit->src_begin);
		require(edit->src_begin - src == edit->dst_begin - dst);
		require(slice_equal(slice_of(source.ptr + src, edit->src_begin - src), slice_of(text.ptr + dst, edit->src_begin - src)));
		require(i == edits->count || edit->rule != NULL);
		src = edit->src_end;
		dst = edit->dst_end;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct normalize_policy policies[] = {
		{.tone = TONE_OLD},
		{.tone = TONE_NEW, .lines = 1},
		{.tone = TONE_KEEP, .quotes = QUOTES_STRAIGHT, .dashes = DASHES_HYPHEN, .ellipsis = ELLIPSIS_DOTS,
		 .width = WIDTH_NARROW, .punctuation = PUNCTUATION_CLOSE},
		{.tone = TONE_OLD, .quotes = QUOTES_CURLY, .dashes = DASHES_EN, .ellipsis = ELLIPSIS_SIGN, .lines = 1},
	};
	static struct normalizer once[4], twice[4];
	if (size == 0)
		return 0;
	size_t which = data[0] % 4;
	struct normalizer *first = &once[which], *second = &twice[which];
	if (!first->scan.pair[0]) {
		first->policy = second->policy = policies[which];
		normalizer_init(first);
		normalizer_init(second);
	}
	struct slice source = slice_of((const char *)data + 1, size - 1);
	require(normalize_text(first, source) == 0);
	require(utf8_valid_prefix(first->text.ptr, first->text.len) == first->text.len);
	check_edits(source, first->text, &first->edits);
	require(normalize_text(second, first->text) == 0);
	require(second->edits.count == 0 && slice_equal(second->text, first->text));
	return 0;
}
