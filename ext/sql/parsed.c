#include "sql/parsed.h"

#include "sql/error.h"

#include <string.h>

void *nw_parsed_new(size_t size, const char *text, size_t length, void (*close)(void *parsed)) {
    nw_parsed *parsed = sqlite3_malloc64(size);

    if (parsed == NULL) return NULL;
    memset(parsed, 0, size);
    parsed->references = 1;
    parsed->length = length;
    parsed->close = close;
    parsed->text = sqlite3_malloc64((sqlite3_uint64)length + 1);
    if (parsed->text == NULL) {
        sqlite3_free(parsed);
        return NULL;
    }
    memcpy(parsed->text, text, length);
    parsed->text[length] = 0;
    return parsed;
}

void nw_parsed_release(void *item) {
    nw_parsed *parsed = item;

    if (parsed == NULL || --parsed->references > 0) return;
    parsed->close(parsed);
    sqlite3_free(parsed->text);
    sqlite3_free(parsed);
}

/* Makes an entry the newest; what was at position `last` is there no more. */
static void make_newest(nw_parsed_cache *cache, nw_parsed *parsed, size_t last) {
    size_t bytes = 0;
    size_t i;

    for (i = last; i > 0; i--) cache->items[i] = cache->items[i - 1];
    cache->items[0] = parsed;
    for (i = 1; i < NW_PARSED_KEPT && cache->items[i] != NULL; i++) {
        bytes += cache->items[i]->length;
        if (bytes <= NW_PARSED_BYTES) continue;
        nw_parsed_release(cache->items[i]);
        cache->items[i] = NULL;
    }
}

void *nw_parsed_find(nw_parsed_cache *cache, const char *text, size_t length) {
    size_t i;

    for (i = 0; i < NW_PARSED_KEPT && cache->items[i] != NULL; i++) {
        nw_parsed *parsed = cache->items[i];

        if (parsed->length != length || memcmp(parsed->text, text, length) != 0) continue;
        make_newest(cache, parsed, i);
        parsed->references++;
        return parsed;
    }
    return NULL;
}

void nw_parsed_keep(nw_parsed_cache *cache, void *item) {
    nw_parsed *parsed = item;

    nw_parsed_release(cache->items[NW_PARSED_KEPT - 1]);
    make_newest(cache, parsed, NW_PARSED_KEPT - 1);
    parsed->references++;
}

void nw_parsed_clear(nw_parsed_cache *cache) {
    size_t i;

    for (i = 0; i < NW_PARSED_KEPT; i++) nw_parsed_release(cache->items[i]);
    memset(cache, 0, sizeof *cache);
}
