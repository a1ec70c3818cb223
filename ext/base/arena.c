#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

/* Small requests share blocks of this size; larger ones get a block of their own, which nw_grow can give
** back at once. The first block is small, so that a headline costs little. */
enum { FIRST_BLOCK = 4096, SHARED_BLOCK = 65536, LARGE = 16384 };

/* Under AddressSanitizer a fence of bytes that may not be touched stands behind each piece of a shared block, so that a
** read beyond a piece is found as it is with malloc. */
#ifdef __SANITIZE_ADDRESS__ /* gcc */
#define NW_FENCED
#elif defined(__has_feature) /* clang */
#if __has_feature(address_sanitizer)
#define NW_FENCED
#endif
#endif

#ifdef NW_FENCED
#include <sanitizer/asan_interface.h>
enum { FENCE = 16 };
static void lock(const void *memory, size_t size) { ASAN_POISON_MEMORY_REGION(memory, size); }
static void unlock(const void *memory, size_t size) { ASAN_UNPOISON_MEMORY_REGION(memory, size); }
#else
enum { FENCE = 0 };
static inline void lock(const void *memory, size_t size) { (void)memory, (void)size; }
static inline void unlock(const void *memory, size_t size) { (void)memory, (void)size; }
#endif

struct nw_block {
    alignas(max_align_t) nw_block *older;
    nw_block *newer;
    size_t size;   /* of the memory after this header */
    size_t serial; /* greater than that of all older blocks */
};

void nw_arena_open(nw_arena *arena, const newswire_allocator *allocator) {
    memset(arena, 0, sizeof *arena);
    arena->allocator = allocator;
}

/* Takes a block out of the list and gives it back. */
static void release_block(nw_arena *arena, nw_block *block) {
    if (block->newer)
        block->newer->older = block->older;
    else
        arena->blocks = block->older;
    if (block->older) block->older->newer = block->newer;
    arena->memory -= sizeof *block + block->size;
    unlock(block + 1, block->size);
    arena->allocator->release(arena->allocator->context, block);
}

void nw_arena_close(nw_arena *arena) {
    while (arena->blocks) release_block(arena, arena->blocks);
    nw_arena_open(arena, arena->allocator);
}

nw_arena_mark nw_set_mark(const nw_arena *arena) {
    return (nw_arena_mark){arena->block_count, arena->next, arena->end};
}

void nw_rewind(nw_arena *arena, nw_arena_mark mark) {
    while (arena->blocks && arena->blocks->serial > mark.block_count) release_block(arena, arena->blocks);
    arena->next = mark.next;
    arena->end = mark.end;
    lock(arena->next, (size_t)(arena->end - arena->next));
}

newswire_status nw_run(nw_arena *arena, void (*task)(nw_arena *arena, void *context), void *context) {
    jmp_buf escape;
    arena->status = NEWSWIRE_OK;
    arena->escape = &escape;
    if (setjmp(escape) == 0) task(arena, context);
    arena->escape = NULL;
    return arena->status;
}

void nw_fail(nw_arena *arena, newswire_status status) {
    arena->status = status;
    if (!arena->escape) abort(); /* no task runs: a bug, not an input */
    longjmp(*arena->escape, 1);
}

static nw_block *new_block(nw_arena *arena, size_t size) {
    if (size > SIZE_MAX - sizeof(nw_block)) nw_fail(arena, NEWSWIRE_NOMEM);
    nw_block *block = arena->allocator->allocate(arena->allocator->context, sizeof *block + size);
    if (!block) nw_fail(arena, NEWSWIRE_NOMEM);
    block->size = size;
    block->serial = ++arena->block_count;
    block->newer = NULL;
    block->older = arena->blocks;
    if (block->older) block->older->newer = block;
    arena->blocks = block;
    arena->memory += sizeof *block + size;
    return block;
}

static size_t aligned(nw_arena *arena, size_t size) {
    const size_t unit = alignof(max_align_t);
    if (size > SIZE_MAX - unit) nw_fail(arena, NEWSWIRE_NOMEM);
    return (size + unit - 1) / unit * unit;
}

void *nw_alloc(nw_arena *arena, size_t size) {
    size_t room = aligned(arena, size ? size : 1);
    if (room >= LARGE) return new_block(arena, room) + 1;
    if ((size_t)(arena->end - arena->next) < room + FENCE) {
        nw_block *block = new_block(arena, arena->blocks ? SHARED_BLOCK : FIRST_BLOCK);
        arena->next = (unsigned char *)(block + 1);
        arena->end = arena->next + block->size;
        lock(arena->next, block->size);
        if (block->size < room + FENCE) return nw_alloc(arena, size);
    }
    void *memory = arena->next;
    arena->next += room + FENCE;
    unlock(memory, size);
    return memory;
}

void *nw_alloc_zero(nw_arena *arena, size_t size) { return memset(nw_alloc(arena, size), 0, size); }

void nw_release(nw_arena *arena, void *memory, size_t size) {
    if (memory && aligned(arena, size ? size : 1) >= LARGE) release_block(arena, (nw_block *)memory - 1);
}

/* A block's size says where it lives: below LARGE in a shared block, else in its own. */
void *nw_grow(nw_arena *arena, void *old, size_t old_size, size_t new_size) {
    size_t old_room = aligned(arena, old_size ? old_size : 1), room = aligned(arena, new_size);
    if (old && room < LARGE && (unsigned char *)old + old_room + FENCE == arena->next &&
        (size_t)(arena->end - arena->next) >= room - old_room) {
        arena->next += room - old_room;
        unlock(old, new_size);
        return old;
    }
    void *memory = nw_alloc(arena, new_size);
    if (!old) return memory;
    memcpy(memory, old, old_size);
    nw_release(arena, old, old_size);
    return memory;
}

newswire_string nw_copy_string(nw_arena *arena, const char *bytes, size_t length) {
    char *copy = nw_alloc(arena, length);
    if (length) memcpy(copy, bytes, length);
    return (newswire_string){copy, (uint32_t)length};
}

void nw_poll_now(nw_arena *arena) {
    arena->work = 0;
    if (arena->interrupted && arena->interrupted(arena->interrupt_context))
        nw_fail(arena, NEWSWIRE_INTERRUPT);
}
