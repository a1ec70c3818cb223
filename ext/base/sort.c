#include "base/sort.h"

#include <string.h>

typedef struct merge {
    const char *from;
    char *to;
    size_t size;
    nw_may_precede *may_precede;
} merge;

/* Merges two sorted neighbours: bytes [start, middle) and [middle, end). */
static void merge_runs(const merge *of, size_t start, size_t middle, size_t end) {
    size_t left = start, right = middle;
    for (size_t at = start; at < end; at += of->size) {
        bool take_left =
            right == end || (left < middle && of->may_precede(of->from + left, of->from + right));
        size_t *taken = take_left ? &left : &right;
        memcpy(of->to + at, of->from + *taken, of->size);
        *taken += of->size;
    }
}

static size_t least(size_t one, size_t other) { return one < other ? one : other; }

void nw_sort(void *items, void *room, size_t count, size_t size, nw_may_precede *may_precede) {
    merge step = {items, room, size, may_precede};
    char *from = items;
    size_t bytes = count * size;
    for (size_t width = size; width < bytes; width *= 2) {
        for (size_t start = 0; start < bytes; start += 2 * width)
            merge_runs(&step, start, least(start + width, bytes), least(start + 2 * width, bytes));
        char *sorted = step.to;
        step.to = from;
        step.from = from = sorted;
    }
    if (from != items) memcpy(items, from, bytes);
}
