#include "sql/archive/module.h"

#include "sql/archive/build.h"
#include "sql/archive/integrity.h"
#include "sql/archive/settings.h"
#include "sql/archive/triggers.h"
#include "sql/archive/update.h"

#include <string.h>

typedef struct archive_cursor {
    sqlite3_vtab_cursor base; /* SQLite's; must be first */
    sqlite3_stmt *statement;  /* of its own; NULL: before xFilter */
    bool row;                 /* it is at one */
} archive_cursor;

/* -------------------------------------------------------------- the archive */

static void archive_free(nw_archive *archive) {
    nw_archive **link = &archive->connection->archives;

    while (*link != NULL && *link != archive) link = &(*link)->next;
    if (*link == archive) *link = archive->next;
    nw_archive_finalize(archive);
    nw_archive_settings_clear(&archive->settings);
    nw_workers_close(archive->workers);
    sqlite3_free(archive->candidates.keys);
    sqlite3_free(archive->schema);
    sqlite3_free(archive->name);
    sqlite3_free(archive->base.zErrMsg); /* of a DROP that failed: SQLite does not take it */
    sqlite3_free(archive);
}

static int archive_declare(sqlite3 *db, const char *name, nw_error *error) {
    char *sql = sqlite3_mprintf(
        "CREATE TABLE t(key INTEGER, sentences INTEGER, tokens INTEGER, entities INTEGER, "
        "quotes INTEGER, moves INTEGER, \"%w\" HIDDEN, rank HIDDEN, text HIDDEN, published HIDDEN, "
        "headline HIDDEN, candidate HIDDEN, settled HIDDEN)",
        name);
    int code = sql ? sqlite3_declare_vtab(db, sql) : SQLITE_NOMEM;

    sqlite3_free(sql);
    if (code != SQLITE_OK && code != SQLITE_NOMEM) {
        nw_error_set(error, code, "newswire: an index cannot be called %s: one of its columns has that name",
                     name);
    }
    nw_error_code(error, code);
    if (error->code == SQLITE_OK) nw_error_code(error, sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS));
    if (error->code == SQLITE_OK)
        nw_error_code(error, sqlite3_vtab_config(db, SQLITE_VTAB_CONSTRAINT_SUPPORT, 1));
    return error->code;
}

/* Writes nothing: hosts may be read-only. */
static nw_archive *archive_open(nw_connection *connection, int argc, const char *const *argv,
                                nw_error *error) {
    nw_archive *archive = sqlite3_malloc64(sizeof *archive);

    if (archive == NULL) {
        nw_error_code(error, SQLITE_NOMEM);
        return NULL;
    }
    memset(archive, 0, sizeof *archive);
    archive->connection = connection;
    archive->resume_at = INT64_MIN;
    archive->schema = sqlite3_mprintf("%s", argv[1]);
    archive->name = sqlite3_mprintf("%s", argv[2]);
    if (archive->schema == NULL || archive->name == NULL) nw_error_code(error, SQLITE_NOMEM);
    if (error->code == SQLITE_OK) {
        nw_archive_read_arguments(connection, argc, argv, &archive->settings, error);
    }
    if (error->code == SQLITE_OK) archive_declare(connection->db, argv[2], error);
    if (error->code != SQLITE_OK) {
        archive_free(archive);
        return NULL;
    }
    archive->next = connection->archives;
    connection->archives = archive;
    return archive;
}

/* Hands an error to xCreate and xConnect. */
static int give_error(nw_error *error, char **message) {
    int code = error->code;

    if (error->message != NULL) {
        *message = error->message;
        error->message = NULL;
    }
    nw_error_clear(error);
    return code;
}

/* "content=main.articles" in a file that is attached as `aux` now: CREATE saw to it that only a temp index has its content in
** another schema, so that the name given is forgotten. */
static void follow_schema(nw_archive *archive, nw_error *error) {
    char **schema = &archive->settings.content_schema;

    if (*schema == NULL || sqlite3_stricmp(archive->schema, "temp") == 0) return;
    sqlite3_free(*schema);
    *schema = sqlite3_mprintf("%s", archive->schema);
    if (*schema == NULL) nw_error_code(error, SQLITE_NOMEM);
}

static int archive_connect(sqlite3 *db, void *context, int argc, const char *const *argv,
                           sqlite3_vtab **result, char **message) {
    nw_error error = {SQLITE_OK, NULL};
    nw_archive *archive = archive_open(context, argc, argv, &error);

    (void)db;
    if (archive != NULL) {
        follow_schema(archive, &error);
        if (error.code == SQLITE_OK) nw_archive_read_settings(archive, &error);
        if (error.code == SQLITE_OK)
            *result = &archive->base;
        else
            archive_free(archive);
    }
    return give_error(&error, message);
}

