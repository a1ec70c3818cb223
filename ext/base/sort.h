/*
** Sorting: from the bottom up, in time that no order of the items can make worse than n log n; items that
** are alike keep their order.
*/
#ifndef NW_SORT_H
#define NW_SORT_H

#include <stdbool.h>
#include <stddef.h>

/* Whether one item may stand before another: it is less, or they are alike. */
typedef bool nw_may_precede(const void *one, const void *other);

/* Sorts `count` items of `size` bytes; `room` holds as many again. */
void nw_sort(void *items, void *room, size_t count, size_t size, nw_may_precede *may_precede);

#endif
