/* SPDX-License-Identifier: MIT */
#include "charset/charset.h"

#include <strings.h>

const struct charset_info charset_info[CHARSETS] = {
	[CHARSET_AUTO] = {"auto", "", "told from the text, a document at a time"},
	[CHARSET_UTF8] = {"utf-8", "utf8", "UTF-8 (RFC 3629)"},
	[CHARSET_UTF16] = {"utf-16", "utf16 ucs-2", "UTF-16 by its byte order mark, else little endian (RFC 2781)"},
	[CHARSET_UTF16LE] = {"utf-16le", "utf16le", "UTF-16, little endian"},
	[CHARSET_UTF16BE] = {"utf-16be", "utf16be", "UTF-16, big endian"},
	[CHARSET_TCVN3] = {"tcvn3", "tcvn abc tcvn-5712 tcvn5712 vn3", "TCVN 5712 as in the ABC fonts (.VnTime)"},
	[CHARSET_VNI] = {"vni", "vni-windows vni-win", "VNI-Windows (VNI-Times)"},
	[CHARSET_VISCII] = {"viscii", "viscii1.1", "VISCII (RFC 1456)"},
	[CHARSET_VPS] = {"vps", "x-viet-vps", "Vietnamese Professionals Society"},
	[CHARSET_CP1258] = {"windows-1258", "cp1258 win1258", "Microsoft's, with combining tone marks"},
	[CHARSET_BKHCM2] = {"bkhcm2", "bk-hcm2 bkhcm", "Ho Chi Minh City University of Technology, two bytes"},
	[CHARSET_VIQR] = {"viqr", "vietnet", "VIQR (RFC 1456): Vie^.t Nam"},
	[CHARSET_CP1252] = {"windows-1252", "cp1252 latin1 iso-8859-1 latin-1", "Western European"},
};

static int has_word(const char *words, const char *word)
{
	size_t len = strlen(word);
	for (const char *at = words; *at;) {
		size_t n = strcspn(at, " ");
		if (n == len && strncasecmp(at, word, n) == 0)
			return 1;
		at += n + (at[n] != '\0');
	}
	return 0;
}

enum charset charset_by_name(const char *name)
{
	int charset = 0;
	while (charset < CHARSETS && strcasecmp(charset_info[charset].name, name) != 0 &&
	       !has_word(charset_info[charset].aliases, name))
		charset++;
	return (enum charset)charset;
}

const char *charset_option(const char *name, void *target)
{
	enum charset charset = charset_by_name(name);
	if (charset == CHARSETS)
		return "no known charset (normalize --list names them)";
	*(int *)target = (int)charset;
	return NULL;
}
