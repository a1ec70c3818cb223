#include "sql/archive/settings.h"

#include "sql/archive/names.h"

#include <string.h>

/* ------------------------------------------------------------- who wrote it */

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

/* -------------------------------------------------------- what it was made of */

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
    *fault =
        strstr(message, ": no such ") == NULL
            ? sqlite3_mprintf("%s", message)
            : sqlite3_mprintf("%s; if it was renamed, INSERT INTO %s(%s, rank) VALUES('%.*s', 'its new "
                              "name'), then 'sync'",
                              message, archive->name, archive->name, (int)strcspn(message, ":"), message);
    nw_error_clear(&checked);
    return *fault ? SQLITE_OK : nw_error_code(error, SQLITE_NOMEM);
}

/* ---------------------------------------------------------------- reading */

char **nw_archive_name(nw_archive_settings *settings, const char *setting) {
    const struct {
        const char *name;
        char **value;
    } names[] = {{"content", &settings->content},
                 {"key", &settings->key},
                 {"text", &settings->text},
                 {"published", &settings->published},
                 {"headline", &settings->headline}};
    size_t i;

    for (i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i].name, setting) == 0) return *names[i].value ? names[i].value : NULL;
    }
    return NULL;
}

/* Takes over what stands in wire_config. *changed: a name is another one. */
static int take_over(nw_archive *archive, bool *changed, nw_error *error) {
    sqlite3_stmt *statement = nw_archive_prepare(archive, "SELECT name, value FROM $config", error);
    bool found = statement != NULL;

    *changed = false;
    while (found && nw_archive_row(archive, statement, &found, error) == SQLITE_OK && found) {
        const char *name = (const char *)sqlite3_column_text(statement, 0);
        const char *value = (const char *)sqlite3_column_text(statement, 1);
        char **kept = name != NULL && value != NULL ? nw_archive_name(&archive->settings, name) : NULL;
        char *copy;

        if (name != NULL && value != NULL && strcmp(name, "sync") == 0 &&
            (strcmp(value, "triggers") == 0 ||
             strcmp(value, "off") == 0)) /* else it stays as CREATE had it */
            archive->settings.triggers = *value == 't';
        if (kept == NULL || strcmp(*kept, value) == 0) continue;
        copy = sqlite3_mprintf("%s", value);
        if (copy == NULL) {
            nw_error_code(error, SQLITE_NOMEM);
            break;
        }
        sqlite3_free(*kept);
        *kept = copy;
        *changed = true;
    }
    sqlite3_finalize(statement);
    return error->code;
}

/* Whether an error says that the settings are damaged, not that they could not be read now. */
static bool is_damage(int code) {
    switch (code & 0xff) {
    case SQLITE_ERROR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_AUTH: return true;
    default: return false;
    }
}

/* Some errors, as of the disk, end the whole transaction: whoever writes in it has to be told. */
int nw_archive_read_settings(nw_archive *archive, nw_error *error) {
    nw_error reading = {SQLITE_OK, NULL};
    bool changed;

    if (take_over(archive, &changed, &reading) == SQLITE_OK) nw_names_follow(archive, &reading);
    if (reading.code != SQLITE_OK && !is_damage(reading.code)) {
        *error = reading;
        return error->code;
    }
    nw_error_clear(&reading);
    return error->code;
}

int nw_archive_read_names(nw_archive *archive, nw_error *error) {
    bool changed = false;

    if (error->code == SQLITE_OK) take_over(archive, &changed, error);
    if (changed) nw_archive_finalize(archive); /* statements have the names in them */
    return error->code;
}

/* ---------------------------------------------------------------- writing */

int nw_archive_write_setting(nw_archive *archive, const char *name, const char *value, nw_error *error) {
    sqlite3_stmt *statement;

    if (value == NULL || error->code != SQLITE_OK) return error->code;
    statement = nw_archive_prepare(archive, "INSERT OR REPLACE INTO $config VALUES(?1, ?2)", error);
    if (statement == NULL) return error->code;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    if (sqlite3_bind_text(statement, 2, value, -1, SQLITE_STATIC) != SQLITE_OK)
        nw_error_code(error, SQLITE_NOMEM);
    if (error->code == SQLITE_OK) nw_archive_step(archive, statement, error);
    sqlite3_finalize(statement);
    return error->code;
}

int nw_archive_write_version(nw_archive *archive, nw_error *error) {
    return nw_archive_write_setting(archive, "data_version", NEWSWIRE_DATA_VERSION, error);
}

int nw_archive_write_settings(nw_archive *archive, nw_error *error) {
    const nw_archive_settings *settings = &archive->settings;
    char format[16];

    if (error->code == SQLITE_OK) nw_archive_run(archive, "DELETE FROM $config", error);
    sqlite3_snprintf((int)sizeof format, format, "%d", NW_ARCHIVE_FORMAT);
    nw_archive_write_setting(archive, "format", format, error);
    nw_archive_write_version(archive, error);
    nw_names_write(archive, error);
    nw_archive_write_setting(archive, "names", settings->names, error);
    nw_archive_write_setting(archive, "quotes", settings->quotes, error);
    nw_archive_write_setting(archive, "moves", settings->moves, error);
    if (settings->content != NULL)
        nw_archive_write_setting(archive, "sync", settings->triggers ? "triggers" : "off", error);
    return error->code;
}
