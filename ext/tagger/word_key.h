/*
** Keys of words: what the tables of a model are looked up by.
*/
#ifndef NW_WORD_KEY_H
#define NW_WORD_KEY_H

#include <stdint.h>

/* How the case of a word is read. */
typedef enum nw_key_case {
    NW_KEY_SHOWN,
    NW_KEY_LOWER,
    NW_KEY_CAPITALIZED, /* the first letter as it stands, the others small */
    NW_KEY_TITLE,       /* the first letter as a capital, the others as they stand */
    NW_KEY_CAPITALS     /* all letters as capitals */
} nw_key_case;

/* A key of a word's bytes: all digits alike, the typographic apostrophe a plain one. Never 0. */
static inline uint64_t nw_word_key(const char *bytes, uint32_t length, nw_key_case read_as) {
    uint64_t key = 0;
    for (uint32_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte >= '0' && byte <= '9') byte = '0';
        if (byte >= 'A' && byte <= 'Z' && (read_as == NW_KEY_LOWER || (read_as == NW_KEY_CAPITALIZED && i)))
            byte = (unsigned char)(byte + 32);
        if (byte >= 'a' && byte <= 'z' && (read_as == NW_KEY_CAPITALS || (read_as == NW_KEY_TITLE && !i)))
            byte = (unsigned char)(byte - 32);
        if (byte == 0xe2 && i + 2 < length && (unsigned char)bytes[i + 1] == 0x80 &&
            (unsigned char)bytes[i + 2] == 0x99) {
            byte = '\'';
            i += 2;
        }
        key = (key ^ byte) * UINT64_C(0x9fb21c651e98df25);
        key ^= key >> 32;
    }
    return key ? key : 1;
}

/* The keys of a word as shown and in small letters, in one pass. */
static inline void nw_word_keys(const char *bytes, uint32_t length, uint64_t *shown, uint64_t *lower) {
    uint64_t as_shown = 0, as_lower = 0;
    for (uint32_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte >= '0' && byte <= '9') byte = '0';
        if (byte == 0xe2 && i + 2 < length && (unsigned char)bytes[i + 1] == 0x80 &&
            (unsigned char)bytes[i + 2] == 0x99) {
            byte = '\'';
            i += 2;
        }
        as_shown = (as_shown ^ byte) * UINT64_C(0x9fb21c651e98df25);
        as_shown ^= as_shown >> 32;
        if (byte >= 'A' && byte <= 'Z') byte = (unsigned char)(byte + 32);
        as_lower = (as_lower ^ byte) * UINT64_C(0x9fb21c651e98df25);
        as_lower ^= as_lower >> 32;
    }
    *shown = as_shown ? as_shown : 1;
    *lower = as_lower ? as_lower : 1;
}

/* A key of a feature: which template, and the value or values it has. */
static inline uint64_t nw_feature_key(uint32_t template, uint64_t value) {
    uint64_t key = (value + template + 1) * UINT64_C(0x9fb21c651e98df25);
    key = (key ^ (key >> 32) ^ template) * UINT64_C(0xd6e8feb86659fd93);
    return key ^ (key >> 32);
}

#endif
