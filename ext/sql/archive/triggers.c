#include "sql/archive/triggers.h"

#include "sql/archive/names.h"

#include <string.h>

/* In a body: $wire is the index, $key NEW's key, $old OLD's, $row the article as it stands with NEW's key, $notes a
** statement for each UNIQUE index. NEW itself is not read: triggers of the user's may have changed or removed the row. */
static const struct {
    const char *name; /* wire_NAME */
    const char *event;
    bool unique; /* only where the table has UNIQUE columns beside its key */
    const char *body;
} triggers[] = {
    {"inserted", "AFTER INSERT", false,
     "DELETE FROM $wire WHERE rowid = $key; "
     "INSERT INTO $wire(rowid, text, published, headline) $row; "
     "INSERT INTO $wire(settled) VALUES(1);"},
    {"deleted", "AFTER DELETE", false, "DELETE FROM $wire WHERE rowid = $old;"},
    {"updated", "AFTER UPDATE$columns", false,
     "DELETE FROM $wire WHERE rowid = $old; "
     "INSERT INTO $wire(rowid, text, published, headline) $row;"},
    {"moved", "AFTER UPDATE", false,
     "DELETE FROM $wire WHERE rowid = $old; "
     "DELETE FROM $wire WHERE rowid = $key; "
     "INSERT INTO $wire(rowid, text, published, headline) $row;"},
    {"noting", "BEFORE INSERT", true, "$notes"},
    {"changing", "BEFORE UPDATE", true, "$notes"},
    {"changed", "AFTER UPDATE", true, "INSERT INTO $wire(settled) VALUES(1);"},
};

enum { TRIGGERS = sizeof triggers / sizeof triggers[0], INSERTED = 0, UPDATED = 2, MOVED = 3, NOTING = 4 };

/* What the texts of triggers are made of beside the settings. */
typedef struct nw_trigger_parts {
    char *notes;    /* statements for UNIQUE indexes; of sqlite3_malloc, empty: there are none */
    bool generated; /* a column is computed: no UPDATE names it */
} nw_trigger_parts;

static bool is_temp(const nw_archive *archive) { return sqlite3_stricmp(archive->schema, "temp") == 0; }

/* The table of articles, as a trigger of the index names it. */
static void append_content(sqlite3_str *out, const nw_archive *archive) {
    if (is_temp(archive)) sqlite3_str_appendf(out, "\"%w\".", archive->settings.content_schema);
    sqlite3_str_appendf(out, "\"%w\"", archive->settings.content);
}

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
        append_content(out, archive);
        sqlite3_str_appendf(out, " AS c WHERE %s; ", sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE || code == SQLITE_OK ? SQLITE_OK : nw_archive_failed(archive, code, error);
}

/* -------------------------------------------------------------- their text */

static void append_value(sqlite3_str *out, const char *column) {
    if (column == NULL)
        sqlite3_str_appendall(out, ", NULL");
    else
        sqlite3_str_appendf(out, ", c.\"%w\"", column);
}

/* nw_names_follow reads the names of the columns out of it. */
static void append_row(sqlite3_str *out, const nw_archive *archive) {
    const nw_archive_settings *settings = &archive->settings;

    sqlite3_str_appendf(out, "SELECT c.\"%w\"", settings->key);
    append_value(out, settings->text);
    append_value(out, settings->published);
    append_value(out, settings->headline);
    sqlite3_str_appendall(out, " FROM ");
    append_content(out, archive);
    sqlite3_str_appendf(out, " AS c WHERE c.\"%w\" = NEW.\"%w\"", settings->key, settings->key);
}

static bool takes(const char **text, const char *word) {
    size_t length = strlen(word);

    if (strncmp(*text, word, length) != 0) return false;
    *text += length;
    return true;
}

/* Replaces the $names of a body. */
static void append_body(sqlite3_str *out, const nw_archive *archive, const char *body,
                        const nw_trigger_parts *parts) {
    const nw_archive_settings *settings = &archive->settings;

    while (*body != 0) {
        if (takes(&body, "$wire")) {
            sqlite3_str_appendf(out, "\"%w\"", archive->name);
        } else if (takes(&body, "$key")) {
            sqlite3_str_appendf(out, "NEW.\"%w\"", settings->key);
        } else if (takes(&body, "$old")) {
            sqlite3_str_appendf(out, "OLD.\"%w\"", settings->key);
        } else if (takes(&body, "$notes")) {
            sqlite3_str_appendall(out, parts->notes);
        } else if (takes(&body, "$columns")) {
            if (parts->generated) continue;
            sqlite3_str_appendf(out, " OF \"%w\"", settings->text);
            if (settings->published != NULL) sqlite3_str_appendf(out, ", \"%w\"", settings->published);
            if (settings->headline != NULL) sqlite3_str_appendf(out, ", \"%w\"", settings->headline);
        } else if (takes(&body, "$row")) {
            append_row(out, archive);
        } else {
            sqlite3_str_appendchar(out, 1, *body++);
        }
    }
}

