#include "sql/archive/integrity.h"

#include "sql/archive/bindings.h"
#include "sql/archive/codes.h"
#include "sql/archive/content.h"
#include "sql/archive/indexes.h"
#include "sql/archive/names.h"
#include "sql/archive/settings.h"
#include "sql/archive/triggers.h"

#include <string.h>

/* Runs a question whose rows are faults: keeps the first, in the words of its columns. */
static int ask(nw_archive *archive, const char *sql, char **fault, nw_error *error) {
    sqlite3_stmt *statement;
    bool found;

    if (error->code != SQLITE_OK || *fault != NULL) return error->code;
    statement = nw_archive_prepare(archive, sql, error);
    if (statement == NULL) return error->code;
    if (nw_archive_row(archive, statement, &found, error) == SQLITE_OK && found) {
        *fault = sqlite3_mprintf("%s", sqlite3_column_text(statement, 0));
        if (*fault == NULL) nw_error_code(error, SQLITE_NOMEM);
    }
    sqlite3_finalize(statement);
    return error->code;
}

/* Says behind a fault, if there is one, what mends it. */
static int say_remedy(char **fault, const char *remedy, nw_error *error) {
    char *told = *fault;

    if (told == NULL) return error->code;
    *fault = sqlite3_mprintf("%s: %s", told, remedy);
    sqlite3_free(told);
    return *fault ? error->code : nw_error_code(error, SQLITE_NOMEM);
}

/* --------------------------------------------------------------- structure */

/* clang-format would break SQL in the middle of its phrases */
/* clang-format off */
static const char *const structure_questions[] = {
    "SELECT iif(rows IS NULL, printf('entity %d has no mention', id), "
    "  printf('entity %d: the rows differ from its %d mentions and %d articles', id, mentions, articles)) "
    "FROM $entity "
    "LEFT JOIN (SELECT entity, count(*) AS rows, count(DISTINCT article) AS of FROM $mention GROUP BY entity) "
    "  ON entity = id "
    "WHERE rows IS NOT mentions OR of IS NOT articles OR articles <= 0",

    "SELECT printf('article %d, mention %d: no such entity', article, mention) "
    "FROM $mention AS m "
    "WHERE NOT EXISTS(SELECT 1 FROM $entity WHERE id = m.entity)",

    "SELECT printf('article %d, quote %d: no such entity', article, quote) "
    "FROM $quote AS m "
    "WHERE entity IS NOT NULL AND NOT EXISTS(SELECT 1 FROM $entity WHERE id = m.entity)",

    "SELECT printf('article %d, move %d: no such entity', article, move) "
    "FROM $move AS m "
    "WHERE entity IS NOT NULL AND NOT EXISTS(SELECT 1 FROM $entity WHERE id = m.entity)",

    "SELECT printf('entity %d, form %d: no such entity, or the rows differ from its count', entity, form) "
    "FROM $alias AS a "
    "LEFT JOIN (SELECT entity AS owner, form AS number, count(DISTINCT article) AS of FROM $mention "
    "           WHERE form IS NOT NULL GROUP BY 1, 2) "
    "  ON owner = entity AND number = form "
    "WHERE coalesce(of, 0) <> articles OR (articles <= 0 AND named <= 0) "
    "  OR NOT EXISTS(SELECT 1 FROM $entity WHERE id = a.entity)",

    "SELECT printf('entity %d, form %d: it is the fullest name in more or fewer articles than counted', entity, form) "
    "FROM $alias "
    "LEFT JOIN (SELECT entity AS owner, named AS number, count(*) AS of FROM $mention "
    "           WHERE named IS NOT NULL GROUP BY 1, 2) "
    "  ON owner = entity AND number = form "
    "WHERE coalesce(of, 0) <> named",

    "SELECT printf('article %d, mention %d: no such form', article, mention) "
    "FROM $mention AS m "
    "WHERE (form IS NOT NULL "
    "       AND NOT EXISTS(SELECT 1 FROM $alias AS a WHERE a.entity = m.entity AND a.form = m.form)) "
    "  OR (named IS NOT NULL "
    "      AND NOT EXISTS(SELECT 1 FROM $alias AS a WHERE a.entity = m.entity AND a.form = m.named))",

    "SELECT printf('entity %d does not have the name that most articles give it', id) "
    "FROM $entity AS e "
    "WHERE name IS NOT "
    "  (SELECT name FROM $alias WHERE entity = e.id AND named > 0 ORDER BY named DESC, name LIMIT 1)",

    "SELECT printf('article %d: the rows differ from its %d quotes and %d moves', key, quotes, moves) "
    "FROM $article AS a "
    "WHERE state_code = 0 AND (quotes <> (SELECT count(*) FROM $quote WHERE article = a.key) "
    "                          OR moves <> (SELECT count(*) FROM $move WHERE article = a.key))",
};
/* clang-format on */