static int archive_create(sqlite3 *db, void *context, int argc, const char *const *argv,
                          sqlite3_vtab **result, char **message) {
    nw_error error = {SQLITE_OK, NULL};
    sqlite3_int64 last = sqlite3_last_insert_rowid(db);
    nw_archive *archive = archive_open(context, argc, argv, &error);

    if (archive != NULL) {
        nw_archive_check(db, argv[1], &archive->settings, &error);
        if (error.code == SQLITE_OK) nw_archive_create(archive, &error);
        if (error.code == SQLITE_OK && archive->settings.content != NULL && archive->settings.triggers) {
            nw_triggers_create(archive, &error);
        }
        if (error.code == SQLITE_OK)
            *result = &archive->base;
        else
            archive_free(archive);
    }
    sqlite3_set_last_insert_rowid(db, last);
    return give_error(&error, message);
}

static int archive_disconnect(sqlite3_vtab *vtab) {
    archive_free((nw_archive *)vtab);
    return SQLITE_OK;
}

static int archive_destroy(sqlite3_vtab *vtab) {
    nw_archive *archive = (nw_archive *)vtab;
    nw_error error = {SQLITE_OK, NULL};

    nw_archive_finalize(archive);
    nw_triggers_drop(archive, &error);
    nw_archive_drop(archive, &error);
    if (error.code != SQLITE_OK) return nw_error_to_table(&error, vtab);
    archive_free(archive);
    return SQLITE_OK;
}

/* SQLite has rewritten the triggers for the new name, but for their own names, under which DROP would not find them. */
static int archive_rename(sqlite3_vtab *vtab, const char *name) {
    nw_archive *archive = (nw_archive *)vtab;
    nw_error error = {SQLITE_OK, NULL};
    char *copy = sqlite3_mprintf("%s", name);
    char *former = archive->name;
    int wrong = 0;

    if (copy == NULL) return SQLITE_NOMEM;
    nw_archive_finalize(archive);
    nw_triggers_standing(archive, &wrong, &error);
    nw_triggers_drop(archive, &error);
    nw_archive_rename_tables(archive, name, &error);
    archive->name = copy;
    if (error.code == SQLITE_OK && wrong > 0) nw_triggers_create(archive, &error);
    if (error.code == SQLITE_OK) {
        sqlite3_free(former);
    } else {
        archive->name = former;
        sqlite3_free(copy);
    }
    return nw_error_to_table(&error, vtab);
}

/* ------------------------------------------------------------ transactions */

/* Without it SQLite does not call the next. */
static int archive_begin(sqlite3_vtab *vtab) {
    (void)vtab;
    return SQLITE_OK;
}

/* A statement that fails within a transaction is taken back, the triggers and indexes with it that commands have made or
** dropped; but of what SQLite keeps of the schema in memory it is not. Any statement that reads the file finds that the two differ,
** and SQLite reads the schema again: here, before one that writes articles finds it while it runs. */
static int archive_rollback_to(sqlite3_vtab *vtab, int savepoint) {
    nw_archive *archive = (nw_archive *)vtab;
    nw_error error = {SQLITE_OK, NULL};

    (void)savepoint;
    if (archive->connection->made_schema) nw_archive_run(archive, "SELECT 1 FROM $$schema WHERE 0", &error);
    nw_error_clear(&error); /* the next statement will try the same */
    return SQLITE_OK;
}

/* ---------------------------------------------------------------- the check */

