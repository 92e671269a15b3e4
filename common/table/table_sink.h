/* SPDX-License-Identifier: MIT */
/* The main of a program that writes a flat table: options, the sink, the header before the first row. */
#ifndef PHIN_TABLE_SINK_H
#define PHIN_TABLE_SINK_H

#include "stream/sink.h"
#include "table/table.h"

/*
 * Runs the program on its arguments; put_row gets the output as its context. `begin` is called once before anything is
 * written; it may be NULL. Returns the exit status.
 */
int table_sink_main(const struct program *program, table_put_row *put_row, void (*begin)(struct output *out), int argc,
		    char **argv);

#endif
