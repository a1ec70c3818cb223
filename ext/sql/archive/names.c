#include "sql/archive/names.h"

#include "sql/archive/settings.h"
#include "sql/archive/triggers.h"

#include <string.h>

/* ----------------------------------------------------------------- SQL text */

/* Behind what is quoted there: a doubled quote is one of the name's. */
static const char *skip_quoted(const char *at) {
    char end = *at == '[' ? ']' : *at;

    for (at++; *at != 0; at++) {
        if (*at != end) continue;
        at++;
        if (*at != end || end == ']') break;
    }
    return at;
}

const char *nw_sql_behind(const char *sql, const char *words) {
    size_t length = strlen(words);

    while (*sql != 0) {
        if (strncmp(sql, words, length) == 0) return sql + length;
        sql = strchr("\"'`[", *sql) ? skip_quoted(sql) : sql + 1;
    }
    return NULL;
}

/* ------------------------------------------------------------------- names */

enum { NAMES = 5, CONTENT = 0, KEY = 1 };

/* Reads c."a name", or NULL, and what parts it from the next. *name is of sqlite3_malloc; NULL: none. False: it is
** neither, or see the error. */
static bool read_column(const char **text, char **name, nw_error *error) {
    const char *at = *text;

    if (strncmp(at, "NULL", 4) == 0) {
        at += 4;
    } else if (strncmp(at, "c.\"", 3) == 0) {
        const char *end = skip_quoted(at += 2);
        char *to;

        *name = to = sqlite3_malloc64((sqlite3_uint64)(end - at));
        if (to == NULL) {
            nw_error_code(error, SQLITE_NOMEM);
            return false;
        }
        for (at++; at < end - 1; at += *at == '"' ? 2 : 1) *to++ = *at;
        *to = 0;
        at = end;
    } else {
        return false;
    }
    *text = at + strspn(at, ", ");
    return true;
}

/* The names in the text of a trigger. False: it is not as triggers.c writes it, or see the error. */
static bool read_columns(const char *sql, char *const *const settings[], char **names, nw_error *error) {
    const char *at = nw_sql_behind(sql, "headline) SELECT ");
    int i;

    for (i = KEY; i < NAMES && at != NULL; i++) {
        if (!read_column(&at, &names[i], error) || (names[i] == NULL) != (*settings[i] == NULL)) return false;
    }
    return at != NULL && strncmp(at, "FROM ", 5) == 0;
}

int nw_names_follow(nw_archive *archive, nw_error *error) {
    nw_archive_settings *of = &archive->settings;
    char **const settings[NAMES] = {&of->content, &of->key, &of->text, &of->published, &of->headline};
    char *names[NAMES] = {NULL, NULL, NULL, NULL, NULL};
    char *sql = NULL;
    bool changed = false;
    int i;

    if (of->content == NULL || nw_triggers_text(archive, &names[CONTENT], &sql, error) != SQLITE_OK)
        return error->code;
    if (sql != NULL && read_columns(sql, (char *const *const *)settings, names, error)) {
        for (i = 0; i < NAMES; i++) {
            char *former = *settings[i];

            if (former == NULL || strcmp(former, names[i]) == 0) continue;
            *settings[i] = names[i];
            names[i] = former;
            changed = true;
        }
    }
    for (i = 0; i < NAMES; i++) sqlite3_free(names[i]);
    sqlite3_free(sql);
    if (changed) nw_archive_finalize(archive); /* statements have the names in them */
    return error->code;
}

int nw_names_write(nw_archive *archive, nw_error *error) {
    const nw_archive_settings *settings = &archive->settings;

    nw_archive_write_setting(archive, "content", settings->content, error);
    nw_archive_write_setting(archive, "key", settings->key, error);
    nw_archive_write_setting(archive, "text", settings->text, error);
    nw_archive_write_setting(archive, "published", settings->published, error);
    return nw_archive_write_setting(archive, "headline", settings->headline, error);
}

int nw_names_read(nw_archive *archive, char **fault, nw_error *error) {
    *fault = NULL;
    nw_archive_read_names(archive, error);
    if (error->code != SQLITE_OK || nw_names_follow(archive, error) != SQLITE_OK) return error->code;
    if (nw_archive_misses(archive, fault, error) != SQLITE_OK || *fault == NULL) return error->code;
    sqlite3_free(*fault);
    nw_archive_read_names(archive, error);
    return nw_archive_misses(archive, fault, error);
}

/* Refuses a new name if the triggers exist and have another one, which would win. */
static int check_told(nw_archive *archive, const char *setting, const char *told, nw_error *error) {
    const char *held;
    char *fault;

    if (nw_names_read(archive, &fault, error) != SQLITE_OK) return error->code;
    held = *nw_archive_name(&archive->settings, setting);
    if (fault == NULL && sqlite3_stricmp(held, told) != 0) {
        nw_error_set(
            error, SQLITE_ERROR,
            "%s: the triggers exist, and %s is %s in them: run 'sync-off' before setting another name",
            archive->name, setting, held);
    }
    sqlite3_free(fault);
    return error->code;
}

bool nw_names_tell(nw_archive *archive, const char *command, sqlite3_value *name, nw_error *error) {
    static const char *const settings[NAMES] = {"content", "key", "text", "published", "headline"};
    const char *told;
    bool stale; /* which sync mends */
    int i = 0;

    while (i < NAMES && sqlite3_stricmp(settings[i], command) != 0) i++;
    if (i == NAMES) return false;
    if (nw_archive_name(&archive->settings, settings[i]) == NULL) {
        nw_error_set(error, SQLITE_ERROR, "%s: the index was made without %s=", archive->name, settings[i]);
    } else if (sqlite3_value_type(name) != SQLITE_TEXT || sqlite3_value_bytes(name) == 0) {
        nw_error_set(error, SQLITE_ERROR, "%s: %s takes the new name as its rank", archive->name,
                     settings[i]);
    } else if (nw_archive_writable(archive, &stale, error) == SQLITE_OK) {
        told = (const char *)sqlite3_value_text(name);
        if (told == NULL) nw_error_code(error, SQLITE_NOMEM);
        if (nw_archive_write_setting(archive, settings[i], told, error) == SQLITE_OK)
            check_told(archive, settings[i], told, error);
    }
    return true;
}
