/* SPDX-License-Identifier: MIT */
/* What every unit check uses: CHECK counts and names what fails; `return check_status();` ends main. */
#ifndef PHIN_CHECK_H
#define PHIN_CHECK_H

#include <stdio.h>

static int check_failures;

#define CHECK(condition) \
	((condition) ? (void)0 : (check_failures++, (void)printf("%s:%d: not so: %s\n", __FILE__, __LINE__, #condition)))

static inline int check_status(void)
{
	return check_failures > 0;
}

#endif
