/* SPDX-License-Identifier: MIT */
#include "normalize/rule.h"

const struct rule_info rule_info[RULES] = {
	[RULE_INVALID_UTF8] = {"invalid-utf8", "what is not UTF-8 becomes U+FFFD"},
	[RULE_MOJIBAKE] = {"mojibake", "UTF-8 that was read as a single-byte charset is read again"},
	[RULE_GLUED] = {"glued", "two words that such damage ran together are parted"},
	[RULE_CHARSET] = {"charset", "bytes of a legacy charset that were stored as Latin-1 are decoded"},
	[RULE_ENTITY] = {"entity", "HTML character references, also doubly escaped"},
	[RULE_CONTROL] = {"control", "C0 and C1 control characters"},
	[RULE_INVISIBLE] = {"invisible", "byte order marks, zero-width characters, soft hyphens, U+FFFC"},
	[RULE_SPACE] = {"space", "other spaces than U+0020; repeated, leading and trailing ones"},
	[RULE_LINE_END] = {"line-end", "CRLF, CR, U+0085, U+2028, U+2029"},
	[RULE_COMPOSE] = {"compose", "normalization form C"},
	[RULE_CLUSTER] = {"cluster", "a letter whose marks were typed in another order, or twice"},
	[RULE_LOOK_ALIKE] = {"look-alike", "letters of other alphabets inside of a Vietnamese word"},
	[RULE_TONE] = {"tone", "the place of the tone mark (--tone)"},
	[RULE_QUOTES] = {"quotes", "quotation marks (--quotes)"},
	[RULE_DASHES] = {"dashes", "dashes (--dashes)"},
	[RULE_ELLIPSIS] = {"ellipsis", "ellipses (--ellipsis)"},
	[RULE_WIDTH] = {"width", "fullwidth and halfwidth forms (--width)"},
	[RULE_PUNCTUATION] = {"punctuation", "spaces before punctuation (--punctuation)"},
};

enum rule rule_of(const char *name)
{
	int rule = 0;
	while (rule < RULES && rule_info[rule].name != name)
		rule++;
	return (enum rule)rule;
}
