#include "sql/known_names.h"

#include "sql/connection.h"
#include "sql/json_rows.h"
#include "sql/tables.h"

#include <string.h>

/* Where a string is in the pool, while the pool still moves. */
typedef struct pooled_string {
    size_t start;
    uint32_t length;
} pooled_string;

typedef struct pooled_name {
    newswire_entity_type type;
    pooled_string name;
    size_t first_alias;
    size_t alias_count;
    bool typed;
    bool named;
} pooled_name;

/* What has been read so far. */
typedef struct name_reader {
    newswire_engine *engine;
    const char *function;
    nw_error *error;
    pooled_name *names;
    size_t name_count, name_room;
    pooled_string *aliases;
    size_t alias_count, alias_room;
    char *pool;
    size_t pool_length, pool_room;
} name_reader;

/* Room for `needed` items; NULL when there is no memory, and then the old items stay. */
static void *names_grow(void *items, size_t *room, size_t needed, size_t size) {
    size_t wanted = *room ? *room : 64;
    void *grown;

    if (needed <= *room) return items;
    while (wanted < needed) wanted *= 2;
    grown = sqlite3_realloc64(items, (sqlite3_uint64)wanted * size);
    if (grown != NULL) *room = wanted;
    return grown;
}

static int names_wrong(name_reader *reader, const char *what, const nw_json_row *row) {
    nw_json_shown shown;

    return nw_error_set(reader->error, SQLITE_ERROR, "%s: option \"names\": %s, not %s", reader->function,
                        what, nw_json_show_value(row, &shown));
}

/* Says what is wrong with a text that is a name or an alias. */
static int names_text_wrong(name_reader *reader, const char *what, const nw_json_row *row,
                            const char *fault) {
    nw_json_shown shown;

    return nw_error_set(reader->error, SQLITE_ERROR, "%s: option \"names\": %s %s %s", reader->function, what,
                        nw_json_show_value(row, &shown), fault);
}

/* Whether a text is only white space and invisible characters; usually the first byte shows. */
static bool is_blank(name_reader *reader, const nw_json_row *row) {
    newswire_engine *engine = reader->engine;
    newswire_string plain = {NULL, 0};
    bool blank;

    if ((unsigned char)row->value[0] > ' ' && (unsigned char)row->value[0] < 0x7f) return false;
    if (nw_error_status(reader->error, newswire_normalize(engine, row->value, row->length, &plain)) !=
        SQLITE_OK)
        return false;
    blank = plain.length == 0;
    newswire_string_free(engine, &plain);
    return blank;
}

/* Copies a text into the pool; one that can never be found in an article is an error, like a number. */
static int names_string(name_reader *reader, const char *what, const nw_json_row *row,
                        pooled_string *string) {
    char *pool;

    if (strcmp(row->type, "text") != 0) {
        char wanted[32];

        sqlite3_snprintf((int)sizeof wanted, wanted, "%s must be text", what);
        return names_wrong(reader, wanted, row);
    }
    if (row->length == 0) return names_text_wrong(reader, what, row, "is empty");
    if (strstr(row->value, NW_JSON_NUL) != NULL) {
        return names_text_wrong(reader, what, row, "has a NUL character");
    }
    if (is_blank(reader, row)) return names_text_wrong(reader, what, row, "is blank");
    if (reader->error->code != SQLITE_OK) return reader->error->code;
    pool = names_grow(reader->pool, &reader->pool_room, reader->pool_length + row->length, 1);
    if (pool == NULL) return nw_error_code(reader->error, SQLITE_NOMEM);
    reader->pool = pool;
    memcpy(pool + reader->pool_length, row->value, row->length);
    string->start = reader->pool_length;
    string->length = (uint32_t)row->length;
    reader->pool_length += row->length;
    return SQLITE_OK;
}