/* Programs that save a row write all its columns: what is as it was is not analysed again, nor is what moves twice. */
static void append_when(sqlite3_str *out, const nw_archive_settings *settings, int which) {
    const char *const columns[] = {settings->text, settings->published, settings->headline};
    const char *before = " AND (";
    int i;

    if (which != MOVED && which != UPDATED) return;
    sqlite3_str_appendf(out, " WHEN NEW.\"%w\" %s OLD.\"%w\"", settings->key, which == MOVED ? "<>" : "=",
                        settings->key);
    for (i = 0; which == UPDATED && i < 3; i++) {
        if (columns[i] == NULL) continue;
        sqlite3_str_appendf(out, "%sNEW.\"%w\" IS NOT OLD.\"%w\" COLLATE BINARY", before, columns[i],
                            columns[i]);
        before = " OR ";
    }
    if (which == UPDATED) sqlite3_str_appendall(out, ")");
}

/* The text of a trigger, from sqlite3_malloc; NULL: no memory. */
static char *trigger_sql(const nw_archive *archive, int which, const nw_trigger_parts *parts) {
    const nw_archive_settings *settings = &archive->settings;
    sqlite3_str *out = sqlite3_str_new(archive->connection->db);

    sqlite3_str_appendall(out, is_temp(archive) ? "CREATE TEMP TRIGGER " : "CREATE TRIGGER ");
    if (!is_temp(archive)) sqlite3_str_appendf(out, "\"%w\".", archive->schema);
    sqlite3_str_appendf(out, "\"%w_%s\" ", archive->name, triggers[which].name);
    append_body(out, archive, triggers[which].event, parts);
    sqlite3_str_appendall(out, " ON ");
    append_content(out, archive);
    append_when(out, settings, which);
    sqlite3_str_appendall(out, " BEGIN ");
    append_body(out, archive, triggers[which].body, parts);
    sqlite3_str_appendall(out, " END");
    return sqlite3_str_finish(out);
}

/* Whether a column of the articles is generated. */
static bool has_generated(nw_archive *archive, nw_error *error) {
    const nw_archive_settings *settings = &archive->settings;
    sqlite3_stmt *statement = nw_archive_prepare(archive,
                                                 "SELECT 1 FROM pragma_table_xinfo(?1, ?2) WHERE hidden IN "
                                                 "(2, 3) AND name COLLATE nocase IN (?3, ?4, ?5)",
                                                 error);
    bool found = false;

    if (statement == NULL) return false;
    sqlite3_bind_text(statement, 1, settings->content, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, settings->content_schema, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 3, settings->text, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 4, settings->published, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 5, settings->headline, -1, SQLITE_STATIC);
    nw_archive_row(archive, statement, &found, error);
    sqlite3_finalize(statement);
    return found;
}

static void read_parts(nw_archive *archive, nw_trigger_parts *parts, nw_error *error) {
    sqlite3_str *out = sqlite3_str_new(archive->connection->db);
    int code;

    parts->generated = has_generated(archive, error);
    append_notes(archive, out, error);
    code = sqlite3_str_errcode(out);
    parts->notes = sqlite3_str_finish(out);
    if (parts->notes == NULL && code == SQLITE_OK) parts->notes = sqlite3_mprintf("");
    if (parts->notes == NULL) nw_error_code(error, SQLITE_NOMEM);
}

/* ---------------------------------------------------------- those that stand */

#define IS_OURS                                                                                              \
    "(instr(sql, '(settled) VALUES(1)') OR instr(sql, '(candidate) SELECT') OR "                             \
    "(instr(sql, ' BEGIN DELETE FROM \"') AND instr(sql, ' WHERE rowid = OLD.\"')))"

/* Asks for the table and text of a trigger with the name of one of the index's that has a body like theirs: a user's own of
** that name has not. By the index's name they are not known, since within a RENAME they have the new one already. Of several
** the latest: those in `temp` whose table another connection has renamed or dropped stay in the schema, out of reach, until others
** of their names are dropped. */
static sqlite3_stmt *ask_standing(nw_archive *archive, nw_error *error) {
    return nw_archive_prepare(
        archive,
        "SELECT tbl_name, sql FROM $$schema WHERE type = 'trigger' AND name = ?1 COLLATE nocase AND " IS_OURS
        " ORDER BY rowid DESC",
        error);
}

