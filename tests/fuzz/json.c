/* SPDX-License-Identifier: MIT */
/* The JSON reader against jansson: the same verdict, the same values. */
#include <stdint.h>

#include "../unit/hold_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	hold_against_jansson(slice_of((const char *)data, size));
	return 0;
}
