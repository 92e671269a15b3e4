/* SPDX-License-Identifier: MIT */
#include "normalize/words.h"

#include <utf8proc.h>

#include "vietnamese/letter.h"

static int belongs_to_word(uint32_t cp)
{
	if (cp < 0x80)
		return letter_is_letter(cp);
	return letter_is_letter(cp) || utf8proc_get_property((utf8proc_int32_t)cp)->combining_class != 0;
}

size_t word_end(const struct cell_list *list, size_t from)
{
	while (from < list->count && belongs_to_word(list->list[from].code_point))
		from++;
	return from;
}
