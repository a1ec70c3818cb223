#include "sql/archive/entities.h"

#include "base/ascii.h"
#include "sql/hash.h"

#include <string.h>

/* ------------------------------------------------------------------ memory */

/* Strings lie behind one another in blocks, newest first. */
typedef struct nw_text_block {
    struct nw_text_block *next;
    size_t used, room;
} nw_text_block;

enum { NW_TEXT_BLOCK = 16384 };

/* A copy of a string that lasts as long as the merge; `more` bytes of room follow it. NULL bytes: no memory. */
static newswire_string keep_text(nw_merge *merge, newswire_string text, size_t more) {
    nw_text_block *block = merge->texts;
    size_t needed = text.length + more + 1;
    newswire_string kept = {NULL, 0};
    char *bytes;

    if (block == NULL || block->room - block->used < needed) {
        size_t room = needed > NW_TEXT_BLOCK ? needed : NW_TEXT_BLOCK;

        block = sqlite3_malloc64(sizeof *block + room);
        if (block == NULL) return kept;
        block->next = merge->texts;
        block->used = 0;
        block->room = room;
        merge->texts = block;
    }
    bytes = (char *)(block + 1) + block->used;
    if (text.length > 0) memcpy(bytes, text.bytes, text.length);
    block->used += needed;
    kept.bytes = bytes;
    kept.length = text.length;
    return kept;
}

/* Room for one more item of `size` bytes. Returns the items, or NULL where there is no memory. */
static void *grow(void *items, uint32_t count, uint32_t *room, size_t size) {
    uint32_t wanted = *room ? 2 * *room : 64;

    if (count < *room) return items;
    items = sqlite3_realloc64(items, wanted * (sqlite3_uint64)size);
    if (items != NULL) *room = wanted;
    return items;
}

static void merge_empty(nw_merge *merge) {
    while (merge->texts != NULL) {
        nw_text_block *next = merge->texts->next;

        sqlite3_free(merge->texts);
        merge->texts = next;
    }
    sqlite3_free(merge->entities);
    sqlite3_free(merge->forms);
    sqlite3_free(merge->by_id.items);
    sqlite3_free(merge->by_key.items);
    sqlite3_free(merge->by_form.items);
}

void nw_merge_close(nw_merge *merge) {
    merge_empty(merge);
    memset(merge, 0, sizeof *merge);
}

/* ---------------------------------------------------------------- look-ups */

static uint64_t hash_string(uint64_t hash, newswire_string text) {
    hash = nw_hash_bytes(hash, text.bytes, text.length);
    return hash ^ hash >> 32;
}

