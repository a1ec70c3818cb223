/*
** The index's own SQL: its names, and the statements that are kept.
*/
#include "base/ascii.h"
#include "sql/archive/archive.h"
#include "sql/archive/codes.h"

#include <string.h>

/* ------------------------------------------------------------------- names */

/* Writes what a $name stands for; gives what follows it. */
static const char *append_name(sqlite3_str *out, const nw_archive *archive, const char *name) {
    bool bare = *name == '$';
    const nw_archive_settings *settings = &archive->settings;
    const struct {
        const char *name;
        const char *column;
    } columns[] = {{"key", settings->key},
                   {"text", settings->text},
                   {"published", settings->published},
                   {"headline", settings->headline}};
    int length = 0;
    size_t i;

    if (bare) name++;
    while (nw_ascii_lower(name[length])) length++;
    if (bare && length == 6 && strncmp(name, "schema", 6) == 0) {
        sqlite3_str_appendf(out, "\"%w\".sqlite_schema", archive->schema);
        return name + length;
    }
    if (bare) {
        sqlite3_str_appendf(out, "\"%w_%.*s\"", archive->name, length, name);
        return name + length;
    }
    if (length == 7 && strncmp(name, "content", 7) == 0) {
        sqlite3_str_appendf(out, "\"%w\".\"%w\"", settings->content_schema, settings->content);
        return name + length;
    }
    for (i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        if (strlen(columns[i].name) != (size_t)length || strncmp(name, columns[i].name, (size_t)length) != 0)
            continue;
        if (columns[i].column == NULL)
            sqlite3_str_appendall(out, "NULL");
        else
            sqlite3_str_appendf(out, "c.\"%w\"", columns[i].column);
        return name + length;
    }
    sqlite3_str_appendf(out, "\"%w\".\"%w_%.*s\"", archive->schema, archive->name, length, name);
    return name + length;
}

/* SQL with its $names replaced; from sqlite3_malloc, NULL when there is no memory. */
static char *archive_sql(const nw_archive *archive, const char *sql) {
    sqlite3_str *out = sqlite3_str_new(archive->connection->db);

    while (*sql != 0) {
        const char *next = sql + strcspn(sql, "$\"");

        if (*next == '"') { /* a name that stands there already may hold any sign */
            next += 1 + strcspn(next + 1, "\"");
            next += *next == '"';
            sqlite3_str_append(out, sql, (int)(next - sql));
            sql = next;
            continue;
        }
        sqlite3_str_append(out, sql, (int)(next - sql));
        sql = *next == '$' ? append_name(out, archive, next + 1) : next;
    }
    return sqlite3_str_finish(out);
}

/* --------------------------------------------------------------------- use */

int nw_archive_failed(const nw_archive *archive, int code, nw_error *error) {
    sqlite3 *db = archive->connection->db;
    int extended = (code & 0xff) == SQLITE_CONSTRAINT ? sqlite3_extended_errcode(db) : code;

    if ((code & 0xff) == SQLITE_NOMEM || (code & 0xff) == SQLITE_INTERRUPT) {
        return nw_error_code(error, code & 0xff);
    }
    /* a user's trigger on one of the index's tables has raised it, or rows refer to one that was to go */
    if (extended == SQLITE_CONSTRAINT_TRIGGER || extended == SQLITE_CONSTRAINT_FOREIGNKEY)
        return nw_error_set(error, extended, "%s: %s", archive->name, sqlite3_errmsg(db));
    if ((code & 0xff) == SQLITE_CONSTRAINT) { /* whoever writes articles has no part in it */
        return nw_error_set(error, SQLITE_CORRUPT_VTAB, "%s: the index is damaged: %s; %s", archive->name,
                            sqlite3_errmsg(db),
                            archive->settings.content ? "'rebuild' mends it" : "make the index anew");
    }
    return nw_error_set(error, code, "%s: %s", archive->name, sqlite3_errmsg(db));
}

int nw_archive_run(const nw_archive *archive, const char *sql, nw_error *error) {
    char *text = error->code == SQLITE_OK ? archive_sql(archive, sql) : NULL;
    int code;

    if (text == NULL) return nw_error_code(error, SQLITE_NOMEM);
    code = sqlite3_exec(archive->connection->db, text, NULL, NULL, NULL);
    sqlite3_free(text);
    return code == SQLITE_OK ? SQLITE_OK : nw_archive_failed(archive, code, error);
}