/* Whether an error says nothing of the index: it ends a check. */
static bool is_no_fault(int code) {
    return code == SQLITE_NOMEM || code == SQLITE_INTERRUPT || code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

/* Structure alone: what PRAGMA integrity_check says must not depend on functions or on other tables. */
static int archive_integrity(sqlite3_vtab *vtab, const char *schema, const char *name, int flags,
                             char **message) {
    nw_archive *archive = (nw_archive *)vtab;
    nw_error error = {SQLITE_OK, NULL};
    nw_wrote wrote = NW_WROTE_THIS;
    char *fault = NULL;

    (void)schema, (void)flags;
    nw_archive_wrote(archive, &wrote, &error);
    if (wrote != NW_WROTE_OTHER_FORMAT) nw_integrity_structure(archive, &fault, &error);
    if (fault != NULL) *message = sqlite3_mprintf("newswire index %s: %s", name, fault);
    if (fault != NULL && *message == NULL) nw_error_code(&error, SQLITE_NOMEM);
    sqlite3_free(fault);
    if (error.code == SQLITE_OK || is_no_fault(error.code)) return nw_error_to_table(&error, vtab);
    /* a code would end the check of the whole database */
    if (fault == NULL)
        *message = sqlite3_mprintf("newswire index %s: %s", name,
                                   error.message ? error.message : sqlite3_errstr(error.code));
    nw_error_clear(&error);
    return *message ? SQLITE_OK : SQLITE_NOMEM;
}

static int archive_shadow_name(const char *name) { return nw_archive_is_shadow(name); }

/* ------------------------------------------------------------ reading its rows */

/* key and rowid are one. Bits of idxNum tell what is asked of it, and stand in the order of xFilter's arguments; SQLite
** checks the rows again, since what a key is compared with may be no integer: at the ends of a range one row too many does no
** harm. Rows come by key, up or down. */
enum {
    PLAN_KEY = 1,    /* key = ?, and nothing else */
    PLAN_LEAST = 2,  /* key >= ? or > */
    PLAN_MOST = 4,   /* key <= ? or < */
    PLAN_DOWN = 8,   /* ORDER BY key DESC */
    PLAN_UNREAD = 16 /* no column is read: DELETE, which the triggers do, works on tables of any format */
};

static int plan_of_operator(int op) {
    switch (op) {
    case SQLITE_INDEX_CONSTRAINT_EQ: return PLAN_KEY;
    case SQLITE_INDEX_CONSTRAINT_GT:
    case SQLITE_INDEX_CONSTRAINT_GE: return PLAN_LEAST;
    case SQLITE_INDEX_CONSTRAINT_LT:
    case SQLITE_INDEX_CONSTRAINT_LE: return PLAN_MOST;
    default: return 0;
    }
}

/* Which constraints are taken: those of an equality, else the first of each end. `taken` has their places, or -1. */
static int choose_constraints(const sqlite3_index_info *info, int taken[3]) {
    int plan = 0;
    int i;

    taken[0] = taken[1] = taken[2] = -1;
    for (i = 0; i < info->nConstraint; i++) {
        const struct sqlite3_index_constraint *constraint = &info->aConstraint[i];
        int asked = plan_of_operator(constraint->op);

        if (!constraint->usable || (constraint->iColumn >= 0 && constraint->iColumn != NW_WIRE_KEY)) continue;
        if (asked == 0 || (plan & asked) != 0) continue;
        plan |= asked;
        taken[asked >> 1] = i;
    }
    if ((plan & PLAN_KEY) == 0) return plan;
    taken[1] = taken[2] = -1;
    return PLAN_KEY;
}

static int archive_best_index(sqlite3_vtab *vtab, sqlite3_index_info *info) {
    int taken[3];
    int argument = 0;
    int i;

    (void)vtab;
    info->idxNum = choose_constraints(info, taken);
    for (i = 0; i < 3; i++) {
        if (taken[i] >= 0) info->aConstraintUsage[taken[i]].argvIndex = ++argument;
    }
    info->estimatedCost = 1e6;
    info->estimatedRows = 100000;
    for (i = 0; i < argument; i++) { /* an end halves twice, as SQLite has it of its own tables */
        info->estimatedCost /= 4;
        info->estimatedRows /= 4;
    }
    if (info->idxNum == PLAN_KEY) {
        info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
        info->estimatedCost = 10;
        info->estimatedRows = 1;
    }
    info->orderByConsumed =
        info->nOrderBy > 0 && (info->aOrderBy[0].iColumn < 0 || info->aOrderBy[0].iColumn == NW_WIRE_KEY);
    if (info->orderByConsumed && info->aOrderBy[0].desc) info->idxNum |= PLAN_DOWN;
    if (info->colUsed == 0) info->idxNum |= PLAN_UNREAD;
    return SQLITE_OK;
}

static int archive_open_cursor(sqlite3_vtab *vtab, sqlite3_vtab_cursor **result) {
    archive_cursor *cursor = sqlite3_malloc64(sizeof *cursor);

    (void)vtab;
    if (cursor == NULL) return SQLITE_NOMEM;
    memset(cursor, 0, sizeof *cursor);
    *result = &cursor->base;
    return SQLITE_OK;
}

static int archive_close_cursor(sqlite3_vtab_cursor *base) {
    sqlite3_finalize(((archive_cursor *)base)->statement);
    sqlite3_free(base);
    return SQLITE_OK;
}

static int archive_next(sqlite3_vtab_cursor *base) {
    archive_cursor *cursor = (archive_cursor *)base;
    nw_error error = {SQLITE_OK, NULL};

    nw_archive_row((nw_archive *)base->pVtab, cursor->statement, &cursor->row, &error);
    return nw_error_to_table(&error, base->pVtab);
}

static int archive_filter(sqlite3_vtab_cursor *base, int plan, const char *name, int argc,
                          sqlite3_value **argv) {
    archive_cursor *cursor = (archive_cursor *)base;
    nw_archive *archive = (nw_archive *)base->pVtab;
    nw_error error = {SQLITE_OK, NULL};
    char *sql =
        sqlite3_mprintf("SELECT key%s FROM $article WHERE true%s%s%s ORDER BY key%s",
                        plan & PLAN_UNREAD ? "" : ", sentences, tokens, entities, quotes, moves",
                        plan & PLAN_KEY ? " AND key = ?" : "", plan & PLAN_LEAST ? " AND key >= ?" : "",
                        plan & PLAN_MOST ? " AND key <= ?" : "", plan & PLAN_DOWN ? " DESC" : "");
    int i;

    (void)name;
    sqlite3_finalize(cursor->statement);
    cursor->statement = NULL;
    cursor->row = false;
    if (sql == NULL) return SQLITE_NOMEM;
    cursor->statement = nw_archive_prepare(archive, sql, &error);
    sqlite3_free(sql);
    if (error.code != SQLITE_OK) return nw_error_to_table(&error, base->pVtab);
    for (i = 0; i < argc; i++) sqlite3_bind_value(cursor->statement, i + 1, argv[i]);
    return archive_next(base);
}

static int archive_eof(sqlite3_vtab_cursor *base) { return !((archive_cursor *)base)->row; }

static int archive_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *rowid) {
    *rowid = sqlite3_column_int64(((archive_cursor *)base)->statement, 0);
    return SQLITE_OK;
}