static uint64_t hash_id(sqlite3_int64 id) {
    uint64_t hash = (uint64_t)id * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

static bool equal(newswire_string one, newswire_string other) {
    return one.length == other.length && memcmp(one.bytes, other.bytes, one.length) == 0;
}

/* The hash by which the item at an index is found. */
typedef uint64_t item_hash(const nw_merge *merge, uint32_t index);

static uint64_t id_hash(const nw_merge *merge, uint32_t index) { return hash_id(merge->entities[index].id); }

static uint64_t key_hash(const nw_merge *merge, uint32_t index) {
    return hash_string(NW_HASH_START, merge->entities[index].key);
}

static uint64_t form_hash(const nw_merge *merge, uint32_t index) {
    const nw_form_count *form = &merge->forms[index];
    return hash_string(NW_HASH_START + form->entity, form->name);
}

static void slots_put(nw_slots *slots, uint64_t hash, uint32_t index) {
    uint32_t at = (uint32_t)hash & (slots->room - 1);

    while (slots->items[at] != 0) at = (at + 1) & (slots->room - 1);
    slots->items[at] = index + 1;
}

/* Puts in the item at an index; `count` items are in already. SQLITE_OK or SQLITE_NOMEM. */
static int slots_add(nw_merge *merge, nw_slots *slots, uint32_t count, item_hash *hash, uint32_t index) {
    if (2 * count >= slots->room) {
        nw_slots larger = {NULL, slots->room ? 2 * slots->room : 128};
        uint32_t i;

        larger.items = sqlite3_malloc64(larger.room * (sqlite3_uint64)sizeof *larger.items);
        if (larger.items == NULL) return SQLITE_NOMEM;
        memset(larger.items, 0, larger.room * sizeof *larger.items);
        for (i = 0; i < slots->room; i++) {
            if (slots->items[i] != 0)
                slots_put(&larger, hash(merge, slots->items[i] - 1), slots->items[i] - 1);
        }
        sqlite3_free(slots->items);
        *slots = larger;
    }
    slots_put(slots, hash(merge, index), index);
    return SQLITE_OK;
}

#define NW_NONE UINT32_MAX

static uint32_t find_id(const nw_merge *merge, sqlite3_int64 id) {
    const nw_slots *slots = &merge->by_id;
    uint32_t at = (uint32_t)hash_id(id) & (slots->room - 1);

    for (; slots->room > 0 && slots->items[at] != 0; at = (at + 1) & (slots->room - 1)) {
        if (merge->entities[slots->items[at] - 1].id == id) return slots->items[at] - 1;
    }
    return NW_NONE;
}

static uint32_t find_key(const nw_merge *merge, newswire_string key) {
    const nw_slots *slots = &merge->by_key;
    uint32_t at = (uint32_t)hash_string(NW_HASH_START, key) & (slots->room - 1);

    for (; slots->room > 0 && slots->items[at] != 0; at = (at + 1) & (slots->room - 1)) {
        if (equal(merge->entities[slots->items[at] - 1].key, key)) return slots->items[at] - 1;
    }
    return NW_NONE;
}

static uint32_t find_form(const nw_merge *merge, uint32_t entity, newswire_string name) {
    const nw_slots *slots = &merge->by_form;
    uint32_t at = (uint32_t)hash_string(NW_HASH_START + entity, name) & (slots->room - 1);

    for (; slots->room > 0 && slots->items[at] != 0; at = (at + 1) & (slots->room - 1)) {
        const nw_form_count *form = &merge->forms[slots->items[at] - 1];

        if (form->entity == entity && equal(form->name, name)) return slots->items[at] - 1;
    }
    return NW_NONE;
}

/* ---------------------------------------------------------------- entities */

/* A new entity of the merge. `name` is copied. */
static int add_entity(nw_merge *merge, sqlite3_int64 id, newswire_string name, uint32_t *entity,
                      nw_error *error) {
    nw_merged *entities = grow(merge->entities, merge->entity_count, &merge->entity_room, sizeof *entities);
    nw_merged *added;

    if (entities == NULL) return nw_error_code(error, SQLITE_NOMEM);
    merge->entities = entities;
    added = &entities[merge->entity_count];
    memset(added, 0, sizeof *added);
    added->id = id;
    added->name = keep_text(merge, name, 0);
    *entity = merge->entity_count;
    if (added->name.bytes == NULL ||
        slots_add(merge, &merge->by_id, merge->entity_count, id_hash, *entity) != SQLITE_OK) {
        return nw_error_code(error, SQLITE_NOMEM);
    }
    merge->entity_count++;
    return SQLITE_OK;
}

newswire_string nw_merge_column(sqlite3_stmt *statement, int column) {
    const char *bytes = (const char *)sqlite3_column_text(statement, column);
    newswire_string text = {bytes ? bytes : "", (uint32_t)sqlite3_column_bytes(statement, column)};

    return text;
}

void nw_merge_bind(sqlite3_stmt *statement, int parameter, newswire_string text) {
    sqlite3_bind_text(statement, parameter, text.bytes ? text.bytes : "", (int)text.length, SQLITE_STATIC);
}

/* The id for a new entity. */
static int next_id(nw_merge *merge, sqlite3_int64 *id, nw_error *error) {
    if (merge->last_id == 0) {
        sqlite3_stmt *statement = nw_archive_statement(merge->archive, NW_SQL_LAST_ENTITY, error);
        bool found;

        if (statement == NULL) return error->code;
        if (nw_archive_row(merge->archive, statement, &found, error) != SQLITE_OK) return error->code;
        if (found) merge->last_id = sqlite3_column_int64(statement, 0);
        sqlite3_reset(statement);
        if (merge->last_id < 0 || merge->last_id >= INT64_MAX - UINT32_MAX) {
            return nw_error_set(error, SQLITE_CORRUPT_VTAB, "%s: an entity has an impossible id",
                                merge->archive->name);
        }
    }
    *id = ++merge->last_id;
    return SQLITE_OK;
}

/* Finds the row of a key; where there is none, the merge writes it at its end. */
static int load_entity(nw_merge *merge, newswire_string key, newswire_string name, uint32_t *entity,
                       nw_error *error) {
    nw_archive *archive = merge->archive;
    sqlite3_stmt *statement = nw_archive_statement(archive, NW_SQL_ENTITY_BY_KEY, error);
    sqlite3_int64 id = 0;
    bool found;

    if (statement == NULL) return error->code;
    nw_merge_bind(statement, 1, key);
    if (nw_archive_row(archive, statement, &found, error) != SQLITE_OK) return error->code;
    if (found) {
        id = sqlite3_column_int64(statement, 0);
        *entity = find_id(merge, id);
        if (*entity == NW_NONE) add_entity(merge, id, nw_merge_column(statement, 1), entity, error);
        sqlite3_reset(statement);
        return error->code;
    }
    if (next_id(merge, &id, error) != SQLITE_OK) return error->code;
    if (add_entity(merge, id, name, entity, error) == SQLITE_OK) merge->entities[*entity].is_new = true;
    return error->code;
}

/* The entity of a whole key. */
static int entity_of_key(nw_merge *merge, newswire_string key, newswire_string name, uint32_t *entity,
                         nw_error *error) {
    *entity = find_key(merge, key);
    if (*entity != NW_NONE) return SQLITE_OK;
    if (load_entity(merge, key, name, entity, error) != SQLITE_OK) return error->code;
    merge->entities[*entity].key = keep_text(merge, key, 0);
    if (merge->entities[*entity].key.bytes == NULL ||
        slots_add(merge, &merge->by_key, merge->entity_count, key_hash, *entity) != SQLITE_OK) {
        return nw_error_code(error, SQLITE_NOMEM);
    }
    return SQLITE_OK;
}

int nw_merge_entity(nw_merge *merge, newswire_string key, newswire_string name, uint32_t *entity,
                    nw_error *error) {
    nw_merged *merged;

    if (entity_of_key(merge, key, name, entity, error) != SQLITE_OK) return error->code;
    merged = &merge->entities[*entity];
    if (merged->serial == merge->serial) { /* another one in the same article */
        newswire_string numbered = keep_text(merge, key, 16);
        char number[16];

        if (numbered.bytes == NULL) return nw_error_code(error, SQLITE_NOMEM);
        sqlite3_snprintf((int)sizeof number, number, "#%u", ++merge->entities[*entity].same);
        memcpy((char *)numbered.bytes + key.length, number, strlen(number));
        numbered.length += (uint32_t)strlen(number);
        if (entity_of_key(merge, numbered, name, entity, error) != SQLITE_OK) return error->code;
        merged = &merge->entities[*entity];
    }
    merged->serial = merge->serial;
    merged->same = 1;
    return SQLITE_OK;
}

int nw_merge_known(nw_merge *merge, sqlite3_int64 id, uint32_t *entity, nw_error *error) {
    sqlite3_stmt *statement;
    bool found;

    *entity = find_id(merge, id);
    if (*entity != NW_NONE) return SQLITE_OK;
    statement = nw_archive_statement(merge->archive, NW_SQL_ENTITY_NAME, error);
    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, id);
    if (nw_archive_row(merge->archive, statement, &found, error) != SQLITE_OK) return error->code;
    add_entity(merge, id, found ? nw_merge_column(statement, 0) : (newswire_string){"", 0}, entity, error);
    sqlite3_reset(statement);
    return error->code;
}

