/* SPDX-License-Identifier: MIT */
#include "base/base64.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void put_group(const unsigned char *b, int count, struct output *out)
{
	char group[4] = {
		alphabet[b[0] >> 2],
		alphabet[(b[0] & 3) << 4 | b[1] >> 4],
		count > 1 ? alphabet[(b[1] & 15) << 2 | b[2] >> 6] : '=',
		count > 2 ? alphabet[b[2] & 63] : '=',
	};
	output_put(out, group, sizeof group);
}

void base64_put(struct base64 *state, struct output *out, struct slice bytes)
{
	for (size_t i = 0; i < bytes.len; i++) {
		state->held[state->count++] = (unsigned char)bytes.ptr[i];
		if (state->count == 3) {
			put_group(state->held, 3, out);
			state->count = 0;
		}
	}
}

void base64_end(struct base64 *state, struct output *out)
{
	for (int i = state->count; i < 3; i++)
		state->held[i] = 0;
	if (state->count > 0)
		put_group(state->held, state->count, out);
	state->count = 0;
}
