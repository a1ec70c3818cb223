#include "sql/archive/indexes.h"

#include "sql/archive/settings.h"

#include <string.h>

/* The usual questions are answered by these and by the primary keys. */
static const struct {
    const char *table;
    const char *name; /* wire_NAME; with a number after it where that is taken */
    const char *on;   /* the end of its SQL, behind its table, by which it is known again */
    const char *told; /* what it is on, for people */
    bool waits;       /* it may be made at the end of a build */
} indexes[] = {
    {"article", "articlestate", "(state_code) WHERE state_code <> 0", "article(state_code)", false},
    {"article", "articlepublished", "(published)", "article(published)", true},
    {"instrument", "instrumentcode", "(code)", "instrument(code)", true},
    {"move", "movechange", "(direction, change)", "move(direction, change)", true},
    {"move", "moveentity", "(entity) WHERE entity IS NOT NULL", "move(entity)", true},
    {"alias", "aliasname", "(name)", "alias(name)", true},
    {"entity", "entityname", "(name)", "entity(name)", true},
    {"mention", "mentionentity", "(entity)", "mention(entity)", true},
    {"quote", "quoteentity", "(entity) WHERE entity IS NOT NULL", "quote(entity)", true},
};

enum { INDEXES = sizeof indexes / sizeof indexes[0] };

/* ---------------------------------------------------------------- finding */

/* What an index is called, of sqlite3_malloc; NULL: there is none, or see the error. Its name may be any: it keeps the one
** it was made with when its table is renamed. */
static char *find(nw_archive *archive, size_t which, nw_error *error) {
    sqlite3_stmt *asked =
        error->code == SQLITE_OK
            ? nw_archive_prepare(archive,
                                 "SELECT name FROM $$schema WHERE type = 'index' AND tbl_name "
                                 "= ?1 COLLATE nocase AND substr(sql, -length(?2)) = ?2 COLLATE nocase",
                                 error)
            : NULL;
    char *table = sqlite3_mprintf("%s_%s", archive->name, indexes[which].table);
    char *on = sqlite3_mprintf("\"%w_%s\"%s", archive->name, indexes[which].table, indexes[which].on);
    char *name = NULL;
    bool found = false;

    if (table == NULL || on == NULL) nw_error_code(error, SQLITE_NOMEM);
    if (asked != NULL && table != NULL && on != NULL) {
        sqlite3_bind_text(asked, 1, table, -1, SQLITE_STATIC);
        sqlite3_bind_text(asked, 2, on, -1, SQLITE_STATIC);
        nw_archive_row(archive, asked, &found, error);
    }
    if (found) name = sqlite3_mprintf("%s", sqlite3_column_text(asked, 0));
    if (found && name == NULL) nw_error_code(error, SQLITE_NOMEM);
    sqlite3_finalize(asked);
    sqlite3_free(table);
    sqlite3_free(on);
    return name;
}

const char *nw_indexes_missing(nw_archive *archive, nw_error *error) {
    size_t i;

    for (i = 0; i < INDEXES; i++) {
        char *name = find(archive, i, error);

        sqlite3_free(name);
        if (error->code != SQLITE_OK) return NULL;
        if (name == NULL) return indexes[i].told;
    }
    return NULL;
}

/* ----------------------------------------------------------------- making */

/* The usual name may be taken by an index of another table, which was called so before. Gives one that is not, from
** sqlite3_malloc; NULL: see the error. */
static char *free_name(nw_archive *archive, const char *usual, nw_error *error) {
    sqlite3_stmt *taken =
        nw_archive_prepare(archive, "SELECT 1 FROM $$schema WHERE name = ?1 COLLATE nocase", error);
    char *name = NULL;
    bool found = true;
    int i;

    for (i = 1; taken != NULL && found && error->code == SQLITE_OK; i++) {
        sqlite3_free(name);
        name = i == 1 ? sqlite3_mprintf("%s_%s", archive->name, usual)
                      : sqlite3_mprintf("%s_%s%d", archive->name, usual, i);
        if (name == NULL || sqlite3_bind_text(taken, 1, name, -1, SQLITE_TRANSIENT) != SQLITE_OK)
            nw_error_code(error, SQLITE_NOMEM);
        else
            nw_archive_row(archive, taken, &found, error);
        sqlite3_reset(taken);
    }
    sqlite3_finalize(taken);
    if (error->code == SQLITE_OK) return name;
    sqlite3_free(name);
    return NULL;
}