int nw_integrity_structure(nw_archive *archive, char **fault, nw_error *error) {
    size_t i;

    *fault = NULL;
    for (i = 0; i < NW_ROW_TABLES && error->code == SQLITE_OK && *fault == NULL; i++) {
        char *sql = sqlite3_mprintf(
            "SELECT printf('%s has rows of article %%d, which is not in the index', article) FROM $%s AS r "
            "WHERE NOT EXISTS(SELECT 1 FROM $article WHERE key = r.article AND state_code = 0)",
            nw_row_tables[i].name, nw_row_tables[i].name);

        if (sql == NULL) return nw_error_code(error, SQLITE_NOMEM);
        ask(archive, sql, fault, error);
        sqlite3_free(sql);
    }
    for (i = 0; i < sizeof structure_questions / sizeof structure_questions[0]; i++) {
        ask(archive, structure_questions[i], fault, error);
    }
    return say_remedy(fault, archive->settings.content ? "'rebuild' mends it" : "make the index anew", error);
}

/* ----------------------------------------------------------------- content */

/* Compares the hashes of all articles with what they were read by. */
static int check_hashes(nw_archive *archive, char **fault, nw_error *error) {
    sqlite3_stmt *statement;
    nw_content content;
    bool found;

    if (error->code != SQLITE_OK || *fault != NULL) return error->code;
    statement = nw_archive_prepare(
        archive,
        "SELECT $key, $text, $published, $headline, a.hash, a.state_code FROM $content AS c "
        "LEFT JOIN $article AS a ON a.key = $key",
        error);
    while (statement != NULL && *fault == NULL &&
           nw_archive_row(archive, statement, &found, error) == SQLITE_OK && found &&
           nw_content_read(statement, &content, error) == SQLITE_OK) {
        if (sqlite3_column_type(statement, 5) == SQLITE_NULL)
            *fault = sqlite3_mprintf("article %lld is not in the index", content.key);
        else if (sqlite3_column_int(statement, 5) == NW_STATE_STALE)
            *fault = sqlite3_mprintf("article %lld is stale and must be read again", content.key);
        else if (sqlite3_column_int64(statement, 4) != nw_content_hash(&content))
            *fault = sqlite3_mprintf("article %lld has changed since it was read", content.key);
        else
            continue;
        if (*fault == NULL) nw_error_code(error, SQLITE_NOMEM);
    }
    sqlite3_finalize(statement);
    return error->code;
}

static int check_triggers(nw_archive *archive, char **fault, nw_error *error) {
    int wrong = 0;

    if (!archive->settings.triggers || nw_triggers_check(archive, &wrong, error) != SQLITE_OK || wrong == 0) {
        return error->code;
    }
    *fault = sqlite3_mprintf("triggers are missing, outdated or on another table: 'sync' makes them anew");
    return *fault ? SQLITE_OK : nw_error_code(error, SQLITE_NOMEM);
}

