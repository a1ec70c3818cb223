/*
** Random numbers for the trainers, the same in each run: xorshift64 (Marsaglia, "Xorshift RNGs", 2003).
*/
#ifndef RANDOM_H
#define RANDOM_H

#include <stdint.h>

/* The next number; *state must not be 0. */
static inline uint32_t random_number(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (uint32_t)(*state >> 32);
}

#endif