/* Runs SQL about an index, in which %w is its schema and then its name. */
static int run(nw_archive *archive, const char *format, const char *name, size_t which, nw_error *error) {
    char *sql = sqlite3_mprintf(format, archive->schema, name, indexes[which].table, indexes[which].on);

    if (sql == NULL) return nw_error_code(error, SQLITE_NOMEM);
    nw_archive_run(archive, sql, error);
    sqlite3_free(sql);
    return error->code;
}

int nw_indexes_make_one(nw_archive *archive, bool *more, nw_error *error) {
    bool made = false;
    size_t i;

    *more = false;
    for (i = 0; i < INDEXES && !*more && error->code == SQLITE_OK; i++) {
        char *name = find(archive, i, error);

        *more = name == NULL && made && error->code == SQLITE_OK;
        if (name == NULL && !made && error->code == SQLITE_OK) {
            made = true;
            name = free_name(archive, indexes[i].name, error);
            if (name != NULL) run(archive, "CREATE INDEX \"%w\".\"%w\" ON $$%s%s", name, i, error);
        }
        sqlite3_free(name);
    }
    return error->code;
}

int nw_indexes_make(nw_archive *archive, nw_error *error) {
    bool more = true;

    while (more && error->code == SQLITE_OK) nw_indexes_make_one(archive, &more, error);
    return error->code;
}

/* ------------------------------------------------------------- putting off */

/* An index is made by sorting, which takes little memory only where SQLite sorts in files. */
static bool sorts_in_files(nw_archive *archive, nw_error *error) {
    sqlite3_int64 asked = 0; /* as SQLite was built */

    nw_archive_number(archive, "PRAGMA temp_store", &asked, error);
    if (sqlite3_compileoption_used("TEMP_STORE=3")) return false;
    if (sqlite3_compileoption_used("TEMP_STORE=0")) return true;
    return asked == 1 || (asked == 0 && !sqlite3_compileoption_used("TEMP_STORE=2"));
}

static bool is_worth_while(nw_archive *archive, nw_error *error) {
    char *enough = sqlite3_mprintf("SELECT count(*) >= %d FROM (SELECT 1 FROM $content LIMIT %d)",
                                   NW_PUT_OFF_LEAST, NW_PUT_OFF_LEAST);
    sqlite3_int64 empty = 0;
    sqlite3_int64 many = 0;
    bool stale = true;

    if (enough == NULL) {
        nw_error_code(error, SQLITE_NOMEM);
        return false;
    }
    nw_archive_writable(archive, &stale, error);
    if (!stale) nw_archive_number(archive, "SELECT NOT EXISTS(SELECT 1 FROM $article)", &empty, error);
    if (empty) nw_archive_number(archive, enough, &many, error);
    sqlite3_free(enough);
    return many && sorts_in_files(archive, error) && error->code == SQLITE_OK;
}

/* Nothing of it has to succeed: who reads at the moment, or may not write, is told by the build itself. */
int nw_indexes_put_off(nw_archive *archive, nw_error *error) {
    nw_error trying = {SQLITE_OK, NULL};
    bool worth = is_worth_while(archive, &trying);
    size_t i;

    for (i = 0; i < INDEXES && worth && trying.code == SQLITE_OK; i++) {
        char *name = indexes[i].waits ? find(archive, i, &trying) : NULL;

        if (name != NULL) run(archive, "DROP INDEX \"%w\".\"%w\"", name, i, &trying);
        sqlite3_free(name);
    }
    if (trying.code == SQLITE_NOMEM || trying.code == SQLITE_INTERRUPT) nw_error_code(error, trying.code);
    nw_error_clear(&trying);
    return error->code;
}