static int archive_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column) {
    if (column <= NW_WIRE_MOVES) {
        sqlite3_result_value(context, sqlite3_column_value(((archive_cursor *)base)->statement, column));
    }
    return SQLITE_OK;
}

/* ------------------------------------------------------------- registration */

/* xIntegrity came with SQLite 3.44, right behind what there was; an older one does not look for it. */
typedef struct archive_module {
    sqlite3_module base;
#if SQLITE_VERSION_NUMBER < 3044000
    int (*xIntegrity)(sqlite3_vtab *vtab, const char *schema, const char *name, int flags, char **message);
#endif
} archive_module;

static const archive_module archive_methods = {
    .base.iVersion = 4,
    .base.xCreate = archive_create,
    .base.xConnect = archive_connect,
    .base.xBestIndex = archive_best_index,
    .base.xDisconnect = archive_disconnect,
    .base.xDestroy = archive_destroy,
    .base.xOpen = archive_open_cursor,
    .base.xClose = archive_close_cursor,
    .base.xFilter = archive_filter,
    .base.xNext = archive_next,
    .base.xEof = archive_eof,
    .base.xColumn = archive_column,
    .base.xRowid = archive_rowid,
    .base.xUpdate = nw_archive_update,
    .base.xBegin = archive_begin,
    .base.xRollbackTo = archive_rollback_to,
    .base.xRename = archive_rename,
    .base.xShadowName = archive_shadow_name,
#if SQLITE_VERSION_NUMBER < 3044000
    .xIntegrity = archive_integrity,
#else
    .base.xIntegrity = archive_integrity,
#endif
};

enum { BUILD_ARGUMENTS = 3 };

int nw_archive_register(nw_connection *connection) {
    int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
    int code;
    int i;

    if (sqlite3_libversion_number() >= NW_RESULT_SUBTYPE_SINCE) flags |= NW_RESULT_SUBTYPE;
    nw_connection_retain(connection);
    code = sqlite3_create_module_v2(connection->db, "newswire", &archive_methods.base, connection,
                                    nw_connection_release);
    for (i = 1; i <= BUILD_ARGUMENTS && code == SQLITE_OK; i++) {
        nw_connection_retain(connection);
        code = sqlite3_create_function_v2(connection->db, "news_build", i, flags, connection,
                                          nw_build_function, NULL, NULL, nw_connection_release);
    }
    return code;
}

int nw_archive_unregister(sqlite3 *db) {
    int result = sqlite3_create_module_v2(db, "newswire", NULL, NULL, NULL);
    int i;

    for (i = 1; i <= BUILD_ARGUMENTS; i++) {
        int code = sqlite3_create_function_v2(db, "news_build", i, SQLITE_UTF8, NULL, NULL, NULL, NULL, NULL);

        if (code != SQLITE_OK) result = code;
    }
    return result;
}
