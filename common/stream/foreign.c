/* SPDX-License-Identifier: MIT */
#include "stream/foreign.h"

#include <string.h>

#define BYTES(literal) literal, sizeof(literal) - 1

/*
 * The bytes are at the beginning, others behind them where those alone might be text. None of these is the beginning of a
 * text in any charset: there is a control character in it, or a word that only a machine writes.
 */
static const struct {
	const char *bytes;
	size_t len;
	size_t at;
	const char *others;
	size_t others_len;
	const char *what;
} signs[] = {
	/* RFC 1952 §2.3.1, RFC 8878 §3.1.1, and the descriptions of xz, bzip2, lz4, ncompress */
	{BYTES("\x1f\x8b"), 0, NULL, 0, "not text but gzip data (zcat unpacks it)"},
	{BYTES("\x28\xb5\x2f\xfd"), 0, NULL, 0, "not text but Zstandard data (zstdcat unpacks it)"},
	{BYTES("\xfd" "7zXZ\0"), 0, NULL, 0, "not text but xz data (xzcat unpacks it)"},
	{BYTES("BZh"), 4, BYTES("1AY&SY"), "not text but bzip2 data (bzcat unpacks it)"},
	{BYTES("\x04\x22\x4d\x18"), 0, NULL, 0, "not text but LZ4 data (lz4cat unpacks it)"},
	{BYTES("\x1f\x9d"), 0, NULL, 0, "not text but compressed data (zcat unpacks it)"},
	/* PKWARE's APPNOTE 4.3.7; POSIX pax, ustar; 7-Zip; RAR 4 and 5 */
	{BYTES("PK\x03\x04"), 0, NULL, 0, "not text but a ZIP archive, as docx, xlsx, odt and epub are too"},
	{BYTES(""), 257, BYTES("ustar\0"), "not text but a tar archive"},
	{BYTES(""), 257, BYTES("ustar  \0"), "not text but a tar archive"},
	{BYTES("7z\xbc\xaf\x27\x1c"), 0, NULL, 0, "not text but a 7z archive"},
	{BYTES("Rar!\x1a\x07"), 0, NULL, 0, "not text but a RAR archive"},
	/* ISO 32000-1 §7.5.2, [MS-CFB] 2.2, the Rich Text Format Specification */
	{BYTES("%PDF-"), 6, BYTES("."), "not text but a PDF document (pdftotext makes text of it)"},
	{BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), 0, NULL, 0, "not text but an old Office document (doc, xls, ppt)"},
	{BYTES("{\\rtf1"), 0, NULL, 0, "not text but an RTF document"},
	/* RFC 2083 §3.1 (to the end of its first line), ITU-T T.81 B.1.1.3, GIF89a 17, TIFF 6.0 §2, RFC 9649 §2.3, ISO/IEC 14496-12 4.3 */
	{BYTES("\x89PNG\r\n"), 0, NULL, 0, "not text but a PNG image"},
	{BYTES("\xff\xd8\xff\xe0"), 0, NULL, 0, "not text but a JPEG image"},
	{BYTES("\xff\xd8\xff\xe1"), 0, NULL, 0, "not text but a JPEG image"},
	{BYTES("\xff\xd8\xff\xdb"), 0, NULL, 0, "not text but a JPEG image"},
	{BYTES("GIF87a"), 0, NULL, 0, "not text but a GIF image"},
	{BYTES("GIF89a"), 0, NULL, 0, "not text but a GIF image"},
	{BYTES("II*\0"), 0, NULL, 0, "not text but a TIFF image"},
	{BYTES("MM\0*"), 0, NULL, 0, "not text but a TIFF image"},
	{BYTES("BM"), 6, BYTES("\0\0\0\0"), "not text but a BMP image"},
	{BYTES("RIFF"), 8, BYTES("WEBPVP8"), "not text but a WebP image"},
	{BYTES("RIFF"), 8, BYTES("WAVEfmt"), "not text but sound"},
	{BYTES("\0\0\0"), 4, BYTES("ftyp"), "not text but a video, or a picture of a telephone"},
	{BYTES("ID3\x03\0"), 0, NULL, 0, "not text but sound"},
	{BYTES("ID3\x04\0"), 0, NULL, 0, "not text but sound"},
	{BYTES("OggS\0"), 0, NULL, 0, "not text but sound or video"},
	/* sqlite.org/fileformat 1.3, Apache Parquet, ELF, ISO 28500 (WARC) */
	{BYTES("SQLite format 3\0"), 0, NULL, 0, "not text but an SQLite database"},
	{BYTES("PAR1\x15"), 0, NULL, 0, "not text but a Parquet file"},
	{BYTES("\x7f" "ELF"), 0, NULL, 0, "not text but a program"},
	{BYTES("MZ\x90\0"), 0, NULL, 0, "not text but a program"},
	{BYTES("WARC/1."), 8, BYTES("\r\n"), "not text but a WARC archive"},
};

struct slice foreign_beginning(struct slice have)
{
	size_t len = have.len < FOREIGN_BYTES ? have.len : FOREIGN_BYTES;
	const char *newline = len > 0 ? memchr(have.ptr, '\n', len) : NULL;
	return slice_of(have.ptr, newline ? (size_t)(newline - have.ptr) + 1 : len);
}

int foreign_is_cut(struct slice have)
{
	return have.len < FOREIGN_BYTES && !(have.len > 0 && memchr(have.ptr, '\n', have.len));
}

static int has(struct slice beginning, size_t at, const char *bytes, size_t len)
{
	return len == 0 || (beginning.len >= at + len && memcmp(beginning.ptr + at, bytes, len) == 0);
}

const char *foreign_bytes(struct slice beginning)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (has(beginning, 0, signs[i].bytes, signs[i].len) &&
		    has(beginning, signs[i].at, signs[i].others, signs[i].others_len))
			return signs[i].what;
	return NULL;
}

static struct slice skip_blanks(struct slice text)
{
	while (text.len > 0 && memchr(" \t\r\n", text.ptr[0], 4))
		text = slice_of(text.ptr + 1, text.len - 1);
	return text;
}

/* Moves behind a byte and the blanks that follow it. */
static int take(struct slice *text, char byte)
{
	if (text->len == 0 || text->ptr[0] != byte)
		return 0;
	*text = skip_blanks(slice_of(text->ptr + 1, text->len - 1));
	return 1;
}

/* {"key": is enough: a line of JSON is often longer than the beginning, and no prose begins like this. */
const char *foreign_json(struct slice beginning)
{
	struct slice text = beginning;
	if (slice_has_prefix(text, SLICE("\xef\xbb\xbf")))
		text = slice_of(text.ptr + 3, text.len - 3);
	text = skip_blanks(text);
	int is_array = take(&text, '[');
	if (!take(&text, '{') || text.len == 0 || text.ptr[0] != '"')
		return NULL;
	size_t at = 1;
	while (at < text.len && text.ptr[at] != '"')
		at += text.ptr[at] == '\\' ? 2 : 1;
	if (at >= text.len)
		return NULL;
	text = skip_blanks(slice_of(text.ptr + at + 1, text.len - at - 1));
	if (!take(&text, ':'))
		return NULL;
	return is_array ? "not text but JSON, an array (jq -c '.[]' makes lines of it for from-jsonl; --plain reads it as text)"
			: "not text but JSON (from-jsonl reads it; --plain reads it as text)";
}
