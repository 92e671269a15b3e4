/* SPDX-License-Identifier: MIT */
#include "dedup/dedup.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/create.h"
#include "base/diag.h"
#include "stream/record.h"

/* Documents a transaction: enough for speed, few enough that others get their turn. */
enum { BATCH = 4000 };

static int open_report(struct dedup *dedup)
{
	const char *path = dedup->options->report;
	dedup->report.fd = -1;
	if (!path)
		return 0;
	if (create_file(&dedup->report, path) < 0)
		return -1;
	output_put_string(&dedup->report, "id\tof\tsimilarity\thow\tblocks\n");
	return 0;
}

int dedup_open(struct dedup *dedup, const struct dedup_options *options)
{
	*dedup = (struct dedup){.options = options, .report = {.fd = -1}, .spool = {.fd = -1}};
	dedup->index.db.wait_seconds = options->wait_seconds;
	dedup->holds = options->keep != KEEP_FIRST || options->blocks > 0;
	if (index_open(&dedup->index, options->state, options->memory) < 0 || open_report(dedup) < 0)
		return -1;
	return dedup->holds ? held_open(dedup) : 0;
}

int dedup_close(struct dedup *dedup, int status)
{
	index_close(&dedup->index);
	spool_close(&dedup->spool);
	word_list_free(&dedup->words);
	buf_free(&dedup->judgement.original);
	buf_free(&dedup->bytes);
	buf_free(&dedup->id);
	int error = dedup->options->report && dedup->report.ptr ? output_close(&dedup->report) : 0;
	if (!error)
		return status;
	diag(DIAG_ERROR, (struct place){.input = dedup->options->report}, "%s", strerror(error));
	return EXIT_IO;
}

static void report_on_stderr(struct slice id, const struct judgement *judgement)
{
	struct slice of = buf_slice(&judgement->original);
	diag(DIAG_NOTE, (struct place){0}, "document '%.*s' dropped: %s of '%.*s', similarity %d.%03d",
	     (int)(id.len < 64 ? id.len : 64), id.ptr, judgement->how == HOW_EXACT ? "a copy" : "nearly a copy",
	     (int)(of.len < 64 ? of.len : 64), of.len ? of.ptr : "", judgement->similarity / 1000,
	     judgement->similarity % 1000);
}

void dedup_report(struct dedup *dedup, struct slice id, const struct judgement *judgement)
{
	struct output *out = &dedup->report;
	if (judgement->how == HOW_EXACT)
		dedup->exact++;
	else
		dedup->near++;
	if (!dedup->options->report) {
		report_on_stderr(id, judgement);
		return;
	}
	char similarity[] = {(char)('0' + judgement->similarity / 1000), '.', (char)('0' + judgement->similarity / 100 % 10),
			     (char)('0' + judgement->similarity / 10 % 10), (char)('0' + judgement->similarity % 10), '\0'};
	field_put(out, id);
	output_put_byte(out, '\t');
	field_put(out, buf_slice(&judgement->original));
	output_put_byte(out, '\t');
	output_put_string(out, similarity);
	output_put_string(out, judgement->how == HOW_EXACT ? "\texact\t\n" : "\tnear\t\n");
}

/* A document that is on record: judged as it was then; the second time in one run it is a copy of itself. */
static int recall(struct dedup *dedup, struct slice id, int64_t *number)
{
	struct judgement *judgement = &dedup->judgement;
	int64_t run;
	int found = index_recall(&dedup->index, id, &dedup->fingerprint, number, &run, judgement);
	if (found <= 0)
		return found;
	if (run != dedup->index.run) {
		dedup->again++;
		return index_touch(&dedup->index, id, *number) < 0 ? -1 : 1;
	}
	if (judgement->how == HOW_NONE) {
		buf_reset(&judgement->original);
		buf_put_slice(&judgement->original, id);
		judgement->how = HOW_EXACT;
		judgement->similarity = 1000;
	}
	return judgement->original.failed ? -1 : 1;
}

int64_t dedup_decide(struct dedup *dedup, struct slice id)
{
	struct judgement *judgement = &dedup->judgement;
	int64_t number = 0;
	judgement->how = HOW_NONE;
	if (dedup->fingerprint.words == 0)  /* no words, no copy of anything */
		return 0;
	if (index_begin(&dedup->index) < 0)
		return -1;
	int known = index_known(&dedup->index, id);
	int found = known > KNOWN_NOT ? recall(dedup, id, &number) : known;
	if (found)
		return found < 0 ? -1 : number;
	int threshold = dedup->options->exact ? 1001 : (int)dedup->options->threshold * 10;
	if (known == KNOWN_PASSED && id.len > 0)
		dedup->again++;
	else if (index_find(&dedup->index, &dedup->fingerprint, threshold, judgement) < 0)
		return -1;
	return index_add(&dedup->index, id, &dedup->fingerprint, judgement);
}

enum verdict dedup_judge(void *context, struct gate *gate, struct document *document, struct document_changes *changes)
{
	struct dedup *dedup = context;
	/* Later runs on the same state may look for near copies. */
	int content_only = dedup->options->exact && !dedup->options->state;
	(void)changes;
	gate->status = EXIT_IO;
	if (fingerprint_document(document, content_only, &dedup->words, &dedup->fingerprint) < 0) {
		diag_error("out of memory");
		return VERDICT_FAILED;
	}
	if (dedup->holds)
		return held_put(dedup, document, gate->reader.folded) < 0 ? VERDICT_FAILED : VERDICT_HELD;
	if (dedup_decide(dedup, document->id) < 0)
		return VERDICT_FAILED;
	if (++dedup->uncommitted >= BATCH) {
		dedup->uncommitted = 0;
		if (index_commit(&dedup->index) < 0)
			return VERDICT_FAILED;
	}
	if (dedup->judgement.how == HOW_NONE)
		return VERDICT_PASS;
	dedup_report(dedup, document->id, &dedup->judgement);
	return VERDICT_DROP;
}

/* While no input comes, nobody else shall wait for the state, nor for the report. */
void dedup_idle(void *context)
{
	struct dedup *dedup = context;
	index_commit(&dedup->index);
	dedup->uncommitted = 0;
	if (dedup->report.ptr)
		output_flush(&dedup->report);
}

int dedup_finish(void *context, struct gate *gate)
{
	struct dedup *dedup = context;
	if (dedup->index.db.failed)
		return EXIT_IO;
	if (dedup->holds)
		return held_finish(dedup, gate);
	return index_commit(&dedup->index) < 0 ? EXIT_IO : EXIT_DONE;
}

void dedup_stats(void *context, struct buf *json)
{
	const struct dedup *dedup = context;
	buf_printf(json, ",\"exact\":%llu,\"near\":%llu,\"again\":%llu,\"blocks_cut\":%llu",
		   (unsigned long long)dedup->exact, (unsigned long long)dedup->near, (unsigned long long)dedup->again,
		   (unsigned long long)dedup->cut_blocks);
}
