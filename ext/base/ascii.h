/*
** ASCII: kinds of bytes, the same in every locale; a byte of a longer character is of none.
*/
#ifndef NW_ASCII_H
#define NW_ASCII_H

#include <stdbool.h>

static inline bool nw_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }
static inline bool nw_ascii_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
static inline bool nw_ascii_lower(char byte) { return byte >= 'a' && byte <= 'z'; }
static inline bool nw_ascii_letter(char byte) { return nw_ascii_upper(byte) || nw_ascii_lower(byte); }
static inline bool nw_ascii_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

/* A capital as a small letter, any other byte as it is. */
static inline char nw_ascii_small(char byte) {
    return nw_ascii_upper(byte) ? (char)(byte + ('a' - 'A')) : byte;
}

#endif
