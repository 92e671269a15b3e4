/* SPDX-License-Identifier: MIT */
#include "dedup/dedup.h"

#include "base/diag.h"

/* Documents a transaction: enough for speed, few enough that others get their turn. */
enum { BATCH = 4000 };

int dedup_open(struct dedup *dedup, const struct dedup_options *options)
{
	*dedup = (struct dedup){.held.spool.fd = -1};
	dedup->holds = options->keep != KEEP_FIRST || options->blocks > 0;
	if (judge_open(&dedup->judge, options) < 0)
		return -1;
	return dedup->holds ? held_open(&dedup->held, &dedup->judge) : 0;
}

int dedup_close(struct dedup *dedup, int status)
{
	held_close(&dedup->held);
	return judge_close(&dedup->judge, status);
}

static int commit(struct dedup *dedup)
{
	dedup->uncommitted = 0;
	return index_commit(&dedup->judge.index);
}

enum verdict dedup_judge(void *context, struct gate *gate, struct document *document, struct document_changes *changes)
{
	struct dedup *dedup = context;
	struct judge *judge = &dedup->judge;
	/* Later runs on the same state may look for near copies. */
	int content_only = judge->options->exact && !judge->options->state;
	(void)changes;
	gate->status = EXIT_IO;
	if (fingerprint_document(document, content_only, &judge->words, &judge->fingerprint) < 0) {
		diag_error("out of memory");
		return VERDICT_FAILED;
	}
	if (dedup->holds)
		return held_put(&dedup->held, document, gate->reader.folded) < 0 ? VERDICT_FAILED : VERDICT_HELD;
	if (judge_decide(judge, document->id) < 0 || (++dedup->uncommitted >= BATCH && commit(dedup) < 0))
		return VERDICT_FAILED;
	if (judge->judgement.how == HOW_NONE)
		return VERDICT_PASS;
	judge_report(judge, document->id);
	return VERDICT_DROP;
}

void dedup_put_aside(void *context, struct gate *gate, uint64_t begin)
{
	struct dedup *dedup = context;
	(void)gate;
	held_put_aside(&dedup->held, begin);
}

/* While no input comes, nobody else shall wait for the state, nor for the report. */
void dedup_idle(void *context)
{
	struct dedup *dedup = context;
	commit(dedup);
	if (dedup->judge.report.ptr)
		output_flush(&dedup->judge.report);
}

int dedup_finish(void *context, struct gate *gate)
{
	struct dedup *dedup = context;
	if (dedup->judge.index.db.failed)
		return EXIT_IO;
	if (dedup->holds)
		return held_finish(&dedup->held, gate);
	return commit(dedup) < 0 ? EXIT_IO : EXIT_DONE;
}

void dedup_stats(void *context, struct buf *json)
{
	const struct judge *judge = &((const struct dedup *)context)->judge;
	buf_printf(json, ",\"exact\":%llu,\"near\":%llu,\"again\":%llu,\"blocks_cut\":%llu",
		   (unsigned long long)judge->exact, (unsigned long long)judge->near, (unsigned long long)judge->again,
		   (unsigned long long)judge->cut_blocks);
}