static sqlite3_stmt *prepare(const nw_archive *archive, const char *sql, unsigned flags, nw_error *error) {
    sqlite3_stmt *statement = NULL;
    char *text = archive_sql(archive, sql);
    int code = SQLITE_NOMEM;

    if (text != NULL) code = sqlite3_prepare_v3(archive->connection->db, text, -1, flags, &statement, NULL);
    sqlite3_free(text);
    if (code != SQLITE_OK) nw_archive_failed(archive, code, error);
    return statement;
}

sqlite3_stmt *nw_archive_prepare(const nw_archive *archive, const char *sql, nw_error *error) {
    return prepare(archive, sql, 0, error);
}

int nw_archive_step(const nw_archive *archive, sqlite3_stmt *statement, nw_error *error) {
    int code;

    sqlite3_step(statement);
    code = sqlite3_reset(statement);
    return code == SQLITE_OK ? error->code : nw_archive_failed(archive, code, error);
}

int nw_archive_row(const nw_archive *archive, sqlite3_stmt *statement, bool *found, nw_error *error) {
    int code = sqlite3_step(statement);

    *found = code == SQLITE_ROW;
    if (*found) return error->code;
    code = sqlite3_reset(statement);
    return code == SQLITE_OK ? error->code : nw_archive_failed(archive, code, error);
}

int nw_archive_number(const nw_archive *archive, const char *sql, sqlite3_int64 *number, nw_error *error) {
    sqlite3_stmt *statement = error->code == SQLITE_OK ? nw_archive_prepare(archive, sql, error) : NULL;
    bool found;

    if (statement == NULL) return error->code;
    if (nw_archive_row(archive, statement, &found, error) == SQLITE_OK && found)
        *number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return error->code;
}

bool nw_archive_is_within_writer(sqlite3 *db) {
    sqlite3_stmt *statement = NULL;
    int writers = 0;

    while ((statement = sqlite3_next_stmt(db, statement)) != NULL)
        writers += sqlite3_stmt_busy(statement) && !sqlite3_stmt_readonly(statement);
    return writers > 1;
}

/* ---------------------------------------------------- statements that are kept */

static const char *const fixed_sql[NW_SQL_FIXED] = {
    [NW_SQL_CONFIG] = "SELECT value FROM $config WHERE name = ?1",
    [NW_SQL_ARTICLE] =
        "SELECT sentences, tokens, entities, quotes, moves, hash, state_code FROM $article WHERE key = ?1",
    [NW_SQL_ADD_ARTICLE] =
        ("INSERT INTO $article(key, sentences, tokens, entities, quotes, moves, published, hash, "
         "data_version, state_code, error) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"),
    [NW_SQL_DELETE_ARTICLE] = "DELETE FROM $article WHERE key = ?1",
    [NW_SQL_MARK_STALE] = "INSERT OR REPLACE INTO $article(key, state_code) VALUES(?1, 2)",
    [NW_SQL_ENTITY_BY_KEY] = "SELECT id, name FROM $entity WHERE key = ?1",
    [NW_SQL_ENTITY_NAME] = "SELECT name FROM $entity WHERE id = ?1",
    [NW_SQL_LAST_ENTITY] = "SELECT max(id) FROM $entity",
    [NW_SQL_ADD_ENTITY] = "INSERT INTO $entity(id, name, articles, mentions, key) VALUES(?1, ?2, ?3, ?4, ?5)",
    [NW_SQL_COUNT_ENTITY] =
        "UPDATE $entity SET articles = articles + ?2, mentions = mentions + ?3 WHERE id = ?1",
    [NW_SQL_RENAME_ENTITY] = "UPDATE $entity SET name = ?2 WHERE id = ?1 AND name <> ?2",
    [NW_SQL_BEST_NAME] =
        "SELECT name FROM $alias WHERE entity = ?1 AND named > 0 ORDER BY named DESC, name LIMIT 1",
    [NW_SQL_DROP_ENTITY] = "DELETE FROM $entity WHERE id = ?1 AND articles <= 0",
    [NW_SQL_ALIAS_BY_NAME] = "SELECT form FROM $alias WHERE name = ?2 AND entity = ?1",
    [NW_SQL_ALIAS_NAME] = "SELECT name FROM $alias WHERE entity = ?1 AND form = ?2",
    [NW_SQL_LAST_ALIAS] = "SELECT max(form) FROM $alias WHERE entity = ?1",
    [NW_SQL_ADD_ALIAS] = "INSERT INTO $alias(entity, form, name, articles, named) VALUES(?1, ?2, ?3, ?4, ?5)",
    [NW_SQL_COUNT_ALIAS] =
        "UPDATE $alias SET articles = articles + ?3, named = named + ?4 WHERE entity = ?1 AND form = ?2",
    [NW_SQL_DROP_ALIAS] =
        "DELETE FROM $alias WHERE entity = ?1 AND form = ?2 AND articles <= 0 AND named <= 0",
    [NW_SQL_ARTICLE_MENTIONS] = "SELECT entity, form, named FROM $mention WHERE article = ?1",
    [NW_SQL_PENDING] =
        ("SELECT $key, $text, $published, $headline FROM $content AS c WHERE $key >= ?1 AND NOT EXISTS("
         "SELECT 1 FROM $article AS a WHERE a.key = $key) ORDER BY $key"),
    [NW_SQL_CONTENT_BY_KEY] = "SELECT $key, $text, $published, $headline FROM $content AS c WHERE $key = ?1",
    [NW_SQL_CONTENT_HAS] = "SELECT 1 FROM $content AS c WHERE $key = ?1",
};

