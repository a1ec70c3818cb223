#include "sql/archive/triggers.h"

#include <string.h>

/* In a body: $wire is the index, $key NEW's key, $old OLD's, $new the four columns of NEW, $notes a statement for each
** UNIQUE index. */
static const struct {
    const char *name; /* wire_NAME */
    const char *event;
    bool unique; /* only where the table has UNIQUE columns beside its key */
    const char *body;
} triggers[] = {
    {"inserted", "AFTER INSERT", false,
     "DELETE FROM $wire WHERE rowid = $key; "
     "INSERT INTO $wire(rowid, text, published, headline) VALUES($new); "
     "INSERT INTO $wire(settled) VALUES(1);"},
    {"deleted", "AFTER DELETE", false, "DELETE FROM $wire WHERE rowid = $old;"},
    {"updated", "AFTER UPDATE OF $columns", false,
     "DELETE FROM $wire WHERE rowid = $old; "
     "DELETE FROM $wire WHERE rowid = $key; "
     "INSERT INTO $wire(rowid, text, published, headline) VALUES($new);"},
    {"moved", "AFTER UPDATE", false,
     "DELETE FROM $wire WHERE rowid = $old; "
     "DELETE FROM $wire WHERE rowid = $key; "
     "INSERT INTO $wire(rowid, text, published, headline) VALUES($new);"},
    {"noting", "BEFORE INSERT", true, "$notes"},
    {"changing", "BEFORE UPDATE", true, "$notes"},
    {"changed", "AFTER UPDATE", true, "INSERT INTO $wire(settled) VALUES(1);"},
};

enum { TRIGGERS = sizeof triggers / sizeof triggers[0], UPDATED = 2, MOVED = 3 };

static bool is_temp(const nw_archive *archive) { return sqlite3_stricmp(archive->schema, "temp") == 0; }

/* ------------------------------------------------------- UNIQUE constraints */

