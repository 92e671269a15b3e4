/* SPDX-License-Identifier: MIT */
/*
 * normalize: makes Vietnamese text canonical: Unicode's form C, tone marks where the style has them, plain spaces, no
 * debris of the web. Reads the stream, phin-stream(5), and writes it with an alignment for everything that changed; or
 * reads plain text and writes plain text, line for line. Never touches what a person wrote on purpose: foreign words,
 * quotes, dashes, numbers. Follows UAX #15, QĐ 1989/QĐ-BGDĐT and the press; the rules are in common/normalize/.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/create.h"
#include "base/utf8.h"
#include "charset/stored.h"
#include "stream/explain.h"
#include "normalize/normalize.h"
#include "stream/align.h"
#include "stream/filter.h"
#include "stream/plain_input.h"

/* --check found something that normalize would change. */
enum { EXIT_WOULD_CHANGE = 3 };

static const char *const tone_names[] = {"old", "new", "keep", NULL};
static const char *const quotes_names[] = {"keep", "straight", "curly", NULL};
static const char *const dashes_names[] = {"keep", "hyphen", "en", NULL};
static const char *const ellipsis_names[] = {"keep", "dots", "sign", NULL};
static const char *const width_names[] = {"keep", "narrow", NULL};
static const char *const punctuation_names[] = {"keep", "close", NULL};

static struct normalizer normalizer;
static const char *explain_path;
static int check, list;

#define CHOICE(name, argument, help, target, names) \
	{0, name, argument, help, OPTION_CHOICE, &normalizer.policy.target, names, 0, 0, NULL}

static const struct option_spec options[] = {
	CHOICE("tone", "STYLE", "tone marks: old (hòa, the default), new (hoà) or keep", tone, tone_names),
	CHOICE("quotes", "HOW", "quotation marks: keep, straight or curly", quotes, quotes_names),
	CHOICE("dashes", "HOW", "dashes: keep, hyphen or en", dashes, dashes_names),
	CHOICE("ellipsis", "HOW", "ellipses: keep, dots (...) or sign (U+2026)", ellipsis, ellipsis_names),
	CHOICE("width", "HOW", "fullwidth forms: keep or narrow", width, width_names),
	CHOICE("punctuation", "HOW", "spaces before punctuation: keep or close", punctuation, punctuation_names),
	{0, "explain", "[=FILE]", "write every repair to FILE or stderr: place, rule, before, after", OPTION_STRING,
	 &explain_path, NULL, 0, 0, NULL},
	{0, "check", NULL, "write no text; exit with 3 if anything would change", OPTION_FLAG, &check, NULL, 0, 0, NULL},
	{0, "list", NULL, "list the kinds of repair and the charsets, and exit", OPTION_FLAG, &list, NULL, 0, 0, NULL},
	{0},
};

