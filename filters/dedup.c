/* SPDX-License-Identifier: MIT */
/*
 * dedup: reads the stream (or plain text) and drops documents that were there before, as copies or nearly so, in this run
 * or, with --state, in earlier ones. What passes is unchanged (--blocks alone leaves paragraphs out that many documents
 * have); every document dropped is reported, with what it is a copy of and how similar. One with an error passes.
 */
#include "dedup/dedup.h"

/* In the order of enum keep. */
static const char *const keep_names[] = {"first", "longest", "newest", NULL};

static struct dedup_options wanted = {.memory = (size_t)64 << 20, .threshold = 80, .wait_seconds = 10};
static const char *rejected;

static const char *take_blocks(const char *argument, void *target)
{
	size_t *blocks = target;
	*blocks = *argument ? 0 : 10;
	for (; *argument >= '0' && *argument <= '9' && *blocks < 100000000; argument++)
		*blocks = *blocks * 10 + (size_t)(*argument - '0');
	return *argument || *blocks < 2 ? "a number of documents, 2 or more, is wanted" : NULL;
}

static const struct option_spec options[] = {
	{'s', "state", "FILE", "remember documents from run to run in FILE (SQLite)", OPTION_STRING, &wanted.state, NULL, 0,
	 0, NULL},
	{'k', "keep", "WHICH", "of copies in one run keep the first (default), longest or newest", OPTION_CHOICE,
	 &wanted.keep, keep_names, 0, 0, NULL},
	{'t', "threshold", "PERCENT", "how similar a near copy is at least (default 80)", OPTION_SIZE, &wanted.threshold,
	 NULL, 60, 100, NULL},
	{'x', "exact", NULL, "drop exact copies only", OPTION_FLAG, &wanted.exact, NULL, 0, 0, NULL},
	{'b', "blocks", "[=N]", "leave out paragraphs that N documents have (default 10)", OPTION_CALL, &wanted.blocks, NULL,
	 0, 0, take_blocks},
	{'o', "report", "FILE", "write what was dropped to FILE (TSV), not to stderr", OPTION_STRING, &wanted.report, NULL, 0,
	 0, NULL},
	{'r', "rejected", "FILE", "write the documents dropped to FILE, as the stream", OPTION_STRING, &rejected, NULL, 0, 0,
	 NULL},
	{'M', "memory", "SIZE", "memory for the state; the rest stays on disk (default 64M)", OPTION_SIZE, &wanted.memory,
	 NULL, (size_t)1 << 20, (size_t)1 << 40, NULL},
	{'w', "wait", "SECONDS", "wait so long for another writer of the state (default 10)", OPTION_SIZE,
	 &wanted.wait_seconds, NULL, 0, 86400, NULL},
	{0},
};

static const struct program program = {
	.name = "dedup",
	.summary = "drop documents that were there before, or nearly so",
	.operands = "[FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

int main(int argc, char **argv)
{
	static struct dedup dedup;
	int operands;
	filter_start();
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	struct gate gate = {.program = &program, .context = &dedup, .rejected_path = rejected, .judge = dedup_judge,
			    .idle = dedup_idle, .finish = dedup_finish, .stats = dedup_stats};
	if (dedup_open(&dedup, &wanted) < 0)
		return dedup_close(&dedup, EXIT_IO);
	if (dedup.holds) {
		gate.aside = &dedup.held.spool.out;
		gate.put_aside = dedup_put_aside;
	}
	status = gate_run(&gate, argv + 1, (size_t)operands);
	return dedup_close(&dedup, status);
}
