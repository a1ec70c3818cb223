/*
** Eight bytes at a time, as one number, the same on every machine: the first byte is the lowest.
*/
#ifndef NW_BYTES_H
#define NW_BYTES_H

#include <stddef.h>
#include <stdint.h>

#define NW_EACH_BYTE UINT64_C(0x0101010101010101)
#define NW_HIGH_BITS UINT64_C(0x8080808080808080)

/* Eight bytes as a number. */
static inline uint64_t nw_load_bytes(const char *bytes) {
    const unsigned char *b = (const unsigned char *)bytes;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
           (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

/* The same of up to eight bytes; zeros stand for those that are missing. */
static inline uint64_t nw_load_part(const char *bytes, size_t length) {
    uint64_t part = 0;
    if (length >= 8) return nw_load_bytes(bytes);
    for (size_t i = 0; i < length; i++) part |= (uint64_t)(unsigned char)bytes[i] << 8 * i;
    return part;
}

/* Eight bytes with ASCII capitals made small. */
static inline uint64_t nw_small_bytes(uint64_t bytes) {
    uint64_t low = bytes & ~NW_HIGH_BITS;
    uint64_t from_a = low + NW_EACH_BYTE * (0x80 - 'A'), after_z = low + NW_EACH_BYTE * (0x80 - 'Z' - 1);
    return bytes | (from_a & ~after_z & ~bytes & NW_HIGH_BITS) >> 2;
}

/* Eight bytes of a word of at least as many, or its last ones, filled up with zeros. */
static inline uint64_t nw_load_tail(const char *word, size_t length, size_t from) {
    return from + 8 <= length ? nw_load_bytes(word + from)
                              : nw_load_bytes(word + length - 8) >> 8 * (from + 8 - length);
}

/* The high bit of each byte that is an ASCII letter. */
static inline uint64_t nw_letters_of(uint64_t bytes) {
    uint64_t small = (bytes | NW_EACH_BYTE * 0x20) & ~NW_HIGH_BITS;
    uint64_t from_a = small + NW_EACH_BYTE * (0x80 - 'a'), after_z = small + NW_EACH_BYTE * (0x80 - 'z' - 1);
    return from_a & ~after_z & ~bytes & NW_HIGH_BITS;
}

/* How many bytes precede the first whose high bit is set; at least one is. */
static inline unsigned nw_bytes_before(uint64_t high_bits) {
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(high_bits) / 8;
#else
    uint64_t below = (high_bits & (~high_bits + 1)) - 1;
    return (unsigned)(((below & NW_EACH_BYTE) * NW_EACH_BYTE) >> 56) - 1;
#endif
}

#endif
