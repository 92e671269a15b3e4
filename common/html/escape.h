/* SPDX-License-Identifier: MIT */
/* Text into HTML, whoever wrote it: nothing in it can become markup, in an element or in a quoted attribute. */
#ifndef PHIN_ESCAPE_H
#define PHIN_ESCAPE_H

#include "base/output.h"
#include "base/slice.h"

/* Writes text with & < > " ' as references; control characters, which HTML does not allow, become U+FFFD. */
void html_put(struct output *out, struct slice text);

/* Writes ` name="text"`. */
void html_put_attribute(struct output *out, const char *name, struct slice text);

/* Whether a URL may be made a link: http and https alone, so that no script can hide in it. */
int html_is_link(struct slice url);

#endif