/* ------------------------------------------------------------------- forms */

static int add_form(nw_merge *merge, uint32_t entity, newswire_string name, uint32_t number, bool is_new,
                    uint32_t *form, nw_error *error) {
    nw_form_count *forms = grow(merge->forms, merge->form_count, &merge->form_room, sizeof *forms);
    nw_form_count *added;

    if (forms == NULL) return nw_error_code(error, SQLITE_NOMEM);
    merge->forms = forms;
    added = &forms[merge->form_count];
    memset(added, 0, sizeof *added);
    added->entity = entity;
    added->form = number;
    added->is_new = is_new;
    added->name = keep_text(merge, name, 0);
    *form = merge->form_count;
    if (added->name.bytes == NULL ||
        slots_add(merge, &merge->by_form, merge->form_count, form_hash, *form) != SQLITE_OK) {
        return nw_error_code(error, SQLITE_NOMEM);
    }
    merge->form_count++;
    return SQLITE_OK;
}

/* The number for a new form of an entity. */
static int next_number(nw_merge *merge, nw_merged *entity, uint32_t *number, nw_error *error) {
    if (entity->last_form == 0 && !entity->is_new) {
        sqlite3_stmt *statement = nw_archive_statement(merge->archive, NW_SQL_LAST_ALIAS, error);
        bool found;

        if (statement == NULL) return error->code;
        sqlite3_bind_int64(statement, 1, entity->id);
        if (nw_archive_row(merge->archive, statement, &found, error) != SQLITE_OK) return error->code;
        if (found) entity->last_form = (uint32_t)sqlite3_column_int(statement, 0);
        sqlite3_reset(statement);
    }
    *number = ++entity->last_form;
    return SQLITE_OK;
}

