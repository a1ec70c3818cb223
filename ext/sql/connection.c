#include "sql/connection.h"

#include <stddef.h>
#include <string.h>

/* SQLite aligns for what it needs itself, often 8 bytes; the engine is promised memory for any type. The byte
** before the block says how far it was moved. */
enum { NW_ALIGNMENT = _Alignof(max_align_t) };

static void *connection_allocate(void *context, size_t size) {
    unsigned char *memory = sqlite3_malloc64((sqlite3_uint64)size + NW_ALIGNMENT);
    unsigned char moved;

    (void)context;
    if (memory == NULL) return NULL;
    moved = (unsigned char)(NW_ALIGNMENT - (uintptr_t)memory % NW_ALIGNMENT);
    memory += moved;
    memory[-1] = moved;
    return memory;
}

static void connection_free(void *context, void *block) {
    unsigned char *memory = block;

    (void)context;
    sqlite3_free(memory - memory[-1]);
}

nw_connection *nw_connection_open(sqlite3 *db) {
    const newswire_allocator allocator = {connection_allocate, connection_free, NULL};
    nw_connection *connection = sqlite3_malloc64(sizeof *connection);

    if (connection == NULL) return NULL;
    memset(connection, 0, sizeof *connection);
    connection->db = db;
    connection->interrupt.db = db;
    connection->references = 1;
    sqlite3_randomness((int)sizeof connection->key, &connection->key);
    if (newswire_engine_open(&allocator, &connection->engine) != NEWSWIRE_OK) {
        sqlite3_free(connection);
        return NULL;
    }
    return connection;
}

/* Asked of SQLite itself: a change of its counting may be backported. If an authorizer forbids the question, the version
** decides. */
int nw_connection_probe(nw_connection *connection) {
    sqlite3_stmt *statement = NULL;
    int code;

    if (connection->probed) return SQLITE_OK;
    connection->strays_join = sqlite3_libversion_number() >= NW_STRAYS_JOIN_SINCE;
    code = sqlite3_prepare_v2(connection->db, "SELECT length(CAST(x'8080' AS TEXT))", -1, &statement, NULL);
    if (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        connection->strays_join = sqlite3_column_int(statement, 0) == 1;
    }
    sqlite3_finalize(statement);
    if ((code & 0xff) == SQLITE_NOMEM || code == SQLITE_INTERRUPT) return code & 0xff;
    connection->probed = true;
    return SQLITE_OK;
}

int nw_connection_find_function(nw_connection *connection, const char *name, bool *found) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(connection->db, "PRAGMA function_list", -1, &statement, NULL);

    *found = false;
    while (code == SQLITE_OK && !*found && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *column = (const char *)sqlite3_column_text(statement, 0);

        code = column != NULL ? SQLITE_OK : SQLITE_NOMEM;
        *found = column != NULL && strcmp(column, name) == 0;
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

void nw_connection_retain(nw_connection *connection) { connection->references++; }

void nw_connection_release(void *connection_state) {
    nw_connection *connection = connection_state;

    if (--connection->references > 0) return;
    nw_cache_clear(&connection->analyses);
    nw_options_cache_clear(&connection->options);
    newswire_engine_close(connection->engine);
    sqlite3_free(connection);
}
