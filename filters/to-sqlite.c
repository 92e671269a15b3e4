/* SPDX-License-Identifier: MIT */
/*
 * to-sqlite: reads the stream (or plain text) and puts its documents into an SQLite database: text, blocks, sentences,
 * figures, with views for people and a full-text index. A document is known by its id: one that is there already and the
 * same is left alone, so that a run can be repeated. One with an error is never stored: it goes to --quarantine.
 */
#include "base/create.h"
#include "sqlite/store.h"
#include "stream/sink.h"

static const char *quarantine_path;
static int print_schema, no_search;
static size_t memory = (size_t)64 << 20, wait_seconds = 10;

static const struct option_spec options[] = {
	{'s', "schema", NULL, "print the statements that make the database and exit", OPTION_FLAG, &print_schema, NULL, 0, 0,
	 NULL},
	{'q', "quarantine", "FILE", "put documents with errors into FILE (JSON Lines)", OPTION_STRING, &quarantine_path,
	 NULL, 0, 0, NULL},
	{'M', "memory", "SIZE", "memory for pages and the full-text index (default 64M)", OPTION_SIZE, &memory, NULL,
	 (size_t)1 << 20, (size_t)1 << 40, NULL},
	{0, "no-search", NULL, "leave the full-text index to a later run", OPTION_FLAG, &no_search, NULL, 0, 0, NULL},
	{'w', "wait", "SECONDS", "wait so long for another writer of the database (default 10)", OPTION_SIZE,
	 &wait_seconds, NULL, 0, 86400, NULL},
	{0},
};

static const struct program program = {
	.name = "to-sqlite",
	.summary = "put documents, sentences and figures into an SQLite database",
	.operands = "DATABASE [FILE ...]",
	.options = options,
	.shared = filter_shared_options,
};

static int deliver(void *store, struct document *document, struct output *out)
{
	(void)out;
	return store_put(store, document) < 0 ? EXIT_IO : EXIT_DONE;
}

static void idle(void *store)
{
	store_settle(store);
}

static int finish(void *store, struct output *out)
{
	(void)out;
	int done = no_search ? store_settle(store) : store_finish(store);
	return done < 0 ? EXIT_IO : EXIT_DONE;
}

static void stats(void *context, struct buf *json)
{
	const struct store *store = context;
	buf_printf(json, ",\"added\":%llu,\"updated\":%llu,\"unchanged\":%llu", (unsigned long long)store->added,
		   (unsigned long long)store->updated, (unsigned long long)store->unchanged);
}

static int put_schema(void)
{
	struct buf text = {0};
	buf_put_string(&text, store_tables);
	buf_put_string(&text, store_indexes);
	return options_print(&text);
}

int main(int argc, char **argv)
{
	static struct store store;
	int operands;
	filter_start();
	int status = options_parse(&program, argc, argv, &operands);
	if (status >= 0)
		return status;
	if (print_schema)
		return put_schema();
	if (operands == 0) {
		diag_error("no database named");
		diag(DIAG_NOTE, (struct place){0}, "try '%s --help'", program.name);
		return EXIT_USAGE;
	}
	store.db.wait_seconds = wait_seconds;
	create_inputs(argv + 2, (size_t)operands - 1);  /* the first is no input */
	const struct sink sink = {.program = &program, .context = &store, .quarantine_path = quarantine_path,
				  .deliver = deliver, .idle = idle, .finish = finish, .stats = stats};
	if (store_open(&store, argv[1], memory) == 0)
		status = sink_run(&sink, argv + 2, (size_t)operands - 1);
	else
		status = EXIT_IO;
	store_close(&store);
	return status;
}
