#include "sql/archive/settings.h"

#include <string.h>

/* A setting as it stands in wire_config. *value lasts until *statement is reset; NULL: it is not there. */
static int read_setting(nw_archive *archive, const char *name, sqlite3_stmt **statement, const char **value,
                        nw_error *error) {
    bool found = false;

    *value = NULL;
    *statement = nw_archive_statement(archive, NW_SQL_CONFIG, error);
    if (*statement == NULL) return error->code;
    sqlite3_bind_text(*statement, 1, name, -1, SQLITE_STATIC);
    if (nw_archive_row(archive, *statement, &found, error) == SQLITE_OK && found)
        *value = (const char *)sqlite3_column_text(*statement, 0);
    return error->code;
}

int nw_archive_wrote(nw_archive *archive, nw_wrote *wrote, nw_error *error) {
    sqlite3_stmt *statement;
    const char *value;

    *wrote = NW_WROTE_THIS;
    if (read_setting(archive, "format", &statement, &value, error) != SQLITE_OK) return error->code;
    if (value == NULL || sqlite3_column_int(statement, 0) != NW_ARCHIVE_FORMAT)
        *wrote = NW_WROTE_OTHER_FORMAT;
    sqlite3_reset(statement);
    if (*wrote == NW_WROTE_OTHER_FORMAT) return SQLITE_OK;
    if (read_setting(archive, "data_version", &statement, &value, error) != SQLITE_OK) return error->code;
    if (value == NULL || strcmp(value, NEWSWIRE_DATA_VERSION) != 0) *wrote = NW_WROTE_OTHER_DATA;
    sqlite3_reset(statement);
    return SQLITE_OK;
}

int nw_archive_writable(nw_archive *archive, bool *stale, nw_error *error) {
    sqlite3_stmt *statement;
    const char *format;
    nw_wrote wrote = NW_WROTE_THIS;

    nw_archive_wrote(archive, &wrote, error);
    *stale = wrote == NW_WROTE_OTHER_DATA;
    if (wrote != NW_WROTE_OTHER_FORMAT) return error->code;
    if (read_setting(archive, "format", &statement, &format, error) != SQLITE_OK) return error->code;
    nw_error_set(error, SQLITE_ERROR,
                 "%s: the index has format %s, this release of newswire has format %d: make it anew, by "
                 "DROP TABLE and CREATE VIRTUAL TABLE",
                 archive->name, format ? format : "NULL", NW_ARCHIVE_FORMAT);
    sqlite3_reset(statement);
    return error->code;
}

int nw_archive_misses(nw_archive *archive, char **fault, nw_error *error) {
    nw_error checked = {SQLITE_OK, NULL};
    const char *message;

    *fault = NULL;
    if (error->code != SQLITE_OK) return error->code;
    nw_archive_check(archive->connection->db, archive->schema, &archive->settings, &checked);
    message = checked.message;
    if (message == NULL) {
        nw_error_code(error, checked.code);
        return error->code;
    }
    if (strncmp(message, "newswire: ", 10) == 0) message += 10; /* its words for CREATE */
    *fault = strstr(message, ": no such ") == NULL
                 ? sqlite3_mprintf("%s", message)
                 : sqlite3_mprintf("%s; if it was renamed, UPDATE %s_config SET value = 'its new name' WHERE "
                                   "name = '%.*s', then 'sync'",
                                   message, archive->name, (int)strcspn(message, ":"), message);
    nw_error_clear(&checked);
    return *fault ? SQLITE_OK : nw_error_code(error, SQLITE_NOMEM);
}

int nw_archive_read_names(nw_archive *archive, nw_error *error) {
    nw_archive_settings *settings = &archive->settings;
    const struct {
        const char *name;
        char **value;
    } names[] = {{"content", &settings->content},
                 {"key", &settings->key},
                 {"text", &settings->text},
                 {"published", &settings->published},
                 {"headline", &settings->headline}};
    bool changed = false;
    size_t i;

    for (i = 0; i < sizeof names / sizeof names[0] && error->code == SQLITE_OK; i++) {
        sqlite3_stmt *statement;
        const char *value;
        char *copy;

        if (*names[i].value == NULL || read_setting(archive, names[i].name, &statement, &value, error))
            continue;
        if (value != NULL && strcmp(value, *names[i].value) != 0) {
            copy = sqlite3_mprintf("%s", value);
            if (copy == NULL) {
                nw_error_code(error, SQLITE_NOMEM);
            } else {
                sqlite3_free(*names[i].value);
                *names[i].value = copy;
                changed = true;
            }
        }
        sqlite3_reset(statement);
    }
    if (changed) nw_archive_finalize(archive); /* statements have the names in them */
    return error->code;
}
