/* SPDX-License-Identifier: MIT */
#include "words/model.h"

#include <string.h>

/*
 * The file is put into the read-only data as it stands (gas and clang: .incbin), found by the include path. The section
 * is the same for all ELF systems.
 */
__asm__(".pushsection .rodata,\"a\",%progbits\n"
	".balign 64\n"
	".global phin_words_model\n"
	".hidden phin_words_model\n"
	"phin_words_model:\n"
	".incbin \"words/words.model\"\n"
	".global phin_words_model_end\n"
	".hidden phin_words_model_end\n"
	"phin_words_model_end:\n"
	".byte 0\n"
	".popsection\n");

extern const struct model phin_words_model;
extern const char phin_words_model_end[];

const struct model *model_linked(void)
{
	size_t len = (size_t)(phin_words_model_end - (const char *)&phin_words_model);
	if (len != sizeof phin_words_model || memcmp(phin_words_model.magic, MODEL_MAGIC, sizeof phin_words_model.magic) != 0)
		return NULL;
	return phin_words_model.version == MODEL_VERSION ? &phin_words_model : NULL;
}