static bool is_standing(nw_archive *archive, sqlite3_stmt *asked, int which, nw_error *error) {
    char *name = sqlite3_mprintf("%s_%s", archive->name, triggers[which].name);
    bool found = false;

    if (name == NULL || sqlite3_bind_text(asked, 1, name, -1, SQLITE_TRANSIENT) != SQLITE_OK)
        nw_error_code(error, SQLITE_NOMEM);
    else
        nw_archive_row(archive, asked, &found, error);
    sqlite3_free(name);
    return found;
}

/* --------------------------------------------------------------- the triggers */

/* Refuses a name that a user's own trigger has, before anything is dropped: SQLite takes back what a statement did within a
** transaction only where the statement may write several rows. */
static int check_free(nw_archive *archive, const nw_trigger_parts *parts, nw_error *error) {
    sqlite3_stmt *asked = NULL;
    int i;

    if (error->code == SQLITE_OK) {
        asked = nw_archive_prepare(archive,
                                   "SELECT 1 FROM $$schema WHERE type = 'trigger' AND name = ?1 COLLATE "
                                   "nocase AND NOT " IS_OURS,
                                   error);
    }
    for (i = 0; asked != NULL && i < TRIGGERS && error->code == SQLITE_OK; i++) {
        if (triggers[i].unique && *parts->notes == 0) continue;
        if (is_standing(archive, asked, i, error)) {
            nw_error_set(error, SQLITE_ERROR, "%s: trigger \"%s_%s\" already exists", archive->name,
                         archive->name, triggers[i].name);
        }
        sqlite3_reset(asked);
    }
    sqlite3_finalize(asked);
    return error->code;
}

int nw_triggers_create(nw_archive *archive, nw_error *error) {
    nw_trigger_parts parts;
    int i;

    read_parts(archive, &parts, error);
    check_free(archive, &parts, error);
    if (error->code == SQLITE_OK) nw_triggers_drop(archive, error);
    for (i = 0; i < TRIGGERS && error->code == SQLITE_OK; i++) {
        char *sql;
        int code;

        if (triggers[i].unique && *parts.notes == 0) continue;
        sql = trigger_sql(archive, i, &parts);
        if (sql == NULL) {
            nw_error_code(error, SQLITE_NOMEM);
            break;
        }
        code = sqlite3_exec(archive->connection->db, sql, NULL, NULL, NULL);
        if (code != SQLITE_OK) nw_archive_failed(archive, code, error);
        sqlite3_free(sql);
    }
    sqlite3_free(parts.notes);
    return error->code;
}

int nw_triggers_drop(nw_archive *archive, nw_error *error) {
    sqlite3_stmt *asked = archive->settings.content != NULL ? ask_standing(archive, error) : NULL;
    int i;

    for (i = 0; asked != NULL && i < TRIGGERS && error->code == SQLITE_OK; i++) {
        bool standing = is_standing(archive, asked, i, error);
        char *sql;

        sqlite3_reset(asked); /* nothing is dropped under a statement that reads the schema */
        if (!standing) continue;
        sql = sqlite3_mprintf("DROP TRIGGER IF EXISTS $%s", triggers[i].name);
        if (sql == NULL)
            nw_error_code(error, SQLITE_NOMEM);
        else
            nw_archive_run(archive, sql, error);
        sqlite3_free(sql);
    }
    sqlite3_finalize(asked);
    return error->code;
}

/* How many triggers there are of the index, on the table of articles, of the kinds that are wanted there, or of others.
** SQLite rewrites their text when something is renamed, so that it is not compared. */
static int count_triggers(nw_archive *archive, bool unique, int *wanted, int *others, nw_error *error) {
    sqlite3_stmt *asked = ask_standing(archive, error);
    int i;

    *wanted = *others = 0;
    for (i = 0; asked != NULL && i < TRIGGERS && error->code == SQLITE_OK; i++) {
        bool standing = is_standing(archive, asked, i, error);
        const char *table = standing ? (const char *)sqlite3_column_text(asked, 0) : NULL;

        if (table != NULL && sqlite3_stricmp(table, archive->settings.content) == 0 &&
            (unique || !triggers[i].unique))
            ++*wanted;
        else if (standing)
            ++*others;
        sqlite3_reset(asked);
    }
    sqlite3_finalize(asked);
    return error->code;
}

