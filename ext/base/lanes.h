/*
** Four numbers at once, by the vectors of gcc and clang.
*/
#ifndef NW_LANES_H
#define NW_LANES_H

#include <stdint.h>
#include <string.h>

typedef int32_t nw_lanes __attribute__((vector_size(16), aligned(4)));

static inline nw_lanes nw_load_lanes(const int32_t *from) {
    nw_lanes lanes;
    memcpy(&lanes, from, sizeof lanes);
    return lanes;
}

static inline void nw_store_lanes(int32_t *to, nw_lanes lanes) { memcpy(to, &lanes, sizeof lanes); }

static inline nw_lanes nw_all_lanes(int32_t value) { return (nw_lanes){value, value, value, value}; }

/* `yes` where a lane of `mask` is -1, `no` where it is 0. */
static inline nw_lanes nw_choose_lanes(nw_lanes mask, nw_lanes yes, nw_lanes no) {
    return (yes & mask) | (no & ~mask);
}

static inline nw_lanes nw_larger_lanes(nw_lanes a, nw_lanes b) { return nw_choose_lanes(a > b, a, b); }

#endif
