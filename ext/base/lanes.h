/*
** Four numbers at once, by the vectors of gcc and clang.
*/
#ifndef NW_LANES_H
#define NW_LANES_H

#include <stdint.h>
#include <string.h>

typedef int32_t nw_lanes __attribute__((vector_size(16), aligned(4)));

/* Four numbers from memory, aligned or not. */
static inline nw_lanes nw_load_lanes(const int32_t *from) {
    nw_lanes lanes;
    memcpy(&lanes, from, sizeof lanes);
    return lanes;
}

/* The same back. */
static inline void nw_store_lanes(int32_t *to, nw_lanes lanes) { memcpy(to, &lanes, sizeof lanes); }

/* One number four times. */
static inline nw_lanes nw_all_lanes(int32_t value) { return (nw_lanes){value, value, value, value}; }

/* `yes` where a lane of `mask` is -1, `no` where it is 0. */
static inline nw_lanes nw_choose_lanes(nw_lanes mask, nw_lanes yes, nw_lanes no) {
    return (yes & mask) | (no & ~mask);
}

/* The larger number of each lane. */
static inline nw_lanes nw_larger_lanes(nw_lanes a, nw_lanes b) { return nw_choose_lanes(a > b, a, b); }

/* ---- sums of sixteen numbers ---- */

typedef int16_t nw_short_lanes __attribute__((vector_size(16), aligned(2)));

/* Sums of rows of sixteen small numbers: those of the even places of a row in one vector, or of the odd ones
** where the upper byte of a number comes first. */
typedef struct nw_sixteen {
    nw_short_lanes low;
    nw_short_lanes high;
} nw_sixteen;

/* Adds a row to the sums, which begin at zero; the caller sees to it that none leaves 16 bits. */
static inline void nw_add_bytes(nw_sixteen *sums, const int8_t row[16]) {
    nw_short_lanes pairs;
    memcpy(&pairs, row, sizeof pairs);
    sums->low += (nw_short_lanes)((nw_short_lanes)(pairs << 8) >> 8);
    sums->high += pairs >> 8;
}

/* Adds other sums to them. */
static inline void nw_add_sixteen(nw_sixteen *sums, const nw_sixteen *others) {
    sums->low += others->low;
    sums->high += others->high;
}

/* Gives the sums in the order of the rows. */
static inline void nw_read_sixteen(const nw_sixteen *sums, int32_t values[16]) {
    static const union {
        uint16_t number;
        uint8_t first;
    } one = {1};
    for (unsigned i = 0; i < 8; i++) {
        values[2 * i] = one.first ? sums->low[i] : sums->high[i];
        values[2 * i + 1] = one.first ? sums->high[i] : sums->low[i];
    }
}

#endif
