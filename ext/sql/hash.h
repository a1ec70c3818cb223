/*
** Hashes of bytes: one that is the same on every machine, and one with a key, so that nobody can construct collisions.
*/
#ifndef NW_HASH_H
#define NW_HASH_H

#include <stddef.h>
#include <stdint.h>

#define NW_HASH_START UINT64_C(0xcbf29ce484222325)

/* Goes on with a hash, from NW_HASH_START at first, over more bytes. */
uint64_t nw_hash_bytes(uint64_t hash, const char *bytes, size_t length);

/* SipHash-2-4 (Aumasson, Bernstein: SipHash: a fast short-input PRF, 2012), except that bytes are read in the machine's own
** order. */
typedef struct nw_hash_key {
    uint64_t words[2];
} nw_hash_key;
uint64_t nw_hash_keyed(const nw_hash_key *key, const void *bytes, size_t length);

#endif
