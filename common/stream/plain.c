/* SPDX-License-Identifier: MIT */
#include "stream/plain.h"

#include "base/hash.h"
#include "base/json.h"
#include "base/utf8.h"
#include "stream/record.h"

static const char *const header_keys[] = {"id", "date", "title", "url", "source", "author"};

static struct slice trim(struct slice s)
{
	while (s.len > 0 && byte_is_blank(s.ptr[0]))
		s = slice_of(s.ptr + 1, s.len - 1);
	while (s.len > 0 && byte_is_blank(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

/* The length of an ISO date with an optional time at the beginning of s ("2025-09-26", "2025-09-26T07:30:00+07:00"). */
static size_t iso_date(struct slice s)
{
	static const char shape[] = "dddd-dd-dd";
	for (size_t i = 0; i < sizeof shape - 1; i++) {
		int is_digit = i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9';
		if (i >= s.len || (shape[i] == 'd' ? !is_digit : s.ptr[i] != '-'))
			return 0;
	}
	size_t len = sizeof shape - 1;
	if (len < s.len && s.ptr[len] == 'T')
		while (len < s.len && memchr("0123456789:.+-TZ", s.ptr[len], 16))
			len++;
	return len;
}

/* " date 2025-09-26 Theo đồng chí …": the header that a crawl glued to the first words. */
static int glued_header(struct slice text, struct plain_header *header)
{
	size_t at = 0;
	while (at < text.len && (byte_is_blank(text.ptr[at]) || text.ptr[at] == '\n'))
		at++;
	struct slice rest = slice_of(text.ptr + at, text.len - at);
	if (!slice_has_prefix(rest, SLICE("date ")))
		return 0;
	size_t len = iso_date(slice_of(rest.ptr + 5, rest.len - 5));
	size_t end = at + 5 + len;
	if (len == 0 || (end < text.len && !byte_is_blank(text.ptr[end]) && text.ptr[end] != '\n'))
		return 0;
	header->lines[0].key = slice_of(rest.ptr, 4);
	header->lines[0].value = slice_of(rest.ptr + 5, len);
	header->count = 1;
	header->end = end < text.len ? end + 1 : end;
	return 1;
}

/* Splits "Key: value" where the key is of the closed list, in any case. Returns 1, or 0. */
static int header_line(struct slice line, struct slice *key, struct slice *value)
{
	for (size_t i = 0; i < sizeof header_keys / sizeof *header_keys; i++) {
		size_t len = strlen(header_keys[i]);
		if (line.len <= len || line.ptr[len] != ':' || strncasecmp(line.ptr, header_keys[i], len) != 0)
			continue;
		*key = slice_from_string(header_keys[i]);
		*value = trim(slice_of(line.ptr + len + 1, line.len - len - 1));
		return value->len > 0;
	}
	return 0;
}

void plain_header(struct slice text, struct plain_header *header)
{
	header->end = header->count = 0;
	if (glued_header(text, header))
		return;
	size_t at = 0;
	while (at < text.len && header->count < PLAIN_MAX_HEADER_LINES) {
		const char *newline = memchr(text.ptr + at, '\n', text.len - at);
		size_t end = newline ? (size_t)(newline - text.ptr) : text.len;
		struct slice line = trim(slice_of(text.ptr + at, end - at));
		at = newline ? end + 1 : end;
		/* Closed by a blank line; a header that is all there is counts too. */
		if (line.len == 0 || at >= text.len) {
			if (line.len > 0 && !header_line(line, &header->lines[header->count].key, &header->lines[header->count].value))
				break;
			header->count += line.len > 0;
			header->end = header->count ? at : 0;
			return;
		}
		if (!header_line(line, &header->lines[header->count].key, &header->lines[header->count].value))
			break;
		header->count++;
	}
	header->count = 0;
}

static void advance(struct plain_position *position, const char *text, size_t to)
{
	size_t code_points, utf16;
	utf8_count_both(text + position->byte, to - position->byte, &code_points, &utf16);
	position->code_point += code_points;
	position->utf16 += utf16;
	position->byte = to;
}

static void put_position(const struct plain_position *position, struct buf *out)
{
	buf_put_string(out, "\tat=");
	buf_put_size(out, position->byte);
	buf_put_byte(out, ',');
	buf_put_size(out, position->code_point);
	buf_put_byte(out, ',');
	buf_put_size(out, position->utf16);
}

/*
 * Writes the text of a block whose line breaks become spaces, with the blanks around them; where that is not one byte
 * for one, an `A` record behind the block says so. Returns its length.
 */
static size_t put_joined(struct slice text, struct buf *out, struct buf *alignment)
{
	size_t len = 0, from = 0;
	while (from < text.len) {
		const char *newline = memchr(text.ptr + from, '\n', text.len - from);
		size_t end = newline ? (size_t)(newline - text.ptr) : text.len, next = newline ? end + 1 : end;
		while (end > from && byte_is_blank(text.ptr[end - 1]))
			end--;
		while (next < text.len && (byte_is_blank(text.ptr[next]) || text.ptr[next] == '\n'))
			next++;
		field_put_buf(out, slice_of(text.ptr + from, end - from));
		len += end - from;
		if (next < text.len) {
			buf_put_byte(out, ' ');
			if (next - end != 1) {
				buf_printf(alignment, "A\t%zu\t%zu\t \tsrc=%zu-%zu\twas=", len, len + 1, end, next);
				field_put_buf(alignment, slice_of(text.ptr + end, next - end));
				buf_put_byte(alignment, '\n');
			}
			len++;
		}
		from = next;
	}
	return len;
}

static int begin_blocks(struct plain_blocks *blocks, const struct plain_options *options, struct slice text, size_t from)
{
	*blocks = (struct plain_blocks){.text = text, .from = from};
	return layout_blocks(slice_of(text.ptr + from, text.len - from), options->layout, &blocks->layout);
}

static void put_block(struct plain_blocks *blocks, struct buf *out)
{
	const struct layout_block *block = &blocks->layout.blocks[blocks->next++];
	size_t begin = blocks->from + block->begin;
	struct slice inside = slice_of(blocks->text.ptr + begin, block->end - block->begin);
	buf_put_string(out, "t\t");
	buf_put_string(out, block->role);
	buf_put_byte(out, '\t');
	buf_reset(&blocks->alignment);
	if (block->join)
		put_joined(inside, out, &blocks->alignment);
	else
		field_put_buf(out, inside);
	if (begin != blocks->expected) {
		advance(&blocks->here, blocks->text.ptr, begin);
		put_position(&blocks->here, out);
	}
	buf_put_byte(out, '\n');
	buf_put_slice(out, buf_slice(&blocks->alignment));
	blocks->expected = blocks->from + block->end + 2;
	if (blocks->alignment.failed)
		out->failed = 1;
}

static void free_blocks(struct plain_blocks *blocks)
{
	buf_free(&blocks->alignment);
	layout_free(&blocks->layout);
}

int plain_put_blocks(const struct plain_options *options, struct slice text, size_t from, struct buf *out)
{
	struct plain_blocks blocks;
	if (begin_blocks(&blocks, options, text, from) < 0)
		out->failed = 1;
	while (blocks.next < blocks.layout.count && !out->failed)
		put_block(&blocks, out);
	free_blocks(&blocks);
	return out->failed ? -1 : 0;
}

/* Bytes that the charset does not know become U+FFFD; what and where is told in a warning. */
static void put_warning(const struct charset_guess *guess, struct slice bytes, size_t at, size_t count,
			const char *source, struct buf *out)
{
	int is_utf8 = guess->charset == CHARSET_UTF8;
	size_t line = 1, line_begin = 0;
	for (size_t i = 0; i < at; i++)
		if (bytes.ptr[i] == '\n') {
			line++;
			line_begin = i + 1;
		}
	buf_put_string(out, is_utf8 ? "e\twarning\tplain-text\tinvalid-utf8\t" : "e\twarning\tplain-text\tinvalid-bytes\t");
	field_put_buf(out, slice_from_string(source));
	buf_printf(out, ":%zu:%zu\tinvalid %s: byte 0x%02x", line, at - line_begin + 1,
		   is_utf8 ? "UTF-8" : charset_info[guess->charset].name, (unsigned char)bytes.ptr[at]);
	if (count > 1)
		buf_printf(out, " and %zu more", count - 1);
	buf_put_string(out, " replaced by U+FFFD\n");
}

void plain_guess(const struct plain_options *options, struct slice bytes, struct charset_guess *guess)
{
	if (options->charset == CHARSET_AUTO)
		charset_detect(bytes, guess);
	else
		*guess = (struct charset_guess){.charset = (enum charset)options->charset};
}

static void put_doc(struct slice id, struct buf *out)
{
	buf_put_string(out, "%doc\t1\t");
	field_put_buf(out, id);
	buf_put_byte(out, '\n');
}

/* Returns the title, which is a block. */
static struct slice put_header(const struct plain_header *header, struct buf *out)
{
	struct slice title = {0};
	for (size_t i = 0; i < header->count; i++) {
		if (slice_is(header->lines[i].key, "id"))
			continue;
		if (slice_is(header->lines[i].key, "title") && title.len == 0) {
			title = header->lines[i].value;
			continue;
		}
		struct buf json = {0};
		json_put_string_buf(&json, header->lines[i].value);
		buf_put_string(out, "m\t");
		buf_put_slice(out, header->lines[i].key);
		buf_put_byte(out, '\t');
		field_put_buf(out, buf_slice(&json));
		buf_put_byte(out, '\n');
		if (json.failed)
			out->failed = 1;
		buf_free(&json);
	}
	if (title.len > 0) {
		buf_put_string(out, "t\ttitle\t");
		field_put_buf(out, title);
		buf_put_byte(out, '\n');
	}
	return title;
}

int plain_begin(struct plain_rendering *rendering, const struct plain_options *options, char *bytes, size_t len,
		const char *source, struct buf *out)
{
	struct plain_header header;
	struct slice id = options->id_of_path ? options->id_of_path(source) : slice_of(NULL, 0);
	char hash[HASH_HEX_LEN];
	*rendering = (struct plain_rendering){.bytes = slice_of(bytes, len), .source = source};
	plain_guess(options, rendering->bytes, &rendering->guess);
	/* The hash is of the bytes as they came. */
	if (id.len == 0)
		hash_hex(rendering->bytes, hash);
	struct slice text;
	if (rendering->guess.charset == CHARSET_UTF8 && charset_settle_utf8(bytes, &len)) {
		text = slice_of(bytes, len);
	} else {
		charset_decode(&rendering->guess, rendering->bytes, &rendering->decoded, &rendering->bad, &rendering->first_bad);
		text = buf_slice(&rendering->decoded);
	}
	if (slice_has_prefix(text, SLICE("\xef\xbb\xbf")))
		text = slice_of(text.ptr + 3, text.len - 3);
	plain_header(text, &header);
	for (size_t i = 0; i < header.count && id.len == 0; i++)
		if (slice_is(header.lines[i].key, "id"))
			id = header.lines[i].value;
	put_doc(id.len > 0 ? id : slice_of(hash, sizeof hash), out);
	rendering->title = put_header(&header, out);
	int failed = begin_blocks(&rendering->blocks, options, text, header.end);
	return failed || rendering->decoded.failed || out->failed ? -1 : 0;
}

int plain_more(struct plain_rendering *rendering, size_t enough, struct buf *out)
{
	struct plain_blocks *blocks = &rendering->blocks;
	size_t from = out->len;
	while (blocks->next < blocks->layout.count && out->len - from < enough && !out->failed)
		put_block(blocks, out);
	if (blocks->next < blocks->layout.count)
		return out->failed ? -1 : 1;
	if (rendering->bad > 0)
		put_warning(&rendering->guess, rendering->bytes, rendering->first_bad, rendering->bad, rendering->source, out);
	buf_put_string(out, "%end\n");
	return out->failed ? -1 : 0;
}

size_t plain_next_line(struct plain_rendering *rendering)
{
	const struct plain_blocks *blocks = &rendering->blocks;
	size_t begin = rendering->line_at;
	if (rendering->title.len > 0)
		begin = (size_t)(rendering->title.ptr - blocks->text.ptr);
	else if (rendering->read < blocks->layout.count)
		begin = blocks->from + blocks->layout.blocks[rendering->read++].begin;
	rendering->title.len = 0;
	const char *at = blocks->text.ptr + rendering->line_at, *end = blocks->text.ptr + begin;
	for (; at < end && (at = memchr(at, '\n', (size_t)(end - at))); at++)
		rendering->line++;
	rendering->line_at = begin;
	return rendering->line + 1;
}

void plain_free(struct plain_rendering *rendering)
{
	free_blocks(&rendering->blocks);
	buf_free(&rendering->decoded);
}

void plain_put_bad(struct slice first, const char *source, const char *code, const char *message, struct buf *out)
{
	char hash[HASH_HEX_LEN];
	hash_hex(first, hash);
	put_doc(slice_of(hash, sizeof hash), out);
	buf_put_string(out, "e\terror\tplain-text\t");
	buf_put_string(out, code);
	buf_put_byte(out, '\t');
	field_put_buf(out, slice_from_string(source));
	buf_put_byte(out, '\t');
	buf_put_string(out, message);
	buf_put_byte(out, '\n');
}
