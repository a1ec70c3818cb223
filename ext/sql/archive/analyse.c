#include "sql/archive/analyse.h"

#include "base/engine.h"
#include "sql/archive/canonical.h"

#include <string.h>

size_t nw_table_index(const char *key) {
    size_t i = 0;

    while (i < NW_TABLE_COUNT - 1 && strcmp(nw_tables[i].key, key) != 0) i++;
    return i;
}

/* The keys go behind the array of them, in one block. A key is at most NW_KEY_ROOM, and not much longer than the name:
** where folding makes a name longer than thrice its bytes, its key has what fits. */
static newswire_status find_keys(nw_analysed *analysed, const newswire_allocator *allocator) {
    size_t table = nw_table_index("entities");
    const newswire_entity *entities = analysed->rows[table];
    size_t count = analysed->counts[table];
    size_t bytes = 0;
    size_t i;
    char *next;

    for (i = 0; i < count; i++) {
        size_t room = NW_KEY_LEAST_ROOM + 3 * (size_t)entities[i].name.length;

        bytes += room < NW_KEY_ROOM ? room : NW_KEY_ROOM;
    }
    analysed->allocator = allocator;
    analysed->keys = allocator->allocate(allocator->context, count * sizeof *analysed->keys + bytes + 1);
    if (analysed->keys == NULL) return NEWSWIRE_NOMEM;
    next = (char *)(analysed->keys + count);
    for (i = 0; i < count; i++) {
        size_t room = NW_KEY_LEAST_ROOM + 3 * (size_t)entities[i].name.length;

        analysed->keys[i].bytes = next;
        analysed->keys[i].length =
            (uint32_t)nw_canonical_key((newswire_entity_type)entities[i].type, entities[i].name, next,
                                       room < NW_KEY_ROOM ? room : NW_KEY_ROOM);
        next += analysed->keys[i].length;
    }
    return NEWSWIRE_OK;
}

newswire_status nw_analyse(newswire_engine *engine, const char *text, size_t length,
                           const newswire_options *options, nw_analysed *analysed) {
    newswire_status status = newswire_article_open(engine, text, length, options, &analysed->article);
    size_t i;

    for (i = 0; i < NW_TABLE_COUNT && status == NEWSWIRE_OK; i++) {
        status = nw_tables[i].read(analysed->article, &analysed->rows[i], &analysed->counts[i]);
    }
    if (status == NEWSWIRE_OK) status = find_keys(analysed, &engine->allocator);
    if (status != NEWSWIRE_OK) nw_analysed_close(analysed); /* SQLite needs memory to record the failure */
    analysed->status = status;
    return status;
}

void nw_analysed_close(nw_analysed *analysed) {
    if (analysed->keys != NULL) analysed->allocator->release(analysed->allocator->context, analysed->keys);
    if (analysed->article != NULL) newswire_article_close(analysed->article);
    memset(analysed, 0, sizeof *analysed);
}
