/*
** The entry point: registers newswire with a connection.
*/
#define NW_ENTRY_POINT
#include "newswire_sqlite.h"
#include "sql/archive/module.h"
#include "sql/fts5_tokenizer.h"
#include "sql/functions.h"
#include "sql/tables.h"

#include <string.h>

SQLITE_EXTENSION_INIT1

/* Everything that is registered, in this order, and how it is unregistered. The functions are the last part by which
** newswire is recognised (functions.h says why); after them comes what cannot be unregistered. */
static const struct {
    int (*register_with)(nw_connection *connection);
    int (*unregister_from)(sqlite3 *db);
} entry_parts[] = {
    {nw_tables_register, nw_tables_unregister},
    {nw_archive_register, nw_archive_unregister},
    {nw_functions_register, nw_functions_unregister},
    {nw_fts5_tokenizer_register, nw_fts5_tokenizer_unregister},
};

enum { NW_ENTRY_PARTS = sizeof entry_parts / sizeof entry_parts[0] };

/* Whether this very release is registered already. Registering again would fail where a statement runs, as in
** SELECT load_extension(...). */
static bool entry_is_registered(nw_connection *connection) {
    sqlite3_stmt *statement = NULL;
    char *version;
    bool known, same = false;

    if (nw_connection_find_function(connection, "news_version", &known) != SQLITE_OK || !known) return false;
    version = nw_version_json(connection);
    if (version != NULL &&
        sqlite3_prepare_v2(connection->db, "SELECT news_version()", -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        const char *column = (const char *)sqlite3_column_text(statement, 0);

        same = column != NULL && strcmp(column, version) == 0;
    }
    sqlite3_finalize(statement);
    sqlite3_free(version);
    return same;
}

/* After a failure: SQLite unloads the library, so nothing that points into it may stay registered. Where a
** running statement keeps a function registered, the library must stay, too. Returns the code for
** SQLite. */
static int entry_take_back(sqlite3 *db, int failure) {
    int code = failure;
    size_t i;

    for (i = 0; i < NW_ENTRY_PARTS; i++) {
        if (entry_parts[i].unregister_from(db) != SQLITE_OK) code = SQLITE_OK_LOAD_PERMANENTLY;
    }
    return code;
}

/* Says why newswire is not registered; if there is no memory for that, *message stays NULL. */
static void entry_explain(sqlite3 *db, int code, char **message) {
    if (message == NULL) return;
    *message = sqlite3_mprintf("newswire cannot be registered: %s",
                               code == SQLITE_NOMEM ? sqlite3_errstr(code) : sqlite3_errmsg(db));
}

static int entry_register(sqlite3 *db, char **message) {
    nw_connection *connection = nw_connection_open(db);
    int code = SQLITE_OK;
    size_t i;

    if (connection == NULL) {
        entry_explain(db, SQLITE_NOMEM, message);
        return SQLITE_NOMEM;
    }
    if (entry_is_registered(connection)) {
        code = nw_fts5_tokenizer_register(connection); /* FTS5 may have come since */
        if (code != SQLITE_OK) entry_explain(db, code, message);
    } else {
        for (i = 0; i < NW_ENTRY_PARTS && code == SQLITE_OK; i++)
            code = entry_parts[i].register_with(connection);
        if (code != SQLITE_OK) {
            entry_explain(db, code, message);
            code = entry_take_back(db, code);
        }
    }
    nw_connection_release(connection);
    return code;
}

int sqlite3_newswire_init(sqlite3 *db, char **message, const sqlite3_api_routines *routines) {
    SQLITE_EXTENSION_INIT2(routines)
    (void)routines;
    if (sqlite3_libversion_number() < NW_OLDEST_SQLITE) {
        if (message != NULL) {
            *message =
                sqlite3_mprintf("newswire needs SQLite 3.38 or later, and this is %s", sqlite3_libversion());
        }
        return SQLITE_ERROR;
    }
    return entry_register(db, message);
}
