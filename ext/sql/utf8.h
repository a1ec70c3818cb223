/*
** Text written as JSON or HTML is well-formed UTF-8, whatever the article holds.
*/
#ifndef NW_UTF8_H
#define NW_UTF8_H

#include "sql/sqlite.h"

#include <stddef.h>

/* Appends the character at `bytes`, which is not ASCII; U+FFFD where it is malformed. Returns how many bytes
** it took, at least 1 (bytes < end). */
size_t nw_append_character(sqlite3_str *out, const char *bytes, const char *end);

#endif
