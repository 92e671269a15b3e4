/* SPDX-License-Identifier: MIT */
/* What the page says of its own, in Vietnamese and in English. */
#ifndef PHIN_WORDING_H
#define PHIN_WORDING_H

enum wording_language { WORDING_VI, WORDING_EN, WORDING_LANGUAGES };

struct wording {
	const char *name;  /* as page.js knows it; kinds of figures as kind_KIND, modifiers as mod_MOD, changes as change_… */
	const char *text[WORDING_LANGUAGES];
};

/* Closed by a name that is NULL. */
extern const struct wording wordings[];

/* The text of that name; "" if there is none. */
const char *wording(const char *name, enum wording_language language);

#endif
