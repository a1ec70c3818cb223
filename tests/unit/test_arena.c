/*
** Memory of an article: arrays that grow among others keep what they hold, everything is given back, and a
** refused request ends the task with NEWSWIRE_NOMEM.
*/
#include "harness.h"

#include "base/array.h"

static size_t held;
static int left; /* allocations until the allocator refuses; -1: never */

static void *count_allocate(void *context, size_t size) {
    (void)context;
    if (left == 0) return NULL;
    if (left > 0) left--;
    held++;
    return malloc(size);
}

static void count_release(void *context, void *block) {
    (void)context;
    held--;
    free(block);
}

typedef NW_ARRAY(uint32_t) numbers;

/* Three arrays that grow in turn, through small shared blocks to large ones of their own. */
static void grow_arrays(nw_arena *arena, void *context) {
    numbers arrays[3] = {{0}, {0}, {0}};
    uint32_t wrong = 0, *result = context;
    for (uint32_t i = 0; i < 60000; i++) *nw_push(arena, &arrays[i % 7 % 3]) = i;
    for (uint32_t i = 0, at[3] = {0}; i < 60000; i++) wrong += arrays[i % 7 % 3].items[at[i % 7 % 3]++] != i;
    *result = wrong;
}

static void one_array(nw_arena *arena, void *context) {
    numbers array = {0};
    uint32_t wrong = 0, *result = context;
    for (uint32_t i = 0; i < 50000; i++) *nw_push(arena, &array) = i;
    for (uint32_t i = 0; i < 50000; i++) wrong += array.items[i] != i;
    *result = wrong;
}

static bool stop(void *context) {
    (void)context;
    return true;
}

static void poll_for_ever(nw_arena *arena, void *context) {
    for (;; ++*(uint64_t *)context) nw_poll(arena, 1);
}

int main(void) {
    const newswire_allocator allocator = {count_allocate, count_release, NULL};
    void (*const tasks[])(nw_arena *, void *) = {grow_arrays, one_array};
    for (int i = 0; i < 2; i++) {
        for (left = 0;; left++) {
            int allowed = left;
            uint32_t wrong = 1;
            nw_arena arena;
            nw_arena_open(&arena, &allocator);
            newswire_status status = nw_run(&arena, tasks[i], &wrong);
            CHECK(status == NEWSWIRE_NOMEM || (status == NEWSWIRE_OK && wrong == 0), "status %d, %u wrong",
                  status, wrong);
            nw_arena_close(&arena);
            CHECK(held == 0, "%zu blocks not given back", held);
            if (status == NEWSWIRE_OK) break;
            left = allowed;
        }
    }
    left = -1;
    uint64_t polls = 0;
    nw_arena arena;
    nw_arena_open(&arena, &allocator);
    arena.interrupted = stop;
    CHECK(nw_run(&arena, poll_for_ever, &polls) == NEWSWIRE_INTERRUPT, "not interrupted");
    CHECK(polls < 10000, "asked only after %llu units", (unsigned long long)polls);
    nw_arena_close(&arena);
    return test_end("arena");
}