/* Whether a text has a statement, which ends with "; ", outside of quotes. Names in SQL are
** case-insensitive. */
static bool has_statement(const char *sql, const char *statement, size_t length) {
    while ((sql = nw_sql_behind(sql, "INSERT INTO ")) != NULL) {
        if (sqlite3_strnicmp(sql, statement, (int)length) == 0) return true;
    }
    return false;
}

/* Whether all that is noted in one text is in the other, too: one statement for each UNIQUE index, in any order. */
static bool notes_all(const char *sql, const char *notes) {
    const char *at = notes;

    while ((at = nw_sql_behind(at, "INSERT INTO ")) != NULL) {
        const char *end = nw_sql_behind(at, "; ");

        if (end == NULL || !has_statement(sql, at, (size_t)(end - at))) return false;
    }
    return true;
}

/* Whether the triggers were made before a UNIQUE index that the table has now, or with one that it has no more. */
static bool is_older_than_indexes(nw_archive *archive, const char *notes, nw_error *error) {
    sqlite3_stmt *asked = ask_standing(archive, error);
    bool standing = asked != NULL && is_standing(archive, asked, NOTING, error);
    const char *sql = standing ? (const char *)sqlite3_column_text(asked, 1) : NULL;
    bool older = sql != NULL && notes != NULL && (!notes_all(sql, notes) || !notes_all(notes, sql));

    sqlite3_finalize(asked);
    return older;
}

/* Whether the triggers read another table than the one they are on: with legacy_alter_table ALTER TABLE RENAME changes that
** alone. */
static bool read_other_table(nw_archive *archive, nw_error *error) {
    sqlite3_stmt *asked = ask_standing(archive, error);
    bool standing = asked != NULL && is_standing(archive, asked, INSERTED, error);
    const char *sql = standing ? (const char *)sqlite3_column_text(asked, 1) : NULL;
    const char *row = sql ? nw_sql_behind(sql, "headline) SELECT ") : NULL;
    const char *table = row ? nw_sql_behind(row, " FROM ") : NULL;
    sqlite3_str *out = sqlite3_str_new(archive->connection->db);
    char *content;
    bool other;

    append_content(out, archive);
    content = sqlite3_str_finish(out);
    if (content == NULL) nw_error_code(error, SQLITE_NOMEM);
    other = table != NULL && content != NULL && sqlite3_strnicmp(table, content, (int)strlen(content)) != 0;
    sqlite3_free(content);
    sqlite3_finalize(asked);
    return other;
}

int nw_triggers_check(nw_archive *archive, int *wrong, nw_error *error) {
    nw_trigger_parts parts;
    bool unique;
    int wanted = 0;
    int others = 0;
    int i;

    *wrong = 0;
    read_parts(archive, &parts, error);
    unique = parts.notes != NULL && *parts.notes != 0;
    if (error->code == SQLITE_OK) count_triggers(archive, unique, &wanted, &others, error);
    for (i = 0; i < TRIGGERS; i++) *wrong += unique || !triggers[i].unique;
    *wrong += others - wanted;
    if (error->code == SQLITE_OK && *wrong == 0) *wrong = is_older_than_indexes(archive, parts.notes, error);
    if (error->code == SQLITE_OK && *wrong == 0) *wrong = read_other_table(archive, error);
    sqlite3_free(parts.notes);
    return error->code;
}

int nw_triggers_standing(nw_archive *archive, int *count, nw_error *error) {
    int others = 0;

    count_triggers(archive, true, count, &others, error);
    *count += others;
    return error->code;
}

/* A text of the schema, of sqlite3_malloc. NULL: no memory, for the copy or to make UTF-8 of it. */
static char *copy_column(sqlite3_stmt *statement, int column) {
    const unsigned char *text = sqlite3_column_text(statement, column);

    return text ? sqlite3_mprintf("%s", text) : NULL;
}

int nw_triggers_text(nw_archive *archive, char **table, char **sql, nw_error *error) {
    sqlite3_stmt *asked = ask_standing(archive, error);

    *table = *sql = NULL;
    if (asked != NULL && is_standing(archive, asked, INSERTED, error)) {
        *table = copy_column(asked, 0);
        *sql = copy_column(asked, 1);
        if (*table == NULL || *sql == NULL) {
            sqlite3_free(*table);
            sqlite3_free(*sql);
            *table = *sql = NULL;
            nw_error_code(error, SQLITE_NOMEM);
        }
    }
    sqlite3_finalize(asked);
    return error->code;
}
