/* SPDX-License-Identifier: MIT */
#include "stream/restore.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/list.h"
#include "base/utf8.h"
#include "stream/record.h"
#include "stream/schema.h"
#include "words/key.h"

/* Raw values of the object's members. */
struct object {
	struct slice id, text, offsets, meta, blocks, sentences, figures, annotations, records, warnings;
	int has_title_block;
	enum text_unit unit;
};

enum what { WHAT_BLOCK, WHAT_SENTENCE, WHAT_FIGURE, WHAT_OTHER };

/* A block or an annotation. */
struct restore_item {
	struct slice raw;
	struct slice name;   /* of a block its role, of an annotation of another kind its type: raw strings */
	size_t begin, end;   /* bytes of the text */
	size_t order;
	enum what what;
};

/* A position in the text, in bytes and in the unit of the offsets. */
struct position {
	size_t byte, count;
};

/* Members that are read here; their values are found, or left empty. */
static struct slice *known_member(struct object *object, struct slice key)
{
	const struct { const char *name; struct slice *value; } known[] = {
		{"id", &object->id}, {"text", &object->text}, {"offsets", &object->offsets}, {"meta", &object->meta},
		{"blocks", &object->blocks}, {"sentences", &object->sentences}, {"figures", &object->figures},
		{"annotations", &object->annotations}, {"records", &object->records}, {"warnings", &object->warnings},
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (slice_is(key, known[i].name))
			return known[i].value;
	return NULL;
}

/* The text of a raw string, appended to scratch if it has escapes; it moves when scratch grows. */
static struct slice decoded(struct restore *work, struct slice raw, struct buf *scratch)
{
	struct slice text = {"", 0};
	if (json_text(raw, scratch, &text) < 0)
		work->failed = 1;
	return text;
}

static struct slice key_text(struct restore *work, struct slice raw)
{
	buf_reset(&work->scratch);
	return decoded(work, raw, &work->scratch);
}

static int is_string(struct slice raw)
{
	return raw.ptr && raw.ptr[0] == '"';
}

/* Whether a member that must be an array or an object if it is there is one. */
static int has_shape(struct slice raw, char open)
{
	return !raw.ptr || raw.ptr[0] == open;
}

static const char *read_members(struct restore *work, struct slice raw, struct object *object)
{
	struct slice key, value, *known;
	size_t at = 0;
	while (json_next_member(raw, &at, &key, &value))
		if ((known = known_member(object, key_text(work, key))))
			*known = value;
	if (!is_string(object->text))
		return "an object of phin's without its text";
	if (!object->blocks.ptr || !has_shape(object->blocks, '[') || !has_shape(object->sentences, '[') ||
	    !has_shape(object->figures, '[') || !has_shape(object->annotations, '[') ||
	    !has_shape(object->records, '[') || !has_shape(object->warnings, '[') || !has_shape(object->meta, '{'))
		return "an object of phin's with a member of another type";
	return NULL;
}

/* Moves to the place that is `target` units from the begin. Returns 0, or -1 if there is none. */
static int seek(struct slice text, enum text_unit unit, struct position *position, size_t target)
{
	uint32_t code_point;
	while (position->count > target && position->byte > 0) {
		int n = utf8_previous(text.ptr, position->byte, &code_point);
		position->byte -= (size_t)n;
		position->count -= unit_width(unit, n);
	}
	while (position->count < target && position->byte < text.len) {
		int n = utf8_next(text.ptr + position->byte, &code_point);
		position->byte += (size_t)n;
		position->count += unit_width(unit, n);
	}
	return position->count == target ? 0 : -1;
}

static struct restore_item *new_item(struct restore *work)
{
	if (LIST_RESERVE(work->items, work->cap, work->count + 1) < 0) {
		work->failed = 1;
		return NULL;
	}
	return &work->items[work->count++];
}

/* Reads start, end, surface and the name of one element, and holds the surface against the text. */
static const char *read_item(struct restore *work, struct slice text, enum text_unit unit, struct position *position,
			     struct restore_item *item)
{
	struct slice key, value, surface = {0};
	size_t at = 0, start = SIZE_MAX, end = SIZE_MAX;
	while (json_next_member(item->raw, &at, &key, &value)) {
		if (slice_is(key, "\"start\"") && field_size(value, &start) < 0)
			return "an offset that is no number";
		if (slice_is(key, "\"end\"") && field_size(value, &end) < 0)
			return "an offset that is no number";
		if (slice_is(key, "\"surface\"") && item->what != WHAT_BLOCK)
			surface = value;
		if (slice_is(key, item->what == WHAT_BLOCK ? "\"role\"" : "\"record\""))
			item->name = value;
	}
	if (start > end || seek(text, unit, position, start) < 0)
		return "offsets outside of the text";
	item->begin = position->byte;
	if (seek(text, unit, position, end) < 0)
		return "offsets outside of the text";
	item->end = position->byte;
	if (is_string(surface) && !slice_equal(key_text(work, surface), slice_of(text.ptr + item->begin, item->end - item->begin)))
		return "a surface that is not what stands at its offsets";
	if ((item->what == WHAT_BLOCK || item->what == WHAT_OTHER) && !is_string(item->name))
		return "a block without its role, or an annotation without its record";
	return NULL;
}

static const char *read_items(struct restore *work, struct slice array, enum what what, struct slice text,
			      enum text_unit unit)
{
	struct position position = {0};
	struct slice element;
	size_t at = 0;
	if (!array.ptr)
		return NULL;
	while (json_next_element(array, &at, &element)) {
		struct restore_item *item = new_item(work);
		if (!item)
			return NULL;
		*item = (struct restore_item){.raw = element, .order = work->count, .what = what};
		if (element.ptr[0] != '{')
			return "an annotation that is no object";
		const char *wrong = read_item(work, text, unit, &position, item);
		if (wrong)
			return wrong;
	}
	return NULL;
}

/* The stream's order: by begin, longest first, the sentence first; then as they came. */
static int compare_items(const void *left, const void *right)
{
	const struct restore_item *a = left, *b = right;
	if (a->begin != b->begin)
		return a->begin < b->begin ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	if ((a->what == WHAT_SENTENCE) != (b->what == WHAT_SENTENCE))
		return a->what == WHAT_SENTENCE ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

/* Blocks cover the text, with a blank line between two; annotations lie inside of one. */
static const char *check_cover(const struct restore *work, size_t blocks, struct slice text)
{
	size_t due = 0, next = blocks;
	for (size_t b = 0; b < blocks; b++) {
		const struct restore_item *block = &work->items[b];
		if (b > 0 && (text.len - due < 2 || memcmp(text.ptr + due, "\n\n", 2) != 0))
			return "blocks that are not what the text is made of";
		due += b > 0 ? 2 : 0;
		if (block->begin != due)
			return "blocks that are not what the text is made of";
		due = block->end;
		for (; next < work->count && work->items[next].begin <= block->end; next++)
			if (work->items[next].begin < block->begin || work->items[next].end > block->end)
				return "an annotation that is in no block";
	}
	if (due != text.len)
		return "blocks that are not what the text is made of";
	return next < work->count ? "an annotation that is in no block" : NULL;
}

/* Appends one member as a field key=value; a member that is true is a key without a value. */
static void put_key(struct restore *work, struct slice key, struct slice value)
{
	struct buf *keys = &work->keys;
	struct slice name = key_text(work, key);
	if (json_is_reserved(name) || value.ptr[0] == 'n')
		return;
	if (keys->len > 0)
		buf_put_byte(keys, '\t');
	buf_put_slice(keys, name);
	if (value.ptr[0] == 't')
		return;
	buf_put_byte(keys, '=');
	field_put_buf(keys, is_string(value) ? key_text(work, value) : value);
}

/* The fields of an annotation or of a block, from the members that are its own. */
static struct slice keys_of(struct restore *work, const struct restore_item *item)
{
	struct slice key, value;
	size_t at = 0;
	buf_reset(&work->keys);
	while (json_next_member(item->raw, &at, &key, &value))
		if (value.ptr != item->name.ptr && value.ptr[0] != '[' && value.ptr[0] != '{')
			put_key(work, key, value);
	work->failed |= work->keys.failed;
	return work->keys.len ? buf_slice(&work->keys) : slice_of(NULL, 0);
}

/* Reads one pair of offsets. Returns 0, or -1 if it is none, or no word behind `at` within the sentence. */
static int read_word(struct slice pair, const struct restore_item *sentence, struct slice text, enum text_unit unit,
		     struct position *position, size_t at, struct word *word)
{
	struct slice element;
	size_t next = 0, units, bytes[2];
	for (int i = 0; i < 2; i++) {
		if (pair.ptr[0] != '[' || !json_next_element(pair, &next, &element) || field_size(element, &units) < 0 ||
		    seek(text, unit, position, units) < 0 || position->byte < sentence->begin ||
		    position->byte > sentence->end)
			return -1;
		bytes[i] = position->byte - sentence->begin;
	}
	*word = (struct word){.begin = bytes[0], .end = bytes[1]};
	return word->begin >= at && word->end > word->begin ? 0 : -1;
}

/* The key words= from the array of a sentence; nothing if it has none, or one that does not fit it. */
static void put_words(struct restore *work, const struct restore_item *sentence, struct slice text, enum text_unit unit,
		      struct position *position)
{
	struct slice words, pair;
	struct word word;
	size_t next = 0, at = 0, before = work->keys.len;
	if (!json_pointer(sentence->raw, "/words", &words) || words.ptr[0] != '[')
		return;
	buf_put_string(&work->keys, before > 0 ? "\twords=" : "words=");
	while (json_next_element(words, &next, &pair)) {
		if (read_word(pair, sentence, text, unit, position, at, &word) < 0) {
			work->keys.len = before;
			return;
		}
		words_put_next(&work->keys, &at, word);
	}
	work->failed |= work->keys.failed;
}

static void put_blocks(struct restore *work, size_t blocks, struct slice text, enum text_unit unit, struct writer *writer)
{
	struct slice type = {0};
	struct position position = {0};
	size_t next = blocks;
	for (size_t b = 0; b < blocks; b++) {
		const struct restore_item *item = &work->items[b];
		struct slice inside = slice_of(text.ptr + item->begin, item->end - item->begin);
		struct block block = {.keys = keys_of(work, item)};
		buf_reset(&work->role);
		field_put_buf(&work->role, key_text(work, item->name));
		work->failed |= work->role.failed;
		block.role = buf_slice(&work->role);
		writer_block_text(writer, &block, inside);
		for (; next < work->count && work->items[next].begin <= item->end; next++) {
			const struct restore_item *a = &work->items[next];
			struct slice keys = keys_of(work, a);
			if (a->what == WHAT_SENTENCE) {
				put_words(work, a, text, unit, &position);
				keys = work->keys.len ? buf_slice(&work->keys) : keys;
			}
			type = a->what == WHAT_OTHER ? key_text(work, a->name) : a->what == WHAT_FIGURE ? SLICE("F") : SLICE("S");
			writer_annotation(writer, type, inside, a->begin - item->begin, a->end - item->begin, keys);
		}
	}
}

/* Members that are metadata: the known ones, those under meta, and whatever somebody put beside them. */
static void put_metadata(struct restore *work, struct slice raw, struct object *object, struct writer *writer)
{
	struct slice key, value;
	size_t at = 0;
	if (object->id.ptr && !is_string(object->id))
		writer_meta(writer, SLICE("id"), object->id);
	while (json_next_member(raw, &at, &key, &value)) {
		struct slice name = key_text(work, key);
		if (!known_member(object, name) && !slice_is(name, "phin") &&
		    !(slice_is(name, "title") && object->has_title_block))
			writer_meta(writer, name, value);
	}
	at = 0;
	while (object->meta.ptr && json_next_member(object->meta, &at, &key, &value))
		writer_meta(writer, key_text(work, key), value);
}

/* Writes the warnings, and the records of unknown types. */
static void put_rest(struct restore *work, const struct object *object, struct writer *writer)
{
	static const char *const members[] = {"/stage", "/code", "/place", "/message"};
	struct slice element, value;
	size_t at = 0;
	while (object->warnings.ptr && json_next_element(object->warnings, &at, &element)) {
		buf_reset(&work->keys);
		buf_put_string(&work->keys, "e\twarning");
		for (size_t i = 0; i < 4; i++) {
			buf_put_byte(&work->keys, '\t');
			if (json_pointer(element, members[i], &value) && is_string(value))
				field_put_buf(&work->keys, key_text(work, value));
		}
		work->failed |= work->keys.failed;
		writer_line(writer, buf_slice(&work->keys));
	}
	at = 0;
	while (object->records.ptr && json_next_element(object->records, &at, &element))
		writer_line(writer, key_text(work, element));
}

/* A name or a record goes into the stream as it is: it must not bring a line or a field of its own. */
static int has_control(struct slice text, int tab_too)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.ptr[i] < 0x20 && (tab_too || text.ptr[i] != '\t'))
			return 1;
	return 0;
}

