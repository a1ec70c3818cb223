/*
** libFuzzer target: any text through every table and function, as SQL. Besides what the sanitizers find, it stops if a span
** does not give its text, or a statement fails.
**
** The first byte picks the options; the rest is the article.
*/
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "newswire_sqlite.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const statements[] = {
#define WITH_TEXT(table)                                                                                     \
    "SELECT x.*, substr(CAST(?1 AS TEXT), x.start, x.length) IS x.text AND x.length > 0 AND "                \
    "substr(CAST(?1 AS BLOB), x.byte_start + 1, x.byte_length) IS CAST(x.text AS BLOB) FROM " table          \
    "(CAST(?1 AS TEXT), ?2) x"
    WITH_TEXT("news_tokens"),
    WITH_TEXT("news_sentences"),
    WITH_TEXT("news_mentions"),
    WITH_TEXT("news_quote_spans"),
    WITH_TEXT("news_moves"),
    WITH_TEXT("news_values"),
    WITH_TEXT("news_instruments"),
    WITH_TEXT("news_credits"),
    "SELECT *, 1 FROM news_entities(CAST(?1 AS TEXT), ?2)",
    "SELECT *, 1 FROM news_quotes(CAST(?1 AS TEXT), ?2)",
    ("SELECT q.quote, e.name, 1 FROM news_quotes(?1, ?2) q LEFT JOIN news_entities(?1, ?2) e ON e.entity = "
     "q.entity"),
    "SELECT json_valid(news_analyze(CAST(?1 AS TEXT), ?2))",
    "SELECT news_html(CAST(?1 AS TEXT), ?2) IS NOT NULL",
    "SELECT news_normalize(?1), news_fold(?1), 1",
    /* full-text search: what is taken out is what was taken in, and it finds itself */
    "INSERT INTO found VALUES (?1)",
    "INSERT INTO found(found) VALUES ('integrity-check')",
    "SELECT highlight(found, 0, '[', ']') IS NOT NULL, 1 FROM found WHERE found MATCH "
    "'\"' || replace(CAST(?1 AS TEXT), '\"', '') || '\" OR \"' || replace(CAST(?1 AS TEXT), '\"', '') || "
    "'\"*'",
    "DELETE FROM found",
    "SELECT count(*), count(*) = 0 FROM found_terms",
};

static const char *const options[] = {
    NULL,
    "{\"quotes\":\"all\",\"published\":\"2012-02-22\"}",
    "{\"moves\":\"percent\",\"published\":\"2012\"}",
    "{\"headline\":\"Acme Widgets says profit "
    "rises\",\"names\":[{\"type\":\"ORG\",\"name\":\"a\",\"aliases\":[\"b c\"]}]}",
};

static sqlite3 *db; /* one for all inputs: opening would take longer than most of them */

static void close_db(void) { sqlite3_close(db); }

static void run(const char *sql, const uint8_t *data, size_t size, const char *option) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
        fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
        abort();
    }
    sqlite3_bind_text64(statement, 1, (const char *)data, size, SQLITE_STATIC, SQLITE_UTF8);
    sqlite3_bind_text(statement, 2, option, -1, SQLITE_STATIC);
    int code, last = sqlite3_column_count(statement) - 1;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        for (int i = 0; i < last; i++) (void)sqlite3_column_text(statement, i);
        if (sqlite3_column_int(statement, last) != 1) {
            fprintf(stderr, "%s: a row whose span is not its text\n", sql);
            abort();
        }
    }
    if (code != SQLITE_DONE) {
        fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
        abort();
    }
    sqlite3_finalize(statement);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 1 || size > 100000) return 0;
    if (!db) {
        atexit(close_db);
        sqlite3_auto_extension((void (*)(void))sqlite3_newswire_init);
        if (sqlite3_open(":memory:", &db) != SQLITE_OK) abort();
        if (sqlite3_exec(db,
                         "CREATE VIRTUAL TABLE found USING fts5(body, tokenize = 'newswire');"
                         "CREATE VIRTUAL TABLE found_terms USING fts5vocab(found, row);",
                         NULL, NULL, NULL) != SQLITE_OK)
            abort();
    }
    /* as SQLite's own string functions do, text ends at its first NUL; BLOBs would compare beyond it */
    const uint8_t *nul = memchr(data + 1, 0, size - 1);
    size_t length = nul ? (size_t)(nul - data) - 1 : size - 1;
    const char *option = options[data[0] % (sizeof options / sizeof *options)];
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
        run(statements[i], data + 1, length, option);
    return 0;
}
