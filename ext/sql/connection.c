#include "sql/connection.h"

#include <string.h>

static void *connection_allocate(void *context, size_t size) {
    (void)context;
    return sqlite3_malloc64(size);
}

static void connection_free(void *context, void *block) {
    (void)context;
    sqlite3_free(block);
}

nw_connection *nw_connection_open(sqlite3 *db) {
    const newswire_allocator allocator = {connection_allocate, connection_free, NULL};
    nw_connection *connection = sqlite3_malloc64(sizeof *connection);

    if (connection == NULL) return NULL;
    memset(connection, 0, sizeof *connection);
    connection->db = db;
    connection->interrupt.db = db;
    connection->references = 1;
    if (newswire_engine_open(&allocator, &connection->engine) != NEWSWIRE_OK) {
        sqlite3_free(connection);
        return NULL;
    }
    return connection;
}

void nw_connection_retain(nw_connection *connection) { connection->references++; }

void nw_connection_release(void *context) {
    nw_connection *connection = context;

    if (--connection->references > 0) return;
    nw_cache_clear(&connection->analyses);
    nw_options_cache_clear(&connection->options);
    newswire_engine_close(connection->engine);
    sqlite3_free(connection);
}