/* Says that a setting is another one than the index was made with; either may be NULL. From sqlite3_malloc. */
static char *other_setting(const nw_archive *archive, const char *name, const char *value, const char *made) {
    if (value == NULL)
        return sqlite3_mprintf("%s_config lacks %s=%s, which the index was made with: 'sync' mends it",
                               archive->name, name, made);
    return made == NULL
               ? sqlite3_mprintf("%s_config says %s=%s, the index was made without it: 'sync' mends it",
                                 archive->name, name, value)
               : sqlite3_mprintf("%s_config says %s=%s, the index was made with %s: 'sync' mends it",
                                 archive->name, name, value, made);
}

/* Settings in wire_config that are not those the index was made with, or none that there can be. */
static int check_settings(nw_archive *archive, char **fault, nw_error *error) {
    const nw_archive_settings *settings = &archive->settings;
    const char *const made[][2] = {{"names", settings->names},
                                   {"quotes", settings->quotes},
                                   {"moves", settings->moves},
                                   {"sync", settings->triggers ? "triggers" : "off"}};
    size_t i;

    for (i = 0; i < sizeof made / sizeof made[0] && *fault == NULL; i++) {
        sqlite3_stmt *statement = nw_archive_statement(archive, NW_SQL_CONFIG, error);
        const char *value;
        bool found;

        if (statement == NULL) return error->code;
        sqlite3_bind_text(statement, 1, made[i][0], -1, SQLITE_STATIC);
        if (nw_archive_row(archive, statement, &found, error) != SQLITE_OK) return error->code;
        value = found ? (const char *)sqlite3_column_text(statement, 0) : NULL;
        if (value == NULL ? made[i][1] != NULL : made[i][1] == NULL || strcmp(value, made[i][1]) != 0) {
            *fault = other_setting(archive, made[i][0], value, made[i][1]);
            if (*fault == NULL) nw_error_code(error, SQLITE_NOMEM);
        }
        sqlite3_reset(statement);
    }
    return error->code;
}

int nw_integrity_indexes(nw_archive *archive, char **fault, nw_error *error) {
    const char *missing = nw_indexes_missing(archive, error);

    *fault = NULL;
    if (missing == NULL) return error->code;
    *fault = sqlite3_mprintf("there is no index on %s: 'optimize' makes it", missing);
    return *fault ? SQLITE_OK : nw_error_code(error, SQLITE_NOMEM);
}

int nw_integrity_content(nw_archive *archive, char **fault, nw_error *error) {
    bool stale = false;

    *fault = NULL;
    if (archive->settings.content == NULL) return SQLITE_OK;
    if (nw_archive_writable(archive, &stale, error) != SQLITE_OK) return error->code;
    if (stale) {
        *fault = sqlite3_mprintf("written by another data version than %s: 'sync' or 'rebuild' mends it",
                                 NEWSWIRE_DATA_VERSION);
        return *fault ? SQLITE_OK : nw_error_code(error, SQLITE_NOMEM);
    }
    if (nw_names_read(archive, fault, error) != SQLITE_OK || *fault != NULL) return error->code;
    if (check_triggers(archive, fault, error) != SQLITE_OK || *fault != NULL) return error->code;
    if (check_settings(archive, fault, error) != SQLITE_OK || *fault != NULL) return error->code;
    ask(archive,
        "SELECT printf('article %d is in the index, but not in the table of articles', key) FROM $article AS "
        "a WHERE NOT "
        "EXISTS(SELECT 1 FROM $content AS c WHERE $key = a.key)",
        fault, error);
    check_hashes(archive, fault, error);
    return say_remedy(fault, "'sync' mends it", error);
}

/* -------------------------------------------------------------------- rows */

/* Articles whose entities are counted together while rows are compared: what that has counted is for nobody, and grows. */
enum { COMPARED_TOGETHER = 1000 };

