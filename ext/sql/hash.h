/*
** Hashes of bytes, the same on every machine.
*/
#ifndef NW_HASH_H
#define NW_HASH_H

#include <stddef.h>
#include <stdint.h>

#define NW_HASH_START UINT64_C(0xcbf29ce484222325)

/* Goes on with a hash, from NW_HASH_START at first, over more bytes. */
uint64_t nw_hash_bytes(uint64_t hash, const char *bytes, size_t length);

#endif
