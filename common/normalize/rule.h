/* SPDX-License-Identifier: MIT */
/* The kinds of repair: edits carry the name, --explain prints it, --stats counts by it, --list explains it. */
#ifndef PHIN_RULE_H
#define PHIN_RULE_H

enum rule {
	RULE_INVALID_UTF8,
	RULE_MOJIBAKE,
	RULE_GLUED,
	RULE_CHARSET,
	RULE_ENTITY,
	RULE_CONTROL,
	RULE_INVISIBLE,
	RULE_SPACE,
	RULE_LINE_END,
	RULE_COMPOSE,
	RULE_CLUSTER,
	RULE_LOOK_ALIKE,
	RULE_TONE,
	RULE_QUOTES,
	RULE_DASHES,
	RULE_ELLIPSIS,
	RULE_WIDTH,
	RULE_PUNCTUATION,
	RULES,
};

struct rule_info {
	const char *name;
	const char *what;   /* one line for --list */
};

extern const struct rule_info rule_info[RULES];

/* The rule of a name that an edit carries; the names are compared as pointers. */
enum rule rule_of(const char *name);

#endif
