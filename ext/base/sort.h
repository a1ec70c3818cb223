/*
** Sorting: a merge sort from the bottom up, in time n log n for any order of the items; equal items keep their order.
*/
#ifndef NW_SORT_H
#define NW_SORT_H

#include <stdbool.h>
#include <stddef.h>

/* Whether one item may stand before another: it is less, or they are equal. */
typedef bool nw_may_precede(const void *one, const void *other);

/* Sorts `count` items of `size` bytes; `room` holds as many again. */
void nw_sort(void *items, void *room, size_t count, size_t size, nw_may_precede *may_precede);

#endif
