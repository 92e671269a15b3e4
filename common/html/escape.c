/* SPDX-License-Identifier: MIT */
#include "html/escape.h"

#include <strings.h>

/* What stands for a byte; NULL: itself. */
static const char *reference(unsigned char byte)
{
	switch (byte) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	default: return (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f ? "\xef\xbf\xbd" : NULL;
	}
}

void html_put(struct output *out, struct slice text)
{
	size_t from = 0;
	for (size_t at = 0; at < text.len; at++) {
		const char *instead = reference((unsigned char)text.ptr[at]);
		if (!instead)
			continue;
		output_put(out, text.ptr + from, at - from);
		output_put_string(out, instead);
		from = at + 1;
	}
	if (from < text.len)
		output_put(out, text.ptr + from, text.len - from);
}

void html_put_attribute(struct output *out, const char *name, struct slice text)
{
	output_put_byte(out, ' ');
	output_put_string(out, name);
	output_put(out, "=\"", 2);
	html_put(out, text);
	output_put_byte(out, '"');
}

int html_is_link(struct slice url)
{
	static const char *const schemes[] = {"http://", "https://"};
	for (size_t i = 0; i < 2; i++)
		if (url.len > strlen(schemes[i]) && strncasecmp(url.ptr, schemes[i], strlen(schemes[i])) == 0)
			return 1;
	return 0;
}