static const char *check_names(struct restore *work, const struct object *object)
{
	struct slice key, value, element;
	for (size_t i = 0; i < work->count; i++) {
		const struct restore_item *item = &work->items[i];
		size_t at = 0;
		if (item->what == WHAT_OTHER) {
			struct slice type = key_text(work, item->name);
			if (type.len == 0 || type.ptr[0] < 'A' || type.ptr[0] > 'Z' || has_control(type, 1))
				return "a type that is no word in upper case";
		}
		while (json_next_member(item->raw, &at, &key, &value))
			if (has_control(key_text(work, key), 1))
				return "a control character in a key";
	}
	size_t at = 0;
	while (object->records.ptr && json_next_element(object->records, &at, &element)) {
		if (!is_string(element))
			return "a record that is no string";
		struct slice record = key_text(work, element);
		if (has_control(record, 0) || record_kind(record) != RECORD_OTHER)
			return "a record that is none";
	}
	return NULL;
}

static const char *read_all(struct restore *work, struct slice raw, struct object *object, size_t *blocks,
			    struct slice *text)
{
	const char *wrong = read_members(work, raw, object);
	if (wrong)
		return wrong;
	if (object->offsets.ptr && unit_of_name(key_text(work, object->offsets), &object->unit) < 0)
		return "offsets of an unknown unit";
	buf_reset(&work->text);
	*text = decoded(work, object->text, &work->text);
	work->count = 0;
	if ((wrong = read_items(work, object->blocks, WHAT_BLOCK, *text, object->unit)))
		return wrong;
	*blocks = work->count;
	for (size_t i = 0; i < *blocks; i++)
		object->has_title_block |= slice_is(work->items[i].name, "\"title\"");
	if ((wrong = read_items(work, object->sentences, WHAT_SENTENCE, *text, object->unit)) ||
	    (wrong = read_items(work, object->figures, WHAT_FIGURE, *text, object->unit)) ||
	    (wrong = read_items(work, object->annotations, WHAT_OTHER, *text, object->unit)))
		return wrong;
	if (work->count > *blocks)
		qsort(work->items + *blocks, work->count - *blocks, sizeof *work->items, compare_items);
	wrong = check_cover(work, *blocks, *text);
	return wrong ? wrong : check_names(work, object);
}

const char *restore_document(struct restore *work, struct slice object, struct writer *writer, int folded,
			     const char **message)
{
	struct object members = {.unit = UNIT_CODE_POINT};
	struct slice text;
	size_t blocks = 0;
	*message = read_all(work, object, &members, &blocks, &text);
	if (*message)
		return "not-restorable";
	if (work->failed)
		return NULL;
	buf_reset(&work->keys);
	field_put_buf(&work->keys, !members.id.ptr ? SLICE("") : is_string(members.id) ? key_text(work, members.id) : members.id);
	writer_doc(writer, buf_slice(&work->keys), folded);
	put_metadata(work, object, &members, writer);
	put_blocks(work, blocks, text, members.unit, writer);
	put_rest(work, &members, writer);
	writer_end(writer);
	return NULL;
}

void restore_free(struct restore *work)
{
	buf_free(&work->text);
	buf_free(&work->scratch);
	buf_free(&work->keys);
	buf_free(&work->role);
	free(work->items);
	*work = (struct restore){0};
}
