#include "sql/hash.h"

#include <string.h>

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

static uint64_t rotated(uint64_t word, int bits) { return word << bits | word >> (64 - bits); }

static void sip_rounds(uint64_t state[4], int rounds) {
    for (; rounds > 0; rounds--) {
        state[0] += state[1];
        state[1] = rotated(state[1], 13) ^ state[0];
        state[0] = rotated(state[0], 32);
        state[2] += state[3];
        state[3] = rotated(state[3], 16) ^ state[2];
        state[0] += state[3];
        state[3] = rotated(state[3], 21) ^ state[0];
        state[2] += state[1];
        state[1] = rotated(state[1], 17) ^ state[2];
        state[2] = rotated(state[2], 32);
    }
}

uint64_t nw_hash_keyed(const nw_hash_key *key, const void *bytes, size_t length) {
    uint64_t state[4] = {
        key->words[0] ^ UINT64_C(0x736f6d6570736575), key->words[1] ^ UINT64_C(0x646f72616e646f6d),
        key->words[0] ^ UINT64_C(0x6c7967656e657261), key->words[1] ^ UINT64_C(0x7465646279746573)};
    const unsigned char *at = bytes;
    uint64_t word, last = (uint64_t)length << 56;
    size_t i;

    for (; length >= sizeof word; at += sizeof word, length -= sizeof word) {
        memcpy(&word, at, sizeof word);
        state[3] ^= word;
        sip_rounds(state, 2);
        state[0] ^= word;
    }
    for (i = 0; i < length; i++) last |= (uint64_t)at[i] << 8 * i;
    state[3] ^= last;
    sip_rounds(state, 2);
    state[0] ^= last;
    state[2] ^= 0xff;
    sip_rounds(state, 4);
    return state[0] ^ state[1] ^ state[2] ^ state[3];
}