/* Inserts NW_INSERT_ROWS rows at once, which takes half the time a row: of those whose first column is NULL, none. The
** parameters are the stored columns of the first row, then those of the second, and so on. OR FAIL saves SQLite a journal
** of each statement: who runs it takes everything back where it fails. */
static char *insert_sql(const nw_row_table *table) {
    sqlite3_str *sql = sqlite3_str_new(NULL);
    int columns = 0;
    int i, row;

    sqlite3_str_appendf(sql, "INSERT OR FAIL INTO $%s(", table->name);
    for (i = 0; i < table->column_count; i++) {
        if (!nw_is_stored(table->columns[i].stored)) continue;
        sqlite3_str_appendf(sql, "%s%s%s", columns++ ? ", " : "", table->columns[i].name,
                            nw_stored_suffix(table->columns[i].stored));
    }
    for (row = 0; row < NW_INSERT_ROWS; row++) {
        sqlite3_str_appendall(sql, row ? " UNION ALL SELECT " : ") SELECT ");
        for (i = 0; i < columns; i++) sqlite3_str_appendf(sql, "%s?%d", i ? ", " : "", row * columns + i + 1);
        sqlite3_str_appendf(sql, " WHERE ?%d IS NOT NULL", row * columns + 1);
    }
    return sqlite3_str_finish(sql);
}

static sqlite3_stmt *prepare_kept(nw_archive *archive, nw_kept_statement which, nw_error *error) {
    sqlite3_stmt *statement = NULL;
    char *sql;

    if (which < NW_SQL_FIXED) return prepare(archive, fixed_sql[which], SQLITE_PREPARE_PERSISTENT, error);
    sql = which < NW_SQL_DELETE ? insert_sql(&nw_row_tables[which - NW_SQL_INSERT])
                                : sqlite3_mprintf("DELETE FROM $%s WHERE article = ?1",
                                                  nw_row_tables[which - NW_SQL_DELETE].name);
    if (sql == NULL)
        nw_error_code(error, SQLITE_NOMEM);
    else
        statement = prepare(archive, sql, SQLITE_PREPARE_PERSISTENT, error);
    sqlite3_free(sql);
    return statement;
}

sqlite3_stmt *nw_archive_statement(nw_archive *archive, nw_kept_statement which, nw_error *error) {
    if (error->code != SQLITE_OK) return NULL;
    if (archive->kept[which] == NULL) archive->kept[which] = prepare_kept(archive, which, error);
    return archive->kept[which];
}

void nw_archive_finalize(nw_archive *archive) {
    int i;

    for (i = 0; i < NW_SQL_COUNT; i++) {
        sqlite3_finalize(archive->kept[i]);
        archive->kept[i] = NULL;
    }
}
