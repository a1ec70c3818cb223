/*
** Growable arrays in an arena.
**
**     typedef NW_ARRAY(newswire_token) nw_tokens;
**     newswire_token *token = nw_push(arena, &tokens);     zeroed, to be filled in
*/
#ifndef NW_ARRAY_H
#define NW_ARRAY_H

#include "base/arena.h"

#include <string.h>

#define NW_ARRAY(type)                                                                                       \
    struct {                                                                                                 \
        type *items;                                                                                         \
        uint32_t count;                                                                                      \
        uint32_t room;                                                                                       \
    }

/* Room for `needed` items at least, to save growing where the number is known or guessed. */
#define nw_reserve(arena, array, needed)                                                                     \
    ((array)->items =                                                                                        \
         nw_array_grow((arena), (array)->items, &(array)->room, (needed), sizeof *(array)->items))

/* A pointer to a new, zeroed item at the end. Moves the items: pointers into the array go stale. */
#define nw_push(arena, array)                                                                                \
    (((array)->count == (array)->room ? (void)nw_reserve((arena), (array), (array)->count + 1) : (void)0),   \
     memset(&(array)->items[(array)->count], 0, sizeof *(array)->items), &(array)->items[(array)->count++])

/* Empties an array that is no longer needed, and gives its memory back if it is large. */
#define nw_discard(arena, array)                                                                             \
    (nw_release((arena), (array)->items, (size_t)(array)->room * sizeof *(array)->items),                    \
     (array)->items = NULL, (array)->count = (array)->room = 0)

/* What nw_reserve calls: moves items of `size` bytes to where there is room for `needed` of them; *room says how many fit.
** Fails with NEWSWIRE_NOMEM. */
void *nw_array_grow(nw_arena *arena, void *items, uint32_t *room, uint32_t needed, size_t size);

#endif
