/* SPDX-License-Identifier: MIT */
#include "dedup/judge.h"

#include <string.h>

#include "base/create.h"
#include "base/diag.h"
#include "stream/record.h"

static int open_report(struct judge *judge)
{
	const char *path = judge->options->report;
	judge->report.fd = -1;
	if (!path)
		return 0;
	if (create_file(&judge->report, path) < 0)
		return -1;
	output_put_string(&judge->report, "id\tof\tsimilarity\thow\tblocks\n");
	return 0;
}

int judge_open(struct judge *judge, const struct dedup_options *options)
{
	*judge = (struct judge){.options = options, .report = {.fd = -1}};
	judge->index.db.wait_seconds = options->wait_seconds;
	return index_open(&judge->index, options->state, options->memory) < 0 ? -1 : open_report(judge);
}

int judge_close(struct judge *judge, int status)
{
	index_close(&judge->index);
	word_list_free(&judge->words);
	buf_free(&judge->judgement.original);
	int error = judge->options->report && judge->report.ptr ? output_close(&judge->report) : 0;
	if (!error)
		return status;
	diag(DIAG_ERROR, (struct place){.input = judge->options->report}, "%s", strerror(error));
	return EXIT_IO;
}

static void report_on_stderr(struct slice id, const struct judgement *judgement)
{
	struct slice of = buf_slice(&judgement->original);
	diag(DIAG_NOTE, (struct place){0}, "document '%.*s' dropped: %s of '%.*s', similarity %d.%03d",
	     DIAG_ID(id), judgement->how == HOW_EXACT ? "a copy" : "nearly a copy", DIAG_ID(of), judgement->similarity / 1000,
	     judgement->similarity % 1000);
}

void judge_report(struct judge *judge, struct slice id)
{
	const struct judgement *judgement = &judge->judgement;
	struct output *out = &judge->report;
	if (judgement->how == HOW_EXACT)
		judge->exact++;
	else
		judge->near++;
	if (!judge->options->report) {
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

void judge_report_cut(struct judge *judge, struct slice id, size_t count)
{
	judge->cut_blocks += count;
	if (!judge->options->report) {
		diag(DIAG_NOTE, (struct place){0}, "document '%.*s': %zu paragraph%s left out",
		     DIAG_ID(id), count, plural(count));
		return;
	}
	field_put(&judge->report, id);
	output_put_string(&judge->report, "\t\t\tblocks\t");
	output_put_size(&judge->report, count);
	output_put_byte(&judge->report, '\n');
}

/* A document that is on record: judged as it was then; the second time in one run it is a copy of itself. */
static int recall(struct judge *judge, struct slice id, int64_t *number)
{
	struct judgement *judgement = &judge->judgement;
	int64_t run;
	int found = index_recall(&judge->index, id, &judge->fingerprint, number, &run, judgement);
	if (found <= 0)
		return found;
	if (run != judge->index.run) {
		judge->again++;
		return index_touch(&judge->index, id, *number) < 0 ? -1 : 1;
	}
	if (judgement->how == HOW_NONE) {
		buf_reset(&judgement->original);
		buf_put_slice(&judgement->original, id);
		judgement->how = HOW_EXACT;
		judgement->similarity = 1000;
	}
	return judgement->original.failed ? -1 : 1;
}

int64_t judge_decide(struct judge *judge, struct slice id)
{
	struct judgement *judgement = &judge->judgement;
	int64_t number = 0;
	judgement->how = HOW_NONE;
	if (judge->fingerprint.words == 0)  /* no words, no copy of anything */
		return 0;
	if (index_begin(&judge->index) < 0)
		return -1;
	int known = index_known(&judge->index, id);
	int found = known > KNOWN_NOT ? recall(judge, id, &number) : known;
	if (found)
		return found < 0 ? -1 : number;
	int threshold = judge->options->exact ? 1001 : (int)judge->options->threshold * 10;
	if (known == KNOWN_PASSED && id.len > 0)
		judge->again++;
	else if (index_find(&judge->index, &judge->fingerprint, threshold, judgement) < 0)
		return -1;
	return index_add(&judge->index, id, &judge->fingerprint, judgement);
}