/* Names over two lines are one name: runs of white space become a space. Gives the text itself where there is nothing to
** do, else a copy. NULL bytes: no memory. */
static newswire_string collapse(nw_merge *merge, newswire_string text) {
    newswire_string copy;
    char *bytes;
    uint32_t i;
    uint32_t kept = 0;

    for (i = 0; i < text.length; i++) {
        if (nw_ascii_space(text.bytes[i]) && (text.bytes[i] != ' ' || (i > 0 && text.bytes[i - 1] == ' ')))
            break;
    }
    if (i == text.length) return text;
    copy = keep_text(merge, text, 0);
    if (copy.bytes == NULL) return copy;
    bytes = (char *)copy.bytes;
    for (i = 0; i < text.length; i++) {
        if (!nw_ascii_space(bytes[i]))
            bytes[kept++] = bytes[i];
        else if (kept > 0 && bytes[kept - 1] != ' ')
            bytes[kept++] = ' ';
    }
    copy.length = kept;
    return copy;
}

/* The number of a form that has a row; 0: it has none. */
static int find_number(nw_merge *merge, sqlite3_int64 id, newswire_string text, uint32_t *number,
                       nw_error *error) {
    sqlite3_stmt *statement = nw_archive_statement(merge->archive, NW_SQL_ALIAS_BY_NAME, error);
    bool found;

    *number = 0;
    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, id);
    nw_merge_bind(statement, 2, text);
    if (nw_archive_row(merge->archive, statement, &found, error) != SQLITE_OK) return error->code;
    if (found) *number = (uint32_t)sqlite3_column_int(statement, 0);
    sqlite3_reset(statement);
    return SQLITE_OK;
}

int nw_merge_form(nw_merge *merge, uint32_t entity, newswire_string text, uint32_t *form, nw_error *error) {
    nw_merged *merged = &merge->entities[entity];
    uint32_t number = 0;
    bool is_new;

    text = collapse(merge, text);
    if (text.bytes == NULL) return nw_error_code(error, SQLITE_NOMEM);
    *form = find_form(merge, entity, text);
    if (*form != NW_NONE) return SQLITE_OK;
    if (!merged->is_new && find_number(merge, merged->id, text, &number, error) != SQLITE_OK)
        return error->code;
    is_new = number == 0;
    if (is_new) next_number(merge, merged, &number, error);
    if (error->code == SQLITE_OK) add_form(merge, entity, text, number, is_new, form, error);
    return error->code;
}

int nw_merge_known_form(nw_merge *merge, uint32_t entity, uint32_t number, uint32_t *form, nw_error *error) {
    sqlite3_stmt *statement = nw_archive_statement(merge->archive, NW_SQL_ALIAS_NAME, error);
    newswire_string name;
    bool found;

    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, merge->entities[entity].id);
    sqlite3_bind_int64(statement, 2, number);
    if (nw_archive_row(merge->archive, statement, &found, error) != SQLITE_OK) return error->code;
    name = found ? nw_merge_column(statement, 0) : (newswire_string){"", 0};
    *form = find_form(merge, entity, name);
    if (*form == NW_NONE) add_form(merge, entity, name, number, false, form, error);
    if (found) sqlite3_reset(statement);
    return error->code;
}

/* ------------------------------------------------------------------ counts */

void nw_merge_next(nw_merge *merge) { merge->serial++; }

void nw_merge_count_article(nw_merge *merge, uint32_t entity, int by) {
    merge->entities[entity].articles += by;
    if (by < 0) merge->entities[entity].shrunk = true;
}

void nw_merge_count_mention(nw_merge *merge, uint32_t entity, int by) {
    merge->entities[entity].mentions += by;
}

void nw_merge_count_form(nw_merge *merge, uint32_t form, int by) {
    if (merge->forms[form].serial == merge->serial) return;
    merge->forms[form].serial = merge->serial;
    merge->forms[form].articles += by;
    if (by < 0) merge->forms[form].shrunk = true;
}

void nw_merge_count_named(nw_merge *merge, uint32_t form, int by) {
    nw_merged *entity = &merge->entities[merge->forms[form].entity];

    merge->forms[form].named += by;
    if (by < 0) merge->forms[form].shrunk = true;
    if (by < 0 || !equal(merge->forms[form].name, entity->name)) entity->rename = true;
}
