/* SPDX-License-Identifier: MIT */
/*
 * Vietnamese text made canonical: form C, one style of tone marks, one kind of space, no debris. Clean text costs a scan
 * (normalize/scan.h) and comes back as it is; what is doubtful goes through the passes, a few words at a time.
 */
#ifndef PHIN_NORMALIZE_H
#define PHIN_NORMALIZE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/edit.h"
#include "base/slice.h"
#include "normalize/cells.h"
#include "normalize/rule.h"
#include "normalize/scan.h"

enum tone_policy { TONE_OLD, TONE_NEW, TONE_KEEP };
enum quotes_policy { QUOTES_KEEP, QUOTES_STRAIGHT, QUOTES_CURLY };
enum dashes_policy { DASHES_KEEP, DASHES_HYPHEN, DASHES_EN };
enum ellipsis_policy { ELLIPSIS_KEEP, ELLIPSIS_DOTS, ELLIPSIS_SIGN };
enum width_policy { WIDTH_KEEP, WIDTH_NARROW };
enum punctuation_policy { PUNCTUATION_KEEP, PUNCTUATION_CLOSE };

struct normalize_policy {
	int tone, quotes, dashes, ellipsis, width, punctuation;  /* of the enumerations above */
	int lines;   /* the text is lines of plain text: indentation and line ends stay */
	int carriage_returns;  /* of lines: CRLF stays too; where bare newlines stand beside it, it ends paragraphs */
};

struct normalizer {
	struct normalize_policy policy;
	struct slice text;           /* the result: the source itself where nothing changed */
	struct edits edits;          /* from the source to the result */
	uint64_t counts[RULES];      /* of repairs so far, by rule */
	size_t misread;              /* places in this text that look like mojibake still, and could not be restored */
	/* The rest is its own. */
	struct scan scan;
	struct cells cells;
	struct buf out, spare;       /* the result; that of the turn before */
	struct edits turn, composed;
	size_t done;                 /* of the text at hand */
	size_t looked;               /* of the text, where it might be the bytes of another charset */
	int unsettled;               /* what came out may be misread still */
	int was_misread;             /* something in this text was */
};

/* Prepares for a policy; everything but the policy must be zero. */
void normalizer_init(struct normalizer *normalizer);

/*
 * Normalizes a text, which need not be valid UTF-8; the result is. Returns 0, or -1 without memory. The result stays
 * until the next call.
 */
int normalize_text(struct normalizer *normalizer, struct slice text);

void normalizer_free(struct normalizer *normalizer);

#endif