/* Writes the statements that note which rows a new one might replace, one for each UNIQUE index of plain columns. */
static int append_notes(nw_archive *archive, sqlite3_str *out, nw_error *error) {
    const nw_archive_settings *settings = &archive->settings;
    sqlite3_stmt *statement = NULL;
    char *sql =
        sqlite3_mprintf("SELECT group_concat(printf('c.\"%%w\" COLLATE \"%%w\" = NEW.\"%%w\"', x.name, "
                        "x.coll, x.name), ' AND ')"
                        " FROM pragma_index_list(%Q, %Q) AS l, pragma_index_xinfo(l.name, %Q) AS x"
                        " WHERE l.\"unique\" AND x.key GROUP BY l.seq HAVING min(x.cid) >= 0 ORDER BY l.seq",
                        settings->content, settings->content_schema, settings->content_schema);
    int code;

    if (sql == NULL) return nw_error_code(error, SQLITE_NOMEM);
    code = sqlite3_prepare_v2(archive->connection->db, sql, -1, &statement, NULL);
    sqlite3_free(sql);
    while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        code = SQLITE_OK;
        sqlite3_str_appendf(out, "INSERT INTO \"%w\"(candidate) SELECT c.\"%w\" FROM ", archive->name,
                            settings->key);
        if (is_temp(archive)) sqlite3_str_appendf(out, "\"%w\".", settings->content_schema);
        sqlite3_str_appendf(out, "\"%w\" AS c WHERE %s; ", settings->content,
                            sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE || code == SQLITE_OK ? SQLITE_OK : nw_archive_failed(archive, code, error);
}

/* -------------------------------------------------------------- their text */

static void append_value(sqlite3_str *out, const char *column) {
    if (column == NULL)
        sqlite3_str_appendall(out, "NULL");
    else
        sqlite3_str_appendf(out, "NEW.\"%w\"", column);
}

static bool takes(const char **text, const char *word) {
    size_t length = strlen(word);

    if (strncmp(*text, word, length) != 0) return false;
    *text += length;
    return true;
}

/* Replaces the $names of a body. */
static void append_body(sqlite3_str *out, const nw_archive *archive, const char *body, const char *notes) {
    const nw_archive_settings *settings = &archive->settings;

    while (*body != 0) {
        if (takes(&body, "$wire")) {
            sqlite3_str_appendf(out, "\"%w\"", archive->name);
        } else if (takes(&body, "$key")) {
            append_value(out, settings->key);
        } else if (takes(&body, "$old")) {
            sqlite3_str_appendf(out, "OLD.\"%w\"", settings->key);
        } else if (takes(&body, "$notes")) {
            sqlite3_str_appendall(out, notes);
        } else if (takes(&body, "$columns")) {
            sqlite3_str_appendf(out, "\"%w\"", settings->text);
            if (settings->published != NULL) sqlite3_str_appendf(out, ", \"%w\"", settings->published);
            if (settings->headline != NULL) sqlite3_str_appendf(out, ", \"%w\"", settings->headline);
        } else if (takes(&body, "$new")) {
            append_value(out, settings->key);
            sqlite3_str_appendall(out, ", ");
            append_value(out, settings->text);
            sqlite3_str_appendall(out, ", ");
            append_value(out, settings->published);
            sqlite3_str_appendall(out, ", ");
            append_value(out, settings->headline);
        } else {
            sqlite3_str_appendchar(out, 1, *body++);
        }
    }
}

/* Programs that save a row write all its columns: what is as it was is not analysed again. */
static void append_when(sqlite3_str *out, const nw_archive_settings *settings, int which) {
    const char *const columns[] = {settings->text, settings->published, settings->headline};
    const char *before = " WHEN ";
    int i;

    if (which == MOVED)
        sqlite3_str_appendf(out, " WHEN NEW.\"%w\" <> OLD.\"%w\"", settings->key, settings->key);
    for (i = 0; which == UPDATED && i < 3; i++) {
        if (columns[i] == NULL) continue;
        sqlite3_str_appendf(out, "%sNEW.\"%w\" IS NOT OLD.\"%w\" COLLATE BINARY", before, columns[i],
                            columns[i]);
        before = " OR ";
    }
}

/* The text of a trigger, from sqlite3_malloc; NULL: no memory. */
static char *trigger_sql(const nw_archive *archive, int which, const char *notes) {
    const nw_archive_settings *settings = &archive->settings;
    sqlite3_str *out = sqlite3_str_new(archive->connection->db);

    sqlite3_str_appendall(out, is_temp(archive) ? "CREATE TEMP TRIGGER " : "CREATE TRIGGER ");
    if (!is_temp(archive)) sqlite3_str_appendf(out, "\"%w\".", archive->schema);
    sqlite3_str_appendf(out, "\"%w_%s\" ", archive->name, triggers[which].name);
    append_body(out, archive, triggers[which].event, "");
    sqlite3_str_appendall(out, " ON ");
    if (is_temp(archive)) sqlite3_str_appendf(out, "\"%w\".", settings->content_schema);
    sqlite3_str_appendf(out, "\"%w\"", settings->content);
    append_when(out, settings, which);
    sqlite3_str_appendall(out, " BEGIN ");
    append_body(out, archive, triggers[which].body, notes);
    sqlite3_str_appendall(out, " END");
    return sqlite3_str_finish(out);
}

static char *notes_sql(nw_archive *archive, nw_error *error) {
    sqlite3_str *out = sqlite3_str_new(archive->connection->db);
    char *notes;
    int code;

    append_notes(archive, out, error);
    code = sqlite3_str_errcode(out);
    notes = sqlite3_str_finish(out);
    if (notes == NULL && code == SQLITE_OK) notes = sqlite3_mprintf("");
    if (notes == NULL) nw_error_code(error, SQLITE_NOMEM);
    return notes;
}

/* --------------------------------------------------------------- the triggers */

int nw_triggers_create(nw_archive *archive, nw_error *error) {
    char *notes;
    int i;

    if (nw_triggers_drop(archive, error) != SQLITE_OK) return error->code;
    notes = notes_sql(archive, error);
    for (i = 0; i < TRIGGERS && error->code == SQLITE_OK; i++) {
        char *sql;
        int code;

        if (triggers[i].unique && *notes == 0) continue;
        sql = trigger_sql(archive, i, notes);
        if (sql == NULL) {
            nw_error_code(error, SQLITE_NOMEM);
            break;
        }
        code = sqlite3_exec(archive->connection->db, sql, NULL, NULL, NULL);
        if (code != SQLITE_OK) nw_archive_failed(archive, code, error);
        sqlite3_free(sql);
    }
    sqlite3_free(notes);
    return error->code;
}

int nw_triggers_drop(nw_archive *archive, nw_error *error) {
    int i;

    for (i = 0; i < TRIGGERS && error->code == SQLITE_OK; i++) {
        char *sql = sqlite3_mprintf("DROP TRIGGER IF EXISTS $%s", triggers[i].name);

        if (sql == NULL) return nw_error_code(error, SQLITE_NOMEM);
        nw_archive_run(archive, sql, error);
        sqlite3_free(sql);
    }
    return error->code;
}

/* How many triggers there are of the index, on the table of articles, of the kinds that are wanted there, or of others.
** SQLite rewrites their text when something is renamed, so that it is not compared. */
static int count_triggers(nw_archive *archive, bool unique, int *wanted, int *others, nw_error *error) {
    sqlite3_stmt *statement = nw_archive_prepare(archive,
                                                 "SELECT tbl_name = ?2 COLLATE nocase FROM $$schema WHERE "
                                                 "type = 'trigger' AND name = ?1 COLLATE nocase",
                                                 error);
    int i;

    *wanted = *others = 0;
    for (i = 0; statement != NULL && i < TRIGGERS && error->code == SQLITE_OK; i++) {
        char *name = sqlite3_mprintf("%s_%s", archive->name, triggers[i].name);
        bool found = false;

        sqlite3_bind_text(statement, 2, archive->settings.content, -1, SQLITE_STATIC);
        if (name == NULL || sqlite3_bind_text(statement, 1, name, -1, SQLITE_TRANSIENT) != SQLITE_OK)
            nw_error_code(error, SQLITE_NOMEM);
        else
            nw_archive_row(archive, statement, &found, error);
        if (found && sqlite3_column_int(statement, 0) && (unique || !triggers[i].unique))
            ++*wanted;
        else if (found)
            ++*others;
        sqlite3_free(name);
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    return error->code;
}

int nw_triggers_check(nw_archive *archive, int *wrong, nw_error *error) {
    char *notes = notes_sql(archive, error);
    bool unique = notes != NULL && *notes != 0;
    int wanted = 0;
    int others = 0;
    int i;

    *wrong = 0;
    sqlite3_free(notes);
    if (error->code != SQLITE_OK || count_triggers(archive, unique, &wanted, &others, error))
        return error->code;
    for (i = 0; i < TRIGGERS; i++) *wrong += unique || !triggers[i].unique;
    *wrong += others - wanted;
    return SQLITE_OK;
}

int nw_triggers_standing(nw_archive *archive, int *count, nw_error *error) {
    int others = 0;

    count_triggers(archive, true, count, &others, error);
    *count += others;
    return error->code;
}

int nw_triggers_text(nw_archive *archive, char **table, char **sql, nw_error *error) {
    sqlite3_stmt *statement = nw_archive_prepare(
        archive, "SELECT tbl_name, sql FROM $$schema WHERE type = 'trigger' AND name = ?1 COLLATE nocase",
        error);
    char *name = sqlite3_mprintf("%s_%s", archive->name, triggers[0].name);
    bool found = false;

    *table = *sql = NULL;
    if (name == NULL) nw_error_code(error, SQLITE_NOMEM);
    if (error->code == SQLITE_OK) {
        sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
        nw_archive_row(archive, statement, &found, error);
    }
    if (found) {
        *table = sqlite3_mprintf("%s", sqlite3_column_text(statement, 0));
        *sql = sqlite3_mprintf("%s", sqlite3_column_text(statement, 1));
        if (*table == NULL || *sql == NULL) {
            sqlite3_free(*table);
            sqlite3_free(*sql);
            *table = *sql = NULL;
            nw_error_code(error, SQLITE_NOMEM);
        }
    }
    sqlite3_finalize(statement);
    sqlite3_free(name);
    return error->code;
}
