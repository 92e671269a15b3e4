/* SPDX-License-Identifier: MIT */
#include "table/sentence_words.h"

#include "stream/record.h"

/* The length of the white space at the beginning of text: ASCII's, and the no-break space that crawls are full of. */
static size_t space_length(struct slice text)
{
	if (text.len > 0 && (text.ptr[0] == ' ' || (text.ptr[0] >= '\t' && text.ptr[0] <= '\r')))
		return 1;
	return text.len > 1 && text.ptr[0] == '\xc2' && text.ptr[1] == '\xa0' ? 2 : 0;
}

static struct slice behind(struct slice text, size_t len)
{
	return slice_of(text.ptr + len, text.len - len);
}

/* Appends the word of len bytes that rest begins with. Returns 0, or -1 if it is none. */
static int put_word(struct buf *words, struct slice *rest, size_t len)
{
	for (size_t space; (space = space_length(*rest)) > 0;)
		*rest = behind(*rest, space);
	if (len == 0 || len > rest->len || (len < rest->len && ((unsigned char)rest->ptr[len] & 0xc0) == 0x80))
		return -1;
	if (words->len > 0)
		buf_put_byte(words, ' ');
	for (struct slice word = slice_of(rest->ptr, len); word.len > 0;) {
		size_t space = space_length(word);
		buf_put_byte(words, space ? '_' : word.ptr[0]);
		word = behind(word, space ? space : 1);
	}
	*rest = behind(*rest, len);
	return 0;
}

int sentence_words(struct slice sentence, struct slice keys, struct buf *out)
{
	struct slice lengths;
	buf_reset(out);
	if (!keys_find(keys, "words", &lengths))
		return 0;
	while (lengths.len > 0) {
		const char *comma = memchr(lengths.ptr, ',', lengths.len);
		struct slice number = slice_of(lengths.ptr, comma ? (size_t)(comma - lengths.ptr) : lengths.len);
		size_t len;
		if (field_size(number, &len) < 0 || put_word(out, &sentence, len) < 0)
			return 0;
		lengths = behind(lengths, number.len + (comma != NULL));
	}
	return !out->failed;
}