/* Names and aliases together are bounded. */
static int names_count(name_reader *reader) {
    if (reader->name_count + reader->alias_count < NEWSWIRE_NAMES_LIMIT) return SQLITE_OK;
    return nw_error_set(reader->error, SQLITE_ERROR,
                        "%s: option \"names\" has more than %d names and aliases", reader->function,
                        NEWSWIRE_NAMES_LIMIT);
}

static int names_type(name_reader *reader, const nw_json_row *row, pooled_name *name) {
    size_t i;

    for (i = 0; nw_entity_types[i] != NULL; i++) {
        if (strcmp(row->type, "text") == 0 && strcmp(row->value, nw_entity_types[i]) == 0) {
            name->type = (newswire_entity_type)i;
            name->typed = true;
            return SQLITE_OK;
        }
    }
    return names_wrong(reader, "type must be PERSON, ORG, LOC or MISC", row);
}

static int names_aliases(name_reader *reader, nw_json_rows *rows, const nw_json_row *member,
                         pooled_name *name) {
    nw_json_row row;
    int code;

    name->alias_count = 0;
    name->first_alias = reader->alias_count;
    if (strcmp(member->type, "null") == 0) return SQLITE_OK;
    if (strcmp(member->type, "array") != 0) return names_wrong(reader, "aliases must be an array", member);
    if (nw_json_rows_start(rows, member->value, member->length, reader->error) != SQLITE_OK) {
        return reader->error->code;
    }
    while ((code = nw_json_rows_next(rows, &row, reader->error)) == SQLITE_ROW) {
        pooled_string *aliases;

        if (row.key == NULL) continue;
        if (names_count(reader) != SQLITE_OK) return reader->error->code;
        aliases = names_grow(reader->aliases, &reader->alias_room, reader->alias_count + 1, sizeof *aliases);
        if (aliases == NULL) return nw_error_code(reader->error, SQLITE_NOMEM);
        reader->aliases = aliases;
        if (names_string(reader, "an alias", &row, &aliases[reader->alias_count]) != SQLITE_OK) {
            return reader->error->code;
        }
        reader->alias_count++;
        name->alias_count++;
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* One {"type":...,"name":...,"aliases":[...]}. `rows` has two readers left: its members, their members. */
static int names_object(name_reader *reader, nw_json_rows *rows, const nw_json_row *element,
                        pooled_name *name) {
    nw_json_shown shown;
    nw_json_row row;
    int code;

    memset(name, 0, sizeof *name);
    if (strcmp(element->type, "object") != 0) return names_wrong(reader, "a name must be an object", element);
    if (nw_json_rows_start(rows, element->value, element->length, reader->error) != SQLITE_OK) {
        return reader->error->code;
    }
    while ((code = nw_json_rows_next(rows, &row, reader->error)) == SQLITE_ROW) {
        if (row.key == NULL) continue;
        if (strcmp(row.key, "type") == 0) {
            code = names_type(reader, &row, name);
        } else if (strcmp(row.key, "name") == 0) {
            code = names_string(reader, "name", &row, &name->name);
            name->named = true;
        } else if (strcmp(row.key, "aliases") == 0) {
            code = names_aliases(reader, rows + 1, &row, name);
        } else {
            code = nw_error_set(reader->error, SQLITE_ERROR, "%s: option \"names\": unknown key \"%s\"",
                                reader->function, nw_json_show(row.key, strlen(row.key), &shown));
        }
        if (code != SQLITE_OK) return code;
    }
    if (code != SQLITE_DONE) return code;
    if (name->typed && name->named) return SQLITE_OK;
    return nw_error_set(reader->error, SQLITE_ERROR, "%s: option \"names\": no %s in %s", reader->function,
                        name->named ? "type" : "name", nw_json_show(element->value, element->length, &shown));
}

/* The whole array. `rows` has three readers: the array, a name, its aliases. */
static int names_array(name_reader *reader, nw_json_rows *rows, const char *json, size_t length) {
    nw_json_row row;
    int code = nw_json_rows_start(rows, json, length, reader->error);

    if (code != SQLITE_OK) return code;
    while ((code = nw_json_rows_next(rows, &row, reader->error)) == SQLITE_ROW) {
        pooled_name *names;

        if (strcmp(row.parent, "array") != 0) {
            return nw_error_set(reader->error, SQLITE_ERROR,
                                "%s: option \"names\" must be an array of names, not %.*s", reader->function,
                                nw_excerpt(json, length), json);
        }
        if (row.key == NULL) continue;
        if (names_count(reader) != SQLITE_OK) return reader->error->code;
        names = names_grow(reader->names, &reader->name_room, reader->name_count + 1, sizeof *names);
        if (names == NULL) return nw_error_code(reader->error, SQLITE_NOMEM);
        reader->names = names;
        if (names_object(reader, rows + 1, &row, &names[reader->name_count]) != SQLITE_OK) {
            return reader->error->code;
        }
        reader->name_count++;
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static newswire_string names_view(const name_reader *reader, pooled_string string) {
    newswire_string view = {reader->pool + string.start, string.length};
    return view;
}

/* Hands what has been read to the engine. */
static int names_compile(name_reader *reader, newswire_names **names) {
    newswire_known_name *known = sqlite3_malloc64((sqlite3_uint64)reader->name_count * sizeof *known + 1);
    newswire_string *aliases = sqlite3_malloc64((sqlite3_uint64)reader->alias_count * sizeof *aliases + 1);
    newswire_status status = NEWSWIRE_NOMEM;
    size_t i;

    if (known != NULL && aliases != NULL) {
        for (i = 0; i < reader->alias_count; i++) aliases[i] = names_view(reader, reader->aliases[i]);
        for (i = 0; i < reader->name_count; i++) {
            known[i].type = reader->names[i].type;
            known[i].name = names_view(reader, reader->names[i].name);
            known[i].aliases = aliases + reader->names[i].first_alias;
            known[i].alias_count = reader->names[i].alias_count;
        }
        status = newswire_names_open(reader->engine, known, reader->name_count, names);
    }
    sqlite3_free(known);
    sqlite3_free(aliases);
    return nw_error_status(reader->error, status);
}

static int names_read(nw_connection *connection, const char *function, const char *json, size_t length,
                      newswire_names **names, nw_error *error) {
    name_reader reader;
    nw_json_rows rows[3];
    int i;
    int code = SQLITE_OK;

    memset(&reader, 0, sizeof reader);
    memset(rows, 0, sizeof rows);
    reader.engine = connection->engine;
    reader.function = function;
    reader.error = error;
    for (i = 0; i < 3 && code == SQLITE_OK; i++) {
        code = nw_json_rows_open(&rows[i], connection->db, function, "option \"names\"", error);
    }
    if (code == SQLITE_OK) code = names_array(&reader, rows, json, length);
    if (code == SQLITE_OK) code = names_compile(&reader, names);
    for (i = 0; i < 3; i++) nw_json_rows_close(&rows[i]);
    sqlite3_free(reader.names);
    sqlite3_free(reader.aliases);
    sqlite3_free(reader.pool);
    return code;
}

static void names_close(void *parsed) {
    nw_known_names *known = parsed;

    if (known->names != NULL) newswire_names_close(known->names);
}

int nw_known_names_read(nw_connection *connection, const char *function, const char *json, size_t length,
                        nw_known_names **names, nw_error *error) {
    nw_parsed_cache *cache = &connection->options.names;
    nw_known_names *known = nw_parsed_find(cache, json, length);

    if (known == NULL) {
        known = nw_parsed_new(sizeof *known, json, length, names_close);
        if (known == NULL) return nw_error_code(error, SQLITE_NOMEM);
        if (names_read(connection, function, json, length, &known->names, error) != SQLITE_OK) {
            nw_parsed_release(known);
            return error->code;
        }
        nw_parsed_keep(cache, known);
    }
    *names = known;
    return SQLITE_OK;
}
