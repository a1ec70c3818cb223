/*
** Results of parsing JSON texts, kept for the next time the same text comes: the latest few, newest first.
*/
#ifndef NW_PARSED_H
#define NW_PARSED_H

#include <stdbool.h>
#include <stddef.h>

/* Begins every struct that is kept. Reference-counted; one reference is the cache's while it is kept. */
typedef struct nw_parsed {
    int references;
    char *text; /* the text it was made from, `length` bytes, terminated */
    size_t length;
    void (*close)(void *parsed); /* frees what the struct holds, not the struct */
} nw_parsed;

enum {
    NW_PARSED_KEPT = 4,
    NW_PARSED_BYTES = 1024 * 1024 /* of text in all that are kept besides the latest */
};

typedef struct nw_parsed_cache {
    nw_parsed *items[NW_PARSED_KEPT];
} nw_parsed_cache;

/* A struct of `size` bytes, zero after its beginning; the caller has its one reference. NULL: out of memory. */
void *nw_parsed_new(size_t size, const char *text, size_t length, void (*close)(void *parsed));

void nw_parsed_release(void *item); /* NULL is a no-op */

/* What the same text gave before, with a reference for the caller; NULL if it is not kept. */
void *nw_parsed_find(nw_parsed_cache *cache, const char *text, size_t length);

/* Keeps a new one, as the latest. */
void nw_parsed_keep(nw_parsed_cache *cache, void *item);

/* Gives back the cache's references, and leaves it empty. Not NULL. */
void nw_parsed_clear(nw_parsed_cache *cache);

#endif
