/* SPDX-License-Identifier: MIT */
#include "stream/quarantine.h"

#include <errno.h>

#include "base/base64.h"
#include "base/create.h"
#include "base/json.h"
#include "base/utf8.h"

int quarantine_open(struct quarantine *quarantine, const char *path)
{
	*quarantine = (struct quarantine){.path = path, .out = {.fd = -1}};
	return path ? create_file(&quarantine->out, path) : 0;
}

int quarantine_close(struct quarantine *quarantine)
{
	if (!quarantine->path)
		return 0;
	int error = output_close(&quarantine->out);
	quarantine->bytes = quarantine->out.total;
	return error;
}

static void put_member(struct output *out, const char *name, struct slice text)
{
	output_put_string(out, ",\"");
	output_put_string(out, name);
	output_put_string(out, "\":");
	json_put_string(out, text);
}

static void put_head(struct quarantine *quarantine, const struct document *document)
{
	const struct document_finding *error = document->error;
	struct output *out = &quarantine->out;
	diag(DIAG_ERROR, (struct place){0}, "document '%.*s' put aside: %.*s: %.*s%s%.*s",
	     DIAG_ID(document->id), (int)error->stage.len, error->stage.ptr, (int)error->message.len, error->message.ptr,
	     error->place.len ? ", at " : "", (int)error->place.len, error->place.ptr);
	quarantine->documents++;
	if (!quarantine->path)
		return;
	output_put_string(out, "{\"id\":");
	json_put_string(out, document->id);
	put_member(out, "place", error->place);
	put_member(out, "stage", error->stage);
	put_member(out, "code", error->code);
	put_member(out, "message", error->message);
}

static int all_utf8(const struct slice *pieces, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (utf8_valid_prefix(pieces[i].ptr, pieces[i].len) < pieces[i].len)
			return 0;
	return 1;
}

/* Writes the pieces, each followed by `after`, as one member of the object. */
static void put_bytes(struct output *out, const char *name, const struct slice *pieces, size_t count, struct slice after)
{
	struct base64 base64 = {{0}, 0};
	int plain = all_utf8(pieces, count);
	output_put_string(out, ",\"");
	output_put_string(out, name);
	output_put_string(out, plain ? "\":" : "_base64\":");
	output_put_byte(out, '"');
	for (size_t i = 0; i < count; i++) {
		struct slice parts[] = {pieces[i], after};
		for (size_t p = 0; p < 2; p++) {
			if (plain)
				json_put_text(out, parts[p]);
			else
				base64_put(&base64, out, parts[p]);
		}
	}
	base64_end(&base64, out);
	output_put_byte(out, '"');
}

void quarantine_put(struct quarantine *quarantine, const struct document *document)
{
	put_head(quarantine, document);
	if (!quarantine->path)
		return;
	if (document->raw_count > 0)
		put_bytes(&quarantine->out, "raw", document->raws, document->raw_count, SLICE(""));
	else
		put_bytes(&quarantine->out, "stream", document->records, document->record_count, SLICE("\n"));
	output_put(&quarantine->out, "}\n", 2);
}

static void spill(struct quarantine *quarantine, struct base64 *base64, struct slice bytes, int ends)
{
	if (!quarantine->path)
		return;
	base64_put(base64, &quarantine->out, bytes);
	if (ends)
		base64_put(base64, &quarantine->out, SLICE("\n"));
}

int quarantine_spill(struct quarantine *quarantine, const struct document *document, struct reader *reader)
{
	struct base64 base64 = {{0}, 0};
	enum event event = EVENT_RECORD;
	put_head(quarantine, document);
	if (quarantine->path)
		output_put_string(&quarantine->out, ",\"stream_base64\":\"");
	for (size_t i = 0; i < document->record_count; i++) {
		/* The last one may be the beginning of a record that is still coming. */
		int ends = i + 1 < document->record_count || !reader->in_piece;
		spill(quarantine, &base64, document->records[i], ends);
	}
	while (event != EVENT_END && (event = reader_next(reader)) != EVENT_BROKEN) {
		if (event == EVENT_BLOCK) {
			spill(quarantine, &base64, reader->block.line, 1);
			for (size_t i = 0; i < reader->block.count; i++)
				spill(quarantine, &base64, reader->block.annotations[i].line, 1);
		} else {
			spill(quarantine, &base64, reader->line, event != EVENT_PIECE || reader->last_piece);
		}
	}
	if (quarantine->path) {
		base64_end(&base64, &quarantine->out);
		output_put(&quarantine->out, "\"}\n", 3);
	}
	return event == EVENT_END ? 0 : -1;
}