/* What an article's rows are compared by: a statement for each table that finds a row by all that is stored, and one that
** counts an article's rows. */
typedef struct comparison {
    nw_writer writer;
    sqlite3_stmt *article; /* finds the row of wire_article by all that is stored */
    sqlite3_stmt *has[NW_ROW_TABLES];
    sqlite3_stmt *count[NW_ROW_TABLES];
} comparison;

static sqlite3_stmt *prepare_has(nw_archive *archive, const nw_row_table *table, nw_error *error) {
    sqlite3_str *sql = sqlite3_str_new(archive->connection->db);
    sqlite3_stmt *statement = NULL;
    char *text;
    int parameter = 0;
    uint16_t i;

    sqlite3_str_appendf(sql, "SELECT 1 FROM $%s WHERE ", table->name);
    for (i = 0; i < table->column_count; i++) {
        if (!nw_is_stored(table->columns[i].stored)) continue;
        sqlite3_str_appendf(sql, "%s%s%s IS ?%d", parameter ? " AND " : "", table->columns[i].name,
                            nw_stored_suffix(table->columns[i].stored), parameter + 1);
        parameter++;
    }
    text = sqlite3_str_finish(sql);
    if (text == NULL)
        nw_error_code(error, SQLITE_NOMEM);
    else
        statement = nw_archive_prepare(archive, text, error);
    sqlite3_free(text);
    return statement;
}

static int comparison_open(comparison *with, nw_archive *archive, nw_error *error) {
    int i;

    memset(with, 0, sizeof *with);
    nw_writer_open(&with->writer, archive);
    if (error->code != SQLITE_OK) return error->code;
    with->article = nw_archive_prepare(archive,
                                       "SELECT 1 FROM $article WHERE key = ?1 AND sentences IS ?2 AND tokens "
                                       "IS ?3 AND entities IS ?4 AND quotes "
                                       "IS ?5 AND moves IS ?6 AND published IS ?7 AND hash IS ?8 AND "
                                       "data_version IS ?9 AND state_code IS ?10 AND "
                                       "error IS ?11",
                                       error);
    for (i = 0; i < NW_ROW_TABLES && error->code == SQLITE_OK; i++) {
        char *sql = sqlite3_mprintf("SELECT count(*) FROM $%s WHERE article = ?1", nw_row_tables[i].name);

        with->has[i] = prepare_has(archive, &nw_row_tables[i], error);
        if (sql == NULL) return nw_error_code(error, SQLITE_NOMEM);
        with->count[i] = nw_archive_prepare(archive, sql, error);
        sqlite3_free(sql);
    }
    return error->code;
}

static void comparison_close(comparison *with) {
    int i;

    sqlite3_finalize(with->article);
    for (i = 0; i < NW_ROW_TABLES; i++) {
        sqlite3_finalize(with->has[i]);
        sqlite3_finalize(with->count[i]);
    }
    nw_writer_close(&with->writer);
}

static int compare_table(comparison *with, int table, sqlite3_int64 key, const nw_analysed *analysed,
                         bool *same, nw_error *error) {
    nw_archive *archive = with->writer.archive;
    size_t count = analysed->counts[with->writer.sources[table]];
    nw_row_at at;

    nw_row_begin(&at, &with->writer, table, key, analysed);
    at.statement = with->has[table];
    while (*same && error->code == SQLITE_OK && at.ordinal < count) {
        nw_row_next(&at, table);
        if (nw_bind_row(&at, table, error) == SQLITE_OK) nw_archive_row(archive, at.statement, same, error);
        sqlite3_reset(at.statement);
    }
    sqlite3_clear_bindings(at.statement);
    if (!*same || error->code != SQLITE_OK) return error->code;
    sqlite3_bind_int64(with->count[table], 1, key);
    if (nw_archive_row(archive, with->count[table], same, error) == SQLITE_OK) {
        *same = sqlite3_column_int64(with->count[table], 0) == (sqlite3_int64)count;
    }
    sqlite3_reset(with->count[table]);
    return error->code;
}

