#include "base/sort.h"
#include "names/names.h"

bool nw_mention_precedes(const newswire_mention *one, const newswire_mention *other) {
    if (one->span.start != other->span.start) return one->span.start < other->span.start;
    return one->span.length >= other->span.length;
}

static bool may_precede(const void *one, const void *other) { return nw_mention_precedes(one, other); }

void nw_sort_mentions(nw_arena *arena, nw_mentions *mentions) {
    size_t size = sizeof *mentions->items;
    if (mentions->count < 2) return;
    void *room = nw_alloc(arena, mentions->count * size);
    nw_sort(mentions->items, room, mentions->count, size, may_precede);
    nw_release(arena, room, mentions->count * size);
}
