/* SPDX-License-Identifier: MIT */
/* Plain text: any bytes become documents of the stream without a fault, the same whole and by the reader. */
#include "fuzz.h"

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct reader_options options = fuzz_options;
	struct reader reader;
	enum event event;
	size_t documents = 0;
	/* The first byte chooses how paragraphs are told. */
	options.plain = 1;
	options.text.layout = size > 0 ? (typeof(options.text.layout))(data[0] % 4) : 0;
	size_t skip = size > 0;
	begin_input(data + skip, size - skip);
	reader_init(&reader, &options, NULL, 0);
	while ((event = reader_next(&reader)) != EVENT_EOF) {
		MUST(event != EVENT_BROKEN && event != EVENT_PIECE);
		documents += event == EVENT_END;
		if (event != EVENT_BLOCK)
			continue;
		MUST(reader.block.fault == NULL);
		MUST(utf8_valid_prefix(reader.block.text.ptr, reader.block.text.len) == reader.block.text.len);
		for (size_t i = 0; i < reader.block.count; i++)
			MUST(!reader.block.annotations[i].loose || reader.block.annotations[i].line.ptr[0] == 'e');
	}
	MUST(documents == (size > skip));
	reader_free(&reader);
	return 0;
}