static const struct program program = {
	.name = "normalize",
	.summary = "make Vietnamese text canonical: form C, tone marks, spaces, no debris",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

/* Of mojibake that could not be restored; the places stay as they were. */
#define MISREAD "%zu place%s may be text that was read in a wrong charset and lost bytes"

struct state {
	struct rewrite rewrite;
	struct output explain;
	uint64_t repairs;
	size_t misread;           /* places in the plain text at hand that could not be restored */
	size_t invalid;           /* bytes of the plain text at hand that were not UTF-8 */
	struct place invalid_at;  /* the first of them */
};

/* What was just done to a text, for note_edit. */
struct note {
	struct state *state;
	struct slice source;
};

static void note_edit(void *context, const struct edit *edit, struct place place)
{
	const struct note *note = context;
	struct state *state = note->state;
	if (edit->rule == rule_info[RULE_INVALID_UTF8].name && state->invalid++ == 0)
		state->invalid_at = place;
	if (explain_path)
		explain_line(&state->explain, place, edit->rule,
			     slice_of(note->source.ptr + edit->src_begin, edit->src_end - edit->src_begin),
			     slice_of(normalizer.text.ptr + edit->dst_begin, edit->dst_end - edit->dst_begin));
}

/* Takes note of the edits that made the normalizer's text of a source that begins at `place`. */
static void note_edits(struct state *state, const struct edits *edits, struct slice source, struct place place)
{
	struct note note = {state, source};
	state->repairs += edits->count;
	if (explain_path || normalizer.counts[RULE_INVALID_UTF8])
		explain_places(edits, source, place, note_edit, &note);
}

static int take_block(void *context, const struct block *block, struct writer *writer)
{
	struct state *state = context;
	if (normalize_text(&normalizer, block->text) < 0)
		return -1;
	int failed = 0;
	if (normalizer.edits.count == 0) {
		writer_block(writer, block);
	} else {
		note_edits(state, &normalizer.edits, block->text, block->place);
		failed = writer_rewrite(writer, block, normalizer.text, &normalizer.edits, &state->rewrite);
	}
	if (normalizer.misread)
		writer_finding(writer, DIAG_WARNING, "misread", block->place, MISREAD, normalizer.misread,
			       plural(normalizer.misread));
	return failed;
}

/*
 * How much of the window can be taken: all at the end, else whole lines. A line too long to be held is cut before its last
 * blank, which begins the next piece and so stays; without one, between two characters.
 */
static size_t whole_lines(const struct input *file, enum input_status status)
{
	const char *begin = file->ptr + file->begin;
	size_t have = file->end - file->begin;
	if (status != INPUT_MORE && status != INPUT_FULL)
		return have;
	const char *newline = have ? memrchr(begin, '\n', have) : NULL;
	if (newline || status == INPUT_MORE)
		return newline ? (size_t)(newline - begin) + 1 : 0;
	const char *blank = memrchr(begin, ' ', have);
	while (blank && blank > begin && blank[-1] == ' ')
		blank--;
	if (blank && blank > begin)
		return (size_t)(blank - begin);
	size_t cut = have;
	while (cut > 1 && have - cut < 4 && ((unsigned char)begin[cut - 1] & 0xc0) == 0x80)
		cut--;
	return cut > 1 ? cut - 1 : have;
}

static int take_lines(struct state *state, struct slice lines, struct place *place, struct output *out)
{
	if (normalize_text(&normalizer, lines) < 0)
		return -1;
	note_edits(state, &normalizer.edits, lines, *place);
	state->misread += normalizer.misread;
	output_put_slice(out, normalizer.text);
	if (explain_path || state->invalid == 0)
		for (const char *at = lines.ptr; (at = memchr(at, '\n', (size_t)(lines.ptr + lines.len - at))); at++)
			place->line++;
	return 0;
}

/* Text that was bytes of another charset, stored as UTF-8: places are those of the text as it came. */
static int take_stored(struct state *state, struct slice text, struct place place, enum charset charset, struct output *out)
{
	struct buf decoded = {0};
	struct edits edits = {0}, both = {0};
	stored_decode(charset, text, &decoded, &edits, rule_info[RULE_CHARSET].name);
	int failed = decoded.failed || edits.failed || normalize_text(&normalizer, buf_slice(&decoded)) < 0;
	if (!failed) {
		edits_compose(&edits, &normalizer.edits, &both);
		note_edits(state, &both, text, place);
		normalizer.counts[RULE_CHARSET] += edits.count;
		state->misread += normalizer.misread;
		output_put_slice(out, normalizer.text);
	}
	failed |= both.failed;
	buf_free(&decoded);
	edits_free(&edits);
	edits_free(&both);
	return failed ? -1 : 0;
}

/* Bytes in another charset: places are those of the text as decoded. */
static int take_bytes(struct state *state, struct slice bytes, struct place place, const struct charset_guess *guess,
		      struct output *out)
{
	struct buf decoded = {0};
	size_t bad, first_bad;
	charset_decode(guess, bytes, &decoded, &bad, &first_bad);
	struct slice text = buf_slice(&decoded);
	if (slice_has_prefix(text, SLICE("\xef\xbb\xbf")))
		text = slice_of(text.ptr + 3, text.len - 3);
	normalizer.policy.carriage_returns = plain_has_both_line_ends(text);
	if (explain_path)
		explain_line(&state->explain, place, rule_info[RULE_CHARSET].name,
			     slice_from_string(charset_info[guess->charset].name), SLICE("utf-8"));
	normalizer.counts[RULE_CHARSET]++;
	state->repairs++;
	int failed = decoded.failed || take_lines(state, text, &place, out) < 0;
	buf_free(&decoded);
	if (bad)
		diag(DIAG_WARNING, (struct place){.input = place.input}, "invalid %s: %zu byte%s replaced by U+FFFD",
		     charset_info[guess->charset].name, bad, plural(bad));
	return failed ? -1 : 0;
}

/* A document in another charset is decoded as a whole, for its charset is told from all of it; what was ASCII is gone on. */
static int take_decoded(struct state *state, struct reader *reader, struct place place, const struct charset_guess *guess,
			struct output *out)
{
	struct input *file = &reader->file;
	size_t max = filter_options.reader.max_document;
	enum input_status status = plain_fill_whole(reader, max);
	int failed;
	if (status == INPUT_FAILED)
		return filter_report_problem(reader);
	if (status != INPUT_END) {
		diag(DIAG_ERROR, place, "a document in %s larger than %zu bytes (--max-document)", charset_info[guess->charset].name, max);
		return EXIT_BAD_INPUT;
	}
	struct slice bytes = slice_of(file->ptr + file->begin, file->end - file->begin);
	if (guess->stored && utf8_valid_prefix(bytes.ptr, bytes.len) == bytes.len)
		failed = take_stored(state, bytes, place, guess->charset, out);
	else
		failed = take_bytes(state, bytes, place, guess, out);
	file->begin = file->end;
	if (failed < 0)
		diag(DIAG_ERROR, place, "out of memory");
	return failed < 0 ? EXIT_IO : EXIT_DONE;
}

static int take_stream_of_lines(struct state *state, struct reader *reader, struct output *out)
{
	struct input *file = &reader->file;
	struct place place = {file->name, 1, 1};
	struct charset_guess guess = {.is_ascii = 1};
	enum input_status status = plain_settle_line_ends(reader, &normalizer.policy.carriage_returns);
	for (int first = 1; (first || status == INPUT_MORE) && !out->error; first = 0) {
		/* What was read to tell plain text comes first: the next read may wait. */
		if (status == INPUT_MORE && (!first || file->end == file->begin))
			status = reader_plain_fill(reader);
		if (status == INPUT_FAILED)
			return filter_report_problem(reader);
		/* As long as all is ASCII the charset is open. */
		if (guess.is_ascii)
			plain_guess(&filter_options.reader.text, slice_of(file->ptr + file->begin, file->end - file->begin), &guess);
		if (guess.charset != CHARSET_UTF8 || guess.stored)
			return take_decoded(state, reader, place, &guess, out);
		size_t take = whole_lines(file, status);
		if (guess.failed || take_lines(state, slice_of(file->ptr + file->begin, take), &place, out) < 0) {
			diag(DIAG_ERROR, place, "out of memory");
			return EXIT_IO;
		}
		file->begin += take;
		status = status == INPUT_FULL ? INPUT_MORE : status;
	}
	return out->error ? EXIT_IO : EXIT_DONE;
}

/* Plain text stays plain: lines in, lines out; of UTF-8 no more is held than was read. */
static int take_plain(void *context, struct reader *reader, struct output *out)
{
	struct state *state = context;
	uint64_t before = reader->file.total - (reader->file.end - reader->file.begin);
	normalizer.policy.lines = 1;
	state->invalid = state->misread = 0;
	int status = take_stream_of_lines(state, reader, out);
	if (status != EXIT_DONE)
		return status;
	if (state->invalid)
		diag(DIAG_WARNING, state->invalid_at, "invalid UTF-8: %zu place%s replaced by U+FFFD", state->invalid,
		     plural(state->invalid));
	if (state->misread)
		diag(DIAG_WARNING, (struct place){.input = reader->file.name}, MISREAD, state->misread,
		     plural(state->misread));
	normalizer.policy.lines = 0;
	reader_plain_close(reader, reader->file.total > before);
	return EXIT_DONE;
}

static void put_stats(void *context, struct buf *json)
{
	const char *comma = "";
	(void)context;
	buf_put_string(json, ",\"repairs\":{");
	for (int rule = 0; rule < RULES; rule++)
		if (normalizer.counts[rule]) {
			buf_printf(json, "%s\"%s\":%llu", comma, rule_info[rule].name, (unsigned long long)normalizer.counts[rule]);
			comma = ",";
		}
	buf_put_byte(json, '}');
}

static int print_list(void)
{
	struct buf text = {0};
	for (int rule = 0; rule < RULES; rule++)
		buf_printf(&text, "repair\t%s\t%s\n", rule_info[rule].name, rule_info[rule].what);
	for (int charset = 0; charset < CHARSETS; charset++)
		buf_printf(&text, "charset\t%s\t%s\n", charset_info[charset].name, charset_info[charset].what);
	return options_print(&text);
}

static int open_explain(struct state *state)
{
	if (*explain_path)
		return create_file(&state->explain, explain_path) < 0 ? EXIT_IO : EXIT_DONE;
	int fd = dup(STDERR_FILENO);
	if (fd >= 0 && output_open(&state->explain, fd) == 0)
		return EXIT_DONE;
	diag_error("standard error: %s", strerror(errno));
	return EXIT_IO;
}

static int close_explain(struct state *state, int status)
{
	int error = output_close(&state->explain);
	if (!error)
		return status;
	diag(DIAG_ERROR, (struct place){.input = *explain_path ? explain_path : "standard error"}, "%s", strerror(error));
	return EXIT_IO;
}

int main(int argc, char **argv)
{
	int operands;
	struct state state = {.explain = {.fd = -1}};
	filter_start();
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	if (list)
		return print_list();
	if (explain_path && (status = open_explain(&state)) != EXIT_DONE)
		return status;
	normalizer_init(&normalizer);
	const struct filter filter = {
		.program = &program,
		.context = &state,
		.discard = check,
		.block = take_block,
		.plain = take_plain,
		.stats = put_stats,
	};
	status = filter_run(&filter, argv + 1, (size_t)operands);
	if (explain_path)
		status = close_explain(&state, status);
	rewrite_free(&state.rewrite);
	normalizer_free(&normalizer);
	return status == EXIT_DONE && check && state.repairs ? EXIT_WOULD_CHANGE : status;
}
