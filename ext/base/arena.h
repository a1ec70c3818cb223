/*
** The memory of one article, and the one way out of its analysis.
**
** Stages never check for failure: nw_alloc returns memory or does not return. When the allocator
** refuses, or the user interrupts, control goes back to where the run began (article.c), and all that
** the article had taken so far is still in its arena, freed by one call.
*/
#ifndef NW_ARENA_H
#define NW_ARENA_H

#include "newswire.h"

#include <setjmp.h>

typedef struct nw_block nw_block;

typedef struct nw_arena {
    const newswire_allocator *allocator;
    nw_block *blocks;    /* newest first, doubly linked */
    size_t block_count;  /* blocks ever taken: the serial number of the newest */
    unsigned char *next; /* free room of the newest small block: next to end */
    unsigned char *end;
    size_t memory;                      /* bytes taken from the allocator */
    jmp_buf *escape;                    /* where failures go; set while a task runs */
    newswire_status status;             /* why the last task left */
    uint32_t work;                      /* units since the last poll */
    bool (*interrupted)(void *context); /* asked by nw_poll; NULL: never */
    void *interrupt_context;
} nw_arena;

/* An empty arena, whose memory will come from `allocator`, which must outlive it. Cannot fail. */
void nw_arena_open(nw_arena *arena, const newswire_allocator *allocator);
void nw_arena_close(nw_arena *arena); /* gives everything back; the arena may be opened again */

/* A moment in the life of an arena. */
typedef struct nw_arena_mark {
    size_t block_count;
    unsigned char *next;
    unsigned char *end;
} nw_arena_mark;

/* The moment now: what is allocated from here on can be given back by nw_rewind. */
nw_arena_mark nw_set_mark(const nw_arena *arena);

/* Gives back all that was allocated since the mark. What is older stays, unless it has been grown since:
** then it is gone too. */
void nw_rewind(nw_arena *arena, nw_arena_mark mark);

/* Runs a task, the only place where failures land. Returns NEWSWIRE_OK, or the status the task left with;
** what it took is still in the arena (nw_rewind). Tasks do not nest. */
newswire_status nw_run(nw_arena *arena, void (*task)(nw_arena *arena, void *context), void *context);

/* Leaves the task with a status. */
_Noreturn void nw_fail(nw_arena *arena, newswire_status status);

/* Memory for any type; contents undefined, or zero. Does not return when there is none. */
void *nw_alloc(nw_arena *arena, size_t size);
void *nw_alloc_zero(nw_arena *arena, size_t size);

/* Makes a block of nw_alloc or nw_grow larger, in place where it is the newest, and gives large old
** blocks back at once. `old` may be NULL; old_size is what it was asked for with, new_size no less. */
void *nw_grow(nw_arena *arena, void *old, size_t old_size, size_t new_size);

/* Gives a large block (of nw_alloc or nw_grow, with its size) back before the arena is closed: for tables of one
** stage that grow with the text. A small one stays. NULL is a no-op. */
void nw_release(nw_arena *arena, void *memory, size_t size);

/* A copy in the arena, not terminated. */
newswire_string nw_copy_string(nw_arena *arena, const char *bytes, size_t length);

/* Accounts for work done, in units of about a token; now and then asks whether to go on. Every loop
** whose length the text decides calls it. */
void nw_poll_now(nw_arena *arena);
static inline void nw_poll(nw_arena *arena, uint32_t units) {
    arena->work += units;
    if (arena->work >= 2048) nw_poll_now(arena);
}

#endif