static int tell_difference(const nw_content *content, const char *table, char **fault, nw_error *error) {
    *fault =
        sqlite3_mprintf("article %lld: its rows of %s differ from those of a new reading: 'rebuild' mends it",
                        content->key, table);
    return *fault ? SQLITE_OK : nw_error_code(error, SQLITE_NOMEM);
}

/* The same of the article's own row: of one that had failed, there may be more memory now. */
static int tell_article(comparison *with, const nw_content *content, char **fault, nw_error *error) {
    sqlite3_stmt *statement = nw_archive_statement(with->writer.archive, NW_SQL_ARTICLE, error);
    bool failed = false;

    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, content->key);
    if (nw_archive_row(with->writer.archive, statement, &failed, error) != SQLITE_OK) return error->code;
    failed = failed && sqlite3_column_int(statement, 6) == NW_STATE_FAILED;
    sqlite3_reset(statement);
    if (!failed) return tell_difference(content, "article", fault, error);
    *fault = sqlite3_mprintf("article %lld failed, but can be read now: 'sync' mends it", content->key);
    return *fault ? SQLITE_OK : nw_error_code(error, SQLITE_NOMEM);
}

/* Compares what was found in an article with its rows. */
static int compare_rows(comparison *with, const nw_content *content, const nw_analysed *analysed,
                        char **fault, nw_error *error) {
    nw_written written;
    bool same = true;
    int i;

    if (nw_content_written(content, analysed, &written, error) != SQLITE_OK) return error->code;
    nw_bind_article(with->article, &written, analysed);
    nw_archive_row(with->writer.archive, with->article, &same, error);
    sqlite3_reset(with->article);
    sqlite3_clear_bindings(with->article);
    if (error->code == SQLITE_OK && !same && analysed->status == NEWSWIRE_NOMEM)
        return nw_error_code(error, SQLITE_NOMEM); /* today: what the rows should be is not known */
    if (error->code == SQLITE_OK && !same) return tell_article(with, content, fault, error);
    if (written.failure != NULL || error->code != SQLITE_OK) return error->code;
    nw_writer_begin_article(&with->writer, analysed, error);
    for (i = 0; i < NW_ROW_TABLES && error->code == SQLITE_OK; i++) {
        if (compare_table(with, i, content->key, analysed, &same, error) == SQLITE_OK && !same)
            return tell_difference(content, nw_row_tables[i].name, fault, error);
    }
    return error->code;
}

static int compare_article(comparison *with, const nw_content *content, char **fault, nw_error *error) {
    nw_analysed analysed;

    if (nw_content_analyse(with->writer.archive, content, &analysed, error) != SQLITE_OK) return error->code;
    compare_rows(with, content, &analysed, fault, error);
    nw_analysed_close(&analysed);
    return error->code;
}

/* An entity that is not there is made on the way, and is gone again with the statement that the fault ends. */
int nw_integrity_rows(nw_archive *archive, char **fault, nw_error *error) {
    sqlite3_stmt *statement;
    comparison with;
    nw_content content;
    int compared = 0;
    bool found;

    *fault = NULL;
    if (archive->settings.content == NULL) return SQLITE_OK;
    statement = nw_archive_prepare(
        archive, "SELECT $key, $text, $published, $headline FROM $content AS c ORDER BY $key", error);
    comparison_open(&with, archive, error);
    nw_interrupt_begin(&archive->connection->interrupt);
    while (error->code == SQLITE_OK && *fault == NULL &&
           nw_archive_row(archive, statement, &found, error) == SQLITE_OK && found &&
           nw_content_read(statement, &content, error) == SQLITE_OK) {
        compare_article(&with, &content, fault, error);
        if (++compared % COMPARED_TOGETHER == 0) {
            nw_merge_close(&with.writer.merge);
            with.writer.merge.archive = archive;
        }
    }
    nw_interrupt_end(&archive->connection->interrupt);
    comparison_close(&with);
    sqlite3_finalize(statement);
    return error->code;
}
