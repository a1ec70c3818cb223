#include "sql/hash.h"

/* FNV-1a, eight bytes at a step. */
uint64_t nw_hash_bytes(uint64_t hash, const char *bytes, size_t length) {
    uint64_t word;

    for (; length >= 8; bytes += 8, length -= 8) {
        int i;

        for (word = 0, i = 7; i >= 0; i--) word = word << 8 | (unsigned char)bytes[i];
        hash = (hash ^ word) * UINT64_C(0x100000001b3);
        hash ^= hash >> 32;
    }
    for (; length > 0; bytes++, length--) hash = (hash ^ (unsigned char)*bytes) * UINT64_C(0x100000001b3);
    return hash ^ hash >> 29;
}
