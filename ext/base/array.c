#include "base/array.h"

void *nw_array_grow(nw_arena *arena, void *items, uint32_t *room, uint32_t needed, size_t size) {
    if (needed <= *room) return items;
    uint64_t wanted = (uint64_t)*room + *room / 2;
    if (wanted < needed) wanted = needed;
    if (wanted < 16) wanted = 16;
    if (wanted > UINT32_MAX || wanted > SIZE_MAX / size) nw_fail(arena, NEWSWIRE_NOMEM);
    items = nw_grow(arena, items, (size_t)*room * size, (size_t)wanted * size);
    *room = (uint32_t)wanted;
    return items;
}
