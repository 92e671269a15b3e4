/* SPDX-License-Identifier: MIT */
/* The tables of the single-byte charsets, by byte. */
#ifndef PHIN_CHARSET_TABLES_H
#define PHIN_CHARSET_TABLES_H

#include <stdint.h>

extern const uint16_t charset_tcvn3[256], charset_viscii[256], charset_vps[256], charset_cp1258[256], charset_vni[256],
	charset_bkhcm2[256], charset_cp1252[256];

/* The byte of windows-1252 that a character was, C1 controls for those that it leaves open; -1 if it is of no such. */
int charset_cp1252_byte(uint32_t code_point);

#endif
