/* SPDX-License-Identifier: MIT */
/* Bytes of a legacy charset that somebody took for windows-1252 and stored as UTF-8: "Céng hßa", "Coäng hoøa". */
#ifndef PHIN_STORED_H
#define PHIN_STORED_H

#include "normalize/cells.h"

/* Decodes the cells, which should be a whole block, if their words say that they are such. Returns whether it did. */
int stored_repair(struct cells *cells);

#endif
